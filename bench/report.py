"""Figures → report.md and report.json. A run of some figures keeps what the others last were."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from .figure import ROOT, Figure

JSON, MARKDOWN = ROOT / "bench" / "report.json", ROOT / "bench" / "report.md"
MARKS = {True: "met", False: "**missed**", None: "machine too busy to tell"}


def keep(name: str, figure: Figure, load: str) -> None:
    """Puts one figure into both files."""
    report = json.loads(JSON.read_text("utf-8")) if JSON.exists() else {}
    report[name] = {**asdict(figure), "taken": _stamp(), "load": load}
    JSON.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")


def write(order: list[str]) -> str:
    """Writes report.md from report.json and returns it."""
    report = json.loads(JSON.read_text("utf-8"))
    names = [name for name in order if name in report]
    text = "\n\n".join(
        [_head(), _budgets([report[name] for name in names])]
        + [_section(name, report[name]) for name in names]
    )
    MARKDOWN.write_text(text + "\n", "utf-8")
    return text


def _stamp() -> dict[str, str]:
    commit = ["git", "log", "-1", "--format=%h"]
    done = subprocess.run(commit, cwd=ROOT, capture_output=True, text=True, check=False)
    return {
        "at": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": done.stdout.strip() or "unknown",
    }


def _head() -> str:
    return f"""# Measurements

Written by `make bench`; `make bench ONLY=build` takes one figure anew and keeps the others. Ratios compare runs
of the same round. Machine: {platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python
{platform.python_version()}. Each figure says when it was taken and how much else the machine was doing
(load average of the minute before and after)."""


def _budgets(figures: list[dict[str, Any]]) -> str:
    rows = [
        [budget["what"], budget["bar"], budget["measured"], MARKS[budget["met"]]]
        for figure in figures
        for budget in figure["budgets"]
    ]
    return f"## Budgets\n\n{table(['what', 'bar', 'measured', ''], rows)}"


def _section(name: str, figure: dict[str, Any]) -> str:
    taken = figure["taken"]
    source = (
        f"`make bench ONLY={name}`, {taken['at']}, commit {taken['commit']}, load {figure['load']}"
    )
    parts = [f"## {figure['title']}", source, table(figure["columns"], figure["rows"])]
    return "\n\n".join([*parts, figure["note"]]).rstrip()


def table(columns: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
