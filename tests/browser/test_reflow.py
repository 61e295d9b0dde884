"""On a screen of 320 px nothing has to be scrolled sideways, and no Korean word is broken within itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from actionplan.language import LANGS, Lang
from actionplan.urls import address
from tests.conftest import Served

from .test_accessibility import TEMPLATES

# Korean words of the article whose letters stand on more than one line. Twelve letters fit any column.
BROKEN = """() => {
  const broken = [], range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest(":lang(ko)") || !node.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of node.data.matchAll(/[가-힣]{2,12}/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].filter(box => box.width > 1).map(box => Math.round(box.top / 8)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}"""


def narrow(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 320, "height": 800}).new_page()


@pytest.mark.parametrize("lang", LANGS)
def test_every_template_fits_a_narrow_screen_and_keeps_korean_words_whole(
    browser: Browser, served: Served, lang: Lang
) -> None:
    page = narrow(browser)
    faults = {}
    for name in [*TEMPLATES, "about/accessibility", "strategies/mutual-recognition-with-autonomy"]:
        page.goto(served.url + address(lang, name))
        width, broken = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(BROKEN)
        if width > 320 or broken:
            faults[name] = (width, broken)
    page.context.close()
    assert faults == {}
