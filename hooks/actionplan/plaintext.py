"""A page's prose as plain text, for descriptions, cards and exports.

Typed links without a text of their own become their record's title, counts their number; citations go. It
must not know where the text is shown.
"""

from __future__ import annotations

import re

from .language import Lang
from .library import Library, Page
from .tallies import TALLIES

SENTENCE_END = re.compile(r"[.?!](?= |\Z)")
TYPED = re.compile(r"\[([^\]]*)\]\(([a-z-]+):([^)\s]+)\)")


def lead(library: Library, page: Page) -> str:
    """A page's first paragraph."""
    return plain(library, page.lead, page.lang)


def plain(library: Library, markdown: str, lang: Lang) -> str:
    """The words of a paragraph. A typed link that names nothing keeps its own text."""

    def named(link: re.Match[str]) -> str:
        text, kind, id = link.groups()
        if text:
            return text
        if kind == "count" and id in TALLIES:
            return str(TALLIES[id](library))
        known = id in library.by_kind.get(kind, {})
        return library.title(kind, id)[lang] if known else ""

    text = re.sub(r"\s*\[@[^\]]*\]", "", markdown)
    text = TYPED.sub(named, text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"</?[a-z][^>]*>", "", text)
    return re.sub(r"[*_`]", "", text)


def first_sentence(text: str) -> str:
    """The first sentence of a plain paragraph: up to a full stop that ends a word."""
    ends = (m for m in SENTENCE_END.finditer(text) if not _abbreviated(text[: m.start()]))
    end = next(ends, None)
    return text[: end.end()] if end else text


def _abbreviated(before: str) -> bool:
    """Whether a full stop after this text belongs to an abbreviation such as U.S. or No."""
    word = before.rsplit(" ", 1)[-1]
    return word in ("No", "p", "pp", "vs", "Inc", "Co", "Sec") or (len(word) <= 3 and "." in word)
