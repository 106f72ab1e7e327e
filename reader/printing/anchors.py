"""Anchors in a page, made of ids that may hold any character."""

from __future__ import annotations

import re

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


def _safe(id: str) -> str:
    return _UNSAFE.sub(lambda match: f".{ord(match[0]):x}.", id)


def paragraph(prefix: str, id: str) -> str:
    return f"{prefix}paragraph-{_safe(id)}"


def entry(id: str) -> str:
    return f"term-{_safe(id)}"


def definition(id: str) -> str:
    return f"definition-{_safe(id)}"
