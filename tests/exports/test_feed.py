"""The feeds: what RFC 4287 asks of a feed and its entries, and the changes that they bring."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime

import pytest
from lxml import etree

from actionplan.exports import feed
from actionplan.language import LANGS, Lang, Text, both
from actionplan.library import Library
from actionplan.records import Change

from .conftest import ROOT

ATOM = {"a": "http://www.w3.org/2005/Atom"}
each_language = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture
def changed(library: Library) -> Library:
    """The content with a correction and a minor change after its opening."""
    correction = Change(
        "data/changes.yml", Text("2026-12-02-fix"), Text("2026-12-02"), (Text("plan/red-tape"),),
        both("쪽수를 <바로> 잡았다. 15쪽이다.", "A page number & its link were corrected. It is p. 15."),
    )  # fmt: skip
    pages = (Text("glossary/fdpr"),)
    minor = Change(
        "data/changes.yml", Text("2026-12-01-words"), Text("2026-12-01"), pages, minor=True
    )
    changes = {change.id: change for change in (correction, minor)}
    return dataclasses.replace(library, changes={**changes, **library.changes})


def parsed(library: Library, lang: Lang) -> etree._Element:
    return etree.fromstring(feed.atom(library, lang, ROOT).encode())


@each_language
def test_a_feed_has_what_the_standard_requires(changed: Library, lang: Lang) -> None:
    tree = parsed(changed, lang)
    for one in [tree, *tree.findall("a:entry", ATOM)]:
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"a:{name}", ATOM)) == 1
        assert one.findtext("a:id", None, ATOM).startswith("https://")
        assert datetime.fromisoformat(one.findtext("a:updated", None, ATOM)).tzinfo
        alternates = one.findall("a:link[@rel='alternate']", ATOM)
        assert len({(link.get("type"), link.get("hreflang")) for link in alternates}) == 1
    assert tree.findtext("a:author/a:name", None, ATOM)
    assert tree.find("a:link[@rel='self']", ATOM).get("href") == ROOT + feed.path(lang)
    ids = tree.xpath("//a:id/text()", namespaces=ATOM)
    assert len(set(ids)) == len(ids)


@each_language
def test_notes_come_in_their_language_and_minor_changes_do_not(
    changed: Library, lang: Lang
) -> None:
    entries = parsed(changed, lang).findall("a:entry", ATOM)
    notes = [change.note[lang] for change in changed.changes.values() if change.note]
    assert [entry.findtext("a:content", None, ATOM) for entry in entries] == notes
    assert all(bool(re.search("[가-힣]", note)) is (lang == "ko") for note in notes)


def test_the_feed_is_as_new_as_its_newest_change(changed: Library) -> None:
    tree = parsed(changed, "ko")
    assert tree.findtext("a:updated", None, ATOM) == "2026-12-02T12:00:00Z"
    first = tree.find("a:entry", ATOM)
    assert first.findtext("a:title", None, ATOM) == "쪽수를 <바로> 잡았다."
    assert first.find("a:link", ATOM).get("href") == f"{ROOT}plan/red-tape/"


def test_a_page_s_last_change_is_the_newest_that_names_it(changed: Library) -> None:
    assert changed.changed_on("plan/red-tape") == "2026-12-02"
    assert changed.changed_on("about") == list(changed.changes.values())[-1].date
