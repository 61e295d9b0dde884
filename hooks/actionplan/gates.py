"""The second and third gate: what was rendered, and what was built, hold nothing that we don't know.

The rules read the source; these read the result, whatever road it came by. They refuse and never clean:
a cleaned page would hide the mistake. Tags and attributes are compared with lists of what the site's own
Markdown and views write. Nothing here knows MkDocs.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path

from .library import Page
from .problem import Problem, in_order

TAG = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*(/?)>"""
)
OPENING = re.compile(r"<[A-Za-z/?]")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>=`]+))?""")
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
HASH = re.compile(r"'sha256-([^']+)'")
SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)

TAGS = frozenset(
    [
        "a",
        "abbr",
        "aside",
        "b",
        "blockquote",
        "br",
        "button",
        "caption",
        "circle",
        "code",
        "dd",
        "defs",
        "del",
        "desc",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "input",
        "kbd",
        "label",
        "legend",
        "li",
        "line",
        "mark",
        "marker",
        "nav",
        "ol",
        "optgroup",
        "option",
        "output",
        "p",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "pre",
        "rect",
        "search",
        "section",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "svg",
        "symbol",
        "table",
        "tbody",
        "td",
        "text",
        "tfoot",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "tspan",
        "ul",
        "use",
        "var",
        "wbr",
    ]
)
"""What Markdown and the views write: text, tables, lists, forms that send nothing, and drawings."""
ATTRIBUTES = frozenset(
    [
        "align",
        "alt",
        "autocomplete",
        "checked",
        "class",
        "cite",
        "colspan",
        "cx",
        "cy",
        "d",
        "datetime",
        "disabled",
        "dx",
        "dy",
        "fill",
        "for",
        "form",
        "headers",
        "height",
        "hidden",
        "href",
        "hreflang",
        "id",
        "inputmode",
        "lang",
        "list",
        "loading",
        "max",
        "min",
        "multiple",
        "name",
        "open",
        "orient",
        "pattern",
        "placeholder",
        "points",
        "preserveaspectratio",
        "r",
        "readonly",
        "refx",
        "refy",
        "rel",
        "required",
        "role",
        "rows",
        "rowspan",
        "rx",
        "ry",
        "scope",
        "selected",
        "size",
        "span",
        "spellcheck",
        "src",
        "start",
        "step",
        "stroke",
        "tabindex",
        "title",
        "transform",
        "type",
        "value",
        "viewbox",
        "width",
        "x",
        "x1",
        "x2",
        "xmlns",
        "y",
        "y1",
        "y2",
        "markerwidth",
        "markerheight",
        "text-anchor",
    ]
)
ADDRESSES = frozenset({"href", "src", "cite"})
SCHEMES = frozenset({"https", "http", "mailto"})
LOADING = frozenset({"img", "script", "source", "video", "audio", "track", "use", "image", "input"})
FOREIGN = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
FORBIDDEN = frozenset({"base", "iframe", "object", "embed", "applet", "frame", "frameset"})
LOADED_LINKS = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "manifest"}
)


def rendered(html: str, page: Page) -> list[Problem]:
    """What the rendered content of a page holds beyond the lists, at its place in the source if found."""
    problems = []
    for written, ko, en in dict.fromkeys(_unknown(COMMENT.sub("", html))):
        offset = max(page.outline.body.find(written[:20]), 0)
        place = page.outline.place(offset, offset)
        problems.append(Problem(page.path, place.line, place.column, "html-rendered", ko, en))
    return problems


def _unknown(html: str) -> Iterator[tuple[str, str, str]]:
    """Tags that are not on the list, with what is wrong in Korean and English."""
    tags = TAG.findall(html)
    faulty = any(_fault(name.lower(), attributes) for _, name, attributes, _ in set(tags))
    if not faulty and len(tags) == len(OPENING.findall(html)):
        return  # as on nearly every page, which is told much sooner than where a fault is
    known = set()
    for match in TAG.finditer(html):
        known.add(match.start())
        fault = _fault(match[2].lower(), match[3])
        if fault:
            yield match[0], *fault
    for match in OPENING.finditer(html):
        if match.start() not in known:
            written = html[match.start() : match.start() + 20]
            yield (
                written,
                f"‘{written}’: 태그의 꼴이 아닙니다. ‘<’를 ‘&lt;’로 적거나 지우세요.",
                f"'{written}' is no complete tag; write '<' as '&lt;', or remove it",
            )


@lru_cache(maxsize=4096)
def _fault(tag: str, attributes: str) -> tuple[str, str] | None:
    """Why a tag with these attributes is refused, None where it is known."""
    if tag not in TAGS:
        return f"‘<{tag}>’ 태그는 쓸 수 없습니다. 지우세요.", f"'<{tag}>' is not allowed; remove it"
    for name, value in _pairs(attributes):
        plain = name in ATTRIBUTES or name.startswith(("data-", "aria-"))
        if not plain:
            return (
                f"‘<{tag}>’ 태그의 ‘{name}’ 속성은 쓸 수 없습니다. 지우세요.",
                f"'<{tag}>' can't have '{name}'; remove it",
            )
        scheme = SCHEME.match(re.sub(r"[\x00-\x20]", "", value))
        if name in ADDRESSES and scheme and scheme[1].lower() not in SCHEMES:
            return (
                f"‘{scheme[1]}:’ 주소는 쓸 수 없습니다. https나 파일을 쓰세요.",
                f"'{scheme[1]}:' is not allowed; write https or a file",
            )
        if name == "src" and FOREIGN.match(value):
            return (
                f"다른 사이트의 ‘{value}’ 파일을 불러옵니다. docs/assets에 두세요.",
                f"loads '{value}' from another site; keep it in docs/assets",
            )
    return None


def _pairs(attributes: str) -> Iterator[tuple[str, str]]:
    """Names in small letters, and values as a browser reads them."""
    for match in ATTRIBUTE.finditer(attributes):
        yield match[1].lower(), unescape((match[2] or "").strip("\"'"))


# ---- the built site


@dataclass(frozen=True)
class Built:
    """One built page: its path below the site and its HTML."""

    path: str
    html: str

    def at(self, offset: int, ko: str, en: str) -> Problem:
        """A problem at an offset of the page."""
        line = self.html.count("\n", 0, offset) + 1
        column = offset - self.html.rfind("\n", 0, offset)
        return Problem(f"site/{self.path}", line, column, "site-active", ko, en)


def built(site: Path) -> list[Problem]:
    """What the pages of a built site hold that could run or load anything unknown."""
    files = sorted(site.rglob("*.html"))
    pages = (
        Built(file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")) for file in files
    )
    return in_order(problem for page in pages for problem in active(page))


def active(page: Built) -> Iterator[Problem]:
    """Inline scripts that the page's own policy doesn't name, handlers, inline styles, foreign loads."""
    policy = POLICY.search(page.html)
    if policy is None:
        yield page.at(0, "보안 정책(CSP)이 없습니다. overrides/main.html을 되돌리세요.",
                      "no content security policy; restore overrides/main.html")  # fmt: skip
        return
    allowed = set(HASH.findall(policy[1]))
    for match in SCRIPT.finditer(page.html):
        yield from _script(page, match, allowed, policy.start())
    without = SCRIPT.sub(
        lambda match: f"<script{match[1]}>" + " " * (len(match[0]) - 8 - len(match[1])), page.html
    )
    faults = {
        tag: _active(tag[1].lower(), tag[2]) for tag in set(TAG.findall(without)) if not tag[0]
    }
    if any(faults.values()):
        for match in TAG.finditer(without):
            fault = faults.get(match.groups())
            if fault:
                yield page.at(match.start(), *fault)


def _script(page: Built, match: re.Match[str], allowed: set[str], policy: int) -> Iterator[Problem]:
    attributes = dict(_pairs(match[1]))
    if "src" in attributes or attributes.get("type", "").endswith("json"):
        return
    digest = script_hash(match[2])
    if digest not in allowed:
        yield page.at(match.start(), f"모르는 인라인 스크립트입니다(sha256-{digest}). 지우거나, 테마가 바뀌었으면 overrides/partials/csp.html의 해시를 고치세요.",
                      f"an unknown inline script (sha256-{digest}); remove it or, if the theme changed, correct the hash in overrides/partials/csp.html")  # fmt: skip
    elif match.start() < policy:
        yield page.at(match.start(), "스크립트가 보안 정책보다 앞에 있습니다. 정책을 head의 처음에 두세요.",
                      "a script before the content security policy; put the policy first in the head")  # fmt: skip


def script_hash(text: str) -> str:
    """The hash by which a policy names an inline script (CSP Level 3, 6.7.3.3)."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=4096)
def _active(tag: str, attributes: str) -> tuple[str, str] | None:
    """Why a tag of a built page is refused."""
    if tag in FORBIDDEN:
        return f"‘<{tag}>’ 태그는 쓸 수 없습니다.", f"'<{tag}>' is not allowed"
    pairs = dict(_pairs(attributes))
    bad = next(
        (name for name in pairs if name.startswith("on") or name in ("style", "srcdoc")), None
    )
    if bad:
        return f"‘{bad}’ 속성은 쓸 수 없습니다.", f"the attribute '{bad}' is not allowed"
    if tag == "meta" and pairs.get("http-equiv", "").lower() == "refresh":
        return "다른 쪽으로 옮겨 보내는 meta는 쓸 수 없습니다.", "a refreshing meta is not allowed"
    if any(
        pairs.get(name, "").strip().lower().startswith(("javascript:", "data:text"))
        for name in ("href", "src", "action")
    ):
        return "실행되는 주소는 쓸 수 없습니다.", "an address that runs is not allowed"
    foreign = _foreign(tag, pairs)
    if foreign:
        return (
            f"다른 사이트의 ‘{foreign}’ 파일을 불러옵니다.",
            f"loads '{foreign}' from another site",
        )
    return None


def _foreign(tag: str, pairs: dict[str, str]) -> str:
    """The address elsewhere that a tag makes a browser load, empty where there is none."""
    values: Iterable[str] = ()
    if tag in LOADING:
        values = (pairs.get(name, "") for name in ("src", "srcset", "poster", "href", "xlink:href"))
    elif tag == "link" and not LOADED_LINKS.isdisjoint(pairs.get("rel", "").lower().split()):
        values = (pairs.get("href", ""),)
    return next((value for value in values if FOREIGN.match(value)), "")
