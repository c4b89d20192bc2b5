"""A build does what has to be done, and nothing where it must not."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from ikw.build import build
from ikw.disk import BUILT, UNFINISHED, BuildError
from ikw.manifest import TwiceError
from ikw.output import OutputFile
from ikw.places import Places
from ikw.work import PROSE, Group, Work
from samples import ENGLISH, GERMAN
from small import EVENTS, NoProse, build_small, event_text, make_places, one_language, picture, times, tree, write_events


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A small project with its site."""
    found = make_places(tmp_path)
    build_small(found)
    return found


def edit(places: Places, name: str, **fields: str) -> None:
    """Write an event again with other fields; an empty one is left out."""
    values = {key: value for key, value in {**EVENTS.get(name, {}), **fields}.items() if value}
    (places.events / "2025" / f"{name}.md").write_text(event_text(values), encoding="utf-8")


def touched(places: Places, before: dict[str, int]) -> set[str]:
    """Return what was written since."""
    return {path for path, time in times(places.output).items() if before.get(path) != time}


# --- the day the site speaks from


ASK = "{name: Ada Muster, phone: 06622 00 00 00, consent: ja}"


@pytest.fixture
def asking(tmp_path: Path) -> Places:
    """A small project, outside of git, with a person to ask."""
    found = make_places(tmp_path)
    edit(found, "brot", contact=ASK)
    return found


