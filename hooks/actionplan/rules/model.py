"""Rules about records and the plan: relations that exist, counts, and places that are true to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from .. import schema
from ..graph import attribute
from ..language import Text
from ..library import Library, Unit
from ..problem import Problem
from ..records import Action, Locus
from .finding import in_record, meant, missing, named
from .plausible import section_order

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
    for record in _all_records(library):
        facts = record.facts if isinstance(record, Unit) else record
        for name, kinds, id in schema.references(facts):
            known = library.resolve(kinds, id) or id == "introduction" in kinds
            if not known and not library.excused(kinds, id.split(":")[-1]):
                problem = in_record(record, id, "reference", *_unknown(library, name, kinds, id))
                kind, _, last = id.rpartition(":")
                yield missing(problem, kind or kinds[0], last)


def _all_records(library: Library) -> Iterator[Any]:
    for records in library.by_kind.values():
        yield from records.values()
    yield from library.omissions.values()
    yield from library.ambiguous


def _unknown(library: Library, name: str, kinds: tuple[str, ...], id: Text) -> tuple[str, str]:
    actual = next((kind for kind, known in library.by_kind.items() if id in known), None)
    if actual and "*" not in kinds:
        ko, en = KIND_NAMES[actual]
        wanted_ko, wanted_en = KIND_NAMES[kinds[0]]
        return (
            f"‘{id}’의 종류는 ‘{ko}’입니다. ‘{name}’에는 {wanted_ko}의 id를 적으세요.",
            f"'{id}' is {en}; '{name}' takes {wanted_en}",
        )
    if actual:
        return (
            f"‘{name}’에는 종류도 적습니다. ‘{actual}:{id}’로 적으세요.",
            f"'{name}' takes the kind too; write '{actual}:{id}'",
        )
    ko, en = meant(id, ids(library, kinds))
    add_ko, add_en = ("data/sources.yml에 더하거나 ", "add the source to data/sources.yml or ") if kinds == ("source",) else ("", "")  # fmt: skip
    return (
        f"‘{name}’에 적은 {named(id, '이')} 없습니다.{ko or f' {add_ko}id를 확인하세요.'}",
        f"'{name}' names '{id}', which does not exist{en or f'; {add_en}check the id'}",
    )


def ids(library: Library, kinds: tuple[str, ...]) -> list[str]:
    """Every id that a reference of these kinds may name."""
    if "*" in kinds:
        return [f"{kind}:{id}" for kind in kinds if kind != "*" for id in library.by_kind[kind]]
    return [id for kind in kinds for id in library.by_kind.get(kind, {})]


def reference_twice(library: Library) -> Iterator[Problem]:
    """A record does not refer to itself, and names another in one list only once."""
    for kind, records in library.by_kind.items():
        for own, record in records.items():
            facts = record.facts if isinstance(record, Unit) else record
            seen: set[tuple[str, str]] = set()
            for name, kinds, id in schema.references(facts):
                if id == own and kind in kinds:
                    if name not in ("broader", "via", "parent"):
                        yield in_record(
                            record,
                            id,
                            "reference-twice",
                            f"‘{name}’에서 {named(id, '이')} 자신을 가리킵니다. 지우세요.",
                            f"'{id}' refers to itself in '{name}'; delete it",
                        )
                elif (name, id) in seen and name not in LOCI:
                    yield in_record(
                        record,
                        id,
                        "reference-twice",
                        f"‘{name}’에 {named(id, '이')} 두 번 있습니다. 하나를 지우세요.",
                        f"'{id}' stands twice in '{name}'; delete one",
                    )
                seen.add((name, id))


LOCI = ("plan", "plan_describes", "compare")
"""Fields with places in the plan, which may name the same section on several pages."""
UPWARD = {"term": "broader", "source": "via", "agency": "parent"}


def cycle(library: Library) -> Iterator[Problem]:
    """Going up (broader term, source behind a source, parent agency) never leads back."""
    for kind, name in UPWARD.items():
        done: set[str] = set()
        for id, record in library.by_kind[kind].items():
            way = _way_up(library, kind, name, id)
            if id in way[1:] and id not in done:
                done.update(way)
                at: Text = attribute(record, name)
                round_trip = " → ".join(way[: way.index(id, 1) + 1])
                yield in_record(
                    record,
                    at,
                    "broader-cycle",
                    f"‘{name}’ 관계가 제자리로 돌아옵니다: {round_trip}. 하나를 끊으세요.",
                    f"'{name}' leads back to itself: {round_trip}; cut one link",
                )


def _way_up(library: Library, kind: str, name: str, id: str) -> list[str]:
    way, known = [id], library.by_kind[kind]
    while True:
        above = attribute(known[way[-1]], name) if way[-1] in known else None
        if above is None:
            return way
        if above in way:
            return [*way, str(above)]
        way.append(str(above))


def counts(library: Library) -> Iterator[Problem]:
    """The numbers of pillars, sections and actions, in all, by pillar and by page, are the plan's."""
    if library.plan is None or not library.whole:
        return
    expected = library.plan.counts
    wrong = [entry for entry in _counted(library) if entry[1] != entry[2]]
    if [name for name, _, _ in wrong] == ["actions_by_page"] or any(action_place(library)):
        return  # said of the action itself
    for name, found, wanted in wrong[-1:]:
        # One missing record puts several counts wrong; the last is the most exact.
        at = getattr(expected, name)
        place = at[0] if isinstance(at, tuple) else at
        where = _where(name, found, wanted, expected.first_action_page)
        yield Problem(
            "data/plan.yml", place.line, place.column, "counts",
            f"‘{name}’에는 {_shown(wanted)}라고 적혀 있으나 기록을 세면 {_shown(found)}입니다{where[0]}. 빠지거나 더해진 기록을 확인하세요.",
            f"'{name}' says {_shown(wanted)}, the records make {_shown(found)}{where[1]}; look for a missing or an extra one",
        )  # fmt: skip


