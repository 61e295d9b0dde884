"""A page's Markdown → the passages of plain text that search shows and looks through.

One passage for each heading. Links become their words, references to records their titles; citations,
marks for generated parts, tags and signs of Markdown go. It must not know packs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language import Lang
from ..library import Library, Page
from ..outline import VIEW
from ..plaintext import plain

_SIGNS = re.compile(r"^[ \t]*(?:[-*+>]|\d+\.|\{:.*\}|[|: -]+$)[ \t]*|\|", re.MULTILINE)


def passages(library: Library, page: Page, without: str = "") -> Iterator[tuple[str, str]]:
    """Heading and text of each part of a page that has text; the beginning has no heading.

    The part whose heading has the id `without` is left out.
    """
    body = page.outline.body
    headings = page.outline.headings
    ends = [heading.place.start for heading in headings[1:]] + [len(body)]
    for heading, end in zip(headings, ends, strict=True):
        text = words(library, page.lang, body[heading.place.end : end])
        if text and heading.id != without:
            yield ("" if heading.level == 1 else words(library, page.lang, heading.text), text)


def words(library: Library, lang: Lang, markdown: str) -> str:
    """The words of a stretch of Markdown on one line."""
    text = plain(library, VIEW.sub("", markdown), lang)
    return " ".join(_SIGNS.sub(" ", text).split())
