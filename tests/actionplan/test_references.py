"""Typed links and citations in prose."""

from __future__ import annotations

import re

import pytest

from actionplan.dates import written_date
from actionplan.language import Lang, Text
from actionplan.library import Library, Page
from actionplan.outline import Outline
from actionplan.page_records import PageWords
from actionplan.references import Numbering, listing, resolve


def page(body: str, lang: Lang = "ko", name: str = "korea/draft") -> Page:
    words = PageWords(Text("제목"), Text("00000000"))
    return Page(
        f"docs/{lang}/{name}.md", lang, name, "impact", "draft", words, None, Outline(body, 1)
    )


def resolved(library: Library, body: str, lang: Lang = "ko") -> str:
    return resolve(library, page(body, lang), Numbering())


@pytest.mark.parametrize(
    ("written", "lang", "expected"),
    [
        ("[](action:3.1.1)", "ko", "[풀스택 AI 수출 패키지 프로그램](../plan/ai-exports.md#a-3-1-1)"),
        ("[](action:3.1.1)", "en", "[Full-stack AI export packages](../plan/ai-exports.md#a-3-1-1)"),
        ("[이 조치](action:3.1.1)", "ko", "[이 조치](../plan/ai-exports.md#a-3-1-1)"),
        ("[](section:ai-exports)", "en", "[Export American AI to Allies and Partners](../plan/ai-exports.md)"),
        ("[](event:us-eo-14179)", "en", "[Executive Order 14179 sets the course for the plan](../timeline.md#us-eo-14179)"),
        ("[](source:eo-14320)", "en", None),
        ("[](count:actions)", "ko", "103"),
        ("`[](action:3.1.1)`", "ko", "`[](action:3.1.1)`"),
        ("[글](https://example.org/a_(b))", "ko", "[글](https://example.org/a_(b))"),
    ],
)  # fmt: skip
def test_a_typed_link_becomes_a_link_to_the_record(
    library: Library, written: str, lang: Lang, expected: str | None
) -> None:
    result = resolved(library, written, lang)
    if expected is None:
        assert result.endswith("](../sources.md#eo-14320)")
    else:
        assert result == expected


def test_citations_are_numbered_in_the_order_of_their_first_use(library: Library) -> None:
    body = "하나다. [@plan, p. 21]\n\n둘이다. [@eo-14320; @plan, p. 21]\n\n셋이다. [@plan, p. 22]"
    numbering = Numbering()
    text = resolve(library, page(body), numbering)
    assert [int(n) for n in re.findall(r">(\d+)</a>", text)] == [1, 2, 1, 3]
    assert "하나다.<sup" in text


def test_the_reference_to_a_page_of_the_plan_opens_the_official_pdf_at_page_plus_three(
    library: Library,
) -> None:
    numbering, cited = Numbering(), page("말이다. [@plan, p. 21]")
    resolve(library, cited, numbering)
    html = listing(library, cited, numbering)
    assert library.document.url + "#page=24" in html
    assert "21쪽" in html
    assert 'href="../../sources/#plan"' in html


@pytest.mark.parametrize(
    ("citation", "lang", "expected"),
    [
        ("@plan, pp. 14-15", "ko", "14~15쪽"),
        ("@plan, pp. 14-15", "en", "pp. 14–15"),
        ("@plan, pp. 1, 21-22", "en", "pp. 1, 21–22"),
        ("@plan, p. 3", "en", "p. 3"),
    ],
)
def test_pages_are_written_as_the_language_writes_them(
    library: Library, citation: str, lang: Lang, expected: str
) -> None:
    numbering, cited = Numbering(), page(f"x. [{citation}]", lang)
    resolve(library, cited, numbering)
    assert f", {expected} ·" in listing(library, cited, numbering)


@pytest.mark.parametrize(
    ("date", "ko", "en"),
    [
        ("2025-07-23", "2025년 7월 23일", "July 23, 2025"),
        ("2026-06", "2026년 6월", "June 2026"),
        ("2025", "2025년", "2025"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(date: str, ko: str, en: str) -> None:
    assert (written_date(date, "ko"), written_date(date, "en")) == (ko, en)
