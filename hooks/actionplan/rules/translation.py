"""Rules about the two languages of a page: the same sections, parts, paragraphs, links and sources.

The two pages are compared section by section and block by block, by one rule after another; the first
that finds a difference speaks for the pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from ..language import Bilingual
from ..library import Library, Page
from ..parts import Heading, Passage, Place
from ..problem import Problem
from ..twins import fingerprint, twin
from .agencies import Agencies
from .alignment import (
    NAMES,
    Gather,
    Item,
    Pair,
    Stretch,
    Subject,
    blocks,
    compared,
    edited,
    one_sided,
    sections,
)
from .amounts import amounts, exchanges, in_fields
from .finding import at
from .links import resolved

SECTION = Subject("translation-outline", "절", "section")


def translations(library: Library) -> Iterator[Problem]:
    """The two languages of a page agree in all that the rules below compare."""
    agencies = Agencies.of(library)
    for page in library.pages.values():
        english = twin(library, page) if page.lang == "ko" else None
        if english:
            compare = partial(_first_difference, page, english, agencies)
            yield from page.once(_first_difference, (english, agencies), compare)


def _first_difference(korean: Page, english: Page, agencies: Agencies) -> list[Problem]:
    """The problems of the first rule that finds any."""
    whole = sections(korean, english)
    found: list[Iterator[Problem]] = [_outline(korean, english), _fields(korean, english)]
    found += [one_sided(whole, *rule) for rule in OF_SECTIONS]
    found.append(_extra(whole))
    found.append(_emptied(korean, english))
    parts = blocks(whole)
    found += [one_sided(parts, *rule) for rule in OF_BLOCKS]
    return next(
        filter(
            None, map(list, [*found, amounts(parts), exchanges(parts), agencies.differing(parts)])
        ),
        [],
    )


def _outline(korean: Page, english: Page) -> Iterator[Problem]:
    """Sections, with their ids and levels, are the same and in the same order in both languages."""
    pages = (korean, english)
    headings = [[h for h in page.outline.headings if h.id] for page in pages]
    sides = [[Item(h.id, f"#{h.id}", h.place) for h in side] for side in headings]
    korean_whole, english_whole = (_whole(page) for page in pages)
    yield from compared(SECTION, (korean_whole, english_whole), sides)
    if {item.key for item in sides[0]} == {item.key for item in sides[1]}:
        yield from islice(_elsewhere(korean, english, *headings), 1)


def _elsewhere(
    korean: Page, english: Page, ours: list[Heading], theirs: list[Heading]
) -> Iterator[Problem]:
    """Headings of the English page that are on another level or at another place than the Korean ones."""
    levels = {h.id: h for h in ours}
    for heading in theirs:
        level = levels[heading.id].level
        if heading.level != level:
            yield at(english, heading.place, "translation-outline", f"‘#{heading.id}’ 제목이 여기서는 {heading.level}단계, 한국어에서는 {level}단계입니다({korean.path}:{levels[heading.id].place.line}). ‘#’의 수를 같게 하세요.",
                     f"the heading '#{heading.id}' has {heading.level} '#' here and {level} in Korean ({korean.path}:{levels[heading.id].place.line}); make them the same")  # fmt: skip
    for our, their in zip(ours, theirs, strict=False):
        if our.id != their.id:
            yield at(english, their.place, "translation-outline", f"절의 순서가 다릅니다. 한국어에는 이 자리에 ‘#{our.id}’ 절이 있습니다({korean.path}:{our.place.line}).",
                     f"sections stand in another order; Korean has '#{our.id}' here ({korean.path}:{our.place.line})")  # fmt: skip


def _whole(page: Page) -> Stretch:
    return Stretch(page, page.outline.line_place(0), 0, len(page.outline.body) + 1)


LISTS = {"actors": ("주체", "actor"), "instruments": ("수단", "instrument")}
"""Lists in the front matter that stand in both languages."""


def _fields(korean: Page, english: Page) -> Iterator[Problem]:
    """The lists of a page's front matter have as many items in both languages, with the same numbers."""
    pair = (_whole(korean), _whole(english))
    for name, (ko, en) in LISTS.items():
        ours, theirs = (getattr(page.words, name, ()) for page in (korean, english))
        if len(ours) != len(theirs):
            counted = [
                [Item(len(side), str(len(side)), Place(0, 0, last.line, last.column))]
                for side, last in (
                    (side, (side or (page.title,))[-1])
                    for side, page in ((ours, korean), (theirs, english))
                )
            ]
            yield from compared(_part(f"‘{name}’의 {ko} 수", f"number of {en}s"), pair, counted)
        else:
            for texts in zip(ours, theirs, strict=True):
                yield from in_fields(pair, Bilingual(*texts))


# ---- paragraphs and items


def _part(ko: str, en: str) -> Subject:
    return Subject("translation-parts", ko, en)


ITEMS = frozenset({"item"})
COUNTED = (
    (ITEMS, _part("항목", "list item"), _part("목록의 항목 수", "number of list items")),
    (frozenset({"text", "quote", "html", "admonition"}), _part("문단", "paragraph"), _part("문단 수", "number of paragraphs")),
)  # fmt: skip
FIRST_WORDS = 24
"""Letters of a paragraph that are enough to find it."""


