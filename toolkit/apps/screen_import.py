"""The import screen in words."""

from __future__ import annotations

from toolkit.apps.screen import UPLOADING, Screen
from toolkit.apps.screen_import_choices import CHOICE_TEXTS
from toolkit.apps.screen_import_columns import COLUMN_TEXTS
from toolkit.apps.state_import import ImportState
from toolkit.i18n import N_

SCREEN = Screen(
    key="tuonti",
    title=N_("Import"),
    help=N_(
        "Bring in what the workshop left behind: Padlet, notes of round tables, transcripts and "
        "chats, surveys, Polis. First you see what a file is and which words may be personal data. "
        "The receipt tells what became of every row; nothing is left out in silence."
    ),
    module="import",
    parts=(
        "upload",
        "import_columns",
        "import_waiting",
        "import_personal",
        "import_receipts",
        "import_choices",
    ),
    state=ImportState,
    texts={
        "choose": N_("Choose files"),
        "choose_hint": N_(
            "Or drag the files here. CSV, Excel, Word, PowerPoint, LibreOffice, PDF, JSON, text, "
            "VTT, SRT or ZIP, at most {limit} MB each. Send the CSV files of one Polis export at "
            "the same time."
        ),
        **UPLOADING,
        "waiting": N_("What the files are"),
        "waiting_why": N_(
            "These files are not in the workshop yet. They wait here for a week, also if you "
            "close the page."
        ),
        "looking": N_("The tool is looking at the file …"),
        "importing": N_("The file is being imported …"),
        "stopped": N_("Nobody has looked at the file, because the work was stopped."),
        "look_again": N_("Look at the file again"),
        "refused": N_("The file cannot be imported."),
        **COLUMN_TEXTS,
        "recognised": N_("Recognised as: {format}"),
        "known": N_("This file is in the workshop already. Importing it again changes nothing."),
        "take_along": N_("Import this file"),
        "remove": N_("Remove from the list"),
        "remove_one": N_("Remove from the list: {name}"),
        "would_bring": N_("What the file would bring"),
        "first_notes": N_("First notes ({n})"),
        "first_statements": N_("First statements ({n})"),
        "no_notes": N_("The file would bring no new notes."),
        "personal": N_("Personal data"),
        "personal_why": N_(
            "The tool suggests words that may tell who somebody is. It does not find everything "
            "and is sometimes wrong: decide on each. Hidden words are replaced in the note, for "
            "example by [HENKILÖ 1]; the log never holds the words themselves."
        ),
        "certain": N_("Certain personal data, which is hidden without asking: {n}"),
        "none_found": N_(
            "The tool found no other possible personal data. It does not find everything."
        ),
        "no_dictionary": N_(
            "The Finnish dictionary is missing on this computer, so only some names are found. "
            "Read the notes yourself before you import them."
        ),
        "place": N_("Place {at} of {n}"),
        "in_file": N_("File: {name}"),
        "undecided": N_("Not decided yet"),
        "will_mask": N_("Will be hidden"),
        "will_keep": N_("Will be kept"),
        "mask": N_("Hide"),
        "keep": N_("Keep"),
        "mask_same": N_("Hide in all {n} places"),
        "keep_same": N_("Keep in all {n} places"),
        "before": N_("Previous"),
        "after": N_("Following"),
        "take_back": N_("Take back the last choice"),
        "rest": N_("Hide the rest, as suggested ({n})"),
        "keys": N_(
            "Keys: P or M hides, K keeps, arrow keys move between places, Z takes back the last "
            "choice."
        ),
        "all_places": N_("All places as a list ({n})"),
        "word_column": N_("Words"),
        "choice_column": N_("Decision"),
        "go_there": N_("Go to the place: {words}"),
        "import_one": N_("Import the file"),
        "import_many": N_("Import {n} files"),
        "sign_title": N_("What does +1 mean in these votes?"),
        "sign_why": N_(
            "Polis lets every author agree with the own statement, but in this file that is not "
            "so, or the numbers of votes contradict it: {name}. Open one statement in Polis, look "
            "whether most agree or disagree with it, and compare it with the file."
        ),
        "sign_export": N_("+1 means agree: import as it is"),
        "sign_raw": N_("+1 means disagree: turn the votes"),
        "broken_title": N_("Do the letters look broken?"),
        "broken_word": N_("“{word}” would be “{repaired}”"),
        "broken_why": N_(
            "The letters were broken before the file came here, in another program. The tool can "
            "repair them whenever it reads the file; the file itself stays as it is."
        ),
        "repair": N_("Repair the letters"),
        "repaired": N_("Broken letters are repaired whenever the file is read."),
        "unrepair": N_("Leave the letters as they are"),
        "imported": N_("Imported files"),
        "caption": N_("What became of the rows of each file"),
        "empty": N_(
            "Nothing has been imported yet. Choose the export files above; you can add more later."
        ),
        "empty_waiting": N_("Nothing has been imported yet. The files above wait for you."),
        "file": N_("File"),
        "format": N_("Recognised as"),
        "rows": N_("Rows"),
        "notes": N_("Notes"),
        "statements": N_("Statements"),
        "votes": N_("Votes"),
        "merged": N_("Here already"),
        "masked": N_("Personal data hidden"),
        "hidden": N_("Decisions on personal data, places by kind"),
        "hidden_wrong": N_(
            "These decisions cannot be changed after the import. If one was wrong, create a new "
            "workshop, import the file there and decide again. If personal data was left visible "
            "here, delete this workshop on the front page."
        ),
        "left": N_("Left out"),
        "left_rows": N_("Rows left out and why ({n})"),
        "row": N_("Row"),
        "reason": N_("Reason"),
        "note_this": N_("Take note"),
        "next": N_("Next: themes"),
        **CHOICE_TEXTS,
    },
)
