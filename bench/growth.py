"""How time, memory and sizes grow with the content: a quarter, all and four times of it; and ten times.

Ten times is ten documents like the plan in one site, a figure of its own. Each size is a project of its own, written by
`synthetic` and built whole. Small ones are taken several times; large ones once, as they average over so
many pages.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path

from . import synthetic
from .figure import ROOT, Budget, Figure, Say
from .measure import ROUNDS, Cost, median, rounds, run, sent

FACTORS = {"¼ ×": 0.25, "1 ×": 1.0, "4 ×": 4.0}
TENFOLD = {"1 ×": 1.0, "10 ×": 10.0}
LARGE = 4.0
OVERVIEWS = ("plan/actions", "glossary", "timeline", "sources", "trace", "plan/booklet")

Row = list[tuple[str, float]]
"""Names and values of everything that was measured at one size."""


Sizes = dict[str, Row]
"""What was measured, by size."""


def figure(say: Say) -> Figure:
    """Build, check and sizes of the project and of what is made from it."""
    found = _all(FACTORS, say)
    one, four = (dict(found[name]) for name in ("1 ×", "4 ×"))
    grown, mib = four[SECONDS] / one[SECONDS], four[MEMORY]
    return Figure(
        "Growth with the content",
        *_table(found),
        (
            f"{HOW} Four times the units are {four['pages'] / one['pages']:.2f} times the pages: overview pages are not "
            "multiplied."
        ),
        [
            Budget("4 × the content", "≤ 4.4 × time", f"{grown:.2f} ×", grown <= 4.4),
            Budget("4 × the content", "< 1024 MiB", f"{mib:.0f} MiB", mib < 1024),
        ],
    )


def tenfold(say: Say) -> Figure:
    """The same for ten documents, with what each further page costs."""
    found = _all(TENFOLD, say)
    one, ten = (dict(found[name]) for name in TENFOLD)
    further = (ten[SECONDS] - one[SECONDS]) / (ten["pages"] - one["pages"]) * 1000
    note = f"{HOW} Beyond the content that there is, each further page costs {further:.0f} ms of processor."
    return Figure("Growth to ten documents", *_table(found), note)


HOW = (
    "Copies of the real terms, impacts, strategies, sections, actions and events, with their lengths, links and "
    "mentions (bench/synthetic.py), in two languages, and no cache from a build before. "
    f"Medians of {ROUNDS} runs up to 1 ×, one run of what is larger."
)


def _all(factors: dict[str, float], say: Say) -> Sizes:
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        return {
            name: _measured(Path(work, f"x{factor:g}"), factor, say)
            for name, factor in factors.items()
        }


def _table(found: Sizes) -> tuple[list[str], list[list[str]]]:
    """Columns and rows: a size in each column, what was measured in each row."""
    names = next(iter(found.values()))
    rows = [
        [name, *(f"{dict(row)[name]:,.{_digits(name)}f}" for row in found.values())]
        for name, _ in names
    ]
    return ["", *found], rows


SECONDS, MEMORY = "build, processor s", "build, MiB"


def _digits(name: str) -> int:
    return 0 if name in ("pages", MEMORY) else 1


def _measured(folder: Path, factor: float, say: Say) -> Row:
    """Everything about one size."""
    say(f"writing {factor:g} ×")
    folder.mkdir()
    pages = synthetic.write(folder, factor)
    commands = {f"{factor:g} × build": partial(_build, folder), f"{factor:g} × check": partial(_check, folder)}  # fmt: skip
    build, check = rounds(commands, 1 if factor >= LARGE else ROUNDS, say).values()
    return [
        ("pages", pages),
        (SECONDS, median(build)),
        ("build, ms a page", median(build) / pages * 1000),
        (MEMORY, median(build, "mib")),
        ("check, processor s", median(check)),
        *_sizes(folder),
    ]


def _build(folder: Path) -> Cost:
    """A build with nothing kept from one before: it draws every link picture."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    return run([sys.executable, "-m", "bench.grown_build", "site"], folder, _env())


def _check(folder: Path) -> Cost:
    return run([sys.executable, "hooks/check.py"], folder, _env(), accept=(0, 1))


def _env() -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join(("hooks", str(ROOT)))}


def _sizes(folder: Path) -> Row:
    """Sizes of the content, the site, and what a reader's browser is sent."""
    site = folder / "site"
    return [
        ("content, MB", _megabytes(folder / "data") + _megabytes(folder / "docs")),
        ("site, MB", _megabytes(site)),
        ("search names ko, kB gzip", _kilobytes(site / "search/ko.t.json")),
        ("search texts ko, kB gzip", _kilobytes(site / "search/ko.x.json")),
        ("hover cards ko, kB gzip", _kilobytes(site / "assets/cards/ko.json")),
        *((f"{name}/, kB gzip", _kilobytes(site / name / "index.html")) for name in OVERVIEWS),
        ("a term's page, kB gzip", _typical(site, "glossary")),
        ("a section's page, kB gzip", _typical(site, "plan")),
    ]


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def _typical(site: Path, folder: str) -> float:
    return statistics.median(map(_kilobytes, site.glob(f"{folder}/*/index.html")))


def _kilobytes(file: Path) -> float:
    return sent(file.read_bytes()) / 1000
