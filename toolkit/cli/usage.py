"""What is wrong with a command line, in the language of the reader."""

from __future__ import annotations

import re

from toolkit.i18n import N_, _

# What Typer says, and what we say; slots are the groups of the pattern.
_SENTENCES = (
    (r"No such option: (?P<name>\S+).*", N_("there is no option {name}")),
    (r"No such command '(?P<name>.*?)'.*", N_("there is no command {name}")),
    (r"Missing (?:argument|option|parameter):? '(?P<name>.*?)'.*", N_("this is missing: {name}")),
    (r"Option '(?P<name>.*)' requires an argument", N_("a value is missing after {name}")),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)", N_("too many words: {name}")),
    (
        r"Invalid value for '(?P<name>.*?)': .*greater than or equal to (?P<least>\S+)",
        N_("{name} must be at least {least}"),
    ),
    (
        r"Invalid value for '(?P<name>.*?)': .*'(?P<value>.*?)' is not one of (?P<known>'.*')",
        N_("{name} cannot be “{value}”. Choose from: {known}"),
    ),
    (
        r"Invalid value for '(?P<name>.*?)': .*'(?P<value>.*?)' does not match the formats?.*",
        N_("{name}: “{value}” is not a day. Write it like this: 24.11.2026"),
    ),
    (r"Invalid value for '(?P<name>.*?)': .*integer.*", N_("{name} must be a whole number")),
    (r"Invalid value for '(?P<name>.*?)': .*number.*", N_("{name} must be a number")),
)


def explain_usage(problem: str) -> str:
    """Translate what Typer says is wrong; what is not known here stays as it is, in English."""
    said = " ".join(problem.split()).rstrip(".")
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, said):
            words = found.groupdict()
            if "known" in words:
                words["known"] = words["known"].replace("'", "")
            return _(sentence).format(**words)
    return said
