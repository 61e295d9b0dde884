"""How many changes of the rules' own code the golden cases notice: every nth mutant that Cosmic Ray makes.

A mutant is a rule's module with one comparison turned, one number, condition or loop changed. Each runs
alone in a copy of the core, `python -m bench.mutants MODULE`, until the first case that says something
else: first the cases that name a rule of the mutated module, then all others and the harmless edits.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

from .figure import ROOT, Budget, Figure, Say

RULES = Path("actionplan", "rules")
EVERY = 23
"""Each such mutant is tried, counted over all modules in the order of their names."""
PATIENCE = 10
"""A mutant that takes so many times as long as the unchanged code never ends, and counts as noticed."""
BAR = 90
# Changes of meaning that any code has. Left out: those of `|`, which stand in annotations for the most
# part, and those that stop a module from being imported, which any test would notice.
OPERATORS = (
    "AddNot", "NumberReplacer", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue",
    "ZeroIterationForLoop", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ReplaceUnaryOperator_Delete_Not",
    "ReplaceComparisonOperator_Eq_NotEq", "ReplaceComparisonOperator_NotEq_Eq", "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_LtE_Lt", "ReplaceComparisonOperator_Gt_GtE", "ReplaceComparisonOperator_GtE_Gt",
    "ReplaceComparisonOperator_Is_IsNot", "ReplaceComparisonOperator_IsNot_Is", "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add",
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change of one module: the operator that makes it, which of its occurrences, and on which line."""

    module: str
    operator: str
    occurrence: int
    line: int

    def code(self) -> str:
        """The module's text with the change."""
        written = (ROOT / "hooks" / RULES / self.module).read_text(encoding="utf-8")
        return str(mutate_code(written, get_operator(f"core/{self.operator}")(), self.occurrence))


def mutants() -> Iterator[Mutant]:
    """All mutants, in order of their modules, operators and places."""
    for path in sorted((ROOT / "hooks" / RULES).glob("*.py")):
        nodes = list(ast_nodes(get_ast_from_path(path)))
        for name in OPERATORS:
            operator = get_operator(f"core/{name}")()
            places = [place for node in nodes for place in operator.mutation_positions(node)]
            for occurrence, ((line, _), _) in enumerate(places):
                yield Mutant(path.name, name, occurrence, line)


def figure(say: Say) -> Figure:
    """Mutants tried and noticed, by module, with the places of those that nothing noticed."""
    every = list(mutants())
    chosen = every[::EVERY]
    tried, noticed, missed = Counter[str](), Counter[str](), []
    with tempfile.TemporaryDirectory() as folder:
        core = Path(folder, "hooks")
        shutil.copytree(ROOT / "hooks" / "actionplan", core / "actionplan")
        start = time.perf_counter()
        assert _run(core, "finding.py", None) == 0, "a case fails without any mutant"
        limit = PATIENCE * (time.perf_counter() - start)
        for number, mutant in enumerate(chosen):
            tried[mutant.module] += 1
            if _noticed(mutant, core, limit):
                noticed[mutant.module] += 1
            else:
                missed.append(f"{mutant.module}:{mutant.line} {mutant.operator}")
                say(f"{number + 1} of {len(chosen)}: nothing noticed {missed[-1]}")
    share = 100 * noticed.total() / tried.total()
    return Figure(
        f"{len(chosen)} of {len(every)} mutants of the rules",
        ["module", "mutants", "noticed"],
        [
            *([name, str(tried[name]), str(noticed[name])] for name in sorted(tried)),
            ["all", str(tried.total()), f"{noticed.total()} ({share:.0f} %)"],
        ],
        f"Every {EVERY}th mutant, run against the golden cases. Not noticed: {'; '.join(missed) or 'none'}.",
        [Budget("mutants noticed", f"≥ {BAR} %", f"{share:.0f} %", share >= BAR)],
    )


def _noticed(mutant: Mutant, core: Path, limit: float) -> bool:
    """Whether some case says something else, or nothing at all, with the mutant in place."""
    module = core / RULES / mutant.module
    before = module.read_text(encoding="utf-8")
    module.write_text(mutant.code(), encoding="utf-8")
    try:
        return _run(core, mutant.module, limit) != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        module.write_text(before, encoding="utf-8")


def _run(core: Path, module: str, limit: float | None) -> int:
    """Exit status of the cases on a copy of the core. Raises TimeoutExpired after `limit` seconds."""
    command = [sys.executable, "-m", "bench.mutants", module]
    paths = {"PYTHONPATH": f"{core}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **paths}, capture_output=True, timeout=limit, check=False
    )  # fmt: skip
    return done.returncode


def same(module: str) -> bool:
    """Whether every case still says what it should, those that concern a module first."""
    from tests.mistakes.cases import HERE, cases, said  # noqa: PLC0415 (reads the core, mutated or not)

    written = (ROOT / "hooks" / RULES / module).read_text(encoding="utf-8")
    names = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+|[a-z]{4,})"', written))
    found = [*cases(HERE), *cases(HERE.parent / "benign")]
    first = [any(line.split(": ")[1] in names for line in case.get("en", ())) for case in found]
    order = sorted(
        zip(first, range(len(found)), strict=True), key=lambda pair: (not pair[0], pair[1])
    )
    with tempfile.TemporaryDirectory() as folder:
        for _, number in order:
            case, place = found[number], Path(folder, str(number))
            lines = said(case, place)
            shutil.rmtree(place)
            if any(lines[lang] != case.get(lang, []) for lang in lines):
                return False
    return True


if __name__ == "__main__":
    sys.exit(0 if same(sys.argv[1]) else 1)
