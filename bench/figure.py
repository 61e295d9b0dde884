"""A measured figure as data: a table with a title, the budgets that it shows, and how it was taken."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Say = Callable[[str], None]

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Budget:
    """A bar of the design and what was measured against it; `met` is None where it can't be told."""

    what: str
    bar: str
    measured: str
    met: bool | None


@dataclass
class Figure:
    """One section of the report. Rows are as long as the columns; `note` says how to read them."""

    title: str
    columns: list[str]
    rows: list[list[str]] = field(default_factory=list)
    note: str = ""
    budgets: list[Budget] = field(default_factory=list)


def by_the_clock(met: bool) -> bool | None:
    """A verdict on a time by the clock: other work can only make it worse, so then a miss tells nothing."""
    busy = os.getloadavg()[0] > (os.cpu_count() or 1) + 1
    return None if busy and not met else met


class SkippedError(Exception):
    """A figure that this machine can't take; the message says what is missing."""
