"""Rules about Markdown as this site's renderer reads it: what would be shown otherwise than meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import inline
from ..blocks import DELIMITERS, NEST, Line
from ..library import Library, Page
from ..outline import Heading
from ..problem import Problem
from .finding import at, inside, meant, named

ADMONITIONS = (
    "note abstract info tip success question warning failure danger bug example quote".split()
)
"""Types for which the theme has a colour and an icon."""
HEADING_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
CLASSES = frozenset({"lead", "no-term", "decorative"})
ATTRIBUTE = re.compile(r"""([#.]?)([^\s="'“”‘’]+)(?:=("[^"]*"|'[^']*'|[^\s"'“”]*))?|(\S+)""")
ATTRIBUTE_NAMES = frozenset({"lang", "width", "height", "alt", "title", "start"})


def fence_open(library: Library) -> Iterator[Problem]:
    """A fenced block of code is closed by the marks that opened it."""
    for page in library.pages.values():
        for fence in page.outline.fences:
            if not fence.closed:
                yield at(page, page.outline.line_place(fence.first), "fence-open", f"여기서 연 {fence.marker}가 닫히지 않습니다. 코드가 끝나는 곳에 같은 줄을 넣으세요.",
                         f"{fence.marker} opened here is never closed; put the same line after the code")  # fmt: skip


def fence_indent(library: Library) -> Iterator[Problem]:
    """A fenced block of code begins at the left edge."""
    for page in library.pages.values():
        opened = False
        for line in page.outline.lines:
            if line.kind != "fence" and re.match(r"(?:```|~~~)", line.text) and (line.indent or line.text.count("```") == 1):
                if not opened:
                    yield at(page, page.outline.line_place(line.number), "fence-indent", "들여 쓴 코드 울타리는 코드로 보이지 않습니다. 줄 맨 앞에서 시작하세요.",
                             "an indented fence isn't shown as code; begin it at the left edge")  # fmt: skip
                opened = not opened


def code_open(library: Library) -> Iterator[Problem]:
    """A code span is closed by as many backticks as opened it."""
    for page in library.pages.values():
        if "`" in page.outline.unfenced:
            place = inline.open_tick(page.outline.unfenced)
            if place is not None and not page.outline.unfenced.startswith("```", place):
                yield at(page, page.outline.place(place, place + 1), "code-open", "여기서 연 `가 닫히지 않습니다. 코드 끝에 `를 넣으세요.",
                         "` opened here is never closed; put ` after the code")  # fmt: skip


def code_indent(library: Library) -> Iterator[Problem]:
    """Code stands in a fence; four spaces before a paragraph make it code by accident."""
    for page in library.pages.values():
        before = "blank"
        for line in page.outline.lines:
            if line.kind == "code" and before != "code":
                yield at(page, page.outline.line_place(line.number), "code-indent", "빈칸 네 개로 시작해 코드로 보입니다. 들여쓰기를 없애거나, 코드면 ```로 감싸세요.",
                         "four spaces make this code; remove them, or put code between ``` lines")  # fmt: skip
            before = line.kind if line.kind != "blank" or before != "code" else before


def html_comment(library: Library) -> Iterator[Problem]:
    """A comment is closed; an open one hides the rest of the page."""
    for page in library.pages.values():
        unclosed = page.outline.comments[1]
        if unclosed:
            yield at(page, unclosed, "html-comment", "‘<!--’가 닫히지 않아 그 뒤가 모두 사라집니다. ‘-->’를 넣으세요.",
                     "'<!--' is never closed and hides the rest of the page; add '-->'")  # fmt: skip


# ---- headings


def heading_h1(library: Library) -> Iterator[Problem]:
    """A page has one first-level heading, before everything else, with the title's text."""
    for page in library.pages.values():
        tops = [heading for heading in page.outline.headings if heading.level == 1]
        if not tops:
            if not _hidden(page):
                yield Problem(page.path, page.outline.first_line, 1, "heading-h1", f"큰제목이 없습니다. 머리말 다음에 ‘# {page.title}’를 넣으세요.",
                              f"no first-level heading; put '# {page.title}' after the front matter")  # fmt: skip
            continue
        for heading in tops[1:]:
            yield at(page, heading.place, "heading-h1", f"큰제목이 또 있습니다. 첫째는 {tops[0].place.line}행에 있습니다. ‘##’를 쓰세요.",
                     f"a second first-level heading; the first is on line {tops[0].place.line}; write '##'")  # fmt: skip
        if tops[0].text != page.title:
            yield at(page, tops[0].place, "heading-h1", f"큰제목이 머리말의 title ‘{page.title}’과 다릅니다. 둘을 같게 하세요.".replace("’과 다릅니다", "’ 항목과 다릅니다"),
                     f"the heading differs from the title '{page.title}'; make them the same")  # fmt: skip


def _hidden(page: Page) -> bool:
    """Whether something that swallows headings is reported already."""
    return page.outline.comments[1] is not None or any(not f.closed for f in page.outline.fences)


def heading_level(library: Library) -> Iterator[Problem]:
    """Headings go down one level at a time."""
    for page in library.pages.values():
        before = 1
        for heading in page.outline.headings:
            if heading.level > before + 1:
                yield at(page, heading.place, "heading-level", f"{before}단계 제목 다음에 {heading.level}단계가 옵니다. ‘{'#' * (before + 1)}’를 쓰세요.",
                         f"level {heading.level} follows level {before}; write '{'#' * (before + 1)}'")  # fmt: skip
            before = heading.level


def heading_form(library: Library) -> Iterator[Problem]:
    """A heading is written `## Words {#id}` on a line of its own."""
    for page in library.pages.values():
        lines = page.outline.lines
        for line in lines:
            place = page.outline.line_place(line.number)
            if line.kind == "heading" and not line.text.strip("# "):
                yield at(page, place, "heading-form", "빈 제목입니다. 글을 넣거나 지우세요.", "an empty heading; add words or delete it")
            elif line.kind == "heading" and line.indent:
                yield at(page, place, "heading-form", "제목 앞에 빈칸이 있습니다. 줄 맨 앞에서 시작하세요.", "spaces before the heading; begin at the left edge")
            elif line.kind == "text" and re.match(r"#{1,6}[^\s#!]", line.text) and not re.match(r"#\d", line.text):
                yield at(page, place, "heading-form", "‘#’ 뒤에 빈칸이 없습니다. ‘## 제목’처럼 적으세요.", "no space after '#'; write '## Words'")
            elif _underlines(line, lines):
                yield at(page, place, "heading-form", "윗줄을 제목으로 바꾸는 밑줄입니다. 제목은 ‘##’로 적고, 구분선은 앞에 빈 줄을 두세요.",
                         "this line turns the one above into a heading; write headings with '##', and a blank line before a rule")  # fmt: skip


def _underlines(line: Line, lines: tuple[Line, ...]) -> bool:
    above = lines[line.number - 1] if line.number else line
    return above.kind == "text" and re.fullmatch(r"=+|-+", line.text) is not None and line.kind in ("text", "rule")


def heading_id(library: Library) -> Iterator[Problem]:
    """Headings of the second and third level have an id of a-z, 0-9 and '-', each once on its page."""
    for page in library.pages.values():
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
        yield at(page, heading.place, "id-unique", f"‘#{heading.id}’는 {seen[heading.id]}행에 이미 있습니다. 다른 id를 쓰세요.",
                 f"'#{heading.id}' is already on line {seen[heading.id]}; choose another id")  # fmt: skip


def section_empty(library: Library) -> Iterator[Problem]:
    """Something stands below every heading."""
    for page in library.pages.values():
        if _hidden(page):
            continue
        headings = page.outline.headings
        for heading, following in zip(headings, [*headings[1:], None], strict=True):
            end = following.place.start if following else len(page.outline.body)
            deeper = following is not None and following.level > heading.level
            if heading.level > 1 and not deeper and not page.outline.body[heading.place.end : end].strip():
                yield at(page, heading.place, "section-empty", f"제목 ‘{heading.text}’ 아래가 비어 있습니다. 내용을 넣거나 제목을 지우세요.",
                         f"nothing stands below '{heading.text}'; write something or delete the heading")  # fmt: skip


# ---- tables


def table_columns(library: Library) -> Iterator[Problem]:
    """Every row of a table has as many cells as its head."""
    for page in library.pages.values():
        for table in page.outline.tables:
            head = table.rows[0][1]
            for place, cells in table.rows[1:]:
                if cells != head:
                    ko, en = (" 칸 안의 세로줄은 \\|로 적으세요.", "; write \\| for a bar") if cells > head else ("", "; add the missing ones")
                    yield at(page, place, "table-columns", f"칸이 {cells}개인데 머리글은 {head}개입니다.{ko or ' 빠진 칸을 넣으세요.'}",
                             f"{cells} cell{'s' * (cells != 1)} under {head} headings{en}")  # fmt: skip


def table_form(library: Library) -> Iterator[Problem]:
    """A table has a blank line before it and a line of dashes, with a dash for each column, under its head."""
    for page in library.pages.values():
        lines = page.outline.lines
        for line in lines:
            place = page.outline.line_place(line.number)
            above = lines[line.number - 1] if line.number else None
            if line.kind == "table" and above and above.kind == "text":
                yield at(page, place, "table-form", "표 앞에 빈 줄이 있어야 합니다.", "a table needs a blank line before it")
            elif line.kind == "text" and _bars(line) and (above is None or above.kind == "blank") and _bars(_next(lines, line)):
                yield at(page, place, "table-form", "표의 머리글 다음에 ‘|---|---|’ 줄이 없습니다. 넣으세요.",
                         "no '|---|---|' line under the table's head; add it")  # fmt: skip
        yield from _delimiters(page)


def _bars(line: Line | None) -> bool:
    return line is not None and line.text.startswith("|") and line.text.endswith("|") and line.text.count("|") > 2


def _next(lines: tuple[Line, ...], line: Line) -> Line | None:
    return lines[line.number + 1] if line.number + 1 < len(lines) else None


def _delimiters(page: Page) -> Iterator[Problem]:
    """The line of dashes has a group for each column of the head."""
    for line in page.outline.lines:
        following = _next(page.outline.lines, line)
        above = page.outline.lines[line.number - 1] if line.number else None
        if line.kind != "table" or (above and above.kind == "table") or following is None:
            continue
        if DELIMITERS.match(following.text):
            groups = following.text.strip("|").count("|") + 1
            head = next(t.rows[0][1] for t in page.outline.tables if t.rows[0][0].line == page.outline.first_line + line.number)
            if groups != head:
                yield at(page, page.outline.line_place(following.number), "table-form", f"머리글은 {head}칸인데 이 줄은 {groups}칸입니다. 같게 맞추세요.",
                         f"{groups} columns of dashes under {head} headings; make them equal")  # fmt: skip


# ---- lists


def list_indent(library: Library) -> Iterator[Problem]:
    """A nested item is indented by four spaces."""
    for page in library.pages.values():
        base: int | None = None
        for line in page.outline.lines:
            if line.kind == "item":
                off = line.indent - NEST * line.depth
                if base is not None and (off > base or line.indent % NEST) and off % NEST:
                    yield at(page, page.outline.line_place(line.number), "list-indent", f"하위 항목은 빈칸 4개로 들여 씁니다. {line.indent}개로는 같은 단계가 됩니다.",
                             f"nest an item with 4 spaces; {line.indent} make a flat list")  # fmt: skip
                base = off if base is None else base
            elif line.kind not in ("blank", "text", "attributes"):
                base = None
            elif line.kind == "text" and line.indent == 0 and page.outline.lines[line.number - 1].kind == "blank":
                base = None


def list_blank(library: Library) -> Iterator[Problem]:
    """A list has a blank line before it."""
    for page in library.pages.values():
        in_list = False
        for line in page.outline.lines:
            above = page.outline.lines[line.number - 1] if line.number else None
            if line.kind == "item":
                if not in_list and above and above.kind in ("text", "quote") and not _number_in_prose(line):
                    yield at(page, page.outline.line_place(line.number), "list-blank", "목록 앞에 빈 줄이 있어야 합니다.",
                             "a list needs a blank line before it")  # fmt: skip
                in_list = True
            elif line.kind not in ("text", "blank", "quote", "fence", "code", "attributes") or (line.kind == "text" and above and above.kind == "blank" and not line.indent):
                in_list = False


def _number_in_prose(line: Line) -> bool:
    """Whether a wrapped line only happens to begin with a number: `… in\\n2025. Then`."""
    return re.match(r"\d{2,}\.|[-+]$", line.text) is not None


def list_form(library: Library) -> Iterator[Problem]:
    """An item begins with '- ' or '1. '; other marks make no list."""
    for page in library.pages.values():
        for line in page.outline.lines:
            if line.kind != "text":
                continue
            if found := re.match(r"[•◦▪‣●○■□▶◆※·ㆍ](?=\s)|\(?\d{1,2}\)(?=\s)|[①-⑳](?=\s)|[가-하][.)](?=\s\S)", line.text):
                if not _starts_block(page, line):
                    continue
                yield at(page, page.outline.line_place(line.number), "list-form", f"‘{found[0]}’로는 목록이 되지 않습니다. ‘- ’나 ‘1. ’로 시작하세요.",
                         f"'{found[0]}' makes no list; begin with '- ' or '1. '")  # fmt: skip
            elif re.match(r"-(?=[가-힣A-Za-z“‘(\[])|\+(?=[가-힣])|\*(?=[가-힣A-Za-z])(?![^*]*\*)|\d{1,2}\.(?=[가-힣A-Za-z])", line.text) and _starts_block(page, line):
                yield at(page, page.outline.line_place(line.number), "list-form", "목록 기호 뒤에 빈칸이 없습니다. ‘- 항목’처럼 적으세요.",
                         "no space after the list mark; write '- item'")  # fmt: skip


def _starts_block(page: Page, line: Line) -> bool:
    return line.number == 0 or page.outline.lines[line.number - 1].kind in ("blank", "item", "heading") or bool(
        re.match(r"[-*+•·]|\d{1,2}[.)]", page.outline.lines[line.number - 1].text)
    )


def list_empty(library: Library) -> Iterator[Problem]:
    """An item has words."""
    for page in library.pages.values():
        for line in page.outline.lines:
            if line.kind == "item" and re.fullmatch(r"[-*+]|\d+\.", line.text):
                following = _next(page.outline.lines, line)
                if following is None or following.kind in ("blank", "item"):
                    yield at(page, page.outline.line_place(line.number), "list-form", "빈 항목입니다. 글을 넣거나 지우세요.", "an empty item; add words or delete it")


# ---- admonitions, marks, attributes


def admonition(library: Library) -> Iterator[Problem]:
    """A box is written `!!! note`, with a known type and its text indented by four spaces."""
    for page in library.pages.values():
        for line in page.outline.lines:
            if line.kind == "admonition":
                yield from _admonition(page, line)
            elif line.kind in ("text", "quote") and re.match(r"\?\?\?\+?\s|:::|>\s*\[!\w+\]", line.text):
                yield at(page, page.outline.line_place(line.number), "admonition", "이 사이트는 이런 상자를 보여 주지 않습니다. ‘!!! note’로 적으세요.",
                         "this site doesn't show boxes of this form; write '!!! note'")  # fmt: skip


def _admonition(page: Page, line: Line) -> Iterator[Problem]:
    place = page.outline.line_place(line.number)
    kind = line.text[3:].strip().split(" ")[0].strip("\"'").split('"')[0]
    following = _next(page.outline.lines, line)
    if not line.text.startswith("!!! ") or not kind:
        yield at(page, place, "admonition", "‘!!!’ 뒤에 빈칸과 종류를 적으세요: ‘!!! note’", "put a space and a type after '!!!': '!!! note'")
    elif kind not in ADMONITIONS:
        ko, en = meant(kind, ADMONITIONS)
        yield at(page, place, "admonition", f"{named(kind, '은')} 없는 상자 종류입니다.{ko or ' 쓸 수 있는 종류: ' + ', '.join(ADMONITIONS)}",
                 f"there is no type '{kind}'{en or '; types are ' + ', '.join(ADMONITIONS)}")  # fmt: skip
    elif following is None or following.kind == "blank" and not _indented_later(page, line) or (following.kind != "blank" and following.indent < line.indent + NEST):
        yield at(page, place, "admonition", "상자의 글이 들여쓰기되어 있지 않아 상자가 빕니다. 다음 줄을 빈칸 4개로 시작하세요.",
                 "the box stays empty, since its text isn't indented; begin the next line with 4 spaces")  # fmt: skip


def _indented_later(page: Page, line: Line) -> bool:
    following = next((l for l in page.outline.lines[line.number + 1 :] if l.kind != "blank"), None)
    return following is not None and following.indent >= line.indent + NEST


EMPHASIS_CJK = re.compile(r"(?<![\w*\\])(\*{2,3}|_{2})(?=[^\s*])((?:(?!\n\n)[^*])*?[)\]”’\"'」』》〉.,!?%:;])\1(?=[가-힣A-Za-z0-9])")


def emphasis_cjk(library: Library) -> Iterator[Problem]:
    """Emphasis that ends with a sign stands apart from the next letter, or GitHub shows its stars."""
    for page in library.pages.values():
        if "**" not in page.outline.masked:
            continue
        for match in EMPHASIS_CJK.finditer(page.outline.masked):
            yield at(page, page.outline.place(*match.span()), "emphasis-cjk", f"GitHub에서는 ‘{match[1]}’가 그대로 보입니다. 문장 부호를 강조 밖으로 빼세요.",
                     f"GitHub and CommonMark show the {match[1]} here; move the sign out of the emphasis")  # fmt: skip


def emphasis_open(library: Library) -> Iterator[Problem]:
    """Emphasis is closed within its paragraph, and no space stands inside its stars."""
    for page in library.pages.values():
        if "**" not in page.outline.masked:
            continue
        for passage in page.outline.passages:
            start = passage.place.start
            text = page.outline.masked[start : passage.place.end]
            marks = [m for m in re.finditer(r"(?<![\\*])\*\*(?!\*)", text)]
            if len(marks) % 2:
                yield inside(page, passage, marks[-1].start(), "emphasis-open", "‘**’의 짝이 없습니다. 강조가 끝나는 곳에 ‘**’를 넣으세요.",
                             "'**' without its partner; put '**' where the emphasis ends")  # fmt: skip
                continue
            for opened, closed in zip(marks[::2], marks[1::2], strict=True):
                inner = text[opened.end() : closed.start()]
                if inner != inner.strip() and inner.strip():
                    yield inside(page, passage, opened.start(), "emphasis-open", "‘**’ 안쪽에 빈칸이 있어 강조가 되지 않습니다. 빈칸을 없애세요.",
                                 "a space inside the '**' breaks the emphasis; remove it")  # fmt: skip


UNSUPPORTED: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"~~[^\s~][^~\n]*~~"), "취소선(~~)은 보이지 않습니다. 지운 글은 빼세요.", "strikethrough (~~) isn't shown; remove what is struck out"),
    (re.compile(r"==[^\s=][^=\n]*=="), "‘==’ 강조는 보이지 않습니다. **굵게** 쓰세요.", "'==' marking isn't shown; write **bold**"),
    (re.compile(r"(?<![\w:])\+\+[^\s+][^+\n]*\+\+"), "‘++’ 표시는 보이지 않습니다. <kbd>를 쓰세요.", "'++' isn't shown; write <kbd>"),
    (re.compile(r"^\s*(?:[-*+]|\d+\.)\s+\[[ xX]\]\s", re.MULTILINE), "할 일 상자([ ])는 보이지 않습니다. 보통 목록으로 적으세요.", "task boxes ([ ]) aren't shown; write a plain list"),
    (re.compile(r"(?<![\w:/]):[a-z]+(?:[-_][a-z0-9]+)+:(?![\w/])"), "그림말 이름(:…:)은 보이지 않습니다. 그림말을 직접 넣거나 빼세요.", "emoji names (:…:) aren't shown; insert the emoji or leave it out"),
    (re.compile(r"^\s*=== \"", re.MULTILINE), "탭(===)은 보이지 않습니다. 제목을 나누어 쓰세요.", "tabs (===) aren't shown; use headings"),
    (re.compile(r"\\\(|\\\[(?!\w+\\\])|(?<!\$)\$\$[^$\n]+\$\$"), "수식은 보이지 않습니다. 글로 풀어 쓰세요.", "formulas aren't shown; say it in words"),
    (re.compile(r"^\[TOC\]\s*$|^\[\[_?TOC_?\]\]", re.MULTILINE), "차례는 저절로 생깁니다. 이 줄을 지우세요.", "the table of contents is made by itself; delete this line"),
    (re.compile(r"\[\[[^\[\]\n]+\]\]"), "[[…]] 링크는 보이지 않습니다. ‘[글](파일.md)’로 적으세요.", "[[…]] links aren't shown; write [text](file.md)"),
)  # fmt: skip


