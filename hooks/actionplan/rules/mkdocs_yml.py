"""mkdocs.yml as a tree of nodes that know their lines, for the rules about it; it must not know those."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from .. import text
from ..frontmatter import LOADER
from ..library import Library
from ..problem import Problem

FILE = "mkdocs.yml"
MAX_DEPTH = 12


class Config:
    """mkdocs.yml as a tree of nodes that know their lines, and what is wrong with it as YAML."""

    def __init__(self, library: Library) -> None:
        self.problems: list[Problem] = []
        self.root: yaml.Node | None = None
        if not (library.root / FILE).is_file():
            return
        source, self.problems = text.read(library.root, FILE)
        try:
            self.problems += _refused(source.text)
            if source.usable and not self.problems:
                self.root = yaml.compose(source.text, Loader=LOADER)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self.problems.append(in_config(
                mark.line if mark else 0, mark.column if mark else 0, "yaml-syntax",
                "YAML로 읽을 수 없습니다. 들여쓰기, 쌍점, 따옴표를 확인하세요.",
                "can't be read as YAML; check indentation, colons and quotes",
            ))  # fmt: skip

    def get(self, *keys: str) -> yaml.Node | None:
        """The node below these keys, None where there is none."""
        node = self.root
        for key in keys:
            node = next((value for name, value in pairs(node) if name.value == key), None)
        return node


@lru_cache(maxsize=1)
def config_of(library: Library) -> Config:
    """A library's mkdocs.yml, read once for all rules."""
    return Config(library)


def _refused(written: str) -> Iterator[Problem]:
    """An alias, or nesting beyond what a configuration needs, either of which can grow without end."""
    depth = 0
    for event in yaml.parse(written, Loader=LOADER):
        mark: Any = event.start_mark
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if isinstance(event, yaml.AliasEvent):
            yield in_config(
                mark.line,
                mark.column,
                "yaml-anchor",
                "별칭(*)은 쓸 수 없습니다. 값을 그대로 다시 적으세요.",
                "aliases (*) are not allowed; write the value out",
            )
            return
        if depth > MAX_DEPTH:
            yield in_config(
                mark.line,
                mark.column,
                "yaml-depth",
                f"값이 {MAX_DEPTH}단계보다 깊이 겹쳐 있습니다. 구조를 줄이세요.",
                f"values nested more than {MAX_DEPTH} deep; flatten them",
            )
            return


def pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def in_config(line: int, column: int, rule: str, ko: str, en: str) -> Problem:
    return Problem(FILE, line + 1, column + 1, rule, ko, en)
