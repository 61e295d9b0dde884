"""The readers of text, front matter and Markdown take anything: they never raise, and stay in place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan import blocks, frontmatter, inline, numbers, text
from actionplan.language import LANGS
from actionplan.outline import Outline

TOKENS = st.sampled_from(
    [
        "---\n", "\n", "\n\n", "a: b", "- ", "# ", "## A {#a}", "```", "~~~", "`", "``", "[", "](", ")", "![", "<!--",
        "-->", "<div>", "</div>", "<", ">", "> ", "|", "|---|", "{", "}", "{#", "**", "\t", "    ", "&a", "*a", "!!x ",
        "'", '"', ": ", " #", "[@plan, p. 3]", "[](action:1.1.1)", "[^1]", "[a]: b", "!!! note", "\u200b", "\ufeff",
        "\r\n", "\r", "\x00", "\u1112\u1161", "가", "나다.", "1조 ", "2,000억", "July 3", "\ud7a3", "\U0001f600", "\\",
    ]
)  # fmt: skip
MARKDOWN = st.lists(TOKENS, max_size=40).map("".join)
ANYTHING = MARKDOWN | st.text(max_size=200)


@given(st.binary(max_size=300) | ANYTHING.map(str.encode))
def test_any_bytes_become_text_and_problems_with_a_place(data: bytes) -> None:
    source, problems = text.decode("a.md", data)
    assert "\r" not in source.text
    assert source.usable or (source.text == "" and problems)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in problems)


@given(ANYTHING)
def test_front_matter_and_body_together_are_the_text(written: str) -> None:
    source, _ = text.decode("a.md", written.encode())
    document, problems = frontmatter.split(source)
    assert source.text.endswith(document.body)
    assert all(1 <= problem.line <= len(source.lines) + 1 for problem in problems)
    if document.body_line > 1 and document.body:
        assert "\n".join(source.lines[document.body_line - 1 :]) == document.body


@given(ANYTHING, st.sampled_from(["---\n{}\n---\nbody", "{}"]))
def test_the_same_is_said_of_windows_and_unix_lines(written: str, frame: str) -> None:
    unix = frame.format(written.replace("\r", ""))
    found = [frontmatter.split(text.decode("a.md", data)[0]) for data in (unix.encode(), unix.replace("\n", "\r\n").encode())]  # fmt: skip
    assert found[0][1] == found[1][1]


@given(ANYTHING)
def test_yaml_of_any_kind_gives_a_tree_or_a_problem(written: str) -> None:
    clean = text.decode("a.yml", written.encode())[0].text
    tree, problems = frontmatter.parse(clean, "a.yml")
    assert (
        tree is not None
        or problems
        or not clean.replace("---", "").replace("\ufeff", "").strip()
        or "#" in clean
        or "..." in clean
    )
    assert all(problem.path == "a.yml" and problem.line >= 1 for problem in problems)


@given(ANYTHING)
def test_everything_in_an_outline_lies_in_the_body(written: str) -> None:
    outline = Outline(text.decode("a.md", written.encode())[0].text, 7)
    found = [*outline.headings, *outline.links, *outline.citations, *outline.views, *outline.passages, *outline.definitions]  # fmt: skip
    places = [item.place for item in found] + [
        place for place, _ in (*outline.tags, *outline.attributes)
    ]
    for place in places:
        assert 0 <= place.start <= place.end <= len(outline.body)
        assert place.line == 7 + outline.body.count("\n", 0, place.start)
    assert len(outline.masked) == len(outline.prose) == len(outline.codeless) == len(outline.body)
    assert [line.number for line in outline.lines] == list(range(len(outline.written)))


@given(MARKDOWN)
def test_code_is_never_read_as_a_link_or_a_heading(written: str) -> None:
    code = written.replace("`", "").replace("~", "").replace("\r", "").replace("\x00", "")
    outline = Outline(f"```\n{code}\n```\n", 1)
    assert not outline.headings
    assert not outline.links
    assert not outline.prose.strip()


@given(ANYTHING, st.sampled_from(LANGS))
def test_numbers_stand_where_they_say(written: str, lang: str) -> None:
    for number in numbers.numbers(written, lang):  # type: ignore[arg-type]
        assert written[number.start : number.start + len(number.written)] == number.written
        assert number.value >= 0


@given(ANYTHING)
def test_blanking_keeps_every_offset(written: str) -> None:
    spans = inline.code_spans(written)
    blanked = inline.blank(written, spans)
    assert len(blanked) == len(written)
    assert blanked.count("\n") == written.count("\n")


@given(st.lists(TOKENS, min_size=1, max_size=6).map("".join))
def test_time_grows_in_proportion_to_the_text(written: str) -> None:
    once, many = (_seconds(written * count) for count in (100, 800))
    assert many < max(40 * once, 0.5)


def _seconds(written: str) -> float:
    start = time.process_time()
    outline = Outline(text.decode("a.md", written.encode())[0].text, 1)
    assert outline.prose is not None
    assert outline.passages is not None
    assert outline.links is not None
    return time.process_time() - start


@pytest.mark.parametrize(
    ("written", "kinds"),
    [
        ("a\nb\n\nc", ["text", "text", "blank", "text"]),
        ("- a\n    - b\n  - c", ["item", "item", "item"]),
        ("- a\n\n    b\n\nc", ["item", "blank", "text", "blank", "text"]),
        ("a\n\n    code\n\nb", ["text", "blank", "code", "blank", "text"]),
        ("!!! note\n    a", ["admonition", "text"]),
        ("a|b\n-|-\n1|2\nend", ["table", "table", "table", "text"]),
        ("```\n# a\n```", ["fence", "fence", "fence"]),
        ("since\n2025. Then", ["text", "text"]),
        ("> a\nb", ["quote", "text"]),
        ("# a\n***\n[a]: b\n{: .c }\n<b>", ["heading", "rule", "definition", "attributes", "html"]),
    ],
)
def test_lines_are_of_the_kinds_that_the_renderer_sees(written: str, kinds: list[str]) -> None:
    lines = written.split("\n")
    assert [line.kind for line in blocks.classify(lines, blocks.fences(lines))] == kinds


@pytest.mark.parametrize(
    ("written", "lang", "values"),
    [
        ("47억 5천만 달러", "ko", [4_750_000_000]),
        ("1조 2,000억 원", "ko", [1_200_000_000_000]),
        ("무역법 301조와 122조", "ko", [301, 122]),
        ("3만 5천 명, 2만 6,000장", "ko", [35_000, 26_000]),
        ("2025년 7월 23일", "ko", [2025, 7, 23]),
        ("3분의 2와 제3축", "ko", []),
        ("80%와 H200, HBM4", "ko", [80]),
        ("USD 4.75 billion", "en", [4_750_000_000]),
        ("3,500 and 1.2 trillion", "en", [3_500, 1_200_000_000_000]),
        ("the 1990s, the H200", "en", [1990]),
    ],
)
def test_numbers_have_their_value_in_both_styles(
    written: str, lang: str, values: list[int]
) -> None:
    assert [number.value for number in numbers.numbers(written, lang)] == values  # type: ignore[arg-type]
