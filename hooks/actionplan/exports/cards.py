"""Texts of the hover cards: for each term and action its title, other name and first sentence.

One JSON object per language, keyed by a term's id or an action's anchor, as the browser's cards expect.
"""

from __future__ import annotations

import json

from ..language import Bilingual, Lang, other
from ..library import Library
from ..plaintext import first_sentence, lead

Card = dict[str, str]


def cards(library: Library, lang: Lang) -> dict[str, Card]:
    """All cards of one language."""
    terms = {
        id: _card(term.title, lead(library, term[lang]), lang) for id, term in library.terms.items()
    }
    actions = {
        action.anchor: _card(action.title, action.summary[lang], lang)
        for action in library.actions.values()
    }
    return terms | actions


def _card(title: Bilingual, text: str, lang: Lang) -> Card:
    return {"title": title[lang], "other": title[other(lang)], "text": first_sentence(text)}


def as_json(library: Library, lang: Lang) -> str:
    """The cards of one language as compact JSON."""
    return json.dumps(cards(library, lang), ensure_ascii=False, separators=(",", ":"))
