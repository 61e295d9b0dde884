"""The edit loop: how long after a page is saved an open page shows the change, and the check its problems.

Measured on a copy of the project; beside it `mkdocs serve` with Material and static-i18n on the same
pages, composed already, which builds both languages after each change.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import corpus, peers
from .figure import ROOT, Budget, Figure, Say
from .measure import QUIET, FailedError
from .site import SUB_PATH

PARTS = ("docs", "data", "hooks", "overrides", "tools", "mkdocs.yml")
PAGE, URL = "docs/ko/korea/hbm-memory-supply.md", "korea/hbm-memory-supply/"
EDITS, STOCK_EDITS = 7, 3
BASE = "Material, static-i18n"
LONGEST = 120.0


def figure(say: Say) -> Figure:
    """Seconds from saving to seeing, ours and MkDocs' own."""
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        say("make serve")
        start, shown, checked = _ours(copy(Path(work, "ours")))
        say("mkdocs serve")
        stock_start, stock_shown = _stock(Path(work, "stock"))
    typical = statistics.median(shown)
    return Figure(
        "From saving a page to seeing it",
        ["", "first page s", "edit → page, median s", "edit → page, most s", "edit → problems, median s"],
        [
            ["make serve", _s(start), _s(typical), _s(max(shown)), _s(statistics.median(checked))],
            ["mkdocs serve", _s(stock_start), _s(statistics.median(stock_shown)), _s(max(stock_shown)), "-"],
        ],
        (
            f"{EDITS} edits of one page ({STOCK_EDITS} with `mkdocs serve`), each followed until the page's new text "
            "came over HTTP. Clock seconds, so other work on the machine counts in full."
        ),
        [Budget("one edit to the page that shows it", "≤ 2 s", f"{typical:.2f} s", typical <= 2)],
    )  # fmt: skip


def _s(seconds: float) -> str:
    return f"{seconds:.2f}"


def copy(folder: Path) -> Path:
    """A copy of the project that may be edited."""
    folder.mkdir()
    for part in PARTS:
        take = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        take(ROOT / part, folder / part)
    return folder


def _ours(folder: Path) -> tuple[float, list[float], list[float]]:
    """Seconds to the first page, and after each edit to the page and to the problems."""
    shown, checked = [], []
    command = [sys.executable, "tools/serve.py", "{port}"]
    with serving(command, folder, f"{SUB_PATH}/") as (page, news, start):
        _checked(news)
        for number in range(EDITS):
            version = _news(news)["version"]
            began = _edit(folder, number)
            # A browser asks for the page when it hears of a new version.
            _renewed(news, version)
            _shown(page, number)
            shown.append(time.perf_counter() - began)
            _checked(news)
            checked.append(time.perf_counter() - began)
    return start, shown, checked


def _stock(folder: Path) -> tuple[float, list[float]]:
    shown = []
    corpus.write(folder / "docs")
    config = peers.config(folder, BASE)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "-q",
        "-f",
        config.name,
        "-a",
        "127.0.0.1:{port}",
    ]
    with serving(command, folder, "") as (page, _, start):
        for number in range(STOCK_EDITS):
            began = _edit(folder, number)
            _shown(page, number)
            shown.append(time.perf_counter() - began)
            time.sleep(1)
    return start, shown


def _edit(folder: Path, number: int) -> float:
    """Adds a paragraph to the page and returns when."""
    with (folder / PAGE).open("a", encoding="utf-8") as file:
        file.write(f"\nedit-{number}.\n")
    return time.perf_counter()


@contextmanager
def serving(command: list[str], folder: Path, sub_path: str) -> Iterator[tuple[str, str, float]]:
    """Addresses of the page and of a preview's news, and the seconds until the page first came."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.perf_counter()
    with subprocess.Popen(
        [part.format(port=port) for part in command], cwd=folder, env={**os.environ, **QUIET},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            root = f"http://127.0.0.1:{port}/"
            page = f"{root}{sub_path}{URL}"
            _shown(page, "")
            yield page, f"{root}__preview__/news", time.perf_counter() - began
        finally:
            process.send_signal(signal.SIGINT)


def _shown(page: str, number: int | str) -> None:
    """Waits until the page has the text of an edit (any text where the number is empty)."""
    end = time.perf_counter() + LONGEST
    while (f"edit-{number}." if number != "" else "<html") not in _read(page):
        if time.perf_counter() > end:
            raise FailedError(f"{page}: nothing after {LONGEST:.0f} s")
        time.sleep(0.02)


def _read(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=LONGEST) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def _checked(news: str) -> None:
    """Waits until the preview tells problems, if only that there are none."""
    _heard(news, lambda state: state["problems"] is not None)


def _renewed(news: str, version: int) -> None:
    """Waits until the preview tells of another version."""
    _heard(news, lambda state: state["version"] != version)


def _news(news: str) -> dict[str, Any]:
    return _heard(news, lambda _: True)


def _heard(news: str, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The first state that is wanted."""
    with urllib.request.urlopen(news, timeout=LONGEST) as stream:
        for line in stream:
            if line.startswith(b"data: ") and wanted(state := json.loads(line[6:])):
                return dict(state)
    raise FailedError("the preview is gone")
