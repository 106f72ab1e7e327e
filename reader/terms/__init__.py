"""Terms of a glossary in running text: all their forms, their mentions, and look-up."""

from __future__ import annotations

from reader.terms.lookup import LookUp
from reader.terms.make import matcher, matcher_for_file
from reader.terms.match import Matcher

__all__ = ["LookUp", "Matcher", "matcher", "matcher_for_file"]
