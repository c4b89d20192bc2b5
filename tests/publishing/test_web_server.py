"""A web server's folder: filled by the real rsync, here and through a shell as ssh opens one; switched in one step, and back."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from ikw.publishing.release import Release, ReleaseError
from ikw.publishing.web_server import Target, go_back, publish
from publishing.lives import edited
from small import tree

pytestmark = pytest.mark.slow

# As ssh does: the words after the host are one line for the shell of the other machine.
SSH = """#!/bin/sh
[ "$1" = -l ] && { user="$2"; shift 2; set -- "$user@$@"; }
[ "$1" = web@host ] || { echo "ssh: unbekannter Rechner $1" >&2; exit 255; }
shift
cd /
exec sh -c "$*"
"""


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shell on another machine, which is this one."""
    path = tmp_path / "ssh"
    path.write_text(SSH, encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(path))
    return path


@pytest.fixture(params=["here", "there"])
def target(request: pytest.FixtureRequest, tmp_path: Path, ssh: Path) -> Target:
    """A folder on this machine, and one reached by ssh; its name wants quoting."""
    path = tmp_path / "srv" / "ikw $(touch pwned) 'a'"
    return Target.read(str(path) if request.param == "here" else f"web@host:{path}")


def shown(target: Target) -> dict[str, bytes]:
    """What the web server shows."""
    return tree(Path(target.path, "current"))


def sent(release: Release) -> dict[str, bytes]:
    """What is to be shown: all but marks."""
    return {path: data for path, data in tree(release.folder).items() if not path.startswith(".")}


def front(target: Target) -> str:
    return Path(target.path, "current", "index.html").read_text(encoding="utf-8")


def kept(target: Target) -> set[str]:
    return {path.name for path in Path(target.path, "releases").iterdir()}


@pytest.mark.parametrize(("text", "host", "path"), [
    ("web@www.example.org:/srv/ikw", "web@www.example.org", "/srv/ikw"), ("www:/srv/ikw/", "www", "/srv/ikw"), ("web@host:ikw", "web@host", "ikw"),
    ("/srv/ikw", "", "/srv/ikw"), ("/srv/a:b", None, None), ("-oProxyCommand=x:/srv", None, None), ("", None, None), ("a@-b:/srv", None, None),
    ("host:", None, None), ("host:a\nb", None, None), ("ssh://host/srv", None, None), ("host:~/ikw", None, None), ("host:-rf", None, None),
])
def test_targets(text: str, host: str | None, path: str | None) -> None:
    if host is None or path is None:
        with pytest.raises(ReleaseError, match=r"^TARGET ist „"):
            Target.read(text)
    else:
        assert Target.read(text) == Target(host=host, path=path)


def test_the_first_release(target: Target, release: Release, tmp_path: Path) -> None:
    assert publish(release, target) == f"{target}: Die Fassung {release.digest} ist online, {release.files} Dateien."
    assert shown(target) == sent(release)
    assert os.readlink(Path(target.path, "current")) == f"releases/{release.digest}"
    assert kept(target) == {release.digest, "lineage"}
    assert list(tmp_path.rglob("pwned")) == []


def test_anybody_may_read_what_is_shown(target: Target, release: Release) -> None:
    (release.folder / "index.html").chmod(0o600)
    publish(release, target)
    root = Path(target.path, "current")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in root.rglob("*") if path.is_file()}
    assert (modes, {stat.S_IMODE(path.stat().st_mode) for path in root.rglob("*") if path.is_dir()}) == ({0o644}, {0o755})


def test_what_did_not_change_is_the_same_file(target: Target, release: Release) -> None:
    """So it keeps its time, and browsers what they have; what changed gets a new one, even at the same size."""
    publish(release, target)
    before = {path: Path(target.path, "current", path).stat() for path in ("404.html", "robots.txt", "index.html")}
    text = front(target)
    publish(edited(release, text.replace("Programm", "Brogramm")), target)
    after = {path: Path(target.path, "current", path).stat() for path in before}
    same = {path for path in before if (before[path].st_ino, before[path].st_mtime_ns) == (after[path].st_ino, after[path].st_mtime_ns)}
    assert same == {"404.html", "robots.txt"}
    assert (before["index.html"].st_size, before["index.html"].st_ino) != (0, after["index.html"].st_ino)
    assert before["index.html"].st_size == after["index.html"].st_size
    assert before["index.html"].st_mtime_ns < after["index.html"].st_mtime_ns


