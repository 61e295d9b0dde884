"""Views of what has changed: the list on the page of changes, and each page's own last change."""

from __future__ import annotations

from .. import urls
from ..dates import written_date
from ..markup import element, escape, items
from ..records import Change
from . import words
from .scene import Scene


def change_list(scene: Scene) -> str:
    """Every change of meaning, newest first, with the pages that it is about."""
    entries = [
        element("div", _entry(scene, change), id=change.id)
        for change in scene.library.changes.values()
        if change.note
    ]
    return items(entries, "ul", "change-list") + feed_link(scene)


def _entry(scene: Scene, change: Change) -> str:
    assert change.note
    pages = [
        scene.page_link(name, escape(scene.library.pages[scene.lang, name].title))
        for name in change.pages
    ]
    about = element("p", scene.joined(pages), class_="change-pages") if pages else ""
    return _day(scene, change.date) + element("p", scene.say(change.note)) + about


def feed_link(scene: Scene) -> str:
    """A link to the feed of the page's language."""
    root = urls.root_from(scene.lang, scene.page.name)
    href = f"{root}{urls.address(scene.lang, 'changes')}feed.xml"
    link = element("a", scene.say(words.FEED), href=href, type="application/atom+xml")
    return element("p", link, class_="feed-link")


def last_changed(scene: Scene) -> str:
    """The day on which the page last changed, with a link to all changes."""
    day = _day(scene, scene.library.changed_on(scene.page.name))
    link = scene.page_link("changes", scene.say(words.CHANGES))
    return element("p", f"{scene.say(words.LAST_CHANGED)} {day} · {link}", class_="last-changed")


def _day(scene: Scene, date: str) -> str:
    return element("time", escape(written_date(date, scene.lang)), datetime=date)
