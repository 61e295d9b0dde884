"""What a reader's browser is sent on a first visit: bytes by kind of file, as gzip sends them.

Counted are all answers until the page has been idle for some seconds, so that what scripts fetch by
themselves is in the sum. Beside ours stands stock Material with static-i18n on the same pages.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Response

from .figure import Budget, Figure, Say
from .measure import sent
from .site import KINDS, browser, built, served, stock

IDLE = 4.0
"""Seconds after loading in which a page may fetch more: the search waits for the page to be idle."""

COLUMNS = ["html", "css", "js", "json", "font", "image"]
FIRST = ("html", "css", "js", "font")
"""What the budget of the first page counts."""
BAR = 160_000

KIND_OF = {
    ".css": "css", ".js": "js", ".mjs": "js", ".json": "json", ".woff2": "font", ".svg": "image",
    ".png": "image", ".ico": "image",
}  # fmt: skip

Weights = Counter[str]


def figure(say: Say) -> Figure:
    """Each kind of page in Korean, the first ones in English too, and stock Material's."""
    say("building stock Material")
    theirs = stock()
    with browser() as opened:
        with served(built()) as base:
            ours = dict(zip(_addresses(), weigh(opened, base, _addresses(), say), strict=True))
        with served(theirs) as base:
            (term,) = weigh(opened, base, [KINDS["term"]], say)
    rows = [_row(path or "home", weights) for path, weights in ours.items()]
    rows.append(_row(f"{KINDS['term']}, stock Material", term))
    most = max(ours, key=lambda path: first(ours[path]))
    home = first(ours[""])
    return Figure(
        "What a first visit transfers, bytes compressed with gzip -6",
        ["page", "requests", *COLUMNS, "HTML + CSS + JS + fonts", "in all"],
        rows,
        (
            f"In Chromium, from an empty cache until {IDLE:.0f} s after loading. “json” holds what search and hover cards "
            "fetch; the stock theme fetches its whole search index on every page view."
        ),
        [
            Budget("first page, Korean home", "≤ 160 kB", _kb(home), home <= BAR),
            Budget(f"heaviest kind of page ({most or 'home'})", "≤ 160 kB", _kb(first(ours[most])), first(ours[most]) <= BAR),
        ],
    )  # fmt: skip


def _addresses() -> list[str]:
    return [*KINDS.values(), "en/", f"en/{KINDS['term']}"]


def weigh(opened: Browser, base: str, paths: list[str], say: Say) -> list[Weights]:
    """Of each page compressed bytes by kind of file, and under "requests" how many there were.

    Pages are opened one after another and then idle together: what counts is bytes, not time.
    """
    visits = []
    for path in paths:
        say(path or "home")
        context = opened.new_context(locale="ko-KR")
        answers = _heard(context)
        page = context.new_page()
        page.goto(base + path)
        visits.append((page, answers))
    page.wait_for_timeout(IDLE * 1000)
    weights = [_weights(answers) for _, answers in visits]
    for page, _ in visits:
        page.context.close()
    return weights


def _heard(context: BrowserContext) -> list[Response]:
    """All answers that its pages get, from now on."""
    answers: list[Response] = []
    context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it
    return answers


def _weights(answers: list[Response]) -> Weights:
    weights: Weights = Counter(requests=len(answers))
    for answer in answers:
        if answer.ok:
            weights[_kind(answer.url)] += sent(answer.body())
    return weights


def _kind(url: str) -> str:
    return KIND_OF.get(Path(urlsplit(url).path).suffix, "html")


def first(weights: Weights) -> int:
    """Bytes that the budget counts."""
    return sum(weights[kind] for kind in FIRST)


def _row(name: str, weights: Weights) -> list[str]:
    kinds = [weights[kind] for kind in COLUMNS]
    return [
        name,
        str(weights["requests"]),
        *(f"{size:,}" for size in [*kinds, first(weights), sum(kinds)]),
    ]


def _kb(size: int) -> str:
    return f"{size / 1000:.0f} kB"
