"""What archives and assistive technology need of a PDF, by a validator of another maker."""

from __future__ import annotations

import re

from page import ValidationFailure, validate_pdf_bytes

_LENGTH = re.compile(rb"/Length (\d+)")


def check_pdf(data: bytes, *, profile: str) -> list[tuple[str, str]]:
    """Return the rules that a file breaks, with what is wrong."""
    return [
        (failure.rule_id, failure.message)
        for failure in validate_pdf_bytes(data, profile=profile).failures
        if not _is_false_alarm(failure, data)
    ]


def _is_false_alarm(failure: ValidationFailure, data: bytes) -> bool:
    # Compressed data whose last byte happens to be a carriage return: the validator takes it for a
    # part of the line end that follows. We count the bytes ourselves.
    if "STREAM-LENGTH" not in failure.rule_id or failure.object_id is None:
        return False
    start = data.index(b"\n%d 0 obj" % failure.object_id.object_number)
    begin = data.index(b"stream\n", start) + len(b"stream\n")
    end = begin + int(_LENGTH.findall(data[start:begin])[-1])
    return data[end - 1 : end + 10] == b"\r\nendstream"
