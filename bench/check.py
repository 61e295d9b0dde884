"""Time of `make check` on all content."""

from __future__ import annotations

import sys
from functools import partial

from .figure import ROOT, Budget, Figure, Say
from .measure import median, rounds, run

ROUNDS = 7


def figure(say: Say) -> Figure:
    """The check as a user runs it, beside Python's own start."""
    commands = {
        "make check": partial(run, [sys.executable, "hooks/check.py"], ROOT, accept=(0, 1)),
        "python that does nothing": partial(run, [sys.executable, "-c", ""], ROOT),
    }
    costs = rounds(commands, ROUNDS, say)
    rows = [
        [name, f"{median(own):.2f}", f"{min(c.wall for c in own):.2f}", f"{median(own, 'mib'):.0f}"]
        for name, own in costs.items()
    ]
    seconds = median(costs["make check"])
    return Figure(
        "The check of all content",
        ["command", "processor s", "clock s, least", "MiB"],
        rows,
        f"Median of {ROUNDS} rounds; every rule on every file, nothing kept from the run before.",
        [Budget("`make check`", "< 3 s", f"{seconds:.2f} s", seconds < 3)],
    )
