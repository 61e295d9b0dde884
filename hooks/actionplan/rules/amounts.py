"""Rules about numbers and names in two languages: the same values, days, counts, currencies, units, countries.

Pages are compared block by block, texts of data/ one by one. What a number is worth is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ..language import Bilingual
from ..library import Library
from ..marks import Exchange, Mark, bounds, counts, fractions, halves, measures, ordinals
from ..names import names, products
from ..numbers import unsaid
from ..problem import Problem
from .alignment import Item, Pair, Stretch, Subject, compared, compared_texts, one_sided
from .texts import bilinguals

CURRENCY_NAMED = Subject("translation-number", "화폐", "the currency")
NUMBER = Subject("translation-number", "수", "the number")
MEASURE = Subject("translation-number", "수와 단위", "the amount")
NAMED = Subject("translation-name", "이름", "the name")
EXCHANGES: tuple[tuple[Subject, Exchange], ...] = (
    (NUMBER, counts), (NUMBER, ordinals), (NUMBER, fractions), (NUMBER, halves), (MEASURE, measures), (MEASURE, bounds),
    (NAMED, names), (NAMED, products),
)  # fmt: skip

KO_MONEY = re.compile(r"(?:\d|[십백천만억조]) ?(달러|원(?!자|칙|료|인|래|산|화|소)|유로|엔|위안)")
EN_MONEY = re.compile(
    r"(USD|US\$|\$|KRW|₩|EUR|€|JPY|CNY|RMB) ?\d|(?:\d|hundred|thousand|million|billion|trillion) (dollars?|won|euros?|yen|yuan)\b"
)
CURRENCY = {
    "달러": "USD", "원": "KRW", "유로": "EUR", "엔": "JPY", "위안": "CNY", "US$": "USD", "$": "USD",
    "₩": "KRW", "€": "EUR", "RMB": "CNY", "dollar": "USD", "dollars": "USD", "won": "KRW",
    "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY",
}  # fmt: skip


def amounts(pairs: list[Pair]) -> Iterator[Problem]:
    """Both sides of a page name the same currencies, numbers and days: 47억 5천만 달러, USD 4.75 billion."""
    yield from one_sided(pairs, CURRENCY_NAMED, _currencies)
    for pair in pairs:
        yield from compared(NUMBER, pair, [list(_unsaid(*pair)), list(_unsaid(pair[1], pair[0]))])


def exchanges(pairs: list[Pair]) -> Iterator[Problem]:
    """Neither side says another count, unit, country or product than the other."""
    for pair in pairs:
        korean, english = (side.prose for side in pair)
        for subject, exchange in EXCHANGES:
            found = exchange(korean, english)
            if any(found):
                yield from compared(
                    subject,
                    pair,
                    [
                        list(map(partial(_item, side), marks))
                        for side, marks in zip(pair, found, strict=True)
                    ],
                )


def amounts_in_data(library: Library) -> Iterator[Problem]:
    """Both languages of a text in data/ say the same numbers, days, counts, units and names."""
    for path, both in bilinguals(library):
        yield from _of_text(path, both)


def in_fields(pair: Pair, both: Bilingual) -> Iterator[Problem]:
    """A text of the pages' front matter says the same numbers, names and units in both languages."""
    yield from _of_text(pair[1].page.path, both, pair[0].page.path)


def _of_text(path: str, both: Bilingual, korean: str = "") -> Iterator[Problem]:
    only = [
        [number.written for number in unsaid(both.ko, "ko", both.en)],
        [number.written for number in unsaid(both.en, "en", both.ko)],
    ]
    yield from compared_texts(path, both, NUMBER, only, korean)
    for subject, exchange in EXCHANGES:
        found = exchange(both.ko, both.en)
        if any(found):
            said = [[mark.written for mark in side] for side in found]
            yield from compared_texts(path, both, subject, said, korean)


def _currencies(block: Stretch) -> Iterator[Item]:
    """Currencies in which a block names amounts."""
    outline = block.page.outline
    for match in (KO_MONEY if block.page.lang == "ko" else EN_MONEY).finditer(block.prose):
        written = match[1] or match[2]
        start = block.start + match.start()
        yield Item(CURRENCY.get(written, written), written, outline.place(start, start))


def _unsaid(here: Stretch, there: Stretch) -> Iterator[Item]:
    for number in unsaid(here.prose, here.page.lang, there.prose):
        yield _item(here, Mark(number.start, number.written, number.value))


def _item(here: Stretch, mark: Mark) -> Item:
    start = here.start + mark.start
    return Item(mark.key, mark.written, here.page.outline.place(start, start))


RULES = (amounts_in_data,)
