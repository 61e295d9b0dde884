"""One page of the library → the Markdown that a renderer takes.

Fills in what the build adds: the information box after the lead, generated parts where a page marks
them, links and citations, and at the end what refers to the page and its references.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .. import references
from ..graph import Graph
from ..library import Library, Page
from ..outline import Outline
from ..parts import ViewMark
from ..plaintext import first_sentence, lead
from ..references import Numbering
from . import booklet, changes, data, explorer, glossary, guide, home, korea, plan, quality, records
from .backlinks import backlinks
from .citation import cite_page
from .pictures.agencies import agencies
from .pictures.coverage import coverage
from .pictures.pillars import pillar_map
from .pictures.timeline import timeline_picture
from .pictures.trace import trace
from .scene import Scene

VIEWS: dict[str, Callable[..., str]] = {
    "home-search": home.home_search,
    "role-paths": home.role_paths,
    "latest": home.latest,
    "document-facts": plan.document_facts,
    "booklet": booklet.booklet,
    "pillar-map": pillar_map,
    "sections": plan.section_list,
    "coverage": coverage,
    "agencies": agencies,
    "actions": plan.action_cards,
    "action-table": explorer.action_table,
    "impacts": korea.impact_cards,
    "impact-matrix": korea.impact_matrix,
    "strategies": korea.strategy_cards,
    "trace": trace,
    "trace-matrix": korea.trace_matrix,
    "trace-table": korea.trace_table,
    "timeline-picture": timeline_picture,
    "timeline": records.timeline,
    "term-index": glossary.term_index,
    "term-categories": glossary.term_categories,
    "claim-summary": records.claim_summary,
    "claim-list": records.claim_list,
    "omission-table": records.omission_table,
    "source-list": records.source_list,
    "changes": changes.change_list,
    "scorecard": quality.scorecard,
    "data-files": data.data_files,
    "data-columns": data.data_columns,
    "rules": guide.rule_list,
}
"""Generated parts by the name that a page writes: `<!-- view: name key=value -->`."""

ARGUMENTS = {"impacts": "kind", "strategies": "horizon"}
"""The one argument that a view takes from the page."""

OWN_ID = frozenset({"sections", "actions"})
"""Views of the page's own unit."""

BOXES: dict[str, Callable[..., str]] = {
    "term": glossary.term_box,
    "impact": korea.impact_box,
    "strategy": korea.strategy_box,
    "section": plan.section_box,
    "pillar": plan.pillar_box,
}
"""Information boxes by kind of page."""


def compose(graph: Graph, page: Page, root: str) -> str:
    """The complete Markdown of a page. `root` is the site's public address."""
    scene = Scene(graph, page, root)
    numbering = Numbering()
    body = references.resolve(graph.library, page, numbering)
    body = re.sub(r"^# .*$", r"\g<0> {#title}", body, count=1, flags=re.MULTILINE)
    body = with_box(scene, body)
    body = fill_views(scene, body)
    parts = [
        body.rstrip("\n"),
        backlinks(scene) if page.kind in BOXES else "",
        references.listing(graph.library, page, numbering),
        _checked_against(scene),
        f"\n\n{cite_page(scene)}\n",
        f"\n{changes.last_changed(scene)}\n",
    ]
    return "".join(parts)


def fill_views(scene: Scene, body: str) -> str:
    """The body with every view mark replaced by what the view draws."""
    for mark in reversed(Outline(body, 1).views):
        body = body[: mark.place.start] + _drawn(scene, mark) + body[mark.place.end :]
    return body


def _drawn(scene: Scene, mark: ViewMark) -> str:
    view = VIEWS[mark.name]
    if mark.name in OWN_ID:
        return view(scene, scene.page.id)
    argument = ARGUMENTS.get(mark.name)
    return view(scene, mark.arguments[argument]) if argument else view(scene)


def with_box(scene: Scene, body: str) -> str:
    """The body with the information box after the lead (after the title where there is no lead)."""
    draw = BOXES.get(scene.page.kind)
    if draw is None:
        return body
    unit = scene.library.by_kind[scene.page.kind].get(scene.page.id)
    title = re.search(r"^# .*$", body, re.MULTILINE)
    if unit is None or title is None:
        return body
    rest = body[title.end() :].lstrip("\n")
    lead, _, after = rest.partition("\n\n")
    if not lead or lead.startswith(("#", "<")):
        return f"{body[: title.end()]}\n\n{draw(scene, unit)}\n\n{rest}"
    return f"{body[: title.end()]}\n\n{lead}\n{{: .lead }}\n\n{draw(scene, unit)}\n\n{after}"


def _checked_against(scene: Scene) -> str:
    term = scene.library.terms.get(scene.page.id) if scene.page.kind == "term" else None
    return f"\n\n{glossary.term_sources(scene, term)}\n" if term else ""


def view_problems(page: Page) -> list[ViewMark]:
    """View marks of a page that name no view or lack their argument."""
    return [
        mark
        for mark in page.outline.views
        if mark.name not in VIEWS
        or set(mark.arguments) != set(filter(None, [ARGUMENTS.get(mark.name)]))
    ]


def description(library: Library, page: Page) -> str:
    """What search engines show of a page: its own description, or the first sentence of its lead."""
    return page.words.description or first_sentence(lead(library, page))
