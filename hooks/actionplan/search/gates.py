"""What must hold of packs before a site is built with them.

The worker finds a name first if it stands in the pack and means one entry only (DESIGN.md, Ranking);
both are checked here without running it. Sizes are those of the site's budget, gzip level 9.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from .plain import squeeze

KILOBYTE = 1000
NAMES_BUDGET = 50 * KILOBYTE
"""First tier: with the worker's 10 kB it comes to the 60 kB that the first result may take."""
LANGUAGE_BUDGET = 140 * KILOBYTE
"""Both tiers: with the worker 150 kB for a language."""


def faults(names: dict[str, Any], sizes: tuple[int, int]) -> Iterator[str]:
    """Sentences about what is wrong with the packs of one language; none where all is well."""
    lang = names["lang"]
    if sizes[0] > NAMES_BUDGET:
        yield f"search: the names in {lang} take {sizes[0]} bytes, more than {NAMES_BUDGET}"
    if sum(sizes) > LANGUAGE_BUDGET:
        yield f"search: {lang} takes {sum(sizes)} bytes, more than {LANGUAGE_BUDGET}; drop keywords"
    yield from _unclear_names(names)


def compressed(content: bytes) -> int:
    """Bytes that a server sends at most."""
    return len(gzip.compress(content, 9))


def _unclear_names(names: dict[str, Any]) -> Iterator[str]:
    """Names of terms that have no letter, or that several terms have without saying so."""
    declared = {squeeze(shared["name"]) for shared in names["ambiguous"]}
    claims: dict[str, set[str]] = defaultdict(set)
    for entry in names["entries"]:
        if entry["kind"] == "term":
            for name in (entry["title"], entry["other"], *entry["names"], *entry["hidden"]):
                claims[squeeze(name)].add(entry["url"])
    for name, urls in claims.items():
        if not name:
            yield f"search: a name of {min(urls)} has neither letter nor digit"
        elif len(urls) > 1 and name not in declared:
            yield f"search: {name!r} names {', '.join(sorted(urls))}; say so under ambiguous in data/glossary.yml"
