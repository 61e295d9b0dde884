"""The table of all actions and the form that narrows it down.

The table is complete without a script. The form is drawn here too, with the number of actions for every
choice, and shown only where the script that answers it runs (docs/assets/javascripts/explorer.js). That
script reads the rows' data attributes; nothing here knows how it filters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..language import Bilingual
from ..markup import element, escape, scrolling
from ..records import Action
from . import words
from .scene import Scene

NOBODY = "none"
"""The value that stands for actions in which the plan names no lead agency."""


def action_table(scene: Scene) -> str:
    """The form and the table of all actions, one row each, in the plan's order."""
    actions = sorted(scene.library.actions.values(), key=lambda action: action.number)
    return f"{_form(scene, actions)}\n\n{_table(scene, actions)}"


# ---- the table


def _table(scene: Scene, actions: list[Action]) -> str:
    """Rows and cells say their roles: drawn as cards on a phone, they would lose them in some browsers."""
    caption = scene.say(words.ALL_ACTIONS).format(count=len(actions))
    body = "\n".join(_row(scene, action) for action in actions)
    content = (
        element("caption", caption)
        + element("thead", _head(scene), role="rowgroup")
        + element("tbody", "\n" + body, role="rowgroup")
    )
    return scrolling(
        element("table", content, class_="data actions stacked", role="table"), caption
    )


def _head(scene: Scene) -> str:
    columns = {
        "number": words.ACTION,
        "section": words.SECTION,
        "lead": words.LEAD,
        "topic": words.TOPICS,
        "relevance": words.RELEVANCE_NAME,
        "page": words.PAGE,
    }
    cells = "".join(
        element("th", scene.say(name), scope="col", role="columnheader", data_column=key)
        for key, name in columns.items()
    )
    return element("tr", cells, role="row")


def _row(scene: Scene, action: Action) -> str:
    name = f"{scene.action_link(action.id)} {scene.other_name(action.title)}"
    lead = scene.agencies(action.lead) or scene.say(words.NOT_NAMED)
    badge = scene.badge(action.korea.relevance, words.RELEVANCE)
    cells = [
        element("th", name, scope="row", role="rowheader"),
        element("td", scene.link("section", action.section), role="cell"),
        element("td", lead, role="cell", data_label=words.LEAD[scene.lang]),
        element("td", scene.names("topic", action.topics), role="cell", data_label=words.TOPICS[scene.lang]),
        element("td", badge, role="cell", data_label=words.RELEVANCE_NAME[scene.lang]),
        element("td", scene.pdf_link(action.page), role="cell"),
    ]  # fmt: skip
    return element(
        "tr", "".join(cells), role="row", data_pillar=action.id[0], data_section=action.section,
        data_lead=" ".join(action.lead) or NOBODY, data_topic=" ".join(action.topics),
        data_relevance=action.korea.relevance, data_page=action.page,
    )  # fmt: skip


# ---- the form


def _form(scene: Scene, actions: list[Action]) -> str:
    parts = [
        _text_field(scene),
        element("div", _relevance(scene, actions) + _pillars(scene, actions), class_="facets"),
        element(
            "div",
            _leads(scene, actions) + _topics(scene, actions) + _sections(scene, actions),
            class_="facets",
        ),
        _bar(scene, len(actions)),
    ]
    return element(
        "form", "\n".join(parts),
        id="explorer", class_="explorer js-only no-term", autocomplete="off",
        aria_label=words.NARROW[scene.lang],
    )  # fmt: skip


def _text_field(scene: Scene) -> str:
    label = element("label", scene.say(words.TEXT_SEARCH), for_="explorer-text")
    field = element("input", id="explorer-text", type="search", name="text", spellcheck="false")
    return element("div", label + field, class_="explorer-text")


def _bar(scene: Scene, count: int) -> str:
    options = "".join(
        element("option", scene.say(name), value=key) for key, name in words.SORT_ORDERS.items()
    )
    sort = element(
        "label",
        f"{scene.say(words.SORT)} {element('select', options, name='sort')}",
        class_="explorer-sort",
    )
    buttons = "".join(
        element("button", scene.say(name), type=kind, data_do=key)
        for key, (kind, name) in words.EXPLORER_BUTTONS.items()
    )
    found = element("output", scene.say(words.ALL_ACTIONS).format(count=count), id="explorer-found")
    return element("div", found + sort + buttons, class_="explorer-bar")


