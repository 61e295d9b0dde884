"""What the open data hold; `tables` says it, from the `columns` that it needs."""

from .columns import Column, Value
from .tables import DATASETS, GLOSSARY_FILES, SCHEMA_VERSION, Dataset

__all__ = ["DATASETS", "GLOSSARY_FILES", "SCHEMA_VERSION", "Column", "Dataset", "Value"]
