"""The fingerprint by which a page remembers the state of its twin in the other language.

First eight hexadecimal digits of SHA-256 over the letters and digits of the twin's text: its title,
description, named actors and means, and its body. Spaces, punctuation and the order of sections don't
count, so that a reflowed paragraph needs no new match. Names that serve search and linking only
(aliases, hidden labels, keywords) are left out: they follow each language's own habits.
"""

from __future__ import annotations

import hashlib
import re

from .language import other
from .library import Library, Page

SHOWN = ("title", "description", "actors", "instruments")
SECTION = re.compile(r"(?m)^(?=## )")
OTHER_SIGNS = re.compile(r"[\W_]+")
TWIN = re.compile(r"(?m)^twin:.*$")


def fingerprint(page: Page) -> str:
    """Eight hexadecimal digits that change when the page's words change."""
    fields = [_shown(getattr(page.words, name, None)) for name in SHOWN]
    sections = sorted(_letters(part) for part in SECTION.split(page.outline.body))
    text = "\n".join([*fields, *sections])
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def _shown(value: str | tuple[str, ...] | None) -> str:
    return _letters(value) if isinstance(value, str) else "\n".join(map(_letters, value or ()))


def _letters(text: str) -> str:
    return OTHER_SIGNS.sub("", text)


def twin(library: Library, page: Page) -> Page | None:
    """The page in the other language, None where there is none that could be read."""
    return library.pages.get((other(page.lang), page.name))


def settled(text: str, value: str) -> str:
    """A page's text with `twin` set to this fingerprint, in the front matter that it has."""
    head, fence, body = text[4:].partition("\n---\n")
    line = f"twin: '{value}'"
    written = TWIN.sub(line, head, count=1) if TWIN.search(head) else f"{head}\n{line}"
    return f"---\n{written}{fence}{body}" if fence else text
