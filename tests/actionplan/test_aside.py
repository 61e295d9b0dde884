"""HTML blocks kept apart from Markdown: what is taken out, and that it comes back as it was."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.aside import ids, put_back, take_out

BLOCK = '<div class="cards"><div id="a-1">*one*</div><div>two</div></div>'


@given(
    st.lists(
        st.sampled_from([BLOCK, "Text.", "<div>", "</div>", "## Head {#h}", "<ol><li>x</li></ol>"])
    )
)
def test_what_is_taken_out_comes_back(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    assert put_back(*take_out(text)) == text


def test_the_rendered_page_is_the_same() -> None:
    text = (
        f"# Title\n\nA *word*.\n\n{BLOCK}\n\n- item\n\n<table><tr><td>1</td></tr></table>\n\nEnd."
    )
    rest, blocks = take_out(text)
    assert len(blocks) == 2
    assert put_back(markdown.markdown(rest), blocks) == markdown.markdown(text)


def test_the_ids_of_blocks_are_known() -> None:
    assert ids(take_out(BLOCK)[1]) == {"a-1"}


@pytest.mark.parametrize(
    "text",
    [
        f"```html\n\n{BLOCK}\n\n```",
        "<div>\n\nnot closed here",
        "<div>one</div> and text",
        "<div>one</div><div>two</div>",
        "    <div>code</div>",
        "Text with <span>a tag</span>.",
    ],
)
def test_what_is_no_complete_block_stays(text: str) -> None:
    assert take_out(text) == (text, [])
