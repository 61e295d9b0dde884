"""The pictures in a browser: one path marked, the timeline's two layouts, no script needed."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from actionplan.graph import Graph, strategies_of_impact
from tests.conftest import Served

from .axe import WAYS, context, faults

IMPACT = "ai-compute-access"


def marked(page: Page) -> set[str]:
    """Keys of the nodes that are marked."""
    ids = page.eval_on_selector_all("#trace a.is-on", "nodes => nodes.map((node) => node.id)")
    return {id.removeprefix("path-") for id in ids}


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
    node = phone.locator(f"#path-impact-{IMPACT}")
    node.tap()
    assert marked(phone) == path_of(graph, IMPACT)
    assert phone.url.endswith(f"trace/#path-impact-{IMPACT}")
    node.tap()
    phone.wait_for_url(f"**/korea/{IMPACT}/")


def test_wide_pictures_scroll_in_their_box_and_not_the_page(phone: Page, served: Served) -> None:
    for path in ("trace/", "en/timeline/", "plan/"):
        phone.goto(served.url + path)
        phone.set_viewport_size({"width": 320, "height": 740})
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320, path
    phone.goto(served.url + "trace/")
    box = phone.locator(".picture-scroll")
    expect(box).to_have_attribute("tabindex", "0")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")


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
