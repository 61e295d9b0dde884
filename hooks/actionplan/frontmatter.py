"""The YAML that we allow, with the place of every value.

A strict subset of YAML 1.1: block mappings, block and flow sequences, and plain or quoted scalars that
end on the line on which they begin. No tags, anchors, aliases, merge keys, directives or several
documents, and no duplicate keys. Scalars stay text: what is a number or a date is for the schema to
say. It must not know which fields exist.

Parsing never raises: a file that is not such YAML gives problems and as much of a tree as was read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from .language import Text
from .problem import Problem
from .text import Source

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 8
FENCE = "---"
NO_SPACE = re.compile(r"^\s*(?:- )?[A-Za-z_]+:[^\s/]")
DASH = re.compile(r" *-[^\s-]")
NO_SPACE_AFTER_DASH = (
    "‘-’ 뒤에 빈칸이 없습니다. ‘- 값’처럼 적으세요.",
    "no space after '-'; write '- value'",
)
WIDE_COLON = re.compile(r"^\s*(?:- )?[A-Za-z_]+\s*\uff1a")


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
            return Document(meta, "\n".join(lines[number:]), number + 1), problems or more
    problem = Problem(
        source.path, 1, 1, "frontmatter",
        "머리말을 닫는 ‘---’ 줄이 없습니다. 마지막 항목 다음 줄에 ‘---’를 넣으세요.",
        "no closing '---'; put it on the line after the last field",
    )  # fmt: skip
    return Document(Mapping(1, 1), "", len(lines)), [problem]


def parse(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """YAML text → tree of values, None where it is empty or no YAML. `first_line` is its line in the file."""
    builder = _Builder(path, first_line - 1, text.split("\n"))
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
            if builder.stopped:
                return None, builder.problems
    except (yaml.YAMLError, ValueError) as error:
        # What was odd before the error is most often its cause, seen in another way.
        return None, [_syntax_problem(path, text, first_line, error)]
    return builder.root, builder.problems


class _Builder:
    """Turns YAML's events into a tree and refuses what the subset leaves out."""

    def __init__(self, path: str, shift: int, lines: list[str]) -> None:
        self.path = path
        self.shift = shift
        self.lines = lines
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stopped = False
        self._open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        """Handles one event of the parser."""
        mark = event.start_mark
        assert mark is not None  # every event of a text has its mark
        line, column = mark.line + 1 + self.shift, mark.column + 1
        self._refuse_extras(event, line, column)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_unsaid(event, line, column)
            self._add(Scalar(Text(event.value, line, column), not event.style))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Sequence(line, column))
        elif isinstance(event, yaml.MappingStartEvent):
            self._refuse_braces(event, line, column)
            self._begin(Mapping(line, column))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._refuse_document(event, line, column)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._open.pop()

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
        if node.text in top.node.items:
            first = next(key for key in top.node.items if key == node.text)
            top.skip = True
            ko, en = ("하나만 남기거나, 새 기록이면 앞에 ‘- ’를 붙이세요.", "keep one, or put '- ' before it if it begins a record") if node.text == "id" else ("하나만 남기세요.", "keep one")  # fmt: skip
            self._report(node.line, node.column, "yaml-duplicate",
                         f"‘{node.text}’ 항목이 {first.line}행에 이미 있습니다. {ko}",
                         f"'{node.text}' is already on line {first.line}; {en}")  # fmt: skip

    def _refuse_extras(self, event: yaml.Event, line: int, column: int) -> None:
        """Anchors, aliases and tags."""
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

    def _refuse_braces(self, event: yaml.MappingStartEvent, line: int, column: int) -> None:
        """A mapping in braces."""
        if event.flow_style and not self.stopped:
            self.stopped = True
            self._report(line, column, "yaml-syntax",
                         "값이 ‘{’로 시작합니다. 글이면 따옴표로 묶고, 항목이면 한 줄에 하나씩 적으세요.",
                         "a value begins with '{'; quote it if it is text, else give each key its own line")  # fmt: skip

    def _refuse_document(self, event: yaml.DocumentStartEvent, line: int, column: int) -> None:
        """A second document (or a directive), which would hide what stands before or after it."""
        if (event.explicit and self.root is not None) or event.version:
            self.stopped = True
            self._report(line, column, "yaml-document",
                         "‘---’ 줄과 ‘%’ 지시문은 여기에 올 수 없습니다. 지우세요.",
                         "'---' lines and '%' directives don't belong here; delete them")  # fmt: skip

    def _refuse_unsaid(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        """A value that goes on below its line, or one that a comment cuts off."""
        start: Any = event.start_mark
        end: Any = event.end_mark
        if start.line != end.line and DASH.match(self.lines[start.line]):
            self._report(line, column, "yaml-syntax", *NO_SPACE_AFTER_DASH)
        elif event.style in ("|", ">") or start.line != end.line:
            self._report(line, column, "yaml-lines",
                         "값은 한 줄에 적습니다. 줄바꿈과 |, > 없이 이어 쓰세요.",
                         "a value stands on one line; join its lines and drop | or >")  # fmt: skip
        elif self._rest(end).startswith("#"):
            self._report(end.line + 1 + self.shift, end.column + 1, "yaml-comment",
                         "‘ #’ 뒤는 값이 아니라 주석이 됩니다. 값이면 전체를 따옴표로 묶고, 주석이면 윗줄로 옮기세요.",
                         "what follows ' #' is a comment, not part of the value; quote the value, or move the comment to the line above")  # fmt: skip

    def _rest(self, end: Any) -> str:
        """What follows a value on its line; a `?` at the end of the text ends after the last line."""
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        return line[end.column :].lstrip()

    def _report(self, line: int, column: int, rule: str, ko: str, en: str) -> None:
        self.problems.append(Problem(self.path, line, column, rule, ko, en))


def _as_mapping(node: Node | None, path: str) -> tuple[Mapping, list[Problem]]:
    if isinstance(node, Mapping):
        return node, []
    if node is None:
        return Mapping(1, 1), []
    problem = Problem(
        path, node.line, 1, "frontmatter",
        "머리말은 ‘키: 값’ 줄이어야 합니다. 목록이나 문장 대신 항목을 적으세요.",
        "must be 'key: value' lines, not a list or a sentence",
    )  # fmt: skip
    return Mapping(node.line, 1), [problem]


def _no_front_matter(source: Source) -> Problem:
    later = any(line.strip() == FENCE for line in source.lines[:20])
    return Problem(
        source.path, 1, 1, "frontmatter",
        "첫 줄은 ‘---’여야 합니다. 그 앞의 빈 줄이나 글자를 지우세요." if later else "머리말이 없습니다. 맨 위에 ‘---’, ‘title: …’, ‘---’ 줄을 넣으세요.",
        "'---' must be the first line; delete what stands before it" if later else "no front matter; begin with the lines '---', 'title: …', '---'",
    )  # fmt: skip


def _syntax_problem(path: str, text: str, first_line: int, error: Exception) -> Problem:
    """One line for a YAML error, with the likely cause where it can be told from the line."""
    mark = _mark(error)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    line = min(line, len(lines) - 1)
    for number in (line, line - 1):
        if number >= 0 and (cause := _likely_cause(lines[number])):
            return Problem(path, first_line + number, 1, "yaml-syntax", *cause)
    ko = "YAML로 읽을 수 없습니다. 들여쓰기, 따옴표, 괄호를 확인하세요."
    en = "can't be read as YAML; check indentation, quotes and brackets"
    return Problem(path, first_line + line, column + 1, "yaml-syntax", ko, en)


def _mark(error: Exception) -> Any:
    """Where a YAML error began: an open quotation or bracket where it was opened."""
    opened = getattr(error, "context_mark", None)
    context = getattr(error, "context", None) or ""
    if opened and ("quoted scalar" in context or "flow" in context):
        return opened
    return getattr(error, "problem_mark", None)


def _likely_cause(content: str) -> tuple[str, str] | None:
    """What is probably wrong with a line, in Korean and English."""
    value = content.partition(": ")[2].strip()
    return next(((ko, en) for holds, ko, en in CAUSES if holds(content, value)), None)


def _quoted(value: str) -> bool:
    return value[:1] in ("'", '"')


CAUSES: tuple[tuple[Callable[[str, str], object], str, str], ...] = (
    (lambda line, _: "\t" in line, "탭 문자가 있습니다. 빈칸으로 바꾸세요.", "there is a tab; use spaces"),
    (lambda line, _: WIDE_COLON.match(line),
     "전각 쌍점(：)이 있습니다. ‘: ’로 바꾸세요.", "a full-width colon (：); write ': '"),
    (lambda line, _: DASH.match(line), *NO_SPACE_AFTER_DASH),
    (lambda line, _: NO_SPACE.match(line),
     "쌍점 뒤에 빈칸이 없습니다. ‘키: 값’처럼 적으세요.", "no space after the colon; write 'key: value'"),
    (lambda _, value: _quoted(value) and (len(value) < 2 or value[-1] != value[0]),
     "따옴표의 짝이 맞지 않습니다. 처음과 끝에 같은 따옴표를 쓰세요.", "quotes don't match; begin and end with the same one"),
    (lambda _, value: value[:1] == "'" and "'" in value[1:-1].replace("''", ""),
     "따옴표 안의 작은따옴표는 두 번('') 적으세요.", "write an apostrophe inside quotes twice ('')"),
    (lambda _, value: value.startswith("[") and not value.endswith("]"),
     "‘[’를 닫지 않았습니다. 목록 끝에 ‘]’를 넣으세요.", "'[' is never closed; end the list with ']'"),
    (lambda _, value: not _quoted(value) and (": " in value or value.endswith(":")),
     "값에 ‘: ’가 있으면 값 전체를 따옴표로 묶으세요.", "a value with ': ' needs quotes around it"),
    (lambda _, value: value[:1] and value[0] in "*&!%@`|>{]},#",
     "값이 특별한 부호로 시작합니다. 값 전체를 따옴표로 묶으세요.", "the value begins with a special sign; put quotes around it"),
)  # fmt: skip
"""Common causes of a YAML error: a test of the line and its value, and what to say."""
