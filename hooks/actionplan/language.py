"""The two languages of the site and text that exists in both.

Everything that is said in Korean and in English at once (a record's title, a label, a message) is a
`Bilingual`. This module must not know where a text comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

Lang = Literal["ko", "en"]
LANGS: tuple[Lang, ...] = ("ko", "en")
DEFAULT_LANG: Lang = "ko"


def lang(code: str) -> Lang:
    """The language with this code. Raises ValueError for any other code."""
    for known in LANGS:
        if code == known:
            return known
    raise ValueError(f"not a language of this site: {code!r}")


def other(code: Lang) -> Lang:
    """The language that `code` is not."""
    return "en" if code == "ko" else "ko"


class Text(str):
    """A string from a file that remembers its place (line and column count from 1; 0 = no place)."""

    line: int
    column: int

    def __new__(cls, value: str = "", line: int = 0, column: int = 0) -> Self:
        self = super().__new__(cls, value)
        self.line = line
        self.column = column
        return self


class Whole(int):
    """A whole number from a file that remembers its place, as `Text` does."""

    line: int
    column: int

    def __new__(cls, value: int = 0, line: int = 0, column: int = 0) -> Self:
        self = super().__new__(cls, value)
        self.line = line
        self.column = column
        return self


@dataclass(frozen=True)
class Bilingual:
    """One text in both languages; `text["ko"]` picks one."""

    ko: Text
    en: Text

    def __getitem__(self, code: Lang) -> Text:
        return self.ko if code == "ko" else self.en


def both(ko: str, en: str) -> Bilingual:
    """A bilingual text written in the code (labels, headings)."""
    return Bilingual(Text(ko), Text(en))
