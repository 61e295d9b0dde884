"""The events of the timeline as a picture: a lane for each jurisdiction, a sign for each event, the as-of date.

Drawn twice, across for wide screens and paper and down for phones; the style sheet shows one of the two. The
list of events on the same page says the same, and every sign leads to its entry there.
"""

from __future__ import annotations

from collections import defaultdict

from ...dates import written_date
from ...markup import element, escape
from ...records import Event
from .. import words
from ..scene import Scene
from .svg import Name, box, disc, figure, hidden, line, listing, number, picture, text

CELL = 24
"""Side of the square that one event takes, which is also the least size of something to point at."""
HALF = 15
"""Last day of a month's first half; an event known by its month only stands in the first."""
HEAD = 40
LANE_HEAD = 20
LANE_GAP = 12
AFTER = 64
"""Room after the last month, which with what else lies after the as-of date has few sources."""

TALL_WIDTH = 290
TALL_LANES = {"us": 40, "kr": 94, "kr-us": 148, "intl": 202}
"""Where each lane begins in the picture for phones; two events stand side by side in each."""

Month = tuple[int, int]


def timeline_picture(scene: Scene) -> str:
    """Both drawings in one figure."""
    wide = element("div", _wide(scene), class_="picture-wide")
    tall = element("div", _tall(scene), class_="picture-tall")
    skip = element("a", scene.say(words.SKIP_PICTURE), href="#after-timeline", class_="picture-skip")  # fmt: skip
    end = element("div", "", id="after-timeline", tabindex="-1")
    return figure(skip + wide + tall, scene.say(words.TIMELINE_CAPTION)) + "\n\n" + end


def _events(scene: Scene) -> list[Event]:
    return sorted(scene.library.events.values(), key=lambda event: event.date)


def _lane(events: list[Event], jurisdiction: str) -> list[Event]:
    return [event for event in events if event.jurisdiction == jurisdiction]


def _month(date: str) -> Month:
    year, month = date.split("-")[:2]
    return int(year), int(month)


