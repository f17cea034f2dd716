"""Pictures of results for notebooks and documents, each with its table in text."""

from __future__ import annotations

__all__: list[str] = []
