"""What pages say of themselves in their front matter, as records: the words of one language, and the facts.

Facts are neutral and stand in the Korean file only. The records of data/ are in `records` and
`article_records`; how a page is found and read is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from .language import Text
from .records import Locus, Slug, Sources
from .schema import Matches, To

Fingerprint = Annotated[
    Text, Matches(r"[0-9a-f]{8}", "0-9와 a-f 여덟 자리", "eight characters of 0-9 and a-f")
]


@dataclass(frozen=True)
class PageWords:
    """What every page says of itself in its own language.

    `twin` is the fingerprint of the other language's page to which this one was matched.
    """

    title: Text
    twin: Fingerprint
    description: Text | None = None


@dataclass(frozen=True)
class TermWords(PageWords):
    """A term's names: `aliases` are shown; `hidden` and `keywords` serve search only."""

    aliases: tuple[Text, ...] = ()
    hidden: tuple[Text, ...] = ()
    keywords: tuple[Text, ...] = ()
    discouraged: tuple[Text, ...] = ()
    autolink: bool = True


@dataclass(frozen=True)
class SearchWords(PageWords):
    """A page that search finds by more words than its title."""

    keywords: tuple[Text, ...] = ()


@dataclass(frozen=True)
class StrategyWords(SearchWords):
    """Who would act, and by what means."""

    actors: tuple[Text, ...] = ()
    instruments: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Nothing:
    """Neutral fields of a page that has none."""


@dataclass(frozen=True)
class TermFacts:
    """What is true of a term in both languages."""

    kind: Annotated[Text, To(("term-kind",))]
    category: Annotated[Text, To(("category",))]
    abbreviation: Text | None = None
    broader: Annotated[Text, To(("term",))] | None = None
    related: tuple[Annotated[Text, To(("term",))], ...] = ()
    plan: tuple[Locus, ...] = ()
    plan_describes: tuple[Locus, ...] = ()
    sources: Sources = ()


ImpactKind = Literal["opportunity", "constraint"]
IMPACT_KINDS: tuple[str, ...] = get_args(ImpactKind)
Horizon = Literal["short", "mid-long", "multilateral", "cross-cutting"]
HORIZONS: tuple[str, ...] = get_args(Horizon)


@dataclass(frozen=True)
class ImpactFacts:
    """How the plan bears on Korea in one field, and which actions cause it."""

    kind: ImpactKind
    origin: Literal["seed", "added"]
    domain: Slug
    actions: tuple[Annotated[Text, To(("action",))], ...] = ()
    sections: tuple[Annotated[Text, To(("section",))], ...] = ()


@dataclass(frozen=True)
class StrategyFacts:
    """When a strategy applies and which impacts it answers."""

    horizon: Horizon
    origin: Literal["seed", "added"]
    addresses: tuple[Annotated[Text, To(("impact",))], ...] = ()
