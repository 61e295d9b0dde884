"""The table of all actions: complete without JavaScript, narrowed down, sorted, shared and taken away with it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from actionplan.library import Library
from tests.conftest import Served

from .axe import WAYS, context, faults

ADDRESS = "plan/actions/"
SHOWN = "table.actions tbody tr:not([hidden])"


def ids(page: Page) -> list[str]:
    """Numbers of the actions that are shown, from top to bottom."""
    return page.locator(f"{SHOWN} .action-id").all_inner_texts()


def tick(page: Page, facet: str, value: str) -> None:
    """Ticks one choice as a reader does: its disclosure first, where it has one."""
    box = page.locator(f"input[name={facet}][value='{value}']")
    if not box.is_visible():
        page.locator("details.facet", has=box).locator("summary").click()
    box.check()


def led_by_commerce_and_direct(library: Library) -> list[str]:
    return [
        action.id
        for action in sorted(library.actions.values(), key=lambda action: action.number)
        if "DOC" in action.lead and action.korea.relevance == "direct"
    ]


def test_without_javascript_the_full_table_stands_and_no_form(
    plain: Page, served: Served, library: Library
) -> None:
    plain.goto(served.url + ADDRESS)
    assert sorted(ids(plain)) == sorted(library.actions)
    expect(plain.locator("#explorer")).to_be_hidden()


def test_actions_led_by_commerce_that_touch_korea_directly_take_three_clicks(
    page: Page, served: Served, library: Library
) -> None:
    page.goto(served.url + ADDRESS)
    page.locator("input[name=relevance][value=direct]").check()
    page.get_by_text("주도 기관", exact=True).first.click()
    page.get_by_label("상무부(DOC)").check()
    assert ids(page) == led_by_commerce_and_direct(library)
    expect(page.locator("output")).to_have_text(f"103건 가운데 {len(ids(page))}건")


def test_the_same_by_tapping_on_a_phone_without_scrolling_sideways(
    phone: Page, served: Served, library: Library
) -> None:
    phone.goto(served.url + "en/" + ADDRESS)
    phone.set_viewport_size({"width": 320, "height": 740})
    phone.locator("input[name=relevance][value=direct]").tap()
    phone.locator("summary", has_text="Lead").tap()
    phone.get_by_label("Department of Commerce (DOC)").tap()
    assert ids(phone) == led_by_commerce_and_direct(library)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    first = phone.locator(SHOWN).first.bounding_box()
    assert first is not None
    assert first["width"] <= 320
    # The count of all actions would contradict the count of those found.
    expect(phone.locator("table.actions caption")).to_be_hidden()
    phone.locator("select[name=sort]").select_option("lead")
    assert ids(phone) != led_by_commerce_and_direct(library)


def test_the_address_keeps_the_selection_and_the_back_button_undoes_it(
    page: Page, served: Served
) -> None:
    page.goto(served.url + ADDRESS)
    tick(page, "lead", "DOC")
    tick(page, "relevance", "direct")
    both = ids(page)
    assert page.url.endswith("?relevance=direct&lead=DOC")
    page.go_back()
    expect(page.locator("input[value=direct]")).not_to_be_checked()
    expect(page.locator("input[value=DOC]")).to_be_checked()
    assert len(ids(page)) > len(both)
    page.go_forward()
    assert ids(page) == both
    page.reload()
    assert ids(page) == both
    expect(page.locator("summary", has_text="주도 기관")).to_contain_text("상무부")


def test_the_language_link_keeps_the_selection(page: Page, served: Served) -> None:
    page.goto(served.url + ADDRESS)
    tick(page, "relevance", "direct")
    shown = ids(page)
    page.locator("#language-link").click()
    page.wait_for_url("**/en/plan/actions/?relevance=direct")
    assert ids(page) == shown


def test_axe_finds_no_fault_in_a_narrowed_table_with_an_open_facet(
    browser: Browser, served: Served
) -> None:
    for way in WAYS:
        opened = context(browser, way)
        page = opened.new_page()
        page.goto(served.url + ADDRESS + "?pillar=3&sort=-relevance")
        page.locator("details.facet summary").first.click()
        assert faults(page) == []
        opened.close()


def test_every_count_is_what_ticking_the_choice_would_leave(page: Page, served: Served) -> None:
    page.goto(served.url + ADDRESS + "?pillar=2")
    count = page.locator("label", has=page.locator("input[value=energy]")).locator(".choice-count")
    expected = int(count.text_content() or "")
    tick(page, "topic", "energy")
    assert len(ids(page)) == expected
    expect(page.locator("label", has=page.locator("input[value='3']"))).to_contain_text("0")


@pytest.mark.parametrize(
    ("path", "typed", "found"),
    [
        ("", "위치 검증", "3.3.1"),
        ("", "위치검증", "3.3.1"),
        ("", "location verification", "3.3.1"),
        ("", "Department of Commerce export control", "3.4.1"),
        ("en/", "상무부 수출통제", "3.4.1"),
        ("en/", "DOC Chips", "2.3.1"),
    ],
)
def test_text_finds_titles_agencies_and_topics_in_both_languages(
    page: Page, served: Served, path: str, typed: str, found: str
) -> None:
    page.goto(served.url + path + ADDRESS)
    page.locator("#explorer-text").press_sequentially(typed)
    assert found in ids(page)
    assert len(ids(page)) < 40
    page.go_back()
    assert len(ids(page)) == 103


def test_nothing_found_says_so_and_clearing_brings_all_back(page: Page, served: Served) -> None:
    page.goto(served.url + ADDRESS + "?lead=DOC&sort=-page")
    page.locator("#explorer-text").fill("없는 말")
    expect(page.locator("output")).to_contain_text("맞는 조치가 없습니다")
    expect(page.locator("[data-do=copy]")).to_be_disabled()
    page.locator("[data-do=reset]").click()
    assert len(ids(page)) == 103
    assert page.url.endswith(ADDRESS)


def test_a_column_sorts_up_and_down_and_says_so(page: Page, served: Served) -> None:
    page.goto(served.url + ADDRESS)
    head = page.locator("th[data-column=relevance]")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    badges = page.locator(f"{SHOWN} .badge").all_inner_texts()
    assert badges == sorted(badges, key=["직접", "간접", "낮음"].index)
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert page.locator("[aria-sort]").count() == 1
    assert page.locator(f"{SHOWN} .badge").first.inner_text() == "낮음"
    assert page.url.endswith("?sort=-relevance")


def test_the_selection_is_copied_and_downloaded_as_csv(
    page: Page, served: Served, library: Library
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served.url + ADDRESS + "?lead=DOC&relevance=direct")
    page.locator("[data-do=copy]").click()
    expect(page.locator("output")).to_contain_text("복사했습니다")
    copied = page.evaluate("navigator.clipboard.readText()")
    rows = list(csv.DictReader(io.StringIO(copied)))
    assert [row["id"] for row in rows] == led_by_commerce_and_direct(library)
    for row in rows:
        action = library.actions[row["id"]]
        assert (row["title_ko"], row["title_en"]) == (action.title.ko, action.title.en)
        assert (row["page"], row["korea_relevance"]) == (str(action.page), "direct")
        assert row["lead"].split("; ") == list(action.lead)
        assert row["url"].endswith(f"/plan/{action.section}/#{action.anchor}")
    with page.expect_download() as download:
        page.locator("[data-do=save]").click()
    assert Path(download.value.path()).read_text("utf-8-sig").split() == copied.split()


def test_the_keyboard_alone_narrows_down(page: Page, served: Served) -> None:
    page.goto(served.url + ADDRESS)
    page.locator("#explorer-text").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("input[value=direct]").is_checked()
    for _ in range(6):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("input[value=DOC]").is_checked()


def test_narrowing_down_is_instant(page: Page, served: Served) -> None:
    page.goto(served.url + ADDRESS)
    milliseconds = page.evaluate(
        """() => {
          const times = [...document.querySelectorAll("input[name=topic]")].map((box) => {
            const start = performance.now();
            box.click();
            document.querySelector("table.actions").getBoundingClientRect();
            return performance.now() - start;
          });
          return times.sort((a, b) => a - b)[times.length >> 1];
        }"""
    )
    assert milliseconds < 50
