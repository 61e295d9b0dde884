"""The issue forms: both languages ask for the same, and the term form offers what the schema allows."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from actionplan.language import Lang
from actionplan.library import Library
from actionplan.page_records import TermFacts
from actionplan.schema import hints
from actionplan.urls import PAGES_OF_DATA, address, source_path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
KINDS = sorted({path.name.split(".")[0] for path in FOLDER.glob("[1-9]-*.yml")})
SEARCH_ONLY = {"plan_describes"}
"""Fields of a term that an editor adds; a proposer need not know them."""


def form(kind: str, lang: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / f"{kind}.{lang}.yml").read_text("utf-8"))
    return found


def fields(kind: str, lang: str) -> list[dict[str, Any]]:
    return [field for field in form(kind, lang)["body"] if field["type"] != "markdown"]


def offered(field: dict[str, Any]) -> list[str]:
    """The ids of a drop-down's options."""
    return [option.split(" — ")[0] for option in field["attributes"].get("options", [])]


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-issue-forms", "ISSUE_TEMPLATE/[1-9]-*.yml"),
        ("github-issue-config", "ISSUE_TEMPLATE/config.yml"),
        ("github-workflows", "workflows/*.yml"),
        ("dependabot", "dependabot.yml"),
        ("citation-file-format", "../CITATION.cff"),
    ],
)
def test_what_github_reads_is_valid_by_the_published_schema(schema: str, pattern: str) -> None:
    tool = Path(sys.executable).with_name("check-jsonschema")
    files = sorted((ROOT / ".github").glob(pattern))
    assert files
    command = [tool, "--builtin-schema", f"vendor.{schema}", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_four_forms() -> None:
    assert KINDS == ["1-fact", "2-term", "3-translation", "4-bug"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_asks_for_the_same_in_both_languages(kind: str) -> None:
    def shape(lang: str) -> list[tuple[Any, ...]]:
        return [(f["id"], f["type"], f.get("validations"), offered(f)) for f in fields(kind, lang)]

    assert shape("ko") == shape("en")
    assert form(kind, "ko")["labels"] == form(kind, "en")["labels"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_form_has_what_github_requires(kind: str, lang: str) -> None:
    assert {"name", "description", "body"} <= set(form(kind, lang))
    labels = [field["attributes"]["label"] for field in fields(kind, lang)]
    assert len(set(labels)) == len(labels)
    for field in fields(kind, lang):
        assert field["type"] in {"input", "textarea", "dropdown"}
        assert set(field) <= {"type", "id", "attributes", "validations"}


def test_the_term_form_has_the_fields_of_the_schema() -> None:
    ids = {field["id"] for field in fields("2-term", "ko")}
    assert set(hints(TermFacts)) - SEARCH_ONLY <= ids


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_term_form_offers_every_kind_and_category_by_its_name(
    library: Library, lang: str
) -> None:
    by_id = {field["id"]: field["attributes"].get("options") for field in fields("2-term", lang)}
    for field, records in (("kind", library.term_kinds), ("category", library.categories)):
        names = [f"{id} — {record.name.ko if lang == 'ko' else record.name.en}" for id, record in records.items()]  # fmt: skip
        assert by_id[field] == names


def test_code_owners_name_paths_that_exist() -> None:
    for line in (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines():
        pattern, _, owners = line.partition(" ")
        if pattern.startswith("/"):
            assert list(ROOT.glob(pattern.strip("/"))), pattern
            assert all(owner.startswith("@") for owner in owners.split())


def test_the_citation_file_says_when_the_site_opened(library: Library) -> None:
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert str(cff["date-released"]) == list(library.changes.values())[-1].date
    assert {"cff-version", "message", "title", "authors"} <= set(cff)


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_page_leads_to_the_files_that_make_it(
    site: Path, library: Library, lang: Lang
) -> None:
    root = "https://github.com/owner/ai-action-plan-korea/edit/main/"
    shown = set()
    for code, name in library.pages:
        if code == lang:
            html = (site / address(lang, name) / "index.html").read_text("utf-8")
            files = set(re.findall(rf'href="{root}([^"]*)"', html))
            assert source_path(lang, name) in files
            shown |= files - {source_path(lang, name)}
    records = {f"data/actions/{id}.yml" for id in library.sections} | set(PAGES_OF_DATA)
    assert shown == records
    assert [path for path in shown if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_page_leads_to_the_form_in_its_language_with_its_address_filled_in(
    site: Path, library: Library, lang: Lang
) -> None:
    root = "https://owner.github.io/ai-action-plan-korea/"
    assert any(field["id"] == "page" for field in fields("1-fact", lang))
    for code, name in library.pages:
        if code == lang:
            html = (site / address(lang, name) / "index.html").read_text("utf-8")
            found = re.search(r'href="([^"]*/issues/new[?]template=[^"]*)"', html)
            assert found, name
            query = parse_qs(urlsplit(unescape(found[1])).query)
            assert query == {
                "template": [f"1-fact.{lang}.yml"],
                "page": [root + address(lang, name)],
            }
