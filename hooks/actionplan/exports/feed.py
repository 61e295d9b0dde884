"""The changes of the site as an Atom feed (RFC 4287), one for each language.

Minor changes are left out. Dates come from the changes themselves, so that a feed says the same whenever it
is built. It must not know where the file is written.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .. import urls
from ..citing import SITE
from ..language import Bilingual, Lang, both
from ..library import Library
from ..plaintext import first_sentence
from ..records import Change

NAMESPACE = "http://www.w3.org/2005/Atom"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TITLE = both("바뀐 내용", "Changes")
AUTHOR = both("기여자", "Contributors")


def path(lang: Lang) -> str:
    """Where the feed stands below the site's root."""
    return urls.address(lang, "changes") + "feed.xml"


def atom(library: Library, lang: Lang, root: str) -> str:
    """The feed of one language, newest first."""
    feed = Element("feed", {"xmlns": NAMESPACE, LANG: lang})
    page = root + urls.address(lang, "changes")
    _texts(feed, id=root + path(lang), title=f"{TITLE[lang]} - {SITE[lang]}")
    _texts(feed, updated=_moment(next(iter(library.changes.values()))))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=root + path(lang))
    SubElement(feed, "link", rel="alternate", type="text/html", href=page)
    _texts(SubElement(feed, "author"), name=AUTHOR[lang])
    for change in library.changes.values():
        if change.note:
            _entry(feed, change, change.note, lang, root)
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _entry(feed: Element, change: Change, note: Bilingual, lang: Lang, root: str) -> None:
    entry = SubElement(feed, "entry")
    page = root + urls.address(lang, "changes")
    _texts(entry, id=f"{page}#{change.id}", title=first_sentence(note[lang]))
    _texts(entry, updated=_moment(change))
    target = root + urls.address(lang, change.pages[0]) if change.pages else f"{page}#{change.id}"
    SubElement(entry, "link", rel="alternate", type="text/html", href=target)
    SubElement(entry, "content", type="text").text = str(note[lang])


def _texts(parent: Element, **texts: str) -> None:
    for tag, text in texts.items():
        SubElement(parent, tag).text = text


def _moment(change: Change) -> str:
    """Noon UTC of the change's day (RFC 3339), which is the same day in Korea and in America."""
    return f"{change.date}T12:00:00Z"
