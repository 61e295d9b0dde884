"""Nothing moves while a page loads, even over a slow line to a small screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.conftest import Served

WATCH = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    shifts.push(...entry.sources.map(({ node }) => `${entry.value.toFixed(4)} ${node?.outerHTML?.slice(0, 80)}`));
}).observe({ type: "layout-shift", buffered: true });"""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}


@pytest.mark.parametrize(
    "path", ["", "en/plan/actions/", "plan/red-tape/", "en/glossary/high-bandwidth-memory/"]
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
