"""The library → files that the site publishes beside its pages.

Each module turns records into the text of one kind of file; nothing here writes to disk or knows
MkDocs.
"""
