"""Publication: the files of a document, and what blocks the finished one."""

from __future__ import annotations

from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state_document import DocumentState
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _
from toolkit.publishing import writable_formats


class PublishState(DocumentState):
    """One document of a workshop on its way to its readers."""

    actions: ClassVar[tuple[str, ...]] = ("choose", "write")

    def view(self) -> dict[str, Any]:
        """Return the formats, and what stands in the way of the finished document."""
        state = workflow.load_state(self.workshop)
        shared = self.chosen(state)
        draft = self.draft(state)
        formats = [{"key": key, "label": key.upper()} for key in writable_formats()]
        return {**shared, "formats": formats, "draft": draft and self.draft_view(draft, state)}

    def write(self, *, format: str, working_copy: bool) -> Reply:  # noqa: A002
        """Write the file and hand it to the browser.

        Raises
        ------
        UnreviewedDraft
            If paragraphs wait and the final document was asked for.
        """
        if format not in writable_formats():
            raise NoSuchThing(N_("There is no such file format. Choose one from the list."))
        path = workflow.publish_document(
            self.workshop,
            type=self.type,
            language=self.language,
            format=format,
            working_copy=working_copy,
            actor=self.name,
        )
        name = f"{self.workshop.id}-{path.name}"
        notice = _("The file is ready: {name}").format(name=name)
        return Reply(notice=notice, file_name=name, data=path.read_bytes())