def _extra(pairs: list[Pair]) -> Iterator[Problem]:
    """A section has as many list items in both languages, and as many paragraphs until a person settles them."""
    for pair in pairs:
        for kinds, one, many in COUNTED:
            ours, theirs = ([p for p in side.passages if p.kind in kinds] for side in pair)
            difference = len(ours) - len(theirs)
            if difference and kinds != ITEMS and edited(pair[0].page, pair[1].page) is None:
                continue
            if abs(difference) == 1:
                side = 0 if difference > 0 else 1
                odd = _odd(*((ours, theirs) if difference > 0 else (theirs, ours)))
                item = Item(0, _first_words(odd), odd.place)
                yield from compared(one, pair, [[item], []][:: 1 - 2 * side])
            elif difference:
                items = [
                    [Item(len(found), str(len(found)), (found[-1] if found else side).place)]
                    for side, found in zip(pair, (ours, theirs), strict=True)
                ]
                yield from compared(many, pair, items)


def _odd(longer: list[Passage], shorter: list[Passage]) -> Passage:
    """The passage without which the rest agree best in their lengths."""

    def unlike(left_out: int) -> float:
        rest = longer[:left_out] + longer[left_out + 1 :]
        return sum(
            abs(_share(a, longer) - _share(b, shorter)) for a, b in zip(rest, shorter, strict=True)
        )

    return longer[min(range(len(longer)), key=unlike)]


def _share(passage: Passage, among: list[Passage]) -> float:
    return len(passage.text) / sum(len(p.text) for p in among)


def _first_words(passage: Passage) -> str:
    text = " ".join(passage.text.split()).removeprefix("- ")
    return text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS].rpartition(" ")[0] + " …"


EMPTY_CELL = re.compile(r"\|[ \t]+(?=\|)|\|(?=\|)")


def _emptied(korean: Page, english: Page) -> Iterator[Problem]:
    """A row of a table has no empty cell where the other language's row has none."""
    tables = (page.outline.tables for page in (korean, english))
    for ours, theirs in zip(*tables, strict=False):
        for rows in zip(ours.rows, theirs.rows, strict=False):
            places = [place for place, _ in rows]
            empty = [
                len(EMPTY_CELL.findall(page.outline.written[place.line - page.outline.first_line]))
                for page, place in zip((korean, english), places, strict=True)
            ]
            if empty[0] != empty[1]:
                here = empty.index(max(empty))
                page, far = (korean, english)[here], (korean, english)[1 - here]
                ko, en = NAMES[far.lang]
                there = f"{far.path}:{places[1 - here].line}"
                yield at(page, places[here], "translation-parts", f"표의 이 줄에 빈칸이 있지만 {ko}에는 글이 있습니다({there}). 채우세요.",
                         f"a cell of this row is empty, but not in {en} ({there}); fill it")  # fmt: skip


# ---- what is compared by its words


def _views(section: Stretch) -> Iterator[Item]:
    for mark in section.page.outline.views:
        if section.holds(mark.place):
            arguments = sorted(mark.arguments.items())
            shown = " ".join([mark.name, *(f"{key}={value}" for key, value in arguments)])
            yield Item((mark.name, *arguments), shown, mark.place)


def _tables(section: Stretch) -> Iterator[Item]:
    tables = [t for t in section.page.outline.tables if section.holds(t.rows[0][0])]
    for number, table in enumerate(tables):
        size = (len(table.rows), table.rows[0][1])
        yield Item((number, size), f"{size[0]} × {size[1]}", table.rows[0][0])


def _fences(section: Stretch) -> Iterator[Item]:
    for fence in section.page.outline.fences:
        place = section.page.outline.line_place(fence.first)
        if section.holds(place):
            code = section.page.outline.written[fence.first + 1 : fence.last]
            yield Item(fence.info, fence.info or "```", place)
            yield Item(len(code), f"{len(code)}", place)


def _images(section: Stretch) -> Iterator[Item]:
    for link in section.page.outline.links:
        if link.image and section.holds(link.place):
            yield Item(_neutral(section.page, link.target), link.target, link.place)


def _citations(block: Stretch) -> Iterator[Item]:
    for citation in block.page.outline.citations:
        if block.holds(citation.place):
            written = (item.strip() for item in citation.text.split(";"))
            for work, item in zip(citation.works, written, strict=True):
                if work:
                    yield Item(work, f"[{item}]", citation.place)


def _records(block: Stretch) -> Iterator[Item]:
    for link in block.page.outline.links:
        if link.typed and block.holds(link.place):
            yield Item(link.typed, link.target, link.place)


def _links(block: Stretch) -> Iterator[Item]:
    for link in block.page.outline.links:
        if not link.typed and not link.image and block.holds(link.place):
            target = _neutral(block.page, link.target)
            if target:
                yield Item(target, link.target, link.place)


def _neutral(page: Page, target: str) -> str:
    """A relative target without the folder of its language, empty for an address elsewhere."""
    if target.startswith("#"):
        return target
    path = resolved(page, target)
    neutral = path.replace(f"/{page.lang}/", "/") if path else ""
    return f"{neutral}#{target.partition('#')[2]}" if path else ""


Compared = tuple[Subject, Gather]
OF_SECTIONS: tuple[Compared, ...] = (
    (_part("생성 부분", "generated part"), _views),
    (_part("표(행 × 칸)", "a table (rows × columns) of"), _tables),
    (_part("코드", "code"), _fences),
    (_part("그림", "image"), _images),
)
OF_BLOCKS: tuple[Compared, ...] = (
    (Subject("translation-links", "인용", "citation"), _citations),
    (Subject("translation-links", "기록 링크", "link to a record"), _records),
    (Subject("translation-links", "링크", "link"), _links),
)


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
