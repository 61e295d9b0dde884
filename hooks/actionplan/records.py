"""The records of data/ as frozen dataclasses; their fields are the schema of its files.

One class for each kind of thing in the content model (design: content model). Those of the source
article are in `article_records`, what pages say of themselves in `page_records`. Fields carry their checks in
their types: `To("action")` marks a relation, from which references are checked and reverse links are made. This
module must not know how files are read or where pages are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from .language import Bilingual, Lang, Text, Whole
from .schema import SLUG, Between, IsDate, Matches, To

LAST_TEXT_PAGE = 23
"""Printed page on which the plan's text ends."""
PDF_SHIFT = 3
"""PDF page = printed page + 3 (the cover and two pages numbered i and ii come first)."""

Slug = Annotated[Text, SLUG]
Date = Annotated[Text, IsDate()]
Day = Annotated[
    Text, Matches(r"\d{4}-\d\d-\d\d", "2026-11-22 같은 날짜", "a day as 2026-11-22"), IsDate()
]
PlanPage = Annotated[Whole, Between(1, LAST_TEXT_PAGE)]
ActionId = Annotated[
    Text,
    Matches(r"[1-3]\.\d{1,2}\.\d{1,2}", "3.1.1처럼 축.절.순번", "pillar.section.number as 3.1.1"),
]
Agencies = tuple[Annotated[Text, To(("agency",))], ...]
Sources = tuple[Annotated[Text, To(("source",))], ...]


@dataclass(frozen=True)
class Person:
    """Somebody who signed the plan."""

    name: Text
    role: Bilingual


@dataclass(frozen=True)
class Counts:
    """How many parts the plan has; assertions that the build compares with the records."""

    pillars: Whole
    sections: Whole
    actions: Whole
    distinct_actions: Whole
    sections_by_pillar: tuple[Whole, ...]
    actions_by_pillar: tuple[Whole, ...]
    first_action_page: Whole
    actions_by_page: tuple[Whole, ...]


@dataclass(frozen=True)
class Plan:
    """The document that the site is about."""

    title: Bilingual
    short_title: Bilingual
    published: Date
    published_note: Bilingual
    publisher: Bilingual
    url: Text
    pages: Whole
    last_text_page: Whole
    page_rule: Bilingual
    signatories: tuple[Person, ...]
    mandate: Bilingual
    legal_nature: Bilingual
    counts: Counts
    counts_note: Bilingual
    as_of: Date


@dataclass(frozen=True)
class Pillar:
    """One of the plan's three pillars. `page` is the printed page of its heading."""

    path: str
    id: Slug
    number: Whole
    title: Bilingual
    page: PlanPage


@dataclass(frozen=True)
class Section:
    """One of the plan's thirty sections; `order` counts within its pillar."""

    path: str
    id: Slug
    pillar: Annotated[Text, To(("pillar",))]
    order: Whole
    title: Bilingual
    page: PlanPage
    rationale: Bilingual


@dataclass(frozen=True)
class Agency:
    """A US federal body; its id is the abbreviation that the plan uses."""

    path: str
    id: Annotated[Text, Matches(r"[A-Z][A-Za-z0-9-]*", "기관 약칭", "an agency's abbreviation")]
    name: Bilingual
    parent: Annotated[Text, To(("agency",))] | None = None


@dataclass(frozen=True)
class Topic:
    """A subject of actions, for filters."""

    path: str
    id: Slug
    name: Bilingual


@dataclass(frozen=True)
class Instrument:
    """A law, order, program or document that the plan's actions name."""

    path: str
    id: Slug
    name: Bilingual
    kind: Literal[
        "statute", "executive-order", "rules", "framework",
        "program", "document", "procedure", "authority",
    ]  # fmt: skip
    cite: Text | None = None


Relevance = Literal["direct", "indirect", "low"]


@dataclass(frozen=True)
class KoreaNote:
    """Our own reading of how an action could reach Korea."""

    relevance: Relevance
    note: Bilingual | None = None


class InBoth:
    """A record with a list in each language."""

    ko: tuple[Text, ...]
    en: tuple[Text, ...]

    def __getitem__(self, code: Lang) -> tuple[Text, ...]:
        """The list in a language."""
        return self.ko if code == "ko" else self.en


