"""Serves the site while it is written, and starts the preview anew when code changes.

The preview itself follows pages, data, templates and mkdocs.yml, but keeps code as it first loaded it.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

HOST = "127.0.0.1"
CODE = (Path("hooks"), Path("tools/preview"))


def main(port: int) -> int:
    """Exit status of a server that does not come up at first; else runs until Ctrl-C."""
    if taken(port):
        print(f"Port {port} is taken: `make serve PORT={port + 1}`.", file=sys.stderr)
        return 1
    for stop in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(stop, signal.default_int_handler)
    print(f"Look at http://{HOST}:{port}{path()} (Ctrl-C stops).", flush=True)
    try:
        return follow(port)
    except KeyboardInterrupt:
        return 0


def taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def path() -> str:
    """Path of `site_url`, under which the site is served."""
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
        print("Code has changed: starting anew.", flush=True)


def code() -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for folder in CODE for file in folder.rglob("*.py")}


@contextlib.contextmanager
def server(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A preview in its own session, so that it is stopped once: by us, whoever stops us."""
    command = [sys.executable, "-m", "preview", HOST, str(port), path()]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(("hooks", "tools"))}
    process = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
