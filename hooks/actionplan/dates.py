"""Dates as the two languages write them.

From ISO 8601 dates of day, month or year precision. It must not know where a date comes from.
"""

from __future__ import annotations

from .language import Lang

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
"""English names of the months, which do not depend on the machine's locale."""


def written_date(date: str, lang: Lang) -> str:
    """An ISO date (YYYY, YYYY-MM, YYYY-MM-DD) in words: 2025년 7월 23일; July 23, 2025."""
    parts = [int(part) for part in date.split("-")]
    if lang == "ko":
        return " ".join(f"{part}{unit}" for part, unit in zip(parts, "년월일", strict=False))
    if len(parts) == 1:
        return str(parts[0])
    month = MONTHS[parts[1] - 1]
    return f"{month} {parts[2]}, {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def dotted_date(date: str) -> str:
    """An ISO date as Korean legal writing has it: 2025. 7. 23."""
    return " ".join(f"{int(part)}." for part in date.split("-"))
