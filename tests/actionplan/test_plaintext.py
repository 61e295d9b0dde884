"""Prose as plain text."""

from __future__ import annotations

import pytest

from actionplan.library import Library
from actionplan.plaintext import first_sentence, lead, plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("말이다. [@plan, p. 21] 또 말이다.", "말이다. 또 말이다."),
        ("[수출통제](../glossary/export-control.md)를 본다.", "수출통제를 본다."),
        ("**굵은** `말`<br>", "굵은 말"),
        ("[제 말](term:fdpr)은 남는다.", "제 말은 남는다."),
        ("[](term:fdpr)을 본다.", "해외직접생산품규칙을 본다."),
        ("축은 [](count:pillars)개다.", "축은 3개다."),
    ],
)
def test_markup_goes_and_names_come(library: Library, markdown: str, text: str) -> None:
    assert plain(library, markdown, "ko") == text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("하나다. 둘이다.", "하나다."),
        ("It follows U.S. law. Then more.", "It follows U.S. law."),
        ("Made under No. 5 of p. 3. Next.", "Made under No. 5 of p. 3."),
        ("값은 1.5이다. 다음.", "값은 1.5이다."),
        ("수출통제는 제도다. 칩도 든다.", "수출통제는 제도다."),
        ("It takes 2.5 months! So what?", "It takes 2.5 months!"),
        ("끝이 없다", "끝이 없다"),
        ("제목뿐인 글", "제목뿐인 글"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_at_a_full_stop_that_is_one(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_no_lead_loses_a_word_to_an_empty_link(library: Library) -> None:
    for page in library.pages.values():
        text = lead(library, page)
        assert "  " not in text, page.path
        assert "[" not in text, page.path
