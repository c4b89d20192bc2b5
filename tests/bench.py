"""Our own times and memory: a made-up programme, built cold, with one title edited, and shown by `ikw serve` after a save; and booklets.

Run by `make bench`; --events 70,500 for fewer, --paper for booklets alone. Prints Markdown tables of medians. Peak memory of a site is
that of the largest process, that of paper the sum of all that are at work at once.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from judges.booklets import LANGUAGES, make_project

ROOT = Path(__file__).resolve().parent.parent
IKW = Path(sys.executable).with_name("ikw")
FIRST, DAYS = date(2025, 9, 14), 15
CATEGORIES = ("begegnung", "musik", "kueche", "fest", "vortrag", "film", "ausstellung", "sport", "lesung", "kinder", "workshop", "glaube")
TOWNS = ("Altstadt", "Bergheim", "Buchenau", "Eichhof", "Friedlos", "Hohenroda", "Lindenau", "Niederaula", "Rosengrund", "Wildeck")
WORDS = (  # noqa: SIM905 -- a list would be 30 lines
    "gemeinsam Lieder Brot Geschichten Nachbarn Sprachen Garten Wege Farben Küche Trommeln Kinder Abend Heimat Reise Bücher "
    "Tee Tanz Freundschaft Werkstatt Stimmen Brücken Erinnerung Zukunft Vielfalt Mut Bilder Stoffe Spiele Musik"
).split()


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one run cost: seconds by the clock, seconds of all cores, megabytes of the largest process."""

    wall: float
    cpu: float
    peak: float


