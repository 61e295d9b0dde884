"""Hover cards, both languages side by side, and citations, as a reader meets them."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Served

TERM_PAGE = "korea/allied-export-control-parity/"


def test_a_card_opens_on_hover_stays_under_the_pointer_and_closes_by_escape(
    page: Page, served: Served
) -> None:
    page.goto(served.url + TERM_PAGE)
    term, card = page.locator("article a.term").first, page.locator("#hover-card")
    term.hover()
    expect(card).to_be_visible()
    expect(card.locator("span[lang='en']")).not_to_be_empty()
    card.hover()
    page.wait_for_timeout(500)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_card_opens_on_keyboard_focus_and_describes_its_link(page: Page, served: Served) -> None:
    page.goto(served.url + TERM_PAGE)
    page.locator("h1").click()
    page.locator("article a.term").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#hover-card")).to_be_visible()
    expect(page.locator("article a.term").first).to_have_attribute("aria-describedby", "hover-card")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("article a.term").first).not_to_have_attribute("aria-describedby", "hover-card")  # fmt: skip


def test_an_action_link_has_a_card_too(page: Page, served: Served) -> None:
    page.goto(served.url + "en/" + TERM_PAGE)
    link = page.locator("article a[href*='#a-3-5-']").first
    link.hover()
    expect(page.locator("#hover-card")).to_be_visible()
    expect(page.locator("#hover-card span[lang='ko']")).not_to_be_empty()


def test_on_a_touch_screen_the_first_tap_shows_the_card_and_the_second_follows(
    phone: Page, served: Served
) -> None:
    phone.goto(served.url + TERM_PAGE)
    term = phone.locator("article a.term").first
    term.tap()
    expect(phone.locator("#hover-card")).to_be_visible()
    assert phone.url.endswith(TERM_PAGE)
    box = phone.locator("#hover-card").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    term.tap()
    phone.wait_for_url("**/glossary/**")


def test_without_javascript_a_term_is_a_plain_link(plain: Page, served: Served) -> None:
    plain.goto(served.url + TERM_PAGE)
    plain.locator("article a.term").first.click()
    plain.wait_for_url("**/glossary/**")


@pytest.mark.parametrize("path", [TERM_PAGE, "en/plan/allied-alignment/", "en/glossary/backfill/"])
def test_each_block_is_set_beside_its_twin_and_the_address_keeps_it(
    page: Page, served: Served, path: str
) -> None:
    page.goto(served.url + path)
    twin = "ko" if path.startswith("en/") else "en"
    blocks = page.locator("article > p").count()
    page.locator(".side-button").click()
    expect(page.locator("html.side-by-side")).to_have_count(1)
    assert page.locator(f"article > .pair > [lang='{twin}']").count() >= blocks
    assert "side=1" in page.url
    ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
    page.reload()
    expect(page.locator("article .pair").first).to_be_visible()
    page.locator(".side-button").click()
    expect(page.locator("article .pair")).to_have_count(0)
    assert "side=1" not in page.url


def test_paired_headings_say_the_same_in_the_order_of_the_page(page: Page, served: Served) -> None:
    page.goto(served.url + "en/" + TERM_PAGE + "?side=1")
    expect(page.locator(".pair__heading").first).to_be_visible()
    headings = page.locator(".pair__heading").all_inner_texts()
    page.goto(served.url + TERM_PAGE)
    own = [text.rstrip("#¶").strip() for text in page.locator("article h1, article h2").all_inner_texts()]  # fmt: skip
    assert [text.strip() for text in headings] == own


def test_a_citation_is_copied_with_one_click(page: Page, served: Served) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served.url + "en/plan/allied-alignment/#a-3-5-2")
    box = page.locator("#a-3-5-2 + .action .cite-box")
    box.locator("summary").click()
    box.get_by_role("button", name="Copy: CSL-JSON").click()
    copied = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert copied["title"] == "3.5.2 Technology diplomacy plan for an AI alliance"
    assert copied["note"].endswith("p. 22")
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 1400])
def test_the_page_s_citation_is_one_click_away_from_its_top(
    page: Page, served: Served, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served.url + TERM_PAGE)
    page.locator(".cite-link").click()
    expect(page.locator("#cite")).to_be_focused()
    citation = page.locator("details:has(> #cite) pre").first
    expect(citation).to_be_in_viewport()
    page.locator("#cite").click()
    expect(citation).to_be_hidden()
    page.locator(".cite-link").click()
    expect(citation).to_be_in_viewport()


def test_the_contents_follow_the_title_and_its_answer_on_a_phone_and_stand_beside_them_else(
    page: Page, served: Served
) -> None:
    page.goto(served.url + TERM_PAGE)
    title, contents = page.locator("h1"), page.locator(".toc")
    beside = contents.bounding_box(), page.locator("article").bounding_box()
    assert beside[0]
    assert beside[1]
    assert beside[0]["x"] >= beside[1]["x"] + beside[1]["width"]
    expect(contents.locator("details")).to_have_attribute("open", "")
    page.set_viewport_size({"width": 320, "height": 700})
    expect(contents.locator("details")).not_to_have_attribute("open", "")
    order = [part.bounding_box() for part in (title, page.locator(".lead"), contents, page.locator(".facts"))]  # fmt: skip
    tops = [box["y"] for box in order if box]
    assert len(tops) == 4
    assert tops == sorted(tops)


def test_the_contents_open_and_lead_on_without_javascript(plain: Page, served: Served) -> None:
    plain.set_viewport_size({"width": 320, "height": 700})
    plain.goto(served.url + TERM_PAGE)
    expect(plain.locator(".side-button")).to_be_hidden()
    plain.locator(".toc summary").click()
    plain.locator(".toc a[href='#fact']").click()
    expect(plain.locator("h2#fact")).to_be_in_viewport()
