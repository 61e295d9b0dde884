"""A build that goes on whatever the check finds: `python -m bench.grown_build site/` in a grown project.

The check runs and takes its time; its problems and those of the search packs' budgets are thrown away,
because content that is multiplied breaks rules about counts, names and sizes.
"""

from __future__ import annotations

import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config

from actionplan import rules
from actionplan.library import Library
from actionplan.problem import Problem
from actionplan.search import site
from actionplan.search.gates import faults

check = rules.check


def main(folder: str) -> None:
    """Builds the project in the current folder."""

    def checked(library: Library) -> list[Problem]:
        check(library)
        return []

    rules.check = checked
    vars(site)["faults"] = lambda *pack: (list(faults(*pack)), iter(()))[1]
    config = load_config("mkdocs.yml", site_dir=folder)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


if __name__ == "__main__":
    main(sys.argv[1])
