"""Rules about headings: one title, levels in order, ids, and something below each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..blocks import Line
from ..library import Page
from ..parts import Heading
from ..problem import Problem
from .finding import at, named, on_pages

GLUED = re.compile(r"(?!#\d)#{1,6}[^\s#!]")
STOPPED = re.compile(r"[가-힣A-Za-z)][.:;](?: *\{[^{}]*\})?\s*$")
BOLD_LINE = re.compile(r"(?:\*\*[^*]{1,60}[^*.?!]\*\*|__[^_]{1,60}[^_.?!]__):?")
HEADING_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@on_pages
def heading_h1(page: Page) -> Iterator[Problem]:
    """A page has one first-level heading, before everything else, with the title's text."""
    tops = [heading for heading in page.outline.headings if heading.level == 1]
    if not tops:
        if not hides_headings(page):
            yield Problem(page.path, page.outline.first_line, 1, "heading-h1", f"큰제목이 없습니다. 머리말 다음에 ‘# {page.title}’를 넣으세요.",
                          f"no first-level heading; put '# {page.title}' after the front matter")  # fmt: skip
        return
    for heading in tops[1:]:
        yield at(page, heading.place, "heading-h1", f"큰제목이 또 있습니다. 첫째는 {tops[0].place.line}행에 있습니다. ‘##’를 쓰세요.",
                 f"a second first-level heading; the first is on line {tops[0].place.line}; write '##'")  # fmt: skip
    if tops[0].text != page.title and "<" not in page.title:
        yield at(page, tops[0].place, "heading-h1", f"큰제목이 머리말의 title ‘{page.title}’ 항목과 다릅니다. 둘을 같게 하세요.",
                 f"the heading differs from the title '{page.title}'; make them the same")  # fmt: skip


def hides_headings(page: Page) -> bool:
    """Whether something that swallows headings is reported already."""
    return page.outline.comments[1] is not None or any(not f.closed for f in page.outline.fences)


@on_pages
def heading_level(page: Page) -> Iterator[Problem]:
    """Headings go down one level at a time."""
    before = 1
    for heading in page.outline.headings:
        if heading.level > before + 1:
            yield at(page, heading.place, "heading-level", f"{before}단계 제목 다음에 {heading.level}단계가 옵니다. ‘{'#' * (before + 1)}’를 쓰세요.",
                     f"level {heading.level} follows level {before}; write '{'#' * (before + 1)}'")  # fmt: skip
        before = heading.level


@on_pages
def heading_form(page: Page) -> Iterator[Problem]:
    """A heading is written `## Words {#id}` on a line of its own."""
    lines = page.outline.lines
    for line in lines:
        wrong = _bad_heading(line) if line.kind == "heading" else _no_heading(line, lines)
        if wrong:
            yield at(page, page.outline.line_place(line.number), "heading-form", *wrong)


def _bad_heading(line: Line) -> tuple[str, str] | None:
    """What is wrong with the form of a heading."""
    if not line.text.strip("# "):
        return (
            "빈 제목입니다. 글을 넣거나 지우세요.",
            "an empty heading; add words or delete it",
        )
    if line.indent:
        return (
            "제목 앞에 빈칸이 있습니다. 줄 맨 앞에서 시작하세요.",
            "spaces before the heading; begin at the left edge",
        )
    if STOPPED.search(line.text):
        return (
            "제목 끝에 마침표나 쌍점이 있습니다. 지우세요.",
            "a full stop or colon at the heading's end; remove it",
        )
    return None


def _no_heading(line: Line, lines: tuple[Line, ...]) -> tuple[str, str] | None:
    """What a line does that was meant as a heading, or makes one without being meant to."""
    if line.kind == "text" and GLUED.match(line.text):
        return (
            "‘#’ 뒤에 빈칸이 없습니다. ‘## 제목’처럼 적으세요.",
            "no space after '#'; write '## Words'",
        )
    if line.kind == "text" and BOLD_LINE.fullmatch(line.text) and _alone(line, lines):
        return (
            "굵은 글씨만 있는 줄은 제목이 되지 않습니다. ‘## 제목 {#id}’처럼 적거나 다음 문단에 붙이세요.",
            "a line in bold is no heading; write '## Words {#id}', or put it into the next paragraph",
        )
    if _underlines(line, lines):
        return (
            "윗줄을 제목으로 바꾸는 밑줄입니다. 제목은 ‘##’로 적고, 구분선은 앞에 빈 줄을 두세요.",
            "this line turns the one above into a heading; write headings with '##', and a blank line before a rule",
        )
    return None


def _alone(line: Line, lines: tuple[Line, ...]) -> bool:
    """Whether a line is a paragraph of its own."""
    around = [lines[n] for n in (line.number - 1, line.number + 1) if 0 <= n < len(lines)]
    return all(not other.text.strip() for other in around)


def _underlines(line: Line, lines: tuple[Line, ...]) -> bool:
    above = lines[line.number - 1] if line.number else line
    return (
        above.kind == "text"
        and re.fullmatch(r"=+|-+", line.text) is not None
        and line.kind in ("text", "rule")
    )


@on_pages
def heading_id(page: Page) -> Iterator[Problem]:
    """Headings of the second and third level have an id of a-z, 0-9 and '-', each once on its page."""
    seen: dict[str, int] = {}
    for heading in page.outline.headings:
        yield from _wrong_id(page, heading, seen)
        if heading.id:
            seen.setdefault(heading.id, heading.place.line)


def _wrong_id(page: Page, heading: Heading, seen: dict[str, int]) -> Iterator[Problem]:
    if heading.id is None:
        if heading.level in (2, 3) and heading.text:
            yield at(page, heading.place, "heading-id", f"제목 ‘{heading.text}’에 id가 없습니다. 뒤에 ‘{{#…}}’를 붙이고 다른 언어와 같게 하세요.",
                     f"the heading '{heading.text}' has no id; add '{{#…}}', the same in both languages")  # fmt: skip
    elif heading.id.startswith("_"):
        yield at(page, heading.place, "id-reserved", f"‘__’로 시작하는 id는 테마가 씁니다. ‘#{heading.id}’를 다른 이름으로 바꾸세요.",
                 f"ids that begin with '__' belong to the theme; rename '#{heading.id}'")  # fmt: skip
    elif not HEADING_ID.fullmatch(heading.id):
        yield at(page, heading.place, "heading-id", f"제목의 id에는 a-z, 0-9, ‘-’만 씁니다. ‘#{heading.id}’를 바꾸세요.",
                 f"a heading's id holds a-z, 0-9 and '-' only, not '#{heading.id}'")  # fmt: skip
    elif heading.id in seen:
        yield at(page, heading.place, "id-unique", f"{named('#' + heading.id, '은')} {seen[heading.id]}행에 이미 있습니다. 다른 id를 쓰세요.",
                 f"'#{heading.id}' is already on line {seen[heading.id]}; choose another id")  # fmt: skip


@on_pages
def section_empty(page: Page) -> Iterator[Problem]:
    """Something stands below every heading."""
    if hides_headings(page):
        return
    headings = page.outline.headings
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        end = following.place.start if following else len(page.outline.body)
        deeper = following is not None and following.level > heading.level
        if (
            heading.level > 1
            and not deeper
            and not page.outline.body[heading.place.end : end].strip()
        ):
            yield at(page, heading.place, "section-empty", f"제목 ‘{heading.text}’ 아래가 비어 있습니다. 내용을 넣거나 제목을 지우세요.",
                     f"nothing stands below '{heading.text}'; write something or delete the heading")  # fmt: skip


RULES = (heading_h1, heading_level, heading_form, heading_id, section_empty)
