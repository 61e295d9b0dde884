"""Every rule that the content must keep: one generator each, its docstring the rule in one sentence.

A rule takes the library and yields problems; it never prints, raises or stops at the first. `check`
runs them all. Nothing here knows MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..library import Library
from ..problem import Problem, in_order
from . import (
    addresses,
    agencies,
    amounts,
    changes,
    characters,
    config,
    coverage,
    dates,
    files,
    headings,
    language,
    layout,
    leftovers,
    link_forms,
    links,
    markdown,
    model,
    navigation,
    particles,
    plausible,
    references,
    safety,
    signs,
    translation,
    wording,
)
from .echoes import without_echoes
from .lost import gathered

Rule = Callable[[Library], Iterator[Problem]]

FAMILIES = (
    files, characters, safety, headings, layout, markdown, addresses, links, link_forms, references, leftovers, language,
    dates, signs, wording, particles, model, plausible, coverage, changes, translation, amounts, agencies,
    config, navigation,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)


def check(library: Library) -> list[Problem]:
    """All problems of a library, those of reading it included, without echoes, in order of their places."""
    found = [problem for rule in RULES for problem in rule(library)]
    return in_order(without_echoes(gathered(library, [*library.problems, *found])))
