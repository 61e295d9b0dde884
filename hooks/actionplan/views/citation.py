"""The part of a page or card that gives its citation in four styles, ready to copy."""

from __future__ import annotations

from ..citing import STYLES, Work, action_work, page_work
from ..language import Lang
from ..markup import element, marked
from . import words
from .scene import Scene


def cite_page(scene: Scene) -> str:
    """How to cite the page."""
    return _box(scene, page_work(scene.library, scene.page, scene.root), "cite")


def cite_action(scene: Scene, id: str) -> str:
    """How to cite an action on its section's page."""
    return _box(scene, action_work(scene.library, scene.page, scene.root, id))


def _box(scene: Scene, work: Work, id: str | None = None) -> str:
    styles = "".join(
        element("dt", scene.say(label)) + element("dd", _ready(name, write(work)))
        for name, (label, write) in STYLES.items()
    )
    # On the summary: Material names every code block after the nearest element around it that has an id.
    summary = element("summary", scene.say(words.CITE), id=id)
    return element("details", summary + element("dl", styles), class_="cite-box no-term")


def _ready(style: str, citation: str) -> str:
    """The citation as preformatted text in the language of its style, titles of the other marked."""
    lang: Lang = "ko" if style == "korean" else "en"
    return element("pre", element("code", marked(citation, lang)), lang=lang)
