"""Particles agree with the word before them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.korean import PAIRS, final_consonant, particle, with_particle


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("수출통제", "을", "수출통제를"),
        ("규칙", "을", "규칙을"),
        ("서울", "으로", "서울로"),
        ("규칙", "으로", "규칙으로"),
        ("정부", "으로", "정부로"),
        ("HBM", "은", "HBM은"),
        ("NSF", "은", "NSF는"),
        ("3.1.1", "이", "3.1.1이"),
        ("14320", "을", "14320을"),
        ("5", "이", "5가"),
        ("해외직접생산품규칙(FDPR)", "은", "해외직접생산품규칙(FDPR)은"),
        ("상호인정협정(MRA)", "을", "상호인정협정(MRA)을"),
        ("고대역폭 메모리(HBM)", "을", "고대역폭 메모리(HBM)를"),
        ("‘hbm’", "이", "‘hbm’이"),
        ("", "이", "가"),
    ],
)
def test_the_particle_agrees_with_how_the_word_is_read(word: str, pair: str, expected: str) -> None:
    assert with_particle(word, pair) == expected


@given(st.text(), st.sampled_from(sorted(PAIRS)))
def test_any_word_gets_one_of_the_two_forms(word: str, pair: str) -> None:
    assert particle(word, pair) in PAIRS[pair]


@given(st.integers(0xAC00, 0xD7A3))
def test_a_syllable_has_a_final_consonant_exactly_if_its_decomposition_has_three_letters(
    code: int,
) -> None:
    letters = unicodedata.normalize("NFD", chr(code))
    assert (final_consonant(chr(code)) > 0) == (len(letters) == 3)
