"""Counts, ordinals, fractions and measures that one text says instead of its text in the other language.

The two texts are never held to the same words: something is exchanged only where each side says one
thing of a kind that the other doesn't. Pure functions over strings; it must not know pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from .language import Lang
from .numbers import EN_WORDS, KO_WORDS, ORDINALS, numbers, said


@dataclass(frozen=True)
class Mark:
    """Something that a text says: where, in which words, and what is meant."""

    start: int
    written: str
    key: object


Marks = tuple[list[Mark], list[Mark]]
"""What a Korean and an English text say instead of each other, in the order of the texts."""
Exchange = Callable[[str, str], Marks]


def exchanged(ours: list[Mark], theirs: list[Mark]) -> Marks:
    """As many of either side as there are of both, each once."""
    sides = [list({m.key: m for m in reversed(side)}.values())[::-1] for side in (ours, theirs)]
    shared = min(map(len, sides))
    return sides[0][:shared], sides[1][:shared]


def _unshared(ours: list[Mark], theirs: list[Mark]) -> Marks:
    keys = [{mark.key for mark in side} for side in (ours, theirs)]
    return exchanged(
        [mark for mark in ours if mark.key not in keys[1]],
        [mark for mark in theirs if mark.key not in keys[0]],
    )


# ---- counts in words

KO_COUNTER = "가지|축|건|개|나라|국|곳|번|단계|사람|회사|기업|명|차례|달|해|갈래|종|기관|부처|항목|조건|문서|절|분야|국가|장|층|쪽|방향|길|점"
KO_COUNT = re.compile(
    rf"(?<![가-힣])(?:(두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?={KO_COUNTER})|(둘|셋|넷|다섯|여섯|일곱|여덟|아홉)(?=[은을이로과의만째,. ]|$))"
)
EN_COUNT = re.compile(r"(?i)\b(two|three|four|five|six|seven|eight|nine|ten)\b(?!-)")
IN_ORDER = re.compile(rf"(?i)\b(?:{'|'.join(ORDINALS)})\b|\b\d\.\d{{1,2}}\.\d{{1,2}}\b")
"""Words and numbers that count nothing: the third, action 1.6.2."""


def counts(korean: str, english: str) -> Marks:
    """Counts in words that the other side doesn't say: 세 가지, two things.

    A count that only one of two texts has is a matter of style; where each has one that the other
    lacks, it was changed on one side.
    """
    ours = [
        Mark(m.start(), m[0].strip(), KO_WORDS[m[1] or m[2]])
        for m in KO_COUNT.finditer(korean)
        if not korean.startswith(("째", "번째"), m.end())
    ]
    theirs = [
        Mark(m.start(), m[0], EN_WORDS[m[0].lower()])
        for m in (EN_COUNT.finditer(english) if ours else ())
    ]
    if not theirs or {mark.key for mark in ours} == {mark.key for mark in theirs}:
        return [], []
    known = said(IN_ORDER.sub(" ", english), "en")
    known_ko = {int(number.value) for number in numbers(korean, "ko")} | {m.key for m in ours}
    return exchanged(
        [m for m in ours if m.key not in known],
        [m for m in theirs if m.key not in known_ko],
    )


# ---- ordinals and fractions

KO_FRACTION = re.compile(r"(\d+)분의 ?(\d+)|절반")
EN_FRACTION = re.compile(
    r"(?i)\b(?:(an?|one|two|three|four|five|six|seven|eight|nine)[- ](thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|ninths?|tenths?)|half)\b"
)


def fractions(korean: str, english: str) -> Marks:
    """3분의 2 is two thirds, 절반 is half."""
    ours = [Mark(m.start(), m[0], (m[2] or "1", m[1] or "2")) for m in KO_FRACTION.finditer(korean)]
    if not ours:
        return [], []
    theirs = [Mark(m.start(), m[0], _fraction(m)) for m in EN_FRACTION.finditer(english)]
    return _unshared(ours, theirs)


def _fraction(match: re.Match[str]) -> tuple[str, str]:
    if not match[1]:
        return "1", "2"
    return str(EN_WORDS.get(match[1].lower(), 1)), str(EN_WORDS[match[2].lower().rstrip("s")])


KO_ORDINAL = re.compile(r"(둘|셋|넷|다섯|여섯)째|(두|세|네|다섯|여섯) ?번째")
EN_ORDINAL = re.compile(r"(?i)\b(second|third|fourth|fifth|sixth)\b(?! (?:of |quarter))")
KO_NUMBERED = re.compile(r"(?<!\d)([2-6])(?:차|단계|번째|기|축|심|부|분기|대|호)")


def ordinals(korean: str, english: str) -> Marks:
    """둘째 and 두 번째 are the second; 2차, 제2 and phase 2 may be."""
    ours = [Mark(m.start(), m[0], KO_WORDS[m[1] or m[2]]) for m in KO_ORDINAL.finditer(korean)]
    theirs = [
        Mark(m.start(), m[0], EN_WORDS[m[0].lower()])
        for m in (EN_ORDINAL.finditer(english) if ours else ())
    ]
    digits = {int(match[1]) for match in KO_NUMBERED.finditer(korean if theirs else "")}
    ours, theirs = _unshared(ours, theirs)
    return exchanged(ours, [mark for mark in theirs if mark.key not in digits])


KO_HALF = re.compile(r"(상)반기|하반기")
EN_HALF = re.compile(r"(?i)\b(first) half|\b(?:second|latter) half|\b(?:(H1)|H2)\b")


def halves(korean: str, english: str) -> Marks:
    """상반기 is the first half of a year, 하반기 the second."""
    if "반기" not in korean:
        return [], []
    return _unshared(
        [Mark(m.start(), m[0], bool(m[1])) for m in KO_HALF.finditer(korean)],
        [Mark(m.start(), m[0], bool(m[1] or m[2])) for m in EN_HALF.finditer(english)],
    )


# ---- measures: the unit of a number, and whether it is a least or a most

UNITS: dict[str, tuple[str, str]] = {
    "percent": ("%p?|퍼센트", "%|percent|percentage"),
    "gigawatt-hour": ("GWh|기가와트시", "GWh|gigawatt-hours?"),
    "megawatt-hour": ("MWh|메가와트시", "MWh|megawatt-hours?"),
    "kilowatt-hour": ("kWh|킬로와트시", "kWh|kilowatt-hours?"),
    "terawatt-hour": ("TWh|테라와트시", "TWh|terawatt-hours?"),
    "gigawatt": ("GW|기가와트", "GW|gigawatts?"),
    "megawatt": ("MW|메가와트", "MW|megawatts?"),
    "kilowatt": ("kW|킬로와트", "kW|kilowatts?"),
    "nanometer": ("nm|나노미터|나노", "nm|nanometers?"),
    "kilometer": ("km|킬로미터", "km|kilometers?"),
    "ton": ("톤", "tons?|tonnes?"),
    "hour": ("시간", "hours?"),
    "day": ("일(?!본|부터|까지|에|,)", "days?"),
    "week": ("주(?= ?(?:동안|간|안|이|가|의|뒤|전|마다|\\W|$))", "weeks?"),
    "month": ("개월|달", "months?"),
    "year": ("년(?:간|마다|씩|짜리|치| ?동안| ?이상| ?이내| ?안에| ?뒤)", "years?"),
}  # fmt: skip
_UNIT: dict[Lang, re.Pattern[str]] = {
    "ko": re.compile(r" ?(?:" + "|".join(f"({ko})" for ko, _ in UNITS.values()) + ")"),
    "en": re.compile(
        r"[ -]?(?:" + "|".join(f"({en})" for _, en in UNITS.values()) + r")(?![A-Za-z])"
    ),
}
_KEYS = tuple(UNITS)
ANY_UNIT = re.compile(
    r"\d ?(?:%|퍼센트|[GMkT]W|기가|메가|킬로|테라|nm|나노|km|톤|시간|일|주|개월|달|년)"
)


def measures(korean: str, english: str) -> Marks:
    """The same number with another unit: 300MW, 300 gigawatts."""
    if not ANY_UNIT.search(korean):
        return [], []
    return _otherwise(_units(korean, "ko"), _units(english, "en"))


def _units(text: str, lang: Lang) -> list[tuple[Mark, Decimal]]:
    found = []
    for number in numbers(text, lang):
        end = number.start + len(number.written)
        unit = _UNIT[lang].match(text, end)
        if unit and not text[max(number.start - 2, 0) : number.start].endswith(("월 ", "월")):
            written = text[number.start : unit.end()]
            found.append(
                (Mark(number.start, written, _KEYS[(unit.lastindex or 1) - 1]), number.value)
            )
    return found


KO_MOST = re.compile(r"[^\s\d,.]{0,7} ?(?:(이상|초과|[을를] 넘는|[을를] 웃도는)|(이하|미만|이내))")
EN_MOST = re.compile(
    r"(?i)\b(?:(at least|(?<!no )(?<!not )more than|no less than|no fewer than|a minimum of)"
    r"|(at most|up to|no more than|not more than|(?<!no )less than|(?<!no )fewer than|a maximum of)) (?:USD |KRW |\$)?$"
)


def bounds(korean: str, english: str) -> Marks:
    """The same number as a least on one side and as a most on the other: 10년 이상, up to 10 years."""
    ours = []
    for number in numbers(korean, "ko") if "이" in korean else ():
        most = KO_MOST.match(korean, number.start + len(number.written))
        if most:
            written = korean[number.start : most.end()]
            ours.append((Mark(number.start, written, bool(most[2])), number.value))
    return _otherwise(ours, _bounds_en(english)) if ours else ([], [])


def _bounds_en(english: str) -> list[tuple[Mark, Decimal]]:
    found = []
    for number in numbers(english, "en"):
        most = EN_MOST.search(english[max(number.start - 24, 0) : number.start])
        if most:
            start = number.start - len(most[0])
            written = english[start : number.start] + number.written
            found.append((Mark(start, written, bool(most[2])), number.value))
    return found


def _otherwise(ours: list[tuple[Mark, Decimal]], theirs: list[tuple[Mark, Decimal]]) -> Marks:
    """Marks of the same number that agree nowhere, side by side."""
    found: Marks = ([], [])
    for value in dict.fromkeys(value for _, value in ours):
        sides = [[mark for mark, number in side if number == value] for side in (ours, theirs)]
        if all(sides) and not {m.key for m in sides[0]} & {m.key for m in sides[1]}:
            found[0].append(sides[0][0])
            found[1].append(sides[1][0])
    return found
