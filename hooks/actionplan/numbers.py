"""Numbers in Korean and English text as values, so that the two languages of a page can be compared.

47억 5천만 and 4.75 billion are one value, and so are 7월 and July. Pure functions over strings. The
Korean units are the powers of ten thousand with 천, 백 and 십 before them (한글 맞춤법 제44항).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .dates import MONTHS
from .language import Lang, other

DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
KO_UNITS = {
    "십": 10, "백": 100, "천": 1000, "만": 10**4, "십만": 10**5, "백만": 10**6, "천만": 10**7,
    "억": 10**8, "십억": 10**9, "백억": 10**10, "천억": 10**11, "조": 10**12,
}  # fmt: skip
EN_UNITS = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_KO_UNIT = "|".join(sorted(KO_UNITS.keys() - {"조"}, key=len, reverse=True))
# 조 is also an article of a law (232조): it is 10^12 only before money or a smaller part.
_UNIT = rf"(?:{_KO_UNIT}|조(?= ?(?:\d|원|달러|유로|엔|위안|개|규모)))"
KO_PART = re.compile(rf"({DIGITS})({_UNIT})?")
EN_NUMBER = re.compile(rf"({DIGITS})(?:(?:-|\s)({'|'.join(EN_UNITS)})\b)?", re.IGNORECASE)
DIGIT = re.compile(r"\d")
# Fractions have words in English; the plan's pillars and secondary tariffs (2차 관세) are names.
NOT_COUNTED = re.compile(r"\d+분의 ?\d+|제\d축|2차(?= ?(?:관세|제재))|(?<!\d)24/7(?!\d)")
# A number within a name (H200, HBM4, v1.2) is part of the name.
START = re.compile(r"\d(?<![A-Za-z\d.,]\d)")

KO_WORDS = {
    "하나": 1, "한": 1, "첫": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열한": 11, "열두": 12, "스물": 20,
    "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "백": 100, "천": 1000, "만": 10**4,
}  # fmt: skip
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
]
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
EN_WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: number for number, word in enumerate(ORDINALS)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "once": 1, "single": 1, "primary": 1, "twice": 2, "secondary": 2, "both": 2, "pair": 2, "half": 2, "triple": 3, "thirds": 3,
    "quarter": 4, "quarters": 4, "dozen": 12, "hundred": 100, "hundreds": 100, "thousand": 1000,
    "thousands": 1000, "century": 100, "decade": 10,
}  # fmt: skip


KO_DAY = re.compile(r"(?<!\d)(\d{1,2})월 ?(\d{1,2})일")
EN_DAY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})(?!\d)")


EN_MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) (?=\d{{4}}\b)")
KO_BARE_DAY = re.compile(r"(?<![\d월])(?<!월 )(\d{1,2})일")
EN_BARE_DAY = re.compile(r"(?:and|or|to|through|[-–,]) ?(?:the )?(\d{1,2})(?![\d,.]\d|\d)")


@dataclass(frozen=True)
class Number:
    """A number in digits: where it stands, how it is written, and its value."""

    start: int
    written: str
    value: Decimal


def numbers(text: str, lang: Lang) -> Iterator[Number]:
    """The numbers that a text writes in digits, from left to right."""
    if not START.search(text):
        return
    text = NOT_COUNTED.sub(lambda match: " " * len(match[0]), text)
    end = 0
    for match in START.finditer(text):
        if match.start() >= end:
            found = _korean(text, match.start()) if lang == "ko" else _english(text, match.start())
            end = found.start + len(found.written)
            yield found


CENTURY = re.compile(r"(?<!\d)(1[89]|20)\d\d–$")
"""Before the second year of a span such as 2025–26."""


def _english(text: str, start: int) -> Number:
    match = EN_NUMBER.match(text, start)
    assert match
    value = _decimal(match[1]) * EN_UNITS.get((match[2] or "").lower(), 1)
    century = CENTURY.search(text, max(start - 5, 0), start) if len(match[0]) == 2 else None
    if century:
        value += 100 * int(century[1])
    return Number(start, match[0], value.normalize())


def _korean(text: str, start: int) -> Number:
    """Parts such as 47억 and 5천만 add up as long as their units become smaller."""
    total, last, end = Decimal(0), 10**16, start
    match = KO_PART.match(text, start)
    while match:
        unit = KO_UNITS.get(match[2] or "", 1)
        value = _decimal(match[1])
        if unit >= last or (end > start and value * unit >= last):
            break
        total, last, end = total + value * unit, unit, match.end()
        following = end + (text[end : end + 1] == " ")
        match = KO_PART.match(text, following) if unit > 1 else None
        if match and text[match.end() : match.end() + 1] in ("년", "월"):
            break
    return Number(start, text[start:end], total.normalize())


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def unsaid(text: str, lang: Lang, other_text: str) -> Iterator[Number]:
    """Days and other numbers of a text that its text in the other language doesn't say."""
    if not DIGIT.search(text):
        return
    there = other(lang)
    found = list(days(text, lang))
    if found:
        known_days = set(_days_said(other_text, there))
        yield from (day for day in found if day.value not in known_days)
    # Most numbers stand in digits on both sides, which is seen before words are read as numbers.
    same = {number.value for number in numbers(other_text, there)}
    odd = [number for number in numbers(text, lang) if number.value not in same]
    known = said(other_text, there) if odd else same
    for number in odd:
        within = any(day.start <= number.start < day.start + len(day.written) for day in found)
        if number.value not in known and not within:
            end = number.start + len(number.written)
            yield (
                replace(number, written=f"{number.written}월")
                if text[end : end + 1] == "월"
                else number
            )
    yield from (month for month in _months(text, lang) if month.value not in known)


