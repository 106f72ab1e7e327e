"""The keymap in force: each command's own keys, or the configured ones."""

from __future__ import annotations

from collections.abc import Mapping

from reader import settings
from reader.language.messages import N_
from reader.launch import AppCommand, AppKeys
from reader.model import Problem
from reader.settings import Settings
from reader.tui.keys import commands
from reader.tui.keys.commands import Keys, Part
from reader.tui.keys.names import full_name, is_key, key_name, written_name


def keymap(
    in_file: Settings, parts: Mapping[str, tuple[Part, ...]] = commands.SCREENS
) -> tuple[Keys, list[Problem]]:
    """Return the valid configured keys, by Textual's names, and what is wrong with the rest.

    ``parts`` are the parts of the list of commands that each screen has, by any name. A key
    with two meanings on one screen is reported and left as it was.
    """
    configured = in_file.keys
    in_force: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []

    def report(id: str, message: str, **values: str) -> None:
        problems.append(settings.problem_of_keys(in_file, id, message, **values))

    for id, keys in configured.items():
        if id not in commands.BY_ID:
            report(id, N_("There is no command “{command}” to give keys to. “reader config” lists them all."), command=id)  # fmt: skip
            continue
        wanted = tuple(full_name(key) for key in keys)
        if unknown := [key for key, name in zip(keys, wanted, strict=True) if not is_key(name)]:
            report(id, N_("“{key}” is not the name of a key. “reader config” shows how keys are written."), key=unknown[0])  # fmt: skip
            continue
        clash = _clash(id, wanted, in_force, configured, parts)
        if clash is None:
            in_force[id] = wanted
        else:
            key, other = clash
            report(id, N_("The key {key} is given to “{command}”, but it belongs to “{other}”: nothing was changed."), key=key_name(key), command=id, other=other)  # fmt: skip
    return in_force, problems


def listed(in_file: Settings) -> AppKeys:
    """Return every command of the app as it stands in a configuration, and what is wrong in it."""
    return AppKeys(
        tuple(
            AppCommand(command.id, tuple(map(written_name, command.keys)), command.help, title)
            for part, title in commands.PARTS.items()
            for command in commands.of(part)
        ),
        tuple(keymap(in_file)[1]),
    )


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
