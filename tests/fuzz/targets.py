"""Every target."""

from __future__ import annotations

from tests.fuzz import (
    arguments,
    caches,
    catalogs,
    configurations,
    dossiers,
    facts,
    indexes,
    own_glossary,
    own_notes,
    pages,
    states,
    terminals,
    texts,
)
from tests.fuzz.target import Target

TARGETS: tuple[Target, ...] = (
    texts.TARGET,
    facts.TARGET,
    pages.TARGET,
    dossiers.TARGET,
    catalogs.TARGET,
    own_glossary.TARGET,
    own_notes.TARGET,
    states.TARGET,
    configurations.TARGET,
    indexes.TARGET,
    caches.TARGET,
    arguments.TARGET,
    terminals.TARGET,
)