def _months(text: str, lang: Lang) -> Iterator[Number]:
    """Months without a day in an English text; in a Korean one they are numbers."""
    for match in EN_MONTH.finditer(text) if lang == "en" else ():
        yield Number(match.start(), match[1], Decimal(MONTHS.index(match[1]) + 1).normalize())


def _days_said(text: str, lang: Lang) -> Iterator[Decimal]:
    """Days of a text, also where a second day shares its month: 9월 29일과 30일, September 29 or 30."""
    yield from (day.value for day in days(text, lang))
    months = {day.value // 100 for day in days(text, lang)}
    for match in (KO_BARE_DAY if lang == "ko" else EN_BARE_DAY).finditer(text):
        yield from (100 * month + int(match[1]) for month in months)


def days(text: str, lang: Lang) -> Iterator[Number]:
    """Days of a month that a text names, as month × 100 + day; their years are numbers of their own."""
    for match in (KO_DAY if lang == "ko" else EN_DAY).finditer(text):
        month = int(match[1]) if lang == "ko" else MONTHS.index(match[1]) + 1
        yield Number(match.start(), match[0], Decimal(100 * month + int(match[2])))


def said(text: str, lang: Lang) -> set[Decimal]:
    """Every value that a text may express, in digits or in words; more rather than fewer.

    1 is always among them: 1년 is a year.
    """
    values = {number.value for number in numbers(text, lang)}
    values |= {Decimal(d.replace(",", "")).normalize() for d in re.findall(DIGITS, text)}
    values |= {value / 10**6 for value in values} | {value / 10**9 for value in values}
    words = _korean_words(text) if lang == "ko" else _english_words(text)
    return values | {Decimal(word).normalize() for word in (1, *words)}


def _korean_words(text: str) -> Iterator[int]:
    for word, value in KO_WORDS.items():
        if word in text:
            yield value


EN_AMOUNT = re.compile(
    rf"(?i)\b([a-z]+)[- ]({'|'.join(EN_UNITS)})(?:[- ]({'|'.join(EN_UNITS)}))?\b"
)
"""One hundred million, two thousand."""


def _english_words(text: str) -> Iterator[int]:
    for word in re.findall(r"[A-Za-z]+", text):
        if word.lower() in EN_WORDS:
            yield EN_WORDS[word.lower()]
        if word in MONTHS:
            yield MONTHS.index(word) + 1
        if word in _ROMAN:
            yield _ROMAN.index(word) + 1
    for tens, ones in re.findall(r"(?i)\b([a-z]+ty)-([a-z]+)\b", text):
        yield EN_WORDS.get(tens.lower(), 0) + EN_WORDS.get(ones.lower(), 0)
    for count, first, second in EN_AMOUNT.findall(text):
        times = EN_UNITS[first.lower()] * EN_UNITS.get(second.lower(), 1)
        yield EN_WORDS.get(count.lower(), 1) * times
