"""Glossary terms in running text: what is found, what is linked, and how both forms are printed."""

from __future__ import annotations

import re

import pytest

from actionplan.language import Lang, Text
from actionplan.library import Library, Page
from actionplan.mentions import Lexicon, link
from actionplan.outline import Outline
from actionplan.page_records import PageWords


def linked(library: Library, html: str, lang: Lang = "ko") -> str:
    words = PageWords(Text("제목"), Text("00000000"))
    page = Page("docs/x.md", lang, "korea/draft", "impact", "draft", words, None, Outline("", 1))
    return link(html, page, Lexicon(library, lang))


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="\.\./\.\./glossary/([a-z0-9-]+)/" class="term">([^<]*)</a>', html)


@pytest.mark.parametrize(
    ("text", "term", "shown"),
    [
        ("수출통제를 강화한다.", "export-control", "수출통제"),
        ("수출 통제를 강화한다.", "export-control", "수출 통제"),
        ("수출통제에서는 다르다.", "export-control", "수출통제"),
        ("데이터센터가 는다.", "data-center", "데이터센터"),
    ],
)
def test_a_term_is_found_with_a_particle_and_with_or_without_spaces(
    library: Library, text: str, term: str, shown: str
) -> None:
    assert links(linked(library, f"<p>{text}</p>")) == [(term, shown)]


def test_an_english_plural_is_part_of_the_link(library: Library) -> None:
    assert links(linked(library, "<p>Some data centers.</p>", "en")) == [
        ("data-center", "data centers")
    ]


@pytest.mark.parametrize("text", ["수출통제관이 간다.", "반수출통제를 말한다.", "HBM4가 나왔다."])
def test_a_longer_word_is_not_the_term(library: Library, text: str) -> None:
    assert links(linked(library, f"<p>{text}</p>")) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("No Export Control Officer is there.", "en"),
        ("It rests on the Export Control Reform Act.", "en"),
        ("The AI Data Center Special Act passed.", "en"),
        ("AI 데이터센터 특별법이 통과됐다.", "ko"),
    ],
)
def test_a_part_of_a_longer_proper_name_is_not_the_term(
    library: Library, text: str, lang: Lang
) -> None:
    assert links(linked(library, f"<p>{text}</p>", lang)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Export control matters.", "Export control"),
        ("They chair the Entity List Committee.", "Entity List"),
        ("They adopt US export controls. Firms follow.", "export controls"),
    ],
)
def test_a_capital_alone_does_not_make_a_longer_name(
    library: Library, text: str, shown: str
) -> None:
    assert (links(linked(library, f"<p>{text}</p>", "en")) or [("", "")])[0][1] == shown


@pytest.mark.parametrize(
    "html",
    [
        "<h2>수출통제</h2>",
        "<p><a href='x'>수출통제</a></p>",
        "<p><code>수출통제</code></p>",
        "<p><span lang='en'>수출통제</span></p>",
        "<div class='no-term'><p>수출통제</p></div>",
        "<table><tr><td>수출통제</td></tr></table>",
    ],
)
def test_headings_links_code_tables_and_the_other_language_are_left_alone(
    library: Library, html: str
) -> None:
    assert linked(library, html) == html


def test_only_the_first_mention_in_a_section_is_linked(library: Library) -> None:
    html = "<p>수출통제와 수출통제.</p><h2>둘</h2><p>수출통제.</p>"
    assert len(links(linked(library, html))) == 2


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ko", "HBM은 빠르다. HBM은 비싸다.", "고대역폭 메모리(HBM)</a>는 빠르다. HBM은 비싸다."),
        ("ko", "고대역폭 메모리를 쌓는다.", "고대역폭 메모리(HBM)</a>를 쌓는다."),
        ("ko", "고대역폭 메모리(HBM)를 쌓는다.", "고대역폭 메모리</a>(HBM)를 쌓는다."),
        ("en", "The HBM is fast. The HBM is dear.", "high-bandwidth memory (HBM)</a> is fast. The HBM is dear."),
    ],
)  # fmt: skip
def test_the_first_use_prints_both_forms_once_and_the_particle_agrees(
    library: Library, lang: Lang, text: str, expected: str
) -> None:
    assert expected in linked(library, f"<p>{text}</p>", lang)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NIST tests.", "The National Institute"),
        ("It is so. NIST tests.", "It is so. The National Institute"),
        ("Working with NIST, it tests.", "Working with the National Institute"),
        ("In May 2026 NIST tests.", "In May 2026 the National Institute"),
        ("The NIST framework.", "The National Institute"),
        ("Korea's NIST.", "Korea's National Institute"),
        ("No final NIST rule.", "No final National Institute"),
        ("<b>It</b> NIST.", "It National Institute"),
        ("A list: HBM.", "A list: High-bandwidth memory"),
        ("Rules of the NIST.", "Rules of the National Institute"),
    ],
)
def test_a_body_s_full_name_takes_the_article_that_its_abbreviation_does_without(
    library: Library, text: str, expected: str
) -> None:
    read = re.sub(r"<[^>]*>", "", linked(library, f"<p>{text}</p>", "en"))
    assert read.startswith(expected)


def test_markup_is_copied_as_it_stands(library: Library) -> None:
    html = '<p class="x">a &amp; b &#8211; <br><img src="x.png" alt="y"/> <!-- c --> <em>d</em></p>'
    assert linked(library, html, "en") == html
