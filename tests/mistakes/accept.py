"""Writes what the checks say now into the golden cases: `python -m tests.mistakes.accept`; then read the diff."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "hooks"))

from tests.mistakes.cases import said  # noqa: E402 (the path must be known first)


def main() -> None:
    """Rewrites every file of cases in this folder."""
    for file in sorted(HERE.glob("*.yml")):
        found = yaml.safe_load(file.read_text(encoding="utf-8"))
        for case in found:
            with tempfile.TemporaryDirectory() as folder:
                case.update(said(case, Path(folder)))
        text = yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=10_000)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
