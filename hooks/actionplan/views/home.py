"""Views of the home page: the way into search, paths for four roles, and what is new."""

from __future__ import annotations

import posixpath

from ..dates import written_date
from ..language import Bilingual, both
from ..library import Page
from ..markup import element, escape, items
from ..plaintext import first_sentence, plain
from . import words
from .scene import Scene

EXAMPLES = both("백필|HBM|3.5.2|소버린 AI|FDPR", "backfill|HBM|3.5.2|sovereign AI|한미 기술번영")
"""Searches that show what the box understands: a term, an abbreviation, an action, the other language."""

ROLES: dict[str, tuple[Bilingual, bool]] = {
    "paths/trade-lawyer": (both("통상 변호사", "Trade lawyers"), False),
    "paths/policy-analyst": (both("정책 분석가", "Policy analysts"), False),
    "paths/company": (both("기업", "Companies"), True),
    "paths/student-journalist": (both("학생과 기자", "Students and journalists"), False),
}
"""Pages of the reading paths with their readers; True where a page has a path under each heading."""

STEPS = 5
"""Links that a role's card shows; with the link to the whole path they stay under seven."""
EVENTS = 5
CHANGES = 3


def home_search(scene: Scene) -> str:
    """A wide button that opens the site's search, searches to try, and the date of the sources."""
    button = element(
        "button", scene.say(words.SEARCH_HERE), type="button", class_="home-search__box"
    )
    tries = "".join(_example(scene, query) for query in EXAMPLES[scene.lang].split("|"))
    examples = element("p", f"{scene.say(words.SEARCH_EXAMPLES)} {tries}")
    with_script = element("div", button + examples, class_="js-only")
    without = element("p", scene.page_link("glossary/index", scene.say(words.SEARCH_PLAIN)), class_="no-js-only")  # fmt: skip
    return (
        element("div", with_script + without, class_="home-search no-term") + "\n\n" + as_of(scene)
    )


def _example(scene: Scene, query: str) -> str:
    other = scene.other_lang if (query[0] >= "가") == (scene.lang == "en") else None
    return element("button", escape(query), type="button", data_query=query, lang=other)


def as_of(scene: Scene) -> str:
    """The date up to which sources were read."""
    date = written_date(scene.library.document.as_of, scene.lang)
    return element("p", escape(words.AS_OF[scene.lang].format(date=date)), class_="as-of")


def role_paths(scene: Scene) -> str:
    """A card for each role: what its path is about and the first steps on it."""
    cards = [
        _role(scene, scene.library.pages[scene.lang, name], reader, by_heading)
        for name, (reader, by_heading) in ROLES.items()
    ]
    return items(cards, "ul", "cards roles")


def _role(scene: Scene, page: Page, reader: Bilingual, by_heading: bool) -> str:
    steps = _parts(scene, page) if by_heading else _links(scene, page)
    return "".join(
        [
            element("h3", scene.page_link(page.name, scene.say(reader))),
            element("p", escape(first_sentence(plain(scene.library, page.lead, scene.lang)))),
            items(steps[:STEPS]),
            element("p", scene.page_link(page.name, scene.say(words.READING_PATH)), class_="role-all"),
        ]
    )  # fmt: skip


def _parts(scene: Scene, page: Page) -> list[str]:
    """Links to the page's parts but the last, which is a word of caution."""
    heads = [heading for heading in page.outline.headings if heading.level == 2]
    return [
        scene.page_link(page.name, escape(heading.text), heading.id or "") for heading in heads[:-1]
    ]


def _links(scene: Scene, page: Page) -> list[str]:
    """Links to the pages that a page leads to, by their titles."""
    found = dict.fromkeys(
        posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)).removesuffix(".md")
        for path in (link.target.partition("#")[0] for link in page.outline.links)
        if path.endswith(".md")
    )
    return [
        scene.page_link(name, escape(scene.library.pages[scene.lang, name].title)) for name in found
    ]


def latest(scene: Scene) -> str:
    """The newest events of the timeline and the newest changes of the site, side by side."""
    columns = [
        _column(scene, words.LATEST_EVENTS, _events(scene), ("timeline", words.ALL_EVENTS)),
        _column(scene, words.LATEST_CHANGES, _changes(scene), ("changes", words.ALL_CHANGES)),
    ]
    return element("div", "".join(columns), class_="latest no-term")


def _column(scene: Scene, head: Bilingual, entries: list[str], all_: tuple[str, Bilingual]) -> str:
    more = element("p", scene.page_link(all_[0], scene.say(all_[1])))
    return element("div", element("h3", scene.say(head)) + items(entries) + more)


def _events(scene: Scene) -> list[str]:
    events = sorted(scene.library.events.values(), key=lambda event: event.date)
    return [
        f"{_day(scene, event.date)} {scene.link('event', event.id)}"
        for event in reversed(events[-EVENTS:])
    ]


def _changes(scene: Scene) -> list[str]:
    noted = [change for change in scene.library.changes.values() if change.note]
    return [
        f"{_day(scene, change.date)} {scene.say(change.note)}"
        for change in noted[:CHANGES]
        if change.note
    ]


def _day(scene: Scene, date: str) -> str:
    return element("time", escape(written_date(date, scene.lang)), datetime=date)
