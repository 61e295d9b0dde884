"""Views of the plan itself: pillars, sections and actions, as cards and as tables."""

from __future__ import annotations

from collections import Counter

from ..dates import written_date
from ..graph import strategies_of_impact
from ..language import Bilingual
from ..markup import definitions, element, items, marked
from ..records import Action, Pillar, Section
from . import words
from .citation import cite_action
from .scene import Scene


def section_list(scene: Scene, pillar: str) -> str:
    """A pillar's sections with what each is about and its actions."""
    return "\n\n".join(_section_card(scene, s) for s in scene.library.sections_of(pillar))


def _section_card(scene: Scene, section: Section) -> str:
    actions = [scene.action_link(action.id) for action in scene.library.actions_of(section.id)]
    heading = f"### [{section.title[scene.lang]}]({section.id}.md) {{#{section.id}}}"
    rationale = element("p", scene.say(section.rationale))
    return f"{heading}\n\n{element('div', rationale + items(actions, 'ul', 'action-list'))}"


def section_box(scene: Scene, section: Section) -> str:
    """Lead and information box of a section's page."""
    pillar = scene.library.pillars[section.pillar]
    actions = scene.library.actions_of(section.id)
    name = f"{scene.say(words.PILLAR[pillar.number])}: {scene.say(pillar.title)}"
    pairs = [
        (words.PILLAR_NAME[scene.lang], scene.link("pillar", pillar.id, name)),
        (words.PLAN_PAGE[scene.lang], scene.pdf_link(section.page)),
        (words.ACTIONS[scene.lang], _number(scene, len(actions), "건", "")),
        (words.LEAD[scene.lang], scene.agencies(_leads(actions))),
        (words.RELEVANCE_NAME[scene.lang], _relevance_counts(scene, actions)),
        (words.OTHER_NAME[scene.lang], scene.other_name(section.title)),
    ]
    lead = element("p", scene.say(section.rationale), class_="lead")
    return lead + "\n" + element("aside", definitions(pairs, "facts-list"), class_="facts")


def pillar_box(scene: Scene, pillar: Pillar) -> str:
    """Information box of a pillar's page."""
    actions = [a for a in scene.library.actions.values() if a.pillar == pillar.id]
    pairs = [
        (words.PLAN_PAGE[scene.lang], scene.pdf_link(pillar.page)),
        (words.SECTIONS[scene.lang], _number(scene, len(scene.library.sections_of(pillar.id)), "개", "")),
        (words.ACTIONS[scene.lang], _number(scene, len(actions), "건", "")),
        (words.RELEVANCE_NAME[scene.lang], _relevance_counts(scene, actions)),
        (words.OTHER_NAME[scene.lang], scene.other_name(pillar.title)),
    ]  # fmt: skip
    return element("aside", definitions(pairs, "facts-list"), class_="facts")


def document_facts(scene: Scene) -> str:
    """What kind of document the plan is."""
    document, lang = scene.library.document, scene.lang
    published = f"{written_date(document.published, lang)}. {scene.say(document.published_note)}"
    signed = [f"{marked(who.name, lang)} ({scene.say(who.role)})" for who in document.signatories]
    pairs = [
        (words.TITLE[lang], scene.both_names(document.title)),
        (words.PUBLISHER[lang], scene.say(document.publisher)),
        (words.DATE[lang], published),
        (words.SIGNATORIES[lang], items(signed)),
        (words.MANDATE[lang], scene.say(document.mandate)),
        (words.LEGAL_NATURE[lang], scene.say(document.legal_nature)),
        (words.PAGES[lang], scene.say(document.page_rule)),
        (words.COUNT[lang], scene.say(document.counts_note)),
        (words.ORIGINAL[lang], element("a", "PDF", href=document.url)),
    ]
    return element("aside", definitions(pairs, "facts-list"), class_="facts")


