"""Rules about code, boxes, emphasis and attributes: what would be shown otherwise than meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import inline
from ..blocks import FENCE, NEST, Fence, Line
from ..library import Page
from ..problem import Problem
from .finding import at, inside, meant, named, on_pages

ADMONITIONS = [
    "note",
    "abstract",
    "info",
    "tip",
    "success",
    "question",
    "warning",
    "failure",
    "danger",
    "bug",
    "example",
    "quote",
]
"""Types for which the theme has a colour and an icon."""
CLASSES = frozenset({"lead", "no-term", "decorative"})
ATTRIBUTE = re.compile(r"""([#.]?)([^\s="'“”‘’]+)(?:=("[^"]*"|'[^']*'|[^\s"'“”]*))?|(\S+)""")
ATTRIBUTE_NAMES = frozenset({"lang", "width", "height", "alt", "title", "start"})


@on_pages
def fence_open(page: Page) -> Iterator[Problem]:
    """A fenced block of code is closed by the marks that opened it."""
    for fence in page.outline.fences:
        above = page.outline.lines[fence.first - 1] if fence.first else None
        if not fence.info and above and above.kind in ("text", "code", "table"):
            yield at(page, page.outline.line_place(fence.first), "fence-open", f"이 {fence.marker} 앞에 코드를 여는 줄이 없습니다. 코드 앞에 ‘{fence.marker}yaml’처럼 적으세요.",
                     f"this {fence.marker} closes code that was never opened; put a line such as '{fence.marker}yaml' before the code")  # fmt: skip
            return
        if not fence.closed or _opens_another(page, fence):
            yield at(page, page.outline.line_place(fence.first), "fence-open", f"여기서 연 {fence.marker}가 닫히지 않습니다. 코드가 끝나는 곳에 같은 줄을 넣으세요.",
                     f"{fence.marker} opened here is never closed; put the same line after the code")  # fmt: skip


def _opens_another(page: Page, fence: Fence) -> bool:
    """Whether the code holds a line of fence marks, which was meant to close it or opens the next."""
    inside = page.outline.written[fence.first + 1 : fence.last]
    marks = (FENCE.match(line.rstrip()) for line in inside)
    return any(m and (len(m[1]) >= len(fence.marker) or m[1][0] != fence.marker[0]) for m in marks)


@on_pages
def fence_indent(page: Page) -> Iterator[Problem]:
    """A fenced block of code begins at the left edge."""
    opened = False
    for line in page.outline.lines:
        if (
            line.kind != "fence"
            and re.match(r"(?:```|~~~)", line.text)
            and (line.indent or line.text.count("```") == 1)
        ):
            if not opened:
                yield at(page, page.outline.line_place(line.number), "fence-indent", "들여 쓴 코드 울타리는 코드로 보이지 않습니다. 줄 맨 앞에서 시작하세요.",
                         "an indented fence isn't shown as code; begin it at the left edge")  # fmt: skip
            opened = not opened


@on_pages
def code_open(page: Page) -> Iterator[Problem]:
    """A code span is closed by as many backticks as opened it."""
    if "`" in page.outline.unfenced:
        place = inline.open_tick(page.outline.unfenced)
        if place is not None and not page.outline.unfenced.startswith("```", place):
            yield at(page, page.outline.place(place, place), "code-open", "여기서 연 `가 닫히지 않습니다. 코드 끝에 `를 넣으세요.",
                     "` opened here is never closed; put ` after the code")  # fmt: skip


@on_pages
def code_indent(page: Page) -> Iterator[Problem]:
    """Code stands in a fence; four spaces before a paragraph make it code by accident."""
    before = "blank"
    for line in page.outline.lines:
        if line.kind == "code" and before != "code":
            yield at(page, page.outline.line_place(line.number), "code-indent", "빈칸 네 개로 시작해 코드로 보입니다. 들여쓰기를 없애거나, 코드면 ```로 감싸세요.",
                     "four spaces make this code; remove them, or put code between ``` lines")  # fmt: skip
        before = line.kind if line.kind != "blank" or before != "code" else before


@on_pages
def html_comment(page: Page) -> Iterator[Problem]:
    """A comment is closed; an open one hides the rest of the page."""
    unclosed = page.outline.comments[1]
    if unclosed:
        yield at(page, unclosed, "html-comment", "‘<!--’가 닫히지 않아 그 뒤가 모두 사라집니다. ‘-->’를 넣으세요.",
                 "'<!--' is never closed and hides the rest of the page; add '-->'")  # fmt: skip


@on_pages
def admonition(page: Page) -> Iterator[Problem]:
    """A box is written `!!! note`, with a known type and its text indented by four spaces."""
    for line in page.outline.lines:
        if line.kind == "admonition":
            yield from _admonition(page, line)
        elif line.kind in ("text", "quote") and re.match(
            r"\?\?\?\+?\s|:::|>\s*\[!\w+\]", line.text
        ):
            yield at(page, page.outline.line_place(line.number), "admonition", "이 사이트는 이런 상자를 보여 주지 않습니다. ‘!!! note’로 적으세요.",
                     "this site doesn't show boxes of this form; write '!!! note'")  # fmt: skip


def _admonition(page: Page, line: Line) -> Iterator[Problem]:
    place = page.outline.line_place(line.number)
    kind = line.text[3:].strip().split(" ")[0].strip("\"'").split('"')[0]
    following = page.outline.below(line)
    if not line.text.startswith("!!! ") or not kind:
        yield at(
            page,
            place,
            "admonition",
            "‘!!!’ 뒤에 빈칸과 종류를 적으세요: ‘!!! note’",
            "put a space and a type after '!!!': '!!! note'",
        )
    elif kind not in ADMONITIONS:
        ko, en = meant(kind, ADMONITIONS)
        yield at(page, place, "admonition", f"{named(kind, '은')} 없는 상자 종류입니다.{ko or ' 쓸 수 있는 종류: ' + ', '.join(ADMONITIONS)}",
                 f"there is no type '{kind}'{en or '; types are ' + ', '.join(ADMONITIONS)}")  # fmt: skip
    elif (
        following is None
        or (following.kind == "blank" and not _indented_later(page, line))
        or (following.kind != "blank" and following.indent < line.indent + NEST)
    ):
        yield at(page, place, "admonition", "상자의 글이 들여쓰기되어 있지 않아 상자가 빕니다. 다음 줄을 빈칸 4개로 시작하세요.",
                 "the box stays empty, since its text isn't indented; begin the next line with 4 spaces")  # fmt: skip


def _indented_later(page: Page, line: Line) -> bool:
    following = next(
        (below for below in page.outline.lines[line.number + 1 :] if below.kind != "blank"), None
    )
    return following is not None and following.indent >= line.indent + NEST


EMPHASIS_CJK = re.compile(
    r"(?<![\w*\\])(\*{2,3}|_{2})(?=[^\s*])((?:(?!\n\n)[^*]){0,200}?[)\]”’\"'」』》〉.,!?%:;])\1(?=[가-힣A-Za-z0-9])"
)


@on_pages
def emphasis_cjk(page: Page) -> Iterator[Problem]:
    """Emphasis that ends with a sign stands apart from the next letter, or GitHub shows its stars."""
    if "**" not in page.outline.masked:
        return
    for match in EMPHASIS_CJK.finditer(page.outline.masked):
        yield at(page, page.outline.place(*match.span()), "emphasis-cjk", f"GitHub에서는 ‘{match[1]}’가 그대로 보입니다. 문장 부호를 강조 밖으로 빼세요.",
                 f"GitHub and CommonMark show the {match[1]} here; move the sign out of the emphasis")  # fmt: skip


@on_pages
def emphasis_open(page: Page) -> Iterator[Problem]:
    """Emphasis is closed within its paragraph, and no space stands inside its stars."""
    if "**" not in page.outline.masked:
        return
    for passage in page.outline.passages:
        start = passage.place.start
        text = page.outline.masked[start : passage.place.end]
        marks = list(re.finditer(r"(?<![\\*])\*\*(?!\*)", text))
        if len(marks) % 2:
            yield inside(page, passage, (marks[-1].start(), "emphasis-open", "‘**’의 짝이 없습니다. 강조가 끝나는 곳에 ‘**’를 넣으세요.",
                         "'**' without its partner; put '**' where the emphasis ends"))  # fmt: skip
            continue
        for opened, closed in zip(marks[::2], marks[1::2], strict=True):
            inner = text[opened.end() : closed.start()]
            if inner != inner.strip() and inner.strip():
                yield inside(page, passage, (opened.start(), "emphasis-open", "‘**’ 안쪽에 빈칸이 있어 강조가 되지 않습니다. 빈칸을 없애세요.",
                             "a space inside the '**' breaks the emphasis; remove it"))  # fmt: skip


ONE_STAR = re.compile(r"(?<![\\*\w가-힣)])\*(?=[^\s*])|(?<=[^\s*\\])\*(?![\w*가-힣])")


@on_pages
def emphasis_single(page: Page) -> Iterator[Problem]:
    """A single star that opens or closes an emphasis has its partner in the paragraph."""
    if "*" not in page.outline.masked:
        return
    for passage in page.outline.passages:
        text = page.outline.masked[passage.place.start : passage.place.end]
        marks = [m for m in ONE_STAR.finditer(text) if m.start() or passage.kind != "item"]
        if len(marks) == 1 and text.count("*") == 1 and passage.kind in ("text", "item"):
            yield inside(page, passage, (marks[0].start(), "emphasis-open", "‘*’의 짝이 없습니다. 짝을 넣거나, 별표 자체면 \\*로 적으세요.",
                         "'*' without its partner; add it, or write \\* for a star"))  # fmt: skip


UNSUPPORTED: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"~~[^\s~][^~\n]*~~"), "취소선(~~)은 보이지 않습니다. 지운 글은 빼세요.", "strikethrough (~~) isn't shown; remove what is struck out"),
    (re.compile(r"==[^\s=][^=\n]*=="), "‘==’ 강조는 보이지 않습니다. **굵게** 쓰세요.", "'==' marking isn't shown; write **bold**"),
    (re.compile(r"(?<![\w:])\+\+[^\s+][^+\n]*\+\+"), "‘++’ 표시는 보이지 않습니다. <kbd>를 쓰세요.", "'++' isn't shown; write <kbd>"),
    (re.compile(r"^[ \t]*(?:[-*+]|\d+\.)\s+\[[ xX]\]\s", re.MULTILINE), "할 일 상자([ ])는 보이지 않습니다. 보통 목록으로 적으세요.", "task boxes ([ ]) aren't shown; write a plain list"),
    (re.compile(r"(?<![\w:/]):(?:[a-z]+(?:[-_][a-z0-9]+)+|[a-z]{3,}):(?![\w/])"), "그림말 이름(:…:)은 보이지 않습니다. 그림말을 직접 넣거나 빼세요.", "emoji names (:…:) aren't shown; insert the emoji or leave it out"),
    (re.compile(r"^[ \t]*=== \"", re.MULTILINE), "탭(===)은 보이지 않습니다. 제목을 나누어 쓰세요.", "tabs (===) aren't shown; use headings"),
    (re.compile(r"\\\(|\\\[(?!\w+\\\])|(?<!\$)\$\$[^$\n]+\$\$|\$[^\s$][^$\n]{0,60}[\\^_][^$\n]{0,60}\$"), "수식은 보이지 않습니다. 글로 풀어 쓰세요.", "formulas aren't shown; say it in words"),
    (re.compile(r"^\[TOC\]\s*$|^\[\[_?TOC_?\]\]", re.MULTILINE), "차례는 저절로 생깁니다. 이 줄을 지우세요.", "the table of contents is made by itself; delete this line"),
    (re.compile(r":(?<=\n:)[ \t]+\S"), "뜻풀이 목록(: …)은 보이지 않습니다. ‘- **말**: 풀이’로 적으세요.", "definition lists (: …) aren't shown; write '- **term**: meaning'"),
    (re.compile(r"\[(?<=[\w.)]\[)\d{1,3}\](?![(\[:])"), "다른 글에서 온 주석 번호입니다. 출처를 [@출처-id]로 적거나 지우세요.", "the number of a note from another text; cite the source as [@source-id] or delete it"),
    (re.compile(r"\[\[[^\[\]\n]+\]\]"), "[[…]] 링크는 보이지 않습니다. ‘[글](파일.md)’로 적으세요.", "[[…]] links aren't shown; write [text](file.md)"),
)  # fmt: skip


