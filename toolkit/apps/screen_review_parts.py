"""Words of the parts of the review besides the paragraphs."""

from __future__ import annotations

from toolkit.i18n import N_

FILE_TEXTS = {
    "choose_copy": N_("Choose Word files that came back"),
    "choose_copy_hint": N_(
        "Working copies that people have changed or commented on (.docx or .odt). You can also "
        "drag them here. Nothing is applied before you decide."
    ),
    "waiting_changes": N_("Changes that wait"),
    "returned_files": N_("Files that came back"),
    "no_copies": N_(
        "No file has come back yet. Write a working copy on the page of publication, send it to"
        " be commented on, and bring the returned file here."
    ),
    "all_changes_decided": N_("Every change has been decided."),
    "file": N_("File"),
    "version": N_("Version"),
    "unknown_version": N_("not known"),
    "brought": N_("Brought here"),
    "by_whom": N_("Changes by"),
    "waiting": N_("Waiting of all"),
    "changes_of": N_("{name}: {n}"),
    "take": N_("Take"),
    "take_comment": N_("Take as a comment"),
    "edit_and_take": N_("Edit, then take"),
    "leave": N_("Leave out"),
    "take_all": N_("Take all"),
    "leave_all": N_("Leave all out"),
    "take_all_of": N_(
        "{n} changes are taken into the draft in your name. Changes by: {name}. What cannot be "
        "taken as it is stays here."
    ),
    "leave_all_of": N_("{n} changes are left out in your name. Changes by: {name}."),
    "stale_change": N_(
        "The paragraph has changed since this was written, so it cannot be taken as it is. "
        "Compare the texts, edit the paragraph yourself, then leave this out."
    ),
    "by_hand": N_(
        "This is outside the paragraphs of the draft. Make the change by hand, then leave it "
        "out here."
    ),
    "go_to_block": N_("Go to the paragraph"),
}

HEARING_TEXTS = {
    "no_round": N_(
        "No comment round has been opened on this document yet. Say below who is asked."
    ),
    "open_round": N_("Open the comment round"),
    "councils": N_("Councils that the law names"),
    "others": N_("Others who are asked"),
    "others_hint": N_("One name on each line."),
    "sent_on": N_("Sent on"),
    "deadline": N_("Comments by"),
    "before_decision": N_("To be noticed before the decision"),
    "who_heard": N_("Who has answered"),
    "heard_of": N_("{done} of {all} have been heard"),
    "round_dates": N_("Sent: {sent}. Comments by: {deadline}."),
    "record_heard": N_("Record a statement or a hearing"),
    "body": N_("Who"),
    "body_hint": N_("The name as it is in the list; a new name is added."),
    "how_heard": N_("How heard"),
    "date": N_("Date"),
    "which_council": N_("Council that the law names"),
    "no_council": N_("none of these, or as before"),
    "amendments": N_("Proposed amendments"),
    "amendments_hint": N_(
        "Word for word as the body wrote it. Every one is answered with a reason."
    ),
    "no_amendments": N_("No amendments have been recorded. Record the first one below."),
    "record_amendment": N_("Record an amendment"),
    "amendment_text": N_("The change, word for word"),
    "not_answered": N_("Waits for an answer"),
    "give_answer": N_("Answer"),
    "change_answer": N_("Change the answer"),
    "the_answer": N_("What was done of it"),
    "reason": N_("Reason"),
    "reason_hint": N_("Why. It is told to the one who proposed."),
    "where_changed": N_("Where the text was changed"),
    "changed_where": N_("Changed: {where}"),
    "save_answer": N_("Save the answer"),
    "new_round": N_("Open a new round in place of this one"),
    "new_round_hint": N_(
        "The present round, its hearings and amendments are replaced. This can be undone."
    ),
}

SIGNING_TEXTS = {
    "cannot_sign": N_("The document cannot be signed yet"),
    "cannot_sign_why": N_("These have to be settled first:"),
    "go_to_first": N_("Go to the first problem"),
    "sign": N_("Sign"),
    "sign_help": N_("You sign the document as it stands now. Its check code begins: {digest}"),
    "not_approver": N_("Approvers have been named, and you are none of them."),
    "read_document": N_("Read the document"),
    "your_role": N_("Your position or task"),
    "your_role_hint": N_("For example: chair"),
    "have_read": N_("I have read the document"),
    "signatures": N_("Signatures"),
    "no_signatures": N_("Nobody has signed this document yet."),
    "name": N_("Name"),
    "in_role": N_("Position or task"),
    "signed_version": N_("Which version"),
    "present_version": N_("the present version"),
    "earlier_version": N_("an earlier version: the document has changed since"),
    "changed_since": N_("What has changed since it was signed last"),
    "roles": N_("Who may do what"),
    "roles_hint": N_(
        "While nobody has a role, everybody may do everything. Commenters comment, preparers "
        "also decide on paragraphs, approvers also sign and give roles."
    ),
    "no_roles": N_("Nobody has been given a role."),
    "role": N_("Role"),
    "give_role": N_("Give the role"),
    "one_version": N_(
        "There is only one version of the draft, so there is nothing to compare yet. A new one "
        "comes when the draft is composed again."
    ),
    "version_of": N_("Version {n}"),
    "sent_out": N_("sent for comments"),
    "older": N_("Older version"),
    "newer": N_("Newer version"),
    "compare": N_("Compare"),
    "changed_between": N_("From version {first} to version {last}"),
    "nothing_changed": N_("Nothing has changed."),
}
