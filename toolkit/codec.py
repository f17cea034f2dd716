"""Domain objects as JSON and back, so that the log holds plain text."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")

_adapters: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - a class or tuple[Class, ...]
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def to_plain(value: object, kind: Any = None) -> Any:  # noqa: ANN401 - JSON is untyped
    """Return ``value`` as dicts, lists, texts and numbers; ``kind`` is its class unless given."""
    return _adapter(kind or type(value)).dump_python(value, mode="json")


def to_brief(value: object) -> Any:  # noqa: ANN401 - JSON is untyped
    """Return ``to_plain`` without what is as by default: the same when a class gets new fields."""
    return _adapter(type(value)).dump_python(value, mode="json", exclude_defaults=True)


def from_plain(kind: type[T], plain: object) -> T:
    """Make a ``kind`` of what ``to_plain`` returned.

    Raises
    ------
    pydantic.ValidationError
        If ``plain`` does not describe a ``kind``.
    """
    made: T = _adapter(kind).validate_python(plain)
    return made


def to_text(plain: object) -> str:
    """Return JSON with sorted keys: equal values give equal texts."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
