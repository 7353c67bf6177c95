# SPDX-License-Identifier: MIT
"""What a person who installed the hooks relies on; each scenario is a session of the real client."""

from __future__ import annotations

import json
import re
import unittest
from collections.abc import Callable
from pathlib import Path
from typing import Any

from client import Session
from machine import PLAIN, SECRET, Machine, run
from model import Call, bash

REFUSALS = ("hook error:", "has been denied", "requested permissions")
"""What the client says when a hook, a rule or the default mode refused a call; a call can also just fail."""


class Scenario(unittest.TestCase):
    """A scenario on a scratch computer of its own; whatever happens in it, its log verifies afterwards."""

    machine: Machine

    def setUp(self) -> None:
        self.machine.reset()
        self.addCleanup(self.log_verifies)

    def log_verifies(self) -> None:
        """The log is intact and not empty."""
        verified = self.machine.hookctl("audit", "verify")
        self.assertEqual(verified.returncode, 0, f"the log does not verify: {verified.stdout}{verified.stderr}")
        self.assertTrue(self.machine.records(), "nothing was recorded")

    def start(self, mode: str = "bypassPermissions") -> Session:
        """Start a session; it ends with the scenario, before the log is verified."""
        session = self.machine.session(mode)
        self.addCleanup(session.close)
        return session

    def path(self, name: str) -> str:
        """The absolute name of a file in the project."""
        return str(self.machine.project / name)

    def assert_refused(self, session: Session, call: Call, *reasons: str) -> None:
        """The model makes the call and is told that it was refused, and why."""
        told = session.told(call)
        refused = told.failed and any(refusal in told.text for refusal in REFUSALS)
        self.assertTrue(refused, f"{call} was not refused, the model was told: {told.text}")
        for reason in reasons:
            self.assertIn(reason, told.text)

    def assert_runs(self, session: Session, call: Call, *outputs: str) -> None:
        """The model makes the call and gets its result."""
        told = session.told(call)
        self.assertFalse(told.failed, f"{call} was refused: {told.text}")
        for output in outputs:
            self.assertIn(output, told.text)


