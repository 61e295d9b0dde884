"""Lighthouse's marks for a page of each kind in both languages, as on a middling phone.

A mark for performance below the bar is taken twice more and the median kept: the simulation varies with
what else the machine does; the other marks do not.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.browser.chromium import QUIET

from .figure import ROOT, Budget, Figure, Say, SkippedError, by_the_clock
from .measure import FailedError
from .site import KINDS, built, chromium, served

SCRIPT = ROOT / "bench" / "audits.mjs"
PROGRAM = ROOT / "bench" / "node_modules" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FAST = 95
SHIFT, PAINT = "cumulative-layout-shift", "largest-contentful-paint"
ATTEMPTS = 3

Run = Callable[[str], dict[str, Any]]
"""Lighthouse's report of an address."""


def figure(say: Say) -> Figure:
    """Marks of every kind of page, and what is not perfect."""
    if not PROGRAM.exists():
        raise SkippedError("no lighthouse; `npm ci --prefix bench` installs it")
    rows, lacks, marks, shift = [], set(), [], 0.0
    with served(built()) as base, auditor() as run:
        for kind, path in KINDS.items():
            for prefix in ("", "en/"):
                say(f"{prefix}{path or 'home'}")
                report = audit(run, base + prefix + path)
                marks.append(report["marks"])
                rows.append([f"{kind}{', English' if prefix else ''}", *_cells(report)])
                lacks |= report["lacks"]
                shift = max(shift, report[SHIFT])
    return Figure(
        "Lighthouse, mobile",
        ["page", *CATEGORIES, "largest paint s", "layout shift"],
        rows,
        _told(lacks),
        [
            *(_budget(marks, name) for name in CATEGORIES),
            Budget("layout shift, most of all pages", "0", f"{shift:.3f}", round(shift, 3) == 0),
        ],
    )


def audit(run: Run, url: str) -> dict[str, Any]:
    """Marks by category, and what the other three categories lack."""
    runs = [run(url)]
    if _mark(runs[0], "performance") < FAST:
        runs += [run(url), run(url)]
    return {
        "marks": {name: statistics.median(_mark(run, name) for run in runs) for name in CATEGORIES},
        "lacks": {lack for name in CATEGORIES[1:] for lack in _lacks(runs[0], name)},
        PAINT: statistics.median(run["audits"][PAINT]["numericValue"] for run in runs) / 1000,
        SHIFT: max(run["audits"][SHIFT]["numericValue"] for run in runs),
    }


@contextmanager
def auditor() -> Iterator[Run]:
    """What gives Lighthouse's report of an address. Raises SkippedError where there is no Node."""
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if not node:
        raise SkippedError("no Node")
    command = [node, str(SCRIPT), chromium(), " ".join(QUIET), ",".join(CATEGORIES)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        yield partial(_report, process)
        process.terminate()


def _report(process: subprocess.Popen[str], url: str) -> dict[str, Any]:
    """Lighthouse's report. It gives up when the browser is slow to answer, so it is asked again."""
    assert process.stdin
    assert process.stdout
    for _ in range(ATTEMPTS):
        process.stdin.write(f"{url}\n")
        process.stdin.flush()
        report: dict[str, Any] | str = json.loads(process.stdout.readline() or '""')
        if isinstance(report, dict):
            return report
    raise FailedError(f"lighthouse {url}")


def _mark(run: dict[str, Any], category: str) -> int:
    return round(100 * (run["categories"][category]["score"] or 0))


def _lacks(run: dict[str, Any], category: str) -> list[str]:
    """Ids of audits that cost points."""
    return [
        reference["id"]
        for reference in run["categories"][category]["auditRefs"]
        if reference["weight"] and (run["audits"][reference["id"]]["score"] or 0) < 1
        and run["audits"][reference["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
    ]  # fmt: skip


def _cells(report: dict[str, Any]) -> list[str]:
    marks = [f"{report['marks'][name]:.0f}" for name in CATEGORIES]
    return [*marks, f"{report[PAINT]:.2f}", f"{report[SHIFT]:.3f}"]


def _told(lacks: set[str]) -> str:
    return (
        f"Audits that cost points: {', '.join(sorted(lacks))}."
        if lacks
        else "No audit but those of performance costs a point."
    )


def _budget(marks: list[dict[str, float]], name: str) -> Budget:
    least, bar = min(mark[name] for mark in marks), FAST if name == "performance" else 100
    met = by_the_clock(least >= bar) if name == "performance" else least >= bar
    return Budget(f"Lighthouse {name}, least of all pages", f"≥ {bar}", f"{least:.0f}", met)