def words(seed: int, count: int) -> str:
    """Return words that look like prose; the same for the same seed."""
    return " ".join(WORDS[(seed * 7 + n * (n + 3) + seed // 11) % len(WORDS)] for n in range(count))


def make_corpus(folder: Path, count: int) -> None:
    """Write a programme of so many events; no venue and no organiser is anywhere twice at once."""
    (folder / "2025").mkdir(parents=True)
    hosts = max(60, count // 20)
    for name, lines in data_files(hosts).items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for number in range(count):
        (folder / "2025" / f"termin-{number:04d}.md").write_text(event(number, hosts), encoding="utf-8")


def data_files(hosts: int) -> dict[str, list[str]]:
    """Return the lines of the files around the events."""
    return {
        "categories.yaml": [f"{name}: {{name: {name.title()}}}" for name in CATEGORIES],
        "municipalities.yaml": [f"{town.lower()}: {{name: {town}}}" for town in TOWNS],
        "venues.yaml": [
            f'haus-{n}: {{name: Haus {n}, street: Ringstraße {n + 1}, postcode: "36{n % 1000:03d}", town: {TOWNS[n % 10]}, '
            f"municipality: {TOWNS[n % 10].lower()}, access: [wheelchair, toilet]}}"
            for n in range(hosts)
        ],
        "organisers.yaml": [
            f'verein-{n}: {{name: Verein {n}, email: verein-{n}@example.org, phone: "06621 {1000 + n}"}}' for n in range(hosts)
        ],
        "2025/edition.yaml": ["title: Interkulturelle Woche 2025", "from: 2025-09-14", "to: 2025-09-28", "motto: dafür!"],
    }


def event(number: int, hosts: int) -> str:
    """Return one event file."""
    round_, host = divmod(number, hosts)
    day = FIRST + timedelta(days=(round_ + host) % DAYS)
    hour = 8 + round_ // DAYS % 6 * 2
    language = ("en", "uk", "ar", "tr")[number % 4]
    audience = ("everyone", "families", "women", "youth")[number % 4]
    return (
        f"---\ntitle: {words(number, 3)} {number:04d}\nsummary: {words(number + 1, 12)}.\n"
        f"when: {day:%d.%m.%Y} {hour}:00–{hour + 1}:30\nvenue: haus-{host}\norganisers: [verein-{host}]\n"
        f"category: {CATEGORIES[number % len(CATEGORIES)]}\nlanguages: [de, {language}]\n"
        f"audience: [{audience}]\ncost: {('free', 'donation', '8 €')[number % 3]}\n"
        f"---\n{words(number, 40)}.\n\n- {words(number + 2, 6)}\n- {words(number + 3, 6)}\n\n"
        f"**{words(number, 4)}**: {words(number + 5, 30)}.\n"
    )


def timed(command: list[str]) -> Run:
    """Run a command and return what it cost, its children included."""
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {' '.join(command)}\n{said[-3000:]}")
    return Run(wall=time.perf_counter() - started, cpu=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss / 1024)


def edit(path: Path, number: int) -> str:
    """Give an event another title and return it."""
    title = f"Geänderter Titel {number:04d}"
    path.write_text(re.sub(r"(?m)^title: .*$", f"title: {title}", path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    return title


class Programme:
    """A made-up programme and its site in a work folder."""

    def __init__(self, work: Path, count: int) -> None:
        self.events, self.output, self.cache = work / f"events-{count}", work / f"site-{count}", work / f"cache-{count}"
        make_corpus(self.events, count)
        self.edited = self.events / "2025" / f"termin-{count // 2:04d}.md"

    def command(self, name: str, *more: str) -> list[str]:
        """Return a command of ikw for this programme."""
        return [str(IKW), name, "--events", str(self.events), "--output", str(self.output), "--cache", str(self.cache), *more]

    def cold(self, times: int) -> Iterator[Run]:
        """Build with no output and no cache."""
        for _ in range(times):
            shutil.rmtree(self.output, ignore_errors=True)
            shutil.rmtree(self.cache, ignore_errors=True)
            yield timed(self.command("site"))

    def one_edited(self, times: int) -> Iterator[Run]:
        """Build after one title was edited."""
        for number in range(times):
            title = edit(self.edited, number)
            yield timed(self.command("site"))
            if title not in self.page().read_text(encoding="utf-8"):
                sys.exit(f"the edited title is not in {self.page()}")

    def page(self) -> Path:
        """Return the page of the edited event."""
        return self.output / "2025" / self.edited.stem / "index.html"

    def saves(self, times: int) -> Iterator[float]:
        """Let `ikw serve` run, save a title, and yield the seconds until the server shows it."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        url = f"http://127.0.0.1:{port}/2025/{self.edited.stem}/"
        with subprocess.Popen(
            self.command("serve", "--port", str(port)), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as server:
            try:
                wait_for(url, "", 600)  # the first build is one for another address
                for number in range(times):
                    time.sleep(0.5)
                    title = edit(self.edited, 1000 + number)
                    yield wait_for(url, title)
            finally:
                server.terminate()

    def size(self) -> tuple[int, float]:
        """Return how many files the site has, and megabytes."""
        sizes = [path.stat().st_size for path in self.output.rglob("*") if path.is_file()]
        return len(sizes), sum(sizes) / 1e6


def wait_for(url: str, text: str, most: float = 60) -> float:
    """Ask for a page until a text stands in it; return the seconds it took."""
    started = time.perf_counter()
    while time.perf_counter() - started < most:
        try:
            with urllib.request.urlopen(url, timeout=most) as answer:
                if text in answer.read().decode("utf-8"):
                    return time.perf_counter() - started
        except OSError:  # it does not listen yet
            pass
        time.sleep(0.005)
    sys.exit(f"{url} did not show “{text}” within {most} s")


# -- paper


def family(process: int) -> Iterator[int]:
    """Yield a process and all that it has started."""
    yield process
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{process}/task"):
            for child in Path(f"/proc/{process}/task/{thread}/children").read_text().split():
                yield from family(int(child))


def held(process: int) -> float:
    """Return how many megabytes a process holds: of what it shares with others only its part."""
    with contextlib.suppress(OSError):
        found = re.search(r"^Pss: +(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
        return int(found[1]) / 1024 if found else 0
    return 0


def peak_of(command: list[str]) -> float:
    """Run a command and return the most that it and all it has started hold together; to look at that costs time of its own."""
    peak = 0.0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(held, family(process.pid))))
            time.sleep(0.02)
    if process.returncode:
        sys.exit(f"failed: {' '.join(command)}")
    return peak


def paper(work: Path) -> Iterator[str]:
    """Yield the rows of paper: the sample programme, three files in each language, in one and in all."""
    events = ROOT / "events"
    count = sum("." not in path.stem for path in (events / "2025").glob("*.md"))
    for name, languages in (("one language", {"de": LANGUAGES["de"]}), ("eight languages", LANGUAGES)):
        folder = work / name.replace(" ", "-")
        folder.mkdir()
        settings = make_project(folder, languages=languages)
        command = [str(IKW), "booklet", "--settings", str(settings), "--events", str(events), "--output", str(folder / "output"), "--cache", str(folder / "cache")]
        # Looked at first, so that nothing is slower for it; what is timed then begins with nothing as well.
        peaks = [peak_of(command), peak_of(command)]
        for made in ("output", "cache"):
            shutil.rmtree(folder / made)
        for mode, peak in zip(("cold", "unchanged"), peaks, strict=True):
            one = timed(command)
            files = list((folder / "output").rglob("*.pdf"))
            size = sum(path.stat().st_size for path in files) / 1e6
            yield f"| {count} | {name}, {mode} | {one.wall:.2f} | {one.cpu:.2f} | {peak:.0f} | {len(files)} | {size:.1f} |"


def line(count: int, mode: str, runs: list[Run], programme: Programme) -> str:
    """Return a row of the table: medians."""
    wall, cpu, peak = (statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "peak"))
    files, megabytes = programme.size()
    return f"| {count} | {mode} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {files} | {megabytes:.1f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", default="70,500,5000", help="numbers of events, with commas between (70,500,5000)")
    parser.add_argument("--paper", action="store_true", help="booklets alone")
    options = parser.parse_args()
    head = "wall s | cpu s | peak MB | files | MB |\n|---|---|---|---|---|---|---|"
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        print(f"| events | booklets | {head}", flush=True)
        for row in paper(Path(work)):
            print(row, flush=True)
        if options.paper:
            return
        print(f"\n| events | site | {head}", flush=True)
        for count in map(int, options.events.split(",")):
            programme = Programme(Path(work), count)
            times = 3 if count < 5000 else 1
            print(line(count, "cold", list(programme.cold(times)), programme), flush=True)
            print(line(count, "one title edited", list(programme.one_edited(times)), programme), flush=True)
            shown = statistics.median(programme.saves(times))
            print(f"| {count} | serve: save to page | {shown:.2f} | | | | |", flush=True)


if __name__ == "__main__":
    main()
