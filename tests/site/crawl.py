"""A built site read as data: each page's links, ids, languages, texts and scripts."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)


@dataclass
class Tag:
    """A start tag with its attributes and the language that holds inside it."""

    name: str
    attributes: dict[str, str]
    lang: str


@dataclass
class Text:
    """A text with the language that holds for it and the elements around it, the outermost first."""

    content: str
    lang: str
    inside: tuple[str, ...]


@dataclass
class Built:
    """One HTML file of the site; `address` is its path below the site's root."""

    address: str
    tags: list[Tag] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    inline_scripts: list[str] = field(default_factory=list)
    title: str = ""

    @cached_property
    def ids(self) -> list[str]:
        return [tag.attributes["id"] for tag in self.tags if tag.attributes.get("id")]

    def all(self, name: str, **wanted: str) -> list[Tag]:
        """Tags of a name with these attribute values."""
        return [
            tag
            for tag in self.tags
            if tag.name == name and all(tag.attributes.get(k) == v for k, v in wanted.items())
        ]

    @property
    def lang(self) -> str:
        return self.all("html")[0].attributes.get("lang", "")


class _Reader(HTMLParser):
    def __init__(self, page: Built) -> None:
        super().__init__()
        self.page = page
        self._langs: list[tuple[str, str]] = []
        self._in_title = False
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: (value or "").strip() for name, value in attrs}
        inherited = self._langs[-1][1] if self._langs else ""
        lang = attributes.get("lang", inherited)
        self.page.tags.append(Tag(tag, attributes, lang))
        if tag not in VOID:
            self._langs.append((tag, lang))
        self._in_title = self._in_title or (tag == "title" and not self.page.title)
        self._in_script = tag == "script" and not attributes.keys() & {"src", "type"}

    def handle_endtag(self, tag: str) -> None:
        while self._langs:
            name, _ = self._langs.pop()
            if name == tag:
                break
        if tag == "title":
            self._in_title = False
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.page.title += data
        if self._in_script:
            self.page.inline_scripts.append(data)
        elif data.strip() and self._langs:
            inside = tuple(name for name, _ in self._langs)
            self.page.texts.append(Text(data, self._langs[-1][1], inside))


def read(folder: Path) -> dict[str, Built]:
    """Every HTML page of a built site by its address."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        address = path.removesuffix("index.html")
        page = Built(address)
        reader = _Reader(page)
        reader.feed(file.read_text(encoding="utf-8"))
        pages[address] = page
    return pages


def internal(page: Built, target: str, root: str) -> tuple[str, str] | None:
    """Path below the site's root and fragment of a link, None where it leads elsewhere."""
    full, fragment = urldefrag(urljoin(f"{root}{page.address}", target))
    parts, base = urlsplit(full), urlsplit(root)
    if (parts.scheme, parts.netloc) != (base.scheme, base.netloc):
        return None
    path = unquote(parts.path)
    below = posixpath.relpath(path, base.path.rstrip("/") or "/")
    below = "" if below == "." else below
    return (below + "/" if path.endswith("/") and below else below), unquote(fragment)
