"""The part of a page or card that gives its citation in four styles, ready to copy."""

from __future__ import annotations

from ..citing import STYLES, Work, action_work, page_work
from ..markup import element, escape
from . import words
from .scene import Scene


def cite_page(scene: Scene) -> str:
    """How to cite the page."""
    return _box(scene, page_work(scene.library, scene.page, scene.root))


def cite_action(scene: Scene, id: str) -> str:
    """How to cite an action on its section's page."""
    return _box(scene, action_work(scene.library, scene.page, scene.root, id))


def _box(scene: Scene, work: Work) -> str:
    styles = "".join(
        element("dt", scene.say(label))
        + element("dd", element("pre", element("code", escape(write(work)))))
        for label, write in STYLES.values()
    )
    summary = element("summary", scene.say(words.CITE))
    return element("details", summary + element("dl", styles), class_="cite-box no-term")