class Calls(Scenario):
    """What happens to the calls of the model."""

    def test_secret_read(self) -> None:
        """A secret file is not read by any tool, and the model is told why."""
        (self.machine.project / "notes.txt").symlink_to(".env")
        session = self.start()
        self.assert_refused(session, Call("Read", {"file_path": self.path(".env")}), ".env", "hookctl explain")
        self.assert_refused(session, Call("Read", {"file_path": self.path("notes.txt")}), "notes.txt")
        self.assert_refused(session, bash("cat .env"), ".env", "hookctl explain")
        self.assert_refused(session, bash("cd . && head -1 ./.e*v | tr a b"), ".env")
        monitor = {"command": "cat .env", "description": "Watch", "timeout_ms": 5000, "persistent": False}
        self.assert_refused(session, Call("Monitor", monitor), ".env")
        self.assertFalse(session.model.has_heard(SECRET))

    def test_secret_search(self) -> None:
        """A search over the project does not print the secret file."""
        session = self.start()
        for glob in ({}, {"glob": "*"}, {"glob": ".e*"}, {"glob": "*.{py,env}"}):
            session.told(Call("Grep", {"pattern": ".", "output_mode": "content", **glob}))
        session.told(Call("Grep", {"pattern": ".", "path": self.path(".env"), "output_mode": "content"}))
        self.assertFalse(session.model.has_heard(SECRET))

    def test_secret_mention(self) -> None:
        """A mention of a secret file in the prompt does not put it before the model."""
        session = self.start()
        session.ask("what does @.env say?")
        session.ask(f"and @{self.path('.env')} ?")
        self.assertFalse(session.model.has_heard(SECRET))

    def test_destruction(self) -> None:
        """A command that would delete the home is refused, and the home is still there."""
        session = self.start()
        self.assert_refused(session, bash("rm -rf ~"), "delete-home", "hookctl explain")
        self.assert_refused(session, bash('cd / && rm -rf "$HOME"/'))
        self.assert_refused(session, bash("true; sudo -n rm -r -f -- .."))
        self.assertTrue((self.machine.project / "main.py").exists())

    def test_ordinary_work(self) -> None:
        """Ordinary work runs as if there were no hooks."""
        session = self.start()
        main = self.path("main.py")
        self.assert_runs(session, bash("ls"), "main.py")
        self.assert_runs(session, bash("git status --short"), "README.md")
        self.assert_runs(session, Call("Read", {"file_path": main}), PLAIN)
        self.assert_runs(session, Call("Edit", {"file_path": main, "old_string": PLAIN, "new_string": "42"}))
        self.assert_runs(session, Call("Write", {"file_path": self.path("new.py"), "content": "import main\n"}))
        self.assert_runs(session, bash("cat new.py main.py | wc -l"), "2")
        self.assert_runs(session, bash("grep -rn import --include='*.py' . || true"), "new.py")
        self.assert_runs(session, Call("Grep", {"pattern": "import", "output_mode": "content"}), "new.py")
        self.assert_runs(session, bash('git add new.py && git commit -qm "Stop using rm -rf ~, read no .env"'))
        self.assert_runs(session, bash("cat > notes.md <<'END'\nnever run rm -rf ~ or cat .env\nEND"))
        self.assert_runs(session, bash("rm notes.md"))
        self.assertIn("42", (self.machine.project / "main.py").read_text())

    def test_unattended_ask(self) -> None:
        """What a person would be asked about is refused when there is nobody to ask."""
        session = self.start()
        self.assert_refused(session, bash("cat main.py; if then"), "nobody can be asked")

    def test_agent(self) -> None:
        """The calls of a sub-agent are judged too."""
        session = self.start()
        inner = bash("cat .env")
        session.model.agent_will_say("look around", [inner])
        task = {"description": "Look", "prompt": "look around", "subagent_type": "general-purpose"}
        session.told(Call("Task", {**task, "run_in_background": False}))
        self.assertIn("hook error:", session.model.told[inner.identity].text)
        self.assertFalse(session.model.has_heard(SECRET))

    def test_guard_gone(self) -> None:
        """Where the guard is gone or dies, nothing runs."""
        session = self.start()
        guard = self.machine.prefix / "libexec/security-hooks/hook-guard"
        calls = [bash("ls"), bash("touch gone"), bash("touch gone"), bash("touch gone")]

        def without_guard() -> Call:
            guard.unlink(missing_ok=True)
            return calls[1]

        def guard_not_executable() -> Call:
            self.machine.write(guard, "#!/bin/sh\nkill -9 $$\n")
            return calls[2]

        def guard_dies() -> Call:
            guard.chmod(0o755)
            return calls[3]

        session.ask("go on", calls[0], without_guard, guard_not_executable, guard_dies)
        told = [session.model.told[call.identity] for call in calls]
        self.assertEqual([answer.failed for answer in told], [False, True, True, True], told)
        self.assertFalse((self.machine.project / "gone").exists())

    def test_record(self) -> None:
        """The log holds the intent, the decision and the outcome of each call."""
        session = self.start()
        allowed, denied, failed = bash("ls"), bash("cat .env"), bash("ls missing")
        parallel = tuple(bash(f"echo {number}") for number in range(8))
        session.ask("go on", allowed, denied, failed, parallel)
        session.close()
        records = self.machine.records()
        for call in (allowed, denied, failed, *parallel):
            decided, *rest = [r for r in records if r.get("tool_use_id") == call.identity]
            self.assertEqual((decided["writer"], decided["event"]), ("hook-guard", "PreToolUse"))
            self.assertIn(call.arguments["command"], json.dumps(decided["input"]))
            self.assertEqual(decided["decision"]["verdict"], "deny" if call is denied else "allow")
            ended = [r["outcome"]["status"] for r in rest if r.get("outcome", {}).get("status")]
            self.assertEqual(ended, [] if call is denied else ["failed" if call is failed else "ok"])


class Approvals(Scenario):
    """What others approve while nobody is at the terminal."""

    def setUp(self) -> None:
        super().setUp()
        if not self.machine.has_managed_documents():
            self.skipTest("this system lets nobody lay a directory over /etc")
        policy = {"version": 1, "approvals": {"allowedSigners": "/etc/security-hooks/allowed_signers"}}
        self.machine.write(self.machine.managed / "policy.json", json.dumps(policy))
        self.remote = self.machine.home / "remote.git"
        self.git("init", "-q", "--bare", str(self.remote))
        self.git("remote", "add", "origin", str(self.remote))

    def git(self, *arguments: str) -> str:
        """Run git in the project, from outside the client."""
        done = run(["git", *arguments], self.machine.home, self.machine.project)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def test_production_merge(self) -> None:
        """A push to production that two people approved passes in the next session, once and only once."""
        alice, bob = self.machine.approver("alice"), self.machine.approver("bob")
        merge = bash("git push origin HEAD:main")
        first = self.start()
        told = first.told(merge)
        self.assertTrue(told.failed, told.text)
        found = re.search(r"request ([A-Z2-7]{12}) needs 2 approvals by others", told.text)
        assert found, told.text
        request = found[1]
        self.assert_refused(first, bash(f"hookctl approvals approve {request} --key {alice}"), "approve-request")
        first.close()
        for key in (alice, bob):
            self.assertEqual(self.git("ls-remote", "origin", "main"), "")
            signed = self.machine.hookctl("approvals", "approve", request, "--key", str(key))
            self.assertEqual(signed.returncode, 0, signed.stderr)
        second = self.start()
        self.assert_runs(second, bash("git push origin HEAD:main"))
        self.assertIn(self.git("rev-parse", "HEAD"), self.git("ls-remote", "origin", "main"))
        self.assert_refused(second, bash("git push origin HEAD:main"), "it has been used")
        third = self.start()
        self.assert_refused(third, bash("git push origin HEAD:main"), "it has been used")
        states = [
            next(field["text"] for field in record["input"] if field["name"] == "state")
            for record in self.machine.records()
            if record["stage"] == "approval"
        ]
        self.assertEqual(states.count("used"), 1, states)
        self.assertEqual(states[0], "requested")

    def test_moved_head(self) -> None:
        """An approval does not count for a commit that was made after it."""
        key = self.machine.approver("alice")
        session = self.start()
        told = session.told(bash("git reset --hard"))
        found = re.search(r"request ([A-Z2-7]{12}) needs 1 approval by somebody else", told.text)
        assert found, told.text
        signed = self.machine.hookctl("approvals", "approve", found[1], "--key", str(key))
        self.assertEqual(signed.returncode, 0, signed.stderr)
        self.git("commit", "-q", "--allow-empty", "-m", "Go on")
        self.assert_refused(session, bash("git reset --hard"), "the branch head has moved")


