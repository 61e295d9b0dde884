"""The open data: nine tables, their columns, what each column means, and its value in every row.

The one place that says what is published; the JSON and CSV files, their JSON Schemas and the documentation
page are all made from it. A change here follows the rule of `SCHEMA_VERSION`. It must not know file formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .. import article_records, page_records, records
from ..graph import Graph, impacts_of_action, strategies_of_impact
from ..language import Bilingual, Lang, both
from .columns import (
    Column,
    Value,
    choice,
    derived,
    in_both,
    key,
    languages,
    lead_of,
    optional,
    path,
    ref,
    refs,
    text,
    texts,
    whole,
    words_of,
)

SCHEMA_VERSION = "1.0.0"
"""Semantic version: a new column or table raises the second number; one that goes, the first."""

GLOSSARY_FILES = {
    "glossary.tbx": ("TBX", "application/x-tbx+xml"),
    "glossary-tbx2.tbx": ("TBX 2", "application/x-tbx+xml"),
    "glossary.ttl": ("SKOS, Turtle", "text/turtle"),
    "glossary.jsonld": ("SKOS, JSON-LD", "application/ld+json"),
}
"""The glossary's other formats: name and media type by file."""


@dataclass(frozen=True)
class Dataset:
    """A table. `kind` is that of its keys: `action:3.1.1`."""

    id: str
    kind: str
    title: Bilingual
    rows: Callable[[Graph], Iterable[Any]]
    columns: tuple[Column, ...]

    def table(self, graph: Graph) -> list[dict[str, Value]]:
        """Every row as values by column name."""
        return [
            {column.name: column.value(graph, row) for column in self.columns}
            for row in self.rows(graph)
        ]


TITLE = tuple(in_both("title", "제목", "title"))
SOURCES = refs("sources", "source", "출처", "sources")
EVENTS = "관련 사건", "events that relate to it"


def _dataset(id: str, kind: str, ko: str, en: str, rows: Callable[[Graph], Iterable[Any]], *columns: Column) -> Dataset:  # fmt: skip
    return Dataset(id, kind, both(ko, en), rows, (key(kind), *columns))


ACTIONS = _dataset(
    "actions", "action", "권고 조치", "Recommended actions",
    lambda graph: graph.library.actions.values(),
    path("action"),
    ref("section", "section", "절", "its section"),
    ref("pillar", "pillar", "축", "its pillar"),
    whole("page", "계획에 인쇄된 쪽", "printed page of the plan"),
    *TITLE,
    *in_both("summary", "요약", "summary"),
    texts("lead", "주도 기관의 약칭", "abbreviations of lead agencies"),
    texts("partners", "협력 기관의 약칭", "abbreviations of agencies it works with"),
    texts("mentions", "언급된 기관의 약칭", "abbreviations of agencies also named"),
    texts("topics", "주제의 id", "ids of topics"),
    texts("instruments", "수단의 id", "ids of instruments"),
    choice(records.KoreaNote, "relevance", "한국 관련성(이 사이트의 분석)", "relevance to Korea, by our analysis", "korea.relevance"),
    *optional(*in_both("korea_note", "한국에 대한 설명(분석)", "note for Korea, an analysis", "korea.note")),
    *optional(ref("duplicate_of", "action", "같은 문장인 조치", "the action with the same wording")),
    derived("impacts", "impact", "이 조치에서 이어지는 영향", "impacts that it causes", lambda g, a: impacts_of_action(g, a.id)),
)  # fmt: skip

SECTIONS = _dataset(
    "sections", "section", "절", "Sections",
    lambda graph: graph.library.sections.values(),
    path("section"),
    ref("pillar", "pillar", "축", "its pillar"),
    whole("order", "축 안의 순서", "position in its pillar"),
    whole("page", "계획에 인쇄된 쪽", "printed page of the plan"),
    *TITLE,
    *in_both("rationale", "계획이 든 까닭의 요약", "the plan's reasons in brief"),
    derived("actions", "action", "절의 조치", "its actions", lambda g, s: [a.id for a in g.library.actions_of(s.id)]),
)  # fmt: skip

IMPACTS = _dataset(
    "impacts", "impact", "한국에 미치는 영향", "Impacts on Korea",
    lambda graph: graph.library.impacts.values(),
    path("impact"),
    *TITLE,
    *lead_of("answer", "한 줄 답", "the answer in one paragraph"),
    choice(page_records.ImpactFacts, "kind", "기회 또는 제약", "opportunity or constraint", "facts.kind"),
    choice(page_records.ImpactFacts, "origin", "seed는 기사에서, added는 이 사이트에서", "seed: from the article; added: ours"),
    text("domain", "분야", "field"),
    refs("actions", "action", "원인이 되는 조치", "actions that cause it"),
    refs("sections", "section", "관련된 절", "sections concerned"),
    derived("strategies", "strategy", "대응 전략", "strategies that answer it", lambda g, i: strategies_of_impact(g, i.id)),
    derived("events", "event", *EVENTS, lambda g, i: g.referring("impact", i.id, "event")),
)  # fmt: skip

