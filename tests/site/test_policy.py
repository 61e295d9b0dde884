"""The content security policy: on every page the same, first in its head, and true of its scripts."""

from __future__ import annotations

import base64
import hashlib
import re

from .crawl import Built

FORBIDDEN = re.compile(r"unsafe-|strict-dynamic|https?:|\*")


def _policy(page: Built) -> str:
    tags = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert len(tags) == 1, page.address
    return tags[0].attributes["content"]


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_every_page_has_the_same_policy_before_anything_loads(pages: dict[str, Built]) -> None:
    assert len({_policy(page) for page in pages.values()}) == 1
    for page in pages.values():
        names = [tag.name for tag in page.tags]
        assert names[names.index("head") + 1] == "meta", page.address
        assert page.all("meta")[0].attributes.get("http-equiv"), page.address


def test_the_policy_allows_the_inline_scripts_of_the_pages_and_no_others(
    pages: dict[str, Built],
) -> None:
    allowed = set(re.findall(r"'sha256-[^']+'", _policy(pages[""])))
    needed = {_hash(script) for page in pages.values() for script in page.inline_scripts}
    assert needed == allowed


def test_the_policy_allows_no_other_site_and_nothing_unsafe(pages: dict[str, Built]) -> None:
    policy = _policy(pages[""])
    assert policy.startswith("default-src 'none'")
    assert FORBIDDEN.search(policy) is None


def test_no_page_needs_an_inline_style_or_an_event_attribute(pages: dict[str, Built]) -> None:
    found = [
        (page.address, tag.name, name)
        for page in pages.values()
        for tag in page.tags
        for name in tag.attributes
        if name == "style" or name.startswith("on")
    ]
    assert found == []
    assert [page.address for page in pages.values() if page.all("style")] == []
