"""Set up the judges of the built site: Debian packages and Node packages. Run by `make test-setup`; `make preview` names the
packages that it needs.

Installs what is missing where it may (root, or sudo without a password); else prints the one line that does and exits 1.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from glob import glob
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONTS = Path("/usr/share/fonts/truetype/noto")

# Debian package: the program or the file that shows that it is there
NEEDS: Mapping[str, str] = {
    "chromium": "chromium",
    "default-jre-headless": "java",
    "nodejs": "node",
    "npm": "npm",
    "khal": "khal",
    "libatomic1": "/usr/lib/*/libatomic.so.1",  # what Playwright's own Node.js is linked against
    "gettext": "msgfmt",
    "poppler-utils": "pdftoppm",
    "zbar-tools": "zbarimg",
    "ghostscript": "gs",
    "rsync": "rsync",
    "nginx-light": "/usr/sbin/nginx",
    "libnginx-mod-http-brotli-static": "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
    "caddy": "caddy",
    "fonts-noto-core": str(FONTS / "NotoSans-Regular.ttf"),
    "fonts-noto-ui-core": str(FONTS / "NotoSansArabicUI-Regular.ttf"),
}

# Debian package: the service it would start now and at every boot. Tests start servers of their own, and end them.
SERVICES: Mapping[str, str] = {"nginx-light": "nginx", "caddy": "caddy"}
# Debian's way of saying that nothing may be started while packages are installed.
QUIET = """\
if [ ! -e /usr/sbin/policy-rc.d ]; then
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d
  chmod 755 /usr/sbin/policy-rc.d
fi
"$@"
"""


def missing_packages(needs: Mapping[str, str] = NEEDS) -> list[str]:
    """Return the Debian packages whose program or file is not on this machine."""
    return [package for package, shown_by in needs.items() if not _is_there(shown_by)]


def _is_there(shown_by: str) -> bool:
    if shown_by.startswith("/"):  # a library's folder is named for the machine: a "*" stands for it
        return bool(glob(shown_by))
    return shutil.which(shown_by) is not None


def command_line(packages: list[str]) -> str:
    """Return the one line a person runs to install packages."""
    services = [SERVICES[package] for package in packages if package in SERVICES]
    stopped = f" && sudo systemctl disable --now {' '.join(services)}" if services else ""
    return f"sudo apt-get update && sudo apt-get install --yes --no-install-recommends {' '.join(packages)}{stopped}"


def install(packages: list[str], became: list[str]) -> bool:
    """Install Debian packages; with no package lists yet, or old ones, fetch the lists first."""
    if not any(Path("/var/lib/apt/lists").glob("*_Packages*")) and not _apt(became, "update"):
        return False
    wanted = ("install", "--yes", "--no-install-recommends", *packages)
    done = _apt(became, *wanted) or (_apt(became, "update") and _apt(became, *wanted))
    services = [SERVICES[package] for package in packages if package in SERVICES]
    if services and Path("/run/systemd/system").is_dir():
        subprocess.run([*became, "systemctl", "disable", "--now", *services], check=False, capture_output=True)
    return done


def _apt(became: list[str], *arguments: str) -> bool:
    command = [*became, "env", "DEBIAN_FRONTEND=noninteractive", "sh", "-c", QUIET, "sh", "apt-get", "--quiet=2", *arguments]
    return subprocess.run(command, check=False, stdout=sys.stderr).returncode == 0


def way_to_root() -> list[str] | None:
    """Return what stands before a command that needs root: nothing, sudo, or None where neither works."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def set_up_packages(needs: Mapping[str, str] = NEEDS) -> bool:
    """Make sure of Debian packages; say the line that installs them where we may not."""
    missing = missing_packages(needs)
    if not missing:
        return True
    became = way_to_root()
    if became is not None:
        print(f"Installing for the tests: {', '.join(missing)}", file=sys.stderr)
        install(missing, became)
        missing = missing_packages(needs)
    if missing:
        print(command_line(missing))
    return not missing


def set_up_node_packages(root: Path = ROOT) -> bool:
    """Install the Node packages of the lock file, unless the stamp in node_modules says that they stand."""
    stamp = root / "node_modules" / ".ready"
    digest = hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return True
    # no scripts of packages: vnu-jar's would fetch a Java of its own
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=root, check=False, stdout=sys.stderr
    )
    if done.returncode:
        print("npm ci failed: see above; the tests need node_modules/ as package-lock.json says.", file=sys.stderr)
        return False
    stamp.write_text(digest, encoding="ascii")
    return True


def main(names: Sequence[str]) -> int:
    """Set up everything, or the Debian packages that are named."""
    if names:
        return 0 if set_up_packages({name: NEEDS[name] for name in names}) else 1
    return 0 if set_up_packages() and set_up_node_packages() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
