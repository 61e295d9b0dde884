"""Packs and worker → the built site: what is written, and where pages look for it.

The version is a hash of everything that a search runs on, so that a browser never mixes two builds.
It must not know MkDocs; Material only by the address that it prints into each page.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import urls
from ..language import LANGS, Lang
from ..library import Library
from .gates import compressed, faults
from .opensearch import description
from .packs import packs

WORKER = "assets/javascripts/search"
ENTRY = "main.js"
TIERS = ("t", "x")
_STOCK_WORKER = re.compile(
    r'("search": ?"[^"]*)assets/javascripts/workers/search\.[0-9a-f]+\.min\.js"'
)


@dataclass(frozen=True)
class Search:
    """What one build writes for search: files by their path below the site, and their version."""

    root: Path
    files: dict[str, bytes]
    version: str

    @classmethod
    def of(cls, library: Library) -> Search:
        """Packs of both languages. Raises ValueError, one line for each fault, if a gate is closed."""
        files: dict[str, bytes] = {}
        wrong: list[str] = []
        for lang in LANGS:
            names, texts = packs(library, lang)
            contents = (_as_json(names), _as_json(texts))
            wrong += faults(names, (compressed(contents[0]), compressed(contents[1])))
            for tier, content in zip(TIERS, contents, strict=True):
                files[f"search/{lang}.{tier}.json"] = content
        if wrong:
            raise ValueError("\n".join(wrong))
        return cls(library.root, files, _version(library.root, files))

    def point(self, html: str, lang: Lang) -> str:
        """A page that starts our worker. Raises ValueError where the page starts none."""
        ours = rf'\g<1>{WORKER}/{ENTRY}?lang={lang}&v={self.version}"'
        pointed, count = _STOCK_WORKER.subn(ours, html)
        if count != 1:
            raise ValueError(f"search: expected one address of Material's worker, found {count}")
        return pointed

    def write(self, site: Path, address: str) -> None:
        """Writes what browsers ask for; the worker as one small file where the bundler is installed.

        `address` is the site's public one.
        """
        described = {
            urls.address(lang, "index") + "opensearch.xml": description(lang, address).encode()
            for lang in LANGS
        }
        for path, content in (self.files | described).items():
            file = site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        bundler = next(self.root.glob("node_modules/@esbuild/*/bin/esbuild"), None)
        if bundler:
            bundle(bundler, self.root / "docs" / WORKER, site / WORKER)


def bundle(bundler: Path, source: Path, folder: Path) -> None:
    """Replaces the worker's modules in a built site by one. The site works without this, but slower."""
    for module in folder.glob("*.js"):
        module.unlink()
    options = ["--bundle", "--minify", "--format=iife", "--target=es2022", "--charset=utf8"]
    command = [str(bundler), str(source / ENTRY), *options, f"--outfile={folder / ENTRY}"]
    subprocess.run([*command, "--log-level=warning"], check=True)


def _as_json(pack: dict[str, Any]) -> bytes:
    return json.dumps(pack, ensure_ascii=False, separators=(",", ":")).encode()


def _version(root: Path, files: dict[str, bytes]) -> str:
    parts = [*files.values()]
    parts += [path.read_bytes() for path in sorted((root / "docs" / WORKER).glob("*.js"))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:10]
