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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import corpus, peers
from .figure import ROOT, Budget, Figure, Say, by_the_clock
from .measure import QUIET, FailedError
from .site import SUB_PATH

PARTS = ("docs", "data", "hooks", "overrides", "tools", "mkdocs.yml")
PAGE, URL = "docs/ko/korea/hbm-memory-supply.md", "korea/hbm-memory-supply/"
EDITS, STOCK_EDITS = 7, 3
BASE = "Material, static-i18n"
LONGEST = 120.0


@dataclass
class Loop:
    """What a server took: seconds to its first page, and for each edit by the clock and of processor."""

    start: float
    shown: list[float] = field(default_factory=list)
    checked: list[float] = field(default_factory=list)
    used: list[float] = field(default_factory=list)

    def row(self, name: str) -> list[str]:
        """Medians as cells."""
        seconds = [
            statistics.median(times) if times else None
            for times in (self.shown, self.checked, self.used)
        ]
        cells = ["-" if number is None else f"{number:.2f}" for number in seconds]
        return [name, f"{self.start:.2f}", cells[0], f"{max(self.shown):.2f}", *cells[1:]]


def figure(say: Say) -> Figure:
    """Seconds from saving to seeing, ours and MkDocs' own."""
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        say("make serve")
        ours = _ours(copy(Path(work, "ours")))
        say("mkdocs serve")
        stock = _stock(Path(work, "stock"))
    typical = statistics.median(ours.shown)
    return Figure(
        "From saving a page to seeing it",
        ["", "first page s", "edit → page s", "at most s", "edit → problems s", "processor s an edit"],
        [ours.row("make serve"), stock.row("mkdocs serve")],
        (
            f"Medians of {EDITS} edits of one page ({STOCK_EDITS} with `mkdocs serve`), each followed until the page's new "
            "text came over HTTP. All but the last column are by the clock, so other work on the machine counts in "
            "full; the last is what the server used in all, the check included (Linux only)."
        ),
        [
            Budget(
                "one edit to the page that shows it", "≤ 2 s", f"{typical:.2f} s", by_the_clock(typical <= 2)
            )
        ],
    )  # fmt: skip


def copy(folder: Path) -> Path:
    """A copy of the project that may be edited."""
    folder.mkdir()
    for part in PARTS:
        take = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        take(ROOT / part, folder / part)
    return folder


def _ours(folder: Path) -> Loop:
    command = [sys.executable, "tools/serve.py", "{port}"]
    with serving(command, folder, f"{SUB_PATH}/") as (page, news, pid, start):
        loop = Loop(start)
        _checked(news)
        for number in range(EDITS):
            version, used = _heard(news, lambda _: True)["version"], processor(pid)
            began = _edit(folder, number)
            # A browser asks for the page when it hears of a new version.
            _renewed(news, version)
            _shown(page, number)
            loop.shown.append(time.perf_counter() - began)
            _checked(news)
            loop.checked.append(time.perf_counter() - began)
            loop.used.append(processor(pid) - used)
    return loop


def _stock(folder: Path) -> Loop:
    corpus.write(folder / "docs")
    config = peers.config(folder, BASE).name
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "-q",
        "-f",
        config,
        "-a",
        "127.0.0.1:{port}",
    ]
    with serving(command, folder, "") as (page, _, pid, start):
        loop = Loop(start)
        for number in range(STOCK_EDITS):
            used, began = processor(pid), _edit(folder, number)
            _shown(page, number)
            loop.shown.append(time.perf_counter() - began)
            loop.used.append(processor(pid) - used)
            time.sleep(1)
    return loop


def processor(pid: int) -> float:
    """Processor seconds of a process and its children so far; 0 where there is no /proc."""
    place = Path(f"/proc/{pid}")
    if not (place / "stat").exists():
        return 0.0
    fields = (place / "stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    children = (place / "task" / str(pid) / "children").read_text().split()
    return own + sum(processor(int(child)) for child in children)


def _edit(folder: Path, number: int) -> float:
    """Adds a paragraph to the page and returns when."""
    with (folder / PAGE).open("a", encoding="utf-8") as file:
        file.write(f"\nedit-{number}.\n")
    return time.perf_counter()


@contextmanager
def serving(
    command: list[str], folder: Path, sub_path: str
) -> Iterator[tuple[str, str, int, float]]:
    """Addresses of the page and of a preview's news, the process, and the seconds to the first page."""
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
            yield page, f"{root}__preview__/news", process.pid, time.perf_counter() - began
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


def _heard(news: str, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The first state that is wanted."""
    with urllib.request.urlopen(news, timeout=LONGEST) as stream:
        for line in stream:
            if line.startswith(b"data: ") and wanted(state := json.loads(line[6:])):
                return dict(state)
    raise FailedError("the preview is gone")
