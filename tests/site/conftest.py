"""The built site, read once for all tests of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .crawl import Built, read


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Built]:
    """Every page of the built site by its address, the one for unknown addresses too."""
    return read(site)
