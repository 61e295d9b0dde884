"""A build with a clock around each event of each plugin: `python -m bench.timed_build out.json site/`."""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Template
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import CombinedEvent, PluginCollection
from mkdocs.structure.pages import Page

NESTED = "mkdocs_static_i18n.plugin post_build"
"""Within it the second language is built, which is counted by its own events."""

spent: defaultdict[str, float] = defaultdict(float)


def clocked(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, with its time added to its name."""

    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[name] += time.process_time() - start

    return timed


def main(out: Path, site: Path) -> None:
    """Builds and writes seconds by step."""
    register = PluginCollection._register_event

    def registering(self: Any, event: str, method: Any, plugin_name: str | None = None) -> None:
        if isinstance(method, CombinedEvent):  # registers its parts one by one
            return register(self, event, method, plugin_name)
        module = getattr(method, "__module__", "?")
        timed = clocked(f"{'ours' if 'mkdocs_hooks' in module else module} {event}", method)
        timed.mkdocs_priority = getattr(method, "mkdocs_priority", 0)  # type: ignore[attr-defined]
        return register(self, event, timed, plugin_name)

    PluginCollection._register_event = registering  # type: ignore[method-assign,assignment]
    Page.render = clocked("Markdown", Page.render)  # type: ignore[method-assign]
    Template.render = clocked("templates", Template.render)  # type: ignore[method-assign]
    start = time.process_time()
    config = load_config("mkdocs.yml", site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    spent.pop(NESTED, 0)
    spent["whole build"] = time.process_time() - start
    out.write_text(json.dumps(spent))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
