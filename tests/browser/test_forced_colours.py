"""Where the system sets all colours: pillars are told apart by shape and number, the current place by a mark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Served

# What is drawn on an element or in front of it: clip path, corners, and whether it differs from the page's ground.
DRAWN = """(element, part) => {
  const { clipPath, borderTopLeftRadius, backgroundColor } = getComputedStyle(element, part);
  const ground = getComputedStyle(document.body).backgroundColor;
  return { shape: `${clipPath} ${borderTopLeftRadius}`, seen: backgroundColor !== ground };
}"""


@pytest.fixture(params=["light", "dark"])
def forced(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in forced colours, as Windows' contrast themes set them."""
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, forced_colors="active", color_scheme=request.param
    )
    yield context.new_page()
    context.close()


def test_each_pillar_s_card_has_its_number_and_its_outline(forced: Page, served: Served) -> None:
    forced.goto(served.url)
    cards = forced.locator(".pillar-card")
    expect(cards).to_have_count(3)
    expect(cards.locator(".pillar-number")).to_have_text(["제1축", "제2축", "제3축"])
    shapes = [card.evaluate(DRAWN, None)["shape"] for card in cards.all()]
    assert len(set(shapes)) == 3
    outline, inside = (cards.first.evaluate(DRAWN, part) for part in ("::before", "::after"))
    assert outline["shape"] == inside["shape"]
    assert outline["seen"]
    assert not inside["seen"]


def test_the_signs_of_pillars_beside_the_text_stay(forced: Page, served: Served) -> None:
    shapes = set()
    for path in ("plan/red-tape/", "plan/grid/", "plan/allied-alignment/"):
        forced.goto(served.url + path)
        sign = forced.locator(".crumbs ol").evaluate(DRAWN, "::before")
        assert sign["seen"], path
        shapes.add(sign["shape"])
    assert len(shapes) == 3
    for group in forced.locator(".tree__group[data-pillar] > summary").all():
        assert group.evaluate(DRAWN, "::before")["seen"]


def test_the_current_part_is_marked_and_no_other(forced: Page, served: Served) -> None:
    forced.goto(served.url + "glossary/backfill/")
    marks = forced.locator(".tabs a").evaluate_all("""links => links.map((link) => [
      link.hasAttribute("aria-current"),
      getComputedStyle(link).borderBottomColor !== getComputedStyle(document.body).backgroundColor,
    ])""")
    assert [marked for _, marked in marks] == [current for current, _ in marks]
    assert sum(current for current, _ in marks) == 1
