"""Rules about links and images: where they lead, how they are written, and what they say.

A link is held against the rules in their order, and the first that it breaks speaks for it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from .. import urls
from ..guide import PAGE, guide
from ..language import LANGS, other
from ..library import Library, Page
from ..nearest import nearest
from ..outline import Link
from ..problem import Problem
from ..twins import twin
from .finding import at, meant, named, on_pages
from .headings import hides_headings

SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
SPACE = re.compile(r"[\x00-\x20]+")
ALLOWED_SCHEMES = frozenset({"https", "mailto"})
VAGUE = frozenset(
    [
        "여기",
        "여기서",
        "이곳",
        "이",
        "링크",
        "링크",
        "클릭",
        "바로가기",
        "더보기",
        "자세히",
        "here",
        "click",
        "this",
        "link",
        "more",
        "read",
        "more",
        "click",
        "here",
        "this",
        "page",
        "learn",
        "more",
        "see",
        "here",
        "이",
        "쪽",
        "이",
        "페이지",
        "여기를",
        "클릭",
    ]
) | {
    "이 링크",
    "read more",
    "click here",
    "this link",
    "learn more",
    "this page",
    "see here",
    "이 페이지",
}
GENERATED = frozenset({"references"})
"""Fragments that the build adds to pages."""

LinkRule = Callable[[Library, Page, Link], Iterator[Problem]]


def links(library: Library) -> Iterator[Problem]:
    """Every link and image is held against the rules below; the first that it breaks speaks."""
    for page in library.pages.values():
        for link in page.outline.links:
            yield from _first_broken(
                library, page, link, OF_TEXT if link.by_name else (*OF_TARGET, *OF_TEXT)
            )
        for definition in page.outline.definitions:
            link = Link(
                definition.place, image=False, text=definition.name, target=definition.target
            )
            yield from _first_broken(library, page, link, OF_TARGET)


def _first_broken(
    library: Library, page: Page, link: Link, rules: tuple[LinkRule, ...]
) -> list[Problem]:
    found = (problem for rule in rules for problem in rule(library, page, link))
    return list(islice(found, 1))


def link_empty(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """A link leads somewhere."""
    if not link.target.strip("#"):
        text = link.text.strip() or "[]"
        yield at(page, link.place, "link-empty", f"링크 ‘{text}’에 갈 곳이 없습니다. 괄호 안에 파일이나 주소를 적으세요.",
                 f"the link '{text}' goes nowhere; put a file or an address into the parentheses")  # fmt: skip


def url_scheme(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    """An address begins with https: or mailto:, or is a file of this site or a record."""
    found = SCHEME.match(_plain(link.target))
    if not found or found[1].lower() in {*ALLOWED_SCHEMES, "http"} or link.typed:
        return
    scheme = found[1].lower()
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


def link_insecure(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """An address is complete and encrypted: https://."""
    if link.target.lower().startswith("http://"):
        yield at(page, link.place, "link-insecure", "암호화하지 않는 http:// 주소입니다. https://로 바꾸세요.",
                 "an unencrypted http:// address; write https://")  # fmt: skip
    elif re.match(
        r"(?i)(?:https?:/?[^/]|https?//|www\.|//)|^[\w-]+\.(?:com|org|gov|net|kr)\b", link.target
    ):
        yield at(page, link.place, "link-insecure", f"주소 ‘{link.target}’의 앞이 맞지 않습니다. https://로 시작하게 적으세요.",
                 f"the address '{link.target}' is incomplete; begin it with https://")  # fmt: skip


