"""All content side by side: every record, every page, and the pairs of pages that make a unit.

Where things are found once they have been read; `reading` fills a library. This module must not know
files' formats or rules about relations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from . import text, urls
from .article_records import Claim, Omission, Part
from .frontmatter import Node
from .language import Bilingual, Lang, Text
from .memory import Remembering
from .outline import Outline
from .problem import Problem
from .records import (
    Action,
    Agency,
    Ambiguous,
    Category,
    Change,
    Concept,
    Event,
    Figure,
    Instrument,
    Pillar,
    Plan,
    Section,
    Source,
    TermKind,
    Topic,
)
from .tree import Entry


@dataclass(frozen=True)
class Page(Remembering):
    """One Markdown file: its words and facts (facts in the Korean file only) and its body."""

    path: str
    lang: Lang
    name: str
    kind: str
    id: str
    words: Any
    facts: Any
    outline: Outline

    @property
    def title(self) -> Text:
        title: Text = self.words.title
        return title

    @property
    def lead(self) -> str:
        """The first paragraph, as written."""
        return self.outline.lead


@dataclass(frozen=True)
class Unit:
    """A term, impact or strategy: a pair of pages with the facts of the Korean one."""

    kind: str
    id: str
    facts: Any
    ko: Page
    en: Page

    def __getitem__(self, lang: Lang) -> Page:
        return self.ko if lang == "ko" else self.en

    @property
    def path(self) -> str:
        """File that holds the facts."""
        return self.ko.path

    @cached_property
    def title(self) -> Bilingual:
        return Bilingual(self.ko.title, self.en.title)


@dataclass(eq=False)
class Library:
    """All content. Records stand in dictionaries by id, in the order of their files.

    `broken` holds ids of records and pages that could not be read, `unread` kinds of records whose
    file could not be read at all. `trees` are the values of the data files that hold sound YAML.
    """

    root: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    texts: dict[str, text.Source] = field(default_factory=dict)
    trees: dict[str, Node] = field(default_factory=dict)
    plan: Plan | None = None
    pillars: dict[str, Pillar] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    omissions: dict[str, Omission] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    term_kinds: dict[str, TermKind] = field(default_factory=dict)
    ambiguous: list[Ambiguous] = field(default_factory=list)
    concepts: dict[str, Concept] = field(default_factory=dict)
    asides: dict[str, Concept] = field(default_factory=dict)
    changes: dict[str, Change] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    pages: dict[tuple[Lang, str], Page] = field(default_factory=dict)
    terms: dict[str, Unit] = field(default_factory=dict)
    impacts: dict[str, Unit] = field(default_factory=dict)
    strategies: dict[str, Unit] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def by_kind(self) -> dict[str, dict[str, Any]]:
        """The dictionaries of records by the name of their kind."""
        return {
            "pillar": self.pillars, "section": self.sections, "action": self.actions,
            "agency": self.agencies, "topic": self.topics, "instrument": self.instruments,
            "source": self.sources, "event": self.events, "part": self.parts,
            "claim": self.claims, "category": self.categories, "term-kind": self.term_kinds,
            "term": self.terms, "impact": self.impacts, "strategy": self.strategies,
        }  # fmt: skip

    @cached_property
    def unsound(self) -> frozenset[str]:
        """Paths of the files in which reading found a problem."""
        return frozenset(problem.path for problem in self.problems)

    @property
    def whole(self) -> bool:
        """Whether everything could be read; rules that count or cover speak only then."""
        return not (self.broken or self.unread or self.plan is None)

    def excused(self, kinds: tuple[str, ...], id: str) -> bool:
        """Whether an unknown reference is only the echo of a record or file that could not be read."""
        return id in self.broken or not self.unread.isdisjoint(kinds)

    @property
    def document(self) -> Plan:
        """The plan's own record. Raises ValueError where data/plan.yml could not be read."""
        if self.plan is None:
            raise ValueError("data/plan.yml has no readable 'document'")
        return self.plan

    def changes_of(self, name: str) -> list[Change]:
        """What has changed on a page, newest first; changes of the whole site are among them."""
        return [c for c in self.changes.values() if not c.pages or name in c.pages]

    def changed_on(self, name: str) -> str:
        """The day on which a page last changed. Raises IndexError where no change names it."""
        return self.changes_of(name)[0].date

    def actions_of(self, section: str) -> list[Action]:
        """Actions of a section in the plan's order."""
        return [action for action in self.actions.values() if action.section == section]

    def sections_of(self, pillar: str) -> list[Section]:
        """Sections of a pillar in the plan's order."""
        found = [section for section in self.sections.values() if section.pillar == pillar]
        return sorted(found, key=lambda section: section.order)

    def resolve(self, kinds: tuple[str, ...], text: str) -> tuple[str, str] | None:
        """The kind and id that a relation's text names, None where no such record exists.

        `kinds` are those of `schema.To`; with `*` the text is `kind:id`.
        """
        if "*" in kinds:
            kind, _, id = text.partition(":")
            return (kind, id) if kind in kinds and id in self.by_kind[kind] else None
        return next(
            ((kind, str(text)) for kind in kinds if text in self.by_kind.get(kind, {})), None
        )

    def title(self, kind: str, id: str) -> Bilingual:
        """Title or name of a record. Raises KeyError where there is none."""
        record = self.by_kind[kind][id]
        if isinstance(record, Source):
            return Bilingual(record.title, record.title)
        if isinstance(record, Claim):
            return record.statement
        named: Bilingual = getattr(record, "title", None) or record.name
        return named

    def target(self, kind: str, id: str) -> urls.Target:
        """Page and fragment of a record. Raises KeyError where there is none."""
        record = self.by_kind[kind][id]
        if isinstance(record, Action):
            return urls.Target(urls.page_of("section", record.section), record.anchor)
        page = urls.PAGES_OF_RECORDS.get(kind)
        return urls.Target(page, id) if page else urls.Target(urls.page_of(kind, id))
