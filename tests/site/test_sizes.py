"""Sizes of what readers are sent, which are the same on every machine; times are measured by `make bench`.

Bytes are counted as a server sends them, with gzip at its usual level 6. A budget is about a quarter
above what stood here when it was set: whoever needs more changes it and says why.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from actionplan.library import Library
from actionplan.urls import address

from .crawl import Built, internal, read

ROOT = "https://owner.github.io/ai-action-plan-korea/"
KB = 1000

FIRST_PAGE = 160 * KB
"""HTML, styles, scripts and fonts of any page on a first visit."""
HTML = {"term": 12 * KB, "impact": 17 * KB, "strategy": 14 * KB, "section": 20 * KB,
        "pillar": 22 * KB, "page": 72 * KB}  # fmt: skip
"""The largest page of each kind; overview pages grow with what they list."""
STYLES, SCRIPTS, CARDS = 42 * KB, 68 * KB, 30 * KB


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Built]:
    return read(site)


def sent(file: Path) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(file.read_bytes(), 6))


def loaded(page: Built) -> set[str]:
    """Files of the site that a page loads, by their path."""
    tags = [tag.attributes.get("href", "") for tag in page.all("link", rel="stylesheet")]
    tags += [tag.attributes["src"] for name in ("script", "img") for tag in page.all(name) if "src" in tag.attributes]  # fmt: skip
    return {place[0] for place in (internal(page, target, ROOT) for target in tags) if place}


@pytest.fixture(scope="module")
def assets(site: Path, pages: dict[str, Built]) -> dict[str, int]:
    """Bytes of every file that some page loads."""
    return {path: sent(site / path) for page in pages.values() for path in loaded(page)}


def test_a_first_visit_to_any_page_is_light(
    site: Path, pages: dict[str, Built], assets: dict[str, int]
) -> None:
    heavy = {}
    for page in pages.values():
        file = site / page.address
        html = sent(file if file.suffix else file / "index.html")
        whole = html + sum(assets[path] for path in loaded(page))
        if whole > FIRST_PAGE:
            heavy[page.address] = whole
    assert heavy == {}


@pytest.mark.parametrize("kind", HTML)
def test_the_html_of_each_kind_of_page_keeps_within_its_budget(
    site: Path, library: Library, kind: str
) -> None:
    sizes = {
        page.path: sent(site / address(*key) / "index.html")
        for key, page in library.pages.items()
        if page.kind == kind
    }
    assert sizes
    assert {path: size for path, size in sizes.items() if size > HTML[kind]} == {}


@pytest.mark.parametrize(("suffix", "budget"), [(".css", STYLES), (".js", SCRIPTS)])
def test_styles_and_scripts_of_all_pages_together_keep_within_their_budget(
    assets: dict[str, int], suffix: str, budget: int
) -> None:
    sizes = {path: size for path, size in assets.items() if path.endswith(suffix)}
    assert sizes
    assert sum(sizes.values()) <= budget, sizes


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_texts_of_hover_cards_keep_within_their_budget(site: Path, lang: str) -> None:
    assert sent(site / "assets" / "cards" / f"{lang}.json") <= CARDS


def test_no_script_style_or_image_is_shipped_that_nothing_loads(
    site: Path, pages: dict[str, Built], assets: dict[str, int]
) -> None:
    kinds = {".js", ".css", ".map", ".svg", ".png", ".woff2"}
    shipped = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.suffix in kinds and path.is_file()
    }
    named = [
        (page, tag.attributes[attribute])
        for page in pages.values()
        for name, rel, attribute in (
            ("link", {"rel": "icon"}, "href"),
            ("meta", {"property": "og:image"}, "content"),
        )
        for tag in page.all(name, **rel)
    ]
    pictures = {place[0] for page, target in named if (place := internal(page, target, ROOT))}
    workers = {path for path in shipped if path.startswith("assets/javascripts/search/")}
    assert shipped - set(assets) - pictures - workers == set()
