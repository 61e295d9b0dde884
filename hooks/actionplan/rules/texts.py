"""Where words stand: passages of pages and texts of records, for rules that read both alike."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import islice
from typing import Any

from ..language import LANGS, Bilingual, Lang
from ..library import Library, Page, Unit
from ..problem import Problem
from .finding import MOST, Found, inside

PROSE = frozenset({"text", "item", "quote", "heading", "table", "html", "admonition"})
"""Every kind of passage."""


Look = Callable[..., Iterator[Found]]
"""What a rule finds in a text of a language, with what it is given besides."""


def everywhere(
    library: Library, look: Look, *given: object, kinds: frozenset[str] = PROSE
) -> Iterator[Problem]:
    """What `look` finds in the passages of these kinds and in the texts of records.

    `look` is a function of the module, not a new one each time: pages remember what it found.
    """
    for page in library.pages.values():
        yield from page.once(look, (given, kinds), partial(_on_page, page, look, given, kinds))
    for path, both in bilinguals(library):
        for lang in LANGS:
            for offset, rule, ko, en in look(both[lang], lang, *given):
                yield Problem(path, both[lang].line, both[lang].column + offset, rule, ko, en)


def _on_page(
    page: Page, look: Look, given: tuple[object, ...], kinds: frozenset[str]
) -> Iterator[Problem]:
    found = (
        inside(page, passage, found)
        for passage in page.outline.passages
        if passage.kind in kinds
        for found in look(passage.text, page.lang, *given)
    )
    yield from islice(found, MOST)


def texts(library: Library, lang: Lang) -> Iterator[str]:
    """All prose of one language, page by page and record by record."""
    yield from (page.outline.prose for page in library.pages.values() if page.lang == lang)
    yield from (both[lang] for _, both in bilinguals(library))


@lru_cache(maxsize=1)
def bilinguals(library: Library) -> tuple[tuple[str, Bilingual], ...]:
    """Every text that stands in both languages in data/, with its file; gathered once for all rules."""
    return tuple(_bilinguals(library))


def _bilinguals(library: Library) -> Iterator[tuple[str, Bilingual]]:
    for records in library.by_kind.values():
        for record in records.values():
            if not isinstance(record, Unit):
                path: str = record.path
                yield from ((path, text) for text in _within(record))
    for omission in library.omissions.values():
        yield from ((omission.path, text) for text in _within(omission))
    for change in library.changes.values():
        yield from ((change.path, text) for text in _within(change))
    for entry in library.ambiguous:
        yield from ((entry.path, text) for text in _within(entry))
    if library.plan:
        yield from (("data/plan.yml", text) for text in _within(library.plan))


def _within(value: Any) -> Iterator[Bilingual]:
    if isinstance(value, Bilingual):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _within(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _within(getattr(value, field.name))
