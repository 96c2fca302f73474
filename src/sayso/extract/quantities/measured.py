"""What a quantity measures: the counted noun with its modifiers, and the event or attribute it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extract.quantities.phrases import Phrase

if TYPE_CHECKING:
    from sayso.extract.tokens import Sentence


def measured(text: str, found: Sequence[Phrase], sentences: Sequence[Sentence]) -> list[str | None]:
    """For each phrase what it measures, in the text's own words, or None."""
    return [phrase.noun or None for phrase in found]
