"""How well and how fast search answers: golden queries through the worker of the built site, by kind.

The time from focus to the first result is taken in Chromium on a throttled connection, beside stock
Material on the same pages.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from .figure import ROOT, Budget, Figure, Say, by_the_clock
from .measure import FailedError, sent
from .site import browser, built, served, stock

HERE = ROOT / "tests" / "search"
FOUR_G = {
    "offline": False,
    "latency": 100,
    "downloadThroughput": 500_000,
    "uploadThroughput": 500_000,
}
"""100 ms and 4 Mbit/s."""
TIMES = 5


def figure(say: Say) -> Figure:
    """Recall by kind; milliseconds and bytes."""
    say("golden queries")
    report = golden(built())
    say("building stock Material")
    theirs = stock()
    with browser() as opened:
        say("first result, ours")
        cold, idle = _first_results(opened, built(), 0), _first_results(opened, built(), 6000)
        say("first result, stock")
        stock_cold = _first_results(opened, theirs, 0)
    queries = sum(kind["n"] for kind in report["kinds"].values())
    rows = [_row(name, kind) for name, kind in sorted(report["kinds"].items())]
    silent = report["silent"]
    return Figure(
        f"Search: {queries} golden queries",
        ["kind", "queries", "found first", "among five", "mean reciprocal rank"],
        [*rows, _row("all", _sum(list(report["kinds"].values())))],
        (
            f"Off-topic queries that rightly find nothing: {silent['nothing']} of {silent['n']}. First result on a "
            f"4G line (100 ms, 4 Mbit/s), median of {TIMES}: ours {cold:.0f} ms from an empty cache, {idle:.0f} ms once "
            f"the page has been idle; stock Material {stock_cold:.0f} ms from an empty cache."
        ),
        [
            *_sent(built()),
            Budget("search, 95 % of queries", "≤ 15 ms", f"{report['p95']:.1f} ms", by_the_clock(report["p95"] <= 15)),
            Budget("focus to first result, cold, 4G", "≤ 1/2 of stock", f"{cold / stock_cold:.2f} ×", cold <= stock_cold / 2),
            Budget("focus to first result, idle", "≤ 50 ms", f"{idle:.0f} ms", by_the_clock(idle <= 50)),
        ],
    )  # fmt: skip


def _sent(site: Path) -> list[Budget]:
    """Bytes that search needs, with gzip at its usual level; of the two languages the heavier counts."""
    worker = sum(_sizes(site, "assets/javascripts/search/*.js"))
    names, texts = (max(_sizes(site, f"search/??.{tier}.json")) for tier in "tx")
    return [
        _bytes("search worker", worker, 10_000),
        _bytes("search, worker and names: bytes to the first result", worker + names, 60_000),
        _bytes("search, all of a language", worker + names + texts, 150_000),
    ]


def _sizes(site: Path, files: str) -> list[int]:
    return [sent(file.read_bytes()) for file in site.glob(files)]


def _bytes(what: str, number: int, bar: int) -> Budget:
    return Budget(what, f"≤ {bar / 1000:.0f} kB", f"{number / 1000:.1f} kB", number <= bar)


def golden(site: Path) -> dict[str, Any]:
    """What tests/search/golden.mjs prints for all its queries."""
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
    files = sorted(str(path) for path in (HERE / "golden").iterdir())
    command = [node, str(HERE / "golden.mjs"), str(site), *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FailedError(done.stderr[-2000:])
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _sum(kinds: list[dict[str, float]]) -> dict[str, float]:
    return {name: sum(kind[name] for kind in kinds) for name in kinds[0]}


def _row(name: str, kind: dict[str, float]) -> list[str]:
    n = kind["n"]
    return [
        name, str(n), f"{kind['first'] / n:.1%}", f"{kind['five'] / n:.1%}", f"{kind['reciprocal'] / n:.3f}",
    ]  # fmt: skip


def _first_results(opened: Browser, site: Path, pause: int) -> float:
    """Milliseconds from focus to the first result, after a page has been idle for so many of them."""
    with served(site) as base:
        return statistics.median(_first_result(opened, base, pause) for _ in range(TIMES))


def _first_result(opened: Browser, url: str, pause: int) -> float:
    context = opened.new_context(viewport={"width": 1366, "height": 900})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", FOUR_G)
    page.goto(url, wait_until="domcontentloaded")
    page.wait_for_selector("html.js", state="attached")
    page.wait_for_timeout(pause)
    took: float = page.evaluate(FOCUS)
    context.close()
    return took


FOCUS = """async () => {
    const box = document.querySelector("[data-md-component=search-query]");
    const list = document.querySelector("[data-md-component=search-result] ol, .md-search-result__list");
    const start = performance.now();
    document.querySelector("#__search").checked = true;
    document.querySelector("#__search").dispatchEvent(new Event("change"));
    box.focus();
    box.value = "반도체";
    while (!list.querySelector(".md-search-result__item")) {
      for (const type of ["focus", "input", "keyup"]) box.dispatchEvent(new Event(type, { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - start;
}"""
"""Types a word at once, and tells the keys again until the box has learnt to listen."""
