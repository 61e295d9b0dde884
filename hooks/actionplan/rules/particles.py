"""Rules about Korean particles, which agree with the sound that ends the word before them.

Agreement is sure after a parenthesis, after the glossary's names, and after a noun that the site itself
writes with the other form elsewhere; nothing else is judged, since verbs end like particles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..korean import PAIRS, has_hangul, particle
from ..language import Lang
from ..library import Library
from ..problem import Problem
from .finding import Found, any_of
from .texts import everywhere, texts

PARENTHESIS = re.compile(r"([가-힣])\((?:[^()가-힣]*)\)(은|는|이|가|을|를|과|와|으로|로)(?=[\s,.])")
BOTH_FORMS = re.compile(
    r"[가-힣A-Za-z0-9)](은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|\(으\)로|\(이\)라)"
)
LETTERS_SPELLED = 4
"""Longer abbreviations are mostly read as words."""
FORMS = {form: pair for pair in ("은", "이", "을", "과", "으로") for form in PAIRS[pair]}


def particles(library: Library) -> Iterator[Problem]:
    """A Korean particle agrees with the word before it, also across a parenthesis."""
    yield from everywhere(library, _particles, _title_pattern(library), _odd_forms(library))


def _particles(
    text: str, lang: Lang, titles: re.Pattern[str], odd: re.Pattern[str]
) -> Iterator[Found]:
    if lang != "ko":
        return
    for match in BOTH_FORMS.finditer(text):
        yield (
            match.start(1), "particle", f"조사 ‘{match[1]}’ 가운데 앞말에 맞는 하나만 쓰세요.",
            f"choose one of the particles '{match[1]}'",
        )  # fmt: skip
    for pattern in (PARENTHESIS, titles, odd):
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
    names += [str(name) for term in library.terms.values() for name in term["ko"].words.aliases]
    names += [str(t.facts.abbreviation) for t in library.terms.values() if t.facts.abbreviation]
    some = any_of(name for name in names if len(name) > 2)
    return re.compile(rf"({some})(은|는|을|를|과|와|으로|로)(?=[\s,.])")


def _sounds_sure(word: str) -> bool:
    """Whether it is sure how a word's end is read: Hangul, or letters that sound alike in both readings."""
    if has_hangul(word[-1]):
        return True
    spelled = word.isupper() and word.isalpha() and len(word) <= LETTERS_SPELLED
    return spelled and (word[-1] not in "BCDGKPRF" or not set("AEIOU") & set(word))


WORD = re.compile(r"(?<![가-힣])[가-힣]{3,9}(?![가-힣])")
OTHER_FORM = {"은": "는", "는": "은", "을": "를", "를": "을"}
OF_VERBS = ("고", "다", "지", "게", "기")
"""Endings that show a stem to be a verb's, after which 는 and 은 are no particles."""
USUAL = 3
"""A noun that stands so often with the right form is surely a noun."""


def _odd_forms(library: Library) -> re.Pattern[str]:
    """Nouns of the site with a particle that doesn't agree, each written so only once."""
    words = Counter(word for text in texts(library, "ko") for word in WORD.findall(text))
    odd = [word for word, count in words.items() if count == 1 and _odd(word, words)]
    some = "|".join(re.escape(word[:-1]) for word in odd)
    return re.compile(rf"(?<![가-힣])({some or '(?!)'})(은|는|을|를)(?![가-힣])")


def _odd(word: str, words: Counter[str]) -> bool:
    noun, form = word[:-1], word[-1]
    return (
        form in OTHER_FORM
        and particle(noun, FORMS[form]) != form
        and words[noun + OTHER_FORM[form]] >= USUAL
        and not any(words[noun + ending] for ending in OF_VERBS)
    )


RULES = (particles,)
