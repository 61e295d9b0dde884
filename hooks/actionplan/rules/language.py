"""Rules about a text's language and its style of ending sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ..language import LANGS, Lang, other
from ..library import Library, Page
from ..problem import Problem
from .finding import Found, Placed, at, inside, named
from .texts import bilinguals

QUOTATION = re.compile('“[^“”\n]*”|‘[^‘’\n]*’|「[^」\n]*」|"[^"\n]*"|\\([^()\n]*\\)')
HANGUL = re.compile(r"[가-힣]")
LATIN = re.compile(r"[A-Za-z]")
WORDS = re.compile(r"[A-Za-z]{2,}")
OTHER_SCRIPT = re.compile("[ぁ-ゖァ-ヺ]{3}|[一-鿿][一-鿿，、]{7}")
"""Kana, or more Chinese characters in a row than a Korean word has."""
CELL = re.compile(r"[^|]+")
SENTENCE = re.compile(r".+?(?:[.!?](?=\s|$)|$)", re.DOTALL)
LANGUAGES: dict[Lang, tuple[str, str]] = {"ko": ("한국어", "Korean"), "en": ("영어", "English")}
WHOLE = "whole page"
"""What a problem is about that speaks for all of its page."""
MOST = 5
"""Lines in the other language that may be the whole page's mistake."""
LONG = 5
"""Words in Latin letters that can still be a name in a Korean text."""
WITH_BIEUP = "".join(chr(code) for code in range(0xAC00 + 17, 0xD7A4, 28))
"""Syllables that end in ㅂ (Unicode 3.12), as before -니다 and -니까."""
POLITE = re.compile(
    rf"[가-힣]*(?:[{WITH_BIEUP}](?:니다|니까)|십시오|세요|어요|아요|해요|예요|에요|네요|지요|죠|까요)[.!?](?=[\s)”’]|$)"
)
PLAIN = re.compile(r"[가-힣]*(?:[가-힣]다|있다|없다|이다|한다|된다)\.(?=[\s)]|$)")


def language(library: Library) -> Iterator[Problem]:
    """Every sentence is in the language of its page; words of the other stand in <span lang>."""
    for page in library.pages.values():
        yield from page.once(language, None, partial(_on_page, page))
    for path, both in bilinguals(library):
        for lang in LANGS:
            value = both[lang]
            for ko, en in _foreign(value, lang):
                yield Problem(path, value.line, value.column, "language", ko, en)


def _on_page(page: Page) -> Iterator[Problem]:
    found = list(_passages(page))
    lines = {problem.line for problem in found}
    if len(lines) >= MOST and len(lines) * 2 > len(page.outline.passages):
        ko, en = LANGUAGES[other(page.lang)]
        place = page.outline.passages[0].place
        yield replace(at(page, place, "language", f"이 쪽은 거의 모두 {ko}로 적혀 있습니다. 옮기거나, 다른 언어의 파일을 잘못 붙였다면 되돌리세요.",
                         f"most of this page is {en}; translate it, or put it back if the other language's page was pasted here"), about=WHOLE)  # fmt: skip
        return
    yield from found
    yield from _title(page, page.title, page.title, page.title)
    yield from _fields(page)


def _passages(page: Page) -> Iterator[Problem]:
    native = _native(page)
    for passage in page.outline.passages:
        text = native[passage.place.start : passage.place.end]
        if passage.kind == "heading" or not _suspicious(text, page.lang):
            continue
        parts = CELL if passage.kind == "table" else SENTENCE
        for part in parts.finditer(text):
            for message in _foreign(part[0], page.lang):
                start = part.end() - len(part[0].lstrip())
                yield inside(page, passage, (start, "language", *message))
    for heading in page.outline.headings:
        text = native[heading.place.start : heading.place.end]
        if heading.level > 1:
            yield from _title(page, heading.place, heading.text, text.partition("{#")[0])


def _suspicious(text: str, lang: Lang) -> bool:
    """Whether any part of a text can be in the other language."""
    letters = (HANGUL if lang == "en" else WORDS).findall(text)
    return len(letters) >= (4 if lang == "en" else LONG) or bool(OTHER_SCRIPT.search(text))


def _fields(page: Page) -> Iterator[Problem]:
    """The words that an English page gives search are English; a Korean one may have English names."""
    for name in ("keywords", "aliases", "actors", "instruments") if page.lang == "en" else ():
        for word in getattr(page.words, name, ()):
            if HANGUL.search(QUOTATION.sub("", word)):
                yield at(page, word, "language", f"영어 쪽의 ‘{name}’에 한국어 {named(word, '이')} 있습니다. 영어로 옮기거나 한국어 파일로 옮기세요.",
                         f"'{word}' in '{name}' of an English page is Korean; translate it or move it to the Korean file")  # fmt: skip


