"""Draws link cards: the pictures of 1200 × 630 points that other sites show beside a link.

Pillow draws them with a font of the project, so no network and no font of the machine is needed. A card
depends on nothing but its words, so cards are kept by a hash of them from build to build.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import PIL
from PIL import Image, ImageColor, ImageDraw, ImageFont

from actionplan.exports.faces import Face

FONT = Path(__file__).with_name("fonts") / "noto-sans-kr-bold.woff2"
SIZE = (1200, 630)
MARGIN = 88
WIDTH = SIZE[0] - 2 * MARGIN
BAND = 28
"""Width of the colored band on the left."""
PAPER, INK = "#fbfaf6", "#1d2026"
TITLE_SIZES = ((76, 2), (64, 3), (54, 3), (42, 4))
OTHER_SIZES = ((34, 2), (26, 3))
"""Sizes to try, and the lines that have room at each, for the title and for its other language."""
SHADES = 16
"""Colors of the picture: the last one is the card's own, those before it go from paper to ink."""
SOLID, DARK, SOFT = 255, 239, 150
"""Values to draw with: the card's color, ink, and a lighter ink."""


@dataclass(frozen=True)
class Store:
    """Cards that were drawn before, in a folder."""

    folder: Path

    def card(self, face: Face) -> bytes:
        """The card as a PNG file."""
        file = self.folder / f"{_key(face)}.png"
        if not file.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            file.write_bytes(draw(face))
        return file.read_bytes()


def _key(face: Face) -> str:
    """A hash of all that a card is made of: its words, this code and the font."""
    made_of = "\0".join([*astuple(face), _drawing()])
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]


@cache
def _drawing() -> str:
    parts = (Path(__file__).read_bytes(), FONT.read_bytes(), PIL.__version__.encode())
    return hashlib.sha256(b"".join(parts)).hexdigest()


def draw(face: Face) -> bytes:
    """The card as a PNG file of 16 colors, which keeps it small."""
    picture = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, BAND, SIZE[1]), fill=SOLID)
    pen.text((MARGIN, 74), face.kind, font=_font(32), fill=SOFT)
    size, lines = _fitted(face.title, TITLE_SIZES)
    top = 150
    for line in lines:
        pen.text((MARGIN, top), line, font=_font(size), fill=DARK)
        top += round(size * 1.3)
    size, lines = _fitted(face.other, OTHER_SIZES)
    for line in lines:
        pen.text((MARGIN, top + 18), line, font=_font(size), fill=SOFT)
        top += round(size * 1.35)
    pen.text((MARGIN, SIZE[1] - 104), face.site, font=_font(32), fill=DARK)
    picture = picture.point([value * SHADES // 256 for value in range(256)])
    picture.putpalette(_palette(face.color))
    file = io.BytesIO()
    picture.save(file, "PNG", bits=4, compress_level=3)
    return file.getvalue()


def _fitted(title: str, sizes: tuple[tuple[int, int], ...]) -> tuple[int, list[str]]:
    """The largest size at which the title fits, and its lines; at the smallest it is cut."""
    for size, room in sizes:
        lines = wrapped(title, size)
        if len(lines) <= room and max(map(_font(size).getlength, lines), default=0) <= WIDTH:
            return size, lines
    return size, lines[:room]


def wrapped(text: str, size: int) -> list[str]:
    """The text in lines that fit the card, broken between words."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(size).getlength(longer) <= WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette(color: str) -> list[int]:
    paper, ink = ImageColor.getrgb(PAPER), ImageColor.getrgb(INK)
    steps = SHADES - 2
    ramp = [
        a + (b - a) * step // steps
        for step in range(SHADES - 1)
        for a, b in zip(paper, ink, strict=False)
    ]
    return [*ramp, *ImageColor.getrgb(color)]
