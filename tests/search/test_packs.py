"""Packs: what the library becomes for search, and the gates before a site is built with them."""

from __future__ import annotations

import json
import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.language import LANGS, Lang
from actionplan.library import Library
from actionplan.search.gates import LANGUAGE_BUDGET, NAMES_BUDGET, faults
from actionplan.search.packs import packs
from actionplan.search.plain import squeeze
from actionplan.search.prose import words
from actionplan.search.site import Search

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text())
PAGE = '<script id="__config">{"search": "../assets/javascripts/workers/search.a7633da7.min.js"}</script>'


def by_url(names: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {entry["url"]: entry for entry in names["entries"]}


@pytest.mark.parametrize(("text", "plain"), VECTORS["squeeze"])
def test_python_squeezes_a_name_as_javascript_does(text: str, plain: str) -> None:
    assert squeeze(text) == plain


@given(st.text())
def test_what_is_squeezed_stays_as_it_is(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)


def test_a_term_has_its_names_in_both_languages(library: Library) -> None:
    fdpr = by_url(packs(library, "ko")[0])["glossary/fdpr/"]
    assert (fdpr["title"], fdpr["other"]) == ("해외직접생산품규칙", "Foreign Direct Product Rule")
    assert {"FDPR", "FDP rule"} <= {*fdpr["names"], *fdpr["hidden"]}


@pytest.mark.parametrize("lang", LANGS)
def test_every_record_that_readers_look_for_is_an_entry(library: Library, lang: Lang) -> None:
    kinds = [entry["kind"] for entry in packs(library, lang)[0]["entries"]]
    for kind in ("term", "section", "action", "impact", "strategy", "event"):
        assert kinds.count(kind) == len(library.by_kind[kind])


@pytest.mark.parametrize("lang", LANGS)
def test_the_tiers_speak_of_the_same_entries(library: Library, lang: Lang) -> None:
    names, texts = packs(library, lang)
    assert len(texts["keywords"]) == len(names["entries"])
    assert len(texts["passages"]) == len(names["entries"])


@pytest.mark.parametrize(
    ("lang", "kind", "asked"), [("ko", "section", "대책"), ("en", "impact", "burden")]
)
def test_pages_of_a_kind_are_found_by_what_readers_add_to_their_subject(
    library: Library, lang: Lang, kind: str, asked: str
) -> None:
    names, texts = packs(library, lang)
    for entry, keywords in zip(names["entries"], texts["keywords"], strict=True):
        assert entry["kind"] != kind or any(asked in keyword for keyword in keywords)


@pytest.mark.parametrize("lang", LANGS)
def test_a_shared_name_leads_to_terms_that_have_it(library: Library, lang: Lang) -> None:
    names, _ = packs(library, lang)
    for shared in names["ambiguous"]:
        for number in shared["of"]:
            entry = names["entries"][number]
            assert shared["name"] in (
                entry["title"],
                entry["other"],
                *entry["names"],
                *entry["hidden"],
            )


def test_keywords_of_the_other_language_are_those_that_readers_ask_by(library: Library) -> None:
    names, texts = packs(library, "ko")
    place = list(by_url(names)).index("glossary/model-weights/")
    taken = set(texts["keywords"][place])
    english = library.terms["model-weights"]["en"].words.keywords
    described = {keyword for keyword in english if re.fullmatch("[a-z]+ [a-z ]+", keyword)}
    assert "ECCN 4E091" in taken
    assert described
    assert not described & taken


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_compared_with_a_typed_word_is_one_as_the_worker_reads_it(
    library: Library, lang: Lang
) -> None:
    names, texts = packs(library, lang)
    compared = [*names["asides"], *chain.from_iterable(texts["synonyms"])]
    assert [word for word in compared if not re.fullmatch("[가-힣]+|[a-z]+", word)] == []


def test_texts_hold_no_markdown(library: Library) -> None:
    for passage in chain.from_iterable(packs(library, "ko")[1]["passages"]):
        assert not [sign for sign in ("](", "<!--", "[@", "**") if sign in passage]


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("[수출통제](../glossary/export-control.md)를 본다. [@plan, p. 21]", "수출통제를 본다."),
        ("[](term:fdpr)을 든다.", "해외직접생산품규칙을 든다."),
        ("[](term:no-such-term)은 없다.", "은 없다."),
        ("- 첫째\n- **둘째**\n\n| 가 | 나 |\n| --- | --- |", "첫째 둘째 가 나"),
        ("<!-- view: actions -->\n1. 하나", "하나"),
    ],
)
def test_words_are_what_a_reader_sees(library: Library, markdown: str, plain: str) -> None:
    assert words(library, "ko", markdown) == plain


def test_the_content_passes_the_gates(library: Library) -> None:
    assert Search.of(library).files.keys() == {
        f"search/{lang}.{tier}.json" for lang in LANGS for tier in "tx"
    }


def pack(*terms: tuple[str, str], ambiguous: tuple[str, ...] = ()) -> dict[str, Any]:
    """Names of terms by address."""
    entries = [{"kind": "term", "url": url, "title": name, "other": "", "names": [], "hidden": []} for url, name in terms]  # fmt: skip
    for entry in entries:
        entry["other"] = f"Other {entry['url']}"
    return {
        "lang": "ko",
        "entries": entries,
        "ambiguous": [{"name": n, "of": [0, 1]} for n in ambiguous],
    }


@pytest.mark.parametrize(
    ("names", "sizes", "fault"),
    [
        (pack(("a/", "반도체법"), ("b/", "반도체 법")), (0, 0), "'반도체법' names a/, b/"),
        (pack(("a/", "?!")), (0, 0), "neither letter nor digit"),
        (pack(), (NAMES_BUDGET + 1, 0), "the names in ko take"),
        (pack(), (0, LANGUAGE_BUDGET + 1), "drop keywords"),
    ],
)
def test_a_gate_closes(names: dict[str, Any], sizes: tuple[int, int], fault: str) -> None:
    assert [line for line in faults(names, sizes) if fault in line]


def test_a_name_that_is_declared_ambiguous_passes() -> None:
    names = pack(("a/", "반도체법"), ("b/", "반도체 법"), ambiguous=("반도체법",))
    assert list(faults(names, (0, 0))) == []


def test_a_page_is_pointed_to_the_worker_of_its_language(library: Library) -> None:
    search = Search.of(library)
    pointed = search.point(PAGE, "en")
    assert f'"../assets/javascripts/search/main.js?lang=en&v={search.version}"' in pointed


@pytest.mark.parametrize("html", ["<p>no search</p>", PAGE * 2])
def test_a_page_without_one_address_to_replace_stops_the_build(library: Library, html: str) -> None:
    with pytest.raises(ValueError, match="Material's worker"):
        Search.of(library).point(html, "ko")
