"""Rules about records: counts, relations that exist, and places that are true to the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from .. import schema
from ..graph import Graph
from ..korean import with_particle
from ..language import Text
from ..library import Library, Unit
from ..problem import Problem
from ..records import Action

KIND_NAMES = {
    "pillar": ("축", "a pillar"), "section": ("절", "a section"), "action": ("조치", "an action"),
    "agency": ("기관", "an agency"), "topic": ("주제", "a topic"), "source": ("출처", "a source"),
    "instrument": ("수단", "an instrument"), "event": ("사건", "an event"), "part": ("기사의 부분", "a part"),
    "claim": ("기사의 서술", "a claim"), "category": ("갈래", "a category"),
    "term-kind": ("용어 종류", "a kind of term"), "term": ("용어", "a term"),
    "impact": ("영향", "an impact"), "strategy": ("전략", "a strategy"), "introduction": ("서론", "introduction"),
}  # fmt: skip


def reference(library: Library) -> Iterator[Problem]:
    """A field that refers to records names ones that exist and are of the right kind."""
    for records in library.by_kind.values():
        for record in records.values():
            yield from _bad_references(library, record)
    for entry in library.ambiguous:
        yield from _bad_references(library, entry)


def _bad_references(library: Library, record: Any) -> Iterator[Problem]:
    facts = record.facts if isinstance(record, Unit) else record
    for name, kinds, id in schema.references(facts):
        if library.resolve(kinds, id) or id in kinds or library.excused(kinds, id.split(":")[-1]):
            continue
        yield _unknown(library, record.path, name, kinds, id)


def _unknown(library: Library, path: str, name: str, kinds: tuple[str, ...], id: Text) -> Problem:
    actual = next((kind for kind, known in library.by_kind.items() if id in known), None)
    if actual and "*" not in kinds:
        ko, en = KIND_NAMES[actual]
        wanted_ko, wanted_en = KIND_NAMES[kinds[0]]
        return Problem(
            path, id.line, id.column, "reference",
            f"‘{id}’의 종류는 {with_particle(ko, '이다')[:-1]}라서 ‘{name}’에 쓸 수 없습니다. {wanted_ko}의 id를 적으세요.",
            f"'{id}' is {en}; '{name}' takes {wanted_en}",
        )  # fmt: skip
    near = nearest(library, kinds, id)
    return Problem(
        path, id.line, id.column, "reference",
        f"‘{name}’에 적은 ‘{id}’{with_particle(id, '이')[len(id):]} 없습니다." + (f" ‘{near}’{with_particle(near, '을')[len(near):]} 뜻했나요?" if near else " id를 확인하세요."),
        f"'{name}' names '{id}', which does not exist" + (f"; did you mean '{near}'?" if near else ""),
    )  # fmt: skip


def nearest(library: Library, kinds: tuple[str, ...], id: str) -> str | None:
    """The id of one of these kinds that is most like the given one."""
    if "*" in kinds:
        known = [f"{kind}:{id}" for kind in kinds if kind != "*" for id in library.by_kind[kind]]
    else:
        known = [id for kind in kinds for id in library.by_kind.get(kind, {})]
    found = get_close_matches(id, known, 1)
    return found[0] if found else None


def counts(library: Library) -> Iterator[Problem]:
    """The numbers of pillars, sections and actions, in all, by pillar and by page, are the plan's."""
    if library.plan is None or not library.whole:
        return
    expected = library.plan.counts
    for name, found, wanted in _counted(library):
        if found != wanted:
            at = getattr(expected, name)
            place = at[0] if isinstance(at, tuple) else at
            yield Problem(
                "data/plan.yml", place.line, place.column, "counts",
                f"‘{name}’에는 {wanted}라고 적혀 있으나 기록을 세면 {found}입니다. 빠지거나 더해진 기록을 확인하세요.",
                f"'{name}' says {wanted}, the records make {found}; look for a missing or an extra one",
            )  # fmt: skip


