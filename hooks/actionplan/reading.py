"""data/ and docs/ → a library: which files there are, what they say, and what each became when it was read before.

Reading never stops at a mistake: what can't be read is left out, noted in `broken` so that nothing
that refers to it is reported as well, and listed in `problems`. What a file of data holds is known to
`reading_data`, what a page holds to `reading_pages`. It must not know rules about relations.
"""

from __future__ import annotations

from pathlib import Path

from . import reading_data, reading_pages, text, tree
from .language import LANGS
from .library import Library


def load(root: Path, before: Library | None = None) -> Library:
    """Everything below `root`/data and `root`/docs.

    Of files that still say what they said in an earlier reading, `before`, its trees and pages are taken.
    """
    library, before = Library(root), before or Library(root)
    library.entries = {e.path: e for folder in ("data", "docs") for e in tree.walk(root, folder)}
    for path in _files(library, "data/", ".yml"):
        reading_data.add(library, _read(library, path, before), before)
    reading_data.report_absent(library)
    for lang in LANGS:
        for path in _files(library, f"docs/{lang}/", ".md"):
            reading_pages.add(library, lang, _read(library, path, before), before)
    reading_pages.pair(library)
    return library


def _files(library: Library, folder: str, suffix: str) -> list[str]:
    """Real files below a folder; links and whatever else is no file are left to the rules."""
    return [
        entry.path
        for entry in library.entries.values()
        if entry.kind == "file" and entry.path.startswith(folder) and entry.suffix == suffix
    ]


def _read(library: Library, path: str, before: Library) -> text.Source:
    """A file's text, kept for the rules; what is wrong with its bytes goes to the library."""
    source, problems = text.read(library.root, path)
    library.problems += problems
    if before.texts.get(path) == source:
        source = before.texts[path]
    library.texts[path] = source
    return source
