"""What can go wrong in a way the user can mend: one sentence says what, where and what next."""

from __future__ import annotations

from toolkit.i18n import _


class ToolkitError(Exception):
    """A problem the user can mend.

    ``str(error)`` is English, for developers and logs; ``for_reader()`` is the same sentence in the
    language of the screen. Values stand after a colon or in quotes, never inside an inflected word.

    Parameters
    ----------
    message
        An English sentence marked with ``N_``, with ``{name}`` slots.
    values
        What goes into the slots.
    """

    def __init__(self, message: str, **values: object) -> None:
        self.message = message
        self.values = values
        super().__init__(message.format(**values))

    def for_reader(self) -> str:
        """Say what, where and what next in the current language."""
        return _(self.message).format(**self.values)


class UnreadableExport(ToolkitError):
    """A file cannot be read as what it claims to be."""


class DoubtfulSign(UnreadableExport):
    """It is not clear which votes agree and which disagree; a person has to say."""


class FailedReader(UnreadableExport):
    """A reader broke off in a way that nobody foresaw: a fault of the toolkit, for its makers."""


class UnknownFormat(ToolkitError):
    """No importer recognises the file."""


class DoubtfulColumns(UnknownFormat):
    """It is not clear what some columns of a survey hold; a person has to say."""


class UnreadableFramework(ToolkitError):
    """A file cannot be read as a framework or a codebook."""


class UnreadableOutline(ToolkitError):
    """A file cannot be read as the outline of a document type."""


class UnreadableProfile(ToolkitError):
    """A file cannot be read as a profile of tables, or a table cannot be made one."""


class NothingToRead(ToolkitError):
    """The file was read, and there is not one note or vote in it."""


class BadName(ToolkitError):
    """A name that cannot be the name of a workshop or of a file."""


class NewerWorkshop(ToolkitError):
    """A workshop holds what only a newer version of the toolkit understands."""


class NoSuchThing(ToolkitError):
    """Something was asked for by a name or an id that nothing has."""


class TooEarly(ToolkitError):
    """A step was asked for before the step it needs."""


class Conflict(ToolkitError):
    """Somebody else changed the workshop first."""


class NotAllowed(ToolkitError):
    """Somebody tried what another person's role is needed for."""


class MissingModel(ToolkitError):
    """A language model or the library behind it is not installed."""


class FailedModel(ToolkitError):
    """A language model gives no answer, or none that can be used."""


class UnreviewedDraft(ToolkitError):
    """A document was asked for while paragraphs wait for a decision."""


class Unpublishable(ToolkitError):
    """A document cannot be written as a file; the sentence says what stands in the way."""


class Cancelled(ToolkitError):
    """The person who started the work stopped it."""
