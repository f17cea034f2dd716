"""What can stand in a section of an outline: every slot by its name."""

from collections.abc import Callable, Iterator, Mapping

from toolkit.domain import Block
from toolkit.drafting.material import Material
from toolkit.drafting.slots import (
    brief,
    differences,
    event,
    groups,
    method,
    opinions,
    path,
    polis_digest,
    statement,
    synthesis,
    themes,
)

Slot = Callable[[Material, str], Iterator[Block]]

_FUNCTIONS: tuple[Slot, ...] = (
    brief.brief_dissent,
    brief.brief_effect,
    brief.brief_proposals,
    brief.brief_reliability,
    brief.brief_said,
    brief.brief_timetable,
    brief.matter,
    differences.contrasts,
    differences.differences_table,
    differences.lone_themes,
    differences.tensions,
    event.background,
    event.event_facts,
    event.event_notes,
    event.event_participants,
    event.event_questions,
    event.event_votes,
    event.self_selected,
    groups.groups_in_short,
    groups.groups_intro,
    method.method_machine,
    method.method_material,
    method.method_themes,
    method.method_votes,
    opinions.agreement_table,
    opinions.dissent,
    opinions.dissent_in_short,
    opinions.rejected,
    opinions.summary_votes,
    opinions.uncertain,
    opinions.uniting,
    path.decision_path,
    path.next_steps,
    path.recipient,
    path.request,
    path.signatures,
    polis_digest.group_portraits,
    polis_digest.left_open,
    polis_digest.poll_counting,
    polis_digest.poll_in_short,
    polis_digest.poll_material,
    polis_digest.round_table,
    polis_digest.uniting_table,
    statement.claims,
    statement.left_out_in_short,
    statement.origin_in_short,
    statement.reasons,
    synthesis.destinations,
    synthesis.material_table,
    synthesis.missing_groups,
    synthesis.other_themes,
    synthesis.shared_themes,
    synthesis.small_material,
    synthesis.summary_groups,
    themes.minority,
    themes.proposals,
    themes.summary_themes,
    themes.themes,
    themes.themes_intro,
    themes.themes_rest,
)

SLOTS: Mapping[str, Slot] = {function.__name__: function for function in _FUNCTIONS}

__all__ = ["SLOTS", "Slot"]
