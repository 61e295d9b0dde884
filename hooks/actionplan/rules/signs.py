"""Rules about signs: quotation marks, dots, ranges, ellipses, and brackets without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language import Lang
from ..library import Library, Page
from ..problem import Problem
from .finding import Found, inside, on_pages
from .texts import PROSE, everywhere

Sign = tuple[tuple[str, ...], re.Pattern[str], str, str]
"""Characters without which there is nothing to find (looking for them is fast), the pattern, what is said."""

SIGNS: dict[Lang, tuple[Sign, ...]] = {
    "ko": (
        (('"',), re.compile(r"\"[^\"\n]*[가-힣][^\"\n]*\""), "곧은 따옴표(\") 대신 “ ”를 쓰세요.", "write “ ” instead of straight quotes (\")"),
        (("'",), re.compile(r"(?<![A-Za-z0-9])'[^'\n]*[가-힣][^'\n]*'"), "곧은 따옴표(') 대신 ‘ ’를 쓰세요.", "write ‘ ’ instead of straight quotes (')"),
        (tuple("ㆍ•‧・∙⋅"), re.compile(r"(?<=[가-힣A-Za-z0-9])\s?[ㆍ•‧・∙⋅]\s?(?=[가-힣A-Za-z0-9])"), "가운뎃점은 ·(U+00B7)를 쓰세요.", "the middle dot is · (U+00B7)"),
        (tuple("-–—"), re.compile(r"(?<=\d)\s?[-–—](?=\d+(?:쪽|년|월|일|%|개|건|호))"), "범위는 ~로 적으세요(14~15쪽).", "write ranges in Korean with ~ (14~15쪽)"),
    ),
    "en": (
        (("’’", "``", ",,"), re.compile(r"(?<=[a-z])’’|``|,,(?=\w)"), "따옴표를 “ ”나 \" \"로 적으세요.", "write quotation marks as “ ” or \" \""),
        (("~",), re.compile(r"(?<=\d)~(?=\d)"), "영어의 범위는 –로 적으세요(pp. 14–15).", "write ranges in English with – (pp. 14–15)"),
    ),
}  # fmt: skip
ALL_SIGNS: tuple[Sign, ...] = (
    (("…", "..."), re.compile(r"…+|(?<![.\w/])\.{3,}|(?<=\w)\.{3,}"), "말줄임표는 쓰지 않습니다. 문장을 끝맺으세요.", "no ellipsis; finish the sentence"),
    (("..", ",,", ". .", ". ,", ", .", ", ,", "!!", "??", "!?", "?!"), re.compile(r"(?<=[가-힣A-Za-z])(?<!\.)\.\.(?=[\s”’)]|$)|,,|[.,] [.,](?=\s)|[!?]{2,}"), "문장 부호가 겹쳤습니다. 하나만 남기세요.", "doubled punctuation; keep one"),
    (("\t",), re.compile(r"\t+(?<=\S\t)(?=\S)"), "글 사이에 탭이 있습니다. 빈칸으로 바꾸세요. 표는 ‘|’로 적습니다.", "a tab in the text; write a space, or | for a table"),
    (tuple("。、，．！？：；"), re.compile(r"[。、，．！？：；]"), "한중일 전각 부호입니다. 보통 부호로 바꾸세요.", "full-width punctuation; write the ordinary sign"),
    (("$",), re.compile(r"\$(?=[\d.,]+ ?(?:million|billion|trillion|bn|[만억조]))"), "금액은 한국어로 ‘20억 달러’, 영어로 ‘USD 2 billion’처럼 적으세요.", "write money as in 'USD 2 billion', in Korean as in '20억 달러'"),
    ((" .", " ,"), re.compile(r"(?<=[가-힣a-z]) [,.](?=\s|$)(?!\.)"), "문장 부호 앞에 빈칸이 있습니다. 붙여 쓰세요.", "a space before the sign; remove it"),
    # The sign comes first in the pattern, so that the search can leap to it.
    ((".", ","), re.compile(r"\.(?<=[가-힣]다\.)(?=[가-힣A-Z])|\.(?<=[a-z]{3}\.)(?=[A-Z][a-z]+ )|,(?<=[a-z]{3},)(?=[a-z]{3})"), "문장 부호 뒤에 빈칸이 없습니다. 띄어 쓰세요.", "no space after the sign; add one"),
)  # fmt: skip
BRACKETS = {"“": "”", "‘": "’", "(": ")", "「": "」", "『": "』"}
PAIRED = re.compile(f"[{''.join(re.escape(sign) for pair in BRACKETS.items() for sign in pair)}]")


def signs(library: Library) -> Iterator[Problem]:
    """Signs are those of the style guide: “ ” ‘ ’, ·, ~ in Korean ranges, no ellipsis, none doubled."""
    yield from everywhere(library, _wrong_signs)


def pairs(library: Library) -> Iterator[Problem]:
    """Every bracket and curly quotation mark has its partner in the same paragraph."""
    yield from everywhere(library, _unpaired, kinds=PROSE - {"table"})


def _wrong_signs(text: str, lang: Lang) -> Iterator[Found]:
    for needed, pattern, ko, en in (*ALL_SIGNS, *SIGNS[lang]):
        for match in pattern.finditer(text) if any(sign in text for sign in needed) else ():
            shown = match[0].strip() or "\\t"
            yield match.start(), "punctuation", f"‘{shown}’: {ko}", f"'{shown}': {en}"


def _unpaired(text: str, _: Lang) -> Iterator[Found]:
    """The first bracket or quotation mark of a passage that has no partner."""
    waiting: list[tuple[str, int]] = []
    for match in PAIRED.finditer(text):
        sign, offset = match[0], match.start()
        if sign in BRACKETS:
            waiting.append((sign, offset))
        elif not _apostrophe(text, offset, within=any(opened == "‘" for opened, _ in waiting)):
            if waiting and BRACKETS[waiting[-1][0]] == sign:
                waiting.pop()
            elif not (sign == ")" and re.search(r"(?:^|[\s(])[\w가-힣]{1,2}$", text[:offset])):
                yield (
                    offset,
                    "punctuation",
                    f"여는 짝이 없는 ‘{sign}’ 부호가 있습니다. 짝을 맞추세요.",
                    f"'{sign}' without its opening partner",
                )
                return
    if waiting:
        sign, offset = waiting[0]
        yield (
            offset,
            "punctuation",
            f"‘{sign}’ 부호가 닫히지 않습니다. ‘{BRACKETS[sign]}’ 부호를 넣으세요.",
            f"'{sign}' is never closed; add '{BRACKETS[sign]}'",
        )


def _apostrophe(text: str, offset: int, *, within: bool) -> bool:
    """Whether ’ stands within a word, or after one where it closes no quotation, as an apostrophe does."""
    before, after = text[max(offset - 1, 0) : offset], text[offset + 1 : offset + 2]
    return (
        text[offset] == "’"
        and before.isascii()
        and before.isalnum()
        and (not within or (after.isascii() and after.isalpha()))
    )


CITED = re.compile(r"(?:\s*(?:\[@[^\[\]]*\]|\{[^{}]*\}))+$")
SENTENCE = re.compile(r"[\s“‘(]*[^\W\d](?=.{10})", re.DOTALL)
CLOSING = "*_”’\"')]"


@on_pages
def full_stop(page: Page) -> Iterator[Problem]:
    """A paragraph ends with a full stop, a question mark, or a colon before a list."""
    for passage in page.outline.passages:
        if passage.kind != "text" or not SENTENCE.match(passage.text):
            continue
        text = page.outline.masked[passage.place.start : passage.place.end].rstrip()
        text = CITED.sub("", text)
        last = text.rstrip(CLOSING)[-1:]
        if last.isalnum() and not text.endswith(")"):
            yield inside(page, passage, (len(text) - 1, "punctuation", "문단 끝에 마침표가 없습니다. 넣으세요.",
                         "no full stop at the paragraph's end; add one"))  # fmt: skip


RULES = (signs, pairs, full_stop)
