"""Measures of the project beside what readers and contributors would use instead: `make bench`."""
