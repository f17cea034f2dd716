"""The words of the choices in surveys."""

from __future__ import annotations

from toolkit.i18n import N_

CHOICE_TEXTS = {
    "respondents": N_("Respondents: {n}."),
    "selections": N_("Choices: {n}. They are counted apart from notes."),
    "choices": N_("What was chosen in surveys"),
    "choices_why": N_(
        "Numbers are choices of respondents, not notes and not people in the room. Of an earlier "
        "and a newer export of one survey only one is counted. In questions on who the respondents "
        "are, the rarest answers are counted together, so that they tell of nobody."
    ),
    "choices_show": N_("Questions and their choices ({n})"),
    "choice_answer": N_("Answer"),
    "choice_count": N_("Choices"),
    "choice_n": N_("Respondents who chose: {n}."),
    "choice_several": N_(
        "Each could choose several answers, so the shares may add up to more than 100 %."
    ),
    "choice_percent": N_("{n} %"),
    "choice_few": N_("The rarest answers, together"),
}
