"""Measures what the scorecard can't count by itself: `make scorecard` writes data/quality.yml.

Golden queries go through the worker of the built site, every catalogued mistake through the checks, and
the home page is weighed as a browser without cache would fetch it.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SITE = Path("site")
FILE = Path("data/quality.yml")
GOLDEN = Path("tests/search")
MISTAKES = Path("tests/mistakes")
HARDER = {"descr", "section", "action", "question", "impact", "strategy", "confusable", "twoerr"}
"""Kinds of golden queries that don't type a name, or type it with two errors."""
HEAD = "# Measured numbers of the scorecard, written by `make scorecard`.\n"

Figure = tuple[str, str, int | None]
"""Id, value, and of how many things it was taken."""


def main() -> None:
    """Writes all figures."""
    figures = [*search_figures(golden(SITE)), mistakes(), ("home-kilobytes", weight(SITE), None)]
    FILE.write_text(HEAD + "".join(entry(*figure) for figure in figures), encoding="utf-8")


def entry(id: str, value: str, of: int | None) -> str:
    """One record of the file."""
    return f"- id: {id}\n  value: {value}\n" + (f"  of: {of}\n" if of else "")


def golden(site: Path) -> dict[str, dict[str, int]]:
    """How many golden queries of each kind find an answer first and among five."""
    node = Path(sys.executable).with_name("node")
    queries = sorted(str(path) for path in (GOLDEN / "golden").iterdir())
    command = [str(node), str(GOLDEN / "golden.mjs"), str(site), *queries]
    printed: Any = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    kinds: dict[str, dict[str, int]] = printed["kinds"]
    return kinds


def search_figures(kinds: dict[str, dict[str, int]]) -> Iterator[Figure]:
    """Shares of queries that find what they look for."""
    names, harder = set(kinds) - HARDER, set(kinds) & HARDER
    for id, chosen, rank in (
        ("search-names-first", names, "first"),
        ("search-other-first", harder, "first"),
        ("search-other-five", harder, "five"),
    ):
        asked = sum(kinds[kind]["n"] for kind in chosen)
        found = sum(kinds[kind][rank] for kind in chosen)
        yield id, f"{100 * found / asked:.1f}", asked


def mistakes() -> Figure:
    """How many catalogued mistakes the checks catch."""
    from tests.mistakes.cases import cases, said  # noqa: PLC0415 (needs the project's root in the path)

    catalog = cases(MISTAKES)
    caught = 0
    for case in catalog:
        with tempfile.TemporaryDirectory() as folder:
            caught += bool(said(case, Path(folder))["en"])
    return "mistakes-caught", str(caught), len(catalog)


def weight(site: Path) -> str:
    """The Korean home page with its styles and scripts, in kB as gzip -6 makes them."""
    html = (site / "index.html").read_text("utf-8")
    linked = re.findall(r'<link rel="stylesheet" href="([^"]+)"|<script [^>]*?src="([^"]+)"', html)
    files = {site / "index.html", *(site / (css or js) for css, js in linked)}
    files |= {module for file in list(files) if file.suffix == ".js" for module in imported(file)}
    return str(round(sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) / 1000))


def imported(script: Path) -> set[Path]:
    """The modules that a script imports, and those that they import."""
    found = re.findall(
        r'(?:import|export)\s[^;"\']*?from\s*["\'](\.[^"\']+)["\']', script.read_text("utf-8")
    )
    modules = {(script.parent / path).resolve() for path in found}
    return modules | {deeper for module in modules for deeper in imported(module)}


if __name__ == "__main__":
    main()
