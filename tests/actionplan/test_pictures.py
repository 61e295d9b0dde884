"""Pictures: well-formed, named, complete, and nothing drawn outside or on top of something else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.graph import Graph
from actionplan.language import LANGS, Lang
from actionplan.views.pictures.agencies import agencies
from actionplan.views.pictures.coverage import coverage
from actionplan.views.pictures.svg import width_of, wrap
from actionplan.views.pictures.timeline import timeline_picture
from actionplan.views.pictures.trace import trace
from actionplan.views.scene import Scene

PICTURES: dict[str, tuple[Callable[[Scene], str], str]] = {
    "coverage": (coverage, "plan/index"),
    "agencies": (agencies, "plan/index"),
    "timeline": (timeline_picture, "timeline"),
    "trace": (trace, "trace"),
}


def drawn(graph: Graph, picture: str, lang: Lang) -> str:
    view, page = PICTURES[picture]
    return view(Scene(graph, graph.library.pages[lang, page], "https://example.org/"))


def drawings(html: str) -> list[ET.Element]:
    """Every `svg` of a picture; a parse error fails the test."""
    return [ET.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]


def links(drawing: ET.Element) -> list[str]:
    return [link.get("href", "") for link in drawing.iter("a")]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("picture", PICTURES)
def test_a_drawing_is_named_described_and_says_its_language(
    graph: Graph, picture: str, lang: Lang
) -> None:
    html = drawn(graph, picture, lang)
    for drawing in drawings(html):
        ids = {element.get("id"): element for element in drawing.iter() if element.get("id")}
        assert ids[drawing.get("aria-labelledby")].text
        assert ids[drawing.get("aria-describedby")].text
        assert drawing.get("lang") == lang
    ids_in_page = re.findall(r' id="([^"]+)"', html)
    assert len(ids_in_page) == len(set(ids_in_page))


@pytest.mark.parametrize("picture", PICTURES)
def test_a_drawing_brings_no_colour_style_or_script_of_its_own(graph: Graph, picture: str) -> None:
    html = drawn(graph, picture, "ko")
    assert not re.search(r'style=|<style|<script| on\w+=|fill="|stroke="', html)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("picture", PICTURES)
def test_text_stays_inside_its_drawing(graph: Graph, picture: str, lang: Lang) -> None:
    for drawing in drawings(drawn(graph, picture, lang)):
        room = float(drawing.get("width", "0"))
        for text in [*drawing.iter("text"), *drawing.iter("tspan")]:
            if text.text and not re.search("end|number", f"{text.get('class')}"):
                ends = float(text.get("x", "0")) + width_of(text.text, 12)
                assert ends <= room, text.text


@pytest.mark.parametrize("lang", LANGS)
def test_the_trace_draws_every_relation_once_and_every_node_has_one(
    graph: Graph, lang: Lang
) -> None:
    library = graph.library
    expected = Counter(
        [(f"action-{a.replace('.', '-')}", f"impact-{i.id}") for i in library.impacts.values() for a in i.facts.actions]
        + [(f"section-{s}", f"impact-{i.id}") for i in library.impacts.values() for s in i.facts.sections]
        + [(f"impact-{i}", f"strategy-{s.id}") for s in library.strategies.values() for i in s.facts.addresses]
    )  # fmt: skip
    for drawing in drawings(drawn(graph, "trace", lang)):
        lines = Counter(
            (line.get("data-from"), line.get("data-to"))
            for line in drawing.iter("path")
            if line.get("data-from")
        )
        assert lines == expected
        nodes = {node.get("data-node") for node in drawing.iter("a")}
        assert nodes == {end for line in lines for end in line}


def test_each_strip_of_the_trace_holds_an_impact_its_causes_and_its_answers(graph: Graph) -> None:
    _, tall = drawings(drawn(graph, "trace", "ko"))
    strips = [group for group in tall.iter("g") if group.get("data-strip")]
    assert len(strips) == len(graph.library.impacts)
    for strip in strips:
        impact = strip.get("data-strip")
        lines = [(line.get("data-from"), line.get("data-to")) for line in strip.iter("path")]
        assert all(impact in line for line in lines)
        nodes = [node.get("data-node") for node in strip.iter("a")]
        assert sorted(nodes, key=str) == sorted({end for line in lines for end in line}, key=str)


def test_no_two_things_of_the_trace_lie_on_each_other(graph: Graph) -> None:
    for lang in LANGS:
        for drawing in drawings(drawn(graph, "trace", lang)):
            boxes = [node.find("rect") for node in drawing.iter("a")]
            _assert_apart([box for box in boxes if box is not None])


def test_each_event_stands_once_in_each_layout_and_none_hides_another(graph: Graph) -> None:
    wide, tall = drawings(drawn(graph, "timeline", "en"))
    for drawing in (wide, tall):
        assert sorted(links(drawing)) == sorted(f"#{id}" for id in graph.library.events)
        rooms = [node.find("rect") for node in drawing.iter("a")]
        _assert_apart([room for room in rooms if room is not None])


def _assert_apart(boxes: list[ET.Element]) -> None:
    places = [
        tuple(float(box.get(name, "0")) for name in ("x", "y", "width", "height")) for box in boxes
    ]
    for position, (x, y, width, height) in enumerate(places):
        for other_x, other_y, other_width, other_height in places[position + 1 :]:
            apart = (
                x + width <= other_x + 0.1
                or other_x + other_width <= x + 0.1
                or y + height <= other_y + 0.1
                or other_y + other_height <= y + 0.1
            )
            assert apart, (x, y, other_x, other_y)


def test_events_stand_in_the_order_of_their_dates(graph: Graph) -> None:
    wide, _ = drawings(drawn(graph, "timeline", "ko"))
    x = {
        link.get("href", "")[1:]: float(room.get("x", "0"))
        for link in wide.iter("a")
        if (room := link.find("rect")) is not None
    }
    dates = sorted((event.date, x[event.id]) for event in graph.library.events.values())
    assert [place for _, place in dates] == sorted(x.values())


def test_coverage_has_one_dot_for_each_action_and_says_the_counts(graph: Graph) -> None:
    library = graph.library
    panels = drawings(drawn(graph, "coverage", "en"))
    dots = Counter(
        dot.get("class", "").split("--")[-1] for panel in panels for dot in panel.iter("circle")
    )
    assert dots == Counter(action.korea.relevance for action in library.actions.values())
    labels = [link.get("aria-label", "") for panel in panels for link in panel.iter("a")]
    assert len(labels) == len(library.sections)
    assert "Align Protection Measures Globally: Direct 4, Indirect 0, Low 0" in labels


def test_each_bar_leads_to_the_actions_that_it_counts(graph: Graph) -> None:
    library = graph.library
    for panel in drawings(drawn(graph, "agencies", "ko")):
        for bar in panel.iter("a"):
            id = bar.get("href", "").partition("?lead=")[2]
            count = int("".join(bar.itertext()).rpartition(" ")[2])
            led = [
                a for a in library.actions.values() if id in a.lead or (id == "none" and not a.lead)
            ]
            assert count == len(led)  # fmt: skip


def test_the_tables_say_the_same_as_the_pictures(graph: Graph) -> None:
    library = graph.library
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", drawn(graph, "coverage", "en"))
    cells = [[int(n) for n in re.findall(r"<td>(\d+)</td>", row)] for row in rows]
    assert len(cells) == len(library.sections)
    counted = Counter(action.korea.relevance for action in library.actions.values())
    assert [sum(column) for column in zip(*cells, strict=True)] == [
        counted[value] for value in ("direct", "indirect", "low")
    ]


@given(st.text(alphabet="가나다라 abc XYZ 12·", max_size=80), st.integers(40, 400))
def test_wrapping_keeps_every_word_in_order_within_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(width_of(line) <= width or " " not in line for line in lines)