@dataclass(frozen=True)
class _Choice:
    """One value of a facet: `name` is HTML, `short` names it in the summary, text finds it by `words`."""

    value: str
    count: int
    name: str
    short: str
    words: str | None = None


def _relevance(scene: Scene, actions: list[Action]) -> str:
    counted: Counter[str] = Counter(action.korea.relevance for action in actions)
    choices = [
        _Choice(value, counted[value], scene.badge(value, words.RELEVANCE), name[scene.lang])
        for value, name in words.RELEVANCE.items()
    ]
    return _open_facet("relevance", scene.say(words.RELEVANCE_NAME), choices)


def _pillars(scene: Scene, actions: list[Action]) -> str:
    counted = Counter(action.pillar for action in actions)
    choices = []
    for pillar in scene.library.pillars.values():
        number = words.PILLAR[pillar.number]
        name = f"{scene.say(number)} {scene.say(pillar.title)}"
        choices.append(_Choice(str(pillar.number), counted[pillar.id], name, number[scene.lang]))
    return _open_facet("pillar", scene.say(words.PILLAR_NAME), choices)


def _leads(scene: Scene, actions: list[Action]) -> str:
    counted: Counter[str] = Counter(id for action in actions for id in action.lead)
    choices = [_agency(scene, id, count) for id, count in counted.most_common()]
    nobody = sum(not action.lead for action in actions)
    not_named = words.NOT_NAMED[scene.lang]
    choices.append(_Choice(NOBODY, nobody, escape(not_named), not_named))
    return _closed_facet("lead", scene.say(words.LEAD), choices)


def _agency(scene: Scene, id: str, count: int) -> _Choice:
    name = scene.library.agencies[id].name
    shown = scene.agency_name(id)
    return _Choice(id, count, escape(shown), name[scene.lang], f"{name.ko} {name.en} {id}")


def _topics(scene: Scene, actions: list[Action]) -> str:
    counted: Counter[str] = Counter(id for action in actions for id in action.topics)
    names = {id: scene.library.topics[id].name for id in counted}
    choices = [
        _Choice(id, count, scene.say(names[id]), names[id][scene.lang], _both(names[id]))
        for id, count in counted.most_common()
    ]
    return _closed_facet("topic", scene.say(words.TOPICS), choices)


def _sections(scene: Scene, actions: list[Action]) -> str:
    counted = Counter(str(action.section) for action in actions)
    choices = []
    for pillar in scene.library.pillars.values():
        for section in scene.library.sections_of(pillar.id):
            number = f"{pillar.number}.{section.order}"
            name = f"{number} {scene.say(section.title)}"
            searched = _both(section.title)
            choices.append(_Choice(section.id, counted[section.id], name, number, searched))
    return _closed_facet("section", scene.say(words.SECTION), choices)


def _both(name: Bilingual) -> str:
    return f"{name.ko} {name.en}"


def _boxes(facet: str, choices: Iterable[_Choice]) -> str:
    """The checkboxes of a facet."""
    return "".join(
        element(
            "label",
            element(
                "input", type="checkbox", name=facet, value=choice.value,
                data_short=choice.short, data_words=choice.words,
            )
            + element("span", choice.name, class_="choice-name")
            + " "
            + element("span", str(choice.count), class_="choice-count"),
            class_="choice",
        )
        for choice in choices
    )  # fmt: skip


def _open_facet(facet: str, name: str, choices: Iterable[_Choice]) -> str:
    return element("fieldset", element("legend", name) + _boxes(facet, choices), class_="facet")


def _closed_facet(facet: str, name: str, choices: Iterable[_Choice]) -> str:
    """A group of many choices behind a disclosure; only one of these is open at a time."""
    chosen = element("span", "", class_="facet-chosen")
    legend = element("legend", name, class_="visually-hidden")
    group = element("fieldset", legend + _boxes(facet, choices), class_="choices")
    summary = element("summary", f"{name} {chosen}")
    return element("details", summary + group, class_="facet", name="facet")
