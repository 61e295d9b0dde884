"""Columns of the open data: what one is, and the few kinds of columns that the tables are made of.

References to other rows are keys such as `action:3.1.1`: a bare 3.1.1 is a date to spreadsheet programs. It
must not know which tables there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, get_args, get_type_hints

from .. import urls
from ..graph import Graph
from ..language import DEFAULT_LANG, LANGS, Bilingual, Lang, both
from ..plaintext import lead
from ..records import Locus

Value = str | int | list[str] | None
Type = Literal["string", "integer", "list"]


@dataclass(frozen=True)
class Column:
    """A column: its name, type and meaning, the values it allows, and how a row gets its value."""

    name: str
    type: Type
    meaning: Bilingual
    value: Callable[[Graph, Any], Value]
    allowed: tuple[str, ...] = ()
    optional: bool = False


NAMES: dict[Lang, Bilingual] = {"ko": both("한국어", "Korean"), "en": both("영어", "English")}


def text(name: str, ko: str, en: str, attr: str = "") -> Column:
    """A column that is a field of the record or of a unit's facts."""
    path = (attr or name).split(".")
    return Column(name, "string", both(ko, en), lambda _, record: _plain(_follow(record, path)))


def _follow(record: Any, path: Iterable[str]) -> Any:
    for part in path:
        record = getattr(record, part) if hasattr(record, part) else getattr(record.facts, part)
    return record


def _plain(value: Any) -> Value:
    if isinstance(value, tuple):
        return [_place(item) if isinstance(item, Locus) else str(item) for item in value]
    if isinstance(value, int):
        return int(value)
    return None if value is None else str(value)


def _place(locus: Locus) -> str:
    """`section:compute-controls, p. 21`; the page alone where nothing else is named."""
    named = f"action:{locus.action}" if locus.action else _section(locus)
    return f"{named}, p. {locus.page}" if named else f"p. {locus.page}"


def _section(locus: Locus) -> str:
    if locus.section is None or locus.section == "introduction":
        return str(locus.section or "")
    return f"{'pillar' if locus.section.startswith('pillar-') else 'section'}:{locus.section}"


def whole(name: str, ko: str, en: str) -> Column:
    return replace(text(name, ko, en), type="integer")


def texts(name: str, ko: str, en: str) -> Column:
    return replace(text(name, ko, en), type="list")


def choice(cls: type, name: str, ko: str, en: str, attr: str = "") -> Column:
    """A column with the values that the field's type allows in its class."""
    allowed = get_args(get_type_hints(cls)[(attr or name).split(".")[-1]])
    return replace(text(name, ko, en, attr), allowed=allowed)


def derived(
    name: str, kind: str, ko: str, en: str, ids: Callable[[Graph, Any], Iterable[str]]
) -> Column:
    """A column with the keys of other rows."""
    return Column(
        name,
        "list",
        both(ko, en),
        lambda graph, record: [f"{kind}:{id}" for id in ids(graph, record)],
    )


def optional(*columns: Column) -> Iterator[Column]:
    """The columns, whose values may be missing."""
    return (replace(column, optional=True) for column in columns)


def languages(
    name: str, ko: str, en: str, value: Callable[[Graph, Any, Lang], Value]
) -> Iterator[Column]:
    """Two columns, Korean and English."""
    for lang in LANGS:
        meaning = both(f"{ko} ({NAMES[lang].ko})", f"{en} ({NAMES[lang].en})")
        yield Column(f"{name}_{lang}", "string", meaning, partial(_in, value, lang))


def _in(value: Callable[[Graph, Any, Lang], Value], lang: Lang, graph: Graph, record: Any) -> Value:
    return value(graph, record, lang)


def in_both(name: str, ko: str, en: str, attr: str = "") -> Iterator[Column]:
    """Two columns of a field that is in both languages."""
    path = (attr or name).split(".")

    def text(_: Graph, record: Any, lang: Lang) -> Value:
        found = _follow(record, path)
        return str(found[lang]) if found else None

    return languages(name, ko, en, text)


def words_of(name: str, ko: str, en: str, attr: str = "") -> Iterator[Column]:
    """Two columns of a list in a unit's pages."""
    found = languages(name, ko, en, lambda _, unit, lang: _plain(getattr(unit[lang].words, attr or name)))  # fmt: skip
    return (replace(column, type="list") for column in found)


def lead_of(name: str, ko: str, en: str) -> Iterator[Column]:
    """Two columns of the first paragraph of a unit's pages."""
    return languages(name, ko, en, lambda graph, unit, lang: lead(graph.library, unit[lang]))


def key(kind: str) -> Column:
    """The column that names a row, first in every table."""
    meaning = both(
        "종류와 id. 다른 표도 이 값으로 가리킨다",
        "kind and id; other tables refer to the row by it",
    )
    return Column("key", "string", meaning, lambda _, record: f"{kind}:{record.id}")


def path(kind: str) -> Column:
    """Where the record is on the site."""
    meaning = both(
        "사이트 주소 아래의 자리(영어는 en/ 아래)",
        "its place below the site's address (English: below en/)",
    )
    return Column("path", "string", meaning, lambda graph, record: _path(graph, kind, record.id))


def _path(graph: Graph, kind: str, id: str) -> str:
    target = graph.library.target(kind, id)
    return urls.address(DEFAULT_LANG, target.name) + (
        f"#{target.fragment}" if target.fragment else ""
    )


def ref(name: str, kind: str, ko: str, en: str) -> Column:
    """A column with the key of another row."""
    column = text(name, ko, en)

    def value(graph: Graph, record: Any) -> Value:
        id = column.value(graph, record)
        return id and f"{kind}:{id}"

    return replace(column, value=value)


def refs(name: str, kind: str, ko: str, en: str) -> Column:
    """A column with the keys of other rows, from a field."""
    return derived(name, kind, ko, en, lambda _, record: _follow(record, [name]))
