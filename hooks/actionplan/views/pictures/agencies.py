"""Agencies by the number of actions that they lead, each bar leading to those actions."""

from __future__ import annotations

from collections import Counter

from ...markup import element, escape, table
from .. import words
from ..explorer import NOBODY
from ..scene import Scene
from .svg import LINE, Name, box, figure, listing, picture, text, wrap

WIDTH = 300
BAR = 9
GAP = 11
AT_LEAST = 2
"""Agencies that lead fewer actions are named in the caption."""

Row = tuple[str, str, int]
"""Value in the explorer's address, name and number of actions."""


def agencies(scene: Scene) -> str:
    """The bars in two panels, the agencies that lead one action each, and all of it as a table."""
    rows, single = _rows(scene)
    most = max(count for _, _, count in rows)
    half = (len(rows) + 1) // 2
    panels = "".join(
        element("div", _panel(scene, part, most, position), class_="panel")
        for position, part in enumerate((rows[:half], rows[half:]), 1)
    )
    caption = f"{scene.say(words.AGENCIES_CAPTION)} {scene.say(words.ONE_EACH)} {single}"
    as_table = element("details", element("summary", scene.say(words.AS_TABLE)) + _table(scene))
    return figure(element("div", panels, class_="panels"), caption) + "\n\n" + as_table


def _counted(scene: Scene) -> Counter[str]:
    return Counter(id for action in scene.library.actions.values() for id in action.lead)


def _rows(scene: Scene) -> tuple[list[Row], str]:
    counted = _counted(scene)
    nobody = sum(not action.lead for action in scene.library.actions.values())
    rows = [
        (id, scene.agency_name(id), count)
        for id, count in counted.most_common()
        if count >= AT_LEAST
    ]
    single = ", ".join(
        escape(scene.agency_name(id)) for id, count in counted.items() if count < AT_LEAST
    )
    return [*rows, (NOBODY, words.NOT_NAMED[scene.lang], nobody)], single


def _panel(scene: Scene, rows: list[Row], most: int, position: int) -> str:
    bars, y = [], 0.0
    for row in rows:
        drawn, y = _bar(scene, row, most, y)
        bars.append(drawn)
    title = f"{words.AGENCIES_TITLE[scene.lang]} ({position}/2)"
    name = Name(f"agencies-{position}", title, words.AGENCIES_DESC[scene.lang], scene.lang)
    return picture(name, WIDTH, y, listing(words.LEAD[scene.lang], bars))


def _bar(scene: Scene, row: Row, most: int, y: float) -> tuple[str, float]:
    """An agency's name and number over its bar, and where the next begins."""
    id, name, count = row
    lines = wrap(name, WIDTH - 40)
    under = y + 15 + LINE * (len(lines) - 1) + 7
    shown = text(0, y + 15, lines) + " " + text(WIDTH, y + 15, str(count), "drawing-number")
    shape = box(0, under, WIDTH * count / most, BAR, "bar bar--none" if id == NOBODY else "bar")
    href = f"{scene.page_address('plan/actions')}?lead={id}"
    return element("a", shown + shape, href=href), under + BAR + GAP


def _table(scene: Scene) -> str:
    counted = _counted(scene)
    nobody = sum(not action.lead for action in scene.library.actions.values())
    rows = [[escape(scene.agency_name(id)), str(count)] for id, count in counted.most_common()]
    rows.append([scene.say(words.NOT_NAMED), str(nobody)])
    head = [scene.say(words.LEAD), scene.say(words.ACTIONS)]
    return table(head, rows, caption=words.AGENCIES_TITLE[scene.lang])
