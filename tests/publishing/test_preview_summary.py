"""The summary of a proposal, made by the script on a prepared repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from actionplan import rules
from actionplan.reading import load

ROOT = Path(__file__).resolve().parents[2]
NOTE = """\
- id: 2026-12-01-correction
  date: 2026-12-01
  pages: [plan/red-tape]
  note:
    ko: 쪽수를 바로잡았다.
    en: A page number was corrected.
"""


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """A repository with the project's content, on a branch that leaves main."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Start")
    git(tmp_path, "switch", "-q", "-c", "proposal")
    return tmp_path


def run(folder: Path, base: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "tools/preview_summary.py"), base],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def summary(folder: Path) -> tuple[int, str]:
    done = run(folder, "main")
    assert done.stderr == ""
    return done.returncode, done.stdout


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, encoding="utf-8")


def test_nothing_changed_needs_nothing(proposal: Path) -> None:
    status, text = summary(proposal)
    assert (status, "없음 · none" in text) == (0, True)


def test_a_changed_page_without_a_note_is_refused_with_the_note_to_write(proposal: Path) -> None:
    append(proposal / "docs/ko/plan/red-tape.md", "\n고친 문장이다.\n")
    status, text = summary(proposal)
    assert status == 1
    row = next(line for line in text.splitlines() if line.startswith("| `plan/red-tape`"))
    assert "고침 · changed" in row
    assert "**`site/plan/red-tape/index.html`** | `site/en/plan/red-tape/index.html`" in row
    assert "  pages: [plan/red-tape]" in text


def test_the_note_to_write_passes_as_it_is_pasted(proposal: Path) -> None:
    append(proposal / "docs/ko/plan/red-tape.md", "\n고친 문장이다.\n")
    note = summary(proposal)[1].partition("```yaml\n")[2].partition("```")[0]
    changes = proposal / "data/changes.yml"
    head, first, entries = changes.read_text("utf-8").partition("- id:")
    changes.write_text(head + note + first + entries, encoding="utf-8")
    assert summary(proposal)[0] == 0
    assert [p.rule for p in rules.check(load(proposal)) if p.path == "data/changes.yml"] == []


def test_an_unknown_base_is_said(proposal: Path) -> None:
    done = run(proposal, "no-such-branch")
    assert (done.returncode, done.stdout) == (2, "")
    assert "BASE=origin/main" in done.stderr


def test_a_changed_page_with_a_note_passes(proposal: Path) -> None:
    append(proposal / "docs/en/plan/red-tape.md", "\nA corrected sentence.\n")
    changes = proposal / "data/changes.yml"
    changes.write_text(NOTE + changes.read_text("utf-8"), encoding="utf-8")
    status, text = summary(proposal)
    assert status == 0
    assert "있음 · yes" in text


def test_a_note_that_the_base_has_already_explains_nothing_new(proposal: Path) -> None:
    changes = proposal / "data/changes.yml"
    changes.write_text(NOTE + changes.read_text("utf-8"), encoding="utf-8")
    git(proposal, "commit", "-q", "-a", "-m", "Note")
    git(proposal, "branch", "-f", "main")
    append(proposal / "docs/en/plan/red-tape.md", "\nA corrected sentence.\n")
    assert summary(proposal)[0] == 1


def test_new_and_deleted_pages_and_records_are_told_apart(proposal: Path) -> None:
    shutil.copy(proposal / "docs/ko/glossary/fdpr.md", proposal / "docs/ko/glossary/new-rule.md")
    (proposal / "docs/ko/glossary/itu.md").unlink()
    (proposal / "docs/en/glossary/itu.md").unlink()
    append(proposal / "data/actions/chips.yml", "# a remark\n")
    _, text = summary(proposal)
    rows = {line.split("`")[1]: line for line in text.splitlines() if line.startswith("| `")}
    assert "새 쪽 · new" in rows["glossary/new-rule"]
    assert "지움 · deleted" in rows["glossary/itu"]
    assert "고침 · changed" in rows["plan/chips"]
    assert "**없음" not in rows["glossary/itu"]
