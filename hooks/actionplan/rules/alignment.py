"""The two pages of a pair side by side: their sections, their blocks, and what stands on one side only.

Says where a difference is found: on the side that was edited since the pages were matched, as far as
their fingerprints tell, and in the block that stands beside the other page's. It must not know what is
compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from ..language import Bilingual, Lang
from ..library import Page
from ..parts import Passage, Place
from ..problem import Problem
from ..twins import fingerprint
from .finding import at, named

NAMES: dict[Lang, tuple[str, str]] = {"ko": ("한국어", "Korean"), "en": ("영어", "English")}
GROUPED = frozenset({"item", "table", "quote"})
"""Kinds of passages that belong together where they follow each other."""


@dataclass(frozen=True)
class Subject:
    """What is compared: the rule that speaks, and its name in Korean and in English."""

    rule: str
    ko: str
    en: str


@dataclass(frozen=True)
class Item:
    """Something that must stand on both sides: what is compared, how it is shown, and where."""

    key: object
    shown: str
    place: Place


@dataclass(frozen=True)
class Stretch:
    """A stretch of a page: a section from one second-level heading to the next, or a block of it."""

    page: Page
    place: Place
    start: int
    end: int

    def holds(self, place: Place) -> bool:
        return self.start <= place.start < self.end

    @property
    def prose(self) -> str:
        return self.page.outline.prose[self.start : self.end]

    @cached_property
    def passages(self) -> list[Passage]:
        return [p for p in self.page.outline.passages if self.holds(p.place) and p.text.strip()]

    def blocks(self) -> list[tuple[str, Stretch]]:
        """Paragraphs, and lists, tables and quotations as wholes, each with its kind."""
        found: list[tuple[str, Stretch]] = []
        for passage in self.passages:
            place, start = passage.place, passage.place.start
            if found and passage.kind in GROUPED and found[-1][0] == passage.kind:
                place, start = found[-1][1].place, found[-1][1].start
                found.pop()
            found.append((passage.kind, Stretch(self.page, place, start, passage.place.end + 1)))
        return found


Pair = tuple[Stretch, Stretch]
Gather = Callable[[Stretch], Iterator[Item]]


def sections(korean: Page, english: Page) -> list[Pair]:
    """The sections that both pages have, by their ids; the part before the first is one."""
    ours, theirs = _sections(korean), _sections(english)
    return [(ours[id], theirs[id]) for id in ours if id in theirs]


def _sections(page: Page) -> dict[str, Stretch]:
    starts = [("", page.outline.line_place(0))]
    starts += [(h.id or "", h.place) for h in page.outline.headings if h.level == 2]
    ends = [place.start for _, place in starts[1:]] + [len(page.outline.body) + 1]
    return {
        id: Stretch(page, place, place.start, end)
        for (id, place), end in zip(starts, ends, strict=True)
    }


def blocks(pairs: list[Pair]) -> list[Pair]:
    """The blocks of these sections side by side; a section whose blocks differ stays whole."""
    found: list[Pair] = []
    for pair in pairs:
        ours, theirs = (side.blocks() for side in pair)
        same = [kind for kind, _ in ours] == [kind for kind, _ in theirs]
        found += [(a, b) for (_, a), (_, b) in zip(ours, theirs, strict=True)] if same else [pair]
    return found


def one_sided(pairs: list[Pair], subject: Subject, gather: Gather) -> Iterator[Problem]:
    """What stands in one language only of each pair of stretches."""
    for pair in pairs:
        sides = [list(gather(stretch)) for stretch in pair]
        if sides[0] or sides[1]:
            yield from compared(subject, pair, sides)


def compared(subject: Subject, pair: Pair, sides: list[list[Item]]) -> Iterator[Problem]:
    """What stands on one side only; a value that was changed on one side makes one problem."""
    keys = [{item.key for item in side} for side in sides]
    only = [
        _first_of_each([i for i in side if i.key not in keys[1 - n]])
        for n, side in enumerate(sides)
    ]
    if only[0] or only[1]:
        changed = edited(pair[0].page, pair[1].page)
        for ours, theirs in zip_longest(*only):
            if ours and theirs:
                yield _changed(subject, pair, (ours, theirs), 1 if changed is None else changed)
            else:
                side = 0 if ours else 1
                yield _missing(subject, pair, ours or theirs, side, changed)


def _first_of_each(items: list[Item]) -> list[Item]:
    return list({item.key: item for item in reversed(items)}.values())[::-1]


def edited(korean: Page, english: Page) -> int | None:
    """Which of two pages changed since they were matched; None where none did, or both."""
    changed = [
        english.words.twin != fingerprint(korean),
        korean.words.twin != fingerprint(english),
    ]
    return changed.index(True) if sum(changed) == 1 else None


def _changed(subject: Subject, pair: Pair, items: tuple[Item, Item], here: int) -> Problem:
    """Two values where there should be one, said on one side."""
    page, far = pair[here].page, pair[1 - here].page
    item, there = items[here], items[1 - here]
    if item.shown == there.shown:
        return _of_the_other(subject, pair, items)
    ko, en = NAMES[far.lang]
    return at(page, item.place, subject.rule, f"{subject.ko} ‘{item.shown}’: {ko}에는 {named(there.shown, '으로')} 되어 있습니다({far.path}:{there.place.line}). 둘을 같게 하세요.",
              f"{subject.en} '{item.shown}' here, '{there.shown}' in {en} ({far.path}:{there.place.line}); make them the same")  # fmt: skip


def _of_the_other(subject: Subject, pair: Pair, items: tuple[Item, Item]) -> Problem:
    """Both pages name a file of one language; said where it isn't the page's own."""
    here = next((n for n in (0, 1) if f"/{pair[n].page.lang}/" not in items[n].shown), 1)
    page, ko, en = pair[here].page, *NAMES[pair[here].page.lang]
    return at(page, items[here].place, subject.rule, f"{subject.ko} ‘{items[here].shown}’: 다른 언어의 파일입니다. {ko} 쪽의 것으로 바꾸세요.",
              f"{subject.en} '{items[here].shown}' is the other language's; name the {en} one")  # fmt: skip


def _missing(subject: Subject, pair: Pair, item: Item, side: int, edited: int | None) -> Problem:
    """What one side has and the other lacks, said where it was added, or else where it is missing."""
    page, far = pair[side].page, pair[1 - side].page
    beside = _beside(pair, item, side)
    if edited == side:
        ko, en = NAMES[far.lang]
        return at(page, item.place, subject.rule, f"{subject.ko} ‘{item.shown}’ 부분이 {ko} 쪽에 없습니다({far.path}:{beside.line}). 그쪽에도 넣거나 여기서 빼세요.",
                  f"{subject.en} '{item.shown}' is not in {en} ({far.path}:{beside.line}); add it there or remove it here")  # fmt: skip
    ko, en = NAMES[page.lang]
    return at(far, beside, subject.rule, f"{subject.ko} ‘{item.shown}’ 부분이 {ko}에만 있습니다({page.path}:{item.place.line}). 이쪽에도 넣거나 그쪽에서 빼세요.",
              f"{subject.en} '{item.shown}' is in {en} only ({page.path}:{item.place.line}); add it here or remove it there")  # fmt: skip


def _beside(pair: Pair, item: Item, side: int) -> Place:
    """The passage beside the one that holds an item, or the head of the other side."""
    ours, theirs = pair[side], pair[1 - side]
    if len(ours.passages) == len(theirs.passages):
        for mine, other in zip(ours.passages, theirs.passages, strict=True):
            if mine.place.start <= item.place.start <= mine.place.end:
                return other.place
    return theirs.place


def compared_texts(
    path: str, both: Bilingual, subject: Subject, only: list[list[str]], korean: str = ""
) -> Iterator[Problem]:
    """What the Korean and the English of one text say alone, `only` by language.

    The text stands in data/ (`path`), or in the front matter of two pages, the Korean one named.
    """
    paths: dict[Lang, str] = {"ko": korean or path, "en": path}
    for ours, theirs in zip_longest(*only):
        far: Lang = "ko" if ours else "en"
        here: Lang = "en" if ours else "ko"
        there = f"{paths[far]}:{both[far].line}"
        if ours and theirs:
            ko, en = (
                f"영어의 {subject.ko} ‘{theirs}’: 한국어에는 {named(ours, '으로')} 되어 있습니다({there}).",
                f"{subject.en} '{theirs}' here, '{ours}' in Korean ({there})",
            )
        else:
            shown = ours or theirs
            ko, en = (
                f"{subject.ko} ‘{shown}’ 부분이 {NAMES[far][0]}에만 있습니다({there}).",
                f"{subject.en} '{shown}' is in {NAMES[far][1]} only ({there})",
            )
        yield Problem(
            paths[here],
            both[here].line,
            both[here].column,
            subject.rule,
            f"{ko} 둘을 같게 하세요.",
            f"{en}; make them the same",
        )
