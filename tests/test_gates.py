"""The gates behind the rules: rendered HTML and the built site hold nothing that is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from actionplan.gates import HASH, POLICY, SCRIPT, Built, active, built, rendered, script_hash
from actionplan.language import Text
from actionplan.library import Page
from actionplan.outline import Outline
from actionplan.page_records import PageWords

HARMFUL = [
    '<script>alert(1)</script>',
    '<p onclick="alert(1)">text</p>',
    '<p ONCLICK=alert(1)>text</p>',
    '<p style="color: red">text</p>',
    '<a href="javascript:alert(1)">text</a>',
    '<a href="java&#115;cript:alert(1)">text</a>',
    '<a href=" javascript:alert(1)">text</a>',
    '<a href="java\tscript:alert(1)">text</a>',
    '<a href="data:text/html,x">text</a>',
    '<img src="https://evil.example/p.gif">',
    '<img src="//evil.example/p.gif">',
    '<iframe src="x"></iframe>',
    '<svg><foreignObject></foreignObject></svg>',
    '<svg><a xlink:href="javascript:alert(1)"></a></svg>',
    '<form action="https://evil.example/"></form>',
    '<object data="x"></object>',
    '<base href="https://evil.example/">',
    '<custom-element>text</custom-element>',
    '<img src=x onerror=alert(1)',
    '<p title="a" "onclick=x">text</p>',
]  # fmt: skip
HARMLESS = [
    '<p class="lead">text <a href="../a/#why">link</a> <abbr title="long">A</abbr></p>',
    '<p>1 < 2 and 3 > 2, a &lt;b&gt;</p>',
    '<!-- a comment --><table class="data"><tr><td data-label="x">1</td></tr></table>',
    '<svg viewBox="0 0 9 9" role="img" aria-labelledby="t"><title id="t">x</title><path d="M0 0"/></svg>',
    '<a href="https://example.org/" rel="noopener">text</a><img src="../assets/a.svg" alt="x">',
    '<input type="search" name="q"><select name="s"><option value="1">1</option></select>',
]  # fmt: skip
KNOWN = "var known = 1"
HEAD = f"<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' 'sha256-{script_hash(KNOWN)}'\">"


def page(body: str) -> Page:
    words = PageWords(Text("A"), Text("00000000"))
    return Page("docs/en/a.md", "en", "a", "page", "a", words, None, Outline(body, 5))


@pytest.mark.parametrize("html", HARMFUL)
def test_rendered_html_beyond_the_lists_is_refused(html: str) -> None:
    (problem,) = rendered(f"<p>before</p>{html}", page("text"))[:1]
    assert problem.rule == "html-rendered"


@pytest.mark.parametrize("html", HARMLESS)
def test_what_markdown_and_views_write_passes(html: str) -> None:
    assert rendered(html, page("text")) == []


def test_a_refused_tag_is_found_in_the_source() -> None:
    (problem,) = rendered("<marquee>x</marquee>", page("one\n\ntwo <marquee>x</marquee>"))[:1]
    assert (problem.path, problem.line, problem.column) == ("docs/en/a.md", 7, 5)


@pytest.mark.parametrize(
    "html",
    [
        "<script>var unknown = 1</script>",
        "<script type='module'>var unknown = 1</script>",
        '<p onmouseover="x">text</p>',
        '<p style="color: red">text</p>',
        '<script src="https://cdn.example/x.js"></script>',
        '<img src="//cdn.example/x.png">',
        '<link rel="stylesheet" href="https://fonts.example/x.css">',
        '<meta http-equiv="refresh" content="0; url=x">',
        '<base href="/">',
        '<iframe srcdoc="x"></iframe>',
        '<a href="javascript:x">text</a>',
    ],
)
def test_a_built_page_with_anything_active_is_refused(html: str) -> None:
    (problem,) = active(Built("a/index.html", f"{HEAD}\n{html}"))
    assert (problem.path, problem.line) == ("site/a/index.html", 2)
    assert problem.rule == "site-active"


@pytest.mark.parametrize(
    "html",
    [
        f"<script>{KNOWN}</script>",
        '<script src="../assets/x.js" type="module"></script>',
        '<script type="application/ld+json">{"a": "<p onclick=1>"}</script>',
        '<link rel="canonical" href="https://example.org/">',
        '<a href="https://example.org/">text</a>',
    ],
)
def test_a_built_page_with_what_we_know_passes(html: str) -> None:
    assert list(active(Built("index.html", HEAD + html))) == []


def test_a_script_before_the_policy_and_a_page_without_one_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<script>{KNOWN}</script>{HEAD}")
    (tmp_path / "b.html").write_text("<p>text</p>")
    assert [problem.path for problem in built(tmp_path)] == ["site/a.html", "site/b.html"]


def test_every_page_of_the_built_site_passes(site: Path) -> None:
    assert built(site) == []


def test_every_hash_of_the_policy_is_of_a_script_that_is_there(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    policy = POLICY.search(html)
    assert policy
    hashes = {script_hash(match[2]) for match in SCRIPT.finditer(html)}
    assert set(HASH.findall(policy[1])) <= hashes