def third_party(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """A page loads nothing from other sites."""
    if link.image and _host(link.target):
        yield at(page, link.place, "third-party", f"이 쪽이 {_host(link.target)}의 파일을 불러오게 됩니다. 그림은 docs/assets에 두세요.",
                 f"the page would load {link.target}; keep images in docs/assets")  # fmt: skip


def link_absolute(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    """A link inside the site is relative: an absolute one breaks when the site lies in a folder."""
    if link.target.startswith("/"):
        better = _source_file(library, page, link.target.strip("/")) or "../…/….md"
        yield at(page, link.place, "link-absolute", f"{named(link.target, '은')} 사이트가 하위 폴더에 있으면 끊깁니다. ‘{better}’처럼 적으세요.",
                 f"'{link.target}' breaks when the site lies in a folder; write '{better}'")  # fmt: skip


def link_language(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """A page links to pages in its own language."""
    path = resolved(page, link.target)
    far = f"docs/{other(page.lang)}/"
    if path and path.startswith(far):
        name = path.removeprefix(far).removesuffix(".md")
        better = urls.relative_file(page.name, urls.Target(name, link.target.partition("#")[2]))
        language = (
            ("영어", "a Korean page links to an English file")
            if page.lang == "ko"
            else ("한국어", "an English page links to a Korean file")
        )
        yield at(page, link.place, "link-language", f"{language[0]} 파일로 가는 링크입니다. ‘{better}’처럼 적으세요.",
                 f"{language[1]}; write '{better}'")  # fmt: skip


def link_rendered(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    """A link names the source file (`compute.md`), not the address at which it will be shown."""
    path, _, fragment = unquote(link.target).partition("#")
    if not path or _external(link) or link.image or PurePosixPath(path).suffix not in ("", ".html"):
        return
    better = _source_file(library, page, path.strip("/"))
    if better:
        better += f"#{fragment}" if fragment else ""
        yield at(page, link.place, "link-rendered", f"주소 대신 파일을 적으세요: ‘{better}’",
                 f"link the source file, '{better}'")  # fmt: skip


def _source_file(library: Library, page: Page, address: str) -> str:
    """The file that is meant by an address or a path without `.md`, empty where none is."""
    start = urls.address(page.lang, page.name).removeprefix("en/" if page.lang == "en" else "")
    guesses = [
        address,
        posixpath.join(posixpath.dirname(page.name), address),
        posixpath.join(start, address),
    ]
    for guess in guesses:
        name = posixpath.normpath(guess).removesuffix("/index.html").removesuffix(".html")
        name = name.removeprefix("ko/").removeprefix("en/").strip("./")
        for known in (name, f"{name}/index"):
            if (page.lang, known) in library.pages:
                return urls.relative_file(page.name, urls.Target(known))
    return ""


def image_target(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    """An image's file exists, in exactly this spelling."""
    path = resolved(page, link.target)
    if not link.image or path is None or path in library.entries:
        return
    same = next((known for known in library.entries if known.lower() == path.lower()), "")
    if same:
        name = same.rpartition("/")[2]
        yield at(page, link.place, "image-target", f"{named(path.rpartition('/')[2], '은')} 디스크에 {named(name, '으로')} 저장되어 있습니다. 대소문자까지 같게 적으세요.",
                 f"'{path.rpartition('/')[2]}' is written '{name}' on disk; spell it the same")  # fmt: skip
        return
    pictures = [known for known in library.entries if known.startswith("docs/assets/")]
    ko, en = meant(path, pictures)
    yield at(page, link.place, "image-target", f"그림 {named(path, '이')} 없습니다.{ko or ' 파일을 docs/assets에 넣으세요.'}",
             f"no image '{path}'{en or '; put the file into docs/assets'}")  # fmt: skip


def link_target(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    """The page that a link names exists."""
    path = resolved(page, link.target)
    if link.image or path is None or path in library.entries or _missing_twin(library, path):
        return
    near = _similar(library, page, path)
    ko, en = (f" {named(near, '을')} 뜻했나요?", f"; did you mean '{near}'?") if near else (
        " 파일 이름을 확인하세요.", "; check the file's name")  # fmt: skip
    yield at(
        page,
        link.place,
        "link-target",
        f"쪽 {named(path, '이')} 없습니다.{ko}",
        f"no page '{path}'{en}",
    )


def _missing_twin(library: Library, path: str) -> bool:
    """Whether the page exists in the other language only, which another rule says."""
    lang = next((code for code in LANGS if path.startswith(f"docs/{code}/")), None)
    return (
        lang is not None
        and path.replace(f"docs/{lang}/", f"docs/{other(lang)}/", 1) in library.entries
    )


def _similar(library: Library, page: Page, path: str) -> str | None:
    """The page that was probably meant, as a link from this one."""
    known = [p.path for p in library.pages.values() if p.lang == page.lang]
    name = path.rpartition("/")[2]
    near = nearest(path, known)
    near = near or next(
        (k for k in known if k.rpartition("/")[2] == name and name != "index.md"), None
    )
    near = near or next((k for k in known if nearest(name, [k.rpartition("/")[2]])), None)
    return posixpath.relpath(near, posixpath.dirname(page.path)) if near else None


def link_anchor(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    """The place on a page that a link names exists: `compute.md#why`."""
    fragment = unquote(link.target).partition("#")[2]
    target = _target_page(library, page, link)
    if not fragment or target is None:
        return
    known = anchors(library, target)
    if fragment in known or fragment in GENERATED or _unsettled(library, target, fragment):
        return
    ko, en = meant(fragment, [f"{id}" for id in known])
    if target is page:
        yield at(page, link.place, "link-anchor", f"이 쪽에 {named('#' + fragment, '이')} 없습니다.{ko or ' 제목의 {#id}를 확인하세요.'}",
                 f"this page has no '#{fragment}'{en or '; check the {#id} of its headings'}")  # fmt: skip
    else:
        file = target.path.rpartition("/")[2]
        yield at(page, link.place, "link-anchor", f"{file}에 {named('#' + fragment, '이')} 없습니다.{ko or ' 그 쪽 제목의 {#id}를 확인하세요.'}",
                 f"'{file}' has no '#{fragment}'{en or '; check the {#id} of its headings'}")  # fmt: skip


def _unsettled(library: Library, target: Page, fragment: str) -> bool:
    """Whether the target's own headings are the problem, which other rules say."""
    other_side = twin(library, target)
    return (
        hides_headings(target)
        or any(heading.id is None and heading.level > 1 for heading in target.outline.headings)
        or (other_side is not None and fragment in other_side.outline.anchors)
    )


def anchors(library: Library, page: Page) -> frozenset[str]:
    """Fragments of a page: its headings, and the records that its generated parts show."""
    shown = [
        library.target(kind, id).fragment
        for kind in ("action", "event", "source", "claim")
        for id in library.by_kind[kind]
        if library.target(kind, id).name == page.name
    ]
    explained = guide().rules if page.name == PAGE else ()
    return page.outline.anchors | frozenset(shown) | frozenset(explained)


def _target_page(library: Library, page: Page, link: Link) -> Page | None:
    if link.typed:
        return None
    path, _, _ = unquote(link.target).partition("#")
    if not path:
        return page
    found = resolved(page, link.target)
    return next((p for p in library.pages.values() if p.path == found), None) if found else None


def resolved(page: Page, target: str) -> str | None:
    """Path from the project's root of the file that a relative link names; None for other links."""
    path = unquote(target.partition("#")[0]).partition("?")[0]
    if not path or SCHEME.match(path) or path.startswith("/"):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))


def _external(link: Link) -> bool:
    return bool(SCHEME.match(link.target)) or link.target.startswith("/")


def image_alt(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """An image has alternative text that says what it shows, or is marked as decorative."""
    if not link.image:
        return
    after = page.outline.body[link.place.end : link.place.end + 40]
    text = link.text.strip()
    if not text and "alt=" not in after and ".decorative" not in after:
        yield at(page, link.place, "image-alt", "그림에 대체 텍스트가 없습니다. ‘![무엇을 보여 주는지](…)’처럼 적거나, 장식이면 뒤에 {.decorative}를 붙이세요.",
                 "the image has no alternative text; write '![what it shows](…)', or mark it {.decorative}")  # fmt: skip
    elif re.fullmatch(r"(?i)[\w-]+\.(?:png|svg|jpg|webp)|image|picture|그림|이미지|사진", text):
        yield at(page, link.place, "image-alt", f"대체 텍스트 {named(text, '은')} 아무것도 알려 주지 않습니다. 무엇을 보여 주는지 적으세요.",
                 f"the alternative text '{text}' says nothing; say what the image shows")  # fmt: skip


def link_text(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """The text of a link says where it leads."""
    text = re.sub(r"[*_`]", "", link.text).strip()
    if link.image or (link.typed and not text):
        return
    if not text:
        yield at(page, link.place, "link-text", "링크에 글이 없습니다. 어디로 가는지 적으세요.",
                 "the link has no text; say where it leads")  # fmt: skip
    elif text.lower() in VAGUE:
        yield at(page, link.place, "link-text", f"링크 글 ‘{text}’만으로는 어디로 가는지 알 수 없습니다. 가는 곳의 이름을 적으세요.",
                 f"the link text '{text}' doesn't say where it leads; name the target")  # fmt: skip


OF_TARGET: tuple[LinkRule, ...] = (
    link_empty, url_scheme, link_host, third_party, link_insecure, link_absolute, link_language,
    link_rendered, image_target, link_target, link_anchor,
)  # fmt: skip
OF_TEXT: tuple[LinkRule, ...] = (image_alt, link_text)


@on_pages
def link_reference(page: Page) -> Iterator[Problem]:
    """A reference link has its definition, and a definition its link; both names are the same."""
    known = [definition.name.lower() for definition in page.outline.definitions]
    used = {name.lower() for _, _, _, name in page.outline.references}
    for place, _, _, name in page.outline.references:
        if name.lower() not in known:
            ko, en = meant(name, known)
            yield at(page, place, "link-reference", f"{named(f'[{name}]', '을')} 정한 줄 ‘[{name}]: 주소’가 없습니다.{ko}",
                     f"'[{name}]' has no line '[{name}]: address'{en}")  # fmt: skip
    for number, definition in enumerate(page.outline.definitions):
        if definition.name.lower() in known[:number]:
            yield at(page, definition.place, "link-reference", f"‘[{definition.name}]:’ 줄이 두 번 나옵니다. 하나만 남기세요.",
                     f"'[{definition.name}]:' is defined twice; keep one")  # fmt: skip
        elif definition.name.lower() not in used and _suspicious(known, used, definition.name):
            yield at(page, definition.place, "link-reference", f"‘[{definition.name}]:’ 줄을 쓰는 곳이 없습니다. 지우거나 쓰세요.",
                     f"'[{definition.name}]:' is never used; delete or use it")  # fmt: skip


def _suspicious(known: list[str], used: set[str], name: str) -> bool:
    """Whether an unused definition is a mistake of its own, not the end of a misspelled reference."""
    return not any(nearest(name.lower(), [missing]) for missing in used - set(known))


LINK_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\[[^\[\]\n]+\] \((?:https?:|\.\.?/|[\w/-]+\.md)[^()\s]*\)"),
     "대괄호와 괄호 사이에 빈칸이 있어 링크가 되지 않습니다. ‘[글](주소)’처럼 붙여 쓰세요.",
     "the space between ] and ( breaks the link; write [text](address)"),
    (re.compile(r"(?<!\])\([^()\n]+\)\[(?:https?:|\.\.?/|[\w/-]+\.md)[^\[\]\s]*\]"),
     "괄호가 뒤바뀌었습니다. ‘[글](주소)’처럼 적으세요.", "the brackets are swapped; write [text](address)"),
    (re.compile(r"\[[^\[\]\n]+\]\((?:https?:|\.\.?/|[\w/-]+\.md|[a-z]+:)[^()\s]*(?:[ \t]+[^()\s\"'<][^()\n]*(?=\(|$)|$)", re.MULTILINE),
     "링크의 닫는 괄호가 없습니다. 주소 뒤에 ‘)’를 넣으세요.", "the link is never closed; put ')' after the address"),
    (re.compile(r"\[[^\[\]\n]+\]\((?!\s*<)[^()\"'\n]*\.(?:md|png|svg|html) ?[^()\"'\n]* [^()\"'\n]*\)|\[[^\[\]\n]+\]\((?!\s*<)[^()\"'\n:]* [^()\"'\n]*\.(?:md|png|svg)[^()\n]*\)"),
     "주소에 빈칸이 있어 링크가 되지 않습니다. 빈칸을 없애세요.", "a space in the address breaks the link; remove it"),
)  # fmt: skip


@on_pages
def link_form(page: Page) -> Iterator[Problem]:
    """A link is written `[text](address)`, without spaces between or in its parts."""
    if "[" not in page.outline.masked:
        return
    for pattern, ko, en in LINK_FORMS:
        for match in pattern.finditer(page.outline.masked):
            if ko:
                yield at(page, page.outline.place(*match.span()), "link-form", ko, en)


@on_pages
def bare_address(page: Page) -> Iterator[Problem]:
    """An address in the text is a link with words, not the bare address."""
    if "://" not in page.outline.masked:
        return
    taken = [(link.place.start, link.place.end) for link in page.outline.links]
    taken += [(d.place.start, d.place.end) for d in page.outline.definitions]
    for match in re.finditer(r"<?https?://[^\s<>)\]\"”’]+", page.outline.masked):
        if not any(start <= match.start() < end for start, end in taken):
            yield at(page, page.outline.place(*match.span()), "link-bare", "주소만 적혀 있습니다. ‘[어디로 가는지](주소)’처럼 적거나 출처로 인용하세요.",
                     "a bare address; write [where it leads](address) or cite it as a source")  # fmt: skip


@on_pages
def footnote(page: Page) -> Iterator[Problem]:
    """Sources are cited as `[@source-id]`; footnotes are not shown on this site."""
    marks = list(re.finditer(r"\[\^([^\]\s]+)\](:?)", page.outline.masked))
    defined = {m[1] for m in marks if m[2]}
    used = {m[1] for m in marks if not m[2]}
    for match in marks:
        place = page.outline.place(*match.span())
        if not match[2]:
            lacks = match[1] not in defined
            yield at(page, place, "footnote", f"각주 ‘[^{match[1]}]’" + ("에 맞는 ‘[^" + match[1] + "]:’도 없고, " if lacks else ": ") + "이 사이트는 각주를 쓰지 않습니다. 출처는 [@출처-id]로 인용하세요.",
                     (f"'[^{match[1]}]' has no '[^{match[1]}]:', and " if lacks else f"'[^{match[1]}]': ") + "this site has no footnotes; cite a source as [@source-id]")  # fmt: skip
        elif match[1] not in used:
            yield at(page, place, "footnote", f"‘[^{match[1]}]:’를 가리키는 곳이 없고, 이 사이트는 각주를 쓰지 않습니다. 출처는 [@출처-id]로 인용하세요.",
                     f"'[^{match[1]}]:' is never referred to, and this site has no footnotes; cite a source as [@source-id]")  # fmt: skip


RULES = (links, link_reference, link_form, bare_address, footnote)
