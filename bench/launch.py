"""Runs a command and writes to a file what it cost: `python -I -S launch.py costs.json command…`.

A process of its own, because on Linux the peak of a new process begins with that of its parent, which
is small here.
"""

import json
import os
import sys
import time

start = time.perf_counter()
pid = os.spawnvp(os.P_NOWAIT, sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(pid, 0)
# macOS counts bytes, Linux KiB.
unit = 1 if sys.platform == "darwin" else 1024
cost = {
    "wall": time.perf_counter() - start,
    "cpu": used.ru_utime + used.ru_stime,
    "mib": used.ru_maxrss * unit / 2**20,
}
with open(sys.argv[1], "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib makes the process larger
    json.dump(cost, file)
sys.exit(os.waitstatus_to_exitcode(status))
