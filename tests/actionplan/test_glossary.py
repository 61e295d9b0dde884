"""The glossary's index: the tab under which a title stands."""

from __future__ import annotations

import pytest

from actionplan.views.glossary import first_letter


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
