"""How rules say what they found: a problem at a place, and the word that was probably meant.

Also turns a rule about one page into a rule about all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial, wraps
from itertools import islice
from typing import Protocol

from ..korean import with_particle
from ..language import Text
from ..library import Library, Page
from ..nearest import nearest
from ..parts import Passage
from ..problem import Problem
from ..urls import FOLDERS, page_of

MOST = 100
"""What a rule finds on one page beyond this is told when the rest is mended: more are one mistake, made many times."""
RECORDS = "action|claim|event|impact|section|source|strategy|term"
"""Kinds of records to which a link may lead, as alternatives of a pattern."""
Found = tuple[int, str, str, str]
"""Offset in a text, rule, and the message in Korean and English."""


class Placed(Protocol):
    """Anything that has a line and a column: a place, a text, a node."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def at(page: Page, place: Placed, rule: str, ko: str, en: str) -> Problem:
    """A problem on a page."""
    return Problem(page.path, place.line, place.column, rule, ko, en)


def inside(page: Page, passage: Passage, found: Found) -> Problem:
    """A problem within a passage."""
    offset, rule, ko, en = found
    start = passage.place.start + offset
    return at(page, page.outline.place(start, start), rule, ko, en)


def in_record(record: object, value: Placed, rule: str, ko: str, en: str) -> Problem:
    """A problem at a value of a record (or of a unit's facts)."""
    path = str(getattr(record, "path", ""))
    return Problem(path, max(value.line, 1), max(value.column, 1), rule, ko, en)


def placed(value: object, otherwise: Placed) -> Placed:
    """A value from a file with its place, or another of the same record where it has none."""
    return value if isinstance(value, Text) else otherwise


def missing(problem: Problem, kind: str, id: str) -> Problem:
    """A problem that says that a record is not there."""
    own_page = kind in FOLDERS
    return replace(problem, about=page_of(kind, id) if own_page else f"{kind}:{id}")


def missing_file(problem: Problem, path: str) -> Problem:
    """A problem that says that a file is not there: a page by its name, or any other."""
    name = path.removeprefix("docs/ko/").removeprefix("docs/en/")
    return replace(problem, about=name.removesuffix(".md") if name != path else path)


def meant(word: str, known: Iterable[str]) -> tuple[str, str]:
    """Ends of a Korean and an English message: the likely word, empty where there is none."""
    near = nearest(word, known)
    return (f" ‘{near}’인가요?", f"; did you mean '{near}'?") if near else ("", "")


def named(word: str, pair: str) -> str:
    """A word in Korean quotation marks with the particle that agrees with it."""
    return with_particle(f"‘{word}’", pair)


def any_of(words: Iterable[str]) -> str:
    """A pattern of words that don't go on from a word before them, the longest first; none matches where there is none.

    By first letters, each of which looks back: a pattern that begins by looking back tries every place of a text.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        rests.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    some = (rf"{first}(?<![\w-].)(?:{'|'.join(rest)})" for first, rest in rests.items())
    return "|".join(some) or "(?!)"


def on_pages(rule: Callable[[Page], Iterator[Problem]]) -> Callable[[Library], Iterator[Problem]]:
    """A rule about one page, made a rule about all pages that could be read."""

    @wraps(rule)
    def everywhere(library: Library) -> Iterator[Problem]:
        for page in library.pages.values():
            yield from page.once(rule, None, partial(_some, rule, page))

    return everywhere


def _some(rule: Callable[[Page], Iterator[Problem]], page: Page) -> Iterator[Problem]:
    return islice(rule(page), MOST)


def twinless(path: str) -> str:
    """A page's path without its language, the same for both twins; any other path as it is."""
    return path.replace("docs/ko/", "docs/", 1).replace("docs/en/", "docs/", 1)
