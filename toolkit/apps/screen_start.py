"""The front page in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.i18n import N_

SCREEN = Screen(
    key="etusivu",
    title=N_("Workshops"),
    help=N_(
        "Choose a workshop to go on with it, or make a new one. Everything stays on this computer."
    ),
    module="start",
    parts=("start_form", "start_dialogs"),
    texts={
        "workshops": N_("Your workshops"),
        "empty": N_(
            "There are no workshops yet. Make the first one below, or see with the example how the "
            "tool works."
        ),
        "all_archived": N_(
            "Every workshop has been archived. Bring one back below, or make a new one."
        ),
        "archived": N_("Archived workshops ({n})"),
        "invented": N_("invented example"),
        "reason": N_("What is wrong"),
        "nothing_yet": N_("Nothing has been imported yet."),
        "waits": N_("Waits for you"),
        "working": N_("The tool is working on this."),
        "touched": N_("Last changed"),
        "go_on": N_("Go on"),
        "more": N_("Copy, archive or delete"),
        "archive": N_("Archive"),
        "bring_back": N_("Bring back to the list"),
        # the form
        "new": N_("New workshop"),
        "details": N_("Details of the workshop"),
        "title": N_("Title"),
        "title_hint": N_("What the workshop was about; it stands in the documents."),
        "day": N_("Date of the workshop"),
        "organiser": N_("Organiser"),
        "later": N_(
            "The rest can be filled in later. What is missing reads ”to be specified” in the "
            "documents."
        ),
        "background": N_("Background, questions and groups"),
        "place": N_("Place"),
        "n_participants": N_("Number of participants"),
        "n_participants_hint": N_("A whole number, such as 40. Leave it empty if it is not known."),
        "phenomenon": N_("Phenomenon"),
        "phenomenon_hint": N_("What is going on, and why the workshop was held. Whole sentences."),
        "goal": N_("Goal"),
        "goal_hint": N_("What should be different after this. Whole sentences."),
        "questions": N_("Questions of the workshop"),
        "line_each": N_("Each on a line of its own."),
        "partner_groups": N_("Partner groups"),
        "partner_groups_hint": N_(
            "The groups whose views were wanted, each on a line of its own, spelled as in the "
            "notes."
        ),
        "decision": N_("Recipient and decision path"),
        "recipient": N_("Recipient"),
        "recipient_hint": N_("To whom the documents are addressed, in the basic form."),
        "decision_body": N_("Who decides"),
        "decision_date": N_("When it is decided"),
        "case_number": N_("Case number"),
        "path": N_("Steps on the way to the decision"),
        "path_hint": N_("Who handles the documents, when, and what they do with them."),
        "step": N_("Step {n}"),
        "step_body": N_("Who handles"),
        "step_date": N_("Date"),
        "step_role": N_("What they do"),
        "step_add": N_("Add a step"),
        "step_remove": N_("Remove the step"),
        "documents": N_("Language, author and time of keeping"),
        "document_language": N_("Language of the documents"),
        "author": N_("Author"),
        "author_hint": N_("Who answers for the documents."),
        "contact": N_("Contact"),
        "contact_hint": N_("Where people can ask for more. Stands in the documents as written."),
        "retention": N_("Last day the notes may be kept"),
        "retention_hint": N_(
            "The front page tells when it has passed. Nothing is deleted by itself."
        ),
        "create": N_("Make the workshop"),
        "leave": N_("Back without saving"),
        "to_workshop": N_("To the workshop"),
        # a copy
        "copy": N_("Copy"),
        "copy_help": N_(
            "The copy gets everything: the details, the imported files, the decisions and the "
            "documents. What is done in the copy does not change the original."
        ),
        "copy_title": N_("Title of the copy"),
        "copy_of": N_("{title} (copy)"),
        "copy_do": N_("Make the copy"),
        # deleting
        "remove": N_("Delete"),
        "remove_help": N_("This cannot be undone. What will be gone:"),
        "gone_nothing": N_("The workshop is empty."),
        "remove_type": N_("To confirm, write the title of the workshop: {title}"),
        "remove_do": N_("Delete for good"),
        "package_title": N_("First take what has to be archived"),
        "package_help": N_(
            "The archive package has a document, what it rests on, and how it was made. While "
            "paragraphs wait for a decision, it is a working copy."
        ),
        "package_document": N_("Document"),
        "package_do": N_("Download the archive package"),
        "package_working": N_("The package is being made …"),
        "removed": N_("Deleted workshops ({n})"),
        "removed_by": N_("deleted {when}, by {who}"),
        "removed_had": N_("It had"),
        "receipt": N_("Download the receipt"),
        # the example
        "example_title": N_("Try it first"),
        "example_help": N_(
            "The example is an invented workshop on the services of young people: notes, table "
            "discussions and votes. Nobody in it is real, so try whatever you like."
        ),
        "example": N_("Try with the example"),
        "reset": N_("Bring the example back as it was"),
        "reset_help": N_("Everything done in the example is taken away. This cannot be undone."),
        "reset_do": N_("Bring back"),
    },
)
