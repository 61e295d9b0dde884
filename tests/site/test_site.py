"""The built site: every address of the contract, every link, language and load on every page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from actionplan.language import LANGS
from actionplan.library import Library
from actionplan.urls import address

from .crawl import Built, internal

ROOT = "https://owner.github.io/ai-action-plan-korea/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def content(pages: dict[str, Built]) -> dict[str, Built]:
    """All pages but the one for unknown addresses."""
    return {path: page for path, page in pages.items() if path != "404.html"}


def test_every_page_of_the_library_is_built_at_its_address(
    library: Library, content: dict[str, Built]
) -> None:
    assert set(content) == {address(lang, name) for lang, name in library.pages}


@pytest.mark.parametrize(
    "path",
    [
        "", "plan/", "plan/pillar-1/", "plan/pillar-2/", "plan/pillar-3/", "plan/actions/",
        "korea/", "strategies/", "trace/", "timeline/", "glossary/", "article/", "sources/",
        "changes/", "contribute/", "about/", "data/", "plan/red-tape/",
        "korea/hbm-memory-supply/", "strategies/balanced-ecosystem/",
        "glossary/high-bandwidth-memory/",
    ],
)  # fmt: skip
def test_the_addresses_of_the_contract_exist_in_both_languages(
    content: dict[str, Built], path: str
) -> None:
    assert path in content
    assert f"en/{path}" in content


def test_every_internal_link_and_anchor_leads_somewhere(
    pages: dict[str, Built], site: Path
) -> None:
    broken = [
        f"{page.address or '/'} → {target}"
        for page in pages.values()
        for target in _targets(page)
        if not _leads_somewhere(page, target, pages, site)
    ]
    assert broken == []


def _targets(page: Built) -> list[str]:
    found = [
        tag.attributes[name]
        for tag in page.tags
        for name in ("href", "src")
        if name in tag.attributes
    ]
    return [target for target in found if not target.startswith(("mailto:", "data:"))]  # fmt: skip


def _leads_somewhere(page: Built, target: str, pages: dict[str, Built], site: Path) -> bool:
    place = internal(page, target, ROOT)
    if place is None:
        return True
    path, fragment = place
    if path in pages:
        return not fragment or fragment == "__top" or fragment in pages[path].ids
    return (site / path).is_file()


def test_every_page_says_its_language(content: dict[str, Built]) -> None:
    assert [p.address for p in content.values() if p.lang != ("en" if p.address.startswith("en/") else "ko")] == []  # fmt: skip


def test_every_page_has_one_h1_and_a_title_of_its_own(content: dict[str, Built]) -> None:
    assert [page.address for page in content.values() if len(page.all("h1")) != 1] == []
    titles = [page.title for page in content.values()]
    assert all(titles)
    repeated = {title for title in titles if titles.count(title) > 1}
    assert repeated == set()


def test_no_id_stands_twice_on_a_page(pages: dict[str, Built]) -> None:
    repeated = {
        page.address: sorted({id for id in page.ids if page.ids.count(id) > 1})
        for page in pages.values()
        if len(set(page.ids)) < len(page.ids)
    }
    assert repeated == {}


def test_the_canonical_address_and_the_alternates_are_absolute_and_right(
    content: dict[str, Built],
) -> None:
    for page in content.values():
        korean = page.address.removeprefix("en/")
        expected = {"ko": ROOT + korean, "en": f"{ROOT}en/{korean}", "x-default": ROOT + korean}
        found = {
            tag.attributes["hreflang"]: tag.attributes["href"]
            for tag in page.all("link", rel="alternate")
            if "hreflang" in tag.attributes
        }
        assert found == expected, page.address
        assert [t.attributes["href"] for t in page.all("link", rel="canonical")] == [ROOT + page.address]  # fmt: skip


def test_the_language_switch_leads_to_the_same_page(content: dict[str, Built]) -> None:
    for page in content.values():
        other = "ko" if page.lang == "en" else "en"
        korean = page.address.removeprefix("en/")
        twin = korean if other == "ko" else f"en/{korean}"
        targets = [
            internal(page, tag.attributes["href"], ROOT) for tag in page.all("a", hreflang=other)
        ]
        assert (twin, "") in targets, page.address


def test_the_edit_link_names_the_page_s_own_file(
    library: Library, content: dict[str, Built]
) -> None:
    for (lang, name), page in library.pages.items():
        built = content[address(lang, name)]
        links = [tag.attributes.get("href", "") for tag in built.all("a")]
        assert any(link.endswith(f"/edit/main/{page.path}") for link in links), page.path


def test_the_link_to_report_an_error_carries_the_page_s_own_address(
    content: dict[str, Built],
) -> None:
    for page in content.values():
        (link,) = page.all("a", id="report-link")
        query = parse_qs(urlsplit(link.attributes["href"]).query)
        assert query == {"template": [f"1-fact.{page.lang}.yml"], "page": [ROOT + page.address]}


def test_nothing_is_loaded_from_another_site(pages: dict[str, Built]) -> None:
    loads = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src"}
    foreign = [
        (page.address, tag.attributes)
        for page in pages.values()
        for tag in page.tags
        if re.match(r"(https?:)?//", tag.attributes.get(loads.get(tag.name, ""), ""))
        or (tag.name == "link" and _loads_foreign(tag.attributes))
    ]
    assert foreign == []


def _loads_foreign(link: dict[str, str]) -> bool:
    """Whether a link element makes the browser fetch from elsewhere; alternates only name a page."""
    relation = link.get("rel", "")
    named = relation in ("canonical", "alternate", "license")
    return not named and re.match(r"(https?:)?//", link.get("href", "")) is not None


def test_all_103_actions_have_their_anchor_in_both_languages(
    library: Library, content: dict[str, Built]
) -> None:
    for lang in LANGS:
        found = {
            id
            for section in library.sections
            for id in content[address(lang, f"plan/{section}")].ids
            if re.fullmatch(r"a-\d+-\d+-\d+", id)
        }
        assert found == {action.anchor for action in library.actions.values()}
        assert len(found) == 103


def test_a_run_in_the_other_language_is_marked(content: dict[str, Built]) -> None:
    """Names in the other language stand in an element that says so."""
    for page in content.values():
        for tag in page.tags:
            if tag.attributes.get("class") == "other":
                assert tag.lang == ("ko" if page.lang == "en" else "en"), page.address


def test_no_placeholder_or_unresolved_reference_is_left(site: Path) -> None:
    marks = re.compile(r"<!-- view:|\]\((?:action|term|event|impact|strategy|count):|\[@[a-z]")
    left = [
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if marks.search(path.read_text(encoding="utf-8"))
    ]
    assert [
        path for path in left if "contribute/" not in path
    ] == []  # whose pages explain the marks


def test_the_sitemap_lists_every_page_with_its_alternates(
    site: Path, content: dict[str, Built]
) -> None:
    tree = ET.parse(site / "sitemap.xml")
    listed = {}
    for entry in tree.iter(f"{SITEMAP}url"):
        location = entry.findtext(f"{SITEMAP}loc") or ""
        listed[location] = {
            link.get("hreflang"): link.get("href") for link in entry.iter(f"{XHTML}link")
        }
    assert set(listed) == {ROOT + path for path in content}
    for location, alternates in listed.items():
        korean = location.removeprefix(ROOT).removeprefix("en/")
        expected = {"ko": ROOT + korean, "en": f"{ROOT}en/{korean}", "x-default": ROOT + korean}
        assert alternates == expected


def test_the_page_for_unknown_addresses_speaks_both_languages(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    assert "페이지를 찾을 수 없습니다" in html
    assert 'lang="en"' in html
    assert "Page not found" in html
