"""Link cards: every page has one, in both languages, with every letter drawn."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageFont

import link_cards
from actionplan.exports import faces
from actionplan.exports.faces import Face
from actionplan.library import Library

MISSING = "\U0010fffd"
"""A character that no font has."""
FACE = Face(
    "용어집", "해외직접생산품규칙", "Foreign Direct Product Rule", "AI 행동계획과 한국", "#1a4a8c"
)


def drawn(text: str) -> bytes:
    font = ImageFont.truetype(link_cards.FONT, 40)
    return bytes(font.getmask(text))


def test_the_font_has_every_letter_of_every_card(library: Library) -> None:
    cards = [faces.face(library, page) for page in library.pages.values()]
    letters = {letter for card in cards for text in (card.kind, card.title, card.other, card.site) for letter in text}  # fmt: skip
    box = drawn(MISSING)
    assert [letter for letter in sorted(letters) if letter != " " and drawn(letter) == box] == []


@pytest.mark.parametrize("sizes", [link_cards.TITLE_SIZES, link_cards.OTHER_SIZES])
def test_every_title_fits_its_card_in_either_place(
    library: Library, sizes: tuple[tuple[int, int], ...]
) -> None:
    size, room = sizes[-1]
    for page in library.pages.values():
        lines = link_cards.wrapped(str(page.title), size)
        assert len(lines) <= room, page.path
        font = ImageFont.truetype(link_cards.FONT, size)
        assert max(map(font.getlength, lines)) <= link_cards.WIDTH, page.path


def test_the_longest_card_leaves_room_for_the_name_of_the_site() -> None:
    below = 630 - 104
    title = max(size * 1.3 * room for size, room in link_cards.TITLE_SIZES)
    other = max(size * 1.35 * room for size, room in link_cards.OTHER_SIZES)
    assert 150 + title + 18 + other <= below


def test_a_card_is_a_small_picture_of_the_size_that_sites_ask_for() -> None:
    card = link_cards.draw(FACE)
    picture = Image.open(io.BytesIO(card))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(card) < 30_000


def test_a_card_is_drawn_once_and_anew_when_its_words_change(tmp_path: Path) -> None:
    store = link_cards.Store(tmp_path)
    first = store.card(FACE)
    kept = next(tmp_path.iterdir())
    kept.write_bytes(b"kept")
    assert store.card(FACE) == b"kept"
    assert store.card(Face("", "다른 말", "", "", "#1a4a8c")) not in (first, b"kept")


def test_a_section_has_its_pillar_s_color(library: Library) -> None:
    colors = {faces.face(library, library.pages["ko", f"plan/{id}"]).color for id in library.sections}  # fmt: skip
    assert colors == set(faces.PILLARS.values())


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_built_page_names_a_card_that_is_there(
    site: Path, library: Library, lang: str
) -> None:
    root = "https://owner.github.io/ai-action-plan-korea/"
    for code, name in library.pages:
        if code == lang:
            folder = site if lang == "ko" else site / "en"
            page = folder / ("" if name == "index" else name.removesuffix("/index")) / "index.html"
            found = re.findall(r'property="og:image" content="([^"]+)"', page.read_text("utf-8"))
            assert found == [root + faces.path(code, name)]
            assert (site / faces.path(code, name)).is_file()
