"""Rules about completeness: what must be caused, answered, reached, sourced, used, and written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..graph import Graph, graph_of, impacts_of_action, strategies_of_impact
from ..language import LANGS, Lang
from ..library import Library, Page, Unit
from ..problem import Problem
from ..records import Event
from ..twins import twin
from ..urls import page_of, source_path
from .finding import at, in_record, named
from .headings import hides_headings

REQUIRED: dict[str, tuple[str, ...]] = {
    "term": ("why",),
    "impact": ("channel", "fact", "analysis", "affected", "watch"),
    "strategy": ("steps", "done"),
}
"""Headings that every page of a kind has, by their ids."""
EVENT_ENDS = ("section", "impact", "term")
"""Kinds of records to which every event leads, so that a reader meets it from each side."""
FACTS = {"impact": "fact", "strategy": "done"}
"""The section that says what has happened."""


def caused_and_answered(library: Library) -> Iterator[Problem]:
    """Every impact is caused and answered, and an impact reaches every action of direct relevance."""
    if not library.whole:
        return
    idle = [*_uncaused(library)]
    yield from idle or _unreached(library, graph_of(library))


def _uncaused(library: Library) -> Iterator[Problem]:
    """Units whose own list of relations is empty."""
    for impact in library.impacts.values():
        if not impact.facts.actions and not impact.facts.sections:
            yield _uncovered(
                impact,
                "이 영향의 원인이 없습니다. ‘actions’에 조치 id를 적으세요.",
                "nothing causes this impact; name actions in 'actions'",
            )
    for strategy in library.strategies.values():
        if not strategy.facts.addresses:
            yield _uncovered(
                strategy,
                "이 전략이 대응하는 영향이 없습니다. ‘addresses’에 영향 id를 적으세요.",
                "this strategy answers no impact; name impacts in 'addresses'",
            )


def _unreached(library: Library, graph: Graph) -> Iterator[Problem]:
    """Units to which no relation leads."""
    for impact in library.impacts.values():
        if not strategies_of_impact(graph, impact.id):
            yield _uncovered(
                impact,
                "이 영향에 대응하는 전략이 없습니다. 전략의 ‘addresses’에 더하세요.",
                "no strategy answers this impact; add it to a strategy's 'addresses'",
            )
    for action in library.actions.values():
        reached = impacts_of_action(graph, action.id)
        if action.korea.relevance == "direct" and not reached:
            yield in_record(action, action.id, "coverage", f"한국에 직접 관련된 조치 {action.id}에서 이어지는 영향이 없습니다. 영향의 ‘actions’에 더하세요.",
                            f"no impact comes from {action.id}, which is of direct relevance; add it to an impact's 'actions'")  # fmt: skip


def _uncovered(unit: Unit, ko: str, en: str) -> Problem:
    return Problem(unit.path, 1, 1, "coverage", ko, en)


def events_related(library: Library) -> Iterator[Problem]:
    """Every event leads to a section of the plan, an impact on Korea and a term."""
    for event in library.events.values():
        ends = {reference.split(":")[0] for reference in event.relates_to}
        missing = [kind for kind in EVENT_ENDS if kind not in ends]
        if missing:
            yield in_record(
                event,
                event.id,
                "event-links",
                f"사건 ‘{event.id}’의 ‘relates_to’에 {', '.join(missing)} 연결이 없습니다. 관련된 것의 id를 더하세요.",
                f"the event '{event.id}' leads to no {' and no '.join(missing)}; add the ids that it concerns to 'relates_to'",
            )


def source_unused(library: Library) -> Iterator[Problem]:
    """Every source is cited or named somewhere."""
    if not library.whole:
        return
    used = {edge.target[1] for edge in graph_of(library).edges if edge.target[0] == "source"}
    used |= {
        id for omission in library.omissions.values() for id in getattr(omission, "sources", ())
    }
    for source in library.sources.values():
        if source.id not in used:
            yield in_record(
                source,
                source.id,
                "source-unused",
                f"출처 {named(source.id, '을')} 인용한 곳이 없습니다. 인용하거나 지우세요.",
                f"nothing cites the source '{source.id}'; cite or delete it",
            )


def source_double(library: Library) -> Iterator[Problem]:
    """A document is one source: no two have the same address."""
    seen: dict[str, str] = {}
    for source in library.sources.values():
        key = source.url.split("://")[-1].rstrip("/").lower()
        if key in seen:
            yield in_record(
                source,
                source.url,
                "source-double",
                f"출처 {named(seen[key], '과')} 주소가 같습니다. 하나로 합치세요.",
                f"the same address as source '{seen[key]}'; make them one",
            )
        seen.setdefault(key, str(source.id))


def sourced(library: Library) -> Iterator[Problem]:
    """Every event has a source, and so has every paragraph and item that states facts."""
    for event in library.events.values():
        if not event.sources:
            yield in_record(
                event,
                event.id,
                "fact-source",
                f"사건 ‘{event.id}’에 출처가 없습니다. ‘sources’에 적으세요.",
                f"the event '{event.id}' has no source; name one in 'sources'",
            )
    for page in library.pages.values():
        if page.kind in FACTS:
            yield from _unsourced(page, FACTS[page.kind])


def events(library: Library) -> Iterator[Problem]:
    """Events stand in the order of their dates, and what two sources say has two sources."""
    before: Event | None = None
    for event in library.events.values():
        if event.confidence == "two-sources" and len(event.sources) == 1:
            yield in_record(event, event.id, "event-confidence", "‘two-sources’인데 출처가 하나입니다. 출처를 더하거나 one-source로 고치세요.",
                            "'two-sources' with one source; add another or write one-source")  # fmt: skip
        if before and _later(before, event):
            yield in_record(event, event.date, "event-order", f"{event.date} 사건이 {before.date} 사건 뒤에 있습니다. 날짜의 자리로 옮기거나 날짜를 고치세요.",
                            f"an event of {event.date} stands after one of {before.date}; move it or correct the date")  # fmt: skip
        else:
            before = event


def _later(one: Event, other: Event) -> bool:
    """Whether an event is surely later than another; a month alone may be any of its days."""
    known = min(len(str(one.date)), len(str(other.date)))
    return str(one.date)[:known] > str(other.date)[:known]


def _unsourced(page: Page, id: str) -> Iterator[Problem]:
    headings = page.outline.headings
    first = next((n for n, h in enumerate(headings) if h.id == id), None)
    if first is None:
        return
    start = headings[first].place.end
    end = next((h.place.start for h in headings[first + 1 :]), len(page.outline.body))
    cited = [c.place.start for c in page.outline.citations]
    cited += [
        link.place.start
        for link in page.outline.links
        if link.typed and link.typed[0] in ("event", "source")
    ]
    for passage in page.outline.passages:
        where = passage.place
        if (
            passage.kind in ("text", "item")
            and start <= where.start < end
            and passage.text.strip()
            and not any(where.start <= c <= where.end for c in cited)
        ):
            yield at(page, where, "fact-source", "사실을 적은 문단에 출처가 없습니다. 끝에 [@출처-id]를 넣거나 사건을 링크하세요.",
                     "a statement of fact without a source; add [@source-id] at its end or link an event")  # fmt: skip


def written(library: Library) -> Iterator[Problem]:
    """Every section and pillar of the plan has its page, and every unit its lead and its parts."""
    for kind in ("section", "pillar"):
        for id, record in library.by_kind[kind].items():
            if not any(source_path(lang, page_of(kind, id)) in library.entries for lang in LANGS):
                path = source_path("ko", page_of(kind, id))
                yield Problem(
                    path,
                    1,
                    1,
                    "page-missing",
                    f"‘{record.title.ko}’의 쪽이 없습니다. 두 언어로 만드세요.",
                    f"no page for '{record.title.en}'; write it in both languages",
                )
    for page in library.pages.values():
        yield from _incomplete(page, twin(library, page))


def _incomplete(page: Page, other_side: Page | None) -> Iterator[Problem]:
    if hides_headings(page) or any(h.id is None and h.level == 2 for h in page.outline.headings):
        return
    translated = other_side.outline.anchors if other_side else frozenset()
    for id in REQUIRED.get(page.kind, ()):
        if id not in page.outline.anchors | translated:
            yield Problem(
                page.path,
                page.outline.first_line,
                1,
                "part-missing",
                f"‘{{#{id}}}’ 절이 없습니다. 같은 종류의 다른 쪽을 보고 넣으세요.",
                f"the section '{{#{id}}}' is missing; see another page of this kind and add it",
            )
    if page.kind in REQUIRED and page.outline.headings and not page.outline.lead_passage:
        yield at(
            page,
            page.outline.headings[0].place,
            "lead-missing",
            "제목 다음에 첫 문단이 없습니다. 한 문장으로 답하는 문단을 넣으세요.",
            "no first paragraph after the title; add one that gives the answer in a sentence",
        )


def names(library: Library) -> Iterator[Problem]:
    """No name belongs to two terms, unless data/glossary.yml declares it ambiguous, and no title to two pages."""
    shared = {(entry.alias, entry.lang) for entry in library.ambiguous}
    for term in library.terms.values():
        for lang in LANGS:
            yield from _named_twice(term[lang])
    for lang in LANGS:
        owners: dict[str, tuple[str, Page]] = {}
        for term in library.terms.values():
            for name in _names(term, lang):
                key = str(name).replace(" ", "").casefold()
                other = owners.setdefault(key, (term.id, term[lang]))
                if other[0] != term.id and (str(name), lang) not in shared:
                    yield at(term[lang], name, "name-unique", f"{named(name, '은')} 용어 ‘{other[0]}’의 이름이기도 합니다. 하나를 지우거나 data/glossary.yml의 ambiguous에 적으세요.",
                             f"'{name}' is also a name of the term '{other[0]}'; delete one or declare it in 'ambiguous' of data/glossary.yml")  # fmt: skip


def _named_twice(page: Page) -> Iterator[Problem]:
    """A name that a term has twice, or has and discourages; a word twice in one of its lists."""
    words = page.words
    for listed in ((words.title, *words.aliases, *words.discouraged), words.hidden, words.keywords):
        seen: set[str] = set()
        for name in listed:
            if str(name) in seen:
                yield at(page, name, "name-unique", f"{named(name, '이')} 이 용어의 이름에 이미 있습니다. 하나를 지우세요.",
                         f"'{name}' is a name of this term already; delete one")  # fmt: skip
            seen.add(str(name))


def _names(term: Unit, lang: Lang) -> list[Any]:
    words = term[lang].words
    return list(dict.fromkeys([words.title, *words.aliases]))


RULES = (
    caused_and_answered,
    events_related,
    source_unused,
    source_double,
    sourced,
    events,
    written,
    names,
)
