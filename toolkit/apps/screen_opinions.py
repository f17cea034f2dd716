"""The screen of opinion groups in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.state_opinions import OpinionsState
from toolkit.i18n import N_

SCREEN = Screen(
    key="mielipideryhmat",
    title=N_("Opinion groups"),
    help=N_(
        "Those who voted alike form an opinion group. Look at what unites everybody and what "
        "divides, and give the groups names that describe the votes."
    ),
    module="opinions",
    parts=("opinions_map", "opinions_statements", "opinions_swarm", "opinions_rounds"),
    state=OpinionsState,
    texts={
        "talk": N_("To the round table"),
        "talk_help": N_(
            "These statements are put forward to talk about. The tool suggests a few that unite, "
            "divide or leave people unsure; take others from the tables, and leave out what you "
            "will not talk of."
        ),
        "talk_none": N_("No statement has been chosen. Take some from the tables."),
        "talk_take": N_("Take to the round table"),
        "talk_leave": N_("Leave out of the round table"),
        "talk_digest": N_("The statements with questions to ask stand in the Polis digest"),
        "no_votes": N_("Nobody has voted here yet. Import the export of a Polis conversation."),
        "go_import": N_("Go to import"),
        "no_groups": N_("The votes are here, but the opinion groups have not been computed."),
        "working": N_("The tool is computing the groups."),
        "compute": N_("Compute opinion groups"),
        "not_people": N_(
            "An opinion group tells how people voted, not who they are. Those who voted chose to "
            "take part; they do not stand for all residents."
        ),
        "parts": N_("On this page"),
        "note_this": N_("Take note"),
        "outdated": N_(
            "The background statements have changed since the groups were computed. Compute the "
            "groups again."
        ),
        "compute_again": N_("Compute again"),
        "checks": N_("Check of the material"),
        "check_passed": N_("all right"),
        "check_failed": N_("take note"),
        "check_unknown": N_("could not be checked"),
        # the groups and their map
        "groups": N_("Groups"),
        "no_large": N_(
            "Every group has fewer than five people, so none of them is shown. Collect more votes, "
            "or compute the groups again and choose a smaller number of groups."
        ),
        "map_label": N_("Map of those who voted: near each other are those who voted alike."),
        "map_help": N_("Each mark is one participant; near each other are those who voted alike."),
        "map_table": N_("The map as a table"),
        "group": N_("Group"),
        "size": N_("Participants"),
        "share": N_("Share of those who voted"),
        "small": N_(
            "Groups of fewer than five people are not shown by themselves, so that nobody can be "
            "recognised."
        ),
        "typical": N_("What tells the group from the others"),
        "map_choose": N_("Choose a group on the map to read about it."),
        "give_name": N_("Give a name"),
        "rename": N_("Change the name"),
        "group_name": N_("Name of group {letter}"),
        # how the groups were made
        "made": N_("How the groups were made"),
        "n_groups": N_("Number of groups"),
        "automatic": N_("Automatic"),
        "chosen_number": N_("The number of groups was chosen by people: {n}."),
        "back_automatic": N_("Back to the number the tool chooses"),
        "recompute": N_("Compute the groups from the votes"),
        "use_imported": N_("Use the groups of Polis"),
        "made_hint": N_("New groups take the place of these, on this page and in new drafts."),
        # statements
        "statement": N_("Statement"),
        "everybody": N_("Everybody"),
        "agree": N_("Agree"),
        "passes": N_("Pass, or not told apart"),
        "disagree": N_("Disagree"),
        "none_of_kind": N_("The votes show none."),
        "few_votes": N_("Some group has given fewer than five votes on this."),
        "more": N_("Show more (shown: {n} / {all})"),
        "all": N_("All statements ({n})"),
        "all_title": N_("All statements"),
        "find": N_("Find a statement"),
        "find_hint": N_("By its words or its label, such as P1-v12."),
        "found": N_("{n} found"),
        "find_none": N_("No statement has these words. Try another word, or a part of the word."),
        "background": N_("Background statements"),
        "background_help": N_(
            "A background statement tells about the voter, not about the matter, such as: ”I am "
            "over 65.” Once marked, its result is still shown, but it takes no part in forming "
            "the groups."
        ),
        "background_shown": N_(
            "These tell about the voters. Their results are shown, but they take no part in "
            "forming the groups."
        ),
        "mark": N_("Mark as a background statement"),
        "unmark": N_("Make an ordinary statement again"),
        # from the least to the most dividing
        "swarm": N_("Statements from least to most dividing"),
        "swarm_help": N_(
            "Each mark is one statement. The further right it is, the more it sets voters apart "
            "on the map. On the left are statements that do not: most are of one mind on them, for "
            "or against, or opinions part in another way than on the map."
        ),
        "unites": N_("divides least"),
        "divides": N_("divides most"),
        "swarm_legend": N_(
            "The larger the mark, the more votes. Hollow: some group has given fewer than five "
            "votes. Choose a mark by clicking, or with the arrow keys and Enter."
        ),
        "swarm_choose": N_("Choose a mark: the statement and its votes are shown here."),
        "swarm_table": N_("The statements in the same order as a table"),
        # rounds
        "rounds": N_("Comparison of rounds"),
        "what": N_("Number of"),
        "before": N_("Earlier round"),
        "after": N_("Later round"),
        "change": N_("Change"),
        "moves": N_("Statements whose support moved most"),
        "moves_help": N_("Only statements with at least 20 votes in both rounds."),
        "moves_none": N_("The support of no statement with enough votes has moved."),
        "moved": N_("people who changed their vote: {n}"),
        "crossings": N_("From group to group"),
        "crossings_help": N_(
            "The letters are given anew in each round: group A of the earlier round need not be "
            "group A of the later one. Groups of fewer than five people are left out. ”Not shown” "
            "stands where fewer than five people went, or where their number could be computed."
        ),
        "crossings_corner": N_("From (rows), to (columns)"),
        "next": N_("Next: draft and review"),
    },
)
