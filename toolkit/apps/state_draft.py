"""The draft: composing a document and reading it as it will look, with what stands behind it."""

from __future__ import annotations

from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state_document import DocumentState
from toolkit.i18n import _


class DraftState(DocumentState):
    """One document of a workshop as the tool and people have written it so far."""

    actions: ClassVar[tuple[str, ...]] = ("choose", "compose")

    def view(self) -> dict[str, Any]:
        """Return the chosen document as it reads, sentence by sentence with its evidence."""
        state = workflow.load_state(self.workshop)
        shared = self.chosen(state)
        draft = self.draft(state)
        return {**shared, "draft": draft and self.draft_view(draft, state)}

    def compose(self) -> Reply:
        """Have the worker write the draft; decisions on paragraphs that stay the same stay."""
        self.start("draft", {"type": self.type, "language": self.language})
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))
