"""G7: no stakeholder group is left without a citation by chance."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Document, Draft, Gate
from toolkit.drafting.balance import weigh_groups
from toolkit.drafting.verify.checked import Checked
from toolkit.i18n import _, ngettext

BALANCE = "G7"


def check_balance(draft: Draft | Document, checked: Checked) -> Iterator[Gate]:
    """Yield the groups that a draft does not cite although it cites enough notes to do so.

    A draft that cites fewer notes than there are groups cannot cite every one of them.
    """
    rows = [row for row in weigh_groups(draft.blocks, checked.findings) if row.kind != "unknown"]
    n_cited = sum(row.n_cited for row in weigh_groups(draft.blocks, checked.findings))
    silent = [row for row in rows if not row.n_cited]
    if not silent or n_cited < len(rows):
        return
    named = [f"{row.group} ({row.n})" for row in silent if row.kind == "named"]
    if named:
        message = ngettext(
            "No paragraph cites a note of this group: {groups}. The number of its notes is in "
            "brackets. See whether something it said is missing.",
            "No paragraph cites a note of these groups: {groups}. The number of their notes is in "
            "brackets. See whether something they said is missing.",
            len(named),
        ).format(groups=", ".join(named))
        yield Gate(gate=BALANCE, level="warning", block_id="", message=message)
    for row in silent:
        if row.kind == "small":
            message = _(
                "No paragraph cites a note of the small groups, which together have this many: "
                "{n}. See whether something they said is missing."
            ).format(n=row.n)
            yield Gate(gate=BALANCE, level="warning", block_id="", message=message)
