"""The open data: nine tables, their columns, what each column means, and its value in every row.

The one place that says what is published; the JSON and CSV files, their JSON Schemas and the documentation
page are all made from it. A change here follows the rule of `SCHEMA_VERSION`. It must not know file formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, get_args, get_type_hints

from . import records
from .graph import Graph, impacts_of_action, strategies_of_impact
from .language import LANGS, Bilingual, Lang, both
from .plaintext import lead
from .records import Locus

SCHEMA_VERSION = "1.0.0"
"""Semantic version: a new column or table raises the second number; one that goes, the first."""

Value = str | int | list[str] | None
Type = Literal["string", "integer", "list"]


GLOSSARY_FILES = {
    "glossary.tbx": ("TBX", "application/x-tbx+xml"),
    "glossary.ttl": ("SKOS, Turtle", "text/turtle"),
    "glossary.jsonld": ("SKOS, JSON-LD", "application/ld+json"),
}
"""The glossary's other formats: name and media type by file."""


@dataclass(frozen=True)
class Column:
    """A column: its name, type and meaning, the values it allows, and how a row gets its value."""

    name: str
    type: Type
    meaning: Bilingual
    value: Callable[[Graph, Any], Value]
    allowed: tuple[str, ...] = ()
    optional: bool = False


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


NAMES: dict[Lang, Bilingual] = {"ko": both("한국어", "Korean"), "en": both("영어", "English")}


# ---- columns


def _field(name: str, ko: str, en: str, attr: str = "") -> Column:
    """A column that is a field of the record or of a unit's facts."""
    path = (attr or name).split(".")
    return Column(name, "string", both(ko, en), lambda _, record: _plain(_follow(record, path)))


def _follow(record: Any, path: Iterable[str]) -> Any:
    for part in path:
        record = getattr(record, part) if hasattr(record, part) else getattr(record.facts, part)
    return record


def _plain(value: Any) -> Value:
    if isinstance(value, tuple):
        return [_place(item) if isinstance(item, Locus) else str(item) for item in value]
    if isinstance(value, int):
        return int(value)
    return None if value is None else str(value)


def _place(locus: Locus) -> str:
    """`compute-controls, p. 21`; the page alone where nothing else is named."""
    named = locus.action or locus.section
    return f"{named}, p. {locus.page}" if named else f"p. {locus.page}"


def _whole(name: str, ko: str, en: str) -> Column:
    return replace(_field(name, ko, en), type="integer")


def _list(name: str, ko: str, en: str) -> Column:
    return replace(_field(name, ko, en), type="list")


def _choice(cls: type, name: str, ko: str, en: str, attr: str = "") -> Column:
    """A column with the values that the field's type allows in its class."""
    allowed = get_args(get_type_hints(cls)[(attr or name).split(".")[-1]])
    return replace(_field(name, ko, en, attr), allowed=allowed)


def _derived(name: str, ko: str, en: str, value: Callable[[Graph, Any], list[str]]) -> Column:
    """A column with ids that the graph knows."""
    return Column(name, "list", both(ko, en), value)


def _optional(*columns: Column) -> Iterator[Column]:
    """The columns, whose values may be missing."""
    return (replace(column, optional=True) for column in columns)


def _languages(
    name: str, ko: str, en: str, value: Callable[[Graph, Any, Lang], Value]
) -> Iterator[Column]:
    """Two columns, Korean and English."""
    for lang in LANGS:
        meaning = both(f"{ko} ({NAMES[lang].ko})", f"{en} ({NAMES[lang].en})")
        yield Column(f"{name}_{lang}", "string", meaning, partial(_in, value, lang))


def _in(value: Callable[[Graph, Any, Lang], Value], lang: Lang, graph: Graph, record: Any) -> Value:
    return value(graph, record, lang)


def _both(name: str, ko: str, en: str, attr: str = "") -> Iterator[Column]:
    """Two columns of a field that is in both languages."""
    path = (attr or name).split(".")

    def text(_: Graph, record: Any, lang: Lang) -> Value:
        found = _follow(record, path)
        return str(found[lang]) if found else None

    return _languages(name, ko, en, text)


def _words(name: str, ko: str, en: str, attr: str = "") -> Iterator[Column]:
    """Two columns of a list in a unit's pages."""
    found = _languages(name, ko, en, lambda _, unit, lang: _plain(getattr(unit[lang].words, attr or name)))  # fmt: skip
    return (replace(column, type="list") for column in found)


