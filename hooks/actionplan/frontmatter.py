"""The YAML that we allow, with the place of every value.

A strict subset of YAML 1.1: block and flow mappings and sequences of plain or quoted scalars. No
tags, anchors, aliases, merge keys or several documents, and no duplicate keys. Scalars stay text: what
is a number or a date is for the schema to say. It must not know which fields exist.

Parsing never raises: a file that is not such YAML gives problems and as much of a tree as was read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from .language import Text
from .problem import Problem
from .text import Source

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 20
FENCE = "---"


@dataclass
class Scalar:
    """A single value. `plain` is False where it stands in quotes."""

    text: Text
    plain: bool

    @property
    def line(self) -> int:
        return self.text.line

    @property
    def column(self) -> int:
        return self.text.column


@dataclass
class Sequence:
    """A list of values."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@dataclass
class Mapping:
    """Values by key; keys remember their place."""

    line: int
    column: int
    items: dict[Text, Node] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


@dataclass
class _Open:
    """A collection that is being read, with the key that waits for its value."""

    node: Sequence | Mapping
    key: Text | None = None
    skip: bool = False


@dataclass
class Document:
    """A page's front matter and the text after it; `body_line` is the line on which the body starts."""

    meta: Mapping
    body: str
    body_line: int


def split(source: Source) -> tuple[Document, list[Problem]]:
    """A page → its front matter and body. A page without front matter has an empty mapping."""
    lines = source.lines
    if lines[0].rstrip() != FENCE:
        return Document(Mapping(1, 1), source.text, 1), [_no_front_matter(source)]
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == FENCE:
            node, problems = parse("\n".join(lines[1 : number - 1]), source.path, 2)
            meta, more = _as_mapping(node, source.path)
            return Document(meta, "\n".join(lines[number:]), number + 1), problems + more
    problem = Problem(
        source.path, 1, 1, "frontmatter",
        "머리말을 닫는 ‘---’ 줄이 없습니다. 마지막 항목 다음 줄에 ‘---’를 넣으세요.",
        "no closing '---'; put it on the line after the last field",
    )  # fmt: skip
    return Document(Mapping(1, 1), "", len(lines)), [problem]


def parse(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """YAML text → tree of values, None where it is empty or no YAML. `first_line` is its line in the file."""
    builder = _Builder(path, first_line - 1)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
            if builder.stopped:
                break
    except (yaml.YAMLError, ValueError) as error:
        return None, [_syntax_problem(path, text, first_line, error)]
    return builder.root, builder.problems


class _Builder:
    """Turns YAML's events into a tree and refuses what the subset leaves out."""

    def __init__(self, path: str, shift: int) -> None:
        self.path = path
        self.shift = shift
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stopped = False
        self._open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        """Handles one event of the parser."""
        self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            line, column = self._place(event)
            self._add(Scalar(Text(event.value, line, column), not event.style))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Sequence(*self._place(event)))
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(Mapping(*self._place(event)))
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._open.pop()

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        assert mark is not None  # every event of a text has its mark
        return mark.line + 1 + self.shift, mark.column + 1

    def _begin(self, node: Sequence | Mapping) -> None:
        self._add(node)
        self._open.append(_Open(node))
        if len(self._open) > MAX_DEPTH:
            self.stopped = True
            self._report(node.line, node.column, "yaml-depth",
                         f"값이 {MAX_DEPTH}단계보다 깊이 겹쳐 있습니다. 구조를 줄이세요.",
                         f"values nested more than {MAX_DEPTH} deep; flatten them")  # fmt: skip

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None:
            self._take_key(top, node)
        else:
            if not top.skip:
                top.node.items[top.key] = node
            top.key, top.skip = None, False

    def _take_key(self, top: _Open, node: Node) -> None:
        assert isinstance(top.node, Mapping)
        if not isinstance(node, Scalar):
            self._report(node.line, node.column, "yaml-syntax",
                         "키는 한 단어여야 합니다.", "a key is a single word")  # fmt: skip
            top.key, top.skip = Text("", node.line, node.column), True
            return
        top.key = node.text
        first = next((key for key in top.node.items if key == node.text), None)
        if first is not None:
            top.skip = True
            self._report(node.line, node.column, "yaml-duplicate",
                         f"‘{node.text}’ 항목이 {first.line}행에 이미 있습니다. 하나만 남기세요.",
                         f"'{node.text}' is already on line {first.line}; keep one")  # fmt: skip

    def _refuse_extras(self, event: yaml.Event) -> None:
        line, column = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self._add(Scalar(Text("", line, column), False))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._report(line, column, "yaml-anchor",
                         "앵커(&)와 별칭(*)은 쓸 수 없습니다. 값을 그대로 다시 적으세요.",
                         "anchors (&) and aliases (*) are not allowed; write the value out")  # fmt: skip
        if getattr(event, "tag", None) not in (None, "!"):
            self._report(line, column, "yaml-tag",
                         "태그(!…)는 쓸 수 없습니다. ‘!…’를 지우세요.",
                         "tags (!…) are not allowed; delete the tag")  # fmt: skip

    def _report(self, line: int, column: int, rule: str, ko: str, en: str) -> None:
        self.problems.append(Problem(self.path, line, column, rule, ko, en))


def _as_mapping(node: Node | None, path: str) -> tuple[Mapping, list[Problem]]:
    if isinstance(node, Mapping):
        return node, []
    if node is None:
        return Mapping(1, 1), []
    problem = Problem(
        path, node.line, 1, "frontmatter",
        "머리말은 ‘키: 값’ 줄이어야 합니다. 목록이나 문장을 그대로 둘 수 없습니다.",
        "must be 'key: value' lines, not a list or a sentence",
    )  # fmt: skip
    return Mapping(node.line, 1), [problem]


def _no_front_matter(source: Source) -> Problem:
    later = any(line.rstrip() == FENCE for line in source.lines[:20])
    return Problem(
        source.path, 1, 1, "frontmatter",
        "‘---’가 첫 줄이어야 합니다." if later else "머리말(‘---’ 사이의 title: …)이 없습니다.",
        "'---' must be the first line" if later else "no front matter ('---', title: …, '---')",
    )  # fmt: skip


def _syntax_problem(path: str, text: str, first_line: int, error: Exception) -> Problem:
    """One line for a YAML error, with the likely cause where it can be told from the line."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    content = lines[line] if line < len(lines) else ""
    ko, en = _likely_cause(content)
    return Problem(path, first_line + line, column + 1, "yaml-syntax", ko, en)


def _likely_cause(content: str) -> tuple[str, str]:
    if "\t" in content:
        return "탭 문자가 있습니다. 빈칸으로 바꾸세요.", "there is a tab; use spaces"
    if content.count(": ") > 1:
        return (
            "값에 ‘: ’가 있으면 값 전체를 따옴표로 묶으세요.",
            "a value with ': ' needs quotes around it",
        )
    return (
        "YAML로 읽을 수 없습니다. 들여쓰기, 따옴표, 괄호를 확인하세요.",
        "can't be read as YAML; check indentation, quotes and brackets",
    )
