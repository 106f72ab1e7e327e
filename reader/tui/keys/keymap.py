"""The keymap in force: each command's own keys, or the configured ones."""

from __future__ import annotations

from collections.abc import Mapping

from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.keys.commands import Keys, Part
from reader.tui.keys.names import full_name


def keymap(configured: Keys, parts: Mapping[str, tuple[Part, ...]]) -> tuple[Keys, list[str]]:
    """Return the valid configured keys, by Textual's names, and messages on the rest.

    ``parts`` are the parts of the list of commands that each screen has, by any name. A key
    with two meanings on one screen is reported and left as it was.
    """
    in_force: dict[str, tuple[str, ...]] = {}
    unusable: list[str] = []
    for id, keys in configured.items():
        if id not in commands.BY_ID:
            unusable.append(
                _("There is no command “{command}” to give keys to.").format(command=id)
            )
            continue
        wanted = tuple(full_name(key) for key in keys)
        clash = _clash(id, wanted, in_force, configured, parts)
        if clash is None:
            in_force[id] = wanted
        else:
            key, other = clash
            unusable.append(
                _("The key {key} is given to “{command}”, but it belongs to “{other}”: nothing was changed.").format(key=key, command=id, other=other)
            )  # fmt: skip
    return in_force, unusable


def _clash(
    id: str,
    wanted: tuple[str, ...],
    in_force: Keys,
    configured: Keys,
    parts: Mapping[str, tuple[Part, ...]],
) -> tuple[str, str] | None:
    """Return the first key that another command of a screen has, and that command."""
    for where in parts.values():
        listed = commands.of(*where)
        if commands.BY_ID[id] not in listed:
            continue
        for other in listed:
            # A command with configured keys gives up those of the list.
            # Digits are the number before a key only as long as nobody wants them for something else.
            own = () if other.id in configured or other.id == "count" else other.keys
            taken = in_force.get(other.id, own)
            if other.id != id and (shared := set(wanted) & set(taken)):
                return sorted(shared)[0], other.id
    return None
