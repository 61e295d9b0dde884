"""No sentence is copied: no page and no record shares nine words in a row with the plan.

plan-fingerprints.txt holds hashes made by tools/fingerprint.py from the plan's text, not the text. The
article's text isn't at hand and isn't ours to keep, so nothing here finds its sentences: there the rule
rests on an editor's eye.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from actionplan.library import Library

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from fingerprint import RUN, fingerprints, packed, unpacked, words  # noqa: E402

# Official names and titles that no record of the plan's bodies and instruments has. Names are facts.
NAMES = [
    "Removing Barriers to American Leadership in Artificial Intelligence",
    "Safe, Secure, and Trustworthy Development and Use of Artificial Intelligence",
    "Responsible AI and Generative AI Frameworks, Roadmaps, and Toolkits",
    "Revenue Act of 1978, 26 U.S.C. § 132",
]
# Titles and addresses of sources are as their publishers wrote them.
NOT_OURS = frozenset({"data/sources.yml"})

INVENTED = """A library in a small town counts its readers twice a year, once before the harvest and
once after it, because the roads are better then and the evenings are longer."""


@pytest.fixture(scope="module")
def plan() -> frozenset[bytes]:
    """The plan's fingerprints."""
    return unpacked(Path(__file__).with_name("plan-fingerprints.txt").read_text())


@pytest.fixture(scope="module")
def names(library: Library) -> list[str]:
    """Official names, as plain words."""
    records = (library.pillars, library.sections, library.agencies, library.instruments)
    titles = [getattr(r, "title", None) or r.name for group in records for r in group.values()]
    return [" ".join(words(name)) for name in [*NAMES, *(title.en for title in titles)]]


def shared(text: str, prints: frozenset[bytes]) -> Iterator[str]:
    """The longest runs of words that a text shares with the fingerprinted one."""
    found = words(text)
    hits = {at for at, print_ in enumerate(fingerprints(found)) if print_ in prints}
    for first in sorted(at for at in hits if at - 1 not in hits):
        last = first
        while last + 1 in hits:
            last += 1
        yield " ".join(found[first : last + RUN])


def copied(text: str, prints: frozenset[bytes], names: Iterable[str] = ()) -> list[str]:
    """Runs of at least nine shared words. An official name in the middle ends a run."""
    known = re.compile(
        r"\b(?:" + "|".join(sorted(names, key=len, reverse=True) or ["(?!)"]) + r")\b"
    )
    pieces = (piece for run in shared(text, prints) for piece in known.split(run))
    return [piece.strip() for piece in pieces if len(piece.split()) >= RUN]


def test_no_page_and_no_record_copies_the_plan(
    library: Library, plan: frozenset[bytes], names: list[str]
) -> None:
    texts = {path: source for path, source in library.texts.items() if path not in NOT_OURS}
    found = {path: copied(source.text, plan, names) for path, source in texts.items()}
    assert {path: runs for path, runs in found.items() if runs} == {}


def test_the_fingerprints_are_those_of_the_plan(library: Library, plan: frozenset[bytes]) -> None:
    titles = [" ".join(words(section.title.en)) for section in library.sections.values()]
    long = [title for title in titles if len(title.split()) >= RUN]
    assert len(long) >= 5
    assert [copied(title, plan) for title in long] == [[title] for title in long]
    assert len(plan) > 9000


@pytest.mark.parametrize(
    ("text", "run"),
    [
        (INVENTED, INVENTED),
        ("It is said: once before the harvest and once after it, because of rain.",
         "once before the harvest and once after it because"),
        ("counts its Readers, twice a year - once\nbefore the “harvest”",
         "counts its readers twice a year once before the harvest"),
        ("once before the harvest and once after it", ""),
        ("readers once before the harvest and once after it, when roads", ""),
    ],
)  # fmt: skip
def test_nine_words_in_a_row_are_a_copy_and_eight_are_not(text: str, run: str) -> None:
    prints = unpacked(packed(set(fingerprints(words(INVENTED)))))
    assert copied(f"Our own words. {text} Ours again.", prints) == [" ".join(words(run))] * bool(
        run
    )


def test_a_name_within_a_run_is_not_counted() -> None:
    prints = frozenset(fingerprints(words(INVENTED)))
    run = "in a small town counts its readers twice a year once before"
    assert copied(run, prints) == [run]
    assert copied(run, prints, ["counts its readers"]) == []
