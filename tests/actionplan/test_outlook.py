"""Dates that lay ahead: found in the texts, past when their last day is, and shown on the scorecard."""

from __future__ import annotations

import dataclasses

import pytest

from actionplan.graph import Graph
from actionplan.language import both
from actionplan.library import Library
from actionplan.outlook import Outlook, dates, outlooks
from actionplan.records import Change
from actionplan.views import quality
from actionplan.views.scene import Scene


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026년 11월 9일까지 유예된다", ["2026-11-09"]),
        ("2026년 8월로 예정됐다", ["2026-08"]),
        ("2027년부터 2028년까지", ["2027", "2028"]),
        ("2026~2030년 구상", ["2030"]),
        ("2027년 1월 1일과 2월 3일", ["2027-01-01"]),
        ("2026년 9월 현재 고치고 있다", []),
        ("2026년 6월 기준", []),
        ("2026년 9월 3일 현재", []),
        ("120268년, 20268", []),
    ],
)
def test_dates_are_read_as_precisely_as_they_are_written(text: str, found: list[str]) -> None:
    assert list(dates(text)) == found


@pytest.mark.parametrize(
    ("date", "day", "past"),
    [
        ("2026-11-09", "2026-11-09", False),
        ("2026-11-09", "2026-11-10", True),
        ("2026-08", "2026-08-31", False),
        ("2026-08", "2026-09-01", True),
        ("2027", "2027-12-31", False),
        ("2027", "2028-01-01", True),
    ],
)
def test_a_date_has_passed_with_its_last_day(date: str, day: str, past: bool) -> None:
    assert Outlook(date, "term", "x").has_passed(day) is past


def as_of(library: Library, date: str, changed: str) -> Library:
    """The content as if its sources were read, and it was last changed, on other days."""
    assert library.plan
    plan = dataclasses.replace(library.plan, as_of=date)
    change = dataclasses.replace(next(iter(library.changes.values())), id="x", date=changed)
    changes: dict[str, Change] = {"x": change, **library.changes}
    return dataclasses.replace(library, plan=plan, changes=changes)


def test_what_lies_before_the_as_of_date_is_no_outlook(library: Library) -> None:
    assert outlooks(as_of(library, "2099-12", "2099-12-31")) == []
    assert all(one.date[:7] > str(library.document.as_of) for one in outlooks(library) if len(one.date) > 4)  # fmt: skip


def test_an_event_s_date_and_its_texts_count(library: Library) -> None:
    event = dataclasses.replace(
        next(iter(library.events.values())),
        id="test", date="2098-01-02", uncertain=both("2099년 5월로 예정됐다.", "It is due in May 2099."),
    )  # fmt: skip
    found = outlooks(dataclasses.replace(library, events={"test": event}))
    assert {one.date for one in found if one.id == "test"} == {"2098-01-02", "2099-05"}


@pytest.mark.parametrize(
    ("source", "ahead"),
    [("2098-01-01", True), ("2098-01-02", False), ("2098-01", False), ("2099-03", False), ("2098", True), ("n.d.", True)],
)  # fmt: skip
def test_what_a_cited_source_was_there_to_tell_is_no_outlook(
    library: Library, source: str, ahead: bool
) -> None:
    event = next(iter(library.events.values()))
    event = dataclasses.replace(event, id="test", date="2098-01-02", sources=("test",))
    cited = dataclasses.replace(next(iter(library.sources.values())), id="test", date=source)
    changed = dataclasses.replace(library, events={"test": event}, sources={"test": cited})
    assert any(one.id == "test" for one in outlooks(changed)) is ahead


@pytest.mark.parametrize(("changed", "due"), [("2025-07-01", False), ("2098-01-01", True)])
def test_the_scorecard_lists_what_is_due_and_nothing_else(
    library: Library, changed: str, due: bool
) -> None:
    library = as_of(library, "2025-06", changed)
    html = quality.scorecard(Scene(Graph(library), library.pages["ko", "about/quality"], ""))
    listed = html.partition("{#review}")[2].partition("\n## ")[0]
    assert (quality.NOTHING_DUE.ko in listed) is not due
    assert ("2026년 11월 9일" in listed) is due
