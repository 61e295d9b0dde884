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
from pathlib import Path
from typing import Any

from tests.browser.chromium import QUIET

from .figure import ROOT, Budget, Figure, Say, SkippedError, by_the_clock
from .measure import FailedError
from .site import KINDS, built, chromium, served

PROGRAM = ROOT / "bench" / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FAST = 95
SHIFT, PAINT = "cumulative-layout-shift", "largest-contentful-paint"


def figure(say: Say) -> Figure:
    """Marks of every kind of page, and what is not perfect."""
    if not PROGRAM.exists():
        raise SkippedError("no lighthouse; `npm ci --prefix bench` installs it")
    rows, lacks, marks = [], set(), []
    with served(built()) as base:
        for kind, path in KINDS.items():
            for prefix in ("", "en/"):
                say(f"{prefix}{path or 'home'}")
                report = audit(base + prefix + path)
                marks.append(report["marks"])
                rows.append([f"{kind}{', English' if prefix else ''}", *_cells(report)])
                lacks |= report["lacks"]
    return Figure(
        "Lighthouse, mobile",
        ["page", *CATEGORIES, "largest paint s", "layout shift"],
        rows,
        _told(lacks),
        [_budget(marks, name) for name in CATEGORIES],
    )


def audit(url: str) -> dict[str, Any]:
    """Marks by category, and what the other three categories lack."""
    runs = [_run(url)]
    if _mark(runs[0], "performance") < FAST:
        runs += [_run(url), _run(url)]
    return {
        "marks": {name: statistics.median(_mark(run, name) for run in runs) for name in CATEGORIES},
        "lacks": {lack for name in CATEGORIES[1:] for lack in _lacks(runs[0], name)},
        PAINT: statistics.median(run["audits"][PAINT]["numericValue"] for run in runs) / 1000,
        SHIFT: max(run["audits"][SHIFT]["numericValue"] for run in runs),
    }


def _run(url: str, attempts: int = 2) -> dict[str, Any]:
    """Lighthouse's report. It gives up when the browser is slow to answer, so it is asked again."""
    program = chromium()
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if not node:
        raise SkippedError("no Node")
    flags = f"--chrome-flags=--headless=new {' '.join(QUIET)}"
    command = [
        node,
        str(PROGRAM),
        url,
        "--output=json",
        "--quiet",
        "--disable-full-page-screenshot",
        flags,
    ]
    done = subprocess.run(
        [*command, f"--only-categories={','.join(CATEGORIES)}"],
        capture_output=True, text=True, check=False, env={"CHROME_PATH": program, "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    if done.returncode and attempts:
        return _run(url, attempts - 1)
    if done.returncode:
        raise FailedError(f"lighthouse {url}\n{done.stderr[-2000:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


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
