"""The preview: what it shows is what a build makes, it follows edits, and mistakes don't stop it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, SUB_PATH

PARTS = ("docs", "data", "hooks", "overrides", "tools", "mkdocs.yml")
PATIENT = 120_000
"""Milliseconds for what takes one or two seconds on a machine with nothing else to do."""

TERM = "glossary/high-bandwidth-memory"


@dataclass(frozen=True)
class Preview:
    """A preview of a copy of the project, which a test may change."""

    url: str
    folder: Path

    def read(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path) as answer:
            return str(answer.read().decode())

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.folder / name
        before = file.read_text("utf-8")
        assert old in before
        file.write_text(before.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("preview")
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "tools/serve.py", str(port)]
    with subprocess.Popen(command, cwd=folder, env={**os.environ, "LANG": "en_US"}) as process:
        url = f"http://127.0.0.1:{port}/{SUB_PATH}/"
        _wait_for(url)
        yield Preview(url, folder)
        process.send_signal(signal.SIGINT)


def _wait_for(url: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(url).close()
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the preview does not come up")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may break the content security policy."""
    context = browser.new_context(locale="en-US")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda m: faults.append(m.text) if "Content Security" in m.text else None)
    yield opened
    context.close()
    assert faults == []


@pytest.mark.parametrize("path", [
    "", "en/", "plan/red-tape/", "en/korea/hbm-memory-supply/", "strategies/balanced-ecosystem/",
    "en/timeline/", f"{TERM}/", "assets/stylesheets/base.css",
])  # fmt: skip
def test_a_page_is_the_same_as_in_a_build(preview: Preview, site: Path, path: str) -> None:
    shown = preview.read(path)
    start = shown.find('<script type="module" src="/__preview__/')
    if start >= 0:
        shown = shown[:start] + shown[shown.index("</script>", start) + len("</script>") :]
    built = site / path / "index.html" if path.endswith("/") or not path else site / path
    assert shown == built.read_text("utf-8")


def test_an_unknown_address_shows_the_page_for_it(preview: Preview) -> None:
    with pytest.raises(urllib.error.HTTPError) as raised:
        preview.read("nowhere/")
    assert raised.value.code == 404
    assert "Page not found" in raised.value.read().decode()


def test_no_file_outside_the_site_is_given_out(preview: Preview) -> None:
    for path in ("%2e%2e/mkdocs.yml", "../../mkdocs.yml", "assets/%2e%2e/%2e%2e/mkdocs.yml"):
        with pytest.raises(urllib.error.HTTPError):
            preview.read(path)


def test_an_open_page_follows_an_edit(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.url}en/{TERM}/")
    preview.edit(f"docs/en/{TERM}.md", "\n## ", "\nA sentence from the test.\n\n## ")
    expect(page.locator("article")).to_contain_text("A sentence from the test.", timeout=PATIENT)


def test_a_new_title_is_seen_on_other_pages(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.url}en/")
    preview.edit("docs/en/changes.md", "title: Changes", "title: A title from the test")
    expect(page.locator("footer")).to_contain_text("A title from the test", timeout=PATIENT)
    preview.edit("docs/en/changes.md", "title: A title from the test", "title: Changes")


def test_a_mistake_is_shown_in_the_page_and_goes_when_it_is_mended(
    preview: Preview, page: Page
) -> None:
    page.goto(f"{preview.url}en/{TERM}/")
    preview.edit("docs/en/about.md", "# About", "[](term:no-such-term)\n\n# About")
    expect(page.locator("#preview-problems")).to_contain_text("docs/en/about.md:", timeout=PATIENT)
    page.goto(f"{preview.url}en/about/")
    expect(page.locator("#preview-problems")).to_contain_text("no-such-term", timeout=PATIENT)
    preview.edit("docs/en/about.md", "[](term:no-such-term)\n\n# About", "# About")
    expect(page.locator("h1")).to_contain_text("About", timeout=PATIENT)
    expect(page.locator("#preview-problems")).to_have_count(0, timeout=PATIENT)


def test_front_matter_that_cannot_be_read_stops_nothing(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.url}en/")
    preview.edit("docs/en/about.md", "---\n", "---\n: {[\n")
    expect(page.locator("#preview-problems")).to_contain_text("docs/en/about.md:", timeout=PATIENT)
    preview.edit("docs/en/about.md", "---\n: {[\n", "---\n")
    page.goto(f"{preview.url}en/about/")
    expect(page.locator("h1")).to_contain_text("About", timeout=PATIENT)


def test_a_configuration_that_cannot_be_read_stops_nothing(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.url}en/about/")
    preview.edit("mkdocs.yml", "site_name: AI", "site_name: [AI")
    expect(page.locator("body")).to_contain_text("mkdocs.yml", timeout=PATIENT)
    preview.edit("mkdocs.yml", "site_name: [AI", "site_name: AI")
    expect(page.locator("h1")).to_contain_text("About", timeout=PATIENT)
