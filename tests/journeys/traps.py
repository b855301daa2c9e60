"""Traps that count who comes: a web server of our own, and a file that tells when it is opened."""

import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_WATCH = """
import os, sys
heard = 0
while True:
    os.close(os.open(sys.argv[1], os.O_WRONLY))  # waits until somebody opens it to read
    if os.path.exists(sys.argv[1] + ".over"):
        break
    heard += 1
    if heard < 100:  # who keeps it open is heard again and again
        print("opened", flush=True)
"""


class Web:
    """A web server at this machine that remembers every address that it was asked for."""

    def __init__(self) -> None:
        self.hits: list[str] = []
        hits = self.hits

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hits.append(self.path)
                self.send_response(200)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class File:
    """A named pipe at `path`; a process of its own hears each time that it is opened to read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        command = [sys.executable, "-c", _WATCH, str(path)]
        self._watch = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def openings(self) -> int:
        """How often it was opened until now; can be asked once."""
        self.path.with_name(f"{self.path.name}.over").touch()
        ours = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK)  # whoever waits sees that it is over
        heard = self._watch.communicate()[0].count("opened")
        os.close(ours)
        return heard

    def close(self) -> None:
        """End the process that listens."""
        self._watch.kill()
        self._watch.wait()
        if self._watch.stdout is not None:
            self._watch.stdout.close()
