"""The files beside the pages, made once."""

from __future__ import annotations

import pytest

from actionplan.exports import beside
from actionplan.graph import Graph

ROOT = "https://example.org/site/"


@pytest.fixture(scope="session")
def files(graph: Graph) -> dict[str, str]:
    """Every file beside the pages by its path."""
    return beside.files(graph, ROOT)
