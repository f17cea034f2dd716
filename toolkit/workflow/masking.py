"""What is masked when an export comes in, and what a person should still look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from toolkit.domain import SMALL_GROUP, Import, Receipt, Redaction, Source, Warn, Workshop
from toolkit.i18n import _, ngettext
from toolkit.lemmas import NameFinder
from toolkit.workflow.boards import items_of
from toolkit.workflow.personal_data import (
    Suggestion,
    by_text,
    decisions_on,
    find_suggestions,
    number_of,
    redact,
    text_digest,
)
from toolkit.workflow.present import load_state, read_original

_NAMED = 5
MOST_READ = 5_000
"""Notes and statements of an export in which names are looked for while it comes in."""


class Masked(NamedTuple):
    """Decisions on the words of an export, and what a person should still look at.

    Attributes
    ----------
    n_open
        Suggestions that nobody has decided on.
    has_names
        Whether names were looked for: in very many notes that would take minutes.
    """

    redactions: tuple[Redaction, ...]
    n_open: int
    has_names: bool = True


def mask_export(
    imported: Import,
    decided: Sequence[Redaction],
    *,
    finder: NameFinder | None,
    keep: bool = False,
    tell: Callable[[float], None] | None = None,
) -> Masked:
    """Decide what stands in place of personal data in an export: of what is certain.

    Parameters
    ----------
    decided
        By people, also on other exports; nothing is decided again.
    finder
        None when people have been asked about names already.
    keep
        Whether nothing is masked beside that.
    tell
        See ``find_suggestions``.
    """
    own = decisions_on(imported, decided)
    has_names = finder is None or len(items_of(imported)) <= MOST_READ
    found = find_suggestions(imported, finder if has_names else None, tell=tell)
    fresh = undecided(found, by_text(own))
    added = () if keep else redact(fresh, {})
    return Masked((*own, *added), sum(not one.is_certain for one in fresh), has_names)


def undecided(
    suggestions: Iterable[Suggestion], decided: Mapping[str, Sequence[Redaction]]
) -> list[Suggestion]:
    """Return the suggestions of which nobody has decided on any word.

    ``decided`` is what ``by_text`` returns.
    """
    return [
        suggestion
        for suggestion in suggestions
        if not any(
            one.start < suggestion.end and suggestion.start < one.end
            for one in decided.get(suggestion.digest, ())
        )
    ]


def known_people(workshop: Workshop, finder: NameFinder) -> Mapping[str, str]:
    """Return base form → number of the people masked so far, read from the kept originals.

    Of originals that have been deleted only the numbers are known, so that nobody else gets them.
    """
    people: dict[str, str] = {}
    for source in load_state(workshop).sources:
        masked = [one for one in source.redactions if number_of(one)]
        texts = _texts(workshop, source) if masked else {}
        for one in masked:
            words = texts.get(one.digest, "")[one.start : one.end]
            base = finder.base(words) if words else f"?{number_of(one)}"
            people.setdefault(base, number_of(one))
    return people


def _texts(workshop: Workshop, source: Source) -> dict[str, str]:
    path = Path(workshop.folder) / source.file
    if not path.exists():
        return {}
    return {text_digest(item.text): item.text for item in items_of(read_original(path, source))}


def warn_of_people(receipt: Receipt, imported: Import, masked: Masked) -> Receipt:
    """Say in a receipt what may still tell who somebody is: open suggestions, small groups."""
    warnings = list(receipt.warnings)
    n_open = masked.n_open
    if not masked.has_names:
        message = _(
            "The file has so many notes that names were not looked for while it came in. Look for "
            "them: osallisuus personal-data"
        )
        warnings.append(Warn(code="names_not_looked_for", message=message))
    if n_open:
        message = ngettext(
            "{n} place may tell who somebody is, such as a name or an address. It was kept; look "
            "at it: osallisuus personal-data",
            "{n} places may tell who somebody is, such as names or addresses. They were kept; look "
            "at them: osallisuus personal-data",
            n_open,
        )
        warnings.append(Warn(code="possible_personal_data", message=message.format(n=n_open)))
    return replace(receipt, warnings=(*warnings, *small_groups(imported)))


def small_groups(imported: Import) -> tuple[Warn, ...]:
    """Warn of the groups of an export that have so few notes that a reader may know who spoke."""
    counts = Counter(note.group for note in imported.notes if note.group)
    small = sorted(group for group, n in counts.items() if n < SMALL_GROUP)
    if not small or len(counts) < 2:
        return ()
    message = ngettext(
        "{n} group has fewer than {least} notes, so that a reader may know who wrote them: "
        "{names}.",
        "{n} groups have fewer than {least} notes, so that a reader may know who wrote them: "
        "{names}.",
        len(small),
    )
    names = ", ".join([*small[:_NAMED], *(["…"] if len(small) > _NAMED else [])])
    text = message.format(n=len(small), least=SMALL_GROUP, names=names)
    return (Warn(code="small_group", message=text),)
