"""What a page's Markdown contains, each thing with its place; reads the source and renders nothing.

Finds headings with their ids, links and images, citations, typed references and view marks, and knows
what is code and therefore says nothing. It must not know records or other pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

FENCE = re.compile(r"^( {0,3}|\t)(```+|~~~+)")
CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*$", re.MULTILINE)
HEADING_ID = re.compile(r"\s*\{:?[^}\n]*?#([^\s}]+)[^}\n]*\}\s*$")
LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*(<[^>\n]*>|(?:[^\s()]|\([^\s()]*\))*)((?:\s+(?:\"[^\"]*\"|'[^']*'))?)\s*\)"
)
CITATION = re.compile(r"[ \t]*\[(@[^\[\]]+)\](?!\()")
CITED = re.compile(r"^@([A-Za-z0-9-]+)(?:,\s*pp?\.\s*(\d+(?:[-–,\s]+\d+)*))?$")
TYPED = re.compile(r"^([a-z]+):([A-Za-z0-9.-]+)$")
VIEW = re.compile(r"^<!-- view: ([a-z-]+)((?: [a-z-]+=[^\s]+)*) -->[ \t]*$", re.MULTILINE)


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
    """A Markdown link or image; `text` as written, `target` without angle brackets."""

    place: Place
    image: bool
    text: str
    target: str

    @property
    def typed(self) -> tuple[str, str] | None:
        """Kind and id of a reference to a record (`action:3.1.1`), None for any other target."""
        match = TYPED.match(self.target)
        return (
            (match[1], match[2]) if match and match[1] not in ("http", "https", "mailto") else None
        )


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
class Outline:
    """A page's body with what stands in it; `first_line` is the body's first line in the file."""

    body: str
    first_line: int

    @cached_property
    def masked(self) -> str:
        """The body with code and comments blanked out, character by character."""
        return mask_comments(mask_code(self.body))

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the body."""
        line = self.body.count("\n", 0, start)
        return Place(start, end, self.first_line + line, start - self.body.rfind("\n", 0, start))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        return tuple(self._heading(match) for match in HEADING.finditer(self.masked))

    def _heading(self, match: re.Match[str]) -> Heading:
        written = self.body[match.start(2) : match.end(2)]
        marked = HEADING_ID.search(written)
        text = written[: marked.start()] if marked else written
        return Heading(
            self.place(*match.span()), len(match[1]), text.strip(), marked[1] if marked else None
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All inline links and images in order."""
        return tuple(
            Link(
                self.place(*match.span()),
                match[1] == "!",
                self.body[match.start(2) : match.end(2)],
                match[3].strip("<>"),
            )
            for match in LINK.finditer(self.masked)
        )

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All citations in order."""
        return tuple(
            Citation(self.place(*match.span()), match[1], _works(match[1]))
            for match in CITATION.finditer(self.masked)
        )

    @cached_property
    def views(self) -> tuple[ViewMark, ...]:
        """All marks that the build fills."""
        code_free = mask_code(self.body)
        return tuple(
            ViewMark(
                self.place(*match.span()),
                match[1],
                dict(pair.split("=", 1) for pair in match[2].split()),
            )
            for match in VIEW.finditer(code_free)
        )

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Ids of the headings."""
        return frozenset(heading.id for heading in self.headings if heading.id)

    @cached_property
    def lead(self) -> str:
        """The first paragraph of prose after the title, as written; empty where there is none."""
        after = self.headings[0].place.end if self.headings else 0
        for block in re.split(r"\n[ \t]*\n", self.body[after:].strip("\n")):
            if block.strip() and not block.lstrip().startswith(
                ("#", "<", "|", "!", ">", "- ", "```")
            ):
                return " ".join(line.strip() for line in block.split("\n"))
        return ""


def _works(text: str) -> tuple[Cited | None, ...]:
    return tuple(_cited(item.strip()) for item in text.split(";"))


def _cited(item: str) -> Cited | None:
    match = CITED.match(item)
    if not match:
        return None
    return Cited(match[1], tuple(_range(part) for part in (match[2] or "").split(",") if part))


def _range(part: str) -> tuple[int, int]:
    first, _, last = part.replace("–", "-").partition("-")
    return int(first), int(last or first)


def mask_code(text: str) -> str:
    """The text with fenced blocks and code spans replaced by spaces of the same length."""
    lines, fence = text.split("\n"), ""
    for number, line in enumerate(lines):
        match = FENCE.match(line)
        if fence:
            closes = match and match[2].startswith(fence) and not line.strip("`~ \t")
            fence = "" if closes else fence
            lines[number] = " " * len(line)
        elif match:
            fence = match[2]
            lines[number] = " " * len(line)
    return CODE_SPAN.sub(lambda m: _blank(m[0]), "\n".join(lines))


def mask_comments(text: str) -> str:
    """The text with HTML comments replaced by spaces of the same length."""
    return COMMENT.sub(lambda m: _blank(m[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
