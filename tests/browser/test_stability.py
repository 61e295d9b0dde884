"""Nothing moves while a page loads, even over a slow line to a small screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Served

WATCH = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    shifts.push(...entry.sources.map(({ node }) => `${entry.value.toFixed(4)} ${node?.outerHTML?.slice(0, 80)}`));
}).observe({ type: "layout-shift", buffered: true });"""
MOVED_BY_REMOVAL = """() => {
  const parts = [...document.querySelector(".md-header__inner").children];
  const place = (part) => JSON.stringify(part.getBoundingClientRect());
  const places = () => parts.map(place);
  const moved = [];
  while (parts.length > 1) {
    const before = places();
    parts.pop().remove();
    places().forEach((now, part) => now === before[part] || moved.push(parts[part].outerHTML.slice(0, 60)));
  }
  return moved;
}"""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}


@pytest.mark.parametrize(
    "path",
    ["", "en/plan/actions/", "plan/red-tape/", "glossary/", "en/glossary/high-bandwidth-memory/"],
)
def test_nothing_moves_while_a_page_loads(browser: Browser, served: Served, path: str) -> None:
    context = browser.new_context(viewport={"width": 412, "height": 823}, is_mobile=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    page.goto(served.url + path, wait_until="networkidle")
    page.wait_for_selector(".side-button")
    assert page.evaluate("shifts") == []
    context.close()


@pytest.mark.parametrize("width", [320, 412, 800, 1100, 1400])
def test_parts_of_the_header_have_their_places_before_the_next_arrive(
    page: Page, served: Served, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served.url)
    assert page.evaluate(MOVED_BY_REMOVAL) == []
