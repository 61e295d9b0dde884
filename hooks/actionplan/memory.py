"""Things that never change and remember what was made from them, so that it is made only once.

A preview reads the content again after every edit. What stands in files that stayed the same is the same
object again, and so are the problems that rules found in it. It must not know who remembers what.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Remembering:
    """What a file holds, with a memory that does not count when two of them are compared."""

    _made: dict[Hashable, tuple[object, tuple[Any, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, what: Hashable, given: object, make: Callable[[], Iterable[T]]) -> tuple[T, ...]:
        """All that `make` yields from this and from what is `given`; made anew for another `given` only."""
        kept = self._made.get(what)
        if kept is None or kept[0] != given:
            kept = self._made[what] = given, tuple(make())
        return kept[1]
