"""What ``reader verify`` reads: paragraphs and claims as JSON, which may hold anything."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from reader.errors import ReaderError
from reader.language.messages import N_
from reader.model import Paragraph
from reader.verifying.verifier import Claimed

MOST_PARAGRAPHS = 20_000
MOST_CLAIMS = 20_000
LONGEST, LONGEST_CLAIM = 100_000, 10_000
"""Characters of one paragraph, and of one claim."""


class Request(NamedTuple):
    """Claims with the paragraphs that they are held against.

    ``glossary``: the name of a glossary file, or its entries as they stand there, or ``None``.
    """

    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Claimed, ...]
    published: str | None = None
    publisher: str = ""
    glossary: str | list[Any] | None = None


def parse(text: str, name: str) -> Request:
    """Read a request; ``name`` is that of its file. Raises :class:`ReaderError` for what is none."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReaderError.at(
            name,
            N_("This is not JSON: {reason}."),
            line=error.lineno,
            column=error.colno,
            reason=error.msg,
        ) from None
    except (RecursionError, ValueError):
        raise ReaderError.at(
            name, N_("This JSON is nested too deeply, or has too long a number.")
        ) from None
    if not isinstance(data, Mapping):
        raise _wrong(name, "", N_("an object with “paragraphs” and “claims”"))
    paragraphs = _paragraphs(data, name)
    published = data.get("published")
    if published is not None and not _is_day(published):
        raise _wrong(name, "published", N_("a date such as 2026-02-10"))
    glossary = data.get("glossary")
    if glossary is not None and not isinstance(glossary, str | list):
        raise _wrong(name, "glossary", N_("the name of a glossary file, or a list of entries"))
    publisher = data.get("publisher")
    return Request(
        paragraphs,
        _claims(data, name),
        published,
        publisher if isinstance(publisher, str) else "",
        glossary,
    )


def _paragraphs(data: Mapping[str, Any], name: str) -> tuple[Paragraph, ...]:
    found = [
        Paragraph(_id(each, f"paragraphs[{n}]", name), _text(each, f"paragraphs[{n}]", name))
        for n, each in enumerate(_list(data, "paragraphs", MOST_PARAGRAPHS, name))
    ]
    if not found:
        raise _wrong(name, "paragraphs", N_("a list with a paragraph at least"))
    ids = [paragraph.id for paragraph in found]
    if len(set(ids)) < len(ids):
        twice = next(id for n, id in enumerate(ids) if id in ids[:n])
        raise ReaderError.at(name, N_("Two paragraphs have the id “{id}”."), id=twice)
    return tuple(found)


def _claims(data: Mapping[str, Any], name: str) -> tuple[Claimed, ...]:
    found = []
    for n, each in enumerate(_list(data, "claims", MOST_CLAIMS, name)):
        place = f"claims[{n}]"
        cites = each.get("cites", []) if isinstance(each, Mapping) else []
        if not isinstance(cites, list) or not all(isinstance(id, str | int) for id in cites):
            raise _wrong(name, f"{place}.cites", N_("a list of the ids of paragraphs"))
        quote, status = each.get("quote"), each.get("status")
        for key, value in (("quote", quote), ("status", status)):
            if value is not None and not isinstance(value, str):
                raise _wrong(name, f"{place}.{key}", N_("a string"))
        found.append(
            Claimed(
                _id(each, place, name),
                _text(each, place, name, LONGEST_CLAIM),
                tuple(dict.fromkeys(map(str, cites))),
                quote or "",
                status,
            )
        )
    return tuple(found)


def _list(data: Mapping[str, Any], key: str, most: int, name: str) -> list[Any]:
    found = data.get(key)
    if not isinstance(found, list):
        raise _wrong(name, key, N_("a list"))
    if len(found) > most:
        raise ReaderError.at(
            name, N_("“{key}” has more than {most} items."), key=key, most=str(most)
        )
    return found


def _id(item: Any, place: str, name: str) -> str:
    if not isinstance(item, Mapping):
        raise _wrong(name, place, N_("an object"))
    found = item.get("id")
    if isinstance(found, bool) or not isinstance(found, str | int) or str(found) == "":
        raise _wrong(name, f"{place}.id", N_("a string"))
    return str(found)


def _text(item: Mapping[str, Any], place: str, name: str, most: int = LONGEST) -> str:
    found = item.get("text")
    if not isinstance(found, str):
        raise _wrong(name, f"{place}.text", N_("a string"))
    if len(found) > most:
        raise ReaderError.at(
            name,
            N_("“{key}” is longer than {most} characters."),
            key=f"{place}.text",
            most=str(most),
        )
    return found


def _is_day(value: Any) -> bool:
    from reader.verifying.finder import day

    return isinstance(value, str) and day(value) is not None


def _wrong(name: str, place: str, wanted: str) -> ReaderError:
    if not place:
        return ReaderError.at(name, N_("This is not {wanted}."), wanted=wanted)
    return ReaderError.at(name, N_("“{key}” is not {wanted}."), key=place, wanted=wanted)