@dataclass(frozen=True)
class Keywords(InBoth):
    """Words by which readers search for a record, beyond its title; shown nowhere."""

    ko: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Action:
    """One recommended policy action; `page` is the printed page on which it stands."""

    path: str
    id: ActionId
    section: Annotated[Text, To(("section",))]
    page: PlanPage
    lead: Agencies
    partners: Agencies
    title: Bilingual
    summary: Bilingual
    korea: KoreaNote
    topics: tuple[Annotated[Text, To(("topic",))], ...]
    instruments: tuple[Annotated[Text, To(("instrument",))], ...] = ()
    mentions: Agencies = ()
    source_note: Bilingual | None = None
    keywords: Keywords | None = None
    duplicate_of: Annotated[Text, To(("action",))] | None = None

    @property
    def number(self) -> tuple[int, ...]:
        """The parts of the id, for sorting."""
        return tuple(int(part) for part in self.id.split("."))

    @property
    def pillar(self) -> str:
        """Id of the pillar, which is the id's first part."""
        return f"pillar-{self.id[0]}"

    @property
    def anchor(self) -> str:
        """Fragment on the section's page, in both languages."""
        return "a-" + self.id.replace(".", "-")


@dataclass(frozen=True)
class Source:
    """A document that the site cites. `via`: the source through which it is known."""

    path: str
    id: Slug
    title: Text
    publisher: Text
    date: Annotated[Text, IsDate(unknown=True)]
    url: Annotated[
        Text, Matches(r"https?://\S+", "https://로 시작하는 주소", "an address with https://")
    ]
    language: Literal["ko", "en", "ja", "zh", "fr", "de"]
    kind: Literal["primary-us", "primary-kr", "primary-intl", "law", "analysis", "news", "article"]
    via: Annotated[Text, To(("source",))] | None = None
    note: Bilingual | None = None


@dataclass(frozen=True)
class Event:
    """Something dated that happened before or after the plan."""

    path: str
    id: Slug
    date: Date
    jurisdiction: Literal["us", "kr", "kr-us", "intl"]
    title: Bilingual
    summary: Bilingual
    relates_to: tuple[Annotated[Text, To(("section", "impact", "strategy", "term", "*"))], ...]
    sources: Sources
    confidence: Literal["primary", "two-sources", "one-source"]
    uncertain: Bilingual | None = None
    disagreement: Bilingual | None = None


@dataclass(frozen=True)
class Locus:
    """A place in the plan: a printed page, and the section or action where one is meant."""

    page: PlanPage
    section: Annotated[Text, To(("section", "pillar", "introduction"))] | None = None
    action: Annotated[Text, To(("action",))] | None = None


@dataclass(frozen=True)
class Category:
    """A field of knowledge to which glossary terms belong."""

    path: str
    id: Slug
    name: Bilingual


@dataclass(frozen=True)
class TermKind:
    """What a glossary term names: a concept, a body, a law …"""

    path: str
    id: Slug
    name: Bilingual


@dataclass(frozen=True)
class Ambiguous:
    """A spelling that more than one term claims, the best answer first."""

    path: str
    alias: Text
    lang: Literal["ko", "en"]
    ids: tuple[Annotated[Text, To(("term",))], ...]
    note: Bilingual


@dataclass(frozen=True)
class Concept(InBoth):
    """Words that search takes together, in each language: of the same meaning, or of no meaning of their own."""

    path: str
    id: Slug
    ko: tuple[Text, ...]
    en: tuple[Text, ...]


@dataclass(frozen=True)
class Change:
    """A dated change of the content: a note for readers, or `minor` where no meaning changed.

    `pages` are names of pages (`plan/red-tape`); none means the whole site.
    """

    path: str
    id: Slug
    date: Day
    pages: tuple[Text, ...] = ()
    note: Bilingual | None = None
    minor: bool = False


@dataclass(frozen=True)
class Figure:
    """A measured number of the scorecard, and of how many things it was taken."""

    path: str
    id: Slug
    value: Annotated[Text, Matches(r"\d+(\.\d+)?", "수", "a number")]
    of: Whole | None = None
