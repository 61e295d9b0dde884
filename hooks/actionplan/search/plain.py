"""What two spellings of one name share, as docs/assets/javascripts/search/normalise.js has it.

tests/search/vectors.json holds both to the same results. It must not know the library.
"""

from __future__ import annotations

import re
import unicodedata

_COMPATIBILITY_JAMO = re.compile(r"([\u3131-\u318e]+)")
_CONJOINING = {
    **{0x1100 + n: letter for n, letter in enumerate("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")},
    **{0x1161 + n: letter for n, letter in enumerate("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")},
    **{0x11A8 + n: letter for n, letter in enumerate("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")},
}  # fmt: skip
_MIDDLE_DOTS = str.maketrans("\u318d\u119e", "··")


def squeeze(text: str) -> str:
    """Letters and digits only, in one encoding and case: `squeeze("AI-ISAC") == "aiisac"`."""
    parts = _COMPATIBILITY_JAMO.split(text)
    parts[::2] = [unicodedata.normalize("NFKC", part) for part in parts[::2]]
    unified = "".join(parts).translate(_MIDDLE_DOTS).lower().translate(_CONJOINING)
    bare = "".join(_without_accent(letter) for letter in unified)
    return "".join(letter for letter in bare if unicodedata.category(letter)[0] in "LN")


def _without_accent(letter: str) -> str:
    latin = "\u00c0" <= letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff"
    return unicodedata.normalize("NFD", letter)[0] if latin else letter
