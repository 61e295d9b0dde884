"""Rules about data/changes.yml, from which the page of changes, the feeds and every page's date are made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..library import Library
from ..problem import Problem
from .finding import in_record, meant, missing_file, named


def change_page(library: Library) -> Iterator[Problem]:
    """A change names pages that exist."""
    names = [name for _, name in library.pages]
    for change in library.changes.values():
        for page in change.pages:
            if page not in names and not library.excused((), page.rpartition("/")[2]):
                ko, en = meant(page, names)
                problem = in_record(
                    change, page, "change-page",
                    f"{named(page, '이')} 없는 쪽입니다.{ko or ' plan/red-tape처럼 적으세요.'}",
                    f"there is no page '{page}'{en or '; write it as plan/red-tape'}",
                )  # fmt: skip
                yield missing_file(problem, f"docs/ko/{page}.md")


def change_note(library: Library) -> Iterator[Problem]:
    """A change has a note or says that it is minor, and not both."""
    for change in library.changes.values():
        if (change.note is None) != change.minor:
            yield in_record(
                change, change.id, "change-note",
                f"‘{change.id}’에는 note(두 언어의 설명)나 minor: true 가운데 하나만 적습니다.",
                f"'{change.id}' takes either a note in both languages or minor: true",
            )  # fmt: skip


def change_order(library: Library) -> Iterator[Problem]:
    """Changes stand newest first."""
    for newer, older in pairwise(library.changes.values()):
        if older.date > newer.date:
            yield in_record(
                older, older.date, "change-order",
                f"새것이 위에 옵니다. ‘{older.id}’의 날짜가 바로 위 ‘{newer.id}’보다 늦습니다. 자리를 바꾸세요.",
                f"newest first: '{older.id}' is later than '{newer.id}' above it; swap them",
            )  # fmt: skip


def change_opening(library: Library) -> Iterator[Problem]:
    """The last change is that of the whole site, so that every page has a date."""
    changes = list(library.changes.values())
    if library.whole and (not changes or changes[-1].pages):
        yield Problem(
            "data/changes.yml", 1, 1, "change-opening",
            "맨 아래에는 pages가 없는 첫 항목(사이트를 연 날)이 있어야 합니다.",
            "the last entry must be the opening of the site, without pages",
        )  # fmt: skip


RULES = (change_page, change_note, change_order, change_opening)
"""Every rule of this module."""
