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
from .measure import ROUNDS, Cost, median, of_rounds, ratio, rounds, run

TEN = 10.0
FACTORS = {"¼": 0.25, "1": 1.0, "4": 4.0}


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
            f"mentions (bench/synthetic.py). {of_rounds()}. Four times the units are {more:.2f} times the "
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


def tenfold(say: Say) -> Figure:
    """Ten documents like the plan in two languages, once, beside the one that there is."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        for factor in (1.0, TEN):
            say(f"{factor:g} ×")
            folder = Path(work, f"x{factor:g}")
            folder.mkdir()
            pages = synthetic.write(folder, factor)
            rows.append(_columns(folder, pages, _build(folder), _check(folder)))
    names = [name for name, _ in rows[0]]
    return Figure(
        "Ten documents in one site",
        ["", "one document", "ten", "×"],
        [
            [name, f"{one:,.1f}", f"{ten:,.1f}", f"{ten / one:.1f}"]
            for name, (_, one), (_, ten) in zip(names, *rows, strict=True)
        ],
        "One run of each, in two languages; see bench/GROWTH.md for ten languages.",
    )


def _columns(folder: Path, pages: int, build: Cost, check: Cost) -> list[tuple[str, float]]:
    site = folder / "site"
    sources = sum(
        file.stat().st_size
        for top in ("data", "docs")
        for file in (folder / top).rglob("*")
        if file.is_file()
    )
    built = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    return [
        ("pages", pages),
        ("build, processor s", build.cpu),
        ("build, MiB", build.mib),
        ("check, processor s", check.cpu),
        ("content, MB", sources / 1e6),
        ("site, MB", built / 1e6),
        ("search names ko, kB gzip", _sent(site / "search/ko.t.json")),
        ("search texts ko, kB gzip", _sent(site / "search/ko.x.json")),
        ("hover cards ko, kB gzip", _sent(site / "assets/cards/ko.json")),
        *((f"{name}, kB gzip", _sent(site / name / "index.html")) for name in OVERVIEWS),
        (
            "a term's page, kB gzip",
            statistics.median(map(_sent, site.glob("glossary/*/index.html"))),
        ),
        (
            "a section's page, kB gzip",
            statistics.median(map(_sent, site.glob("plan/*/index.html"))),
        ),
    ]


OVERVIEWS = ("plan/actions", "glossary", "timeline", "sources", "trace", "plan/booklet")


def _sent(file: Path) -> float:
    """Kilobytes on the wire."""
    return len(gzip.compress(file.read_bytes(), 6)) / 1000
