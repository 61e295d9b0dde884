"""Takes the pictures of the contributors' guide from the built site: `make guide-pictures`.

Each picture shows the part of a real page that the guide speaks of, with a frame around what to press, once
for each language. Chromium is the one in CHROMIUM, as in the browser tests.
"""

from __future__ import annotations

import functools
import http.server
import io
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

SITE = Path("site")
FOLDER = Path("docs/assets/images/guide")
WIDTH, SCALE = 900, 1.5
COLORS = 64
"""Enough for text on paper; keeps a picture small."""
FRAME = "outline: 4px solid #c2410c !important; outline-offset: 5px; border-radius: 4px;"


@dataclass(frozen=True)
class Shot:
    """A part of a page to show, and what in it gets a frame."""

    name: str
    page: str
    show: str
    frame: str


SHOTS = (
    Shot("edit", "glossary/fdpr/", ".page-tools", ".page-tools a[rel=edit]"),
    Shot("language", "glossary/fdpr/", "header.md-header", "header a[hreflang]"),
    Shot("changes", "changes/", ".change-list > li", ".change-list > li:first-child time"),
)


def main() -> None:
    """Writes every picture in both languages."""
    with served() as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])  # fmt: skip
        for lang, prefix in (("ko", ""), ("en", "en/")):
            for shot in SHOTS:
                picture = take(browser, root + prefix + shot.page, shot)
                file = FOLDER / lang / f"{shot.name}.png"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(small(picture))
                print(file)
        browser.close()


@contextmanager
def served() -> Iterator[str]:
    """Address of the built site, served on this machine."""
    handler = functools.partial(Quiet, directory=str(SITE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def take(browser: Browser, address: str, shot: Shot) -> bytes:
    """A picture of one element with a margin, as PNG."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 700}, device_scale_factor=SCALE, color_scheme="light", reduced_motion="reduce", bypass_csp=True)  # fmt: skip
    page.goto(address)
    page.add_style_tag(content=f"{shot.frame} {{ {FRAME} }}")
    page.locator(shot.show).first.scroll_into_view_if_needed()
    picture = page.screenshot(clip=around(page, shot.show))
    page.close()
    return picture


def around(page: Page, selector: str) -> FloatRect:
    """The element's box with 20 points on each side, within the window."""
    box = page.locator(selector).first.bounding_box()
    if box is None:
        raise ValueError(f"nothing to see at {selector}")
    top, left = max(box["y"] - 20, 0), max(box["x"] - 20, 0)
    right, bottom = min(box["x"] + box["width"] + 20, WIDTH), min(box["y"] + box["height"] + 20, 700)  # fmt: skip
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def small(picture: bytes) -> bytes:
    """The picture with few colors."""
    image = (
        Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
    )
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    main()
