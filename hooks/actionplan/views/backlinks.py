"""What refers to a page's unit, by kind: the "referred to by" part at the end of every unit's page."""

from __future__ import annotations

from ..dates import written_date
from ..language import Bilingual
from ..markup import definitions, element, items
from . import words
from .scene import Scene

# The kinds that can refer to a unit, and under which word they are listed.
KINDS: dict[str, Bilingual] = {
    "action": words.ACTIONS,
    "impact": words.IMPACTS,
    "strategy": words.STRATEGIES,
    "event": words.EVENTS,
    "section": words.SECTIONS,
    "term": words.TERMS,
    "claim": words.CLAIMS,
}


def backlinks(scene: Scene) -> str:
    """The records that refer to the page's unit; empty where there are none."""
    groups = [(label, _referring(scene, kind)) for kind, label in KINDS.items()]
    pairs = [(label[scene.lang], items(entries)) for label, entries in groups if entries]
    if not pairs:
        return ""
    heading = f"## {words.BACKLINKS[scene.lang]} {{#backlinks}}"
    return f"\n\n{heading}\n\n{element('div', definitions(pairs, 'backlinks'))}\n"


def _referring(scene: Scene, kind: str) -> list[str]:
    page = scene.page
    ids = scene.graph.referring(page.kind, page.id, kind)
    if page.kind == "section" and kind == "action":
        return []
    return [_entry(scene, kind, id) for id in ids]


def _entry(scene: Scene, kind: str, id: str) -> str:
    if kind == "action":
        return scene.action_link(id)
    if kind == "event":
        event = scene.library.events[id]
        when = element("time", written_date(event.date, scene.lang), datetime=event.date)
        return f"{when} {scene.link(kind, id)}"
    return scene.link(kind, id)
