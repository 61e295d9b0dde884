"""Stretches of a Markdown text that are no prose: code spans, comments, tags, targets, attributes.

Everything here works with offsets and takes time in proportion to the text, whatever it holds. It
must not know blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]
"""Start and end offset."""

TICKS = re.compile(r"(?<!\\)`+")
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s+[^<>]*)?/?>")
ADDRESS = re.compile(r"<?\b(?:https?://|www\.)[^\s<>\"'`”’]+>?")
ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.A-Za-z][^{}\n]*\}")
NOT_LINE_END = re.compile(r"[^\n]")


def code_spans(text: str) -> list[Span]:
    """Code spans: a run of backticks up to the next run of the same length in the paragraph."""
    found: list[Span] = []
    for start, end in _paragraphs(text):
        runs = [match.span() for match in TICKS.finditer(text, start, end)]
        found += _paired(runs)
    return found


def _paired(runs: list[Span]) -> Iterator[Span]:
    later: dict[int, list[int]] = {}
    for number in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[number][1] - runs[number][0], []).append(number)
    position = 0
    while position < len(runs):
        same = later[runs[position][1] - runs[position][0]]
        while same and same[-1] <= position:
            same.pop()
        if same:
            yield runs[position][0], runs[same[-1]][1]
            position = same[-1]
        position += 1


def open_tick(text: str) -> int | None:
    """Offset of the first run of backticks that nothing closes, None where all are closed."""
    end, spans = 0, iter(code_spans(text))
    for match in TICKS.finditer(text):
        if match.start() >= end:
            start, end = next(spans, (len(text), len(text)))
            if start != match.start():
                return match.start()
    return None


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for match in re.finditer(r"\n[ \t]*\n", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def comments(text: str) -> tuple[list[Span], int | None]:
    """HTML comments, and the offset of one that is never closed."""
    found: list[Span] = []
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return found, start
        found.append((start, end + 3))
        start = text.find("<!--", end + 3)
    return found, None


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text with these stretches replaced by spaces; line ends stay."""
    pieces, end = [], 0
    for start, stop in sorted(spans):
        if stop > end:
            pieces += [
                text[end : max(start, end)],
                NOT_LINE_END.sub(" ", text[max(start, end) : stop]),
            ]
            end = stop
    return "".join([*pieces, text[end:]])
