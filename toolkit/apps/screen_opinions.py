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
    state=OpinionsState,
    texts={
        "no_votes": N_("Nobody has voted here yet. Import the export of a Polis conversation."),
        "go_import": N_("Go to import"),
        "no_groups": N_("The votes are here, but the opinion groups have not been computed."),
        "working": N_("The tool is computing the groups."),
        "compute": N_("Compute opinion groups"),
        "not_people": N_(
            "An opinion group tells how people voted, not who they are. Those who voted chose to "
            "take part; they do not stand for all residents."
        ),
        "note_this": N_("Take note"),
        "groups": N_("Groups"),
        "map_label": N_("Map of those who voted: near each other are those who voted alike."),
        "map_help": N_("Each mark is one participant; near each other are those who voted alike."),
        "small": N_(
            "Groups of fewer than five people are not shown by themselves, so that nobody can be "
            "recognised."
        ),
        "typical": N_("What tells the group from the others:"),
        "group_name": N_("Name of group {letter}"),
        "statement": N_("Statement"),
        "everybody": N_("Everybody"),
        "agree": N_("Agree"),
        "passes": N_("Pass"),
        "disagree": N_("Disagree"),
        "share_percent": N_("{percent} % agree"),
        "share_count": N_("{agree} of {n} agree"),
        "others": N_("agree {agree}, disagree {disagree}, pass {passes}, voters {n}"),
        "nobody": N_("no votes"),
        "none_of_kind": N_("The votes show none."),
        "all": N_("All statements ({n})"),
        "all_title": N_("All statements"),
        "next": N_("Next: draft and review"),
    },
)
