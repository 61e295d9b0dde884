"""Rules about links and images: where they lead on this site.

A link is held against the rules in their order, and the first that it breaks speaks for it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import unquote

import yaml

from .. import urls
from ..guide import PAGE, guide
from ..language import LANGS, lang, other
from ..library import Library, Page
from ..nearest import nearest
from ..parts import Link
from ..problem import Problem
from ..twins import twin
from .addresses import SCHEME, link_detour, link_host, link_insecure, third_party, url_scheme
from .finding import MOST, RECORDS, at, meant, missing_file, named
from .headings import hides_headings
from .link_forms import image_alt, link_text
from .mkdocs_yml import config_of

GENERATED = frozenset({"references"})
"""Fragments that the build adds to pages."""

SOURCE = re.compile(rf"docs/({'|'.join(LANGS)})/(.+)\.md")
LinkRule = Callable[[Library, Page, Link], Iterator[Problem]]


def links(library: Library) -> Iterator[Problem]:
    """Every link and image is held against the rules below; the first that it breaks speaks."""
    for page in library.pages.values():
        yield from islice(_broken(library, page), MOST)


def _broken(library: Library, page: Page) -> Iterator[Problem]:
    for link in page.outline.links:
        yield from _first_broken(
            library, page, link, OF_TEXT if link.by_name else (*OF_TARGET, *OF_TEXT)
        )
    for definition in page.outline.definitions:
        link = Link(definition.place, image=False, text=definition.name, target=definition.target)
        yield from _first_broken(library, page, link, OF_TARGET)


def own_address(library: Library) -> Iterator[Problem]:
    """A page of this site is linked by its file, not by its address on the web or on GitHub."""
    site = _site(library)
    for page in library.pages.values():
        for link in page.outline.links:
            address, _, fragment = link.target.partition("#")
            better = _own_page(library, page, site, address)
            if better:
                better += f"#{fragment}" if fragment else ""
                yield at(page, link.place, "link-absolute", f"이 사이트의 쪽을 웹 주소로 적었습니다. ‘{better}’처럼 파일을 적으세요.",
                         f"a page of this site by its web address; write the file, '{better}'")  # fmt: skip


def _site(library: Library) -> str:
    """The site's address in mkdocs.yml, where it may be the last of several."""
    node = config_of(library).get("site_url")
    last = node.value[-1] if isinstance(node, yaml.SequenceNode) and node.value else node
    return str(last.value) if isinstance(last, yaml.ScalarNode) else "https://"


def _own_page(library: Library, page: Page, site: str, address: str) -> str:
    """The file of this site that a web address leads to, empty for other addresses."""
    if site and address.startswith(site):
        return _source_file(library, page, address.removeprefix(site).strip("/") or "index")
    inside = f"docs/{address.partition('/docs/')[2]}"
    if address.startswith("https://github.com/") and inside in library.entries:
        return posixpath.relpath(inside, posixpath.dirname(page.path))
    return ""


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


RECORD = re.compile(rf"[“”‘’\"'(]*({RECORDS})[’]?[/;:,.]+([\w-]+(?:\.\w+)*)")
"""A reference to a record with another sign than the colon, or in quotation marks."""


def link_target(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    """The page that a link names exists."""
    path = resolved(page, link.target)
    if link.image or path is None or path in library.entries or _missing_twin(library, path):
        return
    if "\\" in link.target:
        better = re.sub(r"\\+", "/", link.target)
        yield at(page, link.place, "link-target", f"주소에 ‘\\’가 있습니다. ‘{better}’처럼 ‘/’로 적으세요.",
                 f"a '\\' in the address; write '/', as in '{better}'")  # fmt: skip
        return
    record = RECORD.match(link.target)
    near = f"{record[1]}:{record[2]}" if record else _similar(library, page, path)
    ko, en = (f" {named(near, '을')} 뜻했나요?", f"; did you mean '{near}'?") if near else (
        " 파일 이름을 확인하세요.", "; check the file's name")  # fmt: skip
    found = at(page, link.place, "link-target", f"쪽 {named(path, '이')} 없습니다.{ko}",
               f"no page '{path}'{en}")  # fmt: skip
    yield missing_file(found, path)


def _missing_twin(library: Library, path: str) -> bool:
    """Whether the page exists in the other language only, which another rule says."""
    side = next((code for code in LANGS if path.startswith(f"docs/{code}/")), None)
    return (
        side is not None
        and path.replace(f"docs/{side}/", f"docs/{other(side)}/", 1) in library.entries
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
    found = SOURCE.fullmatch(resolved(page, link.target) or "")
    return library.pages.get((lang(found[1]), found[2])) if found else None


def resolved(page: Page, target: str) -> str | None:
    """Path from the project's root of the file that a relative link names; None for other links."""
    path = unquote(target.partition("#")[0]).partition("?")[0]
    if not path or SCHEME.match(path) or path.startswith("/"):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))


def _external(link: Link) -> bool:
    return bool(SCHEME.match(link.target)) or link.target.startswith("/")


OF_TARGET: tuple[LinkRule, ...] = (
    link_empty, url_scheme, link_host, third_party, link_detour, link_insecure, link_absolute, link_language,
    link_rendered, image_target, link_target, link_anchor,
)  # fmt: skip
OF_TEXT: tuple[LinkRule, ...] = (image_alt, link_text)


RULES = (links, own_address)
