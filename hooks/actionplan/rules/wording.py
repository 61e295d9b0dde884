"""Rules about words: the glossary's preferred terms, both forms of a name, doubled words, US spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..korean import ENDINGS
from ..language import LANGS, Bilingual, Lang, Text
from ..library import Library, Page
from ..parts import Passage
from ..problem import Problem
from .finding import Found, at, inside, named, on_pages
from .texts import everywhere

AFTER_NOUN = frozenset(ENDINGS)


def discouraged(library: Library) -> Iterator[Problem]:
    """A concept is called by the glossary's term, not by a word that the glossary discourages."""
    yield from everywhere(library, _found_in, {lang: _discouraged(library, lang) for lang in LANGS})


@dataclass(frozen=True)
class _Discouraged:
    """The words that the glossary replaces in one language, and the pattern that finds them."""

    instead: dict[str, str]
    pattern: re.Pattern[str]


def _discouraged(library: Library, lang: Lang) -> _Discouraged:
    instead = {
        word.casefold(): str(term.title[lang])
        for term in library.terms.values()
        for word in term[lang].words.discouraged
    }
    some = "|".join(re.escape(word) for word in sorted(instead, key=len, reverse=True)) or r"(?!)"
    return _Discouraged(
        instead,
        re.compile(rf"(?<![\w-])({some})(?![A-Za-z-])(?P<end>[가-힣]*)", re.IGNORECASE),
    )


def _found_in(text: str, lang: Lang, known: dict[Lang, _Discouraged]) -> Iterator[Found]:
    for match in known[lang].pattern.finditer(_without_quotations(text)):
        if _stands_alone(match):
            title = known[lang].instead[match[1].casefold()]
            yield (
                match.start(), "term-discouraged",
                f"‘{match[1]}’ 대신 {named(title, '을')} 쓰세요(용어집).",
                f"write '{title}' instead of '{match[1]}' (glossary)",
            )  # fmt: skip


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether the word stands for itself: followed by nothing or a particle, not part of another."""
    end = match.groupdict().get("end")
    return not end or end in AFTER_NOUN


OPENING = re.compile('[“‘「『《"]')
QUOTED = re.compile('“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|"[^"\n]*"')


def _without_quotations(text: str) -> str:
    """The text with quotations blanked: a quoted word may be discussed, and a title is a name."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text) if OPENING.search(text) else text


IN_PARENTHESES = re.compile(r" ?\(([A-Z][A-Z0-9-]{1,9})(?:, [^()]*)?\)")


def first_use(library: Library) -> Iterator[Problem]:
    """A name and its abbreviation stand together once on a page; after that, the abbreviation alone."""
    known = {t.facts.abbreviation: t.title for t in library.terms.values() if t.facts.abbreviation}
    for page in library.pages.values():
        seen: set[str] = set()
        for passage, match in _abbreviations(page):
            title = known[match[1]][page.lang] if match[1] in known else None
            if title is None or not passage.text.endswith(title, 0, match.start()):
                continue
            if match[1] in seen:
                yield inside(page, passage, (
                    match.start() - len(title), "first-use",
                    f"‘{title}({match[1]})’ 병기가 이 쪽에 이미 있습니다. 여기서는 ‘{match[1]}’만 쓰세요.",
                    f"'{title} ({match[1]})' stands on this page already; write '{match[1]}' alone",
                ))  # fmt: skip
            seen.add(match[1])
        yield from _turned(page, known)


def _turned(page: Page, known: dict[Text, Bilingual]) -> Iterator[Problem]:
    """Abbreviations that stand before their names: HBM(고대역폭 메모리)."""
    for passage in page.outline.passages:
        for match in TURNED.finditer(passage.text) if passage.kind in ("text", "item") else ():
            title = known[Text(match[1])][page.lang] if match[1] in known else None
            if title is not None and title.casefold() == match[2].casefold():
                right = f"{title}({match[1]})" if page.lang == "ko" else f"{title} ({match[1]})"
                yield inside(page, passage, (
                    match.start(), "first-use",
                    f"‘{match[0]}’: 이름을 앞에, 약칭을 괄호 안에 적으세요: ‘{right}’.",
                    f"'{match[0]}': the name comes first; write '{right}'",
                ))  # fmt: skip


TURNED = re.compile(r"\b([A-Z][A-Z0-9-]{1,9}) ?\(([^()\n]+)\)")


