"""What a page's Markdown contains, each thing with its place; reads the source and renders nothing.

Finds headings with their ids, links and images, citations, typed references, tables, tags, attributes
and view marks, and the stretches of running prose; knows what is code and therefore says nothing. It
must not know records or other pages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from . import blocks, inline
from .blocks import Fence, Line
from .parts import Citation, Cited, Definition, Heading, Link, Passage, Place, Table, ViewMark

HEADING_ID = re.compile(r"[ \t]*\{:?([^{}]*)\}$")
ID = re.compile(r"#([^\s}]+)")
LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*(<[^>\n]*>|(?:[^\s()]|\([^\s()]*\))*)((?:\s+(?:\"[^\"]*\"|'[^']*'))?)\s*\)"
)
REFERENCE = re.compile(
    r"(?<![\]\\!\[])(!?)\[((?:[^\[\]\\]|\\.)+)\](?:[ ]?\[([^\[\]]*)\])?(?![\[(:])"
)
CITATION = re.compile(r"(?<![ \t])[ \t]*\[(@[^\[\]]+)\](?!\()")
CITED = re.compile(r"^@([A-Za-z0-9-]+)(?:,\s*pp?\.\s*(\d+(?:[-–,\s]+\d+)*))?$")
VIEW = re.compile(r"^<!-- view: ([a-z-]+)((?: [a-z-]+=[^\s]+)*) -->[ \t]*$", re.MULTILINE)
CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Outline:
    """A page's body with what stands in it; `first_line` is the body's first line in the file."""

    body: str
    first_line: int

    @cached_property
    def written(self) -> list[str]:
        """The body's lines as they are."""
        return self.body.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.written)]

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the body."""
        line = bisect_right(self._starts, start) - 1
        return Place(start, end, self.first_line + line, start - self._starts[line] + 1)

    def line_place(self, number: int) -> Place:
        """The place of a line by its index."""
        start = self._starts[number]
        return self.place(start, start + len(self.written[number]))

    @cached_property
    def fences(self) -> tuple[Fence, ...]:
        """All fenced blocks."""
        return blocks.fences(self.written)

    @cached_property
    def _code(self) -> list[inline.Span]:
        """Fenced and indented code."""
        spans = [(self._starts[f.first], self._starts[f.last + 1] - 1) for f in self.fences]
        return spans + [
            (self._starts[line.number], self._starts[line.number + 1] - 1)
            for line in self.lines
            if line.kind == "code"
        ]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line with its kind."""
        return blocks.classify(self.written, self.fences)

    def above(self, line: Line) -> Line | None:
        """The line before a line."""
        return self.lines[line.number - 1] if line.number else None

    def below(self, line: Line) -> Line | None:
        """The line after a line."""
        return self.lines[line.number + 1] if line.number + 1 < len(self.lines) else None

    @cached_property
    def unfenced(self) -> str:
        """The body with blocks of code blanked out; code spans and comments stay."""
        return inline.blank(self.body, self._code)

    @cached_property
    def codeless(self) -> str:
        """The body with all code blanked out; comments stay."""
        return inline.blank(self.unfenced, inline.code_spans(self.unfenced))

    @cached_property
    def comments(self) -> tuple[tuple[Place, ...], Place | None]:
        """Comments outside code, and one that is never closed."""
        spans, unclosed = inline.comments(self.codeless)
        places = tuple(self.place(*span) for span in spans)
        return places, None if unclosed is None else self.place(unclosed, unclosed + 4)

    @cached_property
    def masked(self) -> str:
        """The body with code and comments blanked out, character by character."""
        spans, unclosed = inline.comments(self.codeless)
        if unclosed is not None:
            spans.append((unclosed, len(self.body)))
        return inline.blank(self.codeless, spans)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        return tuple(self._heading(line) for line in self.lines if line.kind == "heading")

    def _heading(self, line: Line) -> Heading:
        level = len(line.text) - len(line.text.lstrip("#"))
        text = line.text[level:].strip()
        marked = HEADING_ID.search(text[max(0, text.rfind("{") - 1) :])
        id = ID.search(marked[1]) if marked else None
        if marked:
            text = text[: text.rfind("{")].strip()
        return Heading(self.line_place(line.number), level, text, id[1] if id else None)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Definitions of reference links."""
        return tuple(
            Definition(self.line_place(line.number), match[1], match[2].strip("<>"))
            for line in self.lines
            if line.kind == "definition"
            and not line.text.startswith("[^")
            and (match := blocks.DEFINITION.match(line.text))
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and images in order, reference links with the target of their definition."""
        inline_links = list(self._links(0, len(self.masked)))
        known = {definition.name.lower(): definition.target for definition in self.definitions}
        referring = [
            Link(place, image, text, known[name.lower()], by_name=True)
            for place, image, text, name in self.references
            if name.lower() in known
        ]
        return tuple(sorted([*inline_links, *referring], key=lambda link: link.place.start))

    def _links(self, start: int, end: int) -> Iterator[Link]:
        """Inline links in a stretch, and the typed ones that stand in the text of another."""
        for match in LINK.finditer(self.masked, start, end):
            text = self.body[match.start(2) : match.end(2)]
            yield Link(self.place(*match.span()), match[1] == "!", text, match[3].strip("<>"))
            if "](" in text:
                yield from self._links(*match.span(2))

    @cached_property
    def references(self) -> tuple[tuple[Place, bool, str, str], ...]:
        """Reference links: place, whether an image, text, and the name to which they refer."""
        if "][" not in self.masked and not self.definitions:
            return ()
        defined = {definition.place.line for definition in self.definitions}
        known = {definition.name.lower() for definition in self.definitions}
        found = []
        for match in REFERENCE.finditer(self.masked):
            place, name = self.place(*match.span()), match[3] or match[2]
            explicit = match[3] is not None or name.lower() in known
            if explicit and place.line not in defined and not name.startswith(("@", "^")):
                found.append((place, match[1] == "!", match[2], name))
        return tuple(found)

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
        return tuple(
            ViewMark(
                self.place(*match.span()),
                match[1],
                dict(pair.split("=", 1) for pair in match[2].split()),
            )
            for match in VIEW.finditer(self.codeless)
        )

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """All tables in order."""
        tables: list[list[tuple[Place, int]]] = []
        before = -2
        for line in self.lines:
            if line.kind == "table":
                if line.number != before + 1:
                    tables.append([])
                before = line.number
                tables[-1].append((self.line_place(line.number), self._cells(line.number)))
        return tuple(Table((rows[0], *rows[2:])) for rows in tables)

    def _cells(self, number: int) -> int:
        """How many cells a row has; bars in code spans and after a backslash divide nothing."""
        start = self._starts[number]
        row = self.masked[start : start + len(self.written[number])].strip()
        return len(CELL.findall(row.removeprefix("|"))) + (
            not row.endswith("|") or row.endswith("\\|")
        )

    @cached_property
    def tags(self) -> tuple[tuple[Place, str], ...]:
        """Raw HTML tags outside code and comments, as written."""
        return tuple(
            (self.place(*match.span()), match[0]) for match in inline.TAG.finditer(self.masked)
        )

    @cached_property
    def attributes(self) -> tuple[tuple[Place, str], ...]:
        """Attribute lists `{#id .class key=value}` outside code."""
        return tuple(
            (self.place(*match.span()), match[0].strip("{}").lstrip(":").strip())
            for match in inline.ATTRIBUTES.finditer(self.masked)
        )

    @cached_property
    def prose(self) -> str:
        """The body with everything blanked out that a reader doesn't read as words."""
        spans = [match.span() for match in inline.TAG.finditer(self.masked)]
        spans += [match.span() for match in inline.ADDRESS.finditer(self.masked)]
        spans += [match.span() for match in inline.ATTRIBUTES.finditer(self.masked)]
        spans += [(c.place.start, c.place.end) for c in self.citations]
        spans += [(d.place.start, d.place.end) for d in self.definitions]
        spans += list(self._targets())
        spans += list(self._box_marks())
        return inline.blank(self.masked, spans)

    def _targets(self) -> Iterator[inline.Span]:
        """From the end of each inline link's text to the end of the link."""
        for link in self.links:
            start = link.place.start + link.image + 1 + len(link.text)
            if self.body[start : start + 2] == "](":
                yield start, link.place.end

    def _box_marks(self) -> Iterator[inline.Span]:
        """`!!! note` at the start of a box; its title is prose."""
        for line in self.lines:
            match = blocks.ADMONITION.match(line.text) if line.kind == "admonition" else None
            if match:
                start = self._starts[line.number] + line.indent
                yield start, start + match.start(2)
                yield from (
                    (start + n, start + n + 1) for n, sign in enumerate(line.text) if sign == '"'
                )

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Running prose in order; lines of one paragraph or item make one passage."""
        found: list[Passage] = []
        group: list[Line] = []
        for line in self.lines:
            joins = line.kind == "text" and group and group[-1].kind in ("text", "item", "quote")
            joins = joins or (line.kind == "quote" and group and group[-1].kind == "quote")
            if not joins and group:
                found.append(self._passage(group))
                group = []
            if line.kind in ("text", "item", "quote", "heading", "table", "admonition", "html"):
                group.append(line)
        return (*found, self._passage(group)) if group else tuple(found)

    def _passage(self, group: list[Line]) -> Passage:
        start = self._starts[group[0].number]
        end = self._starts[group[-1].number + 1] - 1
        return Passage(self.place(start, end), group[0].kind, self.prose[start:end])

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Ids of the headings."""
        return frozenset(heading.id for heading in self.headings if heading.id)

    @property
    def lead_passage(self) -> bool:
        """Whether a paragraph of prose stands between the title and the next heading."""
        after = [p for p in self.passages if p.place.start > self.headings[0].place.start]
        return bool(after) and after[0].kind in ("text", "html") and bool(after[0].text.strip())

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
