"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader import __version__
from reader.checks.findings import CODES, Found
from reader.language.messages import _

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(found: Sequence[Found]) -> dict[str, Any]:
    """Return a SARIF log of one run; paths are as they were given, with slashes."""
    used = [code for code in CODES if any(each.code == code for each in found)]
    rules = [
        {
            "id": code,
            "shortDescription": {"text": _(CODES[code][1])},
            "defaultConfiguration": {"level": CODES[code][0]},
        }
        for code in used
    ]
    driver = {"name": "reader", "version": __version__, "rules": rules}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": [_result(each) for each in found]}],
    }


def _result(found: Found) -> dict[str, Any]:
    path = Path(found.path)
    place = path.as_uri() if path.is_absolute() else path.as_posix()
    region = {"startLine": found.line, "startColumn": found.column}
    return {
        "ruleId": found.code,
        "level": found.level,
        "message": {"text": found.as_json()["message"]},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": place}, "region": region}}],
    }
