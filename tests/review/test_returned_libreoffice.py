"""A working copy edited in LibreOffice, changes tracked or not, saved as DOCX and as ODT."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest

from tests.review.returned_material import block, send, words
from toolkit.domain import ReturnedChange
from toolkit.importers import read_review_copy
from toolkit.paragraphs import block_text
from toolkit.review import find_changes

PYTHON = "/usr/bin/python3"  # the one that python3-uno is for
FILES = ["tracked.docx", "tracked-odt.docx", "untracked.docx", "untracked-odt.docx"]


def text(n: int) -> str:
    return block_text(block(n), refs={"n-1": "T1-001"})


EXPECTED = [
    ("osa/010", "edited", text(10), text(10).replace("hidas010", "nopea")),
    ("osa/015", "edited", text(15), f"{text(15)} Lisätty virke."),
    ("osa/020", "edited", text(20), text(20).replace(" sana020", "")),
    ("osa/025", "deleted", text(25), ""),
    ("osa/030", "added", "", "Kokonaan uusi kappale kolmestakympistä."),
    ("osa/035", "split", text(35), text(35).replace(". Toinen", ".\nToinen")),
    ("osa/040", "merged", f"{text(40)}\n{text(41)}", f"{text(40)} {text(41)}"),
    ("osa/045", "moved", text(45), text(45)),
    ("osa/055", "commented", text(55), "Eero Ek: Onko tämä totta?"),
    ("osa/055", "commented", text(55), "Aino Ahti: On, tarkistin."),
    (
        "osa/060",
        "edited",
        text(60),
        "Palvelut 060 toimivat hitaasti, ja jono on asukkaiden murhe.",
    ),
    ("osa/065", "edited", text(65), text(65).replace("Toinen", "Kalpea kirjainToinen")),
    ("osa/taulukko", "edited", "solu-a2 | solu-b2 | solu-c2", "solu-a2 | viisi | solu-c2"),
    ("osa/taulukko", "added", "", "uusi rivi | kuusi | lisätty"),
    ("osa/taulukko", "deleted", "solu-a4 | solu-b4 | solu-c4", ""),
    ("osa/070", "edited", "Otsikko 070", "Otsikko 070 ja muuta"),
    ("osa/086", "deleted", text(86), ""),
    ("osa/088", "added", "", "Uusi luetelmakohta."),
    (
        "",
        "edited",
        "T1-001 ”Oikeasti sanottu lause” (Työpaja)",
        "T1-001 ”Oikeasti sanottu lause” (Työpaja), lisäys liitteeseen",
    ),
]


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One session of a real LibreOffice does everything."""
    if shutil.which("soffice") is None:
        pytest.skip("no LibreOffice; install Debian's package libreoffice-writer")
    if not list(Path("/usr/lib/python3/dist-packages").glob("uno.py")):
        pytest.skip("no UNO; install Debian's package python3-uno")
    for _ in range(3):  # the bridge between Python and LibreOffice crashes now and then
        folder = tmp_path_factory.mktemp("edited")
        send(folder / "sent.docx")
        edit_in_libreoffice(folder)
        if (folder / "done").exists():
            return folder
    pytest.fail("LibreOffice did not get through the changes in three sessions")


def edit_in_libreoffice(folder: Path) -> None:
    pipe = f"osallisuus-{uuid4().hex}"  # a name that no earlier LibreOffice has left behind
    office = subprocess.Popen(
        [
            "soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        ],
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        script = Path(__file__).with_name("uno_actions.py")
        with suppress(subprocess.TimeoutExpired):
            subprocess.run([PYTHON, str(script), pipe, str(folder)], check=False, timeout=120)
            office.wait(timeout=30)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)  # the launcher and the office it started
        office.wait()


def told(change: ReturnedChange) -> tuple[str, str, str, str]:
    comment = f"{change.author}: {change.comment}" if change.comment else ""
    where = change.block_id or change.follows
    return where, change.kind.value, change.before, change.after or comment


@pytest.mark.parametrize("name", FILES)
def test_every_change_of_a_reviewer_comes_home(edited: Path, name: str) -> None:
    sent = read_review_copy(edited / "sent.docx").sent
    copy = read_review_copy(edited / name)
    assert sent is not None

    changes = find_changes(sent.lines, copy.paragraphs)

    assert sorted(map(told, changes)) == sorted(EXPECTED)
    moved = next(change for change in changes if change.kind.value == "moved")
    assert moved.follows == "osa/050"
    assert copy.sent_id == sent.id
    assert copy.sent == (None if "odt" in name else sent)  # an ODT keeps the id only
    # LibreOffice does not track that a row was deleted.
    authors = {c.author for c in changes if not c.comment and not c.before.startswith("solu-a4")}
    assert authors == ({""} if "untracked" in name else {"Liisa Lukija"})


def test_an_odt_is_read_where_libreoffice_is(edited: Path) -> None:
    sent = read_review_copy(edited / "sent.docx").sent
    copy = read_review_copy(edited / "tracked.odt")
    assert sent is not None

    changes = find_changes(sent.lines, copy.paragraphs)

    assert sorted(map(told, changes)) == sorted(EXPECTED)
    assert words(10) not in {paragraph.after for paragraph in copy.paragraphs}