def build_on(places: Places, monkeypatch: pytest.MonkeyPatch, moment: str) -> int:
    """Build as of a moment, and return how many files were written."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(moment).timestamp())))
    return build_small(places).written


def test_whom_to_ask_is_told_until_the_last_day(asking: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    page = asking.output / "2025" / "brot" / "index.html"
    build_on(asking, monkeypatch, "2025-09-21T23:59:59+02:00")
    assert "Ada Muster" in page.read_text(encoding="utf-8")
    assert build_on(asking, monkeypatch, "2025-03-01T00:00:00+01:00") == 0, "before, every day is like another"
    build_on(asking, monkeypatch, "2025-09-22T00:00:00+02:00")
    assert [path for path, data in tree(asking.output).items() if b"Ada Muster" in data] == []
    assert build_on(asking, monkeypatch, "2031-01-01T00:00:00+01:00") == 0, "after, every day is like another"


def test_the_newest_commit_says_which_day_it_is(asking: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    page = asking.output / "2025" / "brot" / "index.html"
    build_small(asking)
    assert "Ada Muster" in page.read_text(encoding="utf-8"), "without git nobody knows the day"
    for moment, is_told in (("2025-09-21T12:00:00+02:00", True), ("2025-09-22T12:00:00+02:00", False)):
        commit_all(asking.project, moment)
        build_small(asking)
        assert ("Ada Muster" in page.read_text(encoding="utf-8")) is is_told


def commit_all(folder: Path, moment: str) -> None:
    """Commit whatever there is, at a moment."""
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (("NAME", "Ada"), ("EMAIL", "a@example.org"), ("DATE", moment))}
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--allow-empty", "--message", "…")):
        subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **who}, check=True, capture_output=True)


@pytest.mark.parametrize("epoch", ["gestern", "1e9", "9" * 30])
def test_a_day_that_is_none_stops_the_build(places: Places, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    before = times(places.output)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(BuildError) as caught:
        build_small(places)
    assert str(caught.value) == f"SOURCE_DATE_EPOCH: „{epoch}“ sind keine Sekunden seit 1970, zum Beispiel 1758844800."
    assert times(places.output) == before


# --- only what has to be done


def test_a_second_build_touches_nothing(places: Places) -> None:
    before = {path: path.stat().st_mtime_ns for path in (places.output, *places.output.rglob("*"))}
    built = build_small(places)
    assert (built.written, built.removed, built.files) == (0, 0, len(tree(places.output)))
    assert {path: path.stat().st_mtime_ns for path in (places.output, *places.output.rglob("*"))} == before


def test_a_title_is_written_where_it_is_shown(places: Places) -> None:
    before = times(places.output)
    edit(places, "brot", title="Brot und Salz")
    build_small(places)
    pages = {path for path in touched(places, before) if path.endswith(".html")}
    assert pages == {path for path, data in tree(places.output).items() if b"Brot und Salz" in data and path.endswith(".html")}
    assert "2025/ende/index.html" not in pages
    assert "2025/auftakt/index.html" in pages, "it is the next event there"


def test_the_form_compares_with_the_events_as_they_are(places: Places) -> None:
    build_small(places)
    (places.events / "2025" / "auftakt.md").write_text(event_text({**EVENTS["auftakt"], "title": "Abpfiff"}), encoding="utf-8")
    build_small(places)
    assert b'"title":"Abpfiff"' in tree(places.output)["theme/form/neighbours.json"]


def test_what_paper_says_otherwise_stands_on_the_page_with_its_language(places: Places) -> None:
    (places.events / "2025" / "printed.yaml").write_text(
        "day: 01.08.2025\nevents:\n  brot:\n    title: Brot\n    when: 20.09.2025, 9 Uhr\n    meeting_point: am Tor & Eck\n", encoding="utf-8",
    )
    build_small(places, languages=(GERMAN, ENGLISH))
    pages = tree(places.output)
    assert b"<dd><b><span>Samstag, 20. September 2025, 10:00\xe2\x80\x9312:00 Uhr</span></b></dd>" in pages["2025/brot/index.html"]
    assert b"Im Heft: <s><span>Samstag, 20. September 2025, 09:00 Uhr</span></s>" in pages["2025/brot/index.html"]
    assert b'<s><span lang="de" dir="ltr">am Tor &amp; Eck</span></s>' in pages["en/2025/brot/index.html"]
    assert b"Neu, nicht im Heft" in pages["2025/auftakt/index.html"]
    assert b"Neu, nicht im Heft" in pages["index.html"]
    (places.events / "2025" / "printed.yaml").unlink()
    build_small(places, languages=(GERMAN, ENGLISH))
    assert not any(b"im Heft" in data or b"misprints\">" in data for path, data in tree(places.output).items() if path.endswith(".html"))


@pytest.mark.parametrize("path", ["2025/brot/index.html", "2025/brot/event.ics", "index.html", "theme/icon.svg", "2025/programme.ics"])
def test_a_lost_file_is_written_again_and_no_other(places: Places, path: str) -> None:
    before = times(places.output)
    (places.output / path).unlink()
    assert build_small(places).written == 1
    assert touched(places, before) == {path}


@pytest.mark.parametrize("path", ["2025/brot/index.html", "2025/programme.json"])
def test_an_edited_file_is_written_again_and_no_other(places: Places, path: str) -> None:
    before = tree(places.output)
    (places.output / path).write_bytes(before[path][::-1])
    assert build_small(places).written == 1
    assert tree(places.output) == before


def test_without_a_cache_what_is_the_same_is_left_alone(places: Places) -> None:
    before = times(places.output)
    shutil.rmtree(places.cache)
    assert build_small(places).written == 0
    assert times(places.output) == before


def test_two_outputs_share_a_cache(places: Places, tmp_path: Path) -> None:
    other = replace(places, output=tmp_path / "other")
    build_small(other)
    assert (build_small(places).written, build_small(other).written) == (0, 0)
    assert tree(places.output) == tree(other.output)


def test_a_programme_is_current_until_there_is_a_newer_edition(places: Places) -> None:
    front = (places.output / "index.html").read_text("utf-8")
    (places.events / "2026").mkdir()
    (places.events / "2026" / "edition.yaml").write_text("title: IKW 2026\nfrom: 2026-09-18\nto: 2026-09-20\n", encoding="utf-8")
    build_small(places)
    assert "IKW 2026" in (places.output / "index.html").read_text("utf-8")
    assert '<a href="/2025/"' in (places.output / "2025" / "brot" / "index.html").read_text("utf-8")
    shutil.rmtree(places.events / "2026")
    build_small(places)
    assert (places.output / "index.html").read_text("utf-8") == front
    assert not (places.output / "2026").exists()


def test_a_picture_is_looked_at_again_when_it_changes(places: Places) -> None:
    edit(places, "brot", image="bild.jpg", image_alt="Brot", image_credit="Ada")
    assert [problem.code for problem in build_small(places).loaded.problems if problem.is_error] == ["image-missing"]
    (places.events / "2025" / "bild.jpg").write_bytes(picture("red"))
    assert build_small(places).written > 1
    shown = next(path for path in tree(places.output) if path.startswith("2025/brot/picture-"))
    red = (places.output / shown).read_bytes()
    (places.events / "2025" / "bild.jpg").write_bytes(picture("blue"))
    assert build_small(places).written == 1
    assert (places.output / shown).read_bytes() != red
    (places.events / "2025" / "bild.jpg").unlink()
    (places.content / "images" / "bild.jpg").write_bytes(picture("red"))
    build_small(places)
    assert (places.output / shown).read_bytes() == red


# --- what is gone


def test_a_deleted_event_leaves_no_file_and_no_folder(places: Places) -> None:
    (places.events / "2025" / "brot.md").unlink()
    assert build_small(places).removed > 4
    left = {path.relative_to(places.output).as_posix() for path in places.output.rglob("*")}
    assert [path for path in left if "brot" in path or path.startswith(("2025/category/kueche", "2025/organiser/verein"))] == []


def test_what_nobody_made_is_swept_but_nothing_hidden_at_the_top(places: Places) -> None:
    before = tree(places.output)
    for name in ("stray.html", "2025/brot/stray.html", "old/deep/er.html", ".nojekyll", "2025/.DS_Store"):
        (places.output / name).parent.mkdir(parents=True, exist_ok=True)
        (places.output / name).touch()
    (places.output / "empty").mkdir()
    assert build_small(places).removed == 5
    assert tree(places.output) == {**before, ".nojekyll": b""}
    assert not (places.output / "empty").exists()


def test_a_link_in_the_output_is_not_followed(places: Places, tmp_path: Path) -> None:
    before = tree(places.output)
    shutil.move(places.output / "2025", tmp_path / "elsewhere")
    (places.output / "2025").symlink_to(tmp_path / "elsewhere")
    elsewhere = times(tmp_path / "elsewhere")
    build_small(places)
    assert (tree(places.output), times(tmp_path / "elsewhere")) == (before, elsewhere)
    assert not (places.output / "2025").is_symlink()


# --- where nothing may be touched


def test_an_error_leaves_the_old_site_untouched_with_its_marks(places: Places) -> None:
    before = {path: path.stat().st_mtime_ns for path in (places.output, *places.output.rglob("*"))}
    edit(places, "brot", when="33.09.2025")
    assert build_small(places).loaded.has_errors
    assert {path: path.stat().st_mtime_ns for path in (places.output, *places.output.rglob("*"))} == before


def test_an_error_makes_no_output(tmp_path: Path) -> None:
    places = make_places(tmp_path)
    edit(places, "brot", when="33.09.2025")
    assert build_small(places).loaded.has_errors
    assert not places.output.exists()


def test_an_empty_programme_is_an_error(tmp_path: Path) -> None:
    places = make_places(tmp_path)
    shutil.rmtree(places.events)
    places.events.mkdir()
    (places.events / "notizen.txt").touch()
    assert build_small(places).loaded.has_errors


def test_a_foreign_folder_is_left_as_it_is(tmp_path: Path) -> None:
    places = make_places(tmp_path)
    places.output.mkdir()
    (places.output / "Steuer.odt").write_text("wichtig")
    with pytest.raises(BuildError, match="nicht von hier stammen"):
        build_small(places)
    assert [path.name for path in places.output.iterdir()] == ["Steuer.odt"]


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_an_output_that_cannot_be_a_folder_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BuildError):
        build_small(replace(make_places(tmp_path), output=tmp_path / name))


def test_another_file_system_is_as_good(tmp_path: Path) -> None:
    shared = Path("/dev/shm") / f"ikw-{os.getpid()}"
    places = make_places(tmp_path)
    try:
        build_small(replace(places, output=shared))
        build_small(places)
        assert tree(shared) == tree(places.output)
    finally:
        shutil.rmtree(shared, ignore_errors=True)


# --- what fails on the way


class _Failing(NoProse):
    """Prose that fails in the middle: when the programme is written, and before the end."""

    def group(self, work: Work) -> Group:
        def fail() -> Iterator[OutputFile]:
            yield OutputFile(path="ueber/index.html", data=b"x")
            raise RuntimeError("a fault of ours")

        return Group(PROSE, "failing", fail)


def test_a_fault_leaves_the_mark_and_the_next_build_completes_it(places: Places) -> None:
    whole = tree(places.output)
    edit(places, "brot", title="Salz")
    with pytest.raises(RuntimeError, match="a fault of ours"):
        build(places, one_language(), _Failing(), may_fork=False)
    assert (places.output / UNFINISHED).exists()
    assert (places.output / "ueber" / "index.html").exists()
    edit(places, "brot")
    build_small(places)
    assert tree(places.output) == whole
    assert (places.output / BUILT).exists()
    assert not (places.output / "ueber").exists()


def test_a_mark_alone_is_enough_to_look_at_all_again(places: Places) -> None:
    whole = tree(places.output)
    (places.output / UNFINISHED).touch()
    (places.output / "2025" / "x.part~").touch()
    assert build_small(places).written == 0
    assert tree(places.output) == whole


class _Twice(NoProse):
    """Prose that makes a file of the programme."""

    def group(self, work: Work) -> Group:
        return Group(PROSE, "twice", lambda: iter((OutputFile(path="2025/brot/index.html", data=b""),)))


def test_two_groups_never_make_one_file(places: Places) -> None:
    with pytest.raises(TwiceError, match=r"prose makes 2025/brot/index.html"):
        build(places, one_language(), _Twice(), may_fork=False)


def test_workers_make_the_same_site(tmp_path: Path) -> None:
    places = make_places(tmp_path)
    many = {f"fest-{n}": {"title": f"Fest {n}", "when": f"{19 + n % 3}.09.2025 {8 + n % 12} Uhr", "category": "fest"} for n in range(90)}
    write_events(places.events, **many)
    build(places, one_language(), NoProse(), may_fork=True)
    one = replace(places, output=tmp_path / "one", cache=tmp_path / "cache-one")
    build_small(one)
    assert tree(places.output) == tree(one.output)


def test_a_large_programme_has_more_than_one_sitemap(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """No sitemap may hold more than 50 000 addresses; together they hold every page once in each language."""
    build_small(places)
    [whole] = [text for path, text in tree(places.output).items() if path == "2025/sitemap.xml"]
    monkeypatch.setattr("ikw.exports.sitemap.MOST", 7)
    build_small(places, site_url="https://example.org/other")
    made = {path: data.decode() for path, data in tree(places.output).items() if path.endswith(".xml")}
    parts = [text for path, text in made.items() if path.startswith("2025/sitemap")]
    assert max(text.count("<loc>") for text in parts) == 7
    assert sum(text.count("<loc>") for text in parts) == whole.decode().count("<loc>") > 20
    assert made["sitemap.xml"].count("<sitemap>") == len(made) - 1
