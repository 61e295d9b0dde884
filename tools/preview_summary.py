"""Prints what a branch changes, page by page: `make preview-summary BASE=main`.

Compares the working tree with the point where it left BASE. Exit status 1 where a page has changed
without a note in data/changes.yml.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from actionplan.exports.summary import Edit, Note, State, notes, page_of_file, summary, touched
from actionplan.reading import load

STATES: dict[str, State] = {"A": "new", "D": "deleted"}
CHANGES = "data/changes.yml"
SITE = "https://owner.github.io/ai-action-plan-korea/"
NO_BASE = "‘{}’라는 브랜치나 커밋이 없습니다. git fetch origin을 실행한 뒤 BASE=origin/main으로 다시 해 보세요. / there is no branch or commit '{}'; run git fetch origin and try BASE=origin/main"


def main(base: str) -> int:
    """Exit status of a proposal: 1 where pages lack a change note, 2 without a base to compare with."""
    try:
        start = git("merge-base", "--end-of-options", base, "HEAD").strip()
    except subprocess.CalledProcessError:
        print(NO_BASE.format(base, base), file=sys.stderr)
        return 2
    edits = changed_files(start)
    pages = touched(load(Path()), edits, known_notes(start))
    others = sum(page_of_file(edit.path) is None for edit in edits)
    today = datetime.datetime.now(datetime.UTC).date()
    print(summary(pages, others, os.environ.get("SITE_URL", SITE), today.isoformat()), end="")
    return int(any(page.lacks_note for page in pages))


def changed_files(start: str) -> list[Edit]:
    """Files that differ from a commit, those that git does not know yet included."""
    listed = git("diff", "--name-status", "--no-renames", "-z", start).split("\0")
    pairs = zip(listed[::2], listed[1::2], strict=False)
    new = git("ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return [Edit(path, STATES.get(letter, "changed")) for letter, path in pairs] + [
        Edit(path, "new") for path in new if path
    ]


def known_notes(start: str) -> set[Note]:
    """The change notes that a commit has already."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, CHANGES)
        file.parent.mkdir()
        if git("ls-tree", "--name-only", start, CHANGES):
            file.write_text(git("show", f"{start}:{CHANGES}"), encoding="utf-8")
        return notes(load(Path(folder)))


def git(*arguments: str) -> str:
    command = ["git", "-c", "core.quotepath=off", *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