def unsupported(library: Library) -> Iterator[Problem]:
    """Marks that this site's Markdown doesn't know are not used."""
    for page in library.pages.values():
        for pattern, ko, en in UNSUPPORTED:
            for match in pattern.finditer(page.outline.masked):
                start = match.end() - len(match[0].lstrip())
                yield at(page, page.outline.place(start, match.end()), "markup-unsupported", ko, en)


def attribute(library: Library) -> Iterator[Problem]:
    """An attribute list `{#id .class lang=ko}` holds known names, in straight quotation marks."""
    for page in library.pages.values():
        for place, written in page.outline.attributes:
            wrong = next((w for w in (_wrong_attribute(m) for m in ATTRIBUTE.finditer(written)) if w), None)
            if wrong:
                yield at(page, place, "attribute", *wrong)


def _wrong_attribute(match: re.Match[str]) -> tuple[str, str] | None:
    mark, name, value, odd = match.groups()
    if odd or any(c in "“”‘’" for c in match[0]):
        return f"속성 ‘{match[0]}’에 둥근 따옴표가 있습니다. 곧은 따옴표(\")로 바꾸세요.", f"curly quotes in the attribute '{match[0]}'; use straight ones (\")"
    if mark == "#":
        return None
    if mark == ".":
        ko, en = meant(name, CLASSES)
        return None if name in CLASSES else (
            f"{named('.' + name, '은')} 이 사이트에 없는 클래스입니다.{ko or ' 쓸 수 있는 것: ' + ', '.join(sorted(CLASSES))}",
            f"there is no class '.{name}'{en or '; there are ' + ', '.join(sorted(CLASSES))}")  # fmt: skip
    if name in ATTRIBUTE_NAMES and value is not None:
        return None
    ko, en = meant(name, ATTRIBUTE_NAMES)
    return f"속성 {named(name, '은')} 쓸 수 없습니다.{ko or ' 지우세요.'}", f"the attribute '{name}' is not allowed{en or '; remove it'}"


RULES = (
    fence_open, fence_indent, code_open, code_indent, html_comment, heading_h1, heading_level,
    heading_form, heading_id, section_empty, table_columns, table_form, list_indent, list_blank,
    list_form, list_empty, admonition, emphasis_cjk, emphasis_open, unsupported, attribute,
)  # fmt: skip
