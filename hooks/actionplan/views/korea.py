"""Views of what the plan means for Korea: impacts, strategies, and the trace between them."""

from __future__ import annotations

from ..graph import impacts_of_action, strategies_of_impact
from ..language import Bilingual
from ..library import Unit
from ..markup import definitions, element, escape, items, marked, stacked, table
from ..plaintext import first_sentence, lead
from . import words
from .scene import Scene


def impact_box(scene: Scene, impact: Unit) -> str:
    """Information box of an impact's page."""
    facts, lang = impact.facts, scene.lang
    causes = [scene.action_link(id) for id in facts.actions] + scene.links(
        "section", facts.sections
    )
    strategies = strategies_of_impact(scene.graph, impact.id)
    pairs = [
        (words.KIND_NAME[lang], scene.badge(facts.kind, words.KIND)),
        (words.DOMAIN_NAME[lang], _domain(scene, facts.domain)),
        (words.ORIGIN_NAME[lang], scene.say(words.ORIGIN[facts.origin])),
        (words.CAUSED_BY[lang], items(causes)),
        (words.ANSWERED_BY[lang], items(scene.links("strategy", strategies))),
        (words.TRACE_NAME[lang], _path(scene, impact)),
        (words.OTHER_NAME[lang], scene.other_name(impact.title)),
    ]
    return element("aside", definitions(pairs, "facts-list"), class_="facts")


def strategy_box(scene: Scene, strategy: Unit) -> str:
    """Information box of a strategy's page."""
    facts, lang = strategy.facts, scene.lang
    own = strategy[lang].words
    pairs = [
        (words.HORIZON_NAME[lang], scene.badge(facts.horizon, words.HORIZON)),
        (words.ORIGIN_NAME[lang], scene.say(words.ORIGIN[facts.origin])),
        (words.ADDRESSES[lang], items(scene.links("impact", facts.addresses))),
        (words.ACTORS[lang], items([marked(actor, lang) for actor in own.actors])),
        (words.MEANS[lang], items([marked(means, lang) for means in own.instruments])),
        (words.TRACE_NAME[lang], _path(scene, strategy)),
        (words.OTHER_NAME[lang], scene.other_name(strategy.title)),
    ]
    return element("aside", definitions(pairs, "facts-list"), class_="facts")


def _path(scene: Scene, unit: Unit) -> str:
    """A link to the picture of the trace with the unit's path marked."""
    return scene.page_link("trace", scene.say(words.SEE_PATH), f"path-{unit.kind}-{unit.id}")


def _domain(scene: Scene, domain: str) -> str:
    name = words.DOMAIN.get(domain)
    return scene.say(name) if name else escape(domain)


def impact_cards(scene: Scene, kind: str) -> str:
    """Impacts of one kind, each with its answer in a sentence."""
    found = [impact for impact in scene.library.impacts.values() if impact.facts.kind == kind]
    return items([_card(scene, i, _domain(scene, i.facts.domain)) for i in found], "ul", "cards")


def strategy_cards(scene: Scene, horizon: str) -> str:
    """Strategies of one horizon, each with its aim in a sentence."""
    found = [s for s in scene.library.strategies.values() if s.facts.horizon == horizon]
    return items([_card(scene, s, _answers(scene, s)) for s in found], "ul", "cards")


def _answers(scene: Scene, strategy: Unit) -> str:
    count = len(strategy.facts.addresses)
    return f"영향 {count}가지에 대응" if scene.lang == "ko" else f"answers {count} impacts"


def _card(scene: Scene, unit: Unit, note: str) -> str:
    title = element("strong", scene.link(unit.kind, unit.id))
    gist = element("p", marked(first_sentence(lead(scene.library, unit[scene.lang])), scene.lang))
    return f"{title} {element('span', note, class_='card-note')}{gist}"


def impact_matrix(scene: Scene) -> str:
    """Impacts by field, with the actions that cause them and the strategies that answer them."""
    heads = [words.IMPACT, words.KIND_NAME, words.DOMAIN_NAME, words.CAUSED_BY, words.ANSWERED_BY]
    rows = [_impact_row(scene, impact) for impact in scene.library.impacts.values()]
    caption = (
        "영향과 원인, 대응 전략" if scene.lang == "ko" else "Impacts, their causes and the answers"
    )
    return stacked([head[scene.lang] for head in heads], rows, caption=caption)


def _impact_row(scene: Scene, impact: Unit) -> list[str]:
    facts = impact.facts
    strategies = strategies_of_impact(scene.graph, impact.id)
    return [
        scene.link("impact", impact.id),
        scene.badge(facts.kind, words.KIND),
        _domain(scene, facts.domain),
        _causes(scene, impact),
        items(scene.links("strategy", strategies)),
    ]


def _causes(scene: Scene, impact: Unit) -> str:
    actions = [scene.link("action", id, escape(id)) for id in impact.facts.actions]
    return scene.joined(actions + scene.links("section", impact.facts.sections))


def trace_matrix(scene: Scene) -> str:
    """Impacts against strategies; a filled cell says that the strategy answers the impact."""
    strategies = list(scene.library.strategies.values())
    head = [scene.say(words.IMPACT), *(scene.link("strategy", s.id) for s in strategies)]
    rows = [
        [scene.link("impact", impact.id), *(_cell(scene, impact, s) for s in strategies)]
        for impact in scene.library.impacts.values()
    ]
    caption = (
        "영향과 대응 전략의 대응표"
        if scene.lang == "ko"
        else "Impacts and the strategies that answer them"
    )
    return table(head, rows, caption=caption, class_="data matrix")


def _cell(scene: Scene, impact: Unit, strategy: Unit) -> str:
    if impact.id not in strategy.facts.addresses:
        return ""
    label = "대응함" if scene.lang == "ko" else "answers"
    return element("span", "●", role="img", aria_label=label)


def trace_table(scene: Scene) -> str:
    """Every action that causes an impact, with the impact and the strategies that answer it."""
    heads = [words.ACTION, words.RELEVANCE_NAME, words.IMPACT, words.STRATEGIES]
    rows = [
        [scene.action_link(action.id), scene.badge(action.korea.relevance, words.RELEVANCE),
         scene.link("impact", impact),
         items(scene.links("strategy", strategies_of_impact(scene.graph, impact)))]
        for action in scene.library.actions.values()
        for impact in impacts_of_action(scene.graph, action.id)
    ]  # fmt: skip
    rows += [_section_row(scene, section, impact) for section, impact in _by_section(scene)]
    caption = (
        "조치에서 영향을 거쳐 전략까지"
        if scene.lang == "ko"
        else "From action through impact to strategy"
    )
    return stacked([head[scene.lang] for head in heads], rows, caption=caption)


def _by_section(scene: Scene) -> list[tuple[str, str]]:
    """Pairs of a section whose own text causes an impact, and that impact."""
    return [(s, i.id) for i in scene.library.impacts.values() for s in i.facts.sections]


def _section_row(scene: Scene, section: str, impact: str) -> list[str]:
    strategies = strategies_of_impact(scene.graph, impact)
    note: Bilingual = words.SECTION
    return [
        f"{scene.link('section', section)} ({scene.say(note)})",
        "",
        scene.link("impact", impact),
        items(scene.links("strategy", strategies)),
    ]
