"""Follow-up in words."""

from __future__ import annotations

from toolkit.apps.screen import UPLOADING, Screen
from toolkit.apps.state_outcome import OutcomeState
from toolkit.i18n import N_

_PROPOSALS = {
    "no_proposals": N_("No proposals have been found in the notes yet."),
    "share": N_("{n} of {all} decided"),
    "find": N_("Find a proposal"),
    "which": N_("Show"),
    "all": N_("All proposals"),
    "waiting": N_("Those that wait for a decision"),
    "decided": N_("Those that have been decided"),
    "planned": N_("Those that have a plan"),
    "shown": N_("Proposals shown: {n} of {all}"),
    "nothing_found": N_("No proposal fits. Search for something else, or show all proposals."),
    "waits": N_("No decision has been recorded"),
    "recorded_by": N_("Recorded by"),
    "before": N_("What was recorded before ({n})"),
    "picked_title": N_("Chosen proposals"),
    "picked": N_("Chosen: {n}"),
    "decide_picked": N_("Record one decision on all of them"),
    "unpick": N_("Choose none"),
    "pick_group": N_("Choose all of this theme"),
    "unpick_group": N_("Choose none of this theme"),
    "outcome": N_("What became of it"),
    "choose_outcome": N_("Choose the outcome"),
    "body": N_("Who decided"),
    "body_hint": N_("The body or the person in office, as participants know them."),
    "date": N_("Date of the decision"),
    "reason": N_("Why"),
    "reason_hint": N_("Participants read this, so write it for them."),
    "was_decided": N_("A decision has been recorded already. The new one takes its place."),
    "decide": N_("Record the decision"),
    "decide_many": N_("One decision on {n} proposals"),
    "change": N_("Change the decision"),
    "record": N_("Record"),
    "plan": N_("Plan"),
    "plan_this": N_("Record a plan"),
    "change_plan": N_("Change the plan"),
    "plan_hint": N_("Fill in what is known; the rest may stay empty."),
    "level": N_("Level"),
    "no_level": N_("Not chosen"),
    "record_plan": N_("Record the plan"),
}
_SHEET = {
    "sheet_title": N_("Fill in the proposals as a sheet"),
    "sheet_hint": N_(
        "For the secretary of the body that decides: download the sheet, have it filled in, and "
        "bring it back. What it changes is shown before anything is recorded."
    ),
    "sheet_out": N_("Download the sheet (Excel)"),
    "sheet_in": N_("Bring back a filled-in sheet"),
    "sheet_reading": N_("Reading the sheet …"),
    "sheet_in_hint": N_("Excel or CSV. Nothing is recorded before you have seen the changes."),
    "sheet_news": N_("What the sheet would change: {name}"),
    "sheet_decisions": N_("Decisions ({n})"),
    "sheet_plans": N_("Plans ({n})"),
    "sheet_before": N_("Recorded now"),
    "sheet_after": N_("In the sheet"),
    "sheet_record": N_("Record these"),
    "sheet_recording": N_("Recording …"),
    "sheet_drop": N_("Leave the sheet out"),
}
_FEEDBACK = {
    "feedback": N_("Feedback to participants"),
    "feedback_language": N_("Language of the feedback and the card"),
    "feedback_waits": N_(
        "The feedback can be made already: it says of the others that they wait. It can be made "
        "again later."
    ),
    "preset": N_("Which text"),
    "other_preset": N_(
        "The feedback in this language has been composed as the other text. This one takes its "
        "place; what people have written is kept."
    ),
    "feedback_outdated": N_("Decisions have been recorded since the feedback was composed."),
    "compose": N_("Compose the feedback"),
    "compose_again": N_("Compose the feedback again"),
    "open_draft": N_("Read the draft"),
    "open_review": N_("Review"),
    "open_publish": N_("Publish"),
    "composed": N_("Composed: {day}."),
    "not_composed": N_("The feedback has not been composed in this language yet."),
    "told": N_("The finished feedback was written: {day}."),
    "not_told": N_("The finished feedback has not been written yet."),
    "card": N_("Results card"),
    "card_hint": N_(
        "One page and one picture to share: what was asked, how many took part, what people wrote "
        "of most and what was decided. It names nobody, and small groups are not shown. Look at it "
        "before you share it."
    ),
    "show_card": N_("Show the results card"),
    "card_ready": N_("The card is ready below."),
    "drawing": N_("Drawing the card …"),
    "card_picture": N_("Download as a picture (PNG)"),
    "card_page": N_("Download as a web page (HTML)"),
    "alt": N_("The picture in words"),
    "alt_hint": N_("Put these words beside the picture for those who do not see it."),
    "copy_alt": N_("Copy the words"),
    "copied": N_("The words are copied."),
    "writing": N_("Writing the file …"),
}
_NUMBERS = {
    "numbers_hint": N_(
        "Every number is counted from the material and the decisions. Numbers of different units "
        "are not added up."
    ),
    "outcomes": N_("What became of the proposals"),
    "plot": N_("The length of a bar is the number of proposals. The numbers are in the table too."),
    "effect": N_("What came of it"),
    "volume": N_("How much took part"),
    "measure": N_("Measure"),
    "value": N_("Value"),
    "limit": N_("What it does not tell"),
    "numbers_csv": N_("Download the numbers (CSV)"),
}

SCREEN = Screen(
    key="seuranta",
    title=N_("Follow-up"),
    help=N_(
        "Record what was decided of each proposal and why. The feedback to participants is made of "
        "what stands here."
    ),
    module="outcome",
    parts=(
        "waiting",
        "outcome_forms",
        "upload",
        "outcome_sheet",
        "outcome_proposals",
        "outcome_feedback",
        "outcome_numbers",
    ),
    state=OutcomeState,
    texts={
        "no_sources": N_("The workshop is empty. Import an export first."),
        "go_import": N_("Go to import"),
        **_PROPOSALS,
        **UPLOADING,
        **_SHEET,
        **_FEEDBACK,
        **_NUMBERS,
    },
)
