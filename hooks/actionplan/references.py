"""A page's typed links and citations → Markdown links and a numbered list of references.

`[](action:3.1.1)` becomes a link to the action with its title; `[@plan, p. 21]` a raised number and an
entry at the end of the page, which for the plan opens the official PDF at the right page. What can't be
resolved is a problem of `rules.references`; here it is left as it stands. It must not know MkDocs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from . import urls
from .dates import written_date
from .language import Lang
from .library import Library, Page
from .markup import element, in_language, marked
from .parts import Citation, Cited, Link, Place
from .records import Source
from .tallies import TALLIES

PLAN = "plan"


@dataclass
class Numbering:
    """Numbers of the references of one page, in the order of their first citation."""

    numbers: dict[Cited, int] = field(default_factory=dict)

    def of(self, work: Cited) -> int:
        """The number of a cited work; the same source at another page is another reference."""
        return self.numbers.setdefault(work, len(self.numbers) + 1)


def resolve(library: Library, page: Page, numbering: Numbering) -> str:
    """The page's body with typed links and citations replaced; fills `numbering`."""
    outline = page.outline
    edits = [
        *(
            (link.place, _link(library, page, link, *link.typed))
            for link in outline.links
            if link.typed
        ),
        *(
            (citation.place, _marks(citation, numbering, page.lang))
            for citation in outline.citations
        ),
    ]
    return _edited(outline.body, edits)


def _edited(body: str, edits: list[tuple[Place, str]]) -> str:
    pieces, end = [], 0
    for place, new in sorted(edits, key=lambda edit: edit[0].start):
        pieces += [body[end : place.start], new]
        end = place.end
    return "".join([*pieces, body[end:]])


def _link(library: Library, page: Page, link: Link, kind: str, id: str) -> str:
    if kind == "count":
        return str(TALLIES[id](library))
    text = link.text or library.title(kind, id)[page.lang]
    return f"[{text}]({urls.relative_file(page.name, library.target(kind, id))})"


def _marks(citation: Citation, numbering: Numbering, lang: Lang) -> str:
    numbers = [numbering.of(work) for work in citation.works if work]
    label = "출처" if lang == "ko" else "Source"
    links = [
        element("a", str(number), href=f"#ref-{number}", aria_label=f"{label} {number}")
        for number in numbers
    ]
    return element("sup", f"[{', '.join(links)}]", class_="cite")


def listing(library: Library, page: Page, numbering: Numbering) -> str:
    """The page's references as Markdown with a heading, empty where nothing is cited."""
    if not numbering.numbers:
        return ""
    heading = "출처" if page.lang == "ko" else "Sources"
    items = [
        element("li", entry(library, page, work), id=f"ref-{number}")
        for work, number in numbering.numbers.items()
        if work.source in library.sources
    ]
    body = element("ol", "\n".join(items))
    return f'\n\n## {heading} {{#references}}\n\n<div class="references">\n{body}\n</div>\n'


def entry(library: Library, page: Page, work: Cited) -> str:
    """One reference as HTML: publisher, title, date, locator, and links to it and to its record."""
    source = library.sources[work.source]
    where = address(source, work.pages[0][0] if work.pages else None)
    title = element("a", in_language(source.title, source.language, page.lang), href=where)
    publisher = marked(source.publisher, page.lang)
    parts = [publisher, title, date(source, page.lang), locator(work, page.lang)]
    record = urls.relative(page.lang, page.name, page.lang, library.target("source", source.id))
    label = "출처 정보" if page.lang == "ko" else "about this source"
    more = element("a", label, href=record, class_="source-record")
    return f"{', '.join(part for part in parts if part)} · {more}"


def address(source: Source, printed: int | None) -> str:
    """Where a source can be read; the plan's PDF opens at the printed page."""
    return urls.pdf_page(source.url, printed) if source.id == PLAN and printed else source.url


def date(source: Source, lang: Lang) -> str:
    """A source's date as the language writes it."""
    if source.date == "n.d.":
        return "날짜 미상" if lang == "ko" else "n.d."
    return written_date(source.date, lang)


def locator(work: Cited, lang: Lang) -> str:
    """The cited pages as the language writes them, empty where the citation names none."""
    if not work.pages:
        return ""
    dash = "~" if lang == "ko" else "–"
    ranges = [f"{a}" if a == b else f"{a}{dash}{b}" for a, b in work.pages]
    if lang == "ko":
        return f"{', '.join(ranges)}쪽"
    several = len(ranges) > 1 or dash in ranges[0]
    return f"{'pp.' if several else 'p.'} {', '.join(ranges)}"
