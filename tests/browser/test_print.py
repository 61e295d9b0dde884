"""What a page becomes on paper: Chromium's PDF of it, read back as a reader or a search would."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from actionplan.language import Lang
from actionplan.library import Library
from actionplan.urls import address
from tests.conftest import Served

A4 = (595, 842)
SECTION, IMPACT = "plan/allied-alignment", "korea/hbm-memory-supply"
# Words of controls that mean nothing on paper.
CHROME = re.compile(
    r"나란히 보기|Show beside|인용하기|이 페이지의 내용|On this page|메뉴 열기|용어와 권고 조치 검색|"
    r"이 페이지 고치기|Edit this page|오류 알리기|단축키|shortcuts|CSL-JSON"
)


def printed(page: Page, served: Served, lang: Lang, name: str) -> PdfReader:
    """A page on A4, printed from a dark screen without backgrounds, as printers do by default."""
    page.emulate_media(color_scheme="dark")
    page.goto(served.url + address(lang, name))
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(pdf: PdfReader) -> str:
    """All text on one line; ligatures apart, and addresses whole again."""
    text = "".join(sheet.extract_text() + "\n" for sheet in pdf.pages)
    return text.replace("ﬁ", "fi").replace("ﬀ", "ff").replace("ﬂ", "fl").replace("\n", "")


@pytest.mark.parametrize(
    ("lang", "name", "sheets"),
    [
        ("ko", SECTION, 6), ("en", SECTION, 7), ("ko", IMPACT, 6), ("en", IMPACT, 6),
        ("ko", "glossary/index", 26), ("ko", "plan/booklet", 24), ("en", "plan/booklet", 26),
    ],
)  # fmt: skip
def test_a_page_fills_its_sheets_of_a4_without_controls(
    page: Page, served: Served, lang: Lang, name: str, sheets: int
) -> None:
    pdf = printed(page, served, lang, name)
    assert {tuple(round(side) for side in sheet.mediabox[2:]) for sheet in pdf.pages} == {A4}
    assert len(pdf.pages) <= sheets
    # Every sheet but the last holds text: no card or table leaves a page nearly empty.
    assert min(len(sheet.extract_text()) for sheet in pdf.pages[:-1]) > 300
    assert CHROME.findall(text_of(pdf)) == []


def test_the_korean_of_a_section_can_be_read_back_from_the_pdf(
    page: Page, served: Served, library: Library
) -> None:
    text = re.sub(r"\s", "", text_of(printed(page, served, "ko", SECTION)))
    for action in library.actions_of("allied-alignment"):
        assert re.sub(r"\s", "", f"{action.id} {action.title.ko}") in text
        assert re.sub(r"\s", "", action.summary.ko[-16:]) in text


def test_every_source_is_printed_with_its_address_and_every_citation_with_its_page(
    page: Page, served: Served
) -> None:
    text = text_of(printed(page, served, "en", IMPACT))
    links = page.eval_on_selector_all(".references li > a:not(.source-record)", "all => all.map(a => a.href)")  # fmt: skip
    assert len(links) > 10
    assert [link for link in links if f"<{link}>" not in text] == []
    assert re.search(r"AI-Action-Plan\.pdf#page=17>, July 23, 2025, p\. 14", text)
    assert served.url not in text
    assert "/en/korea/hbm-memory-supply/" in text


def test_the_booklet_and_the_glossary_print_whole(
    page: Page, served: Served, library: Library
) -> None:
    booklet = text_of(printed(page, served, "en", "plan/booklet"))
    assert [id for id in library.actions if id not in booklet] == []
    glossary = re.sub(r"\s", "", text_of(printed(page, served, "ko", "glossary/index")))
    titles = [re.sub(r"\s", "", term.title.ko) for term in library.terms.values()]
    assert [title for title in titles if title not in glossary] == []


def test_side_by_side_prints_both_languages(page: Page, served: Served, tmp_path: Path) -> None:
    page.goto(served.url + address("ko", SECTION) + "?side=1")
    page.locator("article .pair").first.wait_for()
    file = tmp_path / "both.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    text = text_of(PdfReader(file))
    assert "보호 조치의 국제적 정합성 확보" in text
    assert "Align Protection Measures Globally" in text
    assert "Background" in text
