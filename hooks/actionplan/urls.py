"""Where everything is: names of pages, their files and addresses, and fragments of records.

A page's name is its path without language and suffix (`glossary/frontier-ai`, `plan/index`). Addresses
are those of the site's contract: Korean at `/`, English at `/en/`, one folder for each page. This module
must not know what stands on a page.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from .language import DEFAULT_LANG, Lang
from .records import PDF_SHIFT

FOLDERS = {"term": "glossary", "impact": "korea", "strategy": "strategies"}
PAGES_OF_RECORDS = {"event": "timeline", "source": "sources", "claim": "article"}
PAGES_OF_DATA = {
    "data/plan.yml": "plan/index",
    "data/timeline.yml": "timeline",
    "data/sources.yml": "sources",
    "data/article.yml": "article",
    "data/glossary.yml": "glossary/index",
}
"""The page that shows a data file's records; files in data/actions/ belong to their section."""
PLAN_PAGES = frozenset({"index", "actions", "booklet"})


@dataclass(frozen=True)
class Target:
    """A page's name and a fragment on it (empty for the page itself)."""

    name: str
    fragment: str = ""


def kind_of_page(name: str) -> tuple[str, str]:
    """Kind and id of the unit that a page is about; `("page", name)` for any other page."""
    folder, _, last = name.rpartition("/")
    for kind, home in FOLDERS.items():
        if folder == home and last != "index":
            return kind, last
    if folder == "plan" and last not in PLAN_PAGES:
        return ("pillar" if last.startswith("pillar-") else "section"), last
    return "page", name


def page_of(kind: str, id: str) -> str:
    """Name of the page of a term, impact, strategy, section or pillar."""
    return f"{FOLDERS.get(kind, 'plan')}/{id}"


def source_path(lang: Lang, name: str) -> str:
    """Path of a page's file from the project's root."""
    return f"docs/{lang}/{name}.md"


def records_path(name: str) -> str | None:
    """Path of the file whose records a page shows; None for a page without any."""
    kind, id = kind_of_page(name)
    if kind == "section":
        return f"data/actions/{id}.yml"
    return next((path for path, page in PAGES_OF_DATA.items() if page == name), None)


def address(lang: Lang, name: str) -> str:
    """Address of a page below the site's root, without a leading slash: `en/plan/red-tape/`."""
    prefix = "" if lang == DEFAULT_LANG else f"{lang}/"
    if name == "index":
        return prefix
    return prefix + name.removesuffix("/index") + "/"


def relative(from_lang: Lang, from_name: str, to_lang: Lang, target: Target) -> str:
    """Address of a target as seen from a page, for an HTML attribute."""
    here, there = address(from_lang, from_name), address(to_lang, target.name)
    fragment = f"#{target.fragment}" if target.fragment else ""
    if here == there and fragment:
        return fragment
    path = posixpath.relpath("/" + there, "/" + here)
    return f"{path}/{fragment}"


def relative_file(from_name: str, target: Target) -> str:
    """Path of a target's file as seen from a page's file in the same language, for a Markdown link."""
    path = posixpath.relpath(target.name + ".md", posixpath.dirname(from_name) or ".")
    return path + (f"#{target.fragment}" if target.fragment else "")


def root_from(lang: Lang, name: str) -> str:
    """Address of the site's root as seen from a page: `../../`; `./` on the home page."""
    return posixpath.relpath("/", "/" + address(lang, name)) + "/"


def pdf_page(url: str, printed: int) -> str:
    """Address of the official PDF opened at a printed page."""
    return f"{url}#page={printed + PDF_SHIFT}"
