"""The whole plan on one page, for reading through and for print: every section with its actions."""

from __future__ import annotations

from ..markup import element, escape
from ..records import Action, Pillar, Section
from . import words
from .scene import Scene


def booklet(scene: Scene) -> str:
    """Pillars, sections and actions in the plan's order, each with its page."""
    return "\n\n".join(_pillar(scene, pillar) for pillar in scene.library.pillars.values())


def _pillar(scene: Scene, pillar: Pillar) -> str:
    name = f"{words.PILLAR[pillar.number][scene.lang]}: {pillar.title[scene.lang]}"
    sections = [_section(scene, section) for section in scene.library.sections_of(pillar.id)]
    return "\n\n".join([f"## {name} {{#{pillar.id}}}", *sections])


def _section(scene: Scene, section: Section) -> str:
    heading = f"### [{section.title[scene.lang]}]({section.id}.md) {{#{section.id}}}"
    page = element("span", scene.pdf_link(section.page), class_="booklet-page")
    rationale = element("p", f"{scene.say(section.rationale)} {page}")
    actions = [_action(scene, action) for action in scene.library.actions_of(section.id)]
    body = rationale + element("ol", "\n".join(actions), class_="booklet-actions")
    return f"{heading}\n\n{element('div', body, class_='booklet-section')}"


def _action(scene: Scene, action: Action) -> str:
    title = element("strong", scene.action_link(action.id))
    lead = escape(", ".join(action.lead)) or scene.say(words.NOT_NAMED)
    line = f"{scene.say(words.LEAD)}: {lead} · {scene.pdf_link(action.page)}"
    note = scene.say(action.korea.note) if action.korea.note else ""
    badge = scene.badge(action.korea.relevance, words.RELEVANCE)
    parts = [
        element("p", f"{title} {element('span', line, class_='booklet-meta no-term')}"),
        element("p", scene.say(action.summary)),
        element("p", f"{scene.say(words.KOREA_NOTE)} {badge} {note}", class_="booklet-korea"),
    ]
    return element("li", "".join(parts), data_pillar=action.id[0])
