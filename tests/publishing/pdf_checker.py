"""What archives and assistive technology need of a PDF, by a validator of another maker."""

from __future__ import annotations

import re

from page import validate_pdf_bytes

_STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\r?\n")
_LENGTH_RULE = "STREAM-LENGTH"


def check_pdf(data: bytes, *, profile: str) -> list[tuple[str, str]]:
    """Return the rules that a file breaks, with what is wrong."""
    failures = [(f.rule_id, f.message) for f in validate_pdf_bytes(data, profile=profile).failures]
    found = [failure for failure in failures if _LENGTH_RULE not in failure[0]]
    if not streams_are_as_long_as_they_say(data):
        found.append((_LENGTH_RULE, "a stream is not as long as it says"))
    return found


def streams_are_as_long_as_they_say(data: bytes) -> bool:
    """The checker's own rule takes a stream that ends in a carriage return for one byte short."""
    starts = list(_STREAM.finditer(data))
    ends = [data[start.end() + int(start[1]) :][:10] for start in starts]
    return bool(ends) and all(end == b"\nendstream" for end in ends)
