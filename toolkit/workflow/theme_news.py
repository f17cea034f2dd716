"""What has changed since themes were last found, in one sentence."""

from __future__ import annotations

from toolkit.domain import ThemeChanges
from toolkit.i18n import _, ngettext


def describe_changes(changes: ThemeChanges) -> str:
    """Return a sentence in the current language."""
    new, gone, grown, moved = map(len, (changes.new, changes.gone, changes.grown, changes.moved))
    parts = [
        text.format(n=n)
        for n, text in (
            (new, ngettext("{n} new theme", "{n} new themes", new)),
            (gone, ngettext("{n} theme gone", "{n} themes gone", gone)),
            (grown, ngettext("{n} theme has grown", "{n} themes have grown", grown)),
            (
                moved,
                ngettext("{n} note is in another theme", "{n} notes are in another theme", moved),
            ),
        )
        if n
    ]
    if not parts:
        return _("Since last time: nothing has changed.")
    return _("Since last time: {changes}.").format(changes=", ".join(parts))
