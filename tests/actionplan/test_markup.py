"""Runs in the other language are marked, in both directions, and nothing else is."""

from __future__ import annotations

import re

import pytest

from actionplan.language import Lang, other
from actionplan.markup import marked


@pytest.mark.parametrize(
    ("page", "text", "runs"),
    [
        ("ko", "‘Guardians of Forensic Evidence’를 언급한다", ["Guardians of Forensic Evidence"]),
        ("ko", "Revenue Act of 1978, 26 U.S.C. 제1조", ["Revenue Act of 1978, 26 U.S.C"]),
        ("ko", "수정 청정수법(Clean Water Act)의 허가", ["Clean Water Act"]),
        ("ko", "NIST AI RMF와 HBM, CC BY 4.0, ISO/IEC 42001", []),
        ("ko", "엔비디아(Nvidia)는 Blackwell을 판다", []),
        ("en", "the AI Basic Act (인공지능기본법), in force", ["인공지능기본법"]),
        ("en", "월간 통상, October 2025", ["월간 통상"]),
        ("en", "2026년 6월 한미 합의", ["2026년 6월 한미 합의"]),
        ("en", "the act (기본법, 제31조)", ["기본법", "제31조"]),
        ("en", "No other language here", []),
    ],
)
def test_runs_of_the_other_language_are_marked(page: Lang, text: str, runs: list[str]) -> None:
    html = marked(text, page)
    assert re.findall(rf'<span lang="{other(page)}">(.*?)</span>', html) == runs
    assert re.sub("<[^>]*>", "", html) == text


def test_text_is_escaped_inside_and_outside_of_a_run() -> None:
    assert marked("<Act & Rule of Law> & “가”", "ko") == (
        "&lt;<span lang=\"en\">Act &amp; Rule of Law</span>&gt; &amp; “가”"
    )  # fmt: skip
