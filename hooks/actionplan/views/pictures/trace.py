"""From action through impact to strategy as a picture in three columns, and beside it the one for phones.

Actions stand as numbers under their section, so that all of them fit; a whole section that causes an
impact has a sign of its own. The style sheet shows one of the two drawings; the tables on the same page
say the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...language import Bilingual
from ...markup import element
from .. import words
from ..scene import Scene
from .svg import LINE, Name, box, figure, hidden, listing, picture, text, width_of, wrap
from .trace_parts import (
    CHIP,
    Link,
    answers,
    causes,
    chip,
    dashed,
    height_of,
    joining,
    lines_in,
    pillar_of,
    point,
    unit_box,
)
from .trace_tall import tall

WIDTH = 930
LEFT, MIDDLE, RIGHT = 296, (370, 270), (700, 230)
"""Width of the left column; start and width of the other two."""
TOP = 34


@dataclass
class Node:
    """Something in the picture: where lines leave it, and its drawing."""

    x: float
    y: float
    drawn: str
    pillar: str | None = None


@dataclass
class Column:
    """Nodes by key, how far down the column reaches, and what is drawn beside the nodes."""

    nodes: dict[str, Node] = field(default_factory=dict)
    height: float = TOP
    labels: list[str] = field(default_factory=list)


def trace(scene: Scene) -> str:
    """Both drawings in one figure, and the line in which the script says what is marked."""
    wide = element("div", _wide(scene), class_="picture-wide")
    said = element("p", scene.say(words.TRACE_HINT), class_="picture-status js-only", role="status")
    skip = element("a", scene.say(words.SKIP_PICTURE), href="#after-trace", class_="picture-skip")
    end = element("div", "", id="after-trace", tabindex="-1")
    drawn = skip + said + wide + element("div", tall(scene), class_="picture-tall")
    return figure(drawn, scene.say(words.TRACE_CAPTION)) + "\n\n" + end


def _wide(scene: Scene) -> str:
    links, onward = causes(scene), answers(scene)
    left = _sections(scene, links)
    impacts = _stack(scene, "impact", _by_middle(links, left), MIDDLE, left.height)
    strategies = _stack(scene, "strategy", _by_middle(onward, impacts), RIGHT, left.height)
    lines = [_line(left, impacts, link) for link in links]
    lines += [_line(impacts, strategies, link) for link in onward]
    content = (
        _heads(scene) + hidden("".join(lines) + "".join(left.labels))
        + _listed(scene, words.ACTIONS, left) + _listed(scene, words.IMPACTS, impacts)
        + _listed(scene, words.STRATEGIES, strategies)
    )  # fmt: skip
    name = Name("trace", words.TRACE_TITLE[scene.lang], words.TRACE_DESC[scene.lang], scene.lang)
    return picture(name, WIDTH, left.height, content)


# ---- the left column: sections with the numbers of their actions


def _sections(scene: Scene, links: list[Link]) -> Column:
    column = Column()
    wanted = {cause for cause, _ in links}
    for pillar in scene.library.pillars.values():
        for section in scene.library.sections_of(pillar.id):
            chips = [(f"section-{section.id}", str(words.WHOLE_SECTION[scene.lang]))]
            chips += [
                (f"action-{dashed(action.id)}", str(action.id))
                for action in sorted(
                    scene.library.actions_of(section.id), key=lambda action: action.number
                )
            ]
            chips = [chip for chip in chips if chip[0] in wanted]
            if chips:
                _section(scene, column, section.id, chips)
    return column


def _section(scene: Scene, column: Column, id: str, chips: list[tuple[str, str]]) -> None:
    section = scene.library.sections[id]
    lines = wrap(section.title[scene.lang], LEFT - 12)
    top = column.height
    middle = top + 12 + LINE * (len(lines) - 1) + 8 + CHIP / 2
    bottom = middle + CHIP / 2
    pillar = pillar_of(scene, f"section-{id}")
    mark = box(0, top, 4, bottom - top, "trace-pillar")
    column.labels.append(
        element("g", mark + text(12, top + 12, lines, "trace-section"), data_pillar=pillar)
    )
    x = 12.0
    for position, (key, label) in enumerate(chips):
        width = width_of(label) + 12
        leaves = middle + (position - (len(chips) - 1) / 2) * (CHIP - 6) / len(chips)
        drawn = chip(scene, key, label, (x, middle - CHIP / 2, width), f"path-{key}")
        column.nodes[key] = Node(x + width, leaves, drawn, pillar)
        x += width + 6
    column.height = bottom + 16


# ---- the other columns: boxes, ordered so that lines cross little


def _by_middle(links: list[Link], before: Column) -> list[str]:
    """Keys at the right ends of lines, ordered by the middle of where their lines begin."""
    ends: dict[str, list[float]] = {}
    for start, end in links:
        ends.setdefault(end, []).append(before.nodes[start].y)
    return sorted(ends, key=lambda end: (sum(ends[end]) / len(ends[end]), end))


def _stack(
    scene: Scene, kind: str, keys: list[str], place: tuple[float, float], height: float
) -> Column:
    """Boxes spread over the height of the picture."""
    x, width = place
    units = [scene.library.by_kind[kind][key.partition("-")[2]] for key in keys]
    heights = [height_of(lines_in(scene, unit, width)) for unit in units]
    space = (height - TOP - sum(heights)) / max(1, len(units))
    column, y = Column(height=height), TOP + space / 2
    for key, unit, tall_ in zip(keys, units, heights, strict=True):
        drawn = unit_box(scene, unit, (x, y, width), f"path-{key}")
        column.nodes[key] = Node(x + width, y + tall_ / 2, drawn)
        y += tall_ + space
    return column


# ---- lines, heads and lists


def _line(before: Column, after: Column, link: Link) -> str:
    start, end = before.nodes[link[0]], after.nodes[link[1]]
    meets = MIDDLE[0] if link[1].startswith("impact") else RIGHT[0]
    bend = LEFT if meets == MIDDLE[0] else start.x
    middle = (bend + meets) / 2
    bends = f"{point(middle, start.y)} {point(middle, end.y)} {point(meets, end.y)}"
    curve = f"M{point(start.x, start.y)}H{bend:g}C{bends}"
    return joining(curve, link, start.pillar)


def _heads(scene: Scene) -> str:
    places = {0: words.ACTIONS, MIDDLE[0]: words.IMPACTS, RIGHT[0]: words.STRATEGIES}
    return hidden(
        "".join(text(x, 14, name[scene.lang], "drawing-heading") for x, name in places.items())
    )


def _listed(scene: Scene, name: Bilingual, column: Column) -> str:
    return listing(name[scene.lang], [node.drawn for node in column.nodes.values()])
