"""How time, memory and sizes grow with the content: a quarter, all, and four times of it."""

from __future__ import annotations

import gzip
import os
import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path

from . import synthetic
from .figure import ROOT, Budget, Figure, Say
from .measure import Cost, median, ratio, rounds, run

FACTORS = {"¼": 0.25, "1": 1.0, "4": 4.0}
ROUNDS = 2


def figure(say: Say) -> Figure:
    """Build and check of the project and of what is made from it."""
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        folders = {name: Path(work, f"x{factor:g}") for name, factor in FACTORS.items()}
        pages = {}
        for name, folder in folders.items():
            say(f"writing {name} ×")
            folder.mkdir()
            pages[name] = synthetic.write(folder, FACTORS[name])
        builds = rounds({n: partial(_build, f) for n, f in folders.items()}, ROUNDS, say)
        checks = rounds({n: partial(_check, f) for n, f in folders.items()}, ROUNDS, say)
        rows = [_row(name, pages[name], builds, checks, folders[name]) for name in FACTORS]
    return _figure(rows, builds, pages)


def _figure(rows: list[list[str]], builds: dict[str, list[Cost]], pages: dict[str, int]) -> Figure:
    grown, mib = ratio(builds["4"], builds["1"]), median(builds["4"], "mib")
    more = pages["4"] / pages["1"]
    return Figure(
        "Growth with the content",
        ["content", "pages", "build, processor s", "ms a page", "MiB", "check, processor s", "× time", "site MB",
         "search ko, kB gzip", "term page, kB"],
        rows,
        (
            f"Copies of the real terms, impacts, strategies, sections, actions and events, with their lengths, links and "
            f"mentions (bench/synthetic.py); median of {ROUNDS} rounds. Four times the units are {more:.2f} times the "
            "pages, because overview pages are not multiplied."
        ),
        [
            Budget("4 × the content", "≤ 4.4 × time", f"{grown:.2f} ×", grown <= 4.4),
            Budget("4 × the content", "< 1024 MiB", f"{mib:.0f} MiB", mib < 1024),
        ],
    )  # fmt: skip


def _env() -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join(("hooks", str(ROOT)))}


def _build(folder: Path) -> Cost:
    return run([sys.executable, "-m", "bench.grown_build", "site"], folder, _env())


def _check(folder: Path) -> Cost:
    return run([sys.executable, "hooks/check.py"], folder, _env(), accept=(0, 1))


def _row(
    name: str,
    pages: int,
    builds: dict[str, list[Cost]],
    checks: dict[str, list[Cost]],
    folder: Path,
) -> list[str]:
    site = folder / "site"
    seconds = median(builds[name])
    files = [file for file in site.rglob("*") if file.is_file()]
    packs = sum(len(gzip.compress(file.read_bytes(), 6)) for file in (site / "search").glob("ko.*"))
    terms = [file.stat().st_size for file in site.glob("glossary/*/index.html")]
    return [
        f"{name} ×", str(pages), f"{seconds:.1f}", f"{seconds / pages * 1000:.1f}", f"{median(builds[name], 'mib'):.0f}",
        f"{median(checks[name]):.2f}", f"{ratio(builds[name], builds['1']):.2f}",
        f"{sum(file.stat().st_size for file in files) / 1e6:.1f}", f"{packs / 1000:.0f}", f"{statistics.median(terms) / 1000:.1f}",
    ]  # fmt: skip
