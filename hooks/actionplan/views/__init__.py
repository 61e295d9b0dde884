"""The graph → Markdown and HTML fragments that the build puts into pages.

`pages.compose` is the way in: it turns one page of the library into the Markdown that a renderer takes.
Each module draws one kind of thing. Nothing here knows MkDocs or reads files.
"""
