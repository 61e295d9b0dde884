"""Searching in Material's own box, as a reader types, and in the glossary's filter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from actionplan.library import Library
from tests.conftest import Served

GOLDEN = Path(__file__).parent.parent / "search" / "golden"
HOSTILE: list[str] = json.loads((GOLDEN.parent / "hostile.json").read_text())
EVERY = 9
"""Of so many golden queries one is typed into the box; all of them go through the worker elsewhere."""

COMPOSE = """([text, code]) => {
  const input = document.activeElement;
  input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
  window.pressMeantKey = () => {
    const key = { key: "Process", code, bubbles: true, isComposing: true };
    input.dispatchEvent(new KeyboardEvent("keydown", key));
    input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: text }));
  };
}"""
"""A syllable in the making, as an input method types it, and the key that ends it."""


@pytest.fixture
def box(page: Page, served: Served) -> Locator:
    """The search box of the Korean home page, with the focus."""
    page.goto(served.url)
    found = page.locator(".md-search__input")
    found.click()
    return found


def results(page: Page) -> Locator:
    return page.locator(".md-search-result__item")


def first_link(page: Page) -> Locator:
    return results(page).first.locator("a").first


def golden(lang: str) -> Iterator[tuple[str, str]]:
    """Queries about terms with the ids that answer them."""
    lines = (GOLDEN / f"{lang}.tsv").read_text().splitlines()[1:]
    for line in lines[::EVERY]:
        _, query, answers = line.split("\t")
        if ":" not in answers:
            yield query, answers


def test_a_result_names_the_term_in_both_languages_with_its_category(
    box: Locator, page: Page
) -> None:
    box.fill("ㅅㅊㅌㅈ")
    first = results(page).first
    expect(first.locator("h1")).to_contain_text("수출통제")
    expect(first.locator("h1 [lang=en]")).to_have_text("Export controls")
    expect(first.locator(".md-tag")).to_have_text("통상·수출통제")
    expect(page.locator(".md-search-result__meta")).to_contain_text("일치하는 문서")


def test_enter_opens_the_first_result_with_its_own_name_highlighted(
    box: Locator, page: Page
) -> None:
    box.fill("tncnfxhdwp")
    expect(first_link(page)).to_be_visible()
    box.press("Enter")
    page.wait_for_url("**/glossary/export-control/?h=*")
    expect(page.locator("article mark").first).to_have_text("수출통제")


def test_arrow_keys_walk_through_the_results_and_escape_closes(box: Locator, page: Page) -> None:
    box.fill("HBM")
    expect(first_link(page)).to_be_visible()
    box.press("ArrowDown")
    expect(first_link(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(results(page).first).to_be_hidden()


def test_the_focus_stays_on_its_result_when_the_texts_arrive(page: Page, served: Served) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/ko.x.json*", hold)
    page.goto(served.url)
    box = page.locator(".md-search__input")
    box.fill("HBM")
    expect(first_link(page)).to_be_visible()
    box.press("ArrowDown")
    expect(first_link(page)).to_be_focused()
    chosen = first_link(page).get_attribute("href")
    first_link(page).evaluate("(link) => link.setAttribute('data-early', '')")
    held[0].continue_()
    expect(page.locator("[data-early]")).to_have_count(0)
    expect(page.locator(f".md-search-result__link[href='{chosen}']")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()


@pytest.mark.parametrize("code", ["Enter", "ArrowDown"])
def test_a_key_that_ends_a_composition_counts_at_once(box: Locator, page: Page, code: str) -> None:
    box.focus()
    page.evaluate(COMPOSE, ["수출통ㅈ", code])
    expect(first_link(page)).to_be_visible()
    page.evaluate("window.pressMeantKey()")
    if code == "Enter":
        page.wait_for_url("**/glossary/export-control/**")
    else:
        expect(first_link(page)).to_be_focused()


def test_an_ambiguous_word_offers_each_of_its_terms_first(box: Locator, page: Page) -> None:
    box.fill("반도체법")
    expect(results(page).nth(1)).to_be_visible()
    links = [
        results(page).nth(place).locator("a").first.get_attribute("href") or "" for place in (0, 1)
    ]
    assert "/glossary/chips-act/" in links[0]
    assert "/glossary/semiconductor-special-act/" in links[1]


def test_an_action_stands_below_its_section_and_opens_at_its_place(
    box: Locator, page: Page
) -> None:
    box.fill("풀스택 AI 수출 패키지 프로그램")
    expect(results(page).first).to_be_visible()
    assert page.locator(".md-search-result__link[href*='#a-3-1-1']").count() == 1


def test_nothing_found_leads_to_similar_terms_and_to_proposing_one(
    box: Locator, page: Page
) -> None:
    nothing = page.locator(".search-nothing")
    box.fill("수츌퉁쟤 몡댠뮨")
    expect(page.locator(".md-search-result__meta")).to_contain_text("없습니다")
    expect(nothing.get_by_role("link", name="수출통제").first).to_be_visible()
    expect(nothing.get_by_role("link", name="제안하기")).to_have_attribute("href", "https://github.com/owner/ai-action-plan-korea/issues/new/choose")  # fmt: skip
    box.fill("수출통제")
    expect(results(page).first).to_be_visible()
    expect(nothing).to_be_hidden()


def test_an_address_with_a_query_opens_with_the_search_done(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/?q=수출통제")
    expect(first_link(page)).to_have_attribute("href", f"{served.url}en/glossary/export-control/?h=Export+controls+%EC%88%98%EC%B6%9C%ED%86%B5%EC%A0%9C")  # fmt: skip
    expect(results(page).first.locator("h1 [lang=ko]")).to_have_text("수출통제")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_browsers_learn_how_to_search_the_site(page: Page, served: Served, lang: str) -> None:
    page.goto(served.url + ("" if lang == "ko" else "en/"))
    link = page.locator("link[rel=search]").evaluate("link => link.href")
    description = page.request.get(link).text()
    assert f"<Language>{lang}</Language>" in description
    assert "?q={searchTerms}" in description


def test_nothing_is_fetched_for_search_but_the_worker_until_the_page_is_idle(
    page: Page, served: Served
) -> None:
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url.removeprefix(served.url).split("?")[0])
    )
    page.goto(served.url + "plan/")
    page.wait_for_load_state("load")
    assert not [path for path in asked if path.startswith("search/") and "index" not in path]
    page.wait_for_timeout(2000)
    assert [path for path in asked if path.startswith("search/") and "index" not in path] == [
        "search/ko.t.json"
    ]
    assert json.loads((served.folder / "search" / "search_index.json").read_text())["docs"] == []


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_golden_queries_typed_into_the_box_find_their_term_first(
    page: Page, served: Served, lang: str
) -> None:
    page.goto(served.url + ("" if lang == "ko" else "en/"))
    box = page.locator(".md-search__input")
    box.click()
    misses = []
    for query, answers in golden(lang):
        box.fill(query)
        expect(
            page.locator(
                f"a.md-search-result__link[href*='/glossary/{answers.split(',')[0]}/']"
            ).first
        ).to_be_attached()
        link = first_link(page).get_attribute("href") or ""
        if not any(f"/glossary/{answer}/" in link for answer in answers.split(",")):
            misses.append((query, link))
    assert len(misses) <= 1, misses


def test_hostile_queries_run_nothing_and_leave_the_box_working(box: Locator, page: Page) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for query in HOSTILE:
        box.fill(query)
        page.wait_for_timeout(20)
    assert (
        page.locator(
            ".md-search-result script, .md-search-result img, .md-search-result svg"
        ).count()
        == 0
    )
    box.fill("수출통제")
    expect(results(page).first.locator("h1")).to_contain_text("수출통제")
    assert dialogs == []


def test_the_glossary_is_filtered_by_what_search_would_find(
    page: Page, served: Served, library: Library
) -> None:
    page.goto(served.url + "glossary/")
    field = page.get_by_role("searchbox", name="용어 거르기")
    field.fill("tncnfxhdwp")
    expect(page.locator(".term-list li:visible a", has_text="수출통제").first).to_be_visible()
    expect(page.locator(".term-list li:visible a", has_text="딥페이크")).to_have_count(0)
    expect(page.locator("h3:visible", has_text="하")).to_have_count(0)
    expect(page.locator(".jump-bar li:visible", has_text="하")).to_have_count(0)
    expect(page.locator(".term-filter output")).to_contain_text("가운데")
    field.fill("")
    expect(page.locator(".jump-bar li:visible", has_text="하")).to_have_count(1)
    expect(page.locator(".term-filter output")).to_have_text(f"용어 {len(library.terms)}개")


def test_the_jump_bar_leads_to_a_letter(page: Page, served: Served) -> None:
    page.goto(served.url + "en/glossary/")
    page.locator(".jump-bar").get_by_role("link", name="F", exact=True).click()
    expect(page.locator("#letter-f")).to_be_in_viewport()
