"""What axe-core finds on every page of the site, on a wide and a narrow window, light and dark.

The test run examines a part of the pages in a part of these ways, to keep to its time; this is the whole.
It must not know the rules: how a page is examined stands beside those tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser
from tests.browser.axe import ENGINE, WAYS, Way, sweep

from .figure import Budget, Figure, Say, SkippedError
from .site import browser, built, served

EVERY = 50
"""Pages between two lines that say how far it is."""
LISTED = 20
"""Findings that the report names."""

Found = dict[str, list[str]]
"""Findings of pages by address."""


def figure(say: Say) -> Figure:
    """Findings on all pages, way by way."""
    if not ENGINE.exists():
        raise SkippedError("no axe-core; `npm ci` installs it")
    site = built()
    paths = pages(site)
    with browser() as opened, served(site) as base:
        found = {way: _way(opened, base, paths, way, say) for way in WAYS}
    total = sum(len(lines) for one in found.values() for lines in one.values())
    return Figure(
        "Accessibility of every page, by axe-core",
        ["way", "pages", "pages with findings", "findings"],
        [_row(way, len(paths), one) for way, one in found.items()],
        f"Every page in both languages, with the rules of WCAG 2.0 to 2.2 (A and AA) and axe's best practices. {_told(found)}",
        [Budget("axe findings on all pages, in all four ways", "0", str(total), total == 0)],
    )


def pages(site: Path) -> list[str]:
    """Addresses of all pages of a built site, the one for unknown addresses too."""
    folders = sorted(path.parent.relative_to(site) for path in site.rglob("index.html"))
    return ["" if str(path) == "." else f"{path.as_posix()}/" for path in folders] + ["404.html"]


def _way(opened: Browser, base: str, paths: list[str], way: Way, say: Say) -> Found:
    def addresses() -> Iterator[str]:
        for number, path in enumerate(paths):
            if number % EVERY == 0:
                say(f"{name(way)}, page {number + 1} of {len(paths)}")
            yield base + path

    found = sweep(opened, addresses(), way)
    return {address.removeprefix(base): lines for address, lines in found.items()}


def name(way: Way) -> str:
    """A way in words."""
    width, scheme = way
    return f"{width} px, {scheme}"


def _row(way: Way, examined: int, found: Found) -> list[str]:
    return [name(way), str(examined), str(len(found)), str(sum(map(len, found.values())))]


def _told(found: dict[Way, Found]) -> str:
    """The rules that are broken, with how many pages break them, and where."""
    lines = [(line, path) for one in found.values() for path, all_ in one.items() for line in all_]
    if not lines:
        return "Nothing is found."
    rules = Counter(line.partition(":")[0] for line, _ in lines)
    counted = ", ".join(f"{rule} ({count})" for rule, count in rules.most_common())
    listed = "; ".join(f"`{path or 'home'}` {line}" for line, path in lines[:LISTED])
    return f"Broken: {counted}. {listed}."
