"""Rules about dates in the text: real days, written as the style guide writes them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from ..dates import MONTHS
from ..language import Lang
from ..library import Library
from ..problem import Problem
from .finding import Found, named
from .texts import everywhere

DIGIT = re.compile("[0-9]")
KO_DATE = re.compile(r"(?<![\d.])(?:(\d{4})년 ?)?(\d{1,2})월 ?(\d{1,2})일")
KO_MONTH = re.compile(r"(?<![\d.])\d{4}년 ?(\d{1,2})월(?!간)")
EN_MONTH = "|".join(MONTHS)
EN_DATE = re.compile(rf"\b({EN_MONTH}) (\d{{1,2}})(?:,? (\d{{4}}))?\b(?![\d:])")
FORMS_KO: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![\d./-])(?:19|20)\d{2}\. ?\d{1,2}\. ?\d{1,2}\.?(?!\d)"), "2025년 7월 23일"),
    (re.compile(r"(?<![\w./-])(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?![\w/-])"), "2025년 7월 23일"),
    (re.compile(r"(?<!\w)’\d{2}년|(?<![\d.])\d{2}\. ?\d{1,2}월"), "2025년"),
    (re.compile(rf"\b(?:{EN_MONTH}) \d{{1,2}}, \d{{4}}"), "2025년 7월 23일"),
)
FORMS_EN: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(rf"(?<!\w)\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{EN_MONTH})(?:,? \d{{4}})?\b"),
        "July 23, 2025",
    ),
    (re.compile(r"(?<![\w./-])(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?![\w/-])"), "July 23, 2025"),
    (re.compile(r"(?<![\w./-])\d{1,2}/\d{1,2}/(?:19|20)?\d{2}(?![\w/-])"), "July 23, 2025"),
    (re.compile(rf"\b(?:{EN_MONTH}) \d{{1,2}}(?:st|nd|rd|th)\b"), "July 23, 2025"),
    (re.compile(rf"\b(?:{EN_MONTH}) \d{{1,2}} (?:19|20)\d{{2}}\b"), "July 23, 2025"),
    (
        re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2},? \d{4}"),
        "July 23, 2025",
    ),
    (re.compile(r"\d{4}년|\d{1,2}월 ?\d{1,2}일"), "July 23, 2025"),
)


def dates(library: Library) -> Iterator[Problem]:
    """A date in the text is a real day, written as its language writes it."""
    yield from everywhere(library, _dates)


def _dates(text: str, lang: Lang) -> Iterator[Found]:
    if not DIGIT.search(text):
        return
    for pattern, model in FORMS_KO if lang == "ko" else FORMS_EN:
        for match in pattern.finditer(text):
            yield (
                match.start(),
                "date-form",
                f"날짜 ‘{match[0]}’의 꼴이 다릅니다. ‘{model}’처럼 적으세요.",
                f"the date '{match[0]}' has another form; write it as '{model}'",
            )
    for offset, written, year, month, day in _days(text, lang):
        if not _exists(year, month, day):
            yield (
                offset,
                "date-real",
                f"{named(written, '은')} 없는 날짜입니다. 고치세요.",
                f"there is no '{written}'; correct it",
            )


def _days(text: str, lang: Lang) -> Iterator[tuple[int, str, int, int, int]]:
    if lang == "ko":
        for match in KO_DATE.finditer(text):
            yield match.start(), match[0], int(match[1] or 2024), int(match[2]), int(match[3])
        for match in KO_MONTH.finditer(text):
            if not 1 <= int(match[1]) <= 12 and not KO_DATE.match(text, match.start()):
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
