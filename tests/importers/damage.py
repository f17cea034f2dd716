"""Files as accident and malice leave them: whole ones damaged, always the same for one seed."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy

from lxml import etree

Damage = Callable[[bytes, random.Random], bytes]

# fmt: off
_ODD = (
    b'"', b"'", b'""', b";", b",", b"\t", b"\r", b"\r\n", b"\n", b"\0", b"\x85", b"\x1a", b"=1+1",
    b"=cmd|' /C calc'!A0", b"<script>alert(1)</script>", b"{name}", b"%s", b"\xff\xfe",
    b"\xef\xbb\xbf", b"1e999", b"-1", b"nan", b"9" * 20, "\u202e\u2028\ufeff😀".encode(),
    b"\xed\xa0\x80", b"sep=;\n", b"### 1. a\n**Author:** b\n", b"\\", b"]]>", b"&#0;", b"[" * 60,
    b"{" * 60, b"\xf0\x9f",
)
_BOMS = (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\xef\xbb\xbf" * 2)
# fmt: on
_CODES = ("utf-16", "utf-16-le", "utf-32", "cp1252", "mac_roman", "cp850", "utf-7", "utf-8-sig")
_ELEMENT = re.compile(rb"<[^<>]{1,200}>")
_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"1048577", b"4294967296", b"99999999999", b"", b"x", b"1e9")


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    """Turn over some bits, as a broken disk does."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 30))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Leave out the end, the beginning or something between."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return chance.choice((data[:end], data[start:], data[:start] + data[end:]))


def double(data: bytes, chance: random.Random) -> bytes:
    """Say something again, once or many times."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    times = chance.choice((1, 1, 2, 40))
    return data[:end] + data[start:end] * times + data[end:]


def put_in(data: bytes, chance: random.Random) -> bytes:
    """Put in what means something to some program or other."""
    for _ in range(chance.choice((1, 3, 10))):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_ODD) + data[at:]
    return data


def quote(data: bytes, chance: random.Random) -> bytes:
    """Put quotation marks in quotation marks, or leave one open."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((b'"%s"', b'""%s"', b'"%s', b'"""%s""",""', b"'%s'")) % lines[at]
    return b"\n".join(lines)


def encode(data: bytes, chance: random.Random) -> bytes:
    """Save in another code, or with the mark of a code that it is not in."""
    if chance.random() < 0.5:
        return chance.choice(_BOMS) + data
    return data.decode("utf-8", "replace").encode(chance.choice(_CODES), "replace")


def end_lines(data: bytes, chance: random.Random) -> bytes:
    """End some lines as another system does."""
    ends = chance.choice(((b"\r",), (b"\r\n",), (b"\n", b"\r", b"\r\n", b"\n\r", b"\x85")))
    return b"".join(line + chance.choice(ends) for line in data.split(b"\n"))


def flood(data: bytes, chance: random.Random) -> bytes:
    """Say a few signs thousands of times: what looks back at all of it takes for ever."""
    start = chance.randrange(len(data) + 1)
    few = data[start : start + chance.randint(1, 12)]
    return data[:start] + few * (20_000 // max(len(few), 1)) + data[start:]


TEXT: tuple[Damage, ...] = (flip_bits, cut, double, put_in, quote, encode, end_lines, flood)
ANY: tuple[Damage, ...] = (flip_bits, cut, double, put_in)


def nest(xml: bytes, chance: random.Random) -> bytes:
    """Put an element into itself, some or very many times."""
    tags = [tag for tag in _ELEMENT.findall(xml) if tag[1:2] not in b"/?!" and tag[-2:] != b"/>"]
    if not tags:
        return xml
    tag = chance.choice(tags)
    name = re.split(rb"[\s>]", tag[1:])[0]
    times = chance.choice((1, 3, 100, 3000))
    inner = tag * times + b"x" + b"</%s>" % name * times
    return xml.replace(tag, tag + inner, 1)


def operate(xml: bytes, chance: random.Random) -> bytes:
    """Take out, double or exchange elements, or make numbers absurd."""
    found = list(_ELEMENT.finditer(xml))
    if not found:
        return put_in(xml, chance)
    one, other = chance.choice(found), chance.choice(found)
    kind = chance.randrange(4)
    if kind == 0:
        return xml[: one.start()] + xml[one.end() :]
    if kind == 1:
        return xml[: one.end()] + one[0] + xml[one.end() :]
    if kind == 2:
        return xml[: one.start()] + other[0] + xml[one.end() :]
    number = _NUMBER.sub(lambda _found: chance.choice(_NUMBERS), one[0])
    return xml[: one.start()] + number + xml[one.end() :]


def reshape(xml: bytes, chance: random.Random) -> bytes:
    """Move, double, rename or empty elements; the XML stays whole, its meaning does not."""
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return operate(xml, chance)
    for _ in range(chance.choice((1, 2, 8))):
        inner = list(root.iter(etree.Element))[1:]
        if not inner:
            break
        one, other = chance.choice(inner), chance.choice(inner)
        kind = chance.randrange(6)
        if kind == 0:
            one.getparent().remove(one)
        elif kind == 1:
            one.addnext(deepcopy(other))
        elif kind == 2:
            one.append(deepcopy(other))
        elif kind == 3:
            one.tag = other.tag
        elif kind == 4:
            one.text = chance.choice(
                ("", "-1", "99999999999", "=1+1", "<b>", "a\r\nb", "x" * 70000)
            )
        else:
            for key in one.attrib:
                one.set(key, chance.choice((*other.attrib.values(), "", "-1", "4294967296", "x")))
    return bytes(etree.tostring(root))


XML: tuple[Damage, ...] = (reshape, reshape, reshape, operate, nest, put_in, flip_bits, cut)


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the members of a whole ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(members: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a ZIP; a name may come twice."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members:
            if name not in archive.NameToInfo:
                archive.writestr(name, content)
    return data.getvalue()


def damage_archive(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Damage a member, or exchange members with another archive, and pack it properly again."""
    members = list(unpack(data).items())
    at = chance.randrange(len(members))
    name, content = members[at]
    kind = chance.randrange(6)
    if kind < 3:
        xml = name.endswith((".xml", ".rels"))
        for _ in range(chance.choice((1, 1, 4))):
            content = chance.choice(XML if xml else TEXT)(content, chance)
        members[at] = (name, content)
    elif kind == 3:
        members[at] = (name, chance.choice(list(unpack(chance.choice(others)).values())))
    elif kind == 4:
        del members[at]
    else:
        members += unpack(chance.choice(others)).items()
    return pack(members)


def damaged(files: Mapping[str, bytes], chance: random.Random) -> tuple[str, bytes]:
    """Return the name of one of the files, and what is left of it."""
    name = chance.choice(sorted(files))
    data = files[name]
    archives = [content for content in files.values() if content.startswith(b"PK")]
    is_archive = data.startswith(b"PK")
    if is_archive and chance.random() < 0.7:
        return name, damage_archive(data, archives, chance)
    for _ in range(chance.choice((1, 1, 2, 5))):
        data = chance.choice(ANY if is_archive else TEXT)(data, chance)
    if chance.random() < 0.05:
        data += files[chance.choice(sorted(files))]
    return name, data
