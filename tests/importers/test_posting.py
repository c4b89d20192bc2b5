"""What becomes of a mail's events: files beside their pictures; wrong ones are drafts, hand-written ones are kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from importers.letters import EVENT, attached, body, message
from importers.making import ROW, events, last_line, run, table

Capture = pytest.CaptureFixture[str]
WITH_PICTURE = EVENT.replace("bring:", "image: fest-der-lieder.jpg\nimage_alt: Menschen singen.\nimage_credit: Ada\nbring:")


def photo(size: tuple[int, int] = (60, 40), orientation: int = 6, form: str = "JPEG") -> bytes:
    """Return a photo that tells where it was taken, and lies on its side."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (50.0, 52.0, 0.0), 3: "E", 4: (9.0, 42.0, 0.0)}
    exif[0x0112] = orientation
    exif[0x010F] = "Kamera von Ada Muster"
    buffer = io.BytesIO()
    Image.new("RGB", size, "red").save(buffer, form, exif=exif)
    return buffer.getvalue()


def mail(project: Path, data: bytes, name: str = "mail.eml") -> Path:
    path = project / name
    path.write_bytes(data)
    return path


def test_an_event_is_written_as_it_was_sent(project: Path, capsys: Capture) -> None:
    path = mail(project, message(body()))
    status, said = run(capsys, "import", "mail", path)
    assert (status, last_line(said)) == (0, "1 Veranstaltung: 1 neu, 0 aktualisiert, 0 unverändert, 0 Entwürfe, 0 abgewiesen.")
    assert events(project) == {"fest-der-lieder": EVENT}
    assert run(capsys, "check") == (0, "2 Veranstaltungen geprüft: keine Fehler, keine Warnungen.\n")
    assert "1 unverändert" in run(capsys, "import", "mail", path)[1]


def test_import_says_of_letters_what_the_check_says(project: Path, capsys: Capture) -> None:
    """A mail and a table, in a project that has paper: word for word what `ikw check` then says of the files."""
    (project / "theme").symlink_to(Path(__file__).parents[2] / "theme")
    for fonts in (True, False):
        told = [
            run(capsys, "import", "mail", mail(project, message(body(EVENT.replace("bring:", "room: 中 ☕\nbring:")))), "--dry-run")[1],
            run(capsys, "import", table(project / "a.csv", ("Tanz 中 ☕", *ROW[1:])), "--dry-run")[1],
        ]
        assert all(("(U+4E2D)" in said) == fonts for said in told)
        if fonts:
            run(capsys, "import", project / "a.csv")
            run(capsys, "import", "mail", project / "mail.eml")
            checked = [line.partition("Warnung: ")[2] or line.strip() for line in run(capsys, "check")[1].splitlines() if "U+" in line]
            assert len(checked) == 4
            assert all(f": {line}\n" in told[0] and f": {line}\n" in told[1] for line in checked)
            (project / "theme").unlink()


def test_a_corrected_mail_changes_the_file_that_nobody_touched(project: Path, capsys: Capture) -> None:
    run(capsys, "import", "mail", mail(project, message(body())))
    later = message(body(EVENT.replace("14–16", "15–17")))
    assert "1 aktualisiert" in run(capsys, "import", "mail", mail(project, later))[1]
    path = project / "events/2025/fest-der-lieder.md"
    path.write_text(EVENT.replace("bring:", "room: Saal\nbring:"), encoding="utf-8")
    mine = path.read_bytes()
    status, said = run(capsys, "import", "mail", mail(project, later))
    assert (status, path.read_bytes()) == (1, mine)
    assert "2025/fest-der-lieder.md gibt es schon, und die Datei ist von Hand geschrieben oder seitdem geändert." in said
    assert run(capsys, "import", "mail", mail(project, later), "--id", "fest-der-lieder-2")[0] == 0
    assert list(events(project)) == ["fest-der-lieder", "fest-der-lieder-2"]


def test_a_wrong_event_is_a_draft_with_its_reasons(project: Path, capsys: Capture) -> None:
    wrong = EVENT.replace("Sa 20.09.2025", "So 20.09.2025").replace("musik", "musick")
    status, said = run(capsys, "import", "mail", mail(project, message(body(wrong))))
    assert (status, "1 Entwurf" in said, "when: „So 20.09.2025“ – der 20.09.2025 ist ein Samstag." in said) == (0, True, True)
    assert events(project)["fest-der-lieder"] == wrong.replace("\n---\nWir", "\ndraft: ja\n---\nWir")
    assert run(capsys, "check")[0] == 0


@pytest.mark.parametrize("line", ["draft: ja", "unread: {x: y}"])
def test_a_letter_cannot_hide_its_faults_by_calling_itself_a_draft(line: str, project: Path, capsys: Capture) -> None:
    wrong = EVENT.replace("Sa 20.09.2025", "So 20.09.2025").replace("bring:", f"{line}\nbring:")
    status, said = run(capsys, "import", "mail", mail(project, message(body(wrong))))
    assert (status, "1 Entwurf" in said, "when: „So 20.09.2025“ – der 20.09.2025 ist ein Samstag." in said) == (0, True, True)
    assert events(project)["fest-der-lieder"] == wrong


@pytest.mark.parametrize("line", ["highlight: ja", "example: ja", "series: fest"])
def test_what_only_the_coordinator_says_is_named_and_shown_nowhere(line: str, project: Path, capsys: Capture) -> None:
    name, _, words = line.partition(": ")
    _, said = run(capsys, "import", "mail", mail(project, message(body(EVENT.replace("bring:", f"{line}\nbring:")))))
    assert f"{name}: Das trägt sonst die Koordination ein; in der E-Mail steht es schon: {words}." in said
    assert "draft: ja\n" in events(project)["fest-der-lieder"]


