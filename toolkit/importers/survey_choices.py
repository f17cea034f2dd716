"""Ready-made answers of a survey: cells parted into choices, choices counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from toolkit.domain import SMALL_GROUP, ClosedQuestion
from toolkit.privacy import has_personal_data
from toolkit.text import count_order, squeeze_spaces

__all__ = ["Choices", "count_choices", "is_own_answer", "is_yes", "read_number", "split_choices"]

Choices = list[list[str]]

_YES = frozenset(("kyllä", "ja", "yes", "y", "x", "1", "true", "valittu", "vald", "selected"))
_NO = frozenset(("ei", "nej", "no", "n", "0", "false", "ei valittu", "inte vald", "not selected"))
_NUMBER = re.compile(r"[-+]?\d{1,9}(?:[.,]\d{1,9})?")
_MOSTLY = 0.7
_WORDS_OF_OWN = 4
_OFTEN = 10
_NAME = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w.-]*){1,2}")


def split_choices(cells: Sequence[str], *, separators: Sequence[str]) -> Choices:
    """Part each cell into the answers that were chosen in it.

    Cells that all end in ``;`` are lists. So are those in which a separator parts answers that
    other cells have, too; an answer that goes on in small letters after a comma is one answer.

    >>> split_choices(["Kyselyt;Palaute;", "Palaute;"], separators=(";",))
    [['Kyselyt', 'Palaute'], ['Palaute']]
    >>> split_choices(["Kyselyt, Palaute", "Palaute", "Kyselyt"], separators=(", ",))
    [['Kyselyt', 'Palaute'], ['Palaute'], ['Kyselyt']]
    >>> split_choices(["Kyllä, ehdottomasti", "Kyllä, ehkä"], separators=(", ",))
    [['Kyllä, ehdottomasti'], ['Kyllä, ehkä']]
    """
    if ";" in separators and all(not cell or cell.endswith(";") for cell in cells) and any(cells):
        return [_parts(cell, ";") for cell in cells]
    for separator in separators:
        if separator != ";":
            parted = _joined([_parts(cell, separator) for cell in cells], separator)
            if _are_lists(parted):
                return parted
    return [[cell] if cell else [] for cell in cells]


def _parts(cell: str, separator: str) -> list[str]:
    return list(filter(None, map(squeeze_spaces, cell.split(separator))))


def _joined(parted: Choices, separator: str) -> Choices:
    """Put answers together again that hold the separator themselves."""
    if any(cell[0][0].islower() for cell in parted if cell):
        return parted  # then small letters tell nothing
    whole: Choices = []
    for cell in parted:
        made: list[str] = []
        for part in cell:
            if made and part[0].islower():
                made[-1] = f"{made[-1]}{separator}{part}"
            else:
                made.append(part)
        whole.append(made)
    return whole


def _are_lists(parted: Choices) -> bool:
    """Whether hardly any cell has an answer that no other has, and some have several answers."""
    filled = [cell for cell in parted if cell]
    n_of = Counter(part for cell in filled for part in set(cell))
    same = Counter(map(tuple, filled))
    several = [cell for cell in same if len(cell) > 1]
    is_shared = any(n_of[part] > same[cell] for cell in several for part in cell)
    shared = sum(all(n_of[part] > 1 for part in cell) for cell in filled)
    return is_shared and shared >= _MOSTLY * len(filled)


def read_number(cell: str) -> float | None:
    """Return the number a cell holds, with a point or a decimal comma; None for any other cell.

    >>> [read_number(cell) for cell in ("3,5", "10", "klo 10")]
    [3.5, 10.0, None]
    """
    return float(cell.replace(",", ".")) if _NUMBER.fullmatch(cell) else None


def is_yes(cell: str) -> bool | None:
    """Whether a cell says that an answer with a column of its own was chosen; None: neither."""
    key = cell.casefold()
    return True if key in _YES else False if key in _NO or not key else None


def is_own_answer(answer: str, n_of: Counter[str], *, n_chosen: int) -> bool:
    """Whether somebody wrote an answer instead of choosing one.

    It stands once, and it is longer than those that stand more often, or they stand so often that
    hardly anybody would have chosen a ready-made answer only once, or it looks like personal data.

    Parameters
    ----------
    n_of
        How often each answer of the question stands.
    n_chosen
        How many people answered it.
    """
    if n_of[answer] > 1 or read_number(answer) is not None:
        return False
    repeated = [other for other, n in n_of.items() if n > 1]
    if not repeated:
        return False
    n_words = sorted(len(other.split()) for other in repeated)
    is_longer = len(answer.split()) >= max(_WORDS_OF_OWN, n_words[-1] + 1)
    is_rare = n_chosen >= _OFTEN * len(repeated)
    return is_longer or is_rare or bool(_NAME.fullmatch(answer)) or has_personal_data(answer)


def count_choices(
    question: str, choices: Iterable[Sequence[str]], *, is_background: bool = False
) -> ClosedQuestion:
    """Count how often each answer was chosen, once for each respondent.

    Of a question on who the respondents are, answers of fewer than five are counted together, with
    the least common other one if they are still so few.
    """
    chosen = [list(dict.fromkeys(cell)) for cell in choices if cell]
    n_of = Counter(answer for cell in chosen for answer in cell)
    options = _in_order(list(n_of))
    few: set[str] = set()
    if is_background:
        few = {answer for answer, n in n_of.items() if n < SMALL_GROUP}
        others = [answer for answer in options if answer not in few]
        if few and others and sum(n_of[answer] for answer in few) < SMALL_GROUP:
            few.add(min(others, key=lambda answer: n_of[answer]))
    return ClosedQuestion(
        text=question,
        n_respondents=len(chosen),
        options=tuple((answer, n_of[answer]) for answer in options if answer not in few),
        is_background=is_background,
        n_few=sum(n_of[answer] for answer in few),
    )


def _in_order(answers: list[str]) -> list[str]:
    numbers = {answer: read_number(answer) for answer in answers}
    if None not in numbers.values():
        return sorted(answers, key=lambda answer: numbers[answer] or 0.0)
    are_steps = all(answer[0].isdigit() for answer in answers)
    return sorted(answers, key=count_order) if are_steps else answers
