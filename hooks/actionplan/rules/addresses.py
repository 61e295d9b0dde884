"""Rules about addresses: their scheme and host, and what a page would load from elsewhere.

They look at one link alone and know neither pages nor records beyond the names of their kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from ..library import Library, Page
from ..nearest import nearest
from ..parts import Link
from ..problem import Problem
from .finding import at, in_record, meant, named

SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
SPACE = re.compile(r"[\x00-\x20]+")
ALLOWED_SCHEMES = frozenset({"https", "mailto"})
MAIL = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")


def url_scheme(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    """An address begins with https: or mailto:, or is a file of this site or a record."""
    found = SCHEME.match(_plain(link.target))
    if not found or found[1].lower() in {*ALLOWED_SCHEMES, "http"} or link.typed:
        return
    scheme = found[1].lower()
    if scheme in library.by_kind:
        id = _plain(link.target).partition(":")[2]
        ko, en = meant(id, library.by_kind[scheme])
        yield at(page, link.place, "record-link", f"{scheme} {named(id, '이')} 없습니다.{ko or ' id는 a-z, 0-9, -로만 적습니다.'}",
                 f"there is no {scheme} '{id}'{en or '; ids hold a-z, 0-9 and - only'}")  # fmt: skip
        return
    near = nearest(scheme, [*library.by_kind, "count", *ALLOWED_SCHEMES])
    ko, en = (f" ‘{near}:’인가요?", f"; did you mean '{near}:'?") if near else (
        " https, mailto 또는 파일을 쓰세요.", "; write https, mailto or a file")  # fmt: skip
    yield at(page, link.place, "url-scheme", f"{named(scheme + ':', '은')} 쓸 수 없습니다.{ko}",
             f"'{scheme}:' is not allowed{en}")  # fmt: skip


def _plain(target: str) -> str:
    """A target as a browser reads it: entities decoded, spaces and control characters dropped."""
    return SPACE.sub("", unescape(target))


def link_host(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """The host of an address is written in ASCII letters only."""
    host = _host(link.target)
    odd = next((c for c in host if not c.isascii()), "")
    if odd:
        yield at(page, link.place, "link-host", f"‘{host}’에 영문자가 아닌 ‘{odd}’(U+{ord(odd):04X})가 있습니다. 주소를 다시 확인하세요.",
                 f"'{host}' holds '{odd}' (U+{ord(odd):04X}), which is no ASCII letter; check the address")  # fmt: skip
    elif "@" in host:
        yield at(page, link.place, "link-host", f"주소의 ‘@’ 앞부분이 실제 사이트를 가립니다. ‘{host.rpartition('@')[2]}’로만 적으세요.",
                 f"what stands before '@' hides the real site; write '{host.rpartition('@')[2]}' only")  # fmt: skip


def _host(target: str) -> str:
    if not target.lower().startswith(("http://", "https://", "//")):
        return ""
    try:
        return urlsplit(target).netloc
    except ValueError:
        return target


DETOUR = re.compile(
    r"(?i)^https?://(?:(?:www\.)?google\.[a-z.]+/(?:url|amp|search)\b|(?:l|lm)\.facebook\.com/|[\w.-]*translate\.goog\b|translate\.google\."
    r"|(?:bit\.ly|t\.co|goo\.gl|tinyurl\.com|naver\.me|me2\.do|han\.gl|vo\.la|buly\.kr|url\.kr)/|webcache\."
    r"|(?:localhost|127\.0\.0\.1|0\.0\.0\.0|192\.168\.[\d.]+)\b)"
)
"""Addresses that lead elsewhere or exist on one computer only."""
TRACKED = re.compile(r"(?i)[?&](?:utm_[a-z]+|fbclid|gclid|igshid|mc_[ce]id)=")


def detour(address: str) -> tuple[str, str] | None:
    """What is wrong with an address that isn't the document's own, in Korean and English."""
    if DETOUR.match(address):
        return (
            "검색이나 단축 주소, 또는 한 컴퓨터에서만 열리는 주소입니다. 문서 자체의 https:// 주소를 적으세요.",
            "an address of a search, a shortener or one computer only; write the document's own https:// address",
        )
    found = TRACKED.search(address)
    if found:
        return (
            f"독자를 추적하는 표시 ‘{found[0]}’ 부분이 주소에 붙어 있습니다. 그 앞까지만 적으세요.",
            f"'{found[0]}' in the address tracks the reader; end the address before it",
        )
    return None


def link_detour(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """An address is the document's own, not that of a search, a shortener, a tracker or one computer."""
    wrong = detour(link.target)
    if wrong:
        yield at(page, link.place, "link-detour", *wrong)


def source_detour(library: Library) -> Iterator[Problem]:
    """The address of a source is the document's own, as that of a link is."""
    for source in library.sources.values():
        wrong = detour(source.url)
        if wrong:
            yield in_record(source, source.url, "link-detour", *wrong)


def link_insecure(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """An address is complete and encrypted: https://."""
    if MAIL.match(link.target):
        yield at(page, link.place, "link-insecure", f"전자우편 주소 앞에 mailto:가 없습니다. ‘mailto:{link.target}’로 적으세요.",
                 f"an e-mail address needs mailto:; write 'mailto:{link.target}'")  # fmt: skip
    elif link.target.lower().startswith("http://"):
        yield at(page, link.place, "link-insecure", "암호화하지 않는 http:// 주소입니다. https://로 바꾸세요.",
                 "an unencrypted http:// address; write https://")  # fmt: skip
    elif _no_host(link.target):
        yield at(page, link.place, "link-insecure", f"주소 ‘{link.target}’에 사이트 이름이 없거나 틀렸습니다. https://www.example.org/처럼 적으세요.",
                 f"the address '{link.target}' has no name of a site, or a wrong one; write it like https://www.example.org/")  # fmt: skip
    elif re.match(
        r"(?i)(?:https?:/?[^/]|https?:/*$|https?//|www\.|//)|^[\w-]+\.(?:com|org|gov|net|kr)\b",
        link.target,
    ):
        yield at(page, link.place, "link-insecure", f"주소 ‘{link.target}’의 앞이 맞지 않습니다. https://로 시작하게 적으세요.",
                 f"the address '{link.target}' is incomplete; begin it with https://")  # fmt: skip


HOST = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?::\d+)?")


def _no_host(target: str) -> bool:
    """Whether a web address names no host that can be one: https:///x, https://https://x."""
    if not target.lower().startswith("https://"):
        return False
    host = _host(target)
    return host.isascii() and "@" not in host and not HOST.fullmatch(host)


def third_party(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """A page loads nothing from other sites."""
    if link.image and _host(link.target):
        yield at(page, link.place, "third-party", f"이 쪽이 {_host(link.target)}의 파일을 불러오게 됩니다. 그림은 docs/assets에 두세요.",
                 f"the page would load {link.target}; keep images in docs/assets")  # fmt: skip


RULES = (source_detour,)
