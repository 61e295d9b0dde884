"""The language in which messages are shown, from the environment.

POSIX.1-2017, section 8.2: LC_ALL overrides LC_MESSAGES, which overrides LANG. It must not read the
environment itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from .language import Lang


def reader_language(environment: Mapping[str, str]) -> Lang:
    """Korean for a Korean locale or none at all, English for any other."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    code = next((environment[name] for name in names if environment.get(name)), "ko")
    return "ko" if code.startswith("ko") else "en"
