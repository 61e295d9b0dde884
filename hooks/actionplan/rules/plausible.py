"""Rules about single values of records that are allowed one by one and can't be true together.

What a record refers to, and whether all that is needed is there, other rules say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language import LANGS
from ..library import Library
from ..problem import Problem
from ..records import Action
from .finding import in_record, named, placed
from .texts import bilinguals

PRIMARY = frozenset({"primary-us", "primary-kr", "primary-intl", "law"})
"""Kinds of sources whose text is itself what happened."""


def roles(library: Library) -> Iterator[Problem]:
    """An agency has one part in an action, and an action that concerns Korea says how."""
    for action in library.actions.values():
        yield from _two_parts(action)
        if action.korea.relevance != "low" and action.korea.note is None:
            yield in_record(action, placed(action.korea.relevance, action.id), "field-missing", f"조치 {action.id}의 한국 관련성이 ‘{action.korea.relevance}’인데 ‘note’가 없습니다. 까닭을 두 언어로 적으세요.",
                            f"action {action.id} is of relevance '{action.korea.relevance}' without a 'note'; say why in both languages")  # fmt: skip


def _two_parts(action: Action) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for part in ("lead", "partners", "mentions"):
        for agency in getattr(action, part):
            if seen.setdefault(agency, part) != part:
                yield in_record(action, agency, "reference-twice", f"{named(agency, '은')} ‘{seen[agency]}’에도 있습니다. ‘{part}’에서 지우거나 역할을 하나만 고르세요.",
                                f"'{agency}' is in '{seen[agency]}' too; delete it from '{part}' or choose one part")  # fmt: skip


def confidence(library: Library) -> Iterator[Problem]:
    """An event is known from a primary source only if one of its sources is one."""
    for event in library.events.values():
        known = [library.sources[id] for id in event.sources if id in library.sources]
        if (
            event.confidence == "primary"
            and len(known) == len(event.sources)
            and not any(s.kind in PRIMARY for s in known)
        ):
            yield in_record(event, placed(event.confidence, event.id), "event-confidence", "‘primary’인데 1차 자료가 출처에 없습니다. 1차 자료를 더하거나 two-sources, one-source로 고치세요.",
                            "'primary' without a primary source; add one, or write two-sources or one-source")  # fmt: skip


def source_date(library: Library) -> Iterator[Problem]:
    """No source is dated years after the latest change of the site."""
    newest = max((str(change.date)[:4] for change in library.changes.values()), default="9999")
    for source in library.sources.values():
        year = str(source.date)[:4]
        if year.isdigit() and int(year) > int(newest) + 1:
            yield in_record(source, source.date, "field-value", f"출처의 날짜 {named(source.date, '은')} 아직 오지 않은 날입니다. 고치세요.",
                            f"the source's date '{source.date}' lies in the future; correct it")  # fmt: skip


def section_order(library: Library) -> Iterator[Problem]:
    """No two sections of a pillar stand at the same place of it."""
    seen: dict[tuple[str, int], str] = {}
    for section in library.sections.values():
        other = seen.setdefault((section.pillar, section.order), section.id)
        if other != section.id:
            yield in_record(section, section.order, "id-unique", f"이 축의 {section.order}번째 절은 ‘{other}’입니다. 절의 차례(order)를 고치세요.",
                            f"section {section.order} of this pillar is '{other}' already; correct the order")  # fmt: skip


WRAPPED = re.compile(r"[“‘][^“”‘’]*[”’]")


def wrapped(library: Library) -> Iterator[Problem]:
    """Curly quotation marks don't quote a value of data: they would be shown."""
    for path, both in bilinguals(library):
        if all(WRAPPED.fullmatch(both[lang]) for lang in LANGS):
            continue
        for lang in LANGS:
            if WRAPPED.fullmatch(both[lang]):
                yield Problem(path, both[lang].line, both[lang].column, "punctuation",
                              f"값 전체를 감싼 둥근 따옴표({both[lang][0]} {both[lang][-1]})가 화면에 나옵니다. 지우거나 곧은 따옴표(')로 감싸세요.",
                              f"the curly quotation marks ({both[lang][0]} {both[lang][-1]}) around the value would be shown; delete them or use straight ones (')")  # fmt: skip


RULES = (roles, confidence, source_date, section_order, wrapped)
