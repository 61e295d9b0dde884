"""A broken contribution: one clear line with file and line, exit status 1, and the last site stays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("data", "docs", "hooks", "overrides", "tools", "mkdocs.yml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with a site that was built before."""
    for name in PARTS:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, tmp_path / name)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last good site")
    return tmp_path


def run(project: Path, script: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "en_US.UTF-8", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, script]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def break_yaml(project: Path) -> None:
    path = project / "data" / "timeline.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith("  jurisdiction: "))
    lines[number] = "  jurisdiction: [us"
    path.write_text("\n".join(lines), encoding="utf-8")


def name_an_unknown_record(project: Path) -> None:
    path = project / "docs" / "en" / "plan" / "index.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n[](action:3.1.11)\n", encoding="utf-8")


def delete_a_twin(project: Path) -> None:
    (project / "docs" / "en" / "glossary" / "backfill.md").unlink()


def save_as_cp949(project: Path) -> None:
    path = project / "docs" / "ko" / "about.md"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp949", "replace"))


CASES: list[tuple[Callable[[Path], None], str, str]] = [
    (break_yaml, "data/timeline.yml:", "yaml-syntax: "),
    (name_an_unknown_record, "docs/en/plan/index.md:", "record-link: there is no action '3.1.11'; did you mean '3.1.1'?"),
    (delete_a_twin, "docs/en/glossary/backfill.md:1:1:", "translation-missing: no English page for docs/ko/glossary/backfill.md"),
    (save_as_cp949, "docs/ko/about.md:2:1:", "encoding: not UTF-8 (looks like CP949)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("harm", "place", "message"), CASES, ids=lambda v: getattr(v, "__name__", "")
)
@pytest.mark.parametrize("script", ["tools/build.py", "hooks/check.py"])
def test_one_line_names_the_place_and_the_site_stays_as_it_was(
    project: Path, script: str, harm: Callable[[Path], None], place: str, message: str
) -> None:
    harm(project)
    done = run(project, script)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith(("data/", "docs/"))]  # fmt: skip
    assert done.returncode == 1
    assert len(lines) == 1, lines
    assert lines[0].startswith(place)
    assert message in lines[0]
    assert "Traceback" not in done.stderr
    assert (project / "site" / "index.html").read_text() == "the last good site"
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]
