"""The same source gives the same bytes, wherever and whenever it is built; dates are those of the content."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from actionplan.library import Library
from actionplan.urls import address

PROJECT = Path(__file__).resolve().parents[2]
PARTS = ("data", "docs", "hooks", "overrides", "mkdocs.yml", "package.json", "tsconfig.json")
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Asia/Seoul", "LC_ALL": "C.UTF-8"}
ROOT = "https://owner.github.io/ai-action-plan-korea/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_in_another_place_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "project"
    for part in PARTS:
        source = PROJECT / part
        copying = shutil.copytree if source.is_dir() else shutil.copy2
        copy.mkdir(parents=True, exist_ok=True)
        copying(source, copy / part)
    (copy / "node_modules").symlink_to(PROJECT / "node_modules")  # the minifier
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "made"]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(
        command, cwd=copy, env={**os.environ, **quiet, **ELSEWHERE}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert hashes(copy / "made") == hashes(site)


def test_the_sitemap_has_the_day_on_which_each_page_last_changed(
    site: Path, library: Library
) -> None:
    tree = ET.parse(site / "sitemap.xml")
    found = {
        url.findtext("s:loc", None, NAMES): url.findtext("s:lastmod", None, NAMES)
        for url in tree.iterfind("s:url", NAMES)
    }
    assert found == {
        ROOT + address(lang, name): library.changed_on(name) for lang, name in library.pages
    }


def test_every_page_shows_the_day_on_which_it_last_changed(site: Path, library: Library) -> None:
    for lang, name in library.pages:
        html = (site / address(lang, name) / "index.html").read_text("utf-8")
        assert f'<time datetime="{library.changed_on(name)}">' in html, name
