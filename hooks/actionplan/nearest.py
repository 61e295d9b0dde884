"""The known word that a mistyped one most likely means.

Used by every message that asks "did you mean …?". It must not know what the words stand for.
"""

from __future__ import annotations

from collections.abc import Iterable

MAX_DISTANCE = 2
"""Further away, a suggestion is more often wrong than right."""
SHARE = 3
"""A word of which more than one letter in so many differs is another word."""


IN_KOREAN = {
    "제목": "title", "종류": "kind", "갈래": "category", "출처": "sources", "별칭": "aliases", "검색어": "keywords",
    "날짜": "date", "쪽": "page", "요약": "summary", "관련": "related",
}  # fmt: skip
"""Fields under names that a contributor may give them."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word with the fewest slips to `word`: at most two, and one in three of its letters."""
    known = list(known)
    if IN_KOREAN.get(word) in known:
        return IN_KOREAN[word]
    limit = min(MAX_DISTANCE, len(word) // SHARE)
    best: tuple[int, str] | None = None
    for candidate in known:
        if abs(len(candidate) - len(word)) <= limit and candidate != word:
            found = distance(word, candidate)
            if found <= limit and (best is None or found < best[0]):
                best = found, candidate
    return best[1] if best else None


def distance(a: str, b: str) -> int:
    """Letters to add, drop, change or swap with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(b, start=1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other)))
            if i > 1 and j > 1 and (letter, other) == (b[j - 2], a[i - 2]):
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]
