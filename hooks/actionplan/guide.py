"""What each rule asks, why, and how to keep it, in both languages: guide.yml beside this file.

The contributors' guide shows it, and every message links to its rule there. It must not know how rules
find what they find.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from . import frontmatter, text
from .frontmatter import Mapping, Sequence
from .language import DEFAULT_LANG, Bilingual, Lang, Text
from .schema import Reader

FILE = "guide.yml"
PAGE = "contribute/checks"
"""Name of the page that shows the guide."""

T = TypeVar("T")


@dataclass(frozen=True)
class Family:
    """A group of rules about one thing."""

    id: Text
    name: Bilingual


@dataclass(frozen=True)
class RuleText:
    """A rule in a sentence, its reason, its remedy, and an example of both."""

    id: Text
    family: Text
    what: Bilingual
    why: Bilingual
    fix: Bilingual
    wrong: Text
    right: Text


@dataclass(frozen=True)
class Guide:
    """All rules by id, and the families in the order in which they are shown."""

    families: tuple[Family, ...]
    rules: dict[str, RuleText]


@cache
def guide() -> Guide:
    """The guide. Raises ValueError where guide.yml can't be read, which is a fault of the code."""
    source, problems = text.read(Path(__file__).parent, FILE)
    tree, more = frontmatter.parse(source.text, FILE)
    reader = Reader(FILE)
    families = _records(reader, tree, "families", Family)
    rules = _records(reader, tree, "rules", RuleText)
    problems = [*problems, *more, *reader.problems]
    if problems:
        raise ValueError(problems)
    return Guide(tuple(families), {rule.id: rule for rule in rules})


def _records(reader: Reader, tree: frontmatter.Node | None, key: str, cls: type[T]) -> list[T]:
    node = tree.items.get(Text(key)) if isinstance(tree, Mapping) else None
    items = node.items if isinstance(node, Sequence) else []
    return [record for item in items if (record := reader.record(cls, item))]


def address(rule: str, lang: Lang) -> str:
    """Where a rule is explained, below the site's root."""
    prefix = "" if lang == DEFAULT_LANG else f"{lang}/"
    return f"{prefix}{PAGE}/#{rule}"
