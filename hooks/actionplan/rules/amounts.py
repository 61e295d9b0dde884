"""Rules about numbers in two languages: the same values, days, counts and currencies on both sides.

Pages are compared block by block, texts of data/ one by one. What a number is worth is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..language import Lang
from ..library import Library
from ..numbers import Number, miscounted, unsaid
from ..problem import Problem
from .alignment import Item, Pair, Stretch, Subject, compared, compared_texts, one_sided
from .texts import bilinguals

CURRENCY_NAMED = Subject("translation-number", "화폐", "the currency")
NUMBER = Subject("translation-number", "수", "the number")
Find = Callable[[str, Lang, str], Iterator[Number]]

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
        yield from _differing(pair, unsaid)
        yield from _differing(pair, miscounted)


def amounts_in_data(library: Library) -> Iterator[Problem]:
    """Both languages of a text in data/ say the same numbers and days."""
    for path, both in bilinguals(library):
        for find in (unsaid, miscounted):
            only = [
                [number.written for number in find(both.ko, "ko", both.en)],
                [number.written for number in find(both.en, "en", both.ko)],
            ]
            yield from compared_texts(path, both, NUMBER, only)


def _currencies(block: Stretch) -> Iterator[Item]:
    """Currencies in which a block names amounts."""
    outline = block.page.outline
    for match in (KO_MONEY if block.page.lang == "ko" else EN_MONEY).finditer(block.prose):
        written = match[1] or match[2]
        start = block.start + match.start()
        yield Item(CURRENCY.get(written, written), written, outline.place(start, start))


def _differing(pair: Pair, find: Find) -> Iterator[Problem]:
    sides = [list(_found(pair[0], pair[1], find)), list(_found(pair[1], pair[0], find))]
    yield from compared(NUMBER, pair, sides)


def _found(here: Stretch, there: Stretch, find: Find) -> Iterator[Item]:
    outline = here.page.outline
    for number in find(here.prose, here.page.lang, there.prose):
        start = here.start + number.start
        yield Item(number.value, number.written, outline.place(start, start))


RULES = (amounts_in_data,)
