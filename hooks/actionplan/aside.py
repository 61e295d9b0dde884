"""Complete blocks of HTML kept apart from Markdown while it is rendered, and put back afterwards.

What views draw is HTML already. Markdown would copy it as it stands, but reads all of it twice on the
way, which costs a sixth of a build. It must not know what the blocks are.
"""

from __future__ import annotations

import re

START = re.compile(r"<(div|aside|section|figure|table|ol|ul|dl|nav|details|form)\b")
FENCE = re.compile(r"(?m)^(?:```|~~~)")
MARK = re.compile(r"<!--block (\d+)-->")
ID = re.compile(r'\bid="([^"]+)"')


def take_out(markdown: str) -> tuple[str, list[str]]:
    """Markdown with a mark in place of each block between blank lines, and the blocks.

    A text with fences is left as it is: what looks like a block may be code.
    """
    if FENCE.search(markdown):
        return markdown, []
    blocks: list[str] = []
    parts = markdown.split("\n\n")
    for number, part in enumerate(parts):
        if _complete(part):
            parts[number] = f"<!--block {len(blocks)}-->"
            blocks.append(part)
    return "\n\n".join(parts), blocks


def put_back(html: str, blocks: list[str]) -> str:
    """Rendered HTML with the blocks in their places."""
    return MARK.sub(lambda match: blocks[int(match[1])], html) if blocks else html


def ids(blocks: list[str]) -> set[str]:
    """Ids of the elements in blocks, which are targets of links."""
    return {id for block in blocks for id in ID.findall(block)}


def _complete(part: str) -> bool:
    """Whether a part is one element of its own, from its first to its last character."""
    start = START.match(part)
    if not start:
        return False
    depth = 0
    for tag in re.finditer(rf"<(/?){start[1]}\b[^>]*>", part):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end() == len(part)
    return False
