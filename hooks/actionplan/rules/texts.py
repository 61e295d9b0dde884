"""Where words stand: passages of pages and texts of records, for rules that read both alike."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from ..language import LANGS, Bilingual, Lang
from ..library import Library, Unit
from ..problem import Problem
from .finding import Found, inside

PROSE = frozenset({"text", "item", "quote", "heading", "table", "html", "admonition"})
"""Every kind of passage."""


Look = Callable[[str, Lang], Iterator[Found]]
"""What a rule finds in a text of a language."""


def everywhere(library: Library, look: Look, kinds: frozenset[str] = PROSE) -> Iterator[Problem]:
    """What `look` finds in the passages of these kinds and in the texts of records."""
    for page in library.pages.values():
        for passage in page.outline.passages:
            if passage.kind in kinds:
                for found in look(passage.text, page.lang):
                    yield inside(page, passage, found)
    for path, both in bilinguals(library):
        for lang in LANGS:
            for offset, rule, ko, en in look(both[lang], lang):
                yield Problem(path, both[lang].line, both[lang].column + offset, rule, ko, en)


def bilinguals(library: Library) -> Iterator[tuple[str, Bilingual]]:
    """Every text that stands in both languages in data/, with its file."""
    for records in library.by_kind.values():
        for record in records.values():
            if not isinstance(record, Unit):
                path: str = record.path
                yield from ((path, text) for text in _within(record))
    for omission in library.omissions.values():
        yield from ((omission.path, text) for text in _within(omission))
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
