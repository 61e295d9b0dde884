"""How many changes of the rules' own code the tests notice: every nth mutant that Cosmic Ray makes.

A mutant is a rule's module with one comparison turned, one number, condition or loop changed. Each is tried
in a process of its own, by the golden cases and harmless edits until the first of which something else is
said, those that name a rule of the mutated module first.
"""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from tests.mistakes.cases import HERE, SITE, Case, cases, changed_site

from actionplan.language import LANGS
from actionplan.library import Library
from actionplan.problem import as_text
from actionplan.reading import load

from .figure import ROOT, Budget, Figure, Say

PACKAGE = "actionplan.rules"
RULES = ROOT / "hooks" / "actionplan" / "rules"
EVERY, FIRST = 23, 11
"""Each such mutant is tried, counted over all modules in the order of their names, from one on that no test was written for."""
PATIENCE = 3
"""A mutant that takes so many times as long as the unchanged code never ends, and counts as noticed."""
BAR = 90
ASSURANCE = re.compile(r"strict=(?=True$)|lru_cache\(maxsize=(?=\d+$)")
"""What says again that two lengths agree, or gives a cache its size: nothing can notice a change of these."""
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
        written = (RULES / self.module).read_text(encoding="utf-8")
        return str(mutate_code(written, get_operator(f"core/{self.operator}")(), self.occurrence))


def mutants() -> Iterator[Mutant]:
    """All mutants, in order of their modules, operators and places."""
    for path in sorted(RULES.glob("*.py")):
        nodes = list(ast_nodes(get_ast_from_path(path)))
        lines = path.read_text(encoding="utf-8").splitlines()
        for name in OPERATORS:
            operator = get_operator(f"core/{name}")()
            places = [place for node in nodes for place in operator.mutation_positions(node)]
            for occurrence, ((line, _), (_, last)) in enumerate(places):
                if not ASSURANCE.search(lines[line - 1][:last]):
                    yield Mutant(path.name, name, occurrence, line)


def figure(say: Say) -> Figure:
    """Mutants tried and noticed, by module, with the places of those that nothing noticed."""
    every = list(mutants())
    chosen = every[FIRST::EVERY]
    tried, noticed, missed = Counter[str](), Counter[str](), []
    with tempfile.TemporaryDirectory() as folder:
        for number, (mutant, seen) in enumerate(trials(chosen, read_cases(Path(folder)))):
            tried[mutant.module] += 1
            noticed[mutant.module] += seen
            if not seen:
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
        f"One mutant in {EVERY}, run against the golden cases. Not noticed: {'; '.join(missed) or 'none'}.",
        [Budget("mutants noticed", f"≥ {BAR} %", f"{share:.0f} %", share >= BAR)],
    )


# ---- Trials, each in a process forked from one that has read all cases


@dataclass(frozen=True)
class Read:
    """A case with what was read of its site; no rule has looked at it."""

    case: Case
    library: Library

    def same(self, check: Any) -> bool:
        """Whether a check says of the site what the case expects, in both languages."""
        problems = check(self.library)
        return all([as_text(p, lang) for p in problems] == self.case.get(lang, []) for lang in LANGS)  # fmt: skip

    def names(self, rules: set[str]) -> bool:
        """Whether one of these rules is expected to speak."""
        return any(line.split(": ")[1] in rules for line in self.case.get("en", ()))


def read_cases(folder: Path) -> list[Read]:
    """All mistakes and harmless edits as sites below a folder; what they share with the clean site is read once."""
    found = [*cases(HERE), *cases(HERE.parent / "benign")]
    clean = load(SITE)
    return [
        Read(case, load(changed_site(case, folder / str(number)), clean))
        for number, case in enumerate(found)
    ]


def trials(chosen: list[Mutant], found: list[Read]) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant, and whether it is noticed. Raises AssertionError where a case fails without any mutant."""
    forks = multiprocessing.get_context("fork")
    gc.freeze()
    with forks.Pool(1, _given.extend, (found,)) as alone:
        seconds = PATIENCE * alone.apply(_seconds)
    with forks.Pool(initializer=_given.extend, initargs=(found,), maxtasksperchild=1) as pool:
        yield from zip(chosen, pool.imap(partial(_noticed, seconds), chosen), strict=True)


_given: list[Read] = []
"""In a forked process, the cases to try."""


class _TooLongError(BaseException):
    """A trial takes longer than anything that ends; no rule may catch it."""


def _too_long(*_: object) -> None:
    raise _TooLongError


def _seconds() -> float:
    """Processor seconds of all cases without any mutant, which hold."""
    start = time.process_time()
    assert _hold(None), "a case fails without any mutant"
    return time.process_time() - start


def _noticed(seconds: float, mutant: Mutant) -> bool:
    """Whether some case says something else, or nothing within so many seconds, with the mutant in place."""
    signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return not _hold(mutant)
    except (Exception, _TooLongError):
        return True


def _hold(mutant: Mutant | None) -> bool:
    """Whether all cases hold, those first that concern the mutated module."""
    rules = _rules_with(mutant)
    written = (RULES / mutant.module).read_text(encoding="utf-8") if mutant else ""
    names = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+|[a-z]{4,})"', written))
    in_order = sorted(_given, key=lambda read: not read.names(names))
    return all(read.same(rules.check) for read in in_order)


def _rules_with(mutant: Mutant | None) -> Any:
    """The package of rules, imported anew with the mutant in place of its module."""
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]
    if mutant:
        sys.meta_path.insert(0, _Finder(mutant))
    return importlib.import_module(PACKAGE)


@dataclass(frozen=True)
class _Finder:
    """Finds the mutated module before any other finder does."""

    mutant: Mutant

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        stem = self.mutant.module.removesuffix(".py")
        if name != (PACKAGE if stem == "__init__" else f"{PACKAGE}.{stem}"):
            return None
        path = RULES / self.mutant.module
        return spec_from_file_location(name, path, loader=_Loader(self.mutant, name, str(path)))


class _Loader(SourceFileLoader):
    def __init__(self, mutant: Mutant, name: str, path: str) -> None:
        super().__init__(name, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.mutant.code(), self.get_filename(fullname), "exec")
