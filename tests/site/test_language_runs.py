"""Words in the other language say so, that a screen reader may speak them as what they are.

WCAG 2.2, 3.1.2. Korean on an English page is always marked; English on a Korean page where it is a
phrase, since single borrowed words, names and abbreviations belong to the sentence.
"""

from __future__ import annotations

import re

import pytest

from actionplan.language import Lang

from .crawl import Built

RUN: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"[가-힣]+"),
    "ko": re.compile(r"[A-Za-z]*[a-z]{2}(?:[ ,:’'-]+[A-Za-z]*[a-z]{2,}){2,}"),
}
# Not for reading aloud: what a program reads, and addresses.
SKIPPED = {"script", "style", "code", "kbd", "title"}


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_run_of_the_other_language_is_marked(pages: dict[str, Built], lang: Lang) -> None:
    unmarked = [
        f"{page.address or '/'}: {found[0]}"
        for page in pages.values()
        for text in page.texts
        if text.lang == lang and not SKIPPED.intersection(text.inside)
        and (found := RUN[lang].search(_without_addresses(text.content)))
    ]  # fmt: skip
    assert unmarked == []


def _without_addresses(text: str) -> str:
    return re.sub(r"https?://\S+|[\w./-]+\.(?:ya?ml|md|json|csv|gov|org|com|io)\S*", "", text)
