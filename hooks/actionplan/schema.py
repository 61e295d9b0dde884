"""Located YAML values → frozen dataclasses; a dataclass's fields are the schema.

Types that a field may have: `Text`, `Whole`, `bool`, `Bilingual`, another dataclass, `Literal[...]`,
`tuple[X, ...]`, `X | None`, and `Annotated[X, check]` with the checks defined here. A field with a
default may be left out. It must not know any particular record.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from .frontmatter import Mapping as MappingNode
from .frontmatter import Node, Scalar, Sequence
from .korean import with_particle
from .language import LANGS, Bilingual, Text, Whole
from .nearest import nearest
from .problem import Problem

T = TypeVar("T")


@dataclass(frozen=True)
class To:
    """The text is the id of a record of one of these kinds; `*` allows `kind:id`."""

    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Matches:
    """The text has this form, which `ko` and `en` describe."""

    pattern: str
    ko: str
    en: str


@dataclass(frozen=True)
class Between:
    """The number lies in this range, ends included."""

    first: int
    last: int


class IsDate:
    """The text is a real date: YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601), or `n.d.` where allowed."""

    def __init__(self, unknown: bool = False) -> None:
        self.unknown = unknown


SLUG = Matches(
    r"[a-z0-9]+(-[a-z0-9]+)*", "영문 소문자, 숫자, ‘-’만 쓰는 id", "an id of a-z, 0-9 and '-'"
)


# Eight hexadecimal digits are a twin's fingerprint, which people may write without quotes.
# YAML 1.1 types (yaml.org/type): bool, null, and ints and floats in other than plain decimal form.
AMBIGUOUS = re.compile(
    r"(?![0-9a-f]{8}\Z)(?:(?i:y|yes|n|no|on|off|true|false|null|~)|[-+]?0[0-7_]+|[-+]?0[xb][0-9a-f_]+"
    r"|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[-+]?\d+(?:_\d+)+|[-+]?\d[\d.]*e[-+]?\d+|[-+]?\.(?i:inf|nan))"
)


@dataclass
class Reader:
    """Reads values of one file and collects what is wrong with them."""

    path: str
    problems: list[Problem] = dataclasses.field(default_factory=list)
    misspelled: set[str] = dataclasses.field(default_factory=set)
    """Fields that an unknown key of the present record probably means."""

    def report(self, at: Any, rule: str, ko: str, en: str) -> None:
        """Adds a problem at a value, node or key, anything with a line and a column."""
        self.problems.append(Problem(self.path, max(at.line, 1), max(at.column, 1), rule, ko, en))

    def record(self, cls: type[T], node: Node, given: Mapping[str, Any] | None = None) -> T | None:
        """A mapping → an instance of `cls`, None (and problems) where a field can't be read.

        `given` holds fields that don't stand in the file (such as the file's path).
        """
        if not isinstance(node, MappingNode):
            self.report(
                node, "field-type", "‘키: 값’ 줄이 필요합니다.", "must be 'key: value' lines"
            )
            return None
        known = dict(given or {})
        fields = {name: hint for name, hint in hints(cls).items() if name not in known}
        before = set(self.misspelled)
        self.unknown_keys(node, fields)
        complete = True
        for name, hint in fields.items():
            value = self._field(cls, name, hint, node)
            if value is _MISSING:
                complete = False
            elif value is not _DEFAULT:
                known[name] = value
        self.misspelled = before
        return cls(**known) if complete else None

    def unknown_keys(self, node: MappingNode, fields: Iterable[str]) -> None:
        """Reports every key of the mapping that is no field, with the nearest name."""
        for key in node.items:
            if key not in fields:
                near = nearest(key, fields)
                self.misspelled.add(near or "")
                self.report(key, "field-unknown",
                            f"‘{key}’ 항목은 여기에 없습니다. " + (f"‘{near}’인가요?" if near else f"쓸 수 있는 항목: {', '.join(fields)}"),
                            f"there is no field '{key}' here; " + (f"did you mean '{near}'?" if near else f"fields are {', '.join(fields)}"))  # fmt: skip

    def _field(self, cls: type, name: str, hint: Any, node: MappingNode) -> Any:
        child = node.items.get(Text(name))
        if child is None:
            if has_default(cls, name):
                return _DEFAULT
            # A misspelled key has said already what is missing.
            return _MISSING if name in self.misspelled else self._absent(node, name)
        if isinstance(child, Scalar) and not child.text.strip():
            return self._absent(child, name)
        return self.value(hint, child, name)

    def _absent(self, at: Any, name: str) -> Any:
        self.report(at, "field-missing",
                    f"{with_particle(f'‘{name}’', '이')} 비어 있거나 없습니다. 값을 적으세요.",
                    f"'{name}' is empty or missing; give it a value")  # fmt: skip
        return _MISSING

    def value(self, hint: Any, node: Node, name: str) -> Any:
        """The value of one field, read as its type says; `_MISSING` and a problem where it is not."""
        origin, args = _taken_apart(hint)
        if origin is typing.Annotated:
            return self._checked(self.value(args[0], node, name), args[1:], name)
        if origin in (types.UnionType, typing.Union):
            return self.value(args[0], node, name)
        if origin is tuple:
            return self._sequence(args[0], node, name)
        if origin is Literal:
            return self._choice(args, node, name)
        reader = _SCALARS.get(hint)
        if reader is not None:
            return reader(self, node, name)
        read = self.record(hint, node)
        return _MISSING if read is None else read

    def _sequence(self, hint: Any, node: Node, name: str) -> Any:
        if not isinstance(node, Sequence):
            self.report(node, "field-type", f"‘{name}’에는 목록이 와야 합니다: [a, b]",
                        f"'{name}' must be a list: [a, b]")  # fmt: skip
            return _MISSING
        values = [self.value(hint, item, name) for item in node.items]
        return _MISSING if _MISSING in values else tuple(values)

    def _choice(self, allowed: tuple[str, ...], node: Node, name: str) -> Any:
        if isinstance(node, Scalar) and node.text in allowed:
            return node.text
        text = node.text if isinstance(node, Scalar) else "…"
        near = nearest(text, allowed)
        self.report(node, "field-value",
                    f"‘{name}’에 {with_particle(f'‘{text}’', '은')} 쓸 수 없습니다. " + (f"‘{near}’인가요? " if near else "") + f"쓸 수 있는 값: {', '.join(allowed)}",
                    f"'{name}' can't be '{text}'; " + (f"did you mean '{near}'? " if near else "") + f"Allowed: {', '.join(allowed)}")  # fmt: skip
        return _MISSING

    def text(self, node: Node, name: str) -> Any:
        """A scalar as text; a plain one must not be something else to other readers of YAML."""
        if not isinstance(node, Scalar):
            self.report(node, "field-type", f"‘{name}’에는 목록이나 항목이 아니라 글이 와야 합니다.",
                        f"'{name}' must be text, not a list or fields")  # fmt: skip
            return _MISSING
        if not node.text.strip():
            return self._absent(node, name)
        return _MISSING if self._ambiguous(node) else node.text

    def _ambiguous(self, node: Scalar) -> bool:
        """Reports a plain scalar that YAML 1.1 takes for no text (its types bool, null, int, float)."""
        if not node.plain or not AMBIGUOUS.fullmatch(node.text):
            return False
        self.report(node, "yaml-plain",
                    f"{with_particle(f'‘{node.text}’', '을')} 다른 값으로 읽는 프로그램이 있습니다. 글이면 따옴표로 묶고, 수면 십진수로 적으세요.",
                    f"'{node.text}' means something else to some readers; quote it if it is text, or write a plain decimal number")  # fmt: skip
        return True

    def whole(self, node: Node, name: str) -> Any:
        """A scalar as a whole number, written in decimal digits without a leading zero."""
        if isinstance(node, Scalar) and node.plain and re.fullmatch(r"0|[1-9]\d{0,8}", node.text):
            return Whole(int(node.text), node.line, node.column)
        if isinstance(node, Scalar) and self._ambiguous(node):
            return _MISSING
        text = node.text if isinstance(node, Scalar) else "…"
        self.report(node, "field-type", f"‘{name}’에는 정수가 와야 합니다. ‘{text}’ 대신 숫자를 적으세요.",
                    f"'{name}' must be a whole number, not '{text}'")  # fmt: skip
        return _MISSING

    def truth(self, node: Node, name: str) -> Any:
        """A scalar that is true or false."""
        if isinstance(node, Scalar) and node.plain and node.text in ("true", "false"):
            return node.text == "true"
        self.report(node, "field-type", f"‘{name}’에는 true나 false가 와야 합니다.",
                    f"'{name}' must be true or false")  # fmt: skip
        return _MISSING

    def bilingual(self, node: Node, name: str) -> Any:
        """A mapping with exactly ko and en."""
        if not isinstance(node, MappingNode):
            self.report(node, "field-type", f"‘{name}’에는 ko와 en 두 줄이 와야 합니다.",
                        f"'{name}' must have two lines, ko and en")  # fmt: skip
            return _MISSING
        self.unknown_keys(node, LANGS)
        texts = [self._field(Bilingual, code, Text, node) for code in LANGS]
        return _MISSING if _MISSING in texts else Bilingual(*texts)

    def _checked(self, value: Any, checks: tuple[Any, ...], name: str) -> Any:
        if value is _MISSING:
            return value
        held = [self._holds(value, check, name) for check in checks]
        return value if all(held) else _MISSING

    def _holds(self, value: Any, check: Any, name: str) -> bool:
        if isinstance(check, Matches) and not re.fullmatch(check.pattern, value):
            self.report(value, "field-type", f"‘{name}’에는 {with_particle(check.ko, '이')} 와야 합니다. {with_particle(f'‘{value}’', '을')} 고치세요.",
                        f"'{name}' must be {check.en}, not '{value}'")  # fmt: skip
            return False
        if isinstance(check, Between) and not check.first <= value <= check.last:
            self.report(value, "page-range",
                        f"‘{name}’에는 {check.first}~{check.last}만 올 수 있습니다. {with_particle(str(value), '은')} 없습니다.",
                        f"'{name}' must be {check.first} to {check.last}, not {value}")  # fmt: skip
            return False
        if isinstance(check, IsDate) and not is_date(value, check.unknown):
            self.report(value, "field-type", f"{with_particle(f'‘{value}’', '은')} 없는 날짜입니다. 2025-07-23처럼 적으세요.",
                        f"'{value}' is no date; write it as 2025-07-23")  # fmt: skip
            return False
        return True


def is_date(text: str, unknown: bool = False) -> bool:
    """Whether the text is YYYY, YYYY-MM or YYYY-MM-DD and such a day exists."""
    if unknown and text == "n.d.":
        return True
    match = re.fullmatch(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    if not match:
        return False
    year, month, day = match.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def hints(cls: type[Any]) -> dict[str, Any]:
    """The fields of a record that stand in a file, with their types."""
    if cls not in _HINTS:
        resolved = typing.get_type_hints(cls, include_extras=True)
        _HINTS[cls] = {field.name: resolved[field.name] for field in dataclasses.fields(cls)}
    return _HINTS[cls]


@cache
def has_default(cls: type, name: str) -> bool:
    """Whether the field may be left out."""
    f = next(f for f in dataclasses.fields(cls) if f.name == name)
    return f.default is not dataclasses.MISSING or f.default_factory is not dataclasses.MISSING


@cache
def _taken_apart(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a type is made with, such as `tuple`, and of which types."""
    return typing.get_origin(hint), typing.get_args(hint)


