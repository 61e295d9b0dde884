"""Rules about single characters: invisible, turned, decomposed, look-alike, full-width, lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial

from ..library import Library, Page
from ..outline import Outline
from ..problem import Problem
from ..text import Source
from .finding import at, on_pages

# Default-ignorable code points (Unicode, DerivedCoreProperties), unusual spaces, private use.
INVISIBLE = re.compile(
    "[\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ue000-\uf8ff\U000e0000-\U000e0fff]"
)
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
EMOJI_JOINERS = frozenset("\u200d\ufe0f")
NAMES = {
    "\u00a0": ("줄바꿈 없는 빈칸", "no-break space"), "\u3164": ("한글 채움 문자", "Hangul filler"),
    "\u200b": ("너비 없는 빈칸", "zero-width space"), "\u00ad": ("소프트 하이픈", "soft hyphen"),
    "\ufeff": ("바이트 순서 표시", "byte-order mark"), "\u3000": ("전각 빈칸", "ideographic space"),
}  # fmt: skip
WIDE = re.compile("[\uff01-\uff5e\uffe0-\uffe6\u2160-\u217f\u2e80-\u2fdf\uf900-\ufaff]+")
LATIN_CYRILLIC = re.compile(r"[A-Za-z]+[\u0400-\u04ff]+|[\u0400-\u04ff]+[A-Za-z]+")
# Greek capitals and small letters that look like Latin ones (Unicode confusables.txt).
LATIN_GREEK = re.compile("[A-Za-z]+[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορν]+|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορν]+[A-Za-z]+")
ODD_SCRIPTS = re.compile("[\u0370-\u04ff\ufb00-\ufb06\U0001d400-\U0001d7ff]")
STYLED = re.compile("[\U0001d400-\U0001d7ff\ufb00-\ufb06]+")
# Each alternative begins with the very character to look for, so that the search can leap to it.
LOST = re.compile(
    "&amp;(?:amp|lt|gt|quot|nbsp|#[0-9]+);|\ufffc|\ufffd|â€.|Ã[\u0080-\u00bf]|"
    + "|".join(rf"{letter}[\u0080-\u00bf\u2010-\u2122]{{1,2}}" for letter in "ìíëê")
)
STRAY_JAMO = re.compile("[가-힣][ㄱ-ㅎㅏ-ㅣ]+(?![ㄱ-ㅎㅏ-ㅣ’”])|[\u1100-\u11ff]+")


def invisible(library: Library) -> Iterator[Problem]:
    """A text holds no character that can't be seen or that turns the direction of what follows."""
    for source in library.texts.values():
        said: set[int] = set()
        for match in INVISIBLE.finditer(source.text):
            line, _ = source.place(match.start())
            if line not in said and not _joins_emoji(source.text, match):
                said.add(line)
                yield _invisible(source, match)


ENTITY = re.compile(
    r"&(?:nbsp|shy|zwnj|zwj|lrm|rlm|ensp|emsp|thinsp|#(?:160|173|8194|8195|8201|820[3-7])|#x(?:a0|ad|200[2-9a-f]));",
    re.IGNORECASE,
)


@on_pages
def invisible_entity(page: Page) -> Iterator[Problem]:
    """An invisible character doesn't stand in the text under its HTML name either."""
    for match in ENTITY.finditer(page.outline.masked) if "&" in page.outline.masked else ():
        yield at(
            page,
            page.outline.place(*match.span()),
            "invisible",
            f"‘{match[0]}’ 자리에 보이지 않는 글자가 나옵니다. 지우거나 빈칸으로 바꾸세요.",
            f"'{match[0]}' is an invisible character; delete it or write a space",
        )


def _joins_emoji(text: str, match: re.Match[str]) -> bool:
    """Whether a joiner or variation selector stands after an emoji, where it belongs."""
    before = text[match.start() - 1 : match.start()]
    return (
        match[0] in EMOJI_JOINERS
        and bool(before)
        and (
            unicodedata.category(before) in ("So", "Sm", "Sk", "Mn", "Po")
            or before in "0123456789#*©®‼⁉™"
        )
    )


