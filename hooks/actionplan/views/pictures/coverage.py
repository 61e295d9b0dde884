"""The plan's thirty sections by relevance to Korea: one panel for each pillar, one dot for each action."""

from __future__ import annotations

from collections import Counter

from ...markup import element, table
from ...records import Action, Pillar, Section
from .. import words
from ..scene import Scene
from .svg import LINE, Name, disc, figure, hidden, listing, number, picture, text, wrap

WIDTH = 300
STEP = 20
RADIUS = 6.5
GAP = 17


def coverage(scene: Scene) -> str:
    """The panels, what the signs mean, and the same as a table."""
    panels = "".join(_panel(scene, pillar) for pillar in scene.library.pillars.values())
    grid = element("div", panels, class_="panels")
    as_table = element("details", element("summary", scene.say(words.AS_TABLE)) + _table(scene))
    return figure(legend(scene) + grid, scene.say(words.COVERAGE_CAPTION)) + "\n\n" + as_table


def legend(scene: Scene) -> str:
    """What the signs mean, each with its number of actions and leading to them."""
    counted: Counter[str] = Counter(a.korea.relevance for a in scene.library.actions.values())
    actions = scene.page_address("plan/actions")
    signs = " ".join(
        element(
            "a",
            f"{scene.badge(value, words.RELEVANCE)} {counted[value]}",
            href=f"{actions}?relevance={value}",
        )
        for value in words.RELEVANCE
    )
    return element("p", f"{scene.say(words.DOTS)} {signs}", class_="legend no-term")


def _panel(scene: Scene, pillar: Pillar) -> str:
    name = f"{words.PILLAR[pillar.number][scene.lang]} {pillar.title[scene.lang]}"
    heading = wrap(name, WIDTH, 15)
    rows, y = [], 18 + LINE * len(heading) + 8.0
    for section in scene.library.sections_of(pillar.id):
        drawn, y = _row(scene, section, y)
        rows.append(drawn)
    label = Name(f"coverage-{pillar.number}", name, words.COVERAGE_DESC[scene.lang], scene.lang)
    content = text(0, 18, heading, "drawing-heading") + listing(words.SECTIONS[scene.lang], rows)
    svg = picture(label, WIDTH, y, content)
    return element("div", svg, class_="panel", data_pillar=str(pillar.number))


def _row(scene: Scene, section: Section, y: float) -> tuple[str, float]:
    """A section's title over its dots, and where the next row begins."""
    actions = sorted(scene.library.actions_of(section.id), key=lambda action: action.number)
    lines = wrap(section.title[scene.lang], WIDTH)
    counts = _counts(scene, actions)
    title = element(
        "a", text(0, y + 10, lines), href=scene.href("section", section.id),
        aria_label=f"{section.title[scene.lang]}: {counts}",
    )  # fmt: skip
    middle = y + 10 + LINE * (len(lines) - 1) + 15
    dots = "".join(
        dot(RADIUS + 0.5 + STEP * position, middle, action)
        for position, action in enumerate(strongest_first(actions))
    )
    return title + hidden(dots), middle + RADIUS + GAP  # fmt: skip


def strongest_first(actions: list[Action]) -> list[Action]:
    """Actions by relevance to Korea, the direct ones first."""
    order = list(words.RELEVANCE)
    return sorted(actions, key=lambda action: order.index(action.korea.relevance))


def _counts(scene: Scene, actions: list[Action]) -> str:
    counted: Counter[str] = Counter(action.korea.relevance for action in actions)
    return ", ".join(
        f"{name[scene.lang]} {counted[value]}" for value, name in words.RELEVANCE.items()
    )


def dot(x: float, y: float, action: Action) -> str:
    """The sign of one action around a point: full, half or empty, as on its badge."""
    relevance = action.korea.relevance
    ring = disc(x, y, RADIUS, f"dot dot--{relevance}")
    if relevance != "indirect":
        return ring
    half = f"M{number(x)} {number(y - RADIUS)}a{RADIUS} {RADIUS} 0 0 1 0 {number(2 * RADIUS)}z"
    return ring + element("path", d=half, class_="dot-half")


def _table(scene: Scene) -> str:
    relevance = list(words.RELEVANCE)
    head = [scene.say(words.SECTION), *(scene.badge(v, words.RELEVANCE) for v in relevance)]
    rows = []
    for section in scene.library.sections.values():
        counted: Counter[str] = Counter(
            action.korea.relevance for action in scene.library.actions_of(section.id)
        )
        rows.append(
            [scene.link("section", section.id), *(str(counted[value]) for value in relevance)]
        )
    return table(head, rows, caption=words.COVERAGE_TITLE[scene.lang])
