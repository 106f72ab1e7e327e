"""Terms of a glossary in running text: all their forms, their mentions, and look-up."""

from __future__ import annotations

from reader.terms.lookup import LookUp
from reader.terms.match import Matcher, matcher

__all__ = ["LookUp", "Matcher", "matcher"]
