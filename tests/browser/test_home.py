"""The home page: search in the middle, the map that leads in, a card for each role, what is new."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from actionplan.library import Library
from tests.conftest import Served

ROLES = ["paths/trade-lawyer", "paths/policy-analyst", "paths/company", "paths/student-journalist"]


def test_the_wide_button_opens_the_site_s_search_and_gets_the_focus_back(
    page: Page, served: Served
) -> None:
    page.goto(served.url)
    button = page.locator(".home-search__box")
    button.click()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("백필")
    expect(page.locator(".md-search-result__item").first).to_contain_text("대체 공급")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


@pytest.mark.parametrize("path", ["", "en/"])
def test_an_example_is_searched_on_a_phone(phone: Page, served: Served, path: str) -> None:
    phone.goto(served.url + path)
    phone.locator(".home-search [data-query='3.5.2']").tap()
    expect(phone.locator(".md-search-result__item").first).to_contain_text("3.5.2")


def test_every_example_finds_something(page: Page, served: Served) -> None:
    for path in ("", "en/"):
        page.goto(served.url + path)
        for query in page.eval_on_selector_all(
            "[data-query]", "all => all.map((b) => b.dataset.query)"
        ):
            page.locator(f".home-search [data-query='{query}']").click()
            expect(page.locator(".md-search__input")).to_have_value(query)
            expect(page.locator(".md-search-result__item").first).to_be_visible()
            page.keyboard.press("Escape")  # fmt: skip


def test_without_javascript_the_glossary_takes_the_place_of_search(
    plain: Page, served: Served
) -> None:
    plain.goto(served.url)
    expect(plain.locator(".home-search__box")).to_be_hidden()
    plain.locator(".home-search a").click()
    plain.wait_for_url("**/glossary/")


@pytest.mark.parametrize("path", ["", "en/"])
def test_each_role_has_a_card_with_at_most_seven_links(
    page: Page, served: Served, path: str
) -> None:
    page.goto(served.url + path)
    cards = page.locator("ul.roles > li")
    expect(cards).to_have_count(len(ROLES))
    for card, name in zip(cards.all(), ROLES, strict=True):
        links = card.locator("a")
        assert 3 <= links.count() <= 7
        assert (links.first.get_attribute("href") or "").strip("./") == name
    industries = cards.nth(2).locator("ul a").evaluate_all("all => all.map((a) => a.hash)")
    assert industries == ["#chips", "#energy", "#manufacturing", "#software"]


def test_the_map_shows_a_dot_for_each_action_and_its_signs_lead_to_them(
    page: Page, served: Served, library: Library
) -> None:
    page.goto(served.url)
    expect(page.locator(".pillar-map circle")).to_have_count(len(library.actions))
    page.locator(".legend a", has_text="직접").click()
    expect(page.locator("output")).to_contain_text("103건 가운데 10건")


def test_what_is_new_names_the_newest_event_and_the_as_of_date(
    page: Page, served: Served, library: Library
) -> None:
    page.goto(served.url + "en/")
    newest = max(library.events.values(), key=lambda event: event.date)
    expect(page.locator(".latest li a").first).to_have_text(newest.title.en)
    expect(page.locator(".as-of")).to_have_text("Sources as of June 2026")


def test_nothing_scrolls_sideways_on_a_narrow_phone(phone: Page, served: Served) -> None:
    for path in ("", "en/"):
        phone.goto(served.url + path)
        phone.set_viewport_size({"width": 320, "height": 640})
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320
