"""What axe-core can see, page by page, in every way of showing it and in the states that a reader opens.

One page of each template is examined at 1400 and 320 px, light and dark: in two of these ways in Korean,
in the other two in English. Every other page is in one of the ways, in turn.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from actionplan.language import LANGS
from actionplan.library import Library
from actionplan.urls import address
from tests.conftest import Served

from .axe import WAYS, Way, context, faults, sweep

# One page of each template, by its name in the library.
TEMPLATES = [
    "index", "plan/index", "plan/actions", "plan/booklet", "plan/pillar-3", "plan/allied-alignment",
    "korea/index", "korea/hbm-memory-supply", "strategies/index", "strategies/balanced-ecosystem",
    "trace", "timeline", "glossary/index", "glossary/backfill", "article", "corrections", "sources",
    "changes", "data", "paths/company", "about", "contribute/index",
]  # fmt: skip


def templates(lang: str) -> list[str]:
    """Addresses of the pages that stand for their templates."""
    return [address(lang, name) for name in TEMPLATES]


def others(library: Library, way: int) -> list[str]:
    """Addresses of the other pages to examine in a way: each in one of the ways."""
    pages = sorted(page for page in library.pages if page[1] not in TEMPLATES)
    return [address(*page) for page in pages[way :: len(WAYS)]]


@pytest.mark.parametrize("way", range(len(WAYS)), ids=["{}-{}".format(*way) for way in WAYS])
def test_no_template_has_a_fault(browser: Browser, served: Served, way: int) -> None:
    addresses = [served.url + path for path in [*templates(LANGS[way // 2]), "404.html"]]
    assert sweep(browser, addresses, WAYS[way]) == {}


@pytest.mark.parametrize("way", range(len(WAYS)), ids=["{}-{}".format(*way) for way in WAYS])
def test_no_other_page_has_a_fault(
    browser: Browser, served: Served, library: Library, way: int
) -> None:
    """But for contrast, which takes half of the time: colours are the templates' affair."""
    addresses = [served.url + path for path in others(library, way)]
    assert sweep(browser, addresses, WAYS[way], without=["color-contrast"]) == {}


def test_every_page_is_examined(library: Library) -> None:
    examined = [path for way in range(len(WAYS)) for path in others(library, way)]
    examined += [path for lang in LANGS for path in templates(lang)]
    assert sorted(examined) == sorted(address(*page) for page in library.pages)


def search_results(page: Page) -> None:
    if not page.locator(".md-search__input").is_visible():
        page.locator("#search-button").click()
    page.locator(".md-search__input").fill("export")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def drawer(page: Page) -> None:
    page.locator("#menu-button").click()
    expect(page.locator("#site-menu a").first).to_be_focused()


def hover_card(page: Page) -> None:
    page.locator("article a.term").first.hover()
    expect(page.locator("#hover-card")).to_be_visible()


def side_by_side(page: Page) -> None:
    page.locator(".side-button").click()
    expect(page.locator("article .pair").first).to_be_visible()


def citation(page: Page) -> None:
    page.locator(".cite-box summary").first.click()
    expect(page.locator(".cite-box .copy-button").first).to_be_visible()


WIDE: list[Way] = [(1400, "light"), (1400, "dark")]
NARROW: list[Way] = [(320, "light"), (320, "dark")]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    ("state", "ways"),
    [
        (search_results, WIDE + NARROW),
        (drawer, NARROW),
        (hover_card, WIDE + NARROW),
        (side_by_side, WIDE + NARROW),
        (citation, WIDE + NARROW),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_no_state_has_a_fault(
    browser: Browser, served: Served, state: Callable[[Page], None], ways: list[Way], lang: str
) -> None:
    found = {}
    for way in ways:
        opened = context(browser, way)
        page = opened.new_page()
        page.goto(served.url + ("en/" if lang == "en" else "") + "plan/allied-alignment/")
        state(page)
        if lines := faults(page):
            found[way] = lines
        opened.close()
    assert found == {}
