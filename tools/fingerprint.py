"""Fingerprints of a text, by which a copied sentence is found without keeping the text.

`python tools/fingerprint.py plan.txt > tests/actionplan/plan-fingerprints.txt`, where plan.txt is what
`pdftotext -layout` makes of the plan's official PDF. A fingerprint is a short hash of nine words in a
row, letters and digits only. It must not know what is compared with it.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

RUN = 9
"""Words in a row that are a copy: the style guide allows eight, names aside."""
BYTES = 5
"""Of each hash. With five, fewer than one text of the project's size in 500 meets one by chance."""

WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> list[str]:
    """Words in small letters, without signs: `U.S.-made` is `u`, `s`, `made`."""
    return WORD.findall(text.lower())


def fingerprints(found: list[str]) -> Iterator[bytes]:
    """One for each word that has enough words after it, in order."""
    for start in range(len(found) - RUN + 1):
        run = " ".join(found[start : start + RUN])
        yield hashlib.blake2b(run.encode(), digest_size=BYTES).digest()


def packed(prints: set[bytes]) -> str:
    """As lines of base64, sorted so that they give the text's order away to nobody."""
    return textwrap.fill(base64.b64encode(b"".join(sorted(prints))).decode(), 100)


def unpacked(lines: str) -> frozenset[bytes]:
    """What `packed` packed."""
    whole = base64.b64decode(lines)
    return frozenset(whole[at : at + BYTES] for at in range(0, len(whole), BYTES))


def main(path: str) -> None:
    """Prints the fingerprints of a text file."""
    print(packed(set(fingerprints(words(Path(path).read_text(encoding="utf-8"))))))


if __name__ == "__main__":
    main(sys.argv[1])
