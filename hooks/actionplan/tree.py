"""What lies in the project's folders: every file with its kind and size, following no link.

The readers take their list of files from here, so that a link that leads in a circle, a folder named
like a page, or a pipe can't stop them. It must not know what the files hold.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

IGNORED = frozenset({".DS_Store"})
"""Files that a desktop puts into every folder; git ignores them and MkDocs leaves them out."""


@dataclass(frozen=True)
class Entry:
    """One directory entry; `path` from the project's root, with `/`."""

    path: str
    kind: Literal["file", "link", "other"]
    size: int

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The last suffix with its dot, empty where there is none."""
        stem, dot, suffix = self.name.rpartition(".")
        return dot + suffix if stem else ""


def walk(root: Path, folder: str) -> Iterator[Entry]:
    """Everything below `root`/`folder` that is no real folder, in order of paths."""
    waiting = [folder]
    found: list[Entry] = []
    while waiting:
        here = waiting.pop()
        if not (root / here).is_dir():
            continue
        with os.scandir(root / here) as entries:
            for entry in entries:
                path = f"{here}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                elif entry.name not in IGNORED:
                    found.append(_entry(entry, path))
    yield from sorted(found, key=lambda entry: entry.path)


def _entry(entry: os.DirEntry[str], path: str) -> Entry:
    if entry.is_symlink():
        return Entry(path, "link", 0)
    if entry.is_file(follow_symlinks=False):
        return Entry(path, "file", entry.stat(follow_symlinks=False).st_size)
    return Entry(path, "other", 0)
