"""Notes by their words, in whatever form they stand, and by their meaning."""

from toolkit.search.index import NoteIndex, search_notes

__all__ = ["NoteIndex", "search_notes"]
