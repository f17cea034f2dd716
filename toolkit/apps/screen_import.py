"""The import screen in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.state_import import ImportState
from toolkit.i18n import N_

SCREEN = Screen(
    key="tuonti",
    title=N_("Import"),
    help=N_(
        "Bring in the exports of the workshop: Padlet, round-table notes, Polis. The receipt tells "
        "what became of every row; nothing is left out in silence."
    ),
    module="import",
    state=ImportState,
    texts={
        "choose": N_("Choose files"),
        "choose_hint": N_(
            "Or drag the files here. CSV, Excel, Word, JSON, text or ZIP, at most {limit} MB each. "
            "Send the CSV files of one Polis export at the same time."
        ),
        "sending": N_("Sending: {name}"),
        "sending_bar": N_("How much of the file has been sent"),
        "wrong_type": N_(
            "This kind of file cannot be read: {name}. Choose one of these: {suffixes}"
        ),
        "no_bytes": N_("The file is empty: {name}. Export it again."),
        "too_big": N_("The file is too large: {name} ({size} MB). The limit is {limit} MB."),
        "sign_title": N_("What does +1 mean in these votes?"),
        "sign_why": N_(
            "Polis lets every author agree with the own statement, but in this file that is not "
            "so, or the numbers of votes contradict it: {name}. Open one statement in Polis, look "
            "whether most agree or disagree with it, and compare it with the file."
        ),
        "sign_export": N_("+1 means agree: import as it is"),
        "sign_raw": N_("+1 means disagree: turn the votes"),
        "sign_leave": N_("Do not import"),
        "imported": N_("Imported files"),
        "caption": N_("What became of the rows of each file"),
        "empty": N_(
            "Nothing has been imported yet. Choose the export files above; you can add more later."
        ),
        "file": N_("File"),
        "format": N_("Recognised as"),
        "rows": N_("Rows"),
        "notes": N_("Notes"),
        "statements": N_("Statements"),
        "votes": N_("Votes"),
        "merged": N_("Here already"),
        "masked": N_("Personal data hidden"),
        "left": N_("Left out"),
        "left_rows": N_("Rows left out and why ({n})"),
        "row": N_("Row"),
        "reason": N_("Reason"),
        "note_this": N_("Take note"),
        "next": N_("Next: themes"),
    },
)
