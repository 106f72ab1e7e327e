"""Names of the kinds of glossary entries, as msgids."""

from __future__ import annotations

from reader.language.messages import N_

KINDS = {
    "person": N_("person"),
    "organisation": N_("organisation"),
    "document": N_("document"),
    "place": N_("place"),
    "project": N_("project"),
    "event": N_("event"),
    "concept": N_("concept"),
}
"""The kinds of glossary entries."""