def _lead(name: str, ko: str, en: str) -> Iterator[Column]:
    """Two columns of the first paragraph of a unit's pages."""
    return _languages(name, ko, en, lambda graph, unit, lang: lead(graph.library, unit[lang]))


def _key(kind: str) -> Column:
    meaning = both("종류와 id. 전체에서 하나뿐이다", "kind and id; unique in all tables")
    return Column("key", "string", meaning, lambda _, record: f"{kind}:{record.id}")


ID = _field("id", "id", "id")
TITLE = tuple(_both("title", "제목", "title"))
SOURCES = _list("sources", "출처의 id", "ids of sources")
EVENTS = "관련 사건의 id", "ids of events that relate to it"


def _dataset(id: str, kind: str, ko: str, en: str, rows: Callable[[Graph], Iterable[Any]], *columns: Column) -> Dataset:  # fmt: skip
    return Dataset(id, kind, both(ko, en), rows, (_key(kind), ID, *columns))


ACTIONS = _dataset(
    "actions", "action", "권고 조치", "Recommended actions",
    lambda graph: graph.library.actions.values(),
    _field("section", "절의 id", "id of its section"),
    _field("pillar", "축의 id", "id of its pillar"),
    _whole("page", "계획에 인쇄된 쪽", "printed page of the plan"),
    *TITLE,
    *_both("summary", "요약", "summary"),
    _list("lead", "주도 기관의 약칭", "abbreviations of lead agencies"),
    _list("partners", "협력 기관의 약칭", "abbreviations of agencies it works with"),
    _list("mentions", "언급된 기관의 약칭", "abbreviations of agencies also named"),
    _list("topics", "주제의 id", "ids of topics"),
    _list("instruments", "수단의 id", "ids of instruments"),
    _choice(records.KoreaNote, "relevance", "한국 관련성(이 사이트의 분석)", "relevance to Korea, by our analysis", "korea.relevance"),
    *_optional(*_both("korea_note", "한국에 대한 설명(분석)", "note for Korea, an analysis", "korea.note")),
    *_optional(_field("duplicate_of", "같은 문장인 조치의 id", "id of the action with the same wording")),
    _derived("impacts", "이 조치에서 이어지는 영향의 id", "ids of impacts that it causes", lambda g, a: impacts_of_action(g, a.id)),
)  # fmt: skip

SECTIONS = _dataset(
    "sections", "section", "절", "Sections",
    lambda graph: graph.library.sections.values(),
    _field("pillar", "축의 id", "id of its pillar"),
    _whole("order", "축 안의 순서", "position in its pillar"),
    _whole("page", "계획에 인쇄된 쪽", "printed page of the plan"),
    *TITLE,
    *_both("rationale", "계획이 든 까닭의 요약", "the plan's reasons in brief"),
    _derived("actions", "절의 조치 id", "ids of its actions", lambda g, s: [str(a.id) for a in g.library.actions_of(s.id)]),
)  # fmt: skip

IMPACTS = _dataset(
    "impacts", "impact", "한국에 미치는 영향", "Impacts on Korea",
    lambda graph: graph.library.impacts.values(),
    *TITLE,
    *_lead("answer", "한 줄 답", "the answer in one paragraph"),
    _choice(records.ImpactFacts, "kind", "기회 또는 제약", "opportunity or constraint", "facts.kind"),
    _choice(records.ImpactFacts, "origin", "seed는 기사에서, added는 이 사이트에서", "seed: from the article; added: ours"),
    _field("domain", "분야", "field"),
    _list("actions", "원인이 되는 조치의 id", "ids of actions that cause it"),
    _list("sections", "관련된 절의 id", "ids of sections concerned"),
    _derived("strategies", "대응 전략의 id", "ids of strategies that answer it", lambda g, i: strategies_of_impact(g, i.id)),
    _derived("events", *EVENTS, lambda g, i: g.referring("impact", i.id, "event")),
)  # fmt: skip

