"""What all pictures share: the SVG element with its name, text in lines, shapes, and the figure around it.

Sizes are CSS pixels at the reader's usual text size. Nothing here knows records.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...language import Lang
from ...markup import element, escape

TEXT = 13
"""Size of running text in pictures."""
LINE = 17
"""Height of a line of it."""

# Width of letters in parts of the text's size: a little more than in the fonts that the site names, so
# that a line broken here also fits there.
_HANGUL = 0.95
_WIDE_LATIN = 0.72
_NARROW = 0.3
_OTHER = 0.57


def width_of(text: str, size: float = TEXT) -> float:
    """How wide a text is about to be."""
    return size * sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    if ord(letter) >= 0x1100 and not 0x2000 <= ord(letter) <= 0x206F:
        return _HANGUL
    if letter in " .,:;'’il·()-":
        return _NARROW
    return _WIDE_LATIN if letter.isupper() else _OTHER


def wrap(text: str, width: float, size: float = TEXT) -> list[str]:
    """The text in lines that fit a width, broken between words."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@dataclass(frozen=True)
class Name:
    """What a picture is called: `id` makes its ids, title and description are read to those who can't see it."""

    id: str
    title: str
    desc: str
    lang: Lang


def picture(name: Name, width: float, height: float, content: str) -> str:
    """An `svg` element. Its links stay reachable, so it is a group and no image."""
    labels = element("title", escape(name.title), id=f"{name.id}-title") + element(
        "desc", escape(name.desc), id=f"{name.id}-desc"
    )
    return element(
        "svg", labels + content,
        viewBox=f"0 0 {number(width)} {number(height)}", width=number(width), height=number(height),
        role="group", lang=name.lang, class_="drawing", id=name.id,
        aria_labelledby=f"{name.id}-title", aria_describedby=f"{name.id}-desc",
    )  # fmt: skip


def figure(content: str, caption: str) -> str:
    """A figure of HTML content; the caption is HTML too."""
    return element("figure", content + element("figcaption", caption), class_="picture no-term")


def number(value: float) -> str:
    """A coordinate without needless digits."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, lines: str | list[str], class_: str | None = None) -> str:
    """A text in one or more lines; `y` is the first line's base."""
    if isinstance(lines, str):
        return element("text", escape(lines), x=number(x), y=number(y), class_=class_)
    spans = " ".join(
        element("tspan", escape(line), x=number(x), y=number(y + LINE * position))
        for position, line in enumerate(lines)
    )
    return element("text", spans, class_=class_)


def box(x: float, y: float, width: float, height: float, class_: str) -> str:
    """A rectangle."""
    return element(
        "rect", x=number(x), y=number(y), width=number(width), height=number(height), class_=class_
    )


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    """A straight line."""
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    return element(
        "line", "", class_=class_, **{name: number(value) for name, value in ends.items()}
    )


def disc(x: float, y: float, radius: float, class_: str) -> str:
    """A circle around a point."""
    return element("circle", cx=number(x), cy=number(y), r=number(radius), class_=class_)


def listing(label: str, entries: list[str]) -> str:
    """Drawn parts as a list for screen readers."""
    content = "".join(element("g", entry, role="listitem") for entry in entries)
    return element("g", content, role="list", aria_label=label)


def hidden(content: str) -> str:
    """Drawn parts that a screen reader leaves out, because the text says the same."""
    return element("g", content, aria_hidden="true")
