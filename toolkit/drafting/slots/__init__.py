"""What can stand in a section of an outline: every slot by its name."""

from collections.abc import Callable, Iterator, Mapping

from toolkit.domain import Block
from toolkit.drafting.material import Material
from toolkit.drafting.slots import event, figures, groups, method, opinions, path, statement, themes

Slot = Callable[[Material, str], Iterator[Block]]

_FUNCTIONS: tuple[Slot, ...] = (
    event.background,
    event.event_facts,
    event.event_notes,
    event.event_participants,
    event.event_questions,
    event.event_votes,
    event.self_selected,
    figures.themes_figure,
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
    statement.claims,
    statement.left_out_in_short,
    statement.origin_in_short,
    statement.reasons,
    themes.minority,
    themes.proposals,
    themes.summary_themes,
    themes.themes,
    themes.themes_intro,
    themes.themes_rest,
)

SLOTS: Mapping[str, Slot] = {function.__name__: function for function in _FUNCTIONS}

__all__ = ["SLOTS", "Slot"]
