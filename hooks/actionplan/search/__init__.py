"""The library → what search reads in the browser: packs of names and texts, and the worker's address.

Goals, the file format and the ranking are in DESIGN.md beside this file; the worker itself is in
docs/assets/javascripts/search/. `site.write` and `site.point` are the ways in. Nothing here knows MkDocs.
"""