def _abbreviations(page: Page) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Abbreviations in parentheses, in running text."""
    for passage in page.outline.passages:
        if passage.kind in ("text", "item", "quote"):
            yield from ((passage, match) for match in IN_PARENTHESES.finditer(passage.text))


DOUBLED_EN = re.compile(
    r"(?i)(?<![\w-])(the|a|an|of|to|in|is|are|and|or|for|on|with|by|from|as|at|it|be|this|we|its)\s+\1(?![\w'-])"
)
DOUBLED_KO = re.compile(
    r"(?<![\w가-힣])([가-힣]{2,}(?:은|는|을|를|의|에|이|가|에서|으로|하고|하며|한다|했다))[ \n]\1(?![가-힣])"
)


def doubled(library: Library) -> Iterator[Problem]:
    """No word stands twice in a row by mistake."""
    yield from everywhere(library, _doubled)


def _doubled(text: str, lang: Lang) -> Iterator[Found]:
    words = text.casefold().split()
    if not any(after.startswith(word) for word, after in pairwise(words)):
        return
    for match in (DOUBLED_KO if lang == "ko" else DOUBLED_EN).finditer(text):
        yield (
            match.start(), "word-double", f"{named(match[1], '이')} 두 번 이어집니다. 하나를 지우세요.",
            f"'{match[1]}' twice in a row; delete one",
        )  # fmt: skip


@on_pages
def repeated(page: Page) -> Iterator[Problem]:
    """No paragraph stands twice on a page."""
    seen: dict[str, int] = {}
    for passage in page.outline.passages:
        text = " ".join(passage.text.split())
        if passage.kind not in ("text", "item") or len(text) < 40:
            continue
        if text in seen:
            yield at(page, passage.place, "paragraph-double", f"{seen[text]}행과 같은 글입니다. 하나를 지우세요.",
                     f"the same text as on line {seen[text]}; delete one")  # fmt: skip
        seen.setdefault(text, passage.place.line)


BRITISH = {
    "centre": "center", "programme": "program", "defence": "defense", "licence": "license", "behaviour": "behavior",
    "labour": "labor", "favour": "favor", "colour": "color", "honour": "honor", "neighbour": "neighbor",
    "endeavour": "endeavor", "catalogue": "catalog", "fulfil": "fulfill", "judgement": "judgment", "metre": "meter",
    "kilometre": "kilometer", "litre": "liter", "fibre": "fiber", "theatre": "theater", "sceptical": "skeptical",
    "tyre": "tire", "aluminium": "aluminum", "artefact": "artifact", "ageing": "aging", "instalment": "installment",
    "learnt": "learned", "whilst": "while", "grey": "gray", "modelling": "modeling", "modelled": "modeled",
    "labelling": "labeling", "labelled": "labeled", "travelling": "traveling", "cancelled": "canceled",
    "cancelling": "canceling", "analysed": "analyzed", "analysing": "analyzing",
}  # fmt: skip
ISE = re.compile(
    r"(?:organ|recogn|author|priorit|optim|util|minim|maxim|summar|standard|critic|emphas|real|categor|harmon|final|formal"
    r"|commercial|industrial|modern|special|subsid|penal|legal|liberal|central|decentral|stabil|mobil|local|global|national"
    r"|normal|general|incentiv|character|scrutin|jeopard|capital|crystall|custom|digit|equal|neutral|visual|weapon)"
    r"is(?=e|es|ed|ing|ation|ations\b)"
)
BRITISH_WORD = re.compile(rf"(?<![\w-])(?:({'|'.join(BRITISH)})s?|{ISE.pattern}[a-z]+)(?![\w-])")


def spelling(library: Library) -> Iterator[Problem]:
    """English is spelled as in the United States; names and quotations keep their own spelling."""
    yield from everywhere(library, _british)


def _british(text: str, lang: Lang) -> Iterator[Found]:
    for match in BRITISH_WORD.finditer(_without_quotations(text) if lang == "en" else ""):
        right = BRITISH[match[1]] + match[0][len(match[1]) :] if match[1] else ISE.sub(
            lambda stem: stem[0][:-1] + "z", match[0])  # fmt: skip
        yield (
            match.start(), "spelling", f"‘{match[0]}’ 대신 미국식 철자 {named(right, '을')} 쓰세요.",
            f"British spelling '{match[0]}'; write '{right}'",
        )  # fmt: skip


RULES = (discouraged, first_use, doubled, repeated, spelling)
