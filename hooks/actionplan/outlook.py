"""Dates that lay ahead when the sources were read; what has passed since is to be looked at again.

Taken from the Korean texts, whose dates the English share by rule. What was read later says so (현재, 기준)
or cites a source from that time, and is no outlook. It must not know how pages are drawn, nor the day on which the site is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .language import DEFAULT_LANG, Bilingual
from .library import Library, Page

DATE = re.compile(
    r"(?<!\d)(20\d\d)년(?: ?(\d{1,2})월(?: ?(\d{1,2})일)?)?(?!\d|월| ?\d{1,2}[월일]| ?현재| ?기준)"
)


@dataclass(frozen=True, order=True)
class Outlook:
    """A date, as precise as it is written (ISO 8601), and the record that names it."""

    date: str
    kind: str
    id: str

    def has_passed(self, day: str) -> bool:
        """Whether it was over before a day: a month or a year is with its last day."""
        return self.date < day[: len(self.date)]


def outlooks(library: Library) -> list[Outlook]:
    """Every date after the as-of date, once for each record that names it, in order."""
    as_of = str(library.document.as_of)
    found = {Outlook(date, kind, id) for kind, id, date in _named(library)}
    return sorted(one for one in found if _is_later(one.date, as_of))


def _is_later(date: str, than: str) -> bool:
    """As far as both are known: 2026 isn't later than 2026-06."""
    known = min(len(date), len(than))
    return date[:known] > than[:known]


def _named(library: Library) -> Iterator[tuple[str, str, str]]:
    """Kind, id and date, but for what a source cited with it was there to tell."""
    for event in library.events.values():
        if not _told(library, str(event.date), event.sources):
            yield "event", event.id, str(event.date)
    for kind, id, text, cited in _texts(library):
        for date in dates(text):
            if not _told(library, date, cited):
                yield kind, id, date


def _told(library: Library, date: str, cited: Iterable[str]) -> bool:
    """Whether a source is from that time or later. Known by its year alone it tells nothing."""
    of = (str(library.sources[id].date) for id in cited if id in library.sources)
    return any(len(day) > len("2026") and day[: len(date)] >= date[: len(day)] for day in of)


def _texts(library: Library) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    """Kind, id, a Korean text of every record that states facts, or a line of its page, and its sources."""
    for (lang, _), page in library.pages.items():
        if lang == DEFAULT_LANG and page.kind != "page":
            for text, cited in _lines(page):
                yield page.kind, page.id, text, cited
    said: list[tuple[str, str, Bilingual | None, Iterable[str]]] = []
    for event in library.events.values():
        said += (("event", event.id, text, event.sources) for text in (event.summary, event.uncertain, event.disagreement))  # fmt: skip
    for claim in library.claims.values():
        said += (
            ("claim", claim.id, text, claim.sources) for text in (claim.difference, claim.since)
        )
    for action in library.actions.values():
        said += (("action", action.id, text, ()) for text in (action.summary, action.korea.note))
    yield from (
        (kind, id, str(text[DEFAULT_LANG]), cited) for kind, id, text, cited in said if text
    )


def _lines(page: Page) -> Iterator[tuple[str, list[str]]]:
    """The lines of a page, each a paragraph or an item, with the sources cited in it."""
    start = 0
    for line in page.outline.body.splitlines(keepends=True):
        end = start + len(line)
        inside = (one for one in page.outline.citations if start <= one.place.start < end)
        yield line, [work.source for one in inside for work in one.works if work]
        start = end


def dates(text: str) -> Iterator[str]:
    """The dates of a Korean text that name their year, but for those on which something was read."""
    for year, month, day in DATE.findall(text):
        yield "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