def _counted(library: Library) -> Iterator[tuple[str, Any, Any]]:
    assert library.plan
    expected, actions = library.plan.counts, list(library.actions.values())
    pages = range(expected.first_action_page, library.plan.last_text_page + 1)
    by_page: Counter[int] = Counter(action.page for action in actions)
    sections: Counter[str] = Counter(section.pillar for section in library.sections.values())
    by_pillar = Counter(action.pillar for action in actions)
    yield "pillars", len(library.pillars), expected.pillars
    yield "sections", len(library.sections), expected.sections
    yield "actions", len(actions), expected.actions
    yield "distinct_actions", sum(not a.duplicate_of for a in actions), expected.distinct_actions
    yield (
        "sections_by_pillar",
        tuple(sections[p] for p in library.pillars),
        expected.sections_by_pillar,
    )
    yield (
        "actions_by_pillar",
        tuple(by_pillar[p] for p in library.pillars),
        expected.actions_by_pillar,
    )
    yield "actions_by_page", tuple(by_page[page] for page in pages), expected.actions_by_page  # fmt: skip


def action_place(library: Library) -> Iterator[Problem]:
    """An action stands in the file and on the pages of its section, and its id names pillar and order."""
    for action in library.actions.values():
        section = library.sections.get(action.section)
        if section is None or not library.whole:
            continue
        if action.path != f"data/actions/{section.id}.yml":
            yield Problem(
                action.path, action.section.line, action.section.column, "action-file",
                f"절 ‘{section.id}’의 조치는 data/actions/{section.id}.yml에 적습니다.",
                f"actions of '{section.id}' stand in data/actions/{section.id}.yml",
            )  # fmt: skip
        number = f"{library.pillars[section.pillar].number}.{section.order}."
        if not action.id.startswith(number):
            yield Problem(
                action.path, action.id.line, action.id.column, "action-id",
                f"절 ‘{section.id}’의 조치 id는 {number}으로 시작합니다. ‘{action.id}’를 고치세요.",
                f"ids of actions in '{section.id}' begin with {number}, not '{action.id}'",
            )  # fmt: skip
        yield from _off_section(library, action)


def _off_section(library: Library, action: Action) -> Iterator[Problem]:
    first, last = section_pages(library, action.section)
    if not first <= action.page <= last:
        yield Problem(
            action.path, action.page.line, action.page.column, "page-section",
            f"‘{action.section}’ 절은 {first}~{last}쪽입니다. {action.page}쪽이 아닙니다.",
            f"section '{action.section}' is on pp. {first}-{last}, not p. {action.page}",
        )  # fmt: skip


def section_pages(library: Library, id: str) -> tuple[int, int]:
    """First and last printed page of a section: it ends where the next one begins."""
    order = sorted(library.sections.values(), key=lambda s: (s.pillar, s.order))
    starts = [section.page for section in order] + [library.document.last_text_page]
    position = [section.id for section in order].index(Text(id))
    return starts[position], max(starts[position + 1], starts[position])


def coverage(library: Library) -> Iterator[Problem]:
    """Every impact is caused and answered, and an impact reaches every action of direct relevance."""
    if not library.whole:
        return
    graph = Graph(library)
    for impact in library.impacts.values():
        if not impact.facts.actions and not impact.facts.sections:
            yield _uncovered(impact.path, 1, "이 영향의 원인이 없습니다. ‘actions’에 조치 id를 적으세요.",
                             "nothing causes this impact; name actions in 'actions'")  # fmt: skip
        if not graph.referring("impact", impact.id, "strategy", "addresses"):
            yield _uncovered(impact.path, 1, "이 영향에 대응하는 전략이 없습니다. 전략의 ‘addresses’에 더하세요.",
                             "no strategy answers this impact; add it to a strategy's 'addresses'")  # fmt: skip
    for action in library.actions.values():
        reached = graph.referring("action", action.id, "impact", "actions")
        if action.korea.relevance == "direct" and not reached:
            yield _uncovered(action.path, action.id.line, f"한국에 직접 관련된 조치 {action.id}에서 이어지는 영향이 없습니다. 영향의 ‘actions’에 더하세요.",
                                 f"no impact comes from {action.id}, which is of direct relevance; add it to an impact's 'actions'")  # fmt: skip


def _uncovered(path: str, line: int, ko: str, en: str) -> Problem:
    return Problem(path, line, 1, "coverage", ko, en)


RULES = (reference, counts, action_place, coverage)