def _months(scene: Scene) -> list[Month]:
    """Every month from the first event to the last one or the as-of date, whichever is later."""
    dates = [event.date for event in scene.library.events.values()]
    first = _month(min(dates))
    last = max(_month(max(dates)), _month(scene.library.document.as_of))
    count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    return [
        (first[0] + (first[1] - 1 + n) // 12, (first[1] - 1 + n) % 12 + 1) for n in range(count)
    ]


def _mark(scene: Scene, event: Event, x: float, y: float) -> str:
    """An event's sign in its square, leading to its entry in the list."""
    label = f"{written_date(event.date, scene.lang)} {event.title[scene.lang]}"
    drawn = element("title", escape(label)) + box(x, y, CELL, CELL, "mark-room")
    drawn += sign(event.jurisdiction, x + CELL / 2, y + CELL / 2)
    return element("a", drawn, href=f"#{event.id}", aria_label=label)


def sign(jurisdiction: str, x: float, y: float) -> str:
    """The sign of a lane around a point: square, disc, diamond or ring, as in the list."""
    class_ = f"lane lane--{jurisdiction}"
    if jurisdiction == "us":
        return box(x - 6, y - 6, 12, 12, class_)
    if jurisdiction == "kr-us":
        corners = f"M{number(x)} {number(y - 8)}l8 8l-8 8l-8 -8z"
        return element("path", d=corners, class_=class_)
    return disc(x, y, 6.5 if jurisdiction == "kr" else 5.5, class_)


# ---- across: half a month in each column


def _wide(scene: Scene) -> str:
    months, events = _months(scene), _events(scene)
    end = len(months) * 2 * CELL
    y, lanes = float(HEAD), []
    for jurisdiction, lane in words.JURISDICTION.items():
        drawn, height = _wide_lane(scene, _lane(events, jurisdiction), y)
        head = hidden(sign(jurisdiction, 8, y + 12) + text(22, y + 16.5, str(lane[scene.lang])))
        base = hidden(line(0, y + height, end, y + height, "axis"))
        lanes.append(head + base + listing(lane[scene.lang], drawn))
        y += height + LANE_GAP
    back = _unknown(scene, months, y) + _wide_axis(scene, months, y) + _moments(scene, months, y)
    name = Name("timeline-wide", words.TIMELINE_TITLE[scene.lang], words.TIMELINE_DESC[scene.lang], scene.lang)  # fmt: skip
    return picture(name, end + AFTER, y + 30, back + "".join(lanes))


def _wide_lane(scene: Scene, events: list[Event], top: float) -> tuple[list[str], float]:
    """An event lane's signs, stacked on its base line, and the lane's height."""
    columns: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        columns[_column(scene, event)].append(event)
    height = LANE_HEAD + CELL * max(map(len, columns.values()), default=0)
    drawn = [
        _mark(scene, event, column * CELL, top + height - CELL * (level + 1))
        for column, stacked in sorted(columns.items())
        for level, event in enumerate(stacked)
    ]
    return drawn, height


def _column(scene: Scene, event: Event) -> int:
    late = len(event.date) > 7 and int(event.date[8:10]) > HALF
    return _months(scene).index(_month(event.date)) * 2 + late


def _wide_axis(scene: Scene, months: list[Month], bottom: float) -> str:
    parts = []
    for position, (year, month) in enumerate(months):
        x = position * 2 * CELL
        new_year = position == 0 or month == 1
        parts.append(line(x, 22, x, bottom, "axis axis--year" if new_year else "axis"))
        parts.append(text(x + 4, 34, _month_name(scene, month), "axis-text"))
        if new_year:
            parts.append(text(x + 4, 16, words.YEAR[scene.lang].format(year=year), "axis-year"))
    return hidden("".join(parts))


def _month_name(scene: Scene, month: int) -> str:
    return words.MONTHS[scene.lang].split()[month - 1]


def _moments(scene: Scene, months: list[Month], bottom: float) -> str:
    """The plan's publication and the as-of date as lines through all lanes."""
    document = scene.library.document
    year, month, day = (int(part) for part in document.published.split("-"))
    published = (months.index((year, month)) + (day - 1) / 31) * 2 * CELL
    known = _known(scene, months)
    as_of = words.AS_OF[scene.lang].format(date=written_date(document.as_of, scene.lang))
    return hidden(
        line(published, 22, published, bottom + 8, "moment")
        + text(published - 4, bottom + 22, words.PUBLISHED_MARK[scene.lang], "moment-text")
        + line(known, 22, known, bottom + 8, "moment moment--as-of")
        + text(known + AFTER, bottom + 22, as_of, "moment-text moment-text--end")
    )


def _unknown(scene: Scene, months: list[Month], bottom: float) -> str:
    """What lies after the as-of date."""
    known, end = _known(scene, months), len(months) * 2 * CELL
    return hidden(
        box(known, 22, end + AFTER - known, bottom - 22, "unknown")
        + text(end + 8, 40, words.FEW_SOURCES_AFTER[scene.lang].split("|"), "axis-text")
    )


def _known(scene: Scene, months: list[Month]) -> float:
    """Where the as-of date's month ends."""
    return (months.index(_month(scene.library.document.as_of)) + 1) * 2 * CELL


# ---- down: a month in each row


def _tall(scene: Scene) -> str:
    events, y = _events(scene), 46.0
    heads = "".join(
        sign(lane, x + 9, 10) + text(x + 2, 34, str(words.JURISDICTION_SHORT[lane][scene.lang]), "axis-text")
        for lane, x in TALL_LANES.items()
    )  # fmt: skip
    rows, lanes = [heads], defaultdict(list)
    for position, month in enumerate(_months(scene)):
        here = [event for event in events if _month(event.date) == month]
        rows.append(_tall_month(scene, month, y, first=position == 0))
        for lane, x in TALL_LANES.items():
            for place, event in enumerate(_lane(here, lane)):
                mark = _mark(scene, event, x + CELL * (place % 2), y + 2 + CELL * (place // 2))
                lanes[lane].append(mark)
        most = max(len(_lane(here, lane)) for lane in TALL_LANES)
        y += max(1, (most + 1) // 2) * CELL + 4
        if month == _month(scene.library.document.as_of):
            rows.append(_tall_as_of(scene, y))
            y += CELL
    name = Name("timeline-tall", words.TIMELINE_TITLE[scene.lang], words.TIMELINE_DESC[scene.lang], scene.lang)  # fmt: skip
    listed = "".join(
        listing(words.JURISDICTION[lane][scene.lang], marks) for lane, marks in lanes.items()
    )
    return picture(name, TALL_WIDTH, y, hidden("".join(rows)) + listed)


def _tall_as_of(scene: Scene, y: float) -> str:
    date = written_date(scene.library.document.as_of, scene.lang)
    label = words.AS_OF[scene.lang].format(date=date)
    return line(0, y, TALL_WIDTH, y, "moment moment--as-of") + text(0, y + 18, label, "moment-text--start")  # fmt: skip


def _tall_month(scene: Scene, month: Month, y: float, *, first: bool) -> str:
    year, number_ = month
    rule = line(0, y, TALL_WIDTH, y, "axis axis--year" if number_ == 1 or first else "axis")
    shown = f"{year}.{number_}" if number_ == 1 or first else _month_name(scene, number_)
    return rule + text(0, y + 18, shown, "axis-text")
