"""Small pieces of HTML: elements, attributes, and runs in the other language.

Everything that views write passes through here, so that text is always escaped. It must not know
records.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape as _escape

from .language import Bilingual, Lang, other

VOID = frozenset({"br", "hr", "img", "input", "wbr"})

# Korean in an English text; English in a Korean one from two words on, since single borrowed words
# and abbreviations belong to the sentence (WCAG 2.2, 3.1.2).
HANGUL_RUN = re.compile(r"[0-9]*[가-힣]+(?:[ ·0-9]+[가-힣]+)*")
LATIN_RUN = re.compile(r"[A-Za-z][\x21-\x3b\x3f-\x7e’]*(?: [\x21-\x3b\x3f-\x7e’]+)+")
LATIN_WORD = re.compile(r"\b[A-Za-z]?[a-z]{2,}")


def escape(text: str) -> str:
    """Text for HTML; quotes too, so that it can stand in an attribute."""
    return _escape(text, quote=True)


def element(name: str, content: str = "", /, **attributes: str | bool | int | None) -> str:
    """An element around HTML content. `class_` is class, `aria_label` is aria-label; None leaves out."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    return f"<{name}{written}>" if name in VOID else f"<{name}{written}>{content}</{name}>"


def _attribute(key: str, value: str | bool | int | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def in_language(text: str, language: str, page: Lang) -> str:
    """Escaped text, marked with its language where that is not the page's."""
    if language == page:
        return marked(text, page)
    return element("span", escape(text), lang=language)


def marked(text: str, page: Lang) -> str:
    """Escaped text in the page's language, with every run in the other one marked as such."""
    pieces, end = [], 0
    for run in (HANGUL_RUN if page == "en" else LATIN_RUN).finditer(text):
        start, stop = run.start(), run.end()
        if page == "ko":
            start, stop = _phrase(text, start, stop)
        if start < stop:
            pieces += [
                escape(text[end:start]),
                element("span", escape(text[start:stop]), lang=other(page)),
            ]
            end = stop
    return "".join([*pieces, escape(text[end:])])


def _phrase(text: str, start: int, stop: int) -> tuple[int, int]:
    """A Latin run without its closing signs; empty unless it holds two written-out words."""
    stop = start + len(text[start:stop].rstrip(" .,:;)]}\"'’("))
    several = len(LATIN_WORD.findall(text, start, stop)) > 1
    return (start, stop) if several else (start, start)


def other_name(title: Bilingual, page: Lang) -> str:
    """A title in the language that the page is not in, marked as such."""
    code = other(page)
    return element("span", escape(title[code]), class_="other", lang=code)


def table(
    head: list[str],
    rows: list[list[str]],
    *,
    caption: str,
    class_: str = "data",
    row_head: bool = True,
) -> str:
    """A table of HTML cells in a box that scrolls and takes the focus; the first cell heads its row."""
    columns = "".join(element("th", cell, scope="col") for cell in head)
    body = "\n".join(element("tr", _cells(row, row_head)) for row in rows)
    content = (
        element("caption", escape(caption))
        + element("thead", element("tr", columns))
        + element("tbody", "\n" + body)
    )
    return scrolling(element("table", content, class_=class_), caption)


def stacked(head: list[str], rows: list[list[str]], *, caption: str) -> str:
    """A table whose rows a phone shows as cards, each cell with the name of its column (plain text in `head`).

    Rows and cells say their roles: drawn as cards they would lose them in some browsers.
    """
    columns = "".join(
        element("th", escape(name), scope="col", role="columnheader") for name in head
    )
    body = "\n".join(element("tr", _labelled(head, row), role="row") for row in rows)
    content = (
        element("caption", escape(caption))
        + element("thead", element("tr", columns, role="row"), role="rowgroup")
        + element("tbody", "\n" + body, role="rowgroup")
    )
    return scrolling(element("table", content, class_="data stacked", role="table"), caption)


def _labelled(head: list[str], row: list[str]) -> str:
    first = element("th", row[0], scope="row", role="rowheader")
    return first + "".join(
        element("td", cell, role="cell", data_label=name if cell else None)
        for name, cell in zip(head[1:], row[1:], strict=True)
    )


def scrolling(content: str, label: str) -> str:
    """A box that scrolls sideways where its content is too wide; it takes the focus, so keys scroll it."""
    return element(
        "div", content, class_="table-scroll", tabindex="0", role="region", aria_label=label
    )


def _cells(row: list[str], row_head: bool) -> str:
    first = element("th", row[0], scope="row") if row_head else element("td", row[0])
    return first + "".join(element("td", cell) for cell in row[1:])


def definitions(pairs: Sequence[tuple[str, str]], class_: str) -> str:
    """A `dl` of escaped terms and HTML descriptions; pairs without a description are left out."""
    rows = "".join(
        element("div", element("dt", escape(term)) + element("dd", description))
        for term, description in pairs
        if description
    )
    return element("dl", rows, class_=class_)


def items(entries: list[str], name: str = "ul", class_: str | None = None) -> str:
    """A list of HTML entries, empty where there are none."""
    body = "\n".join(element("li", entry) for entry in entries)
    return element(name, "\n" + body + "\n", class_=class_) if entries else ""
