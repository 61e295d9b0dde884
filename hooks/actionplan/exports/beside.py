"""Every file that the site has beside its pages, by its path: cards, open data, feeds, llms.txt.

Only texts; who writes them decides where. It must not know MkDocs.
"""

from __future__ import annotations

from ..graph import Graph
from ..language import LANGS
from . import cards, feed, glossary_files, llms, tables


def files(graph: Graph, root: str) -> dict[str, str]:
    """Texts by their paths below the site's root, whose address is `root`, with a slash at its end."""
    library = graph.library
    made = {f"assets/cards/{lang}.json": cards.as_json(library, lang) for lang in LANGS}
    made |= {feed.path(lang): feed.atom(library, lang, root) for lang in LANGS}
    made["llms.txt"] = llms.text(library, root)
    data = tables.files(graph, root) | glossary_files.files(library, root)
    data["SHA256SUMS"] = tables.checksums(data)
    return made | {f"data/{name}": text for name, text in data.items()}
