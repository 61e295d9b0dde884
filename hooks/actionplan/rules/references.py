"""Rules about what a page's prose refers to: records, sources, and generated parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..library import Library, Page
from ..parts import Citation, Cited, Link
from ..problem import Problem
from ..references import PLAN
from ..tallies import TALLIES
from ..views.pages import VIEWS, view_problems
from .finding import at, meant, missing, named, on_pages


def record_link(library: Library) -> Iterator[Problem]:
    """A typed link names a record that exists: `[](action:3.1.1)`."""
    for page in library.pages.values():
        for link in page.outline.links:
            if link.typed and not library.excused((link.typed[0],), link.typed[1]):
                wrong = list(_bad_link(library, page, link, *link.typed))
                yield from wrong or _other_number(page, link, link.typed[1])


NUMBERED = re.compile(r"(?<![\d.])(\d\.\d{1,2}\.\d{1,2}|\d{5})(?![\d.]*\d)")
"""Numbers by which a record may be known: of an action, of an executive order."""


def _other_number(page: Page, link: Link, id: str) -> Iterator[Problem]:
    """The text of a link gives another number than the record to which it leads."""
    written, meant_by = NUMBERED.search(link.text), NUMBERED.search(id)
    if written and meant_by and written[1] != meant_by[1]:
        yield at(page, link.place, "record-link", f"링크의 글에는 {named(written[1], '이')} 적혀 있으나 {named(id, '으로')} 갑니다. 둘을 같게 하세요.",
                 f"the link says '{written[1]}' but leads to '{id}'; make them the same")  # fmt: skip


def _bad_link(library: Library, page: Page, link: Link, kind: str, id: str) -> Iterator[Problem]:
    known = TALLIES if kind == "count" else library.by_kind.get(kind)
    if known is None:
        ko, en = meant(kind, [*library.by_kind, "count"])
        yield at(
            page,
            link.place,
            "record-link",
            f"{named(kind + ':', '은')} 없는 종류입니다.{ko}",
            f"there is no kind '{kind}:'{en}",
        )
    elif kind not in LINKED:
        yield at(
            page,
            link.place,
            "record-link",
            f"‘{kind}:’ 기록에는 쪽이 없어 링크할 수 없습니다. 글로 적으세요.",
            f"records of kind '{kind}:' have no page to link to; write plain text",
        )
    elif id not in known:
        ko, en = meant(id, known)
        found = at(page, link.place, "record-link", f"{kind} {named(id, '이')} 없습니다.{ko or ' id를 확인하세요.'}",
                   f"there is no {kind} '{id}'{en or '; check the id'}")  # fmt: skip
        yield missing(found, kind, id)


LINKED = frozenset(
    {
        "pillar",
        "section",
        "action",
        "term",
        "impact",
        "strategy",
        "event",
        "source",
        "claim",
        "count",
    }
)
"""Kinds that have a page or a place on one."""


def citation(library: Library) -> Iterator[Problem]:
    """A citation has the form `[@source-id, p. 3]` and names a source in data/sources.yml."""
    for page in library.pages.values():
        for found in page.outline.citations:
            yield from _bad_citation(library, page, found)


def _bad_citation(library: Library, page: Page, found: Citation) -> Iterator[Problem]:
    items = [item.strip() for item in found.text.split(";")]
    for number, (item, work) in enumerate(zip(items, found.works, strict=True)):
        if work is None and not item:
            yield at(page, found.place, "citation-form", "인용의 ‘;’ 옆이 비어 있습니다. 출처를 적거나 ‘;’를 지우세요.",
                     "nothing stands beside a ';' of the citation; add the source or delete the ';'")  # fmt: skip
        elif work is None:
            yield at(
                page,
                found.place,
                "citation-form",
                f"인용 ‘{item}’의 형식이 다릅니다. [@출처-id] 또는 [@plan, p. 21]처럼 적으세요.",
                f"'{item}' is no citation; write [@source-id] or [@plan, p. 21]",
            )
        elif item in items[:number]:
            yield at(
                page,
                found.place,
                "citation-form",
                f"인용 안에 {named(item, '이')} 두 번 있습니다. 하나를 지우세요.",
                f"'{item}' stands twice in one citation; delete one",
            )
        elif work.source not in library.sources and not library.excused(("source",), work.source):
            ko, en = meant(work.source, library.sources)
            problem = at(page, found.place, "citation-source", f"출처 {named(work.source, '이')} data/sources.yml에 없습니다.{ko or ' 출처를 더하거나 id를 확인하세요.'}",
                         f"no source '{work.source}' in data/sources.yml{en or '; add the source or check the id'}")  # fmt: skip
            yield missing(problem, "source", work.source)
        elif any(first > last for first, last in work.pages):
            yield at(page, found.place, "page-range", f"‘{item}’의 쪽 범위가 거꾸로입니다. 작은 쪽을 앞에 적으세요.",
                     f"the range of '{item}' runs backwards; put the smaller page first")  # fmt: skip
        elif work.pages and ("pp." in item) == _one_page(work):
            right = "p." if _one_page(work) else "pp."
            yield at(page, found.place, "citation-form", f"인용 ‘{item}’: 한 쪽은 p., 여러 쪽은 pp.로 적습니다. 여기서는 ‘{right}’가 맞습니다.",
                     f"'{item}': p. is for one page, pp. for several; write '{right}'")  # fmt: skip
        elif work.source == PLAN and library.plan and not _on_text_pages(library, work):
            last = library.document.last_text_page
            yield at(
                page,
                found.place,
                "page-range",
                f"계획의 본문은 1~{last}쪽입니다. ‘{item}’의 쪽을 고치세요.",
                f"the plan's text is on pages 1 to {last}; correct '{item}'",
            )


def _one_page(work: Cited) -> bool:
    return len(work.pages) == 1 and work.pages[0][0] == work.pages[0][1]


def _on_text_pages(library: Library, work: Cited) -> bool:
    last_page = library.document.last_text_page
    return all(1 <= first <= last <= last_page for first, last in work.pages)


BARE = re.compile(
    r"(?<![\w.@/])@(?:plan|[a-z0-9]+(?:-[a-z0-9]+)+)\b[^\s\]]*|(?<!\])\[[a-z0-9]+(?:-[a-z0-9]+)*, pp?\. ?\d+[^\]]*\](?!\()"
)


@on_pages
def citation_bare(page: Page) -> Iterator[Problem]:
    """A citation stands in brackets with its @: [@source-id]."""
    if "@" in page.outline.prose or ", p" in page.outline.prose:
        for match in BARE.finditer(page.outline.prose):
            yield at(page, page.outline.place(*match.span()), "citation-form", f"인용 ‘{match[0]}’의 형식이 다릅니다. [@출처-id] 또는 [@plan, p. 21]처럼 적으세요.",
                     f"'{match[0]}' is no citation; write [@source-id] or [@plan, p. 21]")  # fmt: skip


ALONE = re.compile(r"(?:[-*] |\d+\. )?(?:\s*\[@[^\[\]]*\])+\s*")


@on_pages
def citation_place(page: Page) -> Iterator[Problem]:
    """A citation stands after the full stop of its sentence, with a space before it."""
    body = page.outline.body
    for passage in page.outline.passages:
        if passage.kind in ("text", "item") and page.outline.citations:
            text = body[passage.place.start : passage.place.end]
            if ALONE.fullmatch(text):
                yield at(page, passage.place, "citation-place", "인용만 있고 글이 없습니다. 근거가 되는 문장의 마침표 뒤로 옮기세요.",
                         "a citation without a sentence; put it after the full stop of the sentence that it supports")  # fmt: skip
    for found in page.outline.citations:
        start, end = found.place.start, found.place.end
        place = page.outline.place(body.index("[", start), end)
        if body[end : end + 1] in (".", ",", "?", "!"):
            yield at(
                page,
                place,
                "citation-place",
                f"인용 ‘[{found.text}]’ 뒤에 문장 부호가 옵니다. 인용을 마침표 뒤로 옮기세요.",
                f"a sign follows the citation '[{found.text}]'; put the citation after the full stop",
            )
        elif body[start : start + 1] == "[" and body[start - 1 : start].strip():
            yield at(
                page,
                place,
                "citation-place",
                f"인용 ‘[{found.text}]’ 앞에 빈칸이 없습니다. 한 칸 띄우세요.",
                f"no space before the citation '[{found.text}]'; add one",
            )


@on_pages
def view(page: Page) -> Iterator[Problem]:
    """A mark for a generated part names one that exists, with its argument."""
    for mark in view_problems(page):
        ko, en = meant(mark.name, VIEWS)
        yield at(page, mark.place, "view", f"{named(mark.name, '은')} 없는 자동 생성 부분이거나 값이 맞지 않습니다.{ko or ' 이름과 값을 확인하세요.'}",
                 f"no generated part '{mark.name}' with these values{en or '; check its name and values'}")  # fmt: skip
    seen = {mark.place.start for mark in page.outline.views}
    for place in page.outline.comments[0]:
        written = page.outline.body[place.start : place.end]
        if place.start not in seen and (VIEW_LIKE.match(written) or "view" in written[:12]):
            yield at(page, place, "view", f"‘{written}’: 자동 생성 부분의 꼴이 다릅니다. 줄 하나에 ‘<!-- view: 이름 -->’으로 적으세요.",
                     f"'{written}' has not the form of a generated part; write '<!-- view: name -->' on a line of its own")  # fmt: skip


VIEW_LIKE = re.compile(r"<!--\s*[a-z]{3,6}\s*[:=]\s*[a-z-]+\s*-->")
RULES = (record_link, citation, citation_bare, citation_place, view)
