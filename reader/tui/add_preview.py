"""What is shown of articles before they are added, and of what came of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from reader.language import dates, interface, messages
from reader.language.locales import language_name
from reader.language.messages import N_, _, ngettext
from reader.language.sanitize import sanitize_line
from reader.library.own import telling
from reader.library.own.importing import Result
from reader.library.sources import STANDARD_INPUT
from reader.model import Problem
from reader.tui.add_job import PREVIEWED, Looked, Outcome
from reader.tui.widgets.blocks import Block

COMES = {
    "added": N_("This article is new."),
    "attached": N_("It is the original of an article of this dossier, and is shown with that."),
    "unchanged": N_("It is among your articles already."),
    "updated": N_("It is another version of an article that you have."),
    "failed": N_("It cannot be read."),
}
"""What would come of an article, by its status."""

_SHOWN = 2_000
"""Characters of an article's beginning that are shown."""


def preview_blocks(looked: Looked) -> list[Block]:
    """Return the blocks of what would be added: an article with its beginning, or a list of them."""
    if looked.error is not None:
        return [*_problems(looked.error.problems, "error")]
    results = looked.results
    if len(results) == 1 and looked.batch.size == 1:
        return [*_whole(results[0])]
    blocks: list[Block] = []
    for number, result in enumerate(results):
        blocks += _brief(result, f"{number}")
    rest = looked.batch.size - looked.batch.beginning(PREVIEWED).size
    language = messages.language()
    if rest > 0:
        text = ngettext("… and {n} more file", "… and {n} more files", rest)
        blocks.append(Block("rest", text.format(n=dates.number(rest, language)), "note"))
    if others := looked.batch.others:
        text = ngettext(
            "{n} file of another kind was passed over",
            "{n} files of other kinds were passed over",
            others,
        )
        blocks.append(Block("others", text.format(n=dates.number(others, language)), "note"))
    return blocks


def _whole(result: Result) -> Iterator[Block]:
    yield Block("status", _(COMES[result.status]), "note")
    yield from _problems(result.problems, "problem")
    document = result.document
    if document is None:
        return
    if said := telling.message(result._replace(problems=())):
        yield Block("said", said, "note", gap=0)
    yield Block("title", document.title, "heading")
    yield Block("about", _about(result), "meta", gap=0)
    if document.source.url:
        yield Block("url", document.source.url, "meta", gap=0)
    left = _SHOWN
    for paragraph in document.texts[0].paragraphs:
        if left <= 0:
            yield Block("more", "…")
            break
        yield Block(paragraph.id, paragraph.text[:left])
        left -= len(paragraph.text)


def _brief(result: Result, id: str) -> Iterator[Block]:
    document = result.document
    if document is None:
        yield from _failed(result, id)
        return
    yield Block(f"{id}/title", document.title, "heading")
    yield Block(f"{id}/about", _about(result), "meta", gap=0)
    said = telling.message(result._replace(problems=()))
    yield Block(f"{id}/status", " ".join(filter(None, (_(COMES[result.status]), said))), gap=0)
    yield from _problems(result.problems, f"{id}/problem", gap=0)


def _failed(result: Result, id: str) -> Iterator[Block]:
    """Yield the name of a file that could not be read, and why; its folder is known."""
    yield Block(f"{id}/title", sanitize_line(PurePath(result.path).name), "heading")
    for number, problem in enumerate(result.problems):
        is_of_file = problem.path in ("", result.path) and not problem.line
        told = interface.describe_message(problem) if is_of_file else interface.describe(problem)
        yield Block(f"{id}/problem-{number}", told, gap=0)


def _about(result: Result) -> str:
    """Return what is known of an article: publisher, day, language, encoding."""
    document, language = result.document, messages.language()
    if document is None:
        return ""
    source = document.source
    return " · ".join(
        (
            source.publisher or _("publisher not named"),
            dates.date(source.published, language) if source.published else _("date not known"),
            language_name(document.language, language),
            # A text that was pasted never had one.
            *([result.encoding] if result.encoding and result.path != STANDARD_INPUT else []),
        )
    )


def _problems(problems: tuple[Problem, ...], id: str, gap: int = 1) -> Iterator[Block]:
    for number, problem in enumerate(problems):
        yield Block(f"{id}-{number}", interface.describe(problem), "note", gap=gap)


def outcome_blocks(outcome: Outcome) -> list[Block]:
    """Return the blocks of what came of adding: what could not be read, and why."""
    blocks: list[Block] = []
    if outcome.was_stopped:
        text = _("It was stopped: what is added by now is in, and adding it again adds the rest.")
        blocks.append(Block("stopped", text))
    if outcome.error is not None:
        blocks += _problems(outcome.error.problems, "error")
    if outcome.failed:
        blocks.append(Block("failed", _("These could not be added; the rest is in:"), "note"))
    for number, result in enumerate(outcome.failed):
        blocks += _failed(result, f"failed-{number}")
    if (more := outcome.counts["failed"] - len(outcome.failed)) > 0:
        text = ngettext("… and {n} more file", "… and {n} more files", more)
        blocks.append(Block("more", text.format(n=dates.number(more, messages.language())), "note"))
    return blocks
