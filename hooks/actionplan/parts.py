"""The things that stand on a page, each with its place; what finds them is in `outline`.

They hold what is written, and know neither the page nor what it means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TYPED = re.compile(r"^([a-z]+):([A-Za-z0-9.-]+)$")
SCHEMES = frozenset(
    {"http", "https", "mailto", "javascript", "data", "vbscript", "file", "ftp", "tel"}
)


@dataclass(frozen=True)
class Place:
    """Offsets in the body, and line and column in the file (from 1)."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True)
class Heading:
    """A `#` heading: its level, words, and explicit id (None where it has none)."""

    place: Place
    level: int
    text: str
    id: str | None


@dataclass(frozen=True)
class Link:
    """A link or image; `text` as written, `target` without angle brackets."""

    place: Place
    image: bool
    text: str
    target: str
    by_name: bool = False
    """Whether the target stands in a definition elsewhere (`[text][name]`)."""

    @property
    def typed(self) -> tuple[str, str] | None:
        """Kind and id of a reference to a record (`action:3.1.1`), None for any other target."""
        match = TYPED.match(self.target)
        return (match[1], match[2]) if match and match[1] not in SCHEMES else None


@dataclass(frozen=True)
class Definition:
    """`[name]: target`, to which reference links refer; names are compared in lower case."""

    place: Place
    name: str
    target: str


@dataclass(frozen=True)
class Cited:
    """One source within a citation, and the printed pages as ranges, first and last included."""

    source: str
    pages: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Citation:
    """`[@a; @b, p. 3]`; `works` holds None for an item that can't be read."""

    place: Place
    text: str
    works: tuple[Cited | None, ...]


@dataclass(frozen=True)
class ViewMark:
    """`<!-- view: name key=value -->`, a place that the build fills."""

    place: Place
    name: str
    arguments: dict[str, str]


@dataclass(frozen=True)
class Table:
    """A table's rows as numbers of cells, the head first; the line under the head is left out."""

    rows: tuple[tuple[Place, int], ...]


@dataclass(frozen=True)
class Passage:
    """A stretch of prose of one kind: a paragraph, an item, a cell's row, a heading, a quotation."""

    place: Place
    kind: str
    text: str
