"""Runs axe-core on open pages and says what it finds, one line for each kind of fault."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

ENGINE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.0 to 2.2, levels A and AA, and axe's own best practices.
BEGIN = """without => {
  const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]));
  window.axeResults = axe.run({ runOnly, rules, resultTypes: ["violations"] });
}"""
END = """async () => (await window.axeResults).violations.map(
  ({ id, nodes }) => `${id}: ${nodes[0].target.at(-1)} (${nodes.length})`)"""

Way = tuple[int, str]
"""Width of the window and colour scheme."""
WAYS: list[Way] = [(1400, "light"), (320, "dark"), (1400, "dark"), (320, "light")]


def context(browser: Browser, way: Way) -> BrowserContext:
    """A window of this width and scheme that gives the engine to each of its pages."""
    width, scheme = way
    opened = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    opened.add_init_script(path=ENGINE)
    return opened


def faults(page: Page) -> list[str]:
    """`rule: selector (how often)` for every violation on the page as it is now."""
    page.evaluate(BEGIN, [])
    return list(page.evaluate(END))


def sweep(
    browser: Browser, addresses: Iterable[str], way: Way, without: Iterable[str] = ()
) -> dict[str, list[str]]:
    """Faults of pages by address, but for some rules. While one page is examined the next is loaded."""
    found: dict[str, list[str]] = {}
    opened = context(browser, way)
    tabs = [opened.new_page(), opened.new_page()]
    waiting: list[tuple[str, Page]] = []
    for number, address in enumerate(addresses):
        if len(waiting) == len(tabs):
            _collect(found, *waiting.pop(0))
        tab = tabs[number % len(tabs)]
        tab.goto(address, wait_until="load")
        tab.evaluate(BEGIN, list(without))
        waiting.append((address, tab))
    for address, tab in waiting:
        _collect(found, address, tab)
    opened.close()
    return found


def _collect(found: dict[str, list[str]], address: str, page: Page) -> None:
    if lines := page.evaluate(END):
        found[address] = lines