class Settings(Scenario):
    """What happens to changes of the settings while a session runs."""

    def setUp(self) -> None:
        super().setUp()
        self.project_settings = self.machine.project / ".claude/settings.json"
        self.local_settings = self.machine.project / ".claude/settings.local.json"

    def weaken(self, path: Path, change: Callable[[dict[str, Any]], object]) -> None:
        """Change a settings file while a weakened one is on disk, and see that the change is refused."""
        self.assertEqual(self.machine.change_settings(path, change), "deny")

    def test_deny_rule(self) -> None:
        """A deny rule that is taken out of the settings stays in force."""
        session = self.start()
        self.assert_refused(session, bash("touch a"))
        self.weaken(self.project_settings, lambda settings: settings.pop("permissions"))
        self.assert_refused(session, bash("touch a"))

    def test_hooks_removed(self) -> None:
        """The hooks stay in force when they are taken out of the settings."""
        session = self.start()
        self.assert_refused(session, bash("cat .env"))
        self.weaken(self.machine.user_settings, lambda settings: settings.pop("hooks"))
        self.assert_refused(session, bash("cat .env"))

    def test_hooks_disabled(self) -> None:
        """The hooks stay in force when a project switches all hooks off."""
        session = self.start()
        self.assert_refused(session, bash("cat .env"))
        self.weaken(self.local_settings, lambda settings: settings.update(disableAllHooks=True))
        self.assert_refused(session, bash("cat .env"))

    def test_bypass_mode(self) -> None:
        """A move to bypass mode in the settings does not take place."""
        session = self.start(mode="default")
        write = {"file_path": self.path("new.py"), "content": "import main\n"}
        self.assert_refused(session, Call("Write", write))
        bypass = {"defaultMode": "bypassPermissions"}
        self.weaken(self.project_settings, lambda settings: settings["permissions"].update(bypass))
        self.assert_refused(session, Call("Write", write))

    def test_not_with_the_next_change(self) -> None:
        """A refused change does not come into force with the next harmless change of another file."""
        session = self.start()
        self.assert_refused(session, bash("touch a"))
        accepted = self.project_settings.read_text()
        self.weaken(self.project_settings, lambda settings: settings.pop("permissions"))
        self.weaken(self.local_settings, self.forbid_mkdir)
        self.assert_refused(session, bash("touch a"))
        self.machine.write(self.project_settings, accepted)
        self.assert_runs(session, bash("echo again > new.txt"))

    def test_harmless_change(self) -> None:
        """A change that weakens nothing takes effect in the running session."""
        session = self.start()
        self.assert_runs(session, bash("mkdir a"))
        self.assertEqual(self.machine.change_settings(self.local_settings, self.forbid_mkdir), "allow")
        self.assert_refused(session, bash("mkdir b"))

    def test_own_hand(self) -> None:
        """The model cannot change the settings by its own tools."""
        session = self.start()
        before = self.project_settings.read_text()
        settings = str(self.project_settings)
        self.assert_refused(session, Call("Write", {"file_path": settings, "content": "{}"}), "settings.json")
        self.assert_refused(session, bash("echo '{}' > .claude/settings.json"), "settings.json")
        self.assert_refused(session, bash("cp README.md .claude/settings.local.json"))
        self.assertEqual(self.project_settings.read_text(), before)

    @staticmethod
    def forbid_mkdir(settings: dict[str, Any]) -> None:
        """Add a deny rule."""
        settings["permissions"] = {"deny": ["Bash(mkdir *)"]}
