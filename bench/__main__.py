"""Takes the figures one after another and writes the report: `python -m bench [name…]`.

Those that go through every page, every rule or ten times the content take long: they are taken when they are
named, and until then the report keeps what it had.
A figure that this machine can't take is skipped with a line that says what is missing; one that fails
is told and the others go on. Exit status 1 with any failure or missed budget.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable

from . import (
    axe,
    browser,
    build,
    catch,
    check,
    growth,
    lighthouse,
    mutants,
    recall,
    report,
    search,
    serve,
    weight,
)
from .figure import Figure, Say, SkippedError

FIGURES: dict[str, Callable[[Say], Figure]] = {
    "build": build.figure,
    "hooks": build.hooks,
    "growth": growth.figure,
    "tenfold": growth.tenfold,
    "check": check.figure,
    "serve": serve.figure,
    "weight": weight.figure,
    "lighthouse": lighthouse.figure,
    "browser": browser.figure,
    "axe": axe.figure,
    "search": search.figure,
    "recall": recall.figure,
    "catch": catch.figure,
    "mutants": mutants.figure,
}

LONG = {"tenfold", "axe", "mutants"}


def main(names: list[str]) -> int:
    """Takes the named figures, all but the long ones without any."""
    unknown = [name for name in names if name not in FIGURES]
    if unknown:
        print(f"No figure {', '.join(unknown)}; there are {', '.join(FIGURES)}.", file=sys.stderr)
        return 2
    took: dict[str, float] = {}
    chosen = names or [name for name in FIGURES if name not in LONG]
    failed = [name for name in chosen if not take(name, took)]
    print(report.write(list(FIGURES)))
    print("\n".join(f"{seconds:6.0f} s  {name}" for name, seconds in {**took, "in all": sum(took.values())}.items()))  # fmt: skip
    return int(bool(failed))


def take(name: str, took: dict[str, float]) -> bool:
    """Takes one figure and notes how long that took; False where it fails or misses a budget."""
    start, before = time.perf_counter(), os.getloadavg()[0]

    def say(what: str) -> None:
        print(f"{time.perf_counter() - start:6.0f} s  {name}: {what}", flush=True)

    try:
        figure = FIGURES[name](say)
    except SkippedError as missing:
        say(f"skipped, {missing}")
        return True
    except Exception:  # the other figures are worth having
        say(f"failed\n{traceback.format_exc()}")
        return False
    finally:
        took[name] = time.perf_counter() - start
    report.keep(name, figure, f"{before:.1f}–{os.getloadavg()[0]:.1f}")
    return all(budget.met is not False for budget in figure.budgets)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
