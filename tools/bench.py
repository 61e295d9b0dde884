"""Measures what contributors wait for, and says whether it is within its budget.

Runs the check three times and the build once, as a user would, and reads seconds on the clock
and the largest memory of one process. Knows nothing about what they do.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

CHECK_SECONDS, BUILD_SECONDS, BUILD_MIB = 3.0, 90.0, 1024.0


def main() -> int:
    """1 if a command fails or a figure is over its budget."""
    check = statistics.median(seconds("hooks/check.py") for _ in range(3))
    build = seconds("tools/build.py")
    rows = [
        ("check, seconds", check, CHECK_SECONDS),
        ("build, seconds", build, BUILD_SECONDS),
        ("build, MiB of memory", peak_mib(), BUILD_MIB),
    ]
    for name, value, budget in rows:
        print(f"{name:24}{value:9.1f}  of {budget:g}{'' if value <= budget else '  OVER'}")
    print(f"{'site, MiB on disk':24}{site_mib():9.1f}")
    return int(any(value > budget for _, value, budget in rows))


def seconds(script: str) -> float:
    """Time of one run; what it prints is shown only if it fails, and then ends the measuring."""
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if run.returncode:
        sys.exit(run.stdout.decode() + f"{script} fails, so there is nothing to measure.")
    return time.perf_counter() - start


def peak_mib() -> float:
    """Largest resident size among the processes run so far; macOS counts bytes, Linux KiB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit / 2**20


def site_mib() -> float:
    return sum(file.stat().st_size for file in Path("site").rglob("*") if file.is_file()) / 2**20


if __name__ == "__main__":
    sys.exit(main())
