"""What a page's link card says: the picture that other sites show beside a link.

Only the words and the color; the edge draws them. It must not know pictures.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..citing import SITE
from ..language import Bilingual, Lang, both, other
from ..library import Library, Page

KINDS = {
    "term": both("용어집", "Glossary"),
    "impact": both("한국에 미치는 영향", "Impact on Korea"),
    "strategy": both("대응 전략", "Strategy"),
    "section": both("미국 AI 행동계획", "America’s AI Action Plan"),
    "pillar": both("미국 AI 행동계획", "America’s AI Action Plan"),
}
PILLARS = {"pillar-1": "#a8481f", "pillar-2": "#0d6868", "pillar-3": "#63439a"}
"""The pillars' hues, as in base.css."""
PLAIN = "#1a4a8c"


@dataclass(frozen=True)
class Face:
    """The words of a card, from top to bottom, and its color."""

    kind: str
    title: str
    other: str
    site: str
    color: str


def path(lang: Lang, name: str) -> str:
    """Where a page's card stands below the site's root."""
    return f"assets/link-cards/{lang}/{name}.png"


def face(library: Library, page: Page) -> Face:
    """The card of a page."""
    twin = library.pages.get((other(page.lang), page.name))
    return Face(
        kind=_kind(page)[page.lang],
        title=str(page.title),
        other=str(twin.title) if twin else "",
        site=SITE[page.lang],
        color=PILLARS.get(_pillar(library, page), PLAIN),
    )


def _kind(page: Page) -> Bilingual:
    """What the page is, or the site's name where the page says that itself."""
    return KINDS.get(
        page.kind, both("안내", "Guide") if page.name.startswith("contribute/") else SITE
    )


def _pillar(library: Library, page: Page) -> str:
    section = library.sections.get(page.id) if page.kind == "section" else None
    return section.pillar if section else page.id


def address(root: str, page: Page) -> str:
    """The card's own address. `root` is the site's, with a slash at its end."""
    return root + path(page.lang, page.name)
