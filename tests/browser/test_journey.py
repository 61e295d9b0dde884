"""A reader's way through the site in a real browser, under the sub-path."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.conftest import Served


def test_from_home_to_a_term_switching_language_on_the_way(page: Page, served: Served) -> None:
    page.goto(served.url)
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    article = page.locator("article")

    article.locator(".pillar-map a[data-pillar='3']").click()
    expect(page.locator("h1")).to_contain_text("국제 AI 외교 및 안보 선도")

    article.get_by_role("link", name="보호 조치의 국제적 정합성 확보").first.click()
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


def test_an_unknown_address_shows_the_page_in_both_languages(page: Page, served: Served) -> None:
    page.route("**/nowhere/**", lambda route: route.continue_())
    html = page.request.get(served.url + "plan/nowhere/").text()
    assert "페이지를 찾을 수 없습니다" in html
    assert "Page not found" in html