STRATEGIES = _dataset(
    "strategies", "strategy", "대응 전략", "Strategies",
    lambda graph: graph.library.strategies.values(),
    *TITLE,
    *_lead("aim", "목표", "aim"),
    _choice(records.StrategyFacts, "horizon", "시기", "horizon"),
    _choice(records.StrategyFacts, "origin", "seed는 기사에서, added는 이 사이트에서", "seed: from the article; added: ours"),
    _list("addresses", "대응하는 영향의 id", "ids of impacts that it answers"),
    *_words("actors", "주체", "who would act"),
    *_words("means", "수단", "means", "instruments"),
    _derived("events", *EVENTS, lambda g, s: g.referring("strategy", s.id, "event")),
)  # fmt: skip

EVENTS_TABLE = _dataset(
    "events", "event", "사건", "Events",
    lambda graph: graph.library.events.values(),
    _field("date", "날짜(ISO 8601; 일이나 월이 없을 수 있다)", "date (ISO 8601; day or month may be missing)"),
    _choice(records.Event, "jurisdiction", "나라", "country"),
    *TITLE,
    *_both("summary", "요약", "summary"),
    _choice(records.Event, "confidence", "확인 수준", "how well it is confirmed"),
    *_optional(*_both("uncertain", "불확실한 점", "what is uncertain")),
    *_optional(*_both("disagreement", "자료가 엇갈리는 점", "where sources disagree")),
    _list("relates_to", "관련된 기록의 종류와 id", "kind and id of records it concerns"),
    SOURCES,
)  # fmt: skip

SOURCES_TABLE = _dataset(
    "sources", "source", "출처", "Sources",
    lambda graph: graph.library.sources.values(),
    _field("title", "제목(자료의 언어)", "title in its own language"),
    _field("publisher", "발표 기관", "publisher"),
    _field("date", "날짜(ISO 8601) 또는 n.d.", "date (ISO 8601) or n.d."),
    _field("url", "주소", "address"),
    _field("language", "언어 코드(ISO 639-1)", "language code (ISO 639-1)"),
    _choice(records.Source, "kind", "종류", "kind"),
    *_optional(_field("via", "확인 경로가 된 출처의 id", "id of the source through which it is known")),
    *_optional(*_both("note", "설명", "note")),
)  # fmt: skip

TERMS = _dataset(
    "terms", "term", "용어", "Terms",
    lambda graph: graph.library.terms.values(),
    *TITLE,
    *_lead("definition", "뜻풀이", "definition"),
    *_optional(_field("abbreviation", "약어", "abbreviation")),
    _field("kind", "종류", "kind", "facts.kind"),
    _field("category", "갈래", "category"),
    *_optional(_field("broader", "상위 용어의 id", "id of the broader term")),
    _list("related", "관련 용어의 id", "ids of related terms"),
    *_words("aliases", "다른 이름", "other names"),
    *_words("discouraged", "쓰지 않는 말", "names to avoid"),
    _list("plan", "계획에서 쓰인 곳", "where the plan uses it"),
    _list("plan_describes", "계획이 용어 없이 다룬 곳", "where the plan describes it without the term"),
    SOURCES,
)  # fmt: skip

CLAIMS = _dataset(
    "claims", "claim", "기사의 서술과 판정", "Statements of the article, checked",
    lambda graph: graph.library.claims.values(),
    _field("part", "기사의 부분", "part of the article"),
    *_both("statement", "서술(우리 말로 옮긴 것)", "the statement in our words"),
    _choice(records.Claim, "verdict", "판정", "finding"),
    *_optional(_field("aspect", "판정의 까닭", "what the finding turns on")),
    _list("plan", "계획의 위치", "where in the plan"),
    _list("compare", "견주어 볼 위치", "where to compare"),
    *_optional(*_both("difference", "차이", "difference")),
    *_optional(*_both("since", "그 뒤의 일", "what happened since")),
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

    return _languages(f"{kind}_title", f"{ko}의 제목", f"title of the {kind}", title)


TRACE = _dataset(
    "trace", "trace", "조치에서 전략까지의 연결", "From actions to strategies",
    _traces,
    _field("action", "조치의 id", "id of the action"),
    _field("impact", "영향의 id", "id of the impact"),
    _field("strategy", "전략의 id", "id of the strategy"),
    *_title_of("action", "조치"), *_title_of("impact", "영향"), *_title_of("strategy", "전략"),
)  # fmt: skip

DATASETS = (
    ACTIONS, SECTIONS, IMPACTS, STRATEGIES, EVENTS_TABLE, SOURCES_TABLE, TERMS, CLAIMS, TRACE,
)  # fmt: skip
"""Every table, in the order in which the documentation lists them."""