Reference = tuple[tuple[str, ...], Text]
"""The kinds that a reference allows, and the id with its place."""


def references(record: Any) -> list[tuple[str, tuple[str, ...], Text]]:
    """Every reference in a record: the field's name, the kinds it allows, the id with its place."""
    return [
        (name, kinds, text)
        for name, find in _referring(type(record))
        for kinds, text in find(getattr(record, name))
    ]


Find = Callable[[Any], Iterable[Reference]]


def _referring(cls: type[Any]) -> list[tuple[str, Find]]:
    """The fields of a record that can hold references, with what finds them in a value."""
    if cls not in _REFERRING:
        finds = [(name, _find(hint)) for name, hint in hints(cls).items()]
        _REFERRING[cls] = [(name, find) for name, find in finds if find]
    return _REFERRING[cls]


def _find(hint: Any) -> Find | None:
    """What finds the references in a value of a type, None for a type that can't hold any."""
    origin, args = _taken_apart(hint)
    if origin is typing.Annotated:
        kinds = next((check.kinds for check in args[1:] if isinstance(check, To)), None)
        return (lambda id: [(kinds, id)]) if kinds else _find(args[0])
    inner = _find(args[0]) if origin in (types.UnionType, typing.Union, tuple) else None
    if inner and origin is tuple:
        return lambda items: [found for item in items for found in inner(item)]
    if inner:
        return lambda value: [] if value is None else inner(value)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint is not Bilingual:
        return lambda record: [(kinds, text) for _, kinds, text in references(record)]
    return None


_MISSING: Any = object()
_DEFAULT: Any = object()
_HINTS: dict[type[Any], dict[str, Any]] = {}
_REFERRING: dict[type[Any], list[tuple[str, Find]]] = {}
_SCALARS: dict[Any, Callable[[Reader, Node, str], Any]] = {
    Text: Reader.text,
    Whole: Reader.whole,
    bool: Reader.truth,
    Bilingual: Reader.bilingual,
}
