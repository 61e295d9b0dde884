"""The site by keyboard alone: the order of stops, a focus that is always seen, and keys that can be turned off."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Served

# Where a stop is, by the first selector that holds it.
REGIONS = {
    ".md-skip": "skip link",
    "#menu-button": "menu button",
    ".brand": "home link",
    ".md-search__input": "search box",
    "#search-button": "search button",
    "#language-link": "language",
    "#scheme-button": "dark screen",
    ".md-tabs": "parts",
    ".md-sidebar--primary": "this part",
    ".toc": "this page",
    ".crumbs": "path",
    ".page-bar": "page bar",
    ".page-tools": "page tools",
    ".pager": "previous and next",
    "article": "article",
    ".site-footer__nav": "footer",
    "#shortcuts": "single keys",
}
STOP = """regions => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const header = document.querySelector(".md-header").getBoundingClientRect();
  const style = getComputedStyle(at);
  const name = at.getAttribute("aria-label") || at.labels?.[0]?.innerText || at.innerText;
  return {
    name: `${at.tagName} ${name}`,
    region: Object.keys(regions).map(css => at.closest(css) && regions[css]).find(Boolean) ?? at.outerHTML,
    seen: box.width > 0 && box.height > 0 && box.left >= 0 && box.right <= innerWidth + 1
      && box.bottom > 0 && box.top < innerHeight,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    covered: box.top < header.bottom - 1 && !at.closest(".md-header, .md-skip"),
    named: Boolean(name && name.trim()),
  };
}"""

HEAD = ["skip link", "home link", "search box", "language", "dark screen", "parts"]
NARROW_HEAD = [
    "skip link",
    "menu button",
    "home link",
    "search button",
    "language",
    "dark screen",
]
FOOT = ["page tools", "previous and next", "footer", "single keys"]
ORDERS = {
    ("plan/allied-alignment/", 1400): [
        *HEAD, "this part", "path", "article", "page bar", "this page", "article", *FOOT
    ],
    ("korea/hbm-memory-supply/", 320): [
        *NARROW_HEAD, "path", "article", "page bar", "this page", "article", *FOOT
    ],
    ("glossary/backfill/", 1400): [
        *HEAD, "path", "article", "page bar", "this page", "article", "page tools", "footer", "single keys"
    ],
    ("about/", 320): [*NARROW_HEAD, "path", "article", "page bar", "this page", "article", *FOOT],
}  # fmt: skip


def stops(page: Page) -> list[dict[str, object]]:
    """Every stop of Tab from the page's top to its end."""
    found = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP, REGIONS)
        if stop is None:
            return found
        found.append(stop)
        assert len(found) < 500, "Tab never leaves the page"


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(("path", "width"), ORDERS)
def test_tab_goes_through_the_page_in_order_and_is_always_seen(
    page: Page, served: Served, path: str, width: int, lang: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(served.url + ("en/" if lang == "en" else "") + path)
    found = stops(page)
    order = [stop["region"] for stop in found]
    assert [r for n, r in enumerate(order) if n == 0 or order[n - 1] != r] == ORDERS[path, width]
    for fault in (
        [s["name"] for s in found if not s["seen"]],
        [s["name"] for s in found if not s["outlined"]],
        [s["name"] for s in found if s["covered"]],
        [s["name"] for s in found if not s["named"]],
    ):
        assert fault == []


def test_the_skip_link_leads_to_the_text(page: Page, served: Served) -> None:
    page.goto(served.url + "plan/allied-alignment/")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_going_back_never_puts_the_focus_under_the_header(page: Page, served: Served) -> None:
    page.goto(served.url + "en/plan/allied-alignment/")
    page.locator(".page-tools a").last.focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        stop = page.evaluate(STOP, REGIONS)
        assert not stop["covered"], stop["name"]


def test_the_drawer_holds_the_focus_until_escape_gives_it_back(page: Page, served: Served) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(served.url + "plan/allied-alignment/")
    button = page.locator("#menu-button")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    inside = (
        "document.activeElement.closest('#site-menu, #menu-button, .md-skip, body:focus') !== null"
    )
    for _ in range(40):
        assert page.evaluate(f"document.activeElement === document.body || {inside}")
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#site-menu")).to_be_hidden()


def test_escape_in_search_gives_the_focus_back_to_where_it_was(page: Page, served: Served) -> None:
    page.goto(served.url + "glossary/backfill/")
    link = page.locator("article a.term").first
    link.focus()
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_escape_in_search_on_a_phone_gives_the_focus_back_to_its_button(
    page: Page, served: Served
) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(served.url + "en/glossary/backfill/")
    page.locator("#search-button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#search-button")).to_be_focused()


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_single_keys_open_search_only_while_the_reader_wants_them(
    page: Page, served: Served, key: str
) -> None:
    page.goto(served.url + "glossary/backfill/")
    page.locator("#shortcuts").uncheck()
    page.reload()
    expect(page.locator("#shortcuts")).not_to_be_checked()
    page.locator("h1").click()
    page.keyboard.press(key)
    expect(page.locator(".md-search__input")).not_to_be_focused()
    page.locator("#shortcuts").check()
    page.locator("h1").click()
    page.keyboard.press(key)
    expect(page.locator(".md-search__input")).to_be_focused()


def test_the_dark_screen_is_switched_on_by_keyboard_and_stays(page: Page, served: Served) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(served.url + "en/about/")
    button = page.get_by_role("button", name="Dark screen")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto(served.url + "glossary/backfill/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_report_names_the_page_and_the_place_on_it(page: Page, served: Served) -> None:
    page.goto(served.url + "plan/allied-alignment/#a-3-5-2")
    link = page.locator("#report-link")
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    link.focus()
    page.keyboard.press("Enter")
    form = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert form["template"] == ["1-fact.ko.yml"]
    assert form["page"][0].endswith("/plan/allied-alignment/#a-3-5-2")


@pytest.mark.parametrize("path", ["plan/allied-alignment/", "en/timeline/", "glossary/", "trace/"])
def test_targets_are_24_pixels_or_have_that_much_room(
    browser: Browser, served: Served, path: str
) -> None:
    """WCAG 2.2, 2.5.8: but for links in sentences. A small target's circle of 24 px touches no other."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(served.url + path)
    small = page.evaluate("""() => {
      const all = [...document.querySelectorAll("a[href], button, summary, input, select")]
        .filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map(e => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width > 1);
      const inSentence = e => [...e.parentElement.childNodes].some(
        n => n.nodeType === 3 && n.textContent.trim().length > 1) || e.closest("sup, p, h1, h2, h3, dd");
      return all.filter(({ e, box }) => (box.width < 23.5 || box.height < 23.5) && !inSentence(e))
        .filter(({ e, box }) => all.some(other => other.e !== e && !other.e.contains(e) && !e.contains(other.e)
          && Math.hypot(Math.max(0, other.box.left - (box.left + box.right) / 2, (box.left + box.right) / 2 - other.box.right),
                        Math.max(0, other.box.top - (box.top + box.bottom) / 2, (box.top + box.bottom) / 2 - other.box.bottom)) < 12))
        .map(({ e, box }) => `${e.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`);
    }""")
    context.close()
    assert small == []


def test_nothing_moves_for_who_asked_for_less_motion(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(served.url + "plan/allied-alignment/")
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter(e => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(e);
      const longest = value => Math.max(...value.split(",").map(parseFloat));
      return longest(transitionDuration) > 0.01 || longest(animationDuration) > 0.01 || scrollBehavior === "smooth";
    }).map(e => e.outerHTML.slice(0, 80))""")
    context.close()
    assert moving == []
