"""The trace for phones: one strip for each impact, its causes above it and the strategies that answer it below.

A cause or a strategy of several impacts stands in each of their strips, which carry their impact's key in
`data-strip`: a path that is marked leaves alone what stands in the strips of other impacts.
"""

from __future__ import annotations

import re

from ...library import Unit
from ...markup import element
from .. import words
from ..scene import Scene
from .svg import Name, hidden, line, number, picture, text, width_of
from .trace_parts import (
    CHIP,
    answers,
    causes,
    chip,
    height_of,
    joining,
    lines_in,
    pillar_of,
    point,
    unit_box,
)

WIDTH = 288
"""What a screen of 320 px leaves."""
GAP = 6
"""Between signs and between boxes."""
DROP = 26
"""From causes to the impact."""
INDENT = 28
BETWEEN = 38
"""From strip to strip, with a line in the middle."""

Piece = tuple[str, float]
"""What is drawn, and where it ends."""


def tall(scene: Scene) -> str:
    """The strips below each other, in the order of the impacts' pages."""
    strips, y = [], 44.0
    for impact in scene.library.impacts.values():
        rule = hidden(line(0, y - BETWEEN / 2, WIDTH, y - BETWEEN / 2, "axis"))
        drawn, end = _strip(scene, impact, y)
        strips.append(rule + drawn)
        y = end + BETWEEN
    head = hidden(text(0, 14, words.TRACE_TALL_HEAD[scene.lang], "trace-section"))
    name = Name("trace-tall", words.TRACE_TITLE[scene.lang], words.TRACE_TALL_DESC[scene.lang], scene.lang)  # fmt: skip
    listed = element("g", "".join(strips), role="list", aria_label=words.IMPACTS[scene.lang])
    return picture(name, WIDTH, y - BETWEEN, head + listed)


def _strip(scene: Scene, impact: Unit, y: float) -> Piece:
    key = f"impact-{impact.id}"
    above, top, caused = _causes(scene, key, y)
    foot = top + height_of(lines_in(scene, impact, WIDTH))
    below, end, answered = _answers(scene, key, foot)
    content = hidden(caused + answered) + above + unit_box(scene, impact, (0, top, WIDTH)) + below
    return element("g", content, role="listitem", data_strip=key), end


def _causes(scene: Scene, impact: str, y: float) -> tuple[str, float, str]:
    """Signs in rows, where the impact begins, and the lines that lead to it."""
    links = [(_label(scene, link[0]), link) for link in causes(scene) if link[1] == impact]
    placed, x = [], 0.0
    for label, link in sorted(links, key=lambda labelled: _numbers(labelled[0])):
        width = width_of(label) + 12
        if x and x + width > WIDTH:
            x, y = 0.0, y + CHIP + GAP
        placed.append((link, label, (x, y, width)))
        x += width + GAP
    top = y + CHIP + DROP
    lines = [
        joining(_curve(left + wide / 2, high + CHIP, top), link, pillar_of(scene, link[0]))
        for link, _, (left, high, wide) in placed
    ]
    signs = [chip(scene, link[0], label, place) for link, label, place in placed]
    return "".join(signs), top, "".join(lines)


def _label(scene: Scene, key: str) -> str:
    kind, _, id = key.partition("-")
    if kind == "action":
        return id.replace("-", ".")
    order = scene.library.sections[id].order
    return f"{pillar_of(scene, key)}.{order} {words.WHOLE_SECTION[scene.lang]}"


def _numbers(label: str) -> list[int]:
    """The plan's order: a section before its actions."""
    return [int(digits) for digits in re.findall(r"\d+", label)]


def _curve(x: float, y: float, top: float) -> str:
    """From below a sign to the start of the impact's box."""
    middle = (y + top) / 2
    return f"M{point(x, y)}C{point(x, middle)} {point(INDENT, middle)} {point(INDENT, top)}"


def _answers(scene: Scene, impact: str, y: float) -> tuple[str, float, str]:
    """Boxes of strategies, where they end, and the lines that lead to them."""
    boxes, lines, foot = [], [], y
    for link in answers(scene):
        if link[0] != impact:
            continue
        strategy = scene.library.strategies[link[1].partition("-")[2]]
        width = WIDTH - INDENT
        height = height_of(lines_in(scene, strategy, width))
        begins = y + GAP
        elbow = f"M{point(INDENT / 2, foot)}V{number(begins + height / 2)}H{INDENT}"
        lines.append(joining(elbow, link, None))
        boxes.append(unit_box(scene, strategy, (INDENT, begins, width)))
        y = begins + height
    return "".join(boxes), y, "".join(lines)
