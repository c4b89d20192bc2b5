"""Web server: a release goes to a folder on a web server, this one or another, by rsync and ssh. Floor 5.

The folder holds `releases/<digest>/`, each whole, and the link `current`, which the web server shows. A release is sent beside
the others and the link is replaced at the end, in one step: a visitor sees the old site or the new one. Times of files are those
of their arrival and never made equal: a web server tells a changed file of the same size by nothing else.
"""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass, replace

from ikw.publishing.lineage import Lineage
from ikw.publishing.programs import run
from ikw.publishing.release import Release, ReleaseError

SSH = "ssh -o BatchMode=yes -o ConnectTimeout=20"

_REMOTE = re.compile(r"(?P<host>(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][\w.-]*):(?P<path>/?[^\s:/~-][^\n\0]*)")
_DIGEST = re.compile(r"[0-9a-f]{16}")

# What stands on the server: which release is shown, and which ones went live before.
_LOOK = """
mkdir -p "$root/releases"
if [ -e "$root/current" ] && [ ! -L "$root/current" ]; then echo "$root/current ist keine Verknüpfung" >&2; exit 1; fi
basename "$(readlink "$root/current" || true)"
cat "$root/releases/lineage" 2>/dev/null || true
"""
# The release has come: it gets its name, if all of it came.
_ARRIVE = """
cd "$root/releases"
[ "$(find "$digest.part" -type f | wc -l)" -eq "$files" ] || { echo "nicht alle Dateien sind angekommen" >&2; exit 1; }
rm -rf "$digest"
mv "$digest.part" "$digest"
"""
# From here on visitors see the release. Then, what can no more be gone back to is thrown away.
_SWITCH = """
cd "$root/releases"
[ -d "$digest" ] || { echo "$root/releases/$digest gibt es nicht mehr" >&2; exit 1; }
ln -sfn "releases/$digest" ../current.new
mv -T ../current.new ../current
printf '%s\\n' $lineage > lineage.new
mv lineage.new lineage
for found in *; do
  case " $lineage lineage " in *" $found "*) ;; *) rm -rf "$found" ;; esac
done
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A folder on a web server; `host` is "" for this machine."""

    host: str
    path: str

    @classmethod
    def read(cls, text: str) -> Target:
        """Read `user@host:/path` or a path of this machine. Raises ReleaseError."""
        remote = _REMOTE.fullmatch(text)
        if remote and not text.startswith(("/", "./", "../")):
            return cls(host=remote["host"], path=remote["path"].rstrip("/") or "/")
        if ":" in text or text.startswith("-") or not text.strip() or set("\n\0") & set(text):
            raise ReleaseError(f"TARGET ist „{text}“. Schreiben Sie zum Beispiel name@www.example.org:/srv/ikw oder /srv/ikw.")
        return cls(host="", path=os.path.abspath(text))

    def __str__(self) -> str:
        """Return the target as rsync names it."""
        return f"{self.host}:{self.path}" if self.host else self.path

    def sh(self, script: str, **values: str) -> str:
        """Run a script there; values are its variables, whatever is in them."""
        given = "".join(f"{name}={shlex.quote(value)}\n" for name, value in {"root": self.path, **values}.items())
        command = [*_ssh(), self.host, "sh -s"] if self.host else ["sh", "-s"]
        return run(command, str(self), script=f"set -eu\n{given}{script}")


def _ssh() -> list[str]:
    return shlex.split(os.environ.get("RSYNC_RSH") or SSH)


def publish(release: Release, target: Target) -> str:
    """Send a release and show it. Returns what happened; raises ReleaseError, and then the old one stands."""
    lineage = _look(target)
    if lineage.live == release.digest:
        return f"{target}: Die Fassung {release.digest} ist schon online."
    part = replace(target, path=f"{target.path}/releases/{release.digest}.part/")
    # --whole-file: with parts of files, Debian 12's rsync 3.2.7-1+deb12u6 fails its own verification beside --link-dest.
    command = [
        "rsync", "--recursive", "--checksum", "--perms", "--chmod=D755,F644", "--delete", "--whole-file", "--exclude=/.*", "--timeout=120",
        *(["--rsh", shlex.join(_ssh()), "--protect-args"] if target.host else []),
        *([f"--link-dest=../{lineage.live}/"] if lineage.live else []), f"{release.folder}/", str(part),
    ]
    run(command, str(target))
    target.sh(_ARRIVE, digest=release.digest, files=str(release.files))
    _switch(target, lineage.published(release.digest))
    return f"{target}: Die Fassung {release.digest} ist online, {release.files} Dateien."


def go_back(target: Target) -> str:
    """Show the release before the one that is shown. Raises ReleaseError where there is none."""
    lineage = _look(target).gone_back()
    if lineage is None:
        raise ReleaseError(f"{target}: Vor dieser Fassung gibt es keine.")
    _switch(target, lineage)
    return f"{target}: Die Fassung {lineage.live} ist wieder online."


def _look(target: Target) -> Lineage:
    live, *releases = target.sh(_LOOK).splitlines() or [""]
    return Lineage(
        releases=tuple(one for one in releases if _DIGEST.fullmatch(one)), live=live if _DIGEST.fullmatch(live) else "",
    )


def _switch(target: Target, lineage: Lineage) -> None:
    target.sh(_SWITCH, digest=lineage.live, lineage=" ".join(lineage.releases))
