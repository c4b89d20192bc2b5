"""What sets up the judges: it finds what is missing, and where it may not install it, says the one line that does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from judges.builds import ROOT
from setup_judges import QUIET, command_line, missing_packages, set_up_node_packages


def test_programs_and_files_that_are_not_there_are_missing() -> None:
    assert missing_packages({"a": "sh", "b": "no-such-program", "c": "/no/such/file", "d": "/", "e": "/us*/bin", "f": "/us*/no"}) == ["b", "c", "f"]


def test_the_line_installs_what_is_missing() -> None:
    line = "sudo apt-get update && sudo apt-get install --yes --no-install-recommends khal npm"
    assert command_line(["khal", "npm"]) == line


def test_the_line_leaves_no_server_running() -> None:
    line = "sudo apt-get update && sudo apt-get install --yes --no-install-recommends nginx-light caddy && sudo systemctl disable --now nginx caddy"
    assert command_line(["nginx-light", "caddy"]) == line


def test_nothing_is_started_while_packages_are_installed(tmp_path: Path) -> None:
    """The policy stands while the installer runs, and only then; one that somebody has already is left alone."""
    policy = tmp_path / "policy-rc.d"
    script = QUIET.replace("/usr/sbin/policy-rc.d", str(policy))
    seen = subprocess.run(["sh", "-c", script, "sh", "sh", "-c", f"{policy}; echo $?; exit 3"], capture_output=True, text=True, check=False)
    assert (seen.stdout, seen.returncode, policy.exists()) == ("101\n", 3, False)
    policy.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    policy.chmod(0o755)
    seen = subprocess.run(["sh", "-c", script, "sh", str(policy)], capture_output=True, text=True, check=False)
    assert (seen.returncode, policy.exists()) == (0, True)


def test_a_machine_without_anything_gets_the_line_and_a_failure(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "setup_judges.py")],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.splitlines()[:1] == done.stdout.splitlines()
    assert done.stdout.startswith(command_line(["chromium", "default-jre-headless", "nodejs", "npm", "khal"]))


def test_node_packages_stand_as_long_as_the_lock_file_does(tmp_path: Path) -> None:
    """With the right stamp nothing is called, with another one npm is: here it fails, as the lock file lacks what is wanted."""
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "package-lock.json").write_bytes(b"")
    stamp = tmp_path / "node_modules" / ".ready"
    stamp.write_text("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", encoding="ascii")
    assert set_up_node_packages(tmp_path)
    (tmp_path / "package.json").write_text('{"dependencies": {"nothing": "file:nothing"}}', encoding="utf-8")
    (tmp_path / "package-lock.json").write_bytes(b"{}")
    stamp.write_text("of another lock file", encoding="ascii")
    assert missing_packages({"npm": "npm"}) or not set_up_node_packages(tmp_path)


def test_the_lock_file_names_no_address_to_load_from() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
