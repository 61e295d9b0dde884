"""From action through impact to strategy as a picture in three columns.

Actions stand as numbers under their section, so that all of them fit; a whole section that causes an
impact has a sign of its own. The script docs/assets/javascripts/trace.js reads `data-from` and `data-to` of
the lines and marks one path; nothing here knows how.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...graph import strategies_of_impact
from ...language import Bilingual
from ...library import Unit
from ...markup import element, escape
from .. import words
from ..scene import Scene
from .svg import LINE, Name, box, figure, hidden, listing, number, picture, text, width_of, wrap

WIDTH = 930
LEFT, MIDDLE, RIGHT = 296, (370, 270), (700, 230)
"""Width of the left column; start and width of the other two."""
TOP = 34
CHIP = 24
PAD = 8
SIGN = 16


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
    """The picture in a box that scrolls, and the line in which the script says what is marked."""
    causes = _causes(scene)
    left = _sections(scene, causes)
    impacts = _stack(scene, "impact", _by_middle(causes, left), MIDDLE, left.height)
    answers = {id: strategies_of_impact(scene.graph, id) for id in scene.library.impacts}
    links = [(f"impact-{i}", f"strategy-{s}") for i, ids in answers.items() for s in ids]
    strategies = _stack(scene, "strategy", _by_middle(links, impacts), RIGHT, left.height)
    lines = [_line(left, impacts, link) for link in causes]
    lines += [_line(impacts, strategies, link) for link in links]
    content = (
        _heads(scene) + hidden("".join(lines) + "".join(left.labels))
        + _listed(scene, words.ACTIONS, left) + _listed(scene, words.IMPACTS, impacts)
        + _listed(scene, words.STRATEGIES, strategies)
    )  # fmt: skip
    name = Name("trace", words.TRACE_TITLE[scene.lang], words.TRACE_DESC[scene.lang], scene.lang)
    drawing = picture(name, WIDTH, left.height, content)
    return _framed(scene, drawing)


def _framed(scene: Scene, drawing: str) -> str:
    scrolling = element(
        "div", drawing,
        class_="picture-scroll", tabindex="0", role="region", aria_label=words.TRACE_TITLE[scene.lang],
    )  # fmt: skip
    said = element("p", scene.say(words.TRACE_HINT), class_="picture-status js-only", role="status")
    skip = element("a", scene.say(words.SKIP_PICTURE), href="#after-trace", class_="picture-skip")
    end = element("div", "", id="after-trace", tabindex="-1")
    return figure(skip + said + scrolling, scene.say(words.TRACE_CAPTION)) + "\n\n" + end


Link = tuple[str, str]
"""Keys of the nodes at both ends of a line."""


def _causes(scene: Scene) -> list[Link]:
    """Actions, and sections as a whole, with the impacts that they cause."""
    found = []
    for impact in scene.library.impacts.values():
        found += [(f"action-{_dashed(id)}", f"impact-{impact.id}") for id in impact.facts.actions]
        found += [(f"section-{id}", f"impact-{impact.id}") for id in impact.facts.sections]
    return found


def _dashed(action: str) -> str:
    return action.replace(".", "-")


# ---- the left column: sections with the numbers of their actions


def _sections(scene: Scene, causes: list[Link]) -> Column:
    column = Column()
    wanted = {cause for cause, _ in causes}
    for pillar in scene.library.pillars.values():
        for section in scene.library.sections_of(pillar.id):
            chips = [(f"section-{section.id}", str(words.WHOLE_SECTION[scene.lang]))]
            chips += [
                (f"action-{_dashed(action.id)}", str(action.id))
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
    pillar = section.pillar.removeprefix("pillar-")
    mark = box(0, top, 4, bottom - top, "trace-pillar")
    column.labels.append(
        element("g", mark + text(12, top + 12, lines, "trace-section"), data_pillar=pillar)
    )
    x = 12.0
    for position, (key, label) in enumerate(chips):
        width = width_of(label) + 12
        leaves = middle + (position - (len(chips) - 1) / 2) * (CHIP - 6) / len(chips)
        drawn = _chip(scene, key, label, (x, middle - CHIP / 2, width), pillar)
        column.nodes[key] = Node(x + width, leaves, drawn, pillar)
        x += width + 6
    column.height = bottom + 16


def _chip(
    scene: Scene, key: str, label: str, place: tuple[float, float, float], pillar: str
) -> str:
    x, y, width = place
    kind, _, id = key.partition("-")
    record = id.replace("-", ".") if kind == "action" else id
    title = scene.library.title(kind, record)[scene.lang]
    drawn = box(x, y, width, CHIP, "trace-chip") + text(x + 6, y + 16.5, label)
    name = element("title", escape(f"{label} {title}"))
    href = scene.href(kind, record)
    return element("a", name + drawn, id=f"path-{key}", href=href, data_pillar=pillar)


# ---- the other columns: boxes, ordered so that lines cross little


def _by_middle(links: list[Link], before: Column) -> list[str]:
    """Ids at the right ends of lines, ordered by the middle of where their lines begin."""
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
    texts = [wrap(unit.title[scene.lang], width - 2 * PAD - SIGN) for unit in units]
    heights = [LINE * len(lines) + 2 * PAD for lines in texts]
    space = (height - TOP - sum(heights)) / max(1, len(units))
    column, y = Column(height=height), TOP + space / 2
    for key, unit, lines, tall in zip(keys, units, texts, heights, strict=True):
        column.nodes[key] = Node(
            x + width, y + tall / 2, _box(scene, unit, lines, (x, y, width, tall))
        )
        y += tall + space
    return column


def _box(
    scene: Scene, unit: Unit, lines: list[str], place: tuple[float, float, float, float]
) -> str:
    x, y, width, height = place
    title = unit.title[scene.lang]
    kind = getattr(unit.facts, "kind", unit.kind)
    drawn, begins, base = box(x, y, width, height, "trace-box"), x + PAD, y + PAD + 12
    if kind in words.TRACE_SIGN:
        drawn += text(begins, base, words.TRACE_SIGN[kind], "trace-sign")
        begins += SIGN
    drawn += text(begins, base, lines)
    return element(
        "a", drawn, id=f"path-{unit.kind}-{unit.id}", href=scene.href(unit.kind, unit.id),
        class_=f"trace-{kind}", aria_label=title,
    )  # fmt: skip


# ---- lines, heads and lists


def _line(before: Column, after: Column, link: Link) -> str:
    start, end = before.nodes[link[0]], after.nodes[link[1]]
    meets = MIDDLE[0] if link[1].startswith("impact") else RIGHT[0]
    bend = LEFT if meets == MIDDLE[0] else start.x
    middle = (bend + meets) / 2
    curve = (
        f"M{number(start.x)} {number(start.y)}H{number(bend)}"
        f"C{number(middle)} {number(start.y)} {number(middle)} {number(end.y)} {number(meets)} {number(end.y)}"
    )
    return element(
        "path", d=curve, class_="trace-line",
        data_from=link[0], data_to=link[1], data_pillar=start.pillar,
    )  # fmt: skip


def _heads(scene: Scene) -> str:
    places = {0: words.ACTIONS, MIDDLE[0]: words.IMPACTS, RIGHT[0]: words.STRATEGIES}
    return hidden(
        "".join(text(x, 14, name[scene.lang], "drawing-heading") for x, name in places.items())
    )


def _listed(scene: Scene, name: Bilingual, column: Column) -> str:
    return listing(name[scene.lang], [node.drawn for node in column.nodes.values()])
