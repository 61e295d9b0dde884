"""What every view is given: the library, its graph, and the page that is being composed.

Draws the small things that all views share: links to records, badges, agencies, places in the plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .. import urls
from ..graph import Graph
from ..language import Bilingual, Lang, other
from ..library import Library, Page
from ..markup import element, escape, in_language, marked, other_name
from ..records import Locus
from . import words


@dataclass(frozen=True)
class Scene:
    """A page in its surroundings. `root` is the site's public address, with a slash at its end."""

    graph: Graph
    page: Page
    root: str

    @property
    def library(self) -> Library:
        return self.graph.library

    @property
    def lang(self) -> Lang:
        return self.page.lang

    def say(self, text: Bilingual) -> str:
        """A text in the page's language, escaped; runs in the other language are marked."""
        return marked(text[self.lang], self.lang)

    def href(self, kind: str, id: str) -> str:
        """Address of a record as seen from this page."""
        target = self.library.target(kind, id)
        return urls.relative(self.lang, self.page.name, self.lang, target)

    def link(self, kind: str, id: str, text: str | None = None, class_: str | None = None) -> str:
        """A link to a record; its text is its title unless given (as HTML)."""
        shown = self._title(kind, id) if text is None else text
        return element("a", shown, href=self.href(kind, id), class_=class_)

    def _title(self, kind: str, id: str) -> str:
        if kind == "source":
            source = self.library.sources[id]
            return in_language(source.title, source.language, self.lang)
        return self.say(self.library.title(kind, id))

    def links(self, kind: str, ids: Iterable[str]) -> list[str]:
        """Links to several records of one kind."""
        return [self.link(kind, id) for id in ids]

    def page_address(self, name: str, fragment: str = "") -> str:
        """Address of a page by its name, as seen from this page."""
        target = urls.Target(name, fragment)
        return urls.relative(self.lang, self.page.name, self.lang, target)

    def page_link(self, name: str, text: str, fragment: str = "") -> str:
        """A link to a page by its name; `text` is HTML."""
        return element("a", text, href=self.page_address(name, fragment))

    def action_link(self, id: str) -> str:
        """A link to an action: number and title."""
        action = self.library.actions[id]
        number = element("span", id, class_="action-id")
        return self.link("action", id, f"{number} {self.say(action.title)}")

    def other_name(self, title: Bilingual) -> str:
        """A title in the other language."""
        return other_name(title, self.lang)

    def both_names(self, title: Bilingual) -> str:
        """A title in the page's language and, marked, in the other."""
        return f"{self.say(title)} {self.other_name(title)}"

    def pdf_link(self, printed: int) -> str:
        """A link into the official PDF at a printed page."""
        label = f"{printed}쪽" if self.lang == "ko" else f"p. {printed}"
        url = urls.pdf_page(self.library.document.url, printed)
        return element("a", label, href=url, class_="plan-page")

    def agencies(self, ids: Iterable[str]) -> str:
        """Full names of agencies with the abbreviations that the plan uses."""
        return self.joined(escape(self.agency_name(id)) for id in ids)

    def agency_name(self, id: str) -> str:
        """An agency's name with the abbreviation that the plan uses, as plain text."""
        name = self.library.agencies[id].name[self.lang]
        return f"{name}({id})" if self.lang == "ko" else f"{name} ({id})"

    def loci(self, places: Iterable[Locus]) -> str:
        """Places in the plan: section or action, and printed page."""
        return "; ".join(self._locus(place) for place in places)

    def _locus(self, place: Locus) -> str:
        page = self.pdf_link(place.page)
        if place.action:
            return f"{self.link('action', place.action, escape(place.action))}, {page}"
        if place.section == "introduction":
            return f"{self.say(words.INTRODUCTION)}, {page}"
        if place.section:
            kind = "pillar" if place.section in self.library.pillars else "section"
            return f"{self.link(kind, place.section)}, {page}"
        return page

    def badge(self, value: str, names: dict[str, Bilingual]) -> str:
        """A label for one of a set of values."""
        return element("span", self.say(names[value]), class_=f"badge badge--{value}")

    def names(self, kind: str, ids: Iterable[str]) -> str:
        """Names of several records of one kind, without links."""
        return self.joined(self.say(self.library.title(kind, id)) for id in ids)

    def joined(self, parts: Iterable[str]) -> str:
        """HTML parts as one line."""
        return ", ".join(parts)

    @property
    def other_lang(self) -> Lang:
        """The language that the page is not in."""
        return other(self.lang)
