"""Rules about the two languages of a page: the same sections, parts, links, sources and numbers.

The two pages are compared section by section, by one rule after another; the first that finds a
difference speaks for the pair.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from ..language import Lang, Text
from ..library import Library, Page
from ..numbers import unsaid
from ..outline import Place
from ..problem import Problem
from ..twins import fingerprint, twin
from .finding import at, named
from .links import resolved
from .texts import bilinguals

NAMES: dict[Lang, tuple[str, str]] = {"ko": ("한국어", "Korean"), "en": ("영어", "English")}


@dataclass(frozen=True)
class Item:
    """Something that must stand on both sides: what is compared, how it is shown, and where."""

    key: object
    shown: str
    place: Place


@dataclass(frozen=True)
class Section:
    """A stretch of a page from one second-level heading to the next."""

    page: Page
    place: Place
    start: int
    end: int

    def holds(self, place: Place) -> bool:
        return self.start <= place.start < self.end

    @property
    def prose(self) -> str:
        return self.page.outline.prose[self.start : self.end]


Gather = Callable[[Section], Iterator[Item]]


def translations(library: Library) -> Iterator[Problem]:
    """The two languages of a page agree in all that the rules below compare."""
    for page in library.pages.values():
        english = twin(library, page) if page.lang == "ko" else None
        if english:
            compare = partial(_first_difference, page, english)
            yield from page.once(_first_difference, english, compare)
    for path, both in bilinguals(library):
        yield from _data_numbers(path, both.ko, both.en)


def _first_difference(korean: Page, english: Page) -> list[Problem]:
    """The problems of the first rule that finds any."""
    differing = list(_outline(korean, english))
    if differing:
        return differing
    ours, theirs = _sections(korean), _sections(english)
    pairs = [(ours[id], theirs[id]) for id in ours if id in theirs]
    found = [_differences(pairs, *rule) for rule in COMPARED]
    return next(filter(None, map(list, [*found, _numbers(pairs)])), [])


def _outline(korean: Page, english: Page) -> Iterator[Problem]:
    """Sections, with their ids and levels, are the same and in the same order in both languages."""
    sides = [
        [Item((h.level, h.id), f"#{h.id}", h.place) for h in page.outline.headings if h.id]
        for page in (korean, english)
    ]
    yield from _compared("translation-outline", ("절", "section"), (korean, english), sides)
    if {item.key for item in sides[0]} == {item.key for item in sides[1]}:
        for ours, theirs in zip(*sides, strict=False):
            if ours.key != theirs.key:
                yield at(english, theirs.place, "translation-outline", f"절의 순서가 다릅니다. 한국어에는 이 자리에 ‘{ours.shown}’ 절이 있습니다({korean.path}:{ours.place.line}).",
                         f"sections stand in another order; Korean has '{ours.shown}' here ({korean.path}:{ours.place.line})")  # fmt: skip
                return


def _sections(page: Page) -> dict[str, Section]:
    starts = [("", page.outline.line_place(0))]
    starts += [(h.id or "", h.place) for h in page.outline.headings if h.level == 2]
    ends = [place.start for _, place in starts[1:]] + [len(page.outline.body) + 1]
    return {
        id: Section(page, place, place.start, end)
        for (id, place), end in zip(starts, ends, strict=True)
    }


def _differences(
    pairs: list[tuple[Section, Section]], rule: str, names: tuple[str, str], gather: Gather
) -> Iterator[Problem]:
    for pair in pairs:
        sides = [list(gather(section)) for section in pair]
        if sides[0] or sides[1]:
            where = (pair[0].place, pair[1].place)
            yield from _compared(rule, names, (pair[0].page, pair[1].page), sides, where)


def _compared(
    rule: str, names: tuple[str, str], pages: tuple[Page, Page], sides: list[list[Item]],
    where: tuple[Place, Place] | None = None,
) -> Iterator[Problem]:  # fmt: skip
    """What stands on one side only; a value that was changed on one side makes one problem."""
    keys = [{item.key for item in side} for side in sides]
    only = [
        _first_of_each([i for i in side if i.key not in keys[1 - n]])
        for n, side in enumerate(sides)
    ]
    for ours, theirs in zip_longest(*only):
        if ours and theirs:
            yield at(pages[1], theirs.place, rule, f"{names[0]} ‘{theirs.shown}’: 한국어에는 {named(ours.shown, '으로')} 되어 있습니다({pages[0].path}:{ours.place.line}). 둘을 같게 하세요.",
                     f"{names[1]} '{theirs.shown}' here, '{ours.shown}' in Korean ({pages[0].path}:{ours.place.line}); make them the same")  # fmt: skip
            continue
        here, there = (1, 0) if ours else (0, 1)
        item = ours or theirs
        place = where[here] if where else pages[here].outline.line_place(0)
        ko, en = NAMES[pages[there].lang]
        yield at(pages[here], place, rule, f"{names[0]} ‘{item.shown}’ 부분이 {ko}에만 있습니다({pages[there].path}:{item.place.line}). 이쪽에도 넣거나 그쪽에서 빼세요.",
                 f"{names[1]} '{item.shown}' is in {en} only ({pages[there].path}:{item.place.line}); add it here or remove it there")  # fmt: skip


def _first_of_each(items: list[Item]) -> list[Item]:
    return list({item.key: item for item in reversed(items)}.values())[::-1]


# ---- what is compared


def _views(section: Section) -> Iterator[Item]:
    for mark in section.page.outline.views:
        if section.holds(mark.place):
            yield Item((mark.name, *sorted(mark.arguments.items())), mark.name, mark.place)


def _tables(section: Section) -> Iterator[Item]:
    tables = [t for t in section.page.outline.tables if section.holds(t.rows[0][0])]
    for number, table in enumerate(tables):
        size = (len(table.rows), table.rows[0][1])
        yield Item((number, size), f"{size[0]} × {size[1]}", table.rows[0][0])


def _items(section: Section) -> Iterator[Item]:
    items = [line for line in section.page.outline.lines if line.kind == "item"]
    places = [
        p
        for p in (section.page.outline.line_place(line.number) for line in items)
        if section.holds(p)
    ]
    if places:
        yield Item(len(places), str(len(places)), places[-1])


def _fences(section: Section) -> Iterator[Item]:
    for fence in section.page.outline.fences:
        place = section.page.outline.line_place(fence.first)
        if section.holds(place):
            code = section.page.outline.written[fence.first + 1 : fence.last]
            yield Item(fence.info, fence.info or "```", place)
            yield Item(len(code), f"{len(code)}", place)


def _images(section: Section) -> Iterator[Item]:
    for link in section.page.outline.links:
        if link.image and section.holds(link.place):
            yield Item(_neutral(section.page, link.target), link.target, link.place)


def _citations(section: Section) -> Iterator[Item]:
    for citation in section.page.outline.citations:
        if section.holds(citation.place):
            written = (item.strip() for item in citation.text.split(";"))
            for work, item in zip(citation.works, written, strict=True):
                if work:
                    yield Item(work, f"[{item}]", citation.place)


def _records(section: Section) -> Iterator[Item]:
    for link in section.page.outline.links:
        if link.typed and section.holds(link.place):
            yield Item(link.typed, link.target, link.place)


def _links(section: Section) -> Iterator[Item]:
    for link in section.page.outline.links:
        if not link.typed and not link.image and section.holds(link.place):
            target = _neutral(section.page, link.target)
            if target:
                yield Item(target, link.target, link.place)


def _neutral(page: Page, target: str) -> str:
    """A relative target without the folder of its language, empty for an address elsewhere."""
    if target.startswith("#"):
        return target
    path = resolved(page, target)
    neutral = path.replace(f"/{page.lang}/", "/") if path else ""
    return f"{neutral}#{target.partition('#')[2]}" if path else ""


KO_MONEY = re.compile(r"(?:\d|[십백천만억조]) ?(달러|원(?!자|칙|료|인|래|산|화|소)|유로|엔|위안)")
EN_MONEY = re.compile(
    r"(USD|US\$|\$|KRW|₩|EUR|€|JPY|CNY|RMB) ?\d|(?:\d|hundred|thousand|million|billion|trillion) (dollars?|won|euros?|yen|yuan)\b"
)
CURRENCY = {
    "달러": "USD", "원": "KRW", "유로": "EUR", "엔": "JPY", "위안": "CNY", "US$": "USD", "$": "USD",
    "₩": "KRW", "€": "EUR", "RMB": "CNY", "dollar": "USD", "dollars": "USD", "won": "KRW",
    "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY",
}  # fmt: skip


def _currencies(section: Section) -> Iterator[Item]:
    """Currencies in which a section names amounts."""
    outline = section.page.outline
    for match in (KO_MONEY if section.page.lang == "ko" else EN_MONEY).finditer(section.prose):
        written = match[1] or match[2]
        start = section.start + match.start()
        yield Item(CURRENCY.get(written, written), written, outline.place(start, start))


COMPARED: tuple[tuple[str, tuple[str, str], Gather], ...] = (
    ("translation-parts", ("생성 부분", "generated part"), _views),
    ("translation-parts", ("표(행 × 칸)", "a table (rows × columns) of"), _tables),
    ("translation-parts", ("목록의 항목 수", "number of list items"), _items),
    ("translation-parts", ("코드", "code"), _fences),
    ("translation-parts", ("그림", "image"), _images),
    ("translation-links", ("인용", "citation"), _citations),
    ("translation-links", ("기록 링크", "link to a record"), _records),
    ("translation-links", ("링크", "link"), _links),
    ("translation-number", ("화폐", "the currency"), _currencies),
)


def _numbers(pairs: list[tuple[Section, Section]]) -> Iterator[Problem]:
    """Numbers, dates and amounts are the same in both languages: 47억 5천만 달러, USD 4.75 billion."""
    for pair in pairs:
        sides = [list(_unsaid(pair[0], pair[1])), list(_unsaid(pair[1], pair[0]))]
        where = (pair[0].place, pair[1].place)
        pages = (pair[0].page, pair[1].page)
        yield from _compared("translation-number", ("수", "the number"), pages, sides, where)


def _unsaid(here: Section, there: Section) -> Iterator[Item]:
    """Days, and numbers outside them, of a section that the other language doesn't say."""
    lang, outline = here.page.lang, here.page.outline
    for number in unsaid(here.prose, lang, there.prose):
        start = here.start + number.start
        yield Item(number.value, number.written, outline.place(start, start))


