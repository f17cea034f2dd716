"""A package that can be checked years later with nothing but a calculator of digests."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import docx

from toolkit.publishing import render_archive


def word_file() -> bytes:
    file = io.BytesIO()
    docx.Document().save(file)
    return file.getvalue()


def unpack(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name.removeprefix("ilta/"): archive.read(name) for name in archive.namelist()}


FILES = {"asiakirja/a.docx": word_file(), "aineisto/ä.csv": "Tunnus;ä\r\n".encode()}


def test_every_digest_holds_and_no_file_is_unlisted() -> None:
    files = unpack(render_archive("ilta", FILES, record={"last_event": 7}))

    listed = {}
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in files[name].decode().splitlines():
            digest, path = line.split("  ", 1)
            listed[path] = digest
    assert listed.keys() == files.keys() - {"tagmanifest-sha256.txt"}
    assert all(hashlib.sha256(files[path]).hexdigest() == listed[path] for path in listed)
    assert files["bagit.txt"].startswith(b"BagIt-Version: 1.0\n")


def test_the_manifest_tells_size_digest_and_type_of_every_file() -> None:
    files = unpack(render_archive("ilta", FILES, record={"last_event": 7}))

    manifest = json.loads(files["manifest.json"])
    assert (manifest["schema_version"], manifest["last_event"]) == (1, 7)
    for entry in manifest["files"]:
        content = files[entry["path"]]
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()
        assert entry["size"] == len(content)
    assert {entry["path"]: entry["media_type"] for entry in manifest["files"]} == {
        "data/aineisto/ä.csv": "text/csv",
        "data/asiakirja/a.docx": "application/vnd.openxmlformats-officedocument"
        ".wordprocessingml.document",
    }


def test_the_same_files_give_the_same_bytes_whenever_they_were_written() -> None:
    later = {**FILES, "asiakirja/a.docx": _stamped(FILES["asiakirja/a.docx"])}

    assert later != FILES
    assert render_archive("ilta", later, record={}) == render_archive("ilta", FILES, record={})


def test_a_word_file_still_opens() -> None:
    files = unpack(render_archive("ilta", FILES, record={}))

    docx.Document(io.BytesIO(files["data/asiakirja/a.docx"]))


def _stamped(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(made, "w") as written:
        for part in given.infolist():
            entry = zipfile.ZipInfo(part.filename, (2031, 5, 6, 7, 8, 10))
            entry.compress_type = part.compress_type
            content = given.read(part).replace(b"2013-12-23T23:15:00Z", b"2031-05-06T07:08:10Z")
            written.writestr(entry, content)
    return made.getvalue()
