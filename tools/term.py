"""Turns a filled term form into the two pages of a term: `make term FROM=form.md`.

Writes both pages and the change note, or nothing: the new content is first checked in a copy. `form.md`
is the text of the issue as it was sent. Exit status 1 and the reasons where the form is refused.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
import sys
import tempfile
import unicodedata
from pathlib import Path

import yaml

from actionplan import rules
from actionplan.exports.termform import (
    UNMATCHED,
    Field,
    RefusedError,
    answers,
    change_note,
    pages,
)
from actionplan.locale import reader_language
from actionplan.problem import as_text
from actionplan.reading import load
from actionplan.twins import fingerprint, twin

FORMS = [Path(".github/ISSUE_TEMPLATE", f"2-term.{lang}.yml") for lang in ("ko", "en")]
CHANGES = "data/changes.yml"
UNREAD = (".git", ".venv", ".cache", "node_modules", "site", "tests")
"""What no rule reads."""
UNREADABLE = "‘{}’에서 양식을 읽을 수 없습니다. 이슈의 글을 UTF-8 파일로 저장하고 make term FROM=form.md처럼 그 파일을 적으세요. / no form can be read from '{}'; save the issue's text as a file in UTF-8 and name it, as in make term FROM=form.md"


def main(form: str) -> int:
    """Writes the pages of the form in a file, or prints why not."""
    try:
        files = new_files(_text(form))
    except RefusedError as refused:
        print(*refused.reasons, sep="\n")
        return 1
    for path, text in files.items():
        Path(path).write_text(text, encoding="utf-8")
        print(path)
    return 0


def _text(form: str) -> str:
    """The file's text as our files have it: without a byte order mark, Hangul composed."""
    try:
        text = Path(form).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError([UNREADABLE.format(form, form)]) from error
    return unicodedata.normalize("NFC", text)


def new_files(text: str) -> dict[str, str]:
    """The files that a form adds or changes, checked. Raises RefusedError."""
    form = answers(text, fields())
    written = pages(form)
    taken = [path for path in written if Path(path).exists()]
    if taken:
        raise RefusedError([f"{path}: 이미 있는 용어입니다. / there is such a term already" for path in taken])  # fmt: skip
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    head, entries = _divided(Path(CHANGES).read_text("utf-8"))
    return _checked(written | {CHANGES: head + change_note(form, day) + entries})


def fields() -> list[Field]:
    """The fields of the issue form, the same in both languages."""
    forms = [yaml.safe_load(form.read_text("utf-8"))["body"] for form in FORMS]
    return [
        Field(
            one["id"], one.get("validations", {}).get("required", False),
            tuple(twin["attributes"]["label"] for twin in twins),
        )
        for one, *others in zip(*forms, strict=True)
        if one["type"] != "markdown"
        for twins in [(one, *others)]
    ]  # fmt: skip


def _divided(changes: str) -> tuple[str, str]:
    """The remarks above the first entry, and the entries."""
    start = re.search(r"(?m)^- ", changes)
    at = start.start() if start else len(changes)
    return changes[:at], changes[at:]


def _checked(files: dict[str, str]) -> dict[str, str]:
    """The files with each page matched to its twin, once all rules find nothing in them."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(".", folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*UNREAD))
        _write(folder, files)
        matched = _with_twins(Path(folder), files)
        _write(folder, matched)
        problems = rules.check(load(Path(folder)))
    if problems:
        reader = reader_language(os.environ)
        raise RefusedError([as_text(problem, reader) for problem in problems])
    return matched


def _write(folder: str, files: dict[str, str]) -> None:
    for path, text in files.items():
        Path(folder, path).write_text(text, encoding="utf-8")


def _with_twins(root: Path, files: dict[str, str]) -> dict[str, str]:
    """The files with the fingerprint of each page's twin in its place."""
    matched = dict(files)
    library = load(root)
    for page in library.pages.values():
        match = twin(library, page)
        if page.path in files and match:
            matched[page.path] = files[page.path].replace(
                UNMATCHED, f"twin: '{fingerprint(match)}'"
            )
    return matched


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