STRATEGIES = _dataset(
    "strategies", "strategy", "대응 전략", "Strategies",
    lambda graph: graph.library.strategies.values(),
    path("strategy"),
    *TITLE,
    *lead_of("aim", "목표", "aim"),
    choice(page_records.StrategyFacts, "horizon", "시기", "horizon"),
    choice(page_records.StrategyFacts, "origin", "seed는 기사에서, added는 이 사이트에서", "seed: from the article; added: ours"),
    refs("addresses", "impact", "대응하는 영향", "impacts that it answers"),
    *words_of("actors", "주체", "who would act"),
    *words_of("means", "수단", "means", "instruments"),
    derived("events", "event", *EVENTS, lambda g, s: g.referring("strategy", s.id, "event")),
)  # fmt: skip

EVENTS_TABLE = _dataset(
    "events", "event", "사건", "Events",
    lambda graph: graph.library.events.values(),
    path("event"),
    text("date", "날짜(ISO 8601; 일이나 월이 없을 수 있다)", "date (ISO 8601; day or month may be missing)"),
    choice(records.Event, "jurisdiction", "나라", "country"),
    *TITLE,
    *in_both("summary", "요약", "summary"),
    choice(records.Event, "confidence", "확인 수준", "how well it is confirmed"),
    *optional(*in_both("uncertain", "불확실한 점", "what is uncertain")),
    *optional(*in_both("disagreement", "자료가 엇갈리는 점", "where sources disagree")),
    texts("relates_to", "관련된 기록", "records that it concerns"),
    SOURCES,
)  # fmt: skip

SOURCES_TABLE = _dataset(
    "sources", "source", "출처", "Sources",
    lambda graph: graph.library.sources.values(),
    path("source"),
    text("title", "제목(자료의 언어)", "title in its own language"),
    text("publisher", "발표 기관", "publisher"),
    text("date", "날짜(ISO 8601) 또는 n.d.", "date (ISO 8601) or n.d."),
    text("url", "주소", "address"),
    text("language", "언어 코드(ISO 639-1)", "language code (ISO 639-1)"),
    choice(records.Source, "kind", "종류", "kind"),
    *optional(ref("via", "source", "확인 경로가 된 출처", "the source through which it is known")),
    *optional(*in_both("note", "설명", "note")),
)  # fmt: skip

TERMS = _dataset(
    "terms", "term", "용어", "Terms",
    lambda graph: graph.library.terms.values(),
    path("term"),
    *TITLE,
    *lead_of("definition", "뜻풀이", "definition"),
    *optional(text("abbreviation", "약어", "abbreviation")),
    text("kind", "종류", "kind", "facts.kind"),
    text("category", "갈래", "category"),
    *optional(ref("broader", "term", "상위 용어", "the broader term")),
    refs("related", "term", "관련 용어", "related terms"),
    *words_of("aliases", "다른 이름", "other names"),
    *words_of("discouraged", "쓰지 않는 말", "names to avoid"),
    texts("plan", "계획에서 쓰인 곳", "where the plan uses it"),
    texts("plan_describes", "계획이 용어 없이 다룬 곳", "where the plan describes it without the term"),
    SOURCES,
)  # fmt: skip

CLAIMS = _dataset(
    "claims", "claim", "기사의 서술과 판정", "Statements of the article, checked",
    lambda graph: graph.library.claims.values(),
    path("claim"),
    text("part", "기사의 부분", "part of the article"),
    *in_both("statement", "서술(우리 말로 옮긴 것)", "the statement in our words"),
    choice(article_records.Claim, "verdict", "판정", "finding"),
    *optional(text("aspect", "판정의 까닭", "what the finding turns on")),
    texts("plan", "계획의 위치", "where in the plan"),
    texts("compare", "견주어 볼 위치", "where to compare"),
    *optional(*in_both("difference", "차이", "difference")),
    *optional(*in_both("since", "그 뒤의 일", "what happened since")),
    SOURCES,
)  # fmt: skip


@dataclass(frozen=True)
class Trace:
    """One way from an action over an impact to a strategy."""

    action: str
    impact: str
    strategy: str

    @property
    def id(self) -> str:
        """The three ids in one."""
        return f"{self.action}/{self.impact}/{self.strategy}"


def _traces(graph: Graph) -> Iterator[Trace]:
    for impact in graph.library.impacts.values():
        for action in impact.facts.actions:
            for strategy in strategies_of_impact(graph, impact.id):
                yield Trace(str(action), impact.id, strategy)


def _title_of(kind: str, ko: str) -> Iterator[Column]:
    def title(graph: Graph, trace: Trace, lang: Lang) -> Value:
        return str(graph.library.title(kind, getattr(trace, kind))[lang])

    return languages(f"{kind}_title", f"{ko}의 제목", f"title of the {kind}", title)


TRACE = _dataset(
    "trace", "trace", "조치에서 전략까지의 연결", "From actions to strategies",
    _traces,
    ref("action", "action", "조치", "the action"),
    ref("impact", "impact", "영향", "the impact"),
    ref("strategy", "strategy", "전략", "the strategy"),
    *_title_of("action", "조치"), *_title_of("impact", "영향"), *_title_of("strategy", "전략"),
)  # fmt: skip

DATASETS = (
    ACTIONS, SECTIONS, IMPACTS, STRATEGIES, EVENTS_TABLE, SOURCES_TABLE, TERMS, CLAIMS, TRACE,
)  # fmt: skip
"""Every table, in the order in which the documentation lists them."""
