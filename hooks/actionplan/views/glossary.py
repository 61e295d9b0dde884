"""Views of the glossary: a term's information box, and the index by first letter and by category."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from ..korean import FIRST_SYLLABLE, LAST_SYLLABLE
from ..language import Lang
from ..library import Unit
from ..markup import definitions, element, escape, items, marked
from ..plaintext import first_sentence, lead
from . import words
from .scene import Scene

# Initial consonants by index (Unicode 3.12), tense ones filed under their plain ones as Korean
# dictionaries' index tabs do: 가 나 다 라 마 바 사 아 자 차 카 타 파 하.
_TABS = "가가나다다라마바바사사아자자차카타파하"
_SYLLABLES_PER_INITIAL = 588
NUMBERS = "0–9"


def term_box(scene: Scene, term: Unit) -> str:
    """Information box of a term's page: names, category, places in the plan, relations."""
    facts, lang, own = term.facts, scene.lang, term[scene.lang].words
    narrower = scene.graph.referring("term", term.id, "term", "broader")
    pairs = [
        (words.OTHER_NAME[lang], scene.other_name(term.title)),
        (words.ABBREVIATION[lang], escape(facts.abbreviation or "")),
        (words.ALIASES[lang], scene.joined(marked(alias, lang) for alias in own.aliases)),
        (words.CATEGORY[lang], _category(scene, facts.category)),
        (words.KIND_NAME[lang], scene.say(scene.library.title("term-kind", facts.kind))),
        (words.IN_PLAN[lang], scene.loci(facts.plan) or scene.say(words.NOT_IN_PLAN)),
        (words.DESCRIBED[lang], scene.loci(facts.plan_describes)),
        (words.BROADER[lang], scene.link("term", facts.broader) if facts.broader else ""),
        (words.NARROWER[lang], scene.joined(scene.links("term", narrower))),
        (words.RELATED[lang], scene.joined(scene.links("term", facts.related))),
    ]
    return element("aside", definitions(pairs, "facts-list"), class_="facts")


def _category(scene: Scene, id: str) -> str:
    name = scene.say(scene.library.title("category", id))
    return scene.page_link("glossary/index", name, f"category-{id}")


def term_sources(scene: Scene, term: Unit) -> str:
    """The documents that a term was checked against."""
    entries = scene.links("source", term.facts.sources)
    label = element("p", scene.say(words.SOURCES), class_="label")
    return element("div", label + items(entries), class_="checked-against") if entries else ""


def term_index(scene: Scene) -> str:
    """All terms by first letter, with a filter, which a script fills with life, and a bar to jump."""
    groups = _grouped(scene, lambda term: first_letter(term.title[scene.lang]))
    bar = items([element("a", escape(tab), href=f"#letter-{_slug(tab)}") for tab in groups])
    jump = element("nav", bar, class_="jump-bar", aria_label=scene.say(words.JUMP))
    letters = (_letter(scene, tab, terms) for tab, terms in groups.items())
    return "\n\n".join([_filter(scene), jump, *letters])


def _filter(scene: Scene) -> str:
    """A field that narrows the index down, and how many terms it shows."""
    lang, count = scene.lang, len(scene.library.terms)
    field = element(
        "input", type="search", placeholder=words.FILTER_HINT[lang], autocomplete="off", spellcheck="false"
    )  # fmt: skip
    label = element("label", scene.say(words.FILTER) + field)
    found = words.SOME_TERMS[lang].replace("{count}", str(count))
    output = element("output", escape(words.ALL_TERMS[lang].format(count=count)), data_found=found)
    return element("search", label + output, class_="term-filter js-only")


def _letter(scene: Scene, tab: str, terms: list[Unit]) -> str:
    return f"### {tab} {{#letter-{_slug(tab)}}}\n\n{_entries(scene, terms)}"


def term_categories(scene: Scene) -> str:
    """All terms by category."""
    groups = _grouped(scene, lambda term: str(term.facts.category))
    return "\n\n".join(
        f"### {category.name[scene.lang]} {{#category-{id}}}\n\n{_links(scene, groups[id])}"
        for id, category in scene.library.categories.items()
        if id in groups
    )


def _grouped(scene: Scene, by: Callable[[Unit], str]) -> dict[str, list[Unit]]:
    groups: dict[str, list[Unit]] = {}
    for term in sorted(scene.library.terms.values(), key=lambda term: _sort_key(scene, term)):
        groups.setdefault(by(term), []).append(term)
    return groups


def _sort_key(scene: Scene, term: Unit) -> tuple[int, str, str]:
    title = term.title[scene.lang]
    tab = first_letter(title)
    return _rank(tab, scene.lang), tab, title.casefold()


def _rank(tab: str, lang: Lang) -> int:
    """The page's own letters first, then the other language's, then numbers."""
    if tab == NUMBERS:
        return 2
    return int((tab in _TABS) != (lang == "ko"))


def first_letter(title: str) -> str:
    """The index tab of a title: 가 … 하 for Hangul, A … Z for Latin letters, 0–9 for anything else."""
    first = title[0]
    if FIRST_SYLLABLE <= ord(first) <= LAST_SYLLABLE:
        return _TABS[(ord(first) - FIRST_SYLLABLE) // _SYLLABLES_PER_INITIAL]
    plain = unicodedata.normalize("NFKD", first)[0].upper()
    return plain if "A" <= plain <= "Z" else NUMBERS


def _slug(tab: str) -> str:
    """An ASCII id for a tab; Hangul tabs by their number."""
    if tab in _TABS:
        return f"k{sorted(set(_TABS)).index(tab) + 1}"
    return "other" if tab == NUMBERS else tab.lower()


def _entries(scene: Scene, terms: list[Unit]) -> str:
    return items([_entry(scene, term) for term in terms], "ul", "term-list")


def _entry(scene: Scene, term: Unit) -> str:
    name = scene.link("term", term.id) + " " + scene.other_name(term.title)
    gist = element("p", marked(first_sentence(lead(scene.library, term[scene.lang])), scene.lang))
    return name + gist


def _links(scene: Scene, terms: list[Unit]) -> str:
    return items([scene.link("term", t.id) + " " + scene.other_name(t.title) for t in terms], "ul", "term-list")  # fmt: skip
