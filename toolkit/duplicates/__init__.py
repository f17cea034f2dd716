"""Notes that say nearly the same in nearly the same words: found and counted, never dropped."""

from toolkit.duplicates.finding import count_repeats, find_near_duplicates, list_repeats

__all__ = ["count_repeats", "find_near_duplicates", "list_repeats"]
