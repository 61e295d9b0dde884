"""Rules about words: the glossary's preferred terms, both forms of a name, particles, doubled words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..korean import ENDINGS, PAIRS, has_hangul, particle
from ..language import LANGS, Lang
from ..library import Library, Page
from ..outline import Passage
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


QUOTED = re.compile('“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|"[^"\n]*"')


def _without_quotations(text: str) -> str:
    """The text with quotations blanked: a quoted word may be discussed, and a title is a name."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text)


IN_PARENTHESES = re.compile(r" ?\(([A-Z][A-Z0-9-]{1,9})\)")


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


def _abbreviations(page: Page) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Abbreviations in parentheses, in running text."""
    for passage in page.outline.passages:
        if passage.kind in ("text", "item", "quote"):
            yield from ((passage, match) for match in IN_PARENTHESES.finditer(passage.text))


PARENTHESIS = re.compile(r"([가-힣])\((?:[^()가-힣]*)\)(은|는|이|가|을|를|과|와|으로|로)(?=[\s,.])")
BOTH_FORMS = re.compile(
    r"[가-힣A-Za-z0-9)](은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|\(으\)로|\(이\)라)"
)
LETTERS_SPELLED = 4
"""Longer abbreviations are mostly read as words."""
FORMS = {form: pair for pair in ("은", "이", "을", "과", "으로") for form in PAIRS[pair]}


def particles(library: Library) -> Iterator[Problem]:
    """A Korean particle agrees with the word before it, also across a parenthesis."""
    yield from everywhere(library, _particles, _title_pattern(library))


def _particles(text: str, lang: Lang, titles: re.Pattern[str]) -> Iterator[Found]:
    if lang != "ko":
        return
    for match in BOTH_FORMS.finditer(text):
        yield (
            match.start(1), "particle", f"조사 ‘{match[1]}’ 가운데 앞말에 맞는 하나만 쓰세요.",
            f"choose one of the particles '{match[1]}'",
        )  # fmt: skip
    for pattern in (PARENTHESIS, titles):
        for match in pattern.finditer(text):
            right = particle(match[1], FORMS[match[2]])
            if right != match[2] and _sounds_sure(match[1]):
                word = match[0][: match.start(2) - match.start()]
                yield (
                    match.start(2), "particle",
                    f"‘{word}{match[2]}’의 조사가 앞말과 맞지 않습니다. ‘{word}{right}’ 꼴로 쓰세요.",
                    f"the particle in '{word}{match[2]}' doesn't agree; write '{word}{right}'",
                )  # fmt: skip


def _title_pattern(library: Library) -> re.Pattern[str]:
    names = [str(term.title.ko) for term in library.terms.values()]
    names += [str(t.facts.abbreviation) for t in library.terms.values() if t.facts.abbreviation]
    some = "|".join(
        re.escape(name) for name in sorted(names, key=len, reverse=True) if len(name) > 2
    )
    return re.compile(rf"(?<![\w-])({some or '(?!)'})(은|는|을|를|과|와|으로|로)(?=[\s,.])")


def _sounds_sure(word: str) -> bool:
    """Whether it is sure how a word's end is read: Hangul, or letters that sound alike in both readings."""
    if has_hangul(word[-1]):
        return True
    spelled = word.isupper() and word.isalpha() and len(word) <= LETTERS_SPELLED
    return spelled and (word[-1] not in "BCDGKPRF" or not set("AEIOU") & set(word))


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


RULES = (discouraged, first_use, particles, doubled, repeated)