@on_pages
def unsupported(page: Page) -> Iterator[Problem]:
    """Marks that this site's Markdown doesn't know are not used."""
    for pattern, ko, en in UNSUPPORTED:
        for match in pattern.finditer(page.outline.masked):
            start = match.end() - len(match[0].lstrip())
            yield at(page, page.outline.place(start, match.end()), "markup-unsupported", ko, en)


@on_pages
def attribute(page: Page) -> Iterator[Problem]:
    """An attribute list `{#id .class lang=ko}` holds known names, in straight quotation marks."""
    for place, written in page.outline.attributes:
        wrong = next(
            (w for w in (_wrong_attribute(m) for m in ATTRIBUTE.finditer(written)) if w), None
        )
        if wrong:
            yield at(page, place, "attribute", *wrong)


def _wrong_attribute(match: re.Match[str]) -> tuple[str, str] | None:
    mark, name, value, odd = match.groups()
    if odd or any(c in "“”‘’" for c in match[0]):
        return (
            f'속성 ‘{match[0]}’에 둥근 따옴표가 있습니다. 곧은 따옴표(")로 바꾸세요.',
            f"curly quotes in the attribute '{match[0]}'; use straight ones (\")",
        )
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
    return (
        f"속성 {named(name, '은')} 쓸 수 없습니다.{ko or ' 지우세요.'}",
        f"the attribute '{name}' is not allowed{en or '; remove it'}",
    )


RULES = (
    fence_open, fence_indent, code_open, code_indent, html_comment,
    admonition, emphasis_cjk, emphasis_open, emphasis_single, unsupported, attribute,
)  # fmt: skip