def _data_numbers(path: str, ko: Text, en: Text) -> Iterator[Problem]:
    only = [
        [number.written for number in unsaid(ko, "ko", en)],
        [number.written for number in unsaid(en, "en", ko)],
    ]
    for ours, theirs in zip_longest(*only):
        here = en if ours else ko
        if ours and theirs:
            ko_text, en_text = (
                f"영어의 수 ‘{theirs}’: 한국어에는 ‘{ours}’입니다({path}:{ko.line}). 둘을 같게 하세요.",
                f"the number '{theirs}' here, '{ours}' in Korean ({path}:{ko.line}); make them the same",
            )
        elif ours:
            ko_text, en_text = (
                f"수 ‘{ours}’: 한국어에만 있습니다({path}:{ko.line}). 둘을 같게 하세요.",
                f"the number '{ours}' is in Korean only ({path}:{ko.line}); make them the same",
            )
        else:
            ko_text, en_text = (
                f"수 ‘{theirs}’: 영어에만 있습니다({path}:{en.line}). 둘을 같게 하세요.",
                f"the number '{theirs}' is in English only ({path}:{en.line}); make them the same",
            )
        yield Problem(path, here.line, here.column, "translation-number", ko_text, en_text)


def translation_stale(library: Library) -> Iterator[Problem]:
    """A page was matched to the present state of its twin in the other language."""
    for page in library.pages.values():
        partner = twin(library, page)
        if partner is None:
            continue
        now = fingerprint(partner)
        if page.words.twin != now:
            ko, en = NAMES[partner.lang]
            yield at(page, page.words.twin, "translation-stale", f"{ko} 쪽이 이 쪽과 맞춘 뒤에 바뀌었습니다({partner.path}). 뜻이 같은지 확인한 다음 twin: '{now}' 값을 적거나 ‘make sync PAGE={page.path}’ 명령을 실행하세요.",
                     f"{en} changed after this page was matched to it ({partner.path}); see that both say the same, then write twin: '{now}' or run 'make sync PAGE={page.path}'")  # fmt: skip


RULES = (translations, translation_stale)
