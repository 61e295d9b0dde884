"""Serves the site while it is written, and starts anew when hooks/ changes.

MkDocs itself follows pages, data, templates and mkdocs.yml, but keeps the hooks as it first
loaded them.
"""

from __future__ import annotations

import contextlib
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

HOST = "127.0.0.1"


def main(port: int) -> int:
    """Exit status of a server that does not come up at first; else runs until Ctrl-C."""
    if taken(port):
        print(f"Port {port} is taken: `make serve PORT={port + 1}`.", file=sys.stderr)
        return 1
    for stop in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(stop, signal.default_int_handler)
    print(f"Building. Then look at http://{HOST}:{port}{path()} (Ctrl-C stops).", flush=True)
    try:
        return follow(port)
    except KeyboardInterrupt:
        return 0


def taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def path() -> str:
    """Path of `site_url`, under which MkDocs serves."""
    found = re.search(
        r"(?m)^site_url:.*?//[^/\s]+(/[\w./-]*)", Path("mkdocs.yml").read_text("utf-8")
    )
    return found[1] if found else "/"


def follow(port: int) -> int:
    """Run servers, one after another. A later one that fails waits for the next change."""
    first = True
    while True:
        before = code()
        with server(port) as process:
            while code() == before:
                if first and process.poll() is not None:
                    return process.returncode
                time.sleep(0.5)
        first = False
        print("hooks/ has changed: starting anew.", flush=True)


def code() -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for file in Path("hooks").rglob("*.py")}


@contextlib.contextmanager
def server(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A MkDocs of its own session, so that it is stopped once: by us, whoever stops us."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{port}"]
    process = subprocess.Popen(command, start_new_session=True)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
