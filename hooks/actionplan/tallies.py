"""Numbers that pages show, computed from the records: `[](count:actions)` in prose.

It must not know how pages are written.
"""

from __future__ import annotations

from collections.abc import Callable

from .library import Library


def _relevance(value: str) -> Callable[[Library], int]:
    return lambda lib: sum(a.korea.relevance == value for a in lib.actions.values())


def _kind(value: str) -> Callable[[Library], int]:
    return lambda lib: sum(i.facts.kind == value for i in lib.impacts.values())


def _verdict(value: str) -> Callable[[Library], int]:
    return lambda lib: sum(c.verdict == value for c in lib.claims.values())


PILLARS = ("pillar-1", "pillar-2", "pillar-3")


def _sections_of(pillar: str) -> Callable[[Library], int]:
    return lambda lib: sum(s.pillar == pillar for s in lib.sections.values())


def _actions_of(pillar: str) -> Callable[[Library], int]:
    return lambda lib: sum(lib.sections[a.section].pillar == pillar for a in lib.actions.values())


TALLIES: dict[str, Callable[[Library], int]] = {
    "pillars": lambda lib: len(lib.pillars),
    "sections": lambda lib: len(lib.sections),
    "actions": lambda lib: len(lib.actions),
    **{f"{pillar}-sections": _sections_of(pillar) for pillar in PILLARS},
    **{f"{pillar}-actions": _actions_of(pillar) for pillar in PILLARS},
    "distinct-actions": lambda lib: sum(not a.duplicate_of for a in lib.actions.values()),
    "direct-actions": _relevance("direct"),
    "indirect-actions": _relevance("indirect"),
    "low-actions": _relevance("low"),
    "agencies": lambda lib: len(lib.agencies),
    "topics": lambda lib: len(lib.topics),
    "instruments": lambda lib: len(lib.instruments),
    "impacts": lambda lib: len(lib.impacts),
    "opportunities": _kind("opportunity"),
    "constraints": _kind("constraint"),
    "strategies": lambda lib: len(lib.strategies),
    "terms": lambda lib: len(lib.terms),
    "events": lambda lib: len(lib.events),
    "sources": lambda lib: len(lib.sources),
    "claims": lambda lib: len(lib.claims),
    "claims-supported": _verdict("supported"),
    "claims-simplified": _verdict("simplified"),
    "claims-differs": _verdict("differs"),
    "claims-own-reading": _verdict("own-reading"),
    "claims-other-source": _verdict("other-source"),
}
"""Every number by the name that a page writes."""
