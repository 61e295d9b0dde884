"""Reading content again after an edit: what is taken from the reading before makes no difference to anything."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import Any

import pytest

from actionplan import rules
from actionplan.graph import graph_of
from actionplan.language import LANGS
from actionplan.library import Library
from actionplan.reading import load
from actionplan.search.packs import packs
from actionplan.views.pages import compose
from tests.mistakes.cases import HERE, SITE, Case, cases, changed_site, name

TERM = "docs/ko/glossary/export-control.md"
EVERY_CASE = [*cases(HERE), *cases(HERE.parent / "benign")]


@pytest.fixture(scope="module")
def clean() -> Library:
    """The small site, read and checked, with all that it remembers."""
    library = load(SITE)
    assert rules.check(library) == []
    return library


@pytest.mark.parametrize("case", EVERY_CASE, ids=name)
def test_a_mistake_is_found_and_mended_as_if_all_was_read_anew(
    case: Case, clean: Library, tmp_path: Path
) -> None:
    root = changed_site(case, tmp_path)
    again, anew = load(root, clean), load(root)
    assert differing(fields(again), fields(anew)) == []
    assert rules.check(again) == rules.check(anew)
    assert rules.check(load(SITE, again)) == []


EDITS: dict[str, list[tuple[str, str, str]]] = {
    "prose": [("docs/en/korea/chip-demand.md", "\n## ", "\nOne more sentence.\n\n## ")],
    "a title": [(TERM, "title: 수출통제", "title: 수출 제한"), (TERM, "# 수출통제", "# 수출 제한")],
    "an alias": [(TERM, "  - 수출 관리", "  - 수출 관리\n  - 수출규율")],
    "a discouraged word": [(TERM, "  - 수출규제", "  - 거래")],
    "a record": [("data/timeline.yml", "date: 2025-", "date: 2024-")],
    "a deleted file": [(TERM, "", "")],
    "a new file": [("docs/en/glossary/new-term.md", "", "---\ntitle: New term\n---\n\n# New term\n")],
    "broken YAML": [("data/plan.yml", "sections:", "sections: [")],
}  # fmt: skip


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS)
def test_an_edit_and_its_undoing_change_what_they_would_change_in_a_first_reading(
    edits: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    root = tmp_path / "site"
    shutil.copytree(SITE, root)
    before = load(root)
    everything(before)
    for edit in edits:
        apply(root, *edit)
    after = load(root, before)
    assert differing(everything(after), everything(load(root))) == []
    shutil.rmtree(root)
    shutil.copytree(SITE, root)
    assert differing(everything(load(root, after)), everything(load(root))) == []


def apply(root: Path, path: str, old: str, new: str) -> None:
    """Replaces a text in a file; without an old text makes the file, without any deletes it."""
    file = root / path
    if not old and not new:
        file.unlink()
        return
    text = file.read_text("utf-8") if old else ""
    assert old in text
    file.write_text(text.replace(old, new, 1) if old else new, "utf-8")


def fields(library: Library) -> dict[str, Any]:
    """What a library holds."""
    return {field.name: getattr(library, field.name) for field in dataclasses.fields(library)}


def everything(library: Library) -> dict[str, Any]:
    """What is read, said, shown and searched; problems alone where content could not be read."""
    told = {**fields(library), "said": rules.check(library)}
    if not library.whole:
        return told
    for page in library.pages.values():
        told[page.path] = compose(graph_of(library), page, "https://example.org/")
    return {**told, **{f"search {lang}": packs(library, lang) for lang in LANGS}}


def differing(some: dict[str, Any], others: dict[str, Any]) -> list[str]:
    """Names of what is not the same in both."""
    return [key for key in some.keys() | others.keys() if some.get(key) != others.get(key)]


def test_a_file_that_stays_the_same_is_not_read_as_markdown_or_yaml_again(clean: Library) -> None:
    again = load(SITE, clean)
    assert all(again.pages[key] is page for key, page in clean.pages.items())
    assert all(again.trees[path] is tree for path, tree in clean.trees.items())
