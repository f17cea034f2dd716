"""What a receipt says of a file whichever importer read it."""

from __future__ import annotations

from dataclasses import replace

from toolkit.domain import Import, Warn
from toolkit.i18n import ngettext
from toolkit.importers.packages import Package
from toolkit.mojibake import find_broken_words
from toolkit.privacy import find_personal_data

__all__ = ["warn_of_broken_text", "warn_of_package", "warn_of_personal_data"]


def warn_of_broken_text(imported: Import) -> Import:
    """Say in the receipt that letters look broken, if any do."""
    statements = imported.votes.statements if imported.votes else ()
    items = (*imported.notes, *statements)
    found = [word for item in items for word in find_broken_words(item.text, most=1)]
    if not found:
        return imported
    message = ngettext(
        "The letters of {n} note look broken: “{word}” has perhaps been “{repaired}”. "
        "They can be repaired before the import.",
        "The letters of {n} notes look broken: “{word}” has perhaps been “{repaired}”. "
        "They can be repaired before the import.",
        len(found),
    )
    word, repaired = found[0]
    message = message.format(n=len(found), word=word, repaired=repaired)
    warn = Warn(code="broken_text", message=message)
    receipt = imported.receipt
    return replace(imported, receipt=replace(receipt, warnings=(*receipt.warnings, warn)))


def warn_of_package(imported: Import, package: Package) -> Import:
    """Say in the receipt what an Office file holds beside its words, if anything."""
    warnings = list(imported.receipt.warnings)
    if package.n_outside:
        message = ngettext(
            "The file points to {n} thing outside itself. Nothing was fetched.",
            "The file points to {n} things outside itself. Nothing was fetched.",
            package.n_outside,
        )
        warnings.append(Warn(code="points_outside", message=message.format(n=package.n_outside)))
    if package.n_objects:
        message = ngettext(
            "{n} object of another program stands in the file. It was not opened.",
            "{n} objects of other programs stand in the file. They were not opened.",
            package.n_objects,
        )
        warnings.append(Warn(code="objects_not_read", message=message.format(n=package.n_objects)))
    return replace(imported, receipt=replace(imported.receipt, warnings=tuple(warnings)))


def warn_of_personal_data(imported: Import) -> Import:
    """Say in the receipt how many notes hold what is certainly personal data, if any."""
    statements = imported.votes.statements if imported.votes else ()
    n_found = sum(bool(find_personal_data(note.text)) for note in (*imported.notes, *statements))
    receipt = imported.receipt
    warnings = [warn for warn in receipt.warnings if warn.code != "personal_data"]
    if n_found:
        message = ngettext(
            "{n} note holds personal data such as a telephone number or an e-mail address.",
            "{n} notes hold personal data such as telephone numbers or e-mail addresses.",
            n_found,
        )
        warnings.append(Warn(code="personal_data", message=message.format(n=n_found)))
    return replace(imported, receipt=replace(receipt, warnings=tuple(warnings)))
