"""The open data as files: JSON, CSV and JSON Schema for each table, a catalog, and checksums.

JSON and CSV have the same columns. CSV follows RFC 4180 in UTF-8 with a byte order mark, without which
spreadsheet programs read Korean as another encoding; a list's values are joined with `; `, and a text that
such a program would run as a formula begins with an apostrophe. Schemas are of JSON Schema 2020-12. It must
not know where the files are written.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import Any

from ..datasets import DATASETS, SCHEMA_VERSION, Column, Dataset, Value
from ..graph import Graph

LICENCE = "CC-BY-4.0"
SCHEMA = "https://json-schema.org/draft/2020-12/schema"
SEPARATOR = "; "
BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula (OWASP, CSV injection)."""


def files(graph: Graph, root: str) -> dict[str, str]:
    """Every file of /data/ by its name there. `root` is the site's address, with a slash at its end."""
    made: dict[str, str] = {}
    for dataset in DATASETS:
        table = dataset.table(graph)
        made[f"{dataset.id}.json"] = _document(graph, dataset, table, root)
        made[f"{dataset.id}.csv"] = as_csv(dataset, table)
        made[f"schema/{dataset.id}.json"] = _json(schema(dataset, root))
    made["index.json"] = _json(_catalog(graph, root))
    return made


def _document(graph: Graph, dataset: Dataset, table: list[dict[str, Value]], root: str) -> str:
    head = _head(graph, root) | {
        "$schema": f"{root}data/schema/{dataset.id}.json",
        "dataset": dataset.id,
        "title": {"ko": dataset.title.ko, "en": dataset.title.en},
    }
    return _json(head | {"records": table})


def _head(graph: Graph, root: str) -> dict[str, Any]:
    """What every file says of itself."""
    return {
        "schema_version": SCHEMA_VERSION,
        "licence": LICENCE,
        "site": root,
        "as_of": str(graph.library.document.as_of),
        "changed": str(next(iter(graph.library.changes.values())).date),
    }


def _catalog(graph: Graph, root: str) -> dict[str, Any]:
    tables = [
        {
            "dataset": dataset.id,
            "title": {"ko": dataset.title.ko, "en": dataset.title.en},
            "records": len(list(dataset.rows(graph))),
            "files": [f"{dataset.id}.json", f"{dataset.id}.csv", f"schema/{dataset.id}.json"],
        }
        for dataset in DATASETS
    ]
    return _head(graph, root) | {"datasets": tables}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_csv(dataset: Dataset, table: list[dict[str, Value]]) -> str:
    """A table as CSV with its header."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in dataset.columns])
    writer.writerows([_cell(value) for value in row.values()] for row in table)
    return BOM + out.getvalue()


def _cell(value: Value) -> str | int:
    if isinstance(value, int):
        return value
    text = SEPARATOR.join(value) if isinstance(value, list) else value or ""
    return f"'{text}" if text.startswith(FORMULA) else text


def schema(dataset: Dataset, root: str) -> dict[str, Any]:
    """JSON Schema of a table's JSON file."""
    properties = {column.name: _property(column) for column in dataset.columns}
    record = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    texts = ("schema_version", "licence", "site", "as_of", "changed", "$schema", "dataset")
    fields = {name: {"type": "string"} for name in texts}
    return {
        "$schema": SCHEMA,
        "$id": f"{root}data/schema/{dataset.id}.json",
        "title": dataset.title.en,
        "type": "object",
        "properties": fields
        | {"dataset": {"const": dataset.id}, "schema_version": {"const": SCHEMA_VERSION}}
        | {"title": {"type": "object"}, "records": {"type": "array", "items": record}},
        "required": [*texts, "title", "records"],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    """JSON Schema of a column."""
    described = {"description": f"{column.meaning.en} / {column.meaning.ko}"}
    if column.type == "list":
        return described | {"type": "array", "items": {"type": "string"}}
    if column.allowed:
        return described | {"enum": list(column.allowed)}
    return described | {"type": [column.type, "null"] if column.optional else column.type}


def checksums(texts: dict[str, str]) -> str:
    """Lines as `sha256sum --check` reads them, of texts in UTF-8."""
    lines = [
        f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n"
        for name, text in sorted(texts.items())
    ]
    return "".join(lines)
