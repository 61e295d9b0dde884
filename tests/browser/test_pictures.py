"""The pictures in a browser: one path marked, the timeline's two layouts, no script needed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from actionplan.graph import Graph, impacts_of_action, strategies_of_impact
from tests.conftest import Served

from .axe import WAYS, context, faults

IMPACT = "ai-compute-access"


def marked(page: Page) -> set[str]:
    """Keys of the marked nodes of the drawing that is seen."""
    seen = page.locator("#trace, #trace-tall").filter(visible=True)
    return set(seen.locator("a.is-on").evaluate_all("all => all.map((a) => a.dataset.node)"))


def path_of(graph: Graph, impact: str) -> set[str]:
    facts = graph.library.impacts[impact].facts
    return (
        {f"impact-{impact}"}
        | {f"action-{id.replace('.', '-')}" for id in facts.actions}
        | {f"section-{id}" for id in facts.sections}
        | {f"strategy-{id}" for id in strategies_of_impact(graph, impact)}
    )


def test_pointing_at_an_impact_marks_its_causes_and_answers_alone(
    page: Page, served: Served, graph: Graph
) -> None:
    page.goto(served.url + "trace/")
    page.locator(f"#path-impact-{IMPACT}").hover()
    assert marked(page) == path_of(graph, IMPACT)
    expect(page.locator(".picture-status")).to_contain_text("조치 3건, 영향 1가지, 전략 3가지")
    page.locator("h1").hover()
    assert marked(page) == set()
    expect(page.locator("#trace")).not_to_have_class("drawing is-marked")


def test_an_action_leads_on_to_strategies_but_not_to_other_actions(
    page: Page, served: Served
) -> None:
    page.goto(served.url + "en/trace/")
    page.locator("#path-action-3-3-1").focus()
    keys = marked(page)
    assert {key for key in keys if key.startswith("action")} == {"action-3-3-1"}
    assert f"impact-{IMPACT}" in keys
    assert any(key.startswith("strategy") for key in keys)


def test_the_address_marks_a_path_and_escape_releases_it(
    page: Page, served: Served, graph: Graph
) -> None:
    page.goto(served.url + f"trace/#path-impact-{IMPACT}")
    assert marked(page) == path_of(graph, IMPACT)
    node, status = (
        page.locator(s).bounding_box() for s in (f"#path-impact-{IMPACT}", ".picture-status")
    )
    assert node is not None
    assert status is not None
    assert status["y"] + status["height"] < node["y"] < 900
    page.keyboard.press("Escape")
    assert marked(page) == set()
    assert "#" not in page.url


def test_an_impact_s_page_leads_to_its_path(page: Page, served: Served, graph: Graph) -> None:
    page.goto(served.url + f"en/korea/{IMPACT}/")
    page.get_by_role("link", name="See the path in the picture").click()
    page.wait_for_url(f"**/en/trace/#path-impact-{IMPACT}")
    assert marked(page) == path_of(graph, IMPACT)


def test_axe_finds_no_fault_in_a_marked_path(browser: Browser, served: Served) -> None:
    for way in WAYS:
        opened = context(browser, way)
        page = opened.new_page()
        page.goto(served.url + f"en/trace/#path-impact-{IMPACT}")
        expect(page.locator("#trace")).to_have_class("drawing is-marked")
        assert faults(page) == []
        opened.close()


def test_a_click_follows_the_link(page: Page, served: Served) -> None:
    page.goto(served.url + "trace/")
    page.locator("#path-action-3-3-1").click()
    page.wait_for_url("**/plan/compute-controls/#a-3-3-1")


def test_the_first_tap_marks_and_the_second_follows(
    phone: Page, served: Served, graph: Graph
) -> None:
    phone.goto(served.url + "trace/")
    node = phone.locator(f"#trace-tall [data-node='impact-{IMPACT}']")
    node.tap()
    assert marked(phone) == path_of(graph, IMPACT)
    assert phone.url.endswith(f"trace/#path-impact-{IMPACT}")
    node.tap()
    phone.wait_for_url(f"**/korea/{IMPACT}/")


def test_on_a_phone_a_marked_action_leaves_the_strips_of_other_impacts_alone(
    phone: Page, served: Served, graph: Graph
) -> None:
    phone.goto(served.url + "trace/#path-action-3-5-2")
    impacts = impacts_of_action(graph, "3.5.2")
    assert impacts
    strips = phone.locator("#trace-tall [data-strip]:has(a.is-on)")
    expect(strips).to_have_count(len(impacts))
    for impact in impacts:
        strip = phone.locator(f"#trace-tall [data-strip='impact-{impact}']")
        expect(strip.locator("a.is-picked")).to_have_count(1)
        answers = strategies_of_impact(graph, impact)
        expect(strip.locator("a.trace-strategy.is-on")).to_have_count(len(answers))
    expect(phone.locator(".is-picked").filter(visible=True).first).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 800, 1024, 1220])
@pytest.mark.parametrize("path", ["trace/", "en/trace/", "timeline/", "en/timeline/", "plan/"])
def test_every_picture_fits_the_window_without_scrolling_sideways(
    page: Page, served: Served, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(served.url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    seen = page.locator(".picture .drawing").filter(visible=True)
    expect(seen).not_to_have_count(0)
    for picture in seen.all():
        box = picture.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_the_picture_can_be_skipped_by_keyboard(page: Page, served: Served) -> None:
    page.goto(served.url + "trace/")
    skip = page.locator(".picture-skip")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#trace')") is None


def test_the_timeline_shows_one_layout_whose_signs_lead_to_the_list(
    page: Page, served: Served
) -> None:
    page.goto(served.url + "timeline/")
    expect(page.locator("#timeline-tall")).to_be_hidden()
    page.locator("#timeline-wide a[href='#us-eo-14320-export']").click()
    expect(page.locator("li#us-eo-14320-export")).to_be_in_viewport()
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator("#timeline-wide")).to_be_hidden()
    page.locator("#timeline-tall a[href='#us-eo-14179']").click()
    expect(page.locator("li#us-eo-14179")).to_be_in_viewport()


def test_without_javascript_the_nodes_are_links(plain: Page, served: Served) -> None:
    plain.goto(served.url + "trace/")
    expect(plain.locator(".picture-status")).to_be_hidden()
    plain.locator("#path-impact-hbm-memory-supply").click()
    plain.wait_for_url("**/korea/hbm-memory-supply/")


def test_a_bar_opens_the_explorer_with_the_agency_s_actions(page: Page, served: Served) -> None:
    page.goto(served.url + "en/plan/")
    page.get_by_role("link", name="Department of Commerce (DOC) 36").click()
    expect(page.locator("output")).to_have_text("36 of 103 actions")