def _number(scene: Scene, count: int, ko: str, en: str) -> str:
    return f"{count}{ko if scene.lang == 'ko' else en}"


def _leads(actions: list[Action]) -> list[str]:
    counted = Counter(agency for action in actions for agency in action.lead)
    return [agency for agency, _ in counted.most_common()]


def _relevance_counts(scene: Scene, actions: list[Action]) -> str:
    counted: Counter[str] = Counter(action.korea.relevance for action in actions)
    return " ".join(
        f"{scene.badge(value, words.RELEVANCE)} {_number(scene, counted[value], '건', '')}"
        for value in words.RELEVANCE
        if counted[value]
    )


def action_cards(scene: Scene, section: str) -> str:
    """Every action of a section as a card under its own heading, with a permanent anchor."""
    return "\n\n".join(_action_card(scene, a) for a in scene.library.actions_of(section))


def _action_card(scene: Scene, action: Action) -> str:
    heading = f"### {action.id} {action.title[scene.lang]} {{#{action.anchor}}}"
    parts = [
        element("p", scene.say(action.summary), class_="action-summary"),
        definitions(_action_facts(scene, action), "action-meta"),
        _korea_note(scene, action),
        definitions(_action_backlinks(scene, action), "action-links"),
        cite_action(scene, action.id),
    ]
    card = element(
        "div", "\n".join(parts),
        class_="action", data_pillar=action.id[0], data_relevance=action.korea.relevance,
    )  # fmt: skip
    return f"{heading}\n\n{card}"


def _action_facts(scene: Scene, action: Action) -> list[tuple[str, str]]:
    lang, library = scene.lang, scene.library
    duplicates = [a.id for a in library.actions.values() if a.duplicate_of == action.id]
    twins = duplicates + ([action.duplicate_of] if action.duplicate_of else [])
    return [
        (words.PLAN_PAGE[lang], scene.pdf_link(action.page)),
        (words.LEAD[lang], scene.agencies(action.lead) or scene.say(words.NOT_NAMED)),
        (words.PARTNERS[lang], scene.agencies(action.partners)),
        (words.MENTIONS[lang], scene.agencies(action.mentions)),
        (words.INSTRUMENTS[lang], scene.names("instrument", action.instruments)),
        (words.TOPICS[lang], scene.names("topic", action.topics)),
        (words.SOURCE_NOTE[lang], _optional(scene, action.source_note)),
        (words.DUPLICATE[lang], scene.joined(scene.action_link(id) for id in twins)),
    ]


def _optional(scene: Scene, text: Bilingual | None) -> str:
    return scene.say(text) if text else ""


def _korea_note(scene: Scene, action: Action) -> str:
    label = element("strong", f"{scene.say(words.KOREA_NOTE)}", class_="korea-label")
    badge = scene.badge(action.korea.relevance, words.RELEVANCE)
    note = _optional(scene, action.korea.note)
    return element("div", element("p", f"{label} {badge} {note}".strip()), class_="korea-note")


def _action_backlinks(scene: Scene, action: Action) -> list[tuple[str, str]]:
    """Impacts, strategies through them, events, terms and claims that refer to the action."""
    referring = scene.graph.referring
    impacts = referring("action", action.id, "impact")
    strategies = [s for i in impacts for s in strategies_of_impact(scene.graph, i)]
    return [
        (words.IMPACTS[scene.lang], scene.joined(scene.links("impact", impacts))),
        (words.STRATEGIES[scene.lang], scene.joined(scene.links("strategy", dict.fromkeys(strategies)))),
        (words.EVENTS[scene.lang], scene.joined(scene.links("event", referring("action", action.id, "event")))),
        (words.TERMS[scene.lang], scene.joined(scene.links("term", referring("action", action.id, "term")))),
        (words.CLAIMS[scene.lang], scene.joined(scene.link("claim", id, id) for id in referring("action", action.id, "claim"))),
    ]  # fmt: skip
