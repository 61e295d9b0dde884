"""The open data: JSON against its schema, CSV against JSON, and both against the records."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from typing import Any

import jsonschema
import pytest

from actionplan.datasets import DATASETS, SCHEMA_VERSION, Dataset
from actionplan.datasets.tables import SECTIONS
from actionplan.exports.tables import as_csv
from actionplan.graph import Graph, strategies_of_impact
from actionplan.urls import address

from .conftest import ROOT

each_dataset = pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.id)


def document(files: dict[str, str], name: str) -> Any:
    return json.loads(files[f"data/{name}"])


def table(files: dict[str, str], dataset: Dataset) -> list[dict[str, str]]:
    text = files[f"data/{dataset.id}.csv"].removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@each_dataset
def test_the_json_is_valid_by_its_schema(files: dict[str, str], dataset: Dataset) -> None:
    schema = document(files, f"schema/{dataset.id}.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(document(files, f"{dataset.id}.json"))


@each_dataset
def test_the_schema_refuses_an_unknown_column(files: dict[str, str], dataset: Dataset) -> None:
    schema = document(files, f"schema/{dataset.id}.json")
    changed = document(files, f"{dataset.id}.json")
    changed["records"][0]["unknown"] = "x"
    assert not jsonschema.Draft202012Validator(schema).is_valid(changed)


@each_dataset
def test_csv_and_json_say_the_same(files: dict[str, str], dataset: Dataset) -> None:
    def cell(value: Any) -> str:
        return "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)

    records = document(files, f"{dataset.id}.json")["records"]
    assert table(files, dataset) == [
        {name: cell(value) for name, value in record.items()} for record in records
    ]


@each_dataset
def test_a_spreadsheet_program_reads_the_csv_as_it_is(
    files: dict[str, str], dataset: Dataset
) -> None:
    text = files[f"data/{dataset.id}.csv"]
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    cells = [cell for row in table(files, dataset) for cell in row.values()]
    assert [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)] == []  # formulas
    assert [cell for cell in cells if "\n" in cell] == []
    assert [cell for cell in cells if re.fullmatch(r"\d+\.\d+\.\d+", cell)] == []  # dates to them


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"), ("+82 2", "'+82 2"), ("-5 %", "'-5 %"), ("@home", "'@home"), ("\t=1", "'\t=1"),
        ('a "b", c', 'a "b", c'), ("한 줄\n두 줄", "한 줄\n두 줄"), ("1-2=3", "1-2=3"),
    ],
)  # fmt: skip
def test_no_text_is_a_formula_in_the_csv_and_every_other_is_kept(title: str, cell: str) -> None:
    row = {column.name: "" for column in SECTIONS.columns} | {"title_ko": title, "page": 7}
    text = as_csv(SECTIONS, [row]).removeprefix("\ufeff")
    (read,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (read["title_ko"], read["page"]) == (cell, "7")


@each_dataset
def test_no_value_of_a_list_holds_the_separator(files: dict[str, str], dataset: Dataset) -> None:
    for record in document(files, f"{dataset.id}.json")["records"]:
        for value in record.values():
            assert not isinstance(value, list) or all(";" not in item for item in value)


@each_dataset
def test_keys_are_unique_and_no_text_is_empty(files: dict[str, str], dataset: Dataset) -> None:
    records = document(files, f"{dataset.id}.json")["records"]
    keys = [record["key"] for record in records]
    assert len(set(keys)) == len(keys) > 0
    assert all(key.startswith(f"{dataset.kind}:") for key in keys)
    assert [r["key"] for r in records if "" in r.values()] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("actions", "action"), ("sections", "section"), ("impacts", "impact"),
        ("strategies", "strategy"), ("events", "event"), ("sources", "source"),
        ("terms", "term"), ("claims", "claim"),
    ],
)  # fmt: skip
def test_every_record_is_in_its_table(
    graph: Graph, files: dict[str, str], name: str, kind: str
) -> None:
    records = document(files, f"{name}.json")["records"]
    assert [row["key"] for row in records] == [f"{kind}:{id}" for id in graph.library.by_kind[kind]]


def test_an_action_s_row_is_its_record(graph: Graph, files: dict[str, str]) -> None:
    for row in document(files, "actions.json")["records"]:
        action = graph.library.actions[row["key"].removeprefix("action:")]
        assert (row["page"], row["pillar"]) == (action.page, f"pillar:{action.pillar}")
        assert (row["title_ko"], row["summary_en"]) == (action.title.ko, action.summary.en)
        assert row["lead"] == list(action.lead)
        assert row["relevance"] == action.korea.relevance


def test_a_term_s_row_is_its_page(graph: Graph, files: dict[str, str]) -> None:
    for row in document(files, "terms.json")["records"]:
        term = graph.library.terms[row["key"].removeprefix("term:")]
        assert (row["kind"], row["category"]) == (term.facts.kind, term.facts.category)
        assert row["aliases_en"] == list(term.en.words.aliases)
        assert row["definition_ko"]


def test_the_trace_has_every_way_from_an_action_to_a_strategy(
    graph: Graph, files: dict[str, str]
) -> None:
    ways = {
        (f"action:{action}", f"impact:{impact.id}", f"strategy:{strategy}")
        for impact in graph.library.impacts.values()
        for action in impact.facts.actions
        for strategy in strategies_of_impact(graph, impact.id)
    }
    rows = document(files, "trace.json")["records"]
    assert {(row["action"], row["impact"], row["strategy"]) for row in rows} == ways


KEY = re.compile(r"(action|section|pillar|impact|strategy|event|source|term|claim):([\w.-]+)")


@each_dataset
def test_every_reference_is_the_key_of_a_record(
    graph: Graph, files: dict[str, str], dataset: Dataset
) -> None:
    for record in document(files, f"{dataset.id}.json")["records"]:
        values = [v for value in record.values() for v in (value if isinstance(value, list) else [value])]  # fmt: skip
        for found in filter(None, (KEY.match(str(value)) for value in values)):
            kind, id = found.groups()
            assert id in graph.library.by_kind[kind] or dataset.id == "trace"


@each_dataset
def test_every_path_is_a_page_of_the_site(
    graph: Graph, files: dict[str, str], dataset: Dataset
) -> None:
    pages = {address(lang, name) for lang, name in graph.library.pages}
    for record in document(files, f"{dataset.id}.json")["records"]:
        assert record.get("path", "").partition("#")[0] in pages


def test_the_catalog_lists_every_file_with_the_number_of_records(files: dict[str, str]) -> None:
    catalog = document(files, "index.json")
    assert catalog["schema_version"] == SCHEMA_VERSION
    for entry in catalog["datasets"]:
        assert {f"data/{name}" for name in entry["files"]} <= set(files)
        assert entry["records"] == len(document(files, f"{entry['dataset']}.json")["records"])


def test_the_checksums_are_those_of_the_files(files: dict[str, str]) -> None:
    listed = dict(reversed(line.split("  ")) for line in files["data/SHA256SUMS"].splitlines())
    made = {path.removeprefix("data/"): text for path, text in files.items() if path.startswith("data/")}  # fmt: skip
    assert set(listed) == set(made) - {"SHA256SUMS"}
    for name, digest in listed.items():
        assert hashlib.sha256(made[name].encode()).hexdigest() == digest


def test_a_file_names_its_schema_by_the_site_s_address(files: dict[str, str]) -> None:
    assert document(files, "terms.json")["$schema"] == f"{ROOT}data/schema/terms.json"
    assert document(files, "schema/terms.json")["$id"] == f"{ROOT}data/schema/terms.json"
