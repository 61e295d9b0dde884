"""Rules about what a page's prose refers to: records, sources, and generated parts."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ..korean import with_particle
from ..library import Library, Page
from ..outline import Citation, Cited, Link, Place
from ..problem import Problem
from ..references import PLAN
from ..tallies import TALLIES
from ..views.pages import VIEWS, view_problems
from .finding import on_pages
from .model import nearest


def record_link(library: Library) -> Iterator[Problem]:
    """A typed link names a record that exists: `[](action:3.1.1)`."""
    for page in library.pages.values():
        for link in page.outline.links:
            if link.typed and not library.excused((link.typed[0],), link.typed[1]):
                yield from _bad_link(library, page, link, *link.typed)


def _bad_link(library: Library, page: Page, link: Link, kind: str, id: str) -> Iterator[Problem]:
    kinds = [*library.by_kind, "count"]
    known = TALLIES if kind == "count" else library.by_kind.get(kind)
    if known is None:
        near = get_close_matches(kind, kinds, 1)
        yield _problem(
            page, link.place, "record-link",
            f"‘{kind}:’{with_particle(kind, '은')[len(kind):]} 없는 종류입니다." + (f" ‘{near[0]}:’인가요?" if near else ""),
            f"there is no kind '{kind}:'" + (f"; did you mean '{near[0]}:'?" if near else ""),
        )  # fmt: skip
    elif id not in known:
        near_id = get_close_matches(id, known, 1)[0:1] or [nearest(library, (kind,), id)]
        yield _problem(
            page, link.place, "record-link",
            f"{kind} ‘{id}’{with_particle(id, '이')[len(id):]} 없습니다." + (f" ‘{near_id[0]}’{with_particle(near_id[0], '을')[len(near_id[0]):]} 뜻했나요?" if near_id[0] else ""),
            f"there is no {kind} '{id}'" + (f"; did you mean '{near_id[0]}'?" if near_id[0] else ""),
        )  # fmt: skip


def citation(library: Library) -> Iterator[Problem]:
    """A citation has the form `[@source-id, p. 3]` and names a source in data/sources.yml."""
    for page in library.pages.values():
        for found in page.outline.citations:
            yield from _bad_citation(library, page, found)


def _bad_citation(library: Library, page: Page, found: Citation) -> Iterator[Problem]:
    for item, work in zip(found.text.split(";"), found.works, strict=True):
        if work is None:
            yield _problem(
                page, found.place, "citation-form",
                f"인용 ‘{item.strip()}’의 형식이 다릅니다. [@출처-id] 또는 [@plan, p. 21]처럼 적으세요.",
                f"'{item.strip()}' is no citation; write [@source-id] or [@plan, p. 21]",
            )  # fmt: skip
        elif work.source not in library.sources and not library.excused(("source",), work.source):
            near = nearest(library, ("source",), work.source)
            yield _problem(
                page, found.place, "citation-source",
                f"출처 ‘{work.source}’{with_particle(work.source, '이')[len(work.source):]} data/sources.yml에 없습니다." + (f" ‘{near}’인가요?" if near else ""),
                f"no source '{work.source}' in data/sources.yml" + (f"; did you mean '{near}'?" if near else ""),
            )  # fmt: skip
        elif work.source == PLAN and library.plan and not _on_text_pages(library, work):
            last = library.document.last_text_page
            yield _problem(
                page, found.place, "page-range",
                f"계획의 본문은 1~{last}쪽입니다. ‘{item.strip()}’의 쪽을 고치세요.",
                f"the plan's text is on pages 1 to {last}; correct '{item.strip()}'",
            )  # fmt: skip


def _on_text_pages(library: Library, work: Cited) -> bool:
    last_page = library.document.last_text_page
    return all(1 <= first <= last <= last_page for first, last in work.pages)


@on_pages
def view(page: Page) -> Iterator[Problem]:
    """A mark for a generated part names one that exists, with its argument."""
    for mark in view_problems(page):
        near = get_close_matches(mark.name, VIEWS, 1)
        yield _problem(
            page, mark.place, "view",
            f"‘{mark.name}’{with_particle(mark.name, '은')[len(mark.name):]} 없는 자동 생성 부분이거나 값이 맞지 않습니다." + (f" ‘{near[0]}’인가요?" if near else ""),
            f"no generated part '{mark.name}' with these values" + (f"; did you mean '{near[0]}'?" if near else ""),
        )  # fmt: skip


def _problem(page: Page, place: Place, rule: str, ko: str, en: str) -> Problem:
    return Problem(page.path, place.line, place.column, rule, ko, en)


RULES = (record_link, citation, view)