def _shown(count: Any) -> str:
    return ", ".join(map(str, count)) if isinstance(count, tuple) else str(count)


def _where(name: str, found: Any, wanted: Any, first_page: int) -> tuple[str, str]:
    """The first page or pillar that differs."""
    if not isinstance(found, tuple):
        return "", ""
    number = next(n for n, (a, b) in enumerate(zip_longest(found, wanted)) if a != b)
    if name.endswith("by_page"):
        page = first_page + number
        return f"({page}쪽부터 다름)", f" (they differ first on p. {page})"
    return f"(제{number + 1}축이 다름)", f" (they differ in pillar {number + 1})"


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
    """An action stands in its section's file, is numbered in order, and is on the page that the plan's counts give it."""
    if not library.whole or any(section_order(library)):
        return
    actions = sorted(library.actions.values(), key=lambda action: action.number)
    found = [problem for action in actions for problem in _misplaced(library, action)]
    found = found or [
        p for pair in zip([None, *actions], actions, strict=False) for p in _misnumbered(*pair)
    ]
    yield from found or _off_page(library, actions)


def _misplaced(library: Library, action: Action) -> list[Problem]:
    section = library.sections.get(action.section)
    pillar = library.pillars.get(section.pillar) if section else None
    if section is None or pillar is None:
        return []
    number = f"{pillar.number}.{section.order}."
    if action.path != f"data/actions/{section.id}.yml":
        return [in_record(action, action.section, "action-file", f"절 ‘{section.id}’의 조치는 data/actions/{section.id}.yml에 적습니다. 절이나 파일을 고치세요.",
                          f"actions of '{section.id}' stand in data/actions/{section.id}.yml; correct the section or move the action")]  # fmt: skip
    if not action.id.startswith(number):
        return [in_record(action, action.id, "action-id", f"절 ‘{section.id}’의 조치 id는 ‘{number}’ 숫자로 시작합니다. ‘{action.id}’ 대신 고쳐 적으세요.",
                          f"ids of actions in '{section.id}' begin with {number}, not '{action.id}'")]  # fmt: skip
    return []


