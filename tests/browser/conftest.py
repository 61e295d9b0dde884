"""A real Chromium, driven through Playwright."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import launched
from tests.conftest import Served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with launched() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A fresh page; a request to any other host, an error on the page or a CSP violation fails."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="ko-KR")
    opened = context.new_page()
    faults: list[str] = []
    origin = served.url.split("/ai-action-plan-korea/")[0]
    opened.on("request", lambda r: None if r.url.startswith((origin, "data:", "blob:")) else faults.append(r.url))  # fmt: skip
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    yield opened
    context.close()
    assert faults == []


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a small touch screen."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="ko-KR"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
