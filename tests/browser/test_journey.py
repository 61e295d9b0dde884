"""A reader's way through the site in a real browser, under the sub-path."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from actionplan.library import Library
from tests.conftest import Served


def test_from_home_to_a_term_switching_language_on_the_way(page: Page, served: Served) -> None:
    page.goto(served.url)
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    article = page.locator("article")

    article.locator(".pillar-map a[data-pillar='3']").click()
    expect(page.locator("h1")).to_contain_text("국제 AI 외교 및 안보 선도")

    article.locator("#sections ~ * a", has_text="보호 조치의 국제적 정합성 확보").first.click()
    page.wait_for_url("**/plan/allied-alignment/")

    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/plan/allied-alignment/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_contain_text("Align Protection Measures Globally")

    action = page.locator("#a-3-5-4 + .action")
    expect(action.locator("a.plan-page").first).to_have_attribute("href", "https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf#page=25")  # fmt: skip
    action.locator("a[href*='/korea/']").first.click()
    page.wait_for_url("**/en/korea/**")

    page.locator("aside.facts a[href*='/strategies/']").first.click()
    page.wait_for_url("**/en/strategies/**")

    page.get_by_role("link", name="한국어").first.click()
    page.wait_for_url(lambda url: "/en/" not in url and "/strategies/" in url)
    expect(page.locator("html")).to_have_attribute("lang", "ko")

    page.locator("article a.term").first.click()
    page.wait_for_url("**/glossary/**")
    expect(page.locator("aside.facts")).to_contain_text("영어")


# ---- three questions that readers come with, each answered in few clicks from the home page


def test_actions_that_commerce_leads_and_that_touch_korea_directly_are_three_clicks_away(
    page: Page, served: Served, library: Library
) -> None:
    page.goto(served.url)
    page.locator(".legend a", has_text="직접").click()
    page.locator("summary", has_text="주도 기관").click()
    page.locator("label", has_text="상무부").first.click()
    wanted = [a for a in library.actions.values() if a.korea.relevance == "direct" and "DOC" in a.lead]  # fmt: skip
    assert wanted
    expect(page.locator("table.actions tbody tr:visible")).to_have_count(len(wanted))
    expect(page.locator("output")).to_contain_text(f"{len(wanted)}건")


def test_an_action_s_citation_with_its_page_is_three_clicks_away(
    page: Page, served: Served
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served.url)
    page.locator(".home-search [data-query='3.5.2']").click()
    expect(page.locator(".md-search-result__item a").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan/allied-alignment/*#a-3-5-2")
    card = page.locator("#a-3-5-2 + .action")
    expect(card).to_be_in_viewport()
    card.locator(".cite-box summary").click()
    card.locator(".copy-button").first.click()
    expect(page.get_by_role("status").filter(has_text="복사했습니다.")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "3.5.2" in copied
    assert ", 22면" in copied


def test_what_backfill_is_and_who_is_at_risk_is_two_clicks_away(page: Page, served: Served) -> None:
    page.goto(served.url + "en/")
    page.locator(".home-search [data-query='backfill']").click()
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url("**/en/glossary/backfill/?*")
    expect(page.locator(".lead")).to_contain_text("Backfill is the sale")
    expect(page.locator("#why + p")).to_contain_text("equipment makers")
    expect(page.locator("dl.backlinks")).to_contain_text("Matching US export controls")


def test_an_unknown_address_shows_the_page_in_both_languages(page: Page, served: Served) -> None:
    page.route("**/nowhere/**", lambda route: route.continue_())
    html = page.request.get(served.url + "plan/nowhere/").text()
    assert "페이지를 찾을 수 없습니다" in html
    assert "Page not found" in html
