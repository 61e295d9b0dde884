"""Builds the site into site/ in one step: all of the new one, or the last good one untouched."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

SITE = Path("site")
CACHE = Path(".cache")


def main() -> int:
    """Exit status of MkDocs. It builds strictly, and never with -q, which hides broken links."""
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE, prefix="site-") as work:
        new = Path(work, "new")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
        status = subprocess.run(command, check=False).returncode
        if status == 0:
            swap(new, Path(work, "old"))
    return status


def swap(new: Path, old: Path) -> None:
    """Two renames in one file system; the old site goes with the directory that `old` is in."""
    if SITE.exists():
        SITE.rename(old)
    new.rename(SITE)


if __name__ == "__main__":
    sys.exit(main())
