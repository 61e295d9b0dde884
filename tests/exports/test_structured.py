"""JSON-LD of the pages and llms.txt."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest

from actionplan.exports.structured import structured
from actionplan.language import Text
from actionplan.library import Library
from actionplan.urls import address

from .conftest import ROOT


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