def _invisible(source: Source, match: re.Match[str]) -> Problem:
    code = f"U+{ord(match[0]):04X}"
    if match[0] in TURNING:
        return _at(source, match, "invisible", f"{code}: 글의 방향을 뒤집는 문자입니다. 지우세요.",
                   f"{code} turns the text around; delete it")  # fmt: skip
    ko, en = NAMES.get(match[0], ("화면에 나타나지 않음", "invisible"))
    return _at(source, match, "invisible", f"보이지 않는 글자 {code}({ko})가 있습니다. 지우거나 빈칸으로 바꾸세요.",
               f"{code} ({en}); delete it or write a space")  # fmt: skip


def decomposed(library: Library) -> Iterator[Problem]:
    """Hangul and accented letters are composed (NFC), so that they can be searched and compared."""
    for source in library.texts.values():
        if unicodedata.is_normalized("NFC", source.text):
            continue
        wrong = [
            n
            for n, line in enumerate(source.lines, 1)
            if not unicodedata.is_normalized("NFC", line)
        ]
        yield Problem(
            source.path, wrong[0], 1, "decomposed",
            f"풀어 쓴 글자(NFD)가 {len(wrong)}개 줄에 있습니다. NFC로 저장하세요.",
            f"decomposed letters (NFD) on {len(wrong)} line{'s' if len(wrong) > 1 else ''}; save the text as NFC",
        )  # fmt: skip


def look_alike(library: Library) -> Iterator[Problem]:
    """No word mixes Latin letters with Cyrillic, Greek or styled ones that look like them."""
    for source in library.texts.values():
        if not ODD_SCRIPTS.search(source.text):
            continue
        for pattern in (LATIN_CYRILLIC, LATIN_GREEK, STYLED):
            for match in pattern.finditer(source.text):
                odd = next(c for c in match[0] if not c.isascii())
                yield _at(source, match, "look-alike", f"‘{match[0]}’의 ‘{odd}’(U+{ord(odd):04X})는 라틴 글자처럼 보이는 다른 글자입니다. 다시 입력하세요.",
                          f"'{odd}' (U+{ord(odd):04X}) in '{match[0]}' only looks like a Latin letter; type it anew")  # fmt: skip


def full_width(library: Library) -> Iterator[Problem]:
    """Letters, digits and signs are the ordinary, not the full-width ones."""
    bodies = {page.path: page.outline for page in library.pages.values()}
    for path, source in library.texts.items():
        by_line: dict[int, list[re.Match[str]]] = {}
        for match in WIDE.finditer(source.text):
            if path not in bodies or not _in_code(bodies[path], source, match.start()):
                by_line.setdefault(source.place(match.start())[0], []).append(match)
        for matches in by_line.values():
            written = " ".join(match[0] for match in matches)
            plain = unicodedata.normalize("NFKC", written)
            yield _at(source, matches[0], "full-width", f"전각 문자 ‘{written}’ 대신 보통 문자 ‘{plain}’ 꼴로 적으세요.",
                      f"full-width '{written}'; write '{plain}'")  # fmt: skip


def _in_code(outline: Outline, source: Source, offset: int) -> bool:
    """Whether an offset in the file falls into code of the body, which ends the file."""
    within = offset - (len(source.text) - len(outline.body))
    return within >= 0 and outline.codeless[within] == " "


def lost(library: Library) -> Iterator[Problem]:
    """No character was lost or garbled in a change of encoding, or left half typed."""
    for source in library.texts.values():
        yield from source.once(lost, None, partial(_lost, source))


def _lost(source: Source) -> Iterator[Problem]:
    for match in LOST.finditer(source.text):
        yield _at(source, match, "garbled", f"깨진 글자 ‘{match[0]}’가 있습니다. 원래 글자를 다시 입력하세요.",
                  f"garbled '{match[0]}'; type the original characters anew")  # fmt: skip
    for match in STRAY_JAMO.finditer(source.text):
        yield _at(source, match, "garbled", f"‘{match[0]}’에 덜 조합된 한글이 있습니다. 다시 입력하세요.",
                  f"a Hangul letter that belongs to no syllable in '{match[0]}'; type it anew")  # fmt: skip


def _at(source: Source, match: re.Match[str], rule: str, ko: str, en: str) -> Problem:
    return Problem(source.path, *source.place(match.start()), rule, ko, en)


RULES = (invisible, invisible_entity, decomposed, look_alike, full_width, lost)
