"""Runs commands and says what they cost: seconds on the clock, seconds of processor, peak memory.

Processor seconds are those of the whole tree of processes, so they stand still where other work shares
the machine; the clock does not. Commands that are compared run in turn, round after round, and a ratio
is the median of the ratios within each round. It must not know what is measured.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROUNDS = int(os.environ.get("ROUNDS", "3"))
"""Runs of whatever is compared; more steady a busy machine, one is quick."""
LAUNCHER = Path(__file__).with_name("launch.py")
QUIET = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "",
}
"""Variables of what is measured: no advice is printed, and Python keeps compiled modules, as it does by itself."""


@dataclass(frozen=True)
class Cost:
    """What one run took. `mib` is the peak of the largest process."""

    wall: float
    cpu: float
    mib: float


class FailedError(Exception):
    """A command that was to be measured failed; the message ends with what it printed."""


def run(
    command: list[str],
    folder: Path,
    env: Mapping[str, str] | None = None,
    accept: tuple[int, ...] = (0,),
) -> Cost:
    """Runs a command to its end. Raises FailedError where its exit status is not an accepted one."""
    with tempfile.NamedTemporaryFile() as told:
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(LAUNCHER), told.name, *command],
            cwd=folder, env={**os.environ, **QUIET, **(env or {})},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        if done.returncode not in accept:
            said = done.stdout.decode(errors="replace")[-3000:]
            raise FailedError(f"{' '.join(command)}\n{said}")
        return Cost(**json.load(told))


def rounds(
    runs: Mapping[str, Callable[[], Cost]], times: int, say: Callable[[str], None]
) -> dict[str, list[Cost]]:
    """Every run so many times, in turn. The order turns round too, so that none is always first."""
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    names = list(runs)
    for number in range(times):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            say(f"round {number + 1} of {times}: {name}")
            costs[name].append(runs[name]())
    return costs


def median(costs: Iterable[Cost], what: str = "cpu") -> float:
    """Median of one of the figures."""
    return float(statistics.median(getattr(cost, what) for cost in costs))


def ratio(costs: list[Cost], base: list[Cost], what: str = "cpu") -> float:
    """Median of the ratios in each round."""
    pairs = zip(costs, base, strict=True)
    return float(statistics.median(getattr(a, what) / getattr(b, what) for a, b in pairs))


def sent(content: bytes) -> int:
    """Bytes that a server sends for these, with gzip at its usual level."""
    return len(gzip.compress(content, 6))


def of_rounds() -> str:
    """How the figures of `rounds` were taken, for a note."""
    return f"Median of {ROUNDS} rounds" if ROUNDS > 1 else "One run of each"
