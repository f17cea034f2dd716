"""What an import says, in short."""

from __future__ import annotations

from toolkit.domain import Import


def rows(imported: Import) -> list[tuple[str, str, str, str]]:
    return [(note.place, note.group, note.prompt, note.text) for note in imported.notes]


def pairs(imported: Import) -> list[tuple[str, str]]:
    return [(note.prompt, note.text) for note in imported.notes]


def skipped(imported: Import) -> list[tuple[int, str]]:
    return [(one.row, one.reason) for one in imported.receipt.skipped]


def told(imported: Import) -> dict[str, str]:
    return {warn.code: warn.message for warn in imported.receipt.warnings}
