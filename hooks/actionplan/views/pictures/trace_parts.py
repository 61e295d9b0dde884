"""What both drawings of the trace share: the links from action through impact to strategy, and their nodes.

A node is a link of the picture that carries its key in `data-node`; a line carries the keys of its ends in
`data-from` and `data-to`. docs/assets/javascripts/trace.js reads them; nothing here knows how, or where a
node stands.
"""

from __future__ import annotations

from ...graph import strategies_of_impact
from ...library import Unit
from ...markup import element, escape
from .. import words
from ..scene import Scene
from .svg import LINE, box, number, text, wrap

CHIP = 24
"""Height of the sign of an action."""
PAD = 8
SIGN = 16

Link = tuple[str, str]
"""Keys of the nodes at both ends of a line."""
Place = tuple[float, float, float]
"""Left, top and width."""


def dashed(action: str) -> str:
    """An action's id as part of a key."""
    return action.replace(".", "-")


def causes(scene: Scene) -> list[Link]:
    """Actions, and sections as a whole, with the impacts that they cause."""
    found = []
    for impact in scene.library.impacts.values():
        found += [(f"action-{dashed(id)}", f"impact-{impact.id}") for id in impact.facts.actions]
        found += [(f"section-{id}", f"impact-{impact.id}") for id in impact.facts.sections]
    return found


def answers(scene: Scene) -> list[Link]:
    """Impacts with the strategies that answer them."""
    found = {id: strategies_of_impact(scene.graph, id) for id in scene.library.impacts}
    return [(f"impact-{i}", f"strategy-{s}") for i, ids in found.items() for s in ids]


def pillar_of(scene: Scene, key: str) -> str:
    """The number of the pillar to which an action or a section belongs."""
    kind, _, id = key.partition("-")
    section = scene.library.actions[id.replace("-", ".")].section if kind == "action" else id
    return scene.library.sections[section].pillar.removeprefix("pillar-")


def chip(scene: Scene, key: str, label: str, place: Place, id: str | None = None) -> str:
    """An action, or a section as a whole, as a small sign with its number."""
    x, y, width = place
    kind, _, name = key.partition("-")
    record = name.replace("-", ".") if kind == "action" else name
    title = element("title", escape(f"{label} {scene.library.title(kind, record)[scene.lang]}"))
    drawn = box(x, y, width, CHIP, "trace-chip") + text(x + 6, y + 16.5, label)
    return element(
        "a", title + drawn, id=id, href=scene.href(kind, record),
        data_node=key, data_pillar=pillar_of(scene, key),
    )  # fmt: skip


def lines_in(scene: Scene, unit: Unit, width: float) -> list[str]:
    """The title of an impact or a strategy in the lines of a box."""
    return wrap(unit.title[scene.lang], width - 2 * PAD - SIGN)


def height_of(lines: list[str]) -> float:
    """Height of a box with so many lines."""
    return LINE * len(lines) + 2 * PAD


def unit_box(scene: Scene, unit: Unit, place: Place, id: str | None = None) -> str:
    """An impact or a strategy as a box with its title; an impact's kind has a sign too."""
    x, y, width = place
    lines = lines_in(scene, unit, width)
    kind = getattr(unit.facts, "kind", unit.kind)
    drawn = box(x, y, width, height_of(lines), "trace-box")
    begins, base = x + PAD, y + PAD + 12
    if kind in words.TRACE_SIGN:
        drawn += text(begins, base, words.TRACE_SIGN[kind], "trace-sign")
        begins += SIGN
    drawn += text(begins, base, lines)
    return element(
        "a", drawn, id=id, href=scene.href(unit.kind, unit.id), class_=f"trace-{kind}",
        aria_label=unit.title[scene.lang], data_node=f"{unit.kind}-{unit.id}",
    )  # fmt: skip


def joining(shape: str, link: Link, pillar: str | None) -> str:
    """A line between two nodes; one that leaves an action has its pillar's hue."""
    return element(
        "path", d=shape, class_="trace-line",
        data_from=link[0], data_to=link[1], data_pillar=pillar,
    )  # fmt: skip


def point(x: float, y: float) -> str:
    """A point of a path."""
    return f"{number(x)} {number(y)}"
