# SPDX-License-Identifier: MIT
"""A scratch computer: a home with the hooks installed, a project, and the log they keep."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from client import Session

REPOSITORY = Path(__file__).resolve().parents[2]
SECRET = "correct-horse-battery"
PLAIN = "nothing to hide"

PROJECT_FILES = {
    ".env": f"API_TOKEN={SECRET}\n",
    "main.py": f'print("{PLAIN}")\n',
    "README.md": "# A project\n",
    ".claude/settings.json": '{\n  "permissions": {\n    "deny": ["Bash(touch *)"]\n  }\n}\n',
}


def run(command: list[str], home: Path, directory: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as the user of the scratch computer."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    return subprocess.run(
        command,
        check=False,
        cwd=directory,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


class Machine:
    """One such computer, a copy of the one that install.sh was run on.

    All copies live in the same place, one after the other, since the settings name the hooks by absolute path.
    """

    def __init__(self, scratch: Path, client: Path) -> None:
        self._root = scratch / "machine"
        self._installed = scratch / "installed"
        self._client = client
        self.home = self._root / "home"
        self.project = self.home / "project"
        self.prefix = self._root / "prefix"
        self.user_settings = self.home / ".claude/settings.json"
        self.managed = self._root / "etc/security-hooks"

    def install(self) -> str:
        """Run install.sh for the user, and return what it said."""
        self.home.mkdir(parents=True)
        self.home.with_name("tmp").mkdir()
        command = ["./install.sh", "--user", "--prefix", str(self.prefix)]
        installer = run(command, self.home, REPOSITORY)
        if installer.returncode != 0:
            raise AssertionError(f"install.sh failed:\n{installer.stdout}{installer.stderr}")
        self._make_project()
        self._root.rename(self._installed)
        return installer.stdout

    def reset(self) -> None:
        """Go back to the state right after the installation."""
        shutil.rmtree(self._root, ignore_errors=True)
        shutil.copytree(self._installed, self._root, symlinks=True)

    def _make_project(self) -> None:
        for name, text in PROJECT_FILES.items():
            self.write(self.project / name, text)
        self.write(self.home / ".gitconfig", "[user]\n\tname = dev\n\temail = dev@localhost\n")
        for command in (["git", "init", "-q"], ["git", "add", "main.py"], ["git", "commit", "-qm", "Start"]):
            run(command, self.home, self.project).check_returncode()

    def session(self, mode: str = "bypassPermissions") -> Session:
        """Start the client in the project; with managed documents where the scenario has written some."""
        return Session(self._client, self.home, self.project, mode, self._launcher())

    def has_managed_documents(self) -> bool:
        """Whether this system can show a program another /etc, where root alone has written."""
        self.managed.mkdir(parents=True, exist_ok=True)
        return run([*self._launcher(), "test", "-O", "/etc/security-hooks"], self.home, self.home).returncode == 0

    def _launcher(self) -> list[str]:
        """A command that lays our /etc over that of the system, for the program that follows and nobody else."""
        if not self.managed.exists():
            return []
        mount = 'mount -t overlay overlay -o lowerdir="$0":/etc /etc && exec "$@"'
        return ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, str(self.managed.parent)]

    def write(self, path: Path, text: str) -> None:
        """Write a file from outside the client."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def change_settings(self, path: Path, change: Callable[[dict[str, Any]], object]) -> str:
        """Change a settings file from outside the client, and return drift's verdict about the change."""
        # The client begins to watch its settings a moment after the first prompt.
        time.sleep(1.5)
        judged = len(self._config_changes())
        settings = json.loads(path.read_text()) if path.exists() else {}
        change(settings)
        self.write(path, json.dumps(settings, indent=2) + "\n")
        deadline = time.monotonic() + 20
        while len(changes := self._config_changes()) == judged:
            if time.monotonic() > deadline:
                raise AssertionError(f"no hook was asked about the change of {path}")
            time.sleep(0.1)
        # The client acts on the answer a moment after the record of it is written.
        time.sleep(1)
        return str(changes[-1]["decision"]["verdict"])

    def hookctl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the operator's tool."""
        return run([str(self.prefix / "bin/hookctl"), *arguments], self.home, self.project)

    def approver(self, name: str) -> Path:
        """Somebody with a key of their own, whom the managed documents name; returns the private key."""
        key = self._root / "people" / name
        key.parent.mkdir(exist_ok=True)
        make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(key)]
        run(make, self.home, self.project).check_returncode()
        with (self.managed / "allowed_signers").open("a") as signers:
            signers.write(f"{name}@example.com {key.with_suffix('.pub').read_text()}")
        return key

    def records(self) -> list[dict[str, Any]]:
        """The bodies of the records in the audit log; a record that is being written is left out."""
        log = Path(self.hookctl("audit", "path").stdout.strip())
        lines = (line for part in sorted(log.glob("*.jsonl")) for line in part.read_text().split("\n")[:-1])
        return [json.loads(line)["body"] for line in lines]

    def _config_changes(self) -> list[dict[str, Any]]:
        """Drift's records about changed settings."""
        return [r for r in self.records() if (r["writer"], r["event"]) == ("hook-drift", "ConfigChange")]
