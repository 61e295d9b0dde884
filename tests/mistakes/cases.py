"""Cases of mistakes and of harmless edits: a change of the small site beside this file, and what is said of it.

A change names a file (`in`) and one of: `replace` and `by`, `append`, `prepend`, `create` (text),
`bytes` (hexadecimal), `encode` (name of an encoding), `rename` (new path), `delete`, `link` (target of
a symbolic link). `settle` matches the twins after an edit of words in one language. `times` repeats what is appended or created.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from actionplan import rules
from actionplan.language import LANGS, Lang
from actionplan.problem import as_text
from actionplan.reading import load
from actionplan.twins import fingerprint, settled, twin

HERE = Path(__file__).resolve().parent
SITE = HERE / "site"

Case = dict[str, Any]


def cases(folder: Path) -> list[Case]:
    """All cases of a folder's YAML files, each with its file's name as `family`."""
    return [
        {**case, "family": file.stem}
        for file in sorted(folder.glob("*.yml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def name(case: Case) -> str:
    """What a test of the case is called."""
    return f"{case['family']}: {case['title']}"


def changed_site(case: Case, folder: Path) -> Path:
    """A copy of the small site with the case's changes, settled where the case says so."""
    root = folder / "site"
    shutil.copytree(SITE, root)
    for change in case["changes"]:
        _apply(change, root)
    if case.get("settle"):
        _settle(root)
    return root


def _apply(change: dict[str, Any], root: Path) -> None:
    path = root / change["in"]
    if "replace" in change:
        text = path.read_text(encoding="utf-8")
        assert change["replace"] in text, f"{change['in']} has no {change['replace']!r}"
        path.write_bytes(text.replace(change["replace"], change["by"], 1).encode())
    elif "append" in change:
        more = change["append"] * change.get("times", 1)
        path.write_bytes(path.read_bytes() + more.encode())
    elif "prepend" in change:
        path.write_bytes(change["prepend"].encode() + path.read_bytes())
    elif "delete" in change:
        path.unlink()
    else:
        _make(change, path, root)


def _make(change: dict[str, Any], path: Path, root: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if "create" in change:
        path.write_bytes((change["create"] * change.get("times", 1)).encode())
    elif "bytes" in change:
        path.write_bytes(bytes.fromhex(change["bytes"]))
    elif "encode" in change:
        path.write_bytes(path.read_text(encoding="utf-8").encode(change["encode"], "replace"))
    elif "rename" in change:
        (root / change["rename"]).parent.mkdir(parents=True, exist_ok=True)
        path.rename(root / change["rename"])
    else:
        path.unlink(missing_ok=True)
        path.symlink_to(change["link"])


def _settle(root: Path) -> None:
    """Matches every page to the present state of its twin, as a person does after a true edit."""
    library = load(root)
    for page in library.pages.values():
        partner = twin(library, page)
        if partner:
            file = root / page.path
            text = settled(file.read_text(encoding="utf-8"), fingerprint(partner))
            file.write_text(text, encoding="utf-8")


def said(case: Case, folder: Path) -> dict[Lang, list[str]]:
    """The lines that a contributor sees after the case's changes, in each language."""
    problems = rules.check(load(changed_site(case, folder)))
    return {lang: [as_text(problem, lang) for problem in problems] for lang in LANGS}
