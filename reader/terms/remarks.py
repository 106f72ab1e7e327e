"""What is said of a language whose terms are not found in every form."""

from __future__ import annotations

from collections.abc import Iterable

from reader import extras
from reader.language.locales import language_title
from reader.language.messages import _
from reader.terms.languages import registry
from reader.terms.languages.pack import PlainPack


def about_forms(languages: Iterable[str], in_language: str) -> list[str]:
    """Return a sentence for each language without a pack, or without its dictionary, in order."""
    return [remark for code in languages if (remark := _remark(code, in_language))]


def _remark(code: str, in_language: str) -> str:
    pack = registry.pack(code)
    if not isinstance(pack, PlainPack):
        return ""
    title = language_title(code, in_language)
    if code in registry.codes():
        return _(
            "{language}: terms are found only as they are written. To find every form: {install}"
        ).format(language=title, install=extras.how_to_install(code))
    if pack.glues_endings:
        return _(
            "{language}: terms are found as they are written and with endings attached to "
            "them, but not in other forms."
        ).format(language=title)
    return _("{language}: terms are found only as they are written, not in other forms.").format(
        language=title
    )
