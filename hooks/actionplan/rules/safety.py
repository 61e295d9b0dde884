"""Rules that keep a contributor's page from harming a reader: raw HTML, active pictures, foreign loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from .. import text
from ..language import LANGS
from ..library import Library, Page
from ..parts import Place
from ..problem import Problem
from .finding import at, on_pages

ALLOWED: dict[str, tuple[str, ...]] = {
    "br": (), "sub": (), "sup": (), "kbd": (), "mark": (), "abbr": ("title",), "span": ("lang",),
}  # fmt: skip
"""Raw HTML that Markdown can't say otherwise, with the attributes that each tag may have."""
VOID = frozenset({"br"})
NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
SVG_ACTIVE = re.compile(
    r"<\s*(script|foreignObject|iframe|embed|object|animate|set)\b|\bon[a-z]+\s*=|javascript:"
    r"|<!ENTITY|(?:href|src)\s*=\s*[\"']\s*(?:https?:)?//|@import|url\(\s*[\"']?(?:https?:)?//",
    re.IGNORECASE,
)
CSS_FOREIGN = re.compile(
    r"(?:@import\s+(?:url\()?|url\()\s*[\"']?\s*((?:https?:)?//[^\s\"')]+)", re.IGNORECASE
)
UNFINISHED = re.compile(
    r"<(?:script|iframe|style|img|object|embed|svg|link|meta|base|form|input|video|audio|div|details)\b",
    re.IGNORECASE,
)


@on_pages
def html_raw(page: Page) -> Iterator[Problem]:
    """Raw HTML is limited to br, sub, sup, kbd, mark, abbr and span with lang, each closed."""
    if "<" not in page.outline.masked:
        return
    opened: list[tuple[str, Place]] = []
    refused: set[int] = set()
    for place, tag in page.outline.tags:
        name = NAME.match(tag)[1].lower()  # type: ignore[index]
        if name not in ALLOWED:
            if place.line not in refused and not tag.startswith("</"):
                yield _not_allowed(page, place, name)
            refused.add(place.line)
            continue
        yield from _attributes(page, place, tag, name)
        yield from _unpaired(page, place, tag, name, opened)
    for name, place in opened:
        yield at(page, place, "html-open", f"‘<{name}>’ 태그가 닫히지 않습니다. ‘</{name}>’ 태그를 넣으세요.",
                 f"'<{name}>' is never closed; add '</{name}>'")  # fmt: skip
    yield from _unfinished(page)


def _not_allowed(page: Page, place: Place, name: str) -> Problem:
    closed = re.search(rf"</{name}\s*>", page.outline.masked, re.IGNORECASE)
    void = name in ("img", "input", "link", "meta", "base", "hr", "embed", "source", "area")
    ko, en = ("", "") if closed or void else (" (닫히지도 않았습니다)", " (and never closed)")
    return at(page, place, "html-raw", f"‘<{name}>’ 태그는 쓸 수 없습니다{ko}. Markdown으로 적거나 지우세요.",
              f"'<{name}>' is not allowed{en}; write it in Markdown or remove it")  # fmt: skip


def _attributes(page: Page, place: Place, tag: str, name: str) -> Iterator[Problem]:
    for match in ATTRIBUTE.finditer(tag.rstrip("/>").partition(name)[2]):
        key, value = match[1].lower(), (match[2] or "").strip("\"'")
        if key not in ALLOWED[name]:
            yield at(page, place, "html-attribute", f"‘<{name}>’ 태그에 ‘{match[1]}’ 속성은 쓸 수 없습니다. 지우세요.",
                     f"'<{name}>' can't have '{match[1]}'; remove it")  # fmt: skip
            return
        if key == "lang" and not re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z]+)?", value):
            yield at(page, place, "html-attribute", f"lang에는 {', '.join(LANGS)} 같은 언어 코드가 와야 합니다. ‘{value}’를 고치세요.",
                     f"lang takes a language code such as {', '.join(LANGS)}, not '{value}'")  # fmt: skip
            return
    if name == "span" and not tag.startswith("</") and "lang" not in tag:
        yield at(
            page,
            place,
            "html-attribute",
            '‘<span>’에는 lang이 있어야 합니다: <span lang="en">',
            "'<span>' needs a lang: <span lang=\"en\">",
        )


def _unpaired(
    page: Page, place: Place, tag: str, name: str, opened: list[tuple[str, Place]]
) -> Iterator[Problem]:
    if name in VOID:
        return
    if not tag.startswith("</"):
        opened.append((name, place))
    elif opened and opened[-1][0] == name:
        opened.pop()
    else:
        yield at(page, place, "html-open", f"‘</{name}>’에 맞는 여는 태그가 없습니다. 지우거나 짝을 맞추세요.",
                 f"'</{name}>' closes nothing; delete it or open it before")  # fmt: skip


def _unfinished(page: Page) -> Iterator[Problem]:
    """A tag that lacks its '>' still becomes one in a browser."""
    known = {place.start for place, _ in page.outline.tags}
    for match in UNFINISHED.finditer(page.outline.masked):
        if match.start() not in known:
            yield _not_allowed(page, page.outline.place(*match.span()), match[0][1:].lower())


