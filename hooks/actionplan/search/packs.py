"""The library → the two packs of a language: names that entries have, and texts written about them.

The shapes are those of docs/assets/javascripts/search/types.js. Packs hold plain strings; everything
derived from them is made in the browser. It must not know files or the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from .. import urls
from ..language import Lang, other
from ..library import Library, Unit
from ..plaintext import first_sentence
from ..records import Action, Keywords
from ..views import words
from .prose import passages

FORMAT = 1
"""Changes whenever the worker can't read older packs."""

_NAME = re.compile(r"\S+|(?=.*(?:[0-9]|[A-Z]{3}))\S+ \S+")
"""What readers ask by in the other language, as they describe in their own: a word, or two of which one is a number or an
abbreviation."""
ASKED = {
    ("section", "ko"): ("미국의 정책과 대책, 방안",),
    ("section", "en"): ("US policy, measures and efforts",),
    ("impact", "ko"): ("한국 기업에 주는 영향과 전망", "기회, 위험, 부담, 타격, 우려, 압박"),
    ("impact", "en"): (
        "effect on Korean companies",
        "opportunity, risk, burden, pressure and outlook for Korea",
    ),
}
"""What readers add to a subject when they mean what is done about it or what it does to Korea, not the term for it:
keywords of every page of a kind."""
CONFUSABLE = "not"
"""Heading of what a term is not: it speaks of other terms, and would be found for them."""

Strings = tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """What search finds: a page, or a record that stands on one."""

    kind: str
    url: str
    title: str
    other: str
    names: Strings
    hidden: Strings
    tag: str
    lead: str


@dataclass(frozen=True)
class Found:
    """An entry with what is written about it."""

    id: str
    entry: Entry
    keywords: Strings
    passages: Strings


Pack = dict[str, Any]


def packs(library: Library, lang: Lang) -> tuple[Pack, Pack]:
    """The names and the texts of one language."""
    found = list(Writer(library, lang).entries())
    place = {one.id: number for number, one in enumerate(found)}
    names = {
        "format": FORMAT,
        "lang": lang,
        "other": other(lang),
        "entries": [vars(one.entry) for one in found],
        "ambiguous": [
            {"name": shared.alias, "of": [place[f"term:{id}"] for id in shared.ids]}
            for shared in library.ambiguous
        ],
        "asides": [word for aside in library.asides.values() for word in (*aside.ko, *aside.en)],
    }
    texts = {
        "format": FORMAT,
        "keywords": [one.keywords for one in found],
        "passages": [[first_sentence(text) for text in one.passages if text] for one in found],
        "synonyms": [concept[lang] for concept in library.concepts.values()],
    }
    return names, texts


@dataclass(frozen=True)
class Writer:
    """Writes the entries of one language."""

    library: Library
    lang: Lang

    def entries(self) -> Iterator[Found]:
        """Everything that search finds: terms, then sections with their actions, then the rest."""
        library, lang = self.library, self.lang
        yield from (self.term(term) for term in library.terms.values())
        for id in library.sections:
            yield self.page(urls.page_of("section", id), self.pillar_tag(id))
            yield from (self.action(action) for action in library.actions_of(id))
        for impact in library.impacts.values():
            kind = words.KIND[impact.facts.kind][lang]
            yield self.page(impact.ko.name, f"{words.IMPACT[lang]} · {kind}")
        for strategy in library.strategies.values():
            horizon = words.HORIZON[strategy.facts.horizon][lang]
            yield self.page(strategy.ko.name, f"{words.STRATEGY[lang]} · {horizon}")
        yield from (self.page(name, "") for name in self.other_pages())
        for id, event in library.events.items():
            yield self.record("event", id, str(event.date), [str(event.summary[lang])])

    def term(self, term: Unit) -> Found:
        """A term with its names in both languages, wrong ones hidden."""
        page, twin = term[self.lang], term[other(self.lang)]
        names: list[str] = [
            term.facts.abbreviation or "",
            *page.words.aliases,
            *twin.words.aliases,
        ]
        hidden: list[str] = [
            shared.alias for shared in self.library.ambiguous if term.id in shared.ids
        ]
        for side in (page, twin):
            hidden += [*side.words.hidden, *side.words.discouraged]
        first, *more = [text for _, text in passages(self.library, page, CONFUSABLE)] or [""]
        lead = first_sentence(first)
        entry = Entry(
            "term",
            urls.address(self.lang, page.name),
            page.title,
            twin.title,
            _distinct(names, [page.title, twin.title]),
            _distinct(hidden, [page.title, twin.title, *names]),
            self.library.categories[term.facts.category].name[self.lang],
            lead,
        )
        texts = (first.removeprefix(lead).strip(), *more)
        keywords = _keywords(page.words.keywords, twin.words.keywords)
        return Found(f"term:{term.id}", entry, keywords, texts)

    def page(self, name: str, tag: str) -> Found:
        """A page; its headings count where they are its own, not those of its kind."""
        page, twin = self.library.pages[self.lang, name], self.library.pages[other(self.lang), name]
        url = urls.address(self.lang, name)
        entry = Entry(page.kind, url, page.title, twin.title, (), (), tag, "")
        texts = [
            f"{heading}: {text}" if heading and page.kind == "page" else text
            for heading, text in passages(self.library, page)
        ]
        asked = ASKED.get((page.kind, self.lang), ())
        keywords = _keywords([*page.words.keywords, *asked], twin.words.keywords)
        return Found(f"{page.kind}:{page.id}", entry, keywords, tuple(texts))

    def action(self, action: Action) -> Found:
        """An action with its number, and the bodies that would lead it among its keywords."""
        tag = f"{words.ACTION[self.lang]} {action.id} · {words.PILLAR[action.number[0]][self.lang]}"
        note = action.korea.note[self.lang] if action.korea.note else ""
        found = self.record("action", action.id, tag, [str(action.summary[self.lang]), str(note)])
        written = action.keywords or Keywords()
        keywords = _keywords(written[self.lang], written[other(self.lang)])
        entry = replace(found.entry, names=(str(action.id),))
        return replace(found, entry=entry, keywords=_distinct([*keywords, *action.lead], []))

    def record(self, kind: str, id: str, tag: str, texts: list[str]) -> Found:
        """A record that stands on a page of others."""
        target, title = self.library.target(kind, id), self.library.title(kind, id)
        url = f"{urls.address(self.lang, target.name)}#{target.fragment}"
        entry = Entry(kind, url, title[self.lang], title[other(self.lang)], (), (), tag, "")
        return Found(f"{kind}:{id}", entry, (), tuple(texts))

    def other_pages(self) -> Iterator[str]:
        """Names of the pages that are about no record of their own, pillars among them."""
        own = {"term", "section", "impact", "strategy"}
        pages = self.library.pages.items()
        return (name for (lang, name), page in pages if lang == self.lang and page.kind not in own)

    def pillar_tag(self, section: str) -> str:
        """What a section is, and of which pillar."""
        pillar = self.library.pillars[self.library.sections[section].pillar]
        return f"{words.SECTION[self.lang]} · {words.PILLAR[int(pillar.number)][self.lang]}"


def _keywords(own: Iterable[str], others: Iterable[str]) -> Strings:
    """Keywords of the reader's language, and those of the other that can be typed as a name."""
    return _distinct([*own, *filter(_NAME.fullmatch, others)], [])


def _distinct(texts: list[str], known: list[str]) -> Strings:
    """Texts once each, without empty ones and those known already."""
    return tuple(dict.fromkeys(str(text) for text in texts if text and text not in known))
