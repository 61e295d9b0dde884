"""Rules about dates in the text: real days, written as the style guide writes them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from ..dates import MONTHS, written_date
from ..language import Lang
from ..library import Library
from ..problem import Problem
from .finding import Found, named
from .texts import everywhere

SHORT = [month[:3] for month in MONTHS]
DIGIT = re.compile("[0-9]")
KO_DATE = re.compile(r"(?<![\d.])(?:(\d{4})년 ?)?(\d{1,2})월 ?(\d{1,2})일")
KO_MONTH = re.compile(r"(?<![\d.])\d{4}년 ?(\d{1,2})월(?!간)")
EN_MONTH = "|".join(MONTHS)
EN_DATE = re.compile(rf"\b({EN_MONTH}) (\d{{1,2}})(?:,? (\d{{4}}))?\b(?![\d:])")
FORMS: dict[Lang, tuple[re.Pattern[str], ...]] = {
    "ko": (
        re.compile(r"(?<![\d./-])(?:19|20)\d{2}\. ?\d{1,2}\. ?\d{1,2}\.?(?!\d)"),
        re.compile(r"(?<![\w./-])(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?![\w/-])"),
        re.compile(r"(?<!\w)’\d{2}년(?: ?\d{1,2}월)?(?: ?\d{1,2}일)?|(?<![\d.])\d{2}\. ?\d{1,2}월"),
        re.compile(rf"\b(?:{EN_MONTH}) \d{{1,2}}, \d{{4}}"),
    ),
    "en": (
        re.compile(rf"(?<!\w)\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{EN_MONTH})(?:,? \d{{4}})?\b"),
        re.compile(r"(?<![\w./-])(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?![\w/-])"),
        re.compile(r"(?<![\w./-])\d{1,2}/\d{1,2}/(?:19|20)?\d{2}(?![\w/-])"),
        re.compile(rf"\b(?:{EN_MONTH}) \d{{1,2}}(?:st|nd|rd|th)\b(?:,? \d{{4}})?"),
        re.compile(rf"\b(?:{EN_MONTH}) \d{{1,2}} (?:19|20)\d{{2}}\b"),
        re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2},? \d{4}"),
        re.compile(r"\d{4}년(?: ?\d{1,2}월)?(?: ?\d{1,2}일)?|\d{1,2}월 ?\d{1,2}일"),
    ),
}
"""How dates are written that the style guide writes otherwise."""
MODEL: dict[Lang, str] = {"ko": "2025년 7월 23일", "en": "July 23, 2025"}
PART = re.compile(r"\d+|[A-Z][a-z]{2}")


def dates(library: Library) -> Iterator[Problem]:
    """A date in the text is a real day, written as its language writes it."""
    yield from everywhere(library, _dates)


def _dates(text: str, lang: Lang) -> Iterator[Found]:
    if not DIGIT.search(text):
        return
    for pattern in FORMS[lang]:
        for match in pattern.finditer(text):
            right, model = _in_style(match[0], lang), MODEL[lang]
            yield (
                match.start(),
                "date-form",
                f"날짜 ‘{match[0]}’의 꼴이 다릅니다. {named(right, '으로') if right else f'‘{model}’처럼'} 적으세요.",
                f"the date '{match[0]}' has another form; write "
                + (f"'{right}'" if right else f"it as in '{model}'"),
            )
    for offset, written, year, month, day in _days(text, lang):
        if not _exists(year, month, day):
            yield (
                offset,
                "date-real",
                f"{named(written, '은')} 없는 날짜입니다. 고치세요.",
                f"there is no '{written}'; correct it",
            )


def _in_style(written: str, lang: Lang) -> str:
    """The same date as the style guide writes it; empty where that can't be told."""
    year, month, day = _read(written)
    if not _exists(year or 2024, month or 1, day or 1):
        return ""
    if not year:
        return f"{month}월 {day}일" if lang == "ko" else f"{MONTHS[month - 1]} {day}"
    return written_date("-".join(str(part) for part in (year, month, day) if part), lang)


def _read(written: str) -> tuple[int, int, int]:
    """Year, month and day of a date in any of the forms, 0 for what it doesn't name."""
    parts = PART.findall(written)
    numbers = [int(part) for part in parts if part.isdigit()]
    month = next((SHORT.index(part) + 1 for part in parts if part in SHORT), 0)
    if month:
        day, year, *_ = [*numbers, 0]
    elif "/" in written and numbers[0] < 100:
        month, day, year = numbers  # as Americans write it, where it can be so
        month, day = (day, month) if month > 12 else (month, day)
    elif "월" in written and "년" not in written and "." not in written:
        month, day = numbers
        year = 0
    else:
        year, month, day, *_ = [*numbers, 0, 0]
    return year + 2000 * (0 < year < 100), month, day


def _days(text: str, lang: Lang) -> Iterator[tuple[int, str, int, int, int]]:
    if lang == "ko":
        for match in KO_DATE.finditer(text):
            yield match.start(), match[0], int(match[1] or 2024), int(match[2]), int(match[3])
        for match in KO_MONTH.finditer(text):
            if not KO_DATE.match(text, match.start()):
                yield match.start(), match[0], 2024, int(match[1]), 1
    else:
        for match in EN_DATE.finditer(text):
            yield (
                match.start(),
                match[0],
                int(match[3] or 2024),
                MONTHS.index(match[1]) + 1,
                int(match[2]),
            )


@cache
def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


RULES = (dates,)
