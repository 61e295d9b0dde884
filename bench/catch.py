"""How many of the golden mistakes are caught, and how many harmless edits raise an alarm, ours beside stock.

Stock is `mkdocs build --strict` with Material and static-i18n on the same small site: as it is delivered,
and with every `validation:` at `warn`. It catches a mistake if the build stops, wherever it points.
"""

from __future__ import annotations

import logging
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.mistakes.cases import HERE, Case, cases, changed_site, said

from . import peers
from .figure import Budget, Figure, Say

VALIDATION = """
validation:
  nav: {omitted_files: ignore, not_found: warn, absolute_links: warn}
  links: {not_found: warn, absolute_links: warn, unrecognized_links: warn, anchors: warn}
"""
STOCK = {"mkdocs --strict": "", "mkdocs --strict, all validation": VALIDATION}
WAYS = ("ours", *STOCK)


def figure(say: Say) -> Figure:
    """Caught mistakes by family, and false alarms."""
    _silence()
    caught, alarms = _count(cases(HERE), say), _count(cases(HERE.parent / "benign"), say)
    clean = {way: _stops({"changes": []}, config) for way, config in STOCK.items()}
    number = sum(family["cases"] for family in caught.values())
    ours = sum(family["ours"] for family in caught.values())
    false = sum(family["ours"] for family in alarms.values())
    return Figure(
        f"{number} mistakes and {sum(f['cases'] for f in alarms.values())} harmless edits",
        ["family", "cases", *WAYS],
        [
            *_rows(caught, ""),
            *_rows(alarms, "harmless: "),
            ["mistakes", str(number), *(str(sum(f[way] for f in caught.values())) for way in WAYS)],
        ],
        (
            "Ours counts only if every line is the expected one, with file, line, column and remedy in both languages. "
            f"Stock counts if the build stops at all{'' if not any(clean.values()) else ' (it stops on the clean site too)'}. "
            "The cases are this project's own tests, so ours is at 100 % by construction; what they show is what stock lets through."
        ),
        [
            Budget("mistakes caught", "all", f"{ours} of {number}", ours == number),
            Budget("harmless edits with an alarm", "0", str(false), false == 0),
        ],
    )


def _count(found: list[Case], say: Say) -> dict[str, Counter[str]]:
    """Cases by family, and in how many of them each way says something (ours: just what it should)."""
    families: dict[str, Counter[str]] = {}
    with ProcessPoolExecutor(initializer=_silence) as pool:
        for number, (case, verdicts) in enumerate(
            zip(found, pool.map(_judged, found), strict=True)
        ):
            if number % 50 == 0:
                say(f"case {number + 1} of {len(found)}")
            families.setdefault(case["family"], Counter()).update(verdicts)
    return families


def _silence() -> None:
    """What MkDocs says of each case is of no interest."""
    logger = logging.getLogger("mkdocs")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False


def _judged(case: Case) -> dict[str, int]:
    plain, all_validation = STOCK
    stops = _stops(case, STOCK[all_validation])
    # More warnings stop no build that fewer let through.
    stock = {plain: int(stops and _stops(case, STOCK[plain])), all_validation: int(stops)}
    return {"cases": 1, "ours": int(_ours(case)), **stock}


def _ours(case: Case) -> bool:
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        lines = said(case, Path(work))
    if "en" not in case:
        return bool(lines["en"])
    return bool(lines["en"] == case["en"] and lines["ko"] == case["ko"])


def _stops(case: Case, validation: str) -> bool:
    """Whether a strict build of the changed site fails."""
    clean = utils.clean_directory
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        root = changed_site(case, Path(work))
        file = peers.config(root, "Material, static-i18n")
        file.write_text(file.read_text("utf-8") + validation, "utf-8")
        try:
            config = load_config(str(file), site_dir=str(Path(work, "site-built")), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            config.plugins.events["env"].append(_keep_templates)
            build(config)
        except BaseException as error:  # MkDocs leaves by SystemExit, plugins by anything
            if isinstance(error, KeyboardInterrupt):
                raise
            return True
        finally:
            utils.clean_directory = clean
    return False


class _Compiled(BytecodeCache):
    """Templates compiled once for all builds of this process, which takes half of the time of each."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives what is kept of a template."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


TEMPLATES = _Compiled()


def _keep_templates(env: Environment, **_: object) -> None:
    env.bytecode_cache = TEMPLATES


def _rows(families: dict[str, Counter[str]], before: str) -> list[list[str]]:
    return [
        [before + name, str(counts["cases"]), *(str(counts[way]) for way in WAYS)]
        for name, counts in families.items()
    ]
