"""Time and memory of a full build, ours beside other engines on the same pages, and what hooks cost."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from . import corpus, peers
from .figure import ROOT, Budget, Figure, Say
from .measure import ROUNDS, Cost, median, of_rounds, ratio, rounds, run

OURS, BARE, CHECK = "ours", "ours, pages composed before, no hooks", "`make check` alone"
BASE = "Material, static-i18n"


def figure(say: Say) -> Figure:
    """All engines in turn."""
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        folder = Path(work)
        pages = corpus.write(folder / "docs")
        costs = rounds(_engines(folder, say), ROUNDS, say)
    rows = [_row(name, costs, pages) for name in costs]
    against, checked = ratio(costs[OURS], costs[BASE]), ratio(costs[CHECK], costs[OURS])
    return Figure(
        f"Full build of {pages} pages",
        ["engine", "processor s", "ms a page", "clock s, least", "MiB", "to mkdocs", f"to {BASE}"],
        rows,
        (
            f"{of_rounds()}. The other engines get our pages as our build composes them, with every "
            "generated table and box, so what our hooks do costs them nothing; they check nothing and write no "
            "search packs, cards, feeds or downloads. “Mkdocs” and “Material” build both languages as one site. "
            "Hugo (Debian's) is the floor: another language, a small layout, no theme."
        ),
        [
            Budget(f"full build, ours to {BASE}", "≤ 1.0 ×", f"{against:.2f} ×", against <= 1.0),
            _memory(costs[OURS]),
            Budget("`make check` to a full build", "< 1/4", f"{checked:.2f}", checked < 1 / 4),
        ],
    )


def _memory(costs: list[Cost]) -> Budget:
    mib = median(costs, "mib")
    return Budget("memory of a full build", "< 1024 MiB", f"{mib:.0f} MiB", mib < 1024)


def _engines(folder: Path, say: Say) -> dict[str, Callable[[], Cost]]:
    engines = {name: peers.mkdocs(folder, name) for name in peers.CONFIGS}
    if _importable("properdocs"):
        engines[f"ProperDocs, {BASE}"] = peers.mkdocs(folder, BASE, "properdocs")
    else:
        say("no ProperDocs in .venv, left out")
    floor = peers.hugo(folder)
    if floor:
        engines["Hugo"] = floor
    else:
        say("no hugo on this machine (Debian: apt-get install hugo), left out")
    engines[BARE] = peers.ours_without_hooks(folder)
    engines[OURS] = peers.ours(folder / "site-ours")
    engines[CHECK] = lambda: run([sys.executable, "hooks/check.py"], ROOT)
    return engines


def _importable(module: str) -> bool:
    command = [sys.executable, "-c", f"import {module}"]
    return os.spawnv(os.P_WAIT, command[0], command) == 0


def _row(name: str, costs: dict[str, list[Cost]], pages: int) -> list[str]:
    own = costs[name]
    return [
        name,
        f"{median(own):.1f}",
        f"{median(own) / pages * 1000:.1f}",
        f"{min(cost.wall for cost in own):.1f}",
        f"{median(own, 'mib'):.0f}",
        f"{ratio(own, costs['mkdocs']):.2f}",
        f"{ratio(own, costs[BASE]):.2f}",
    ]


def hooks(say: Say) -> Figure:
    """Seconds of each hook within a build, as shares of it."""
    runs = []
    for number in range(ROUNDS):
        say(f"round {number + 1} of {ROUNDS}")
        with tempfile.TemporaryDirectory(prefix="bench-") as work:
            out = Path(work, "timed.json")
            command = [sys.executable, "-m", "bench.timed_build", str(out), str(Path(work, "site"))]
            run(command, ROOT, {"PYTHONPATH": os.pathsep.join(("hooks", "."))})
            runs.append(json.loads(out.read_text()))
    names = sorted(runs[0], key=lambda name: -_middle(runs, name))
    whole = _middle(runs, "whole build")
    rows = [
        [name, f"{_middle(runs, name):.2f}", f"{_middle(runs, name) / whole:.0%}"]
        for name in names
        if _middle(runs, name) >= whole / 200
    ]
    return Figure(
        "Where a build's time goes",
        ["step", "processor s", "share"],
        rows,
        (
            f"{of_rounds()}, with a clock around every event of every plugin. “ours” are our hooks. "
            "What is neither an event, Markdown nor a template (navigation, files) is the rest of the whole."
        ),
    )


def _middle(runs: list[dict[str, float]], name: str) -> float:
    return statistics.median(one.get(name, 0.0) for one in runs)
