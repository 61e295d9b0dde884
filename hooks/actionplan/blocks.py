"""The lines of a Markdown text, each with the kind of block to which it belongs.

Follows Python-Markdown, which builds the site: lists nest by four spaces, fences begin at the left
edge, four spaces without a list above make code. It must not know what blocks mean to a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "blank", "fence", "code", "heading", "rule", "item", "quote", "admonition",
    "table", "definition", "attributes", "html", "text",
]  # fmt: skip

FENCE = re.compile(r"^(`{3,}|~{3,})[ \t]*([^`\n]*)$")
HEADING = re.compile(r"^#{1,6}(?:[ \t]|$)")
RULE = re.compile(r"^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
ITEM = re.compile(r"^(?:[-*+]|\d{1,9}\.)(?:[ \t]+(?=\S)|$)")
ADMONITION = re.compile(r"^!!! ?([\w-]+)?(.*)$")
DEFINITION = re.compile(r"^\[(?!@)([^\[\]]+)\]:[ \t]*(\S*)")
ATTRIBUTES = re.compile(r"^\{:?[^{}%]*\}$")
DELIMITERS = re.compile(r"^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
NEST = 4


@dataclass(frozen=True)
class Line:
    """One line: its index from 0, its kind, its indentation, and the text after it.

    `depth` counts the lists and admonitions around the line; what stands in a fence is `fence`.
    """

    number: int
    kind: Kind
    indent: int
    text: str
    depth: int = 0


@dataclass(frozen=True)
class Fence:
    """A fenced block: indexes of its first and last line; `closed` says whether it ends."""

    first: int
    last: int
    marker: str
    info: str
    closed: bool


def fences(lines: list[str]) -> tuple[Fence, ...]:
    """All fenced blocks; one that is never closed reaches to the last line."""
    found: list[Fence] = []
    start, marker, info = -1, "", ""
    for number, line in enumerate(lines):
        match = FENCE.match(line.rstrip())
        if start < 0 and match:
            start, marker, info = number, match[1], match[2].strip()
        elif start >= 0 and line.rstrip() == marker:
            found.append(Fence(start, number, marker, info, closed=True))
            start = -1
    if start >= 0:
        found.append(Fence(start, len(lines) - 1, marker, info, closed=False))
    return tuple(found)


def classify(lines: list[str], fenced: tuple[Fence, ...]) -> tuple[Line, ...]:
    """Every line with its kind."""
    inside = {n for fence in fenced for n in range(fence.first, fence.last + 1)}
    return tuple(_Scanner(lines, inside).scan())


class _Scanner:
    """Goes through the lines and remembers in which lists and admonitions it is."""

    def __init__(self, lines: list[str], inside: set[int]) -> None:
        self.lines = lines
        self.inside = inside
        self.containers: list[int] = []
        """Indentations of the items and admonitions that are open, outermost first."""
        self.before: Kind = "blank"

    def scan(self) -> Iterator[Line]:
        for number, written in enumerate(self.lines):
            line = self._line(number, written)
            self.before = line.kind
            yield line

    def _line(self, number: int, written: str) -> Line:
        text = written.strip()
        indent = len(written.expandtabs(NEST)) - len(written.expandtabs(NEST).lstrip())
        if number in self.inside:
            return Line(number, "fence", indent, written)
        if not text:
            return Line(number, "blank", 0, "")
        self._leave(indent)
        within = NEST * len(self.containers)
        if indent >= within + NEST and self.before in ("blank", "code"):
            return Line(number, "code", indent, text, len(self.containers))
        depth = len(self.containers)
        kind = self._kind(number, text)
        if kind in ("item", "admonition"):
            self.containers.append(indent)
        return Line(number, kind, indent, text, depth)

    def _leave(self, indent: int) -> None:
        """Closes the containers that a line with this indentation no longer belongs to."""
        while self.containers and indent < self.containers[-1] + NEST:
            self.containers.pop()

    def _kind(self, number: int, text: str) -> Kind:
        for kind, pattern in _PATTERNS:
            if pattern.match(text) and not (kind == "item" and self._goes_on(text)):
                return kind
        if self._is_table(number, text):
            return "table"
        return "html" if text.startswith("<") and not text.startswith("<http") else "text"

    def _goes_on(self, text: str) -> bool:
        """Whether a paragraph merely goes on with a number: `… since\\n2025. Then`."""
        return self.before == "text" and re.match(r"\d{2,}\.", text) is not None

    def _is_table(self, number: int, text: str) -> bool:
        if self.before == "table":
            return "|" in text
        following = self.lines[number + 1].strip() if number + 1 < len(self.lines) else ""
        return "|" in text and "-" in following and DELIMITERS.match(following) is not None


_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("heading", HEADING),
    ("rule", RULE),
    ("admonition", ADMONITION),
    ("item", ITEM),
    ("quote", re.compile(r"^>")),
    ("definition", DEFINITION),
    ("attributes", ATTRIBUTES),
)
