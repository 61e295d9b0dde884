"""The map of the three pillars: each card leads to its pillar and shows one dot for each action.

Dots stand in a stack for each section, so that a pillar's breadth and its nearness to Korea are seen at
once; the card says the numbers in words.
"""

from __future__ import annotations

from ...markup import element
from ...records import Action, Pillar
from .. import words
from ..scene import Scene
from .coverage import RADIUS, dot, legend, strongest_first
from .svg import number

STEP = 18
COLUMNS = 15
TALLEST = 7
"""Sections and actions that a drawing has room for; more make it smaller."""


def pillar_map(scene: Scene) -> str:
    """The three pillars with their numbers, each leading to its page, and what the dots mean."""
    cards = [_card(scene, pillar) for pillar in scene.library.pillars.values()]
    return element("div", "\n".join(cards), class_="pillar-map") + "\n\n" + legend(scene)


def _card(scene: Scene, pillar: Pillar) -> str:
    sections = scene.library.sections_of(pillar.id)
    stacks = [scene.library.actions_of(section.id) for section in sections]
    parts = {
        "pillar-number": scene.say(words.PILLAR[pillar.number]),
        "pillar-title": scene.say(pillar.title),
        "pillar-count": scene.say(words.PILLAR_COUNT).format(
            sections=len(sections), actions=sum(map(len, stacks))
        ),
    }
    shown = "".join(element("span", text, class_=name) for name, text in parts.items())
    return element(
        "a", shown + _dots(stacks),
        href=scene.href("pillar", pillar.id), class_="pillar-card", data_pillar=pillar.number,
    )  # fmt: skip


def _dots(stacks: list[list[Action]]) -> str:
    """A stack of dots for each section, the ones nearest to Korea at the bottom."""
    columns = max(COLUMNS, len(stacks))
    levels = max(TALLEST, *map(len, stacks))
    drawn = "".join(
        dot(RADIUS + 1 + STEP * column, STEP * (levels - level) - RADIUS - 2, action)
        for column, actions in enumerate(stacks)
        for level, action in enumerate(strongest_first(actions))
    )
    return element(
        "svg", drawn,
        viewBox=f"0 0 {number(STEP * columns)} {number(STEP * levels)}", class_="drawing pillar-dots",
        aria_hidden="true",
    )  # fmt: skip
