"""The site's pages as plain Markdown, so that other engines can render the same pages.

What our build adds (information boxes, generated tables, links, references) stands in these pages, so
other engines are given it for nothing; only the links of term mentions, which are put into HTML, are
missing. It must not know any engine.
"""

from __future__ import annotations

import json
from pathlib import Path

from actionplan.graph import Graph
from actionplan.library import Library, Page
from actionplan.reading import load
from actionplan.views.pages import compose, description

from .figure import ROOT

SITE = "https://owner.github.io/ai-action-plan-korea/"


def write(folder: Path) -> int:
    """Writes `ko/…` and `en/…` into a folder and returns how many pages there are."""
    library = load(ROOT)
    graph = Graph(library)
    for page in library.pages.values():
        file = folder / page.path.removeprefix("docs/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_front_matter(library, page) + compose(graph, page, SITE), "utf-8")
    return len(library.pages)


def _front_matter(library: Library, page: Page) -> str:
    title, about = (
        json.dumps(text, ensure_ascii=False) for text in (page.title, description(library, page))
    )
    return f"---\ntitle: {title}\ndescription: {about}\n---\n\n"
