"""Kinds of notes: what each does, suggested with its reason."""

from toolkit.kinds.by_theme import kinds_table, split_by_kind
from toolkit.kinds.finding import find_kinds
from toolkit.kinds.wording import kind_name, tell_reason

__all__ = ["find_kinds", "kind_name", "kinds_table", "split_by_kind", "tell_reason"]