def _misnumbered(before: Action | None, action: Action) -> list[Problem]:
    """Numbers within a section count 1, 2, 3 …"""
    expected = before.number[2] + 1 if before and before.section == action.section else 1
    if action.number[2] == expected:
        return []
    missing = f"{action.number[0]}.{action.number[1]}.{expected}"
    return [in_record(action, action.id, "action-id", f"조치 {action.id} 앞에 {missing} 조치가 없습니다. 빠진 조치를 넣거나 번호를 고치세요.",
                      f"there is no action {missing} before {action.id}; add it or correct the number")]  # fmt: skip


def _off_page(library: Library, actions: list[Action]) -> Iterator[Problem]:
    """The plan's actions in order, dealt out over its pages, give each action its page."""
    counts = library.document.counts
    pages = [
        counts.first_action_page + n
        for n, count in enumerate(counts.actions_by_page)
        for _ in range(count)
    ]
    if len(pages) == len(actions):
        for action, page in zip(actions, pages, strict=True):
            if action.page != page:
                yield in_record(action, action.page, "page-section", f"조치 {action.id}의 쪽은 {page}쪽입니다. {action.page}쪽이 아닙니다(plan.yml의 쪽별 조치 수).",
                                f"action {action.id} is on p. {page}, not p. {action.page} (by the counts in plan.yml)")  # fmt: skip


def section_pages(library: Library, id: str) -> tuple[int, int]:
    """First and last printed page of a section: it ends where the next one begins."""
    order = sorted(library.sections.values(), key=lambda s: (s.pillar, s.order))
    starts = [section.page for section in order] + [library.document.last_text_page]
    position = [section.id for section in order].index(Text(id))
    return starts[position], max(starts[position + 1], starts[position])


def locus(library: Library) -> Iterator[Problem]:
    """A place in the plan is true to the plan: its page is one of its section's or its action's."""
    if not library.whole or any(action_place(library)):
        return
    for record in _all_records(library):
        for name in LOCI:
            for place in attribute(record, name) or ():
                yield from _untrue(library, record, place)


def _untrue(library: Library, record: Any, place: Locus) -> Iterator[Problem]:
    action = library.actions.get(place.action) if place.action else None
    if action and place.section and place.section != action.section:
        yield in_record(
            record,
            place.section,
            "page-section",
            f"조치 {action.id}의 절은 ‘{action.section}’입니다. 절이나 조치를 고치세요.",
            f"action {action.id} belongs to section '{action.section}'; correct one of them",
        )
    elif action or place.section in library.sections:
        name = str(action.id if action else place.section)
        first, last = _pages_of(library, action) if action else section_pages(library, name)
        if not first <= place.page <= last:
            yield in_record(
                record,
                place.page,
                "page-section",
                f"‘{name}’ 부분은 {_span(first, last, '~')}쪽에 있습니다. {place.page}쪽이 아닙니다.",
                f"'{name}' is on p. {_span(first, last, '-')}, not p. {place.page}",
            )


def _pages_of(library: Library, action: Action) -> tuple[int, int]:
    """An action may run over to the page on which the next one begins."""
    later = [other.page for other in library.actions.values() if other.number > action.number]
    return action.page, min(later, default=library.document.last_text_page)


def _span(first: int, last: int, dash: str) -> str:
    return str(first) if first == last else f"{first}{dash}{last}"


def action_file(library: Library) -> Iterator[Problem]:
    """Every file in data/actions/ bears the name of a section."""
    for path in library.entries:
        name = path.removeprefix("data/actions/").removesuffix(".yml")
        if (
            path.startswith("data/actions/")
            and path.endswith(".yml")
            and library.sections
            and name not in library.sections
        ):
            ko, en = meant(name, library.sections)
            yield Problem(
                path,
                1,
                1,
                "file-unknown",
                f"{named(name, '은')} 절의 id가 아닙니다.{ko or ' 절의 id로 이름을 바꾸세요.'}",
                f"'{name}' is no section{en or '; name the file after a section'}",
            )


RULES = (action_file, reference, reference_twice, cycle, counts, action_place, locus)
