"""Rules about tables and lists as this site's renderer reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..blocks import DELIMITERS, NEST, Line
from ..library import Page
from ..problem import Problem
from .finding import at, on_pages


@on_pages
def table_columns(page: Page) -> Iterator[Problem]:
    """Every row of a table has as many cells as its head."""
    for table in page.outline.tables:
        head = table.rows[0][1]
        for place, cells in table.rows[1:]:
            if cells != head:
                ko, en = (
                    (" 칸 안의 세로줄은 \\|로 적으세요.", "; write \\| for a bar")
                    if cells > head
                    else ("", "; add the missing ones")
                )
                yield at(page, place, "table-columns", f"칸이 {cells}개인데 머리글은 {head}개입니다.{ko or ' 빠진 칸을 넣으세요.'}",
                         f"{cells} cell{'s' * (cells != 1)} under {head} headings{en}")  # fmt: skip


@on_pages
def table_form(page: Page) -> Iterator[Problem]:
    """A table has a blank line before it and a line of dashes, with a dash for each column, under its head."""
    lines = page.outline.lines
    for line in lines:
        above = page.outline.above(line)
        if line.kind == "table" and above and above.kind == "text":
            yield at(
                page,
                page.outline.line_place(line.number),
                "table-form",
                "표 앞에 빈 줄이 있어야 합니다.",
                "a table needs a blank line before it",
            )
        elif (
            line.kind == "text"
            and _bars(line)
            and (above is None or above.kind == "blank")
            and _bars(page.outline.below(line))
        ):
            yield at(page, page.outline.line_place(line.number), "table-form", "표의 머리글 다음에 ‘|---|---|’ 줄이 없습니다. 넣으세요.",
                     "no '|---|---|' line under the table's head; add it")  # fmt: skip
    yield from _delimiters(page)


def _bars(line: Line | None) -> bool:
    return (
        line is not None
        and line.text.startswith("|")
        and line.text.endswith("|")
        and line.text.count("|") > 2
    )


def _delimiters(page: Page) -> Iterator[Problem]:
    """The line of dashes has a group for each column of the head."""
    for line in page.outline.lines:
        following = page.outline.below(line)
        above = page.outline.above(line)
        if line.kind != "table" or (above and above.kind == "table") or following is None:
            continue
        if DELIMITERS.match(following.text):
            groups = following.text.strip("|").count("|") + 1
            head = next(
                t.rows[0][1]
                for t in page.outline.tables
                if t.rows[0][0].line == page.outline.first_line + line.number
            )
            if groups != head:
                yield at(page, page.outline.line_place(following.number), "table-form", f"머리글은 {head}칸인데 이 줄은 {groups}칸입니다. 같게 맞추세요.",
                         f"{groups} columns of dashes under {head} headings; make them equal")  # fmt: skip


@on_pages
def list_indent(page: Page) -> Iterator[Problem]:
    """A nested item is indented by four spaces."""
    base: int | None = None
    for line in page.outline.lines:
        if line.kind == "item":
            off = line.indent - NEST * line.depth
            if base is not None and off % NEST:
                yield at(page, page.outline.line_place(line.number), "list-indent", f"하위 항목은 빈칸 4개로 들여 씁니다. {line.indent}개로는 같은 단계가 됩니다.",
                         f"nest an item with 4 spaces; {line.indent} make a flat list")  # fmt: skip
            base = off if base is None else base
        elif line.kind not in ("blank", "text", "attributes") or (
            line.kind == "text"
            and line.indent == 0
            and page.outline.lines[line.number - 1].kind == "blank"
        ):
            base = None


@on_pages
def list_blank(page: Page) -> Iterator[Problem]:
    """A list has a blank line before it."""
    in_list = False
    for line in page.outline.lines:
        above = page.outline.above(line)
        if line.kind == "item":
            if not in_list and above and above.kind in ("text", "quote"):
                yield at(page, page.outline.line_place(line.number), "list-blank", "목록 앞에 빈 줄이 있어야 합니다.",
                         "a list needs a blank line before it")  # fmt: skip
            in_list = True
        elif line.kind not in ("text", "blank", "quote", "fence", "code", "attributes") or (
            line.kind == "text" and above and above.kind == "blank" and not line.indent
        ):
            in_list = False


NO_MARK = re.compile(
    r"[•◦▪‣●○■□▶▷►◆◇★☆※·ㆍ✅✓✔☑❌✗➤➢❖](?:\ufe0f)?(?=\s)|\(?\d{1,2}\)(?=\s)|[①-⑳](?=\s)|[가-하][.)](?=\s\S)"
)
NO_SPACE = re.compile(
    r"-(?=[가-힣A-Za-z“‘(\[])|\+(?=[가-힣])|\*(?=[가-힣A-Za-z])(?![^*]*\*)|\d{1,2}\.(?=[가-힣A-Za-z])"
)


@on_pages
def list_form(page: Page) -> Iterator[Problem]:
    """An item begins with '- ' or '1. '; other marks make no list."""
    for line in page.outline.lines:
        above = page.outline.above(line)
        mark = NO_MARK.match(line.text) or NO_SPACE.match(line.text)
        if (
            line.kind != "text"
            or not mark
            or not (above is None or above.kind in ("blank", "item", "heading"))
        ):
            continue
        place = page.outline.line_place(line.number)
        if NO_MARK.match(line.text):
            yield at(
                page,
                place,
                "list-form",
                f"‘{mark[0]}’ 기호로는 목록이 되지 않습니다. ‘- ’나 ‘1. ’로 시작하세요.",
                f"'{mark[0]}' makes no list; begin with '- ' or '1. '",
            )
        else:
            yield at(
                page,
                place,
                "list-form",
                "목록 기호 뒤에 빈칸이 없습니다. ‘- 항목’처럼 적으세요.",
                "no space after the list mark; write '- item'",
            )


@on_pages
def list_empty(page: Page) -> Iterator[Problem]:
    """An item has words."""
    for line in page.outline.lines:
        if line.kind == "item" and re.fullmatch(r"[-*+]|\d+\.", line.text):
            following = page.outline.below(line)
            if following is None or following.kind in ("blank", "item"):
                yield at(
                    page,
                    page.outline.line_place(line.number),
                    "list-form",
                    "빈 항목입니다. 글을 넣거나 지우세요.",
                    "an empty item; add words or delete it",
                )


MAX_NESTING = 6
QUOTES = re.compile(r"(?:>\s?){7,}")


@on_pages
def nesting(page: Page) -> Iterator[Problem]:
    """Lists and quotations are nested at most six deep."""
    for line in page.outline.lines:
        if line.kind != "fence" and (line.depth > MAX_NESTING or QUOTES.match(line.text)):
            yield at(page, page.outline.line_place(line.number), "nesting", f"목록이나 인용이 {MAX_NESTING}단계보다 깊습니다. 단계를 줄이거나 글로 풀어 쓰세요.",
                     f"lists or quotations more than {MAX_NESTING} deep; flatten them or write prose")  # fmt: skip
            return


RULES = (table_columns, table_form, list_indent, list_blank, list_form, list_empty, nesting)