def svg_active(library: Library) -> Iterator[Problem]:
    """An SVG picture holds no script, no event attribute and nothing from elsewhere."""
    for path, entry in library.entries.items():
        if entry.kind != "file" or entry.suffix.lower() != ".svg":
            continue
        source, problems = text.read(library.root, path)
        yield from problems
        if source.usable and "<svg" not in source.text:
            yield Problem(
                path,
                1,
                1,
                "svg-active",
                "SVG 그림이 아닙니다. 그림 파일로 바꾸세요.",
                "no SVG picture; replace it",
            )
        found = SVG_ACTIVE.search(unescape(source.text))
        if found:
            line, column = source.place(min(found.start(), max(len(source.text) - 1, 0)))
            yield Problem(
                path, line, column, "svg-active",
                f"SVG 안에 ‘{found[0].strip()}’ 부분이 있습니다. 그림만 남기고 지우세요.",
                f"'{found[0].strip()}' in an SVG; keep only the drawing",
            )  # fmt: skip


JS_FOREIGN = re.compile(
    r"(?:\bfrom|\bimport|\bfetch|\bimportScripts|\bWorker|\bopen|\bsendBeacon|\.src\s*=)[\s(]*[\"'`]((?:https?:|wss?:)?//[^\s\"'`)]+)"
)
FOREIGN = {".css": CSS_FOREIGN, ".js": JS_FOREIGN, ".mjs": JS_FOREIGN}


def foreign_loads(library: Library) -> Iterator[Problem]:
    """A style sheet or a script loads nothing from other sites."""
    for path, entry in library.entries.items():
        if entry.kind == "file" and entry.suffix in FOREIGN:
            source, problems = text.read(library.root, path)
            yield from problems
            for match in FOREIGN[entry.suffix].finditer(source.text):
                yield Problem(
                    path, *source.place(match.start()), "third-party",
                    f"다른 사이트의 파일({match[1]})을 불러옵니다. docs/assets에 넣어 쓰세요.",
                    f"loads {match[1]} from another site; keep it in docs/assets",
                )  # fmt: skip


def titles(library: Library) -> Iterator[Problem]:
    """Texts of front matter and data are plain text, without HTML or Markdown."""
    for path, source in library.texts.items():
        if path == "mkdocs.yml":
            continue
        end = _front_matter_end(source.lines) if path.endswith(".md") else len(source.lines)
        for number, line in enumerate(source.lines[:end], start=1):
            found = PLAIN.search(line)
            if found and not line.lstrip().startswith("#"):
                yield Problem(
                    path, number, found.start() + 1, "text-plain",
                    f"‘{found[0]}’: 머리말과 data/의 글에는 HTML과 Markdown을 쓰지 않습니다. 글만 남기세요.",
                    f"'{found[0]}': texts of front matter and data are plain; remove HTML and Markdown",
                )  # fmt: skip


PLAIN = re.compile(
    r"</?[A-Za-z!][^<>]*>?|&(?:#\d+|#x[0-9a-fA-F]+|[a-z]+);|\*\*[^*]+\*\*|\]\([^)]*\)|\[@[^\]]*\]|`[^`]+`|(?<=[:-] )[*_][^*_]+[*_]$"
)


def _front_matter_end(lines: list[str]) -> int:
    return next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), 0)


SECRET = re.compile(
    r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|AKIA[0-9A-Z]{16}|AIza[\w-]{35}|sk-(?:(?:proj|ant)-[\w-]{20,}|[A-Za-z0-9]{32,})|xox[abp]-[\w-]{10,}|npm_[A-Za-z0-9]{36})\b"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY"
)
KEYS = ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "AKIA", "AIza", "sk-", "xox", "npm_", "PRIVATE KEY")  # fmt: skip
"""What every secret begins with or holds; looking for it is fast."""
PRIVATE = re.compile(
    r"-(?:(?<=\d\d[01]\d[0-3]\d-)[1-4]\d{6}|(?<=01[016-9]-)\d{3,4}-\d{4})(?![\d-])"
)
"""A resident registration number, a mobile phone's number."""


def private(library: Library) -> Iterator[Problem]:
    """No key to a service and no person's number stands in a public text."""
    for path, source in library.texts.items():
        for match in SECRET.finditer(source.text) if any(s in source.text for s in KEYS) else ():
            yield Problem(path, *source.place(match.start()), "private", "비밀 열쇠(토큰)가 적혀 있습니다. 지우고, 그 서비스에서 열쇠를 바로 폐기하세요.",
                          "a secret key (token); delete it, and revoke it at its service at once")  # fmt: skip
        for match in PRIVATE.finditer(source.text):
            yield Problem(path, *source.place(match.start()), "private", "주민등록번호나 휴대전화 번호로 보입니다. 개인의 번호는 공개하지 않습니다. 지우세요.",
                          "this looks like a person's registration or phone number; delete it")  # fmt: skip


RULES = (html_raw, svg_active, foreign_loads, titles, private)