def _native(page: Page) -> str:
    """The prose without what is marked or quoted as being in another language."""
    spans = [
        m.span()
        for m in re.finditer(r"<span lang=[^>]*>.*?</span>", page.outline.masked, re.DOTALL)
    ]
    text = page.outline.prose
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return _unquoted(text)


def _unquoted(text: str) -> str:
    """A text with blanks where it quotes, which may be in another language or style."""
    return QUOTATION.sub(lambda m: " " * len(m[0]), text)


def _foreign(text: str, lang: Lang) -> Iterator[tuple[str, str]]:
    if OTHER_SCRIPT.search(text):
        yield (
            "한국어도 영어도 아닌 글(일본어나 중국어)이 있습니다. 이 쪽의 언어로 옮기세요.",
            "a text in neither Korean nor English (Japanese or Chinese); translate it into the page's language",
        )
        return
    hangul = len(HANGUL.findall(text))
    # Latin letters, of which there are many, are counted only where their number can matter.
    if lang == "en" and hangul >= 4:
        latin = len(LATIN.findall(text))
        if hangul * 2.5 > latin:
            share = round(100 * hangul / (hangul + latin))
            yield (
                f"영어 쪽에 한국어 글이 있습니다(한글 {share}%). 영어로 옮기세요.",
                f"Korean on the English side ({share} % Hangul); translate it",
            )
    elif lang == "ko" and hangul * 4 < len(text):
        latin = len(LATIN.findall(text))
        if hangul * 4 < latin and len(WORDS.findall(text)) >= LONG:
            share = round(100 * latin / (hangul + latin))
            yield (
                f"한국어 쪽에 영어 글이 있습니다(로마자 {share}%). 한국어로 옮기세요.",
                f"English on the Korean side ({share} % Latin letters); translate it",
            )


ENGLISH_TITLE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}|[a-z]{3,} [A-Za-z]{3,}")


def _title(page: Page, place: Placed, title: str, native: str) -> Iterator[Problem]:
    """A title or heading is in the language of its page, `native` being what isn't marked as another."""
    if page.lang == "en" and HANGUL.search(native):
        yield at(page, place, "language", f"영어 쪽의 제목 ‘{title}’에 한글이 있습니다. 영어로 옮기세요.",
                 f"the title '{title}' of an English page is Korean; translate it")  # fmt: skip
    elif page.lang == "ko" and not HANGUL.search(title) and ENGLISH_TITLE.search(native):
        yield at(page, place, "language", f"한국어 쪽의 제목이 영어 ‘{title}’입니다. 한국어로 옮기세요.",
                 f"the title '{title}' of a Korean page is English; translate it")  # fmt: skip


def ending(library: Library) -> Iterator[Problem]:
    """Korean sentences end in the plain style '-다'; the contributors' guide ends in '-습니다/-하세요'."""
    for page in library.pages.values():
        if page.lang != "ko":
            continue
        guide = page.name.startswith("contribute/") or page.name == "404"
        for passage in page.outline.passages:
            if passage.kind in ("text", "item"):
                text = _unquoted(passage.text)
                for offset, rule, ko, en in _plain_in_guide(text) if guide else _polite(text):
                    yield inside(page, passage, (offset, rule, ko, en))
    for path, both in bilinguals(library):
        for offset, rule, ko, en in _polite(_unquoted(both.ko)):
            yield Problem(path, both.ko.line, both.ko.column + offset, rule, ko, en)


def _polite(text: str) -> Iterator[Found]:
    for match in POLITE.finditer(text):
        yield (
            match.start(),
            "ending",
            f"‘{match[0]}’: 본문은 ‘-다’로 끝맺습니다. 평어체로 고치세요.",
            f"'{match[0]}': Korean text ends in the plain style '-다'",
        )


def _plain_in_guide(text: str) -> Iterator[Found]:
    for match in PLAIN.finditer(text):
        if not match[0].endswith("니다."):
            yield (
                match.start(),
                "ending",
                f"‘{match[0]}’: 기여 안내는 ‘-습니다/-하세요’로 끝맺습니다.",
                f"'{match[0]}': the contributors' guide ends in '-습니다/-하세요'",
            )


RULES = (language, ending)
