"""JSON-LD of the pages and llms.txt."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from actionplan.exports.structured import structured
from actionplan.language import LANGS, Text
from actionplan.library import Library
from actionplan.urls import address

from .conftest import ROOT

PROJECT = Path(__file__).resolve().parents[2]


def nodes(library: Library, lang: str, name: str) -> dict[str, dict[str, Any]]:
    """A page's nodes by their type."""
    page = library.pages[lang, name]  # type: ignore[index]
    document = json.loads(structured(library, page, ROOT))
    assert document["@context"] == "https://schema.org"
    return {node["@type"]: node for node in document["@graph"]}


def test_every_page_says_its_address_language_and_last_change(library: Library) -> None:
    for (lang, name), page in library.pages.items():
        node = nodes(library, lang, name)["WebPage"]
        assert node["url"] == ROOT + address(lang, name)
        assert (node["inLanguage"], node["name"]) == (lang, page.title)
        assert node["dateModified"] == library.changed_on(name)


@pytest.mark.parametrize(
    ("name", "trail"),
    [
        ("about", ["", "about/"]),
        ("plan/red-tape", ["", "plan/", "plan/pillar-1/", "plan/red-tape/"]),
        ("glossary/fdpr", ["", "glossary/", "glossary/fdpr/"]),
        ("korea/index", ["", "korea/"]),
    ],
)
def test_breadcrumbs_lead_from_the_home_page(library: Library, name: str, trail: list[str]) -> None:
    entries = nodes(library, "ko", name)["BreadcrumbList"]["itemListElement"]
    assert [entry["item"] for entry in entries] == [ROOT + path for path in trail]
    assert [entry["position"] for entry in entries] == list(range(1, len(trail) + 1))


def test_a_term_belongs_to_the_set_that_lists_it(library: Library) -> None:
    for lang in ("ko", "en"):
        glossary = nodes(library, lang, "glossary/index")["DefinedTermSet"]
        listed = {node["@id"] for node in glossary["hasDefinedTerm"]}
        for id in library.terms:
            term = nodes(library, lang, f"glossary/{id}")["DefinedTerm"]
            assert term["@id"] in listed
            assert term["inDefinedTermSet"] == glossary["@id"]


def test_the_dataset_names_only_files_that_exist(library: Library, files: dict[str, str]) -> None:
    dataset = nodes(library, "en", "data")["Dataset"]
    addresses = {entry["contentUrl"].removeprefix(ROOT) for entry in dataset["distribution"]}
    assert addresses <= set(files)
    assert 50 <= len(dataset["description"]) <= 5000  # what dataset search asks for


def vocabulary_errors(graph: str, folder: Path) -> list[str]:
    """What TypeScript says of JSON-LD by the types of schema-dts, which are made from schema.org."""
    modules = PROJECT / "node_modules"
    file = folder / "pages.ts"
    types = json.dumps(str(modules / "schema-dts"))
    file.write_text(f"import type {{Graph}} from {types};\nexport const pages: Graph[] = [{graph}];\n", encoding="utf-8")  # fmt: skip
    options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler"]  # fmt: skip
    node = Path(sys.executable).with_name("node")
    command = [node, modules / "typescript/bin/tsc", *options, file]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def test_only_schema_org_s_own_words_are_used(library: Library, tmp_path: Path) -> None:
    names = ("index", "glossary/index", "glossary/bis", "data", "plan/red-tape")
    said = ",".join(structured(library, library.pages[lang, name], ROOT) for lang in LANGS for name in names)  # fmt: skip
    assert vocabulary_errors(said, tmp_path) == []
    assert "termCode" in said
    assert vocabulary_errors(said.replace('"termCode"', '"termcode"'), tmp_path) != []


def test_no_title_can_end_the_script_element(library: Library) -> None:
    page = library.pages["ko", "about"]
    words = dataclasses.replace(page.words, title=Text("</script><script>alert(1)"))
    assert "<" not in structured(library, dataclasses.replace(page, words=words), ROOT)


def test_llms_txt_has_one_title_a_summary_and_links_that_exist(
    library: Library, files: dict[str, str]
) -> None:
    text = files["llms.txt"]
    lines = text.splitlines()
    assert [line for line in lines if line.startswith("# ")] == lines[:1]
    assert lines[2].startswith("> ")
    known = {address(lang, name) for lang, name in library.pages} | set(files)
    links = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): \S", text, re.MULTILINE)
    assert {link.removeprefix(ROOT) for link in links} <= known
    assert len(links) == len([line for line in lines if line.startswith("- ")])
