"""Korean letters: syllables, final consonants, and the particles that agree with them.

Pure functions over strings, with no knowledge of the site. The arithmetic of syllables is that of the
Unicode Standard, section 3.12 (Conjoining Jamo Behavior).
"""

from __future__ import annotations

import re

FIRST_SYLLABLE = 0xAC00
LAST_SYLLABLE = 0xD7A3
FINALS = 28
FINAL_RIEUL = 8

# Pairs of particles: after a final consonant, after a vowel. 로 also follows ㄹ.
PAIRS = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "과": ("과", "와"),
    "으로": ("으로", "로"),
    "이나": ("이나", "나"),
    "이다": ("이다", "다"),
    "이라": ("이라", "라"),
    "이며": ("이며", "며"),
    "이고": ("이고", "고"),
    "이란": ("이란", "란"),
}

# How the last letter or digit of a word in Latin script is read in Korean: with a final consonant?
# L, M, N, R and the digits 0 1 3 6 7 8 are read with one (엘, 엠, 엔, 알; 영, 일, 삼, 육, 칠, 팔).
_LATIN_FINAL = {"l": 8, "m": 16, "n": 4, "r": 8, "0": 21, "1": 8, "3": 16, "6": 1, "7": 8, "8": 8}

_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_LETTER = re.compile(r"[0-9A-Za-z\uac00-\ud7a3]")


def has_hangul(text: str) -> bool:
    """Whether a Hangul syllable occurs in the text."""
    return _HANGUL.search(text) is not None


def final_consonant(word: str) -> int:
    """Index of the final consonant with which the word is read aloud, 0 for none (Unicode 3.12)."""
    letters = _LETTER.findall(re.sub(r"\([^)]*\)$", "", word))
    if not letters:
        return 0
    last = letters[-1]
    if _HANGUL.match(last):
        return (ord(last) - FIRST_SYLLABLE) % FINALS
    return _LATIN_FINAL.get(last.lower(), 0)


def particle(word: str, pair: str) -> str:
    """The form of a particle that follows the word: `particle("HBM", "은")` is `은`.

    A parenthetical at the end of the word does not count: the particle agrees with what precedes it.
    `pair` is a key of PAIRS (the form after a consonant). Raises KeyError for any other.
    """
    final = final_consonant(word)
    after_consonant, after_vowel = PAIRS[pair]
    if pair == "으로" and final == FINAL_RIEUL:
        return after_vowel
    return after_consonant if final else after_vowel


def with_particle(word: str, pair: str) -> str:
    """The word with the particle that agrees with it: `with_particle("규칙", "을")` is `규칙을`."""
    return word + particle(word, pair)


# Particles and endings that may follow a noun without a space; used to end a term in running text.
# Source: 국립국어원 표준국어대사전, 조사; combinations as they occur in the site's texts.
_ENDINGS = (
    "은 는 이 가 을 를 의 에 에는 에도 에서 에서는 에서도 에서의 에게 에게는 에게서 께 "
    "와 과 와는 과는 와도 과도 와의 과의 로 으로 로는 으로는 로도 으로도 로의 으로의 로서 으로서 로써 으로써 "
    "로부터 으로부터 부터 까지 까지의 까지는 까지도 도 만 만은 만이 만의 만을 보다 보다는 처럼 마다 조차 마저 밖에 "
    "이나 나 이란 란 이라는 라는 이라고 라고 이라면 라면 이라도 라도 이든 든 이며 며 이고 고 하고 "
    "이다 다 이었다 였다 이었던 였던 이라 라 인 인지 임 이지만 지만 이므로 므로 이어서 여서 이자 자 일 "
    "에만 에까지 에서만 에서부터 에는 에의 들 들은 들이 들을 들의 들에 들과 들도 등 등의 등을 등은 등이"
)
ENDINGS: frozenset[str] = frozenset(_ENDINGS.split())
