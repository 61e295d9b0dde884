"""The model of the site: files → records → graph → problems, pages and index.

This package knows the content (data/ and docs/) and nothing of MkDocs, Material or Jinja; it imports
only the standard library and yaml. Modules import each other in one direction:

    language ← problem, korean ← text, markup ← frontmatter, outline ← schema ← records ← urls
             ← library ← reading, mentions ← graph ← references ← views ← rules, search, exports

`hooks/mkdocs_hooks.py` and `hooks/check.py` are the edges that call it.
"""
