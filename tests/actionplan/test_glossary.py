"""The glossary's index: tabs, their order, and the plain words of a definition."""

from __future__ import annotations

import pytest

from actionplan.views.glossary import first_letter, plain
from actionplan.views.korea import first_sentence


@pytest.mark.parametrize(
    ("title", "tab"),
    [
        ("가중치", "가"),
        ("까다로운 말", "가"),
        ("데이터센터", "다"),
        ("힣", "하"),
        ("AI 동맹", "A"),
        ("éclair", "E"),
        ("2차 관세", "0–9"),
    ],
)
def test_a_title_stands_under_its_plain_initial(title: str, tab: str) -> None:
    assert first_letter(title) == tab


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("정의다. 설명이다.", "정의다."),
        ("It follows U.S. law. Then more.", "It follows U.S. law."),
        ("Made under No. 5 of p. 3. Next.", "Made under No. 5 of p. 3."),
        ("한 문장뿐", "한 문장뿐"),
        ("버전 2.5를 쓴다. 끝.", "버전 2.5를 쓴다."),
    ],
)
def test_the_first_sentence_ends_at_the_full_stop_of_a_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_definition_in_plain_words_has_no_markup() -> None:
    assert plain("[말](x.md)의 `뜻`이다. [@plan, p. 3]") == "말의 뜻이다."