def test_the_same_release_is_online_already(target: Target, release: Release) -> None:
    publish(release, target)
    assert publish(release, target) == f"{target}: Die Fassung {release.digest} ist schon online."


def test_back_and_further_back(target: Target, release: Release) -> None:
    names = {}
    for text in ("eins", "zwei", "drei"):
        one = edited(release, text)
        publish(one, target)
        names[text] = one.digest
    assert front(target) == "drei"
    assert go_back(target) == f"{target}: Die Fassung {names['zwei']} ist wieder online."
    assert front(target) == "zwei"
    go_back(target)
    assert front(target) == "eins"
    with pytest.raises(ReleaseError, match="Vor dieser Fassung gibt es keine"):
        go_back(target)
    assert front(target) == "eins"
    publish(edited(release, "vier"), target)
    assert front(target) == "vier"
    # what was left behind is gone, what it came from can be gone back to
    assert len(kept(target)) == 3
    go_back(target)
    assert front(target) == "eins"


def test_without_any_release_there_is_no_way_back(target: Target) -> None:
    with pytest.raises(ReleaseError, match="Vor dieser Fassung gibt es keine"):
        go_back(target)


def _half(release: Release, part: Path) -> None:
    part.mkdir(parents=True)
    (part / "index.html").write_text("halb", encoding="utf-8")
    (part / "stray.html").write_text("halb", encoding="utf-8")


def test_an_upload_that_was_cut_off_is_finished_by_the_next(target: Target, release: Release) -> None:
    _half(release, Path(target.path, "releases", f"{release.digest}.part"))
    publish(release, target)
    assert shown(target) == sent(release)


def test_what_a_cut_off_upload_left_is_swept(target: Target, release: Release) -> None:
    _half(release, Path(target.path, "releases", f"{'0' * 16}.part"))
    publish(release, target)
    assert kept(target) == {release.digest, "lineage"}


FAILING: dict[str, Callable[[Path], None]] = {
    # rsync cannot read a file of the release
    "a file vanishes": lambda folder: (folder / "index.html").unlink(),
    "a file is more": lambda folder: (folder / "zzz.html").write_text("x", encoding="utf-8") and None,
}


@pytest.mark.parametrize("case", FAILING)
def test_a_failed_upload_leaves_the_old_site(case: str, target: Target, release: Release) -> None:
    publish(release, target)
    old = shown(target)
    newer = edited(release, "neu")
    FAILING[case](newer.folder)
    with pytest.raises(ReleaseError, match=r"nicht alle Dateien sind angekommen\. Online ist, was vorher online war\.$"):
        publish(newer, target)
    assert shown(target) == old


def test_a_link_is_not_taken_for_one_of_ours(target: Target, release: Release) -> None:
    """A folder that stands where the link should: it may be somebody's site."""
    Path(target.path, "current").mkdir(parents=True)
    Path(target.path, "current", "index.html").write_text("fremd", encoding="utf-8")
    with pytest.raises(ReleaseError, match="ist keine Verknüpfung"):
        publish(release, target)
    assert front(target) == "fremd"


def test_an_unknown_machine_is_one_line(release: Release, ssh: Path) -> None:
    with pytest.raises(ReleaseError) as caught:
        publish(release, Target.read("web@elsewhere:/srv/ikw"))
    assert str(caught.value) == "web@elsewhere:/srv/ikw: ssh meldet: ssh: unbekannter Rechner web@elsewhere. Online ist, was vorher online war."


def test_a_missing_program_is_one_line(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RSYNC_RSH", "/no/such/ssh")
    with pytest.raises(ReleaseError, match="Das Programm /no/such/ssh fehlt auf diesem Rechner"):
        publish(release, Target.read("host:/srv/ikw"))


def test_only_the_last_releases_are_kept(release: Release, tmp_path: Path) -> None:
    target = Target.read(str(tmp_path / "srv"))
    for number in range(12):
        publish(edited(release, f"Fassung {number}"), target)
    assert len(kept(target)) == 11  # ten, and the list of them
    for _ in range(9):
        go_back(target)
    assert front(target) == "Fassung 2"