def test_what_is_no_event_file_is_refused(project: Path, capsys: Capture) -> None:
    status, said = run(capsys, "import", "mail", mail(project, message(body("title: Fest\n"))))
    assert (status, events(project)) == (1, {})
    assert "2025/fest-der-lieder.md:1: Die Datei beginnt nicht mit der Zeile „---“." in said


@pytest.mark.parametrize("name", ["../../boese.md", "/etc/passwd.md", "Fest der Lieder.md", "2025-09-14-fest.md", "venue.md", "$(reboot).md", "a;b.md", "-rf.md"])
def test_a_name_leads_nowhere_else(name: str, project: Path, capsys: Capture) -> None:
    before = sorted(project.parent.rglob("*"))
    status, said = run(capsys, "import", "mail", mail(project, message(body(EVENT, name))))
    assert status in (1, 2)
    assert "kann nicht der Name einer Datei sein" in said or "steht keine Veranstaltung" in said
    assert [path for path in sorted(project.parent.rglob("*")) if path not in before and ".cache" not in path.parts] == [project / "mail.eml"]


def test_a_picture_is_saved_beside_its_event_without_what_the_camera_wrote(project: Path, capsys: Capture) -> None:
    data = attached(body(WITH_PICTURE), ("fest-der-lieder.jpg", photo(), "image/jpeg"))
    assert run(capsys, "import", "mail", mail(project, data))[0] == 0
    saved = (project / "events/2025/fest-der-lieder.jpg").read_bytes()
    with Image.open(io.BytesIO(saved)) as image:
        assert dict(image.getexif()) == {0x0112: 6}
        assert image.size == (60, 40)
    assert b"Ada Muster" not in saved
    assert run(capsys, "check") == (0, "2 Veranstaltungen geprüft: keine Fehler, keine Warnungen.\n")
    assert "1 unverändert" in run(capsys, "import", "mail", project / "mail.eml")[1]


def test_the_only_picture_is_the_one_that_is_named(project: Path, capsys: Capture) -> None:
    _, said = run(capsys, "import", "mail", mail(project, attached(body(WITH_PICTURE), ("IMG_1234.JPG", photo(), "image/jpeg"))))
    assert "Das angehängte Bild „IMG_1234.JPG“ ist als „fest-der-lieder.jpg“ gespeichert." in said
    assert (project / "events/2025/fest-der-lieder.jpg").is_file()


PICTURES = [
    (b"kein Bild", "ist beschädigt"), (photo(form="PNG"), "ist in Wahrheit ein PNG-Bild"), (photo()[:600], "ist beschädigt"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "ist kein Bild, das wir nehmen können (SVG)"),
]


@pytest.mark.parametrize(("data", "why"), PICTURES, ids=[case[1] for case in PICTURES])
def test_what_is_no_picture_is_not_saved(data: bytes, why: str, project: Path, capsys: Capture) -> None:
    _, said = run(capsys, "import", "mail", mail(project, attached(body(WITH_PICTURE), ("fest-der-lieder.jpg", data, "image/jpeg"))))
    assert (why in said, "1 Entwurf" in said) == (True, True)
    assert not (project / "events/2025/fest-der-lieder.jpg").exists()


def test_another_picture_is_not_overwritten(project: Path, capsys: Capture) -> None:
    mine = photo((80, 80), 1)
    (project / "events/2025/fest-der-lieder.jpg").write_bytes(mine)
    _, said = run(capsys, "import", "mail", mail(project, attached(body(WITH_PICTURE), ("fest-der-lieder.jpg", photo(), "image/jpeg"))))
    assert "„fest-der-lieder.jpg“ gibt es schon mit einem anderen Bild; das angehängte ist nicht gespeichert." in said
    assert (project / "events/2025/fest-der-lieder.jpg").read_bytes() == mine


def test_a_picture_that_no_event_names_is_told(project: Path, capsys: Capture) -> None:
    _, said = run(capsys, "import", "mail", mail(project, attached(body(), ("logo.png", photo(form="PNG"), "image/png"))))
    assert "Das Bild „logo.png“ ist nicht gespeichert, denn keine Veranstaltung nennt es." in said


def test_a_dry_run_writes_nothing(project: Path, capsys: Capture) -> None:
    run(capsys, "import", "mail", mail(project, attached(body(WITH_PICTURE), ("a.jpg", photo(), "image/jpeg"))), "--dry-run")
    assert (events(project), list((project / "events/2025").glob("*.jpg"))) == ({}, [])


@pytest.mark.parametrize(("arguments", "message"), [
    (("mail", "fehlt.eml"), "fehlt.eml: Die Datei gibt es nicht.\n"),
    (("mail", "a.msg"), "a.msg: So speichert nur Outlook. Speichern Sie die E-Mail als Text (.txt) oder als .eml.\n"),
    (("a.eml", "b.eml"), "ikw import: Nennen Sie eine Datei auf einmal; für eine E-Mail des Formulars: ikw import mail DATEI\n"),
    (("a.csv", "--id", "fest"), "ikw import: --id gilt nur für eine E-Mail: ikw import mail DATEI --id KENNUNG\n"),
    (("mail", "leer.eml"), (
        "leer.eml: In dieser E-Mail steht keine Veranstaltung: Die Zeile „----- veranstaltung: … -----“ fehlt. "
        "Speichern Sie die E-Mail als .eml oder als Text.\n"
    )),
])
def test_wrong_use_is_one_clear_line(arguments: tuple[str, ...], message: str, project: Path, capsys: Capture) -> None:
    for name in ("a.msg", "leer.eml"):
        (project / name).write_bytes(b"x")
    assert run(capsys, "import", *arguments) == (2, message)
