"""The command-line edge of twin fingerprints: `python hooks/sync.py [--lang ko|en] [pages…]`.

To be run after a person has seen that a page and its twin say the same: writes into both which state of
the other they were matched to. Without a page, settles every pair. Exit status 1 where a page is unknown.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from actionplan.language import LANGS, Lang
from actionplan.library import Library, Page
from actionplan.locale import reader_language
from actionplan.nearest import nearest
from actionplan.reading import load
from actionplan.twins import fingerprint, settled, twin

ROOT = Path(__file__).resolve().parent.parent
WORDS = {
    "ko": ("‘{}’: 그런 쪽이 없습니다.", " ‘{}’인가요?", "{}쌍이 이미 맞춰져 있습니다."),
    "en": ("no page '{}'", "; did you mean '{}'?", "{} pairs were matched already."),
}  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Settles the named pages, or all, and returns the exit status."""
    options = _parser().parse_args(arguments)
    language: Lang = options.lang or reader_language(os.environ)
    library = load(options.root)
    pages = {page.path: page for page in library.pages.values()}
    unknown = [path for path in options.pages if path.removeprefix("./") not in pages]
    for path in unknown:
        near = nearest(path, pages)
        print(WORDS[language][0].format(path) + (WORDS[language][1].format(near) if near else ""))
    if unknown:
        return 1
    wanted = [pages[path.removeprefix("./")] for path in options.pages] or list(pages.values())
    changed = sum(_settle(library, page) for page in _with_twins(library, wanted))
    if not changed:
        print(WORDS[language][2].format(len({page.name for page in wanted})))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Records that pages and their twins say the same.")
    parser.add_argument(
        "pages", nargs="*", help="pages to settle with their twins; all without any"
    )
    parser.add_argument("--lang", choices=LANGS, help="language of the messages")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder with data/ and docs/")
    return parser


def _with_twins(library: Library, pages: list[Page]) -> list[Page]:
    """Both pages of every pair, each once."""
    both = [(page, twin(library, page)) for page in pages]
    return list({p.path: p for pair in both if pair[1] for p in pair if p}.values())


def _settle(library: Library, page: Page) -> bool:
    """Writes the fingerprint of a page's twin into it; whether that changed anything."""
    partner = twin(library, page)
    assert partner
    value = fingerprint(partner)
    if page.words.twin == value:
        return False
    file = library.root / page.path
    file.write_bytes(settled(file.read_text(encoding="utf-8"), value).encode())
    print(f"{page.path}: twin: '{value}'")
    return True


if __name__ == "__main__":
    sys.exit(main())
