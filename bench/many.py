"""Write a dossier of many documents, to measure with: ``python -m bench.many FOLDER``.

The documents are those of the built-in dossier, repeated under other ids and dates. Their texts
are as they are, and so are the glossary and the topics; the English catalog has the translations
again for each repetition, so the dossier is whole in both languages. The same arguments write the
same bytes.
"""

from __future__ import annotations

import argparse
import datetime
import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader import storage
from reader.dossiers import paths

ID = "many"
DOCUMENTS = 10_000
FIRST_DAY = datetime.date(2010, 1, 1)
DAYS = 15 * 365
"""The documents are spread evenly over these days from the first one on."""

LARGEST_PO = 12 * 2**20
"""Bytes. A catalog that would be larger is written compiled: the program reads no huge source."""

_SOURCE_DATE = re.compile(r"^  published(?:_inferred)?: (\d{4}-\d\d-\d\d)", re.MULTILINE)
_DATE = re.compile(
    r"^((?:  published|  published_inferred|      date): )(\d{4}-\d\d-\d\d)", re.MULTILINE
)
_FINGERPRINTS = re.compile(r"^original:\n(?:  .*\n)+", re.MULTILINE)
_CONTEXT = re.compile(r'^msgctxt "([^"/]+)/', re.MULTILINE)


class Pattern(NamedTuple):
    """A built-in document: its YAML without fingerprints, and the day when it was published."""

    id: str
    text: str
    day: datetime.date


def main() -> None:
    """Write the dossier that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.many", description=main.__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new or an empty folder")
    parser.add_argument("--documents", type=int, default=DOCUMENTS, metavar="N")
    parser.add_argument("--translations", choices=("all", "none"), default="all")
    asked = parser.parse_args()
    if asked.folder.exists() and (not asked.folder.is_dir() or any(asked.folder.iterdir())):
        parser.error(f"{asked.folder} is not an empty folder.")
    write(asked.folder, asked.documents, translations=asked.translations == "all")


def write(folder: Path, count: int, *, translations: bool = True) -> None:
    """Write a dossier of ``count`` documents; without ``translations`` it has no catalog."""
    shipped = paths.builtin()
    patterns = [
        _pattern(path.stem, path.read_text("utf-8"))
        for path in sorted((shipped / "documents").glob("*.yaml"))
    ]
    documents = folder / "documents"
    documents.mkdir(parents=True)
    head = (shipped / "dossier.yaml").read_text("utf-8")
    (folder / "dossier.yaml").write_text(re.sub(r"\Aid: .*", f"id: {ID}", head), "utf-8")
    (folder / "glossary.yaml").write_bytes((shipped / "glossary.yaml").read_bytes())
    copies: dict[str, list[str]] = {pattern.id: [] for pattern in patterns}
    for number in range(count):
        pattern = patterns[number % len(patterns)]
        id = f"{pattern.id}-{number + 1:05}"
        copies[pattern.id].append(id)
        day = FIRST_DAY + datetime.timedelta(days=number * DAYS // count)
        (documents / f"{id}.yaml").write_text(_moved(pattern, day), "utf-8")
    if translations:
        source = storage.resource_dir("locales") / "en" / "LC_MESSAGES" / f"{shipped.name}.po"
        target = folder / "locales" / "en" / "LC_MESSAGES" / ID
        target.parent.mkdir(parents=True)
        _write_catalog(source, target, copies)


def _pattern(id: str, text: str) -> Pattern:
    found = _SOURCE_DATE.search(text)
    if found is None:
        raise ValueError(f"The document {id} has no date to repeat it under others.")
    return Pattern(id, _FINGERPRINTS.sub("", text), datetime.date.fromisoformat(found[1]))


def _moved(pattern: Pattern, day: datetime.date) -> str:
    """The document as if published on ``day``; its events keep their distance from that."""
    distance = day - pattern.day

    def moved(match: re.Match[str]) -> str:
        return match[1] + str(datetime.date.fromisoformat(match[2]) + distance)

    return _DATE.sub(moved, pattern.text)


def _write_catalog(source: Path, target: Path, copies: dict[str, list[str]]) -> None:
    """Write ``target`` as ``.po``, or as ``.mo`` where that would be too large a source."""
    blocks = source.read_text("utf-8").strip().split("\n\n")
    sizes = sum(
        len(block.encode()) * len(copies[found[1]])
        for block in blocks
        if (found := _CONTEXT.search(block)) and found[1] in copies
    )
    if sizes < LARGEST_PO:
        text = "\n\n".join(_repeated_blocks(blocks, copies)) + "\n"
        target.with_suffix(".po").write_text(text, "utf-8")
        return
    from reader.language import po

    catalog = po.read(source)
    pairs = [("", catalog.header)]
    for message in catalog.entries():
        id, text = po.parts(message.id)[0], po.parts(message.string or "")[0]
        names = _repeated(message.context or "", copies)
        pairs += ((f"{name}\4{id}" if name else id, text) for name in names)
    target.with_suffix(".mo").write_bytes(_compiled(pairs))


def _repeated(context: str, copies: dict[str, list[str]]) -> Iterator[str]:
    """The contexts that a context of the built-in catalog becomes; others stay as they are."""
    document, _, place = context.partition("/")
    if document in copies:
        yield from (f"{id}/{place}" for id in copies[document])
    else:
        yield context


def _repeated_blocks(blocks: Iterable[str], copies: dict[str, list[str]]) -> Iterator[str]:
    for block in blocks:
        found = _CONTEXT.search(block)
        if found is None or found[1] not in copies:
            yield block
            continue
        for id in copies[found[1]]:
            yield block.replace(f'msgctxt "{found[1]}/', f'msgctxt "{id}/').replace(
                f"/documents/{found[1]}.yaml", f"/documents/{id}.yaml"
            )


def _compiled(pairs: Iterable[tuple[str, str]]) -> bytes:
    """The bytes of a ``.mo``. A text that many messages share is in it once, unlike msgfmt's."""
    rows = sorted((id.encode(), text.encode()) for id, text in pairs)
    head = 7 * 4
    place = head + len(rows) * 16
    ids, texts, body = [], [], []
    known: dict[bytes, int] = {}
    for id, _ in rows:
        ids += [len(id), place]
        place += len(id) + 1
        body.append(id)
    for _, text in rows:
        if text not in known:
            known[text] = place
            place += len(text) + 1
            body.append(text)
        texts += [len(text), known[text]]
    numbers = [0x950412DE, 0, len(rows), head, head + len(rows) * 8, 0, 0, *ids, *texts]
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"\0".join(body) + b"\0"


if __name__ == "__main__":
    main()
