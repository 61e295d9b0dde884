"""Who refers to whom: every relation of the records, both ways.

Edges come from the fields that are marked as relations, from typed links and links between pages, from
citations, and from the terms that pages mention. Reverse links ("cited by", "addressed by") are read from
here and never written by hand. It must not know how links look.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from . import schema, urls
from .language import DEFAULT_LANG
from .library import Library, Page, Unit
from .mentions import Lexicon

Key = tuple[str, str]
"""Kind and id of a record."""

MENTIONING = frozenset({"impact", "strategy", "section", "pillar"})
"""Kinds of pages that count as using a term that they mention; terms mention each other too often."""


@dataclass(frozen=True)
class Edge:
    """`source` refers to `target` by a field (`actions`), a link (`link`) or a citation (`cites`)."""

    source: Key
    target: Key
    by: str


class Graph:
    """The relations of a library; made once, then only read."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @cached_property
    def edges(self) -> frozenset[Edge]:
        """All relations between records that exist."""
        found = set(self._field_edges()) | set(self._page_edges())
        by_kind = self.library.by_kind
        return frozenset(
            edge
            for edge in found
            if edge.source != edge.target
            and edge.source in self._order
            and edge.target[1] in by_kind.get(edge.target[0], {})
        )

    @cached_property
    def _backward(self) -> dict[Key, list[Edge]]:
        backward: dict[Key, list[Edge]] = {}
        for edge in sorted(self.edges, key=lambda edge: self._order[edge.source]):
            backward.setdefault(edge.target, []).append(edge)
        return backward

    @cached_property
    def _order(self) -> dict[Key, int]:
        """Position of every record, for stable lists: kinds and records in the order of the files."""
        keys = [(kind, id) for kind, records in self.library.by_kind.items() for id in records]
        keys += [("page", name) for _, name in self.library.pages]
        return {key: number for number, key in enumerate(keys)}

    def referring(self, kind: str, id: str, of: str, by: str | None = None) -> list[str]:
        """Ids of the records of kind `of` that refer to a record (by the named field only)."""
        edges = self._backward.get((kind, id), [])
        ids = [e.source[1] for e in edges if e.source[0] == of and by in (None, e.by)]
        return list(dict.fromkeys(ids))

    def _field_edges(self) -> Iterator[Edge]:
        for kind, records in self.library.by_kind.items():
            for id, record in records.items():
                facts = record.facts if isinstance(record, Unit) else record
                for name, kinds, text in schema.references(facts):
                    target = self.library.resolve(kinds, text)
                    if target:
                        yield Edge((kind, id), target, name)

    def _page_edges(self) -> Iterator[Edge]:
        lexicon = Lexicon(self.library, DEFAULT_LANG)
        for page in self.library.pages.values():
            source = (page.kind, page.id)
            if page.kind in MENTIONING and page.lang == DEFAULT_LANG:
                for mention in lexicon.find(page.outline.masked):
                    yield Edge(source, ("term", mention.name.term), "mentions")
            for link in page.outline.links:
                target = link.typed or linked_unit(page, link.target)
                if target:
                    yield Edge(source, target, "link")
            for citation in page.outline.citations:
                for work in citation.works:
                    if work:
                        yield Edge(source, ("source", work.source), "cites")


def linked_unit(page: Page, target: str) -> Key | None:
    """The unit behind a relative link from a page, None for any other target."""
    path, _, _ = target.partition("#")
    if not path.endswith(".md") or ":" in path:
        return None
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))
    kind, id = urls.kind_of_page(name.removesuffix(".md"))
    return None if kind == "page" else (kind, id)


@lru_cache(maxsize=1)
def graph_of(library: Library) -> Graph:
    """The relations of a library, made once for all who ask."""
    return Graph(library)


def impacts_of_action(graph: Graph, action: str) -> list[str]:
    """Impacts that an action causes."""
    return graph.referring("action", action, "impact", "actions")


def strategies_of_impact(graph: Graph, impact: str) -> list[str]:
    """Strategies that answer an impact."""
    return graph.referring("impact", impact, "strategy", "addresses")


def attribute(record: Any, name: str) -> Any:
    """A field of a record or of a unit's facts, None where it has none."""
    return getattr(record.facts if isinstance(record, Unit) else record, name, None)
