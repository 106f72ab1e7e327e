"""``reader completions SHELL``: what bash, zsh and fish complete the arguments by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader.cli import console
from reader.cli.context import FOUND, CommandContext
from reader.cli.parser import Parser
from reader.language.messages import _

if TYPE_CHECKING:
    from reader.cli.grammar import Command, Option, Value

SHELLS = ("bash", "zsh", "fish")

_IDS = r"""list --json 2>/dev/null | sed -n 's/^ *"id": "\([^"\\]*\)",*$/\1/p'"""
"""What prints the ids of documents, a line each."""


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Print a shell’s script for completing commands, options, articles’ ids and file names.\n"
        "\n"
        "  bash  reader completions bash > ~/.local/share/bash-completion/completions/reader\n"
        "  zsh   reader completions zsh > ~/.zfunc/_reader (any folder in $fpath)\n"
        "  fish  reader completions fish > ~/.config/fish/completions/reader.fish\n"
        "\n"
        "Packages of the program install these scripts themselves."
    )
    parser.add_argument("shell", metavar="|".join(SHELLS), choices=SHELLS, help=_("the shell"))


def run(context: CommandContext) -> int:
    console.write_utf8(script(context.args.shell))
    return FOUND


def script(shell: str) -> str:
    """Return the script for a shell, its descriptions in the interface language."""
    from reader.cli import grammar

    write: dict[str, Callable[[list[Command]], Iterator[str]]] = {
        "bash": _bash,
        "zsh": _zsh,
        "fish": _fish,
    }
    return "\n".join(write[shell](grammar.commands())) + "\n"


def _sentence(text: str) -> str:
    """Return a help text on one line, without what no shell shows."""
    return " ".join(text.split())


# bash: no descriptions, and no function but its own, so that it works without bash-completion.


_BASH = r"""# bash completion of reader: written by “reader completions bash”.

_reader_words() {
    COMPREPLY+=($(compgen -W "$1" -- "$current"))
}

_reader_paths() {
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen "$1" -- "$current"))
}

_reader_documents() {
    _reader_words "$(reader "${dossier[@]}" LIST)"
    _reader_paths -f
}

# “own:news” comes as three words, and what is offered takes the place of the last alone.
_reader() {
    local at word last=-1 colon=
    local -a words=()
    [[ $COMP_WORDBREAKS == *:* ]] && colon=1
    for ((at = 0; at <= COMP_CWORD; at++)); do
        word=${COMP_WORDS[at]}
        if [[ -n $colon && $last -gt 0 && ( $word == :* || ${words[last]} == *: ) \
            && ! ( -z $word && ${COMP_LINE:0:COMP_POINT} == *[[:space:]] ) ]]; then
            words[last]+=$word
        else
            words[++last]=$word
        fi
    done
    COMPREPLY=()
    _reader_offer
    if [[ -n $colon && ${words[last]} == *:* ]]; then
        word=${words[last]}
        word=${word%"${word##*:}"}
        COMPREPLY=("${COMPREPLY[@]#"$word"}")
    fi
}

_reader_offer() {
    local IFS=$' \t\n' at word command= number=0 ended=
    local current=${words[last]} previous=${words[last-1]}
    local -a dossier=()
    # “--lang=ru” comes as three words.
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = ]]; then
        previous=${words[last-2]}
    fi
    for ((at = 1; at < last; at++)); do
        word=${words[at]}
        if [[ -n $ended ]]; then
            ((number++))
            continue
        fi
        case $command,$word in
            *,--) ended=1 ;;
            VALUES
                [[ ${words[at+1]} == = ]] && ((at++))
                ((at++))
                [[ $word == --dossier && $at -lt $last ]] && dossier=(--dossier "${words[at]}") ;;
            *,-?*|*,=) ;;
            ,NAMES)
                if ((number == 0)); then command=$word; else ((number++)); fi ;;
            *) ((number++)) ;;
        esac
    done
    if [[ -z $ended ]]; then
        case $command,$previous in
            OPTIONS
        esac
        if [[ $current == -* ]]; then
            case $command in
                FLAGS
            esac
            return
        fi
    fi
    case $command,$number in
        ARGUMENTS
    esac
}

complete -F _reader reader"""


def _bash(commands: list[Command]) -> Iterator[str]:
    with_value, options, flags, arguments = [], [], [], []
    anywhere = {option.names: option.value for option in commands[0].options}
    # What every command has comes last: one may have another option of that name.
    for command in (*commands[1:], commands[0]):
        flags.append(f'"{command.name}") _reader_words "{_names(command)}" ;;')
        for option in command.options:
            value = option.value
            if value is None or value.is_optional:
                continue
            if command.name and anywhere.get(option.names) == value:
                continue
            patterns = "|".join(f"{command.name or '*'},{name}" for name in option.names)
            with_value.append(patterns)
            options.append(f"{patterns}) {_bash_value(value)}; return ;;")
        for number, value in enumerate(command.arguments):
            at = "*" if value.is_many else str(number)
            words = f"{_bash_value(value)} ;;"
            if not command.name:
                names = " ".join(other.name for other in commands[1:])
                arguments.append(f',0) [[ -n $ended ]] || _reader_words "{names}"; {words}')
            arguments.append(f"{command.name},{at}) {words}")
    filled = {
        "LIST": [_IDS],
        "VALUES": ["|".join(with_value) + ")"],
        "NAMES": ["|,".join(command.name for command in commands[1:])],
        "OPTIONS": options,
        "FLAGS": flags,
        "ARGUMENTS": arguments,
    }
    for line in _BASH.split("\n"):
        name = next((name for name in filled if name in line), None)
        if name is None:
            yield line
        else:
            yield from (line.replace(name, text) for text in filled[name])


def _names(command: Command) -> str:
    return " ".join(name for option in command.options for name in option.names)


def _bash_value(value: Value) -> str:
    by_kind = {
        "file": "_reader_paths -f",
        "folder": "_reader_paths -d",
        "document": "_reader_documents",
        "choice": f'_reader_words "{" ".join(value.choices)}"',
        "text": ":",
    }
    return by_kind[value.kind]


# zsh


def _zsh(commands: list[Command]) -> Iterator[str]:
    yield "#compdef reader"
    yield "# zsh completion of reader: written by “reader completions zsh”."
    yield ""
    yield "_reader_documents() {"
    yield "    local -a ids dossier"
    yield "    (( ${+opt_args[--dossier]} )) && dossier=(--dossier ${(Q)opt_args[--dossier]})"
    yield f'    ids=(${{(f)"$(reader $dossier {_IDS})"}})'
    yield "    _alternative \"documents:${1:-document}:($ids)\" 'files:file:_files'"
    yield "}"
    yield ""
    yield "_reader_first() {"
    yield "    local -a commands"
    yield "    commands=("
    for command in commands:
        if command.name:
            yield f"        {_zsh_quoted(f'{command.name}:{_sentence(command.help)}')}"
    yield "    )"
    yield "    _describe -t commands command commands"
    yield "    _reader_documents"
    yield "}"
    yield ""
    yield "_reader() {"
    yield "    local curcontext=$curcontext state line"
    yield "    typeset -A opt_args"
    opening = commands[0]
    yield "    _arguments -C \\"
    for option in opening.options:
        yield from (f"        {spec} \\" for spec in _zsh_option(option))
    yield "        '1: :_reader_first' '*:: :->rest'"
    yield "    [[ $state == rest ]] || return"
    yield "    case $line[1] in"
    for command in commands[1:]:
        yield f"        {command.name})"
        yield "            _arguments \\"
        for option in command.options:
            yield from (f"                {spec} \\" for spec in _zsh_option(option))
        for number, value in enumerate(command.arguments, 1):
            at = "*" if value.is_many else str(number)
            yield f"                {_zsh_quoted(f'{at}:{_zsh_text(value.name)}:{_zsh_value(value)}')} \\"
        yield "                && return ;;"
    yield "        *) _reader_documents ;;"
    yield "    esac"
    yield "}"
    yield ""
    # A file of $fpath is the function's body; “source” defines it alone.
    yield 'if [[ $funcstack[1] == _reader ]]; then _reader "$@"; else compdef _reader reader; fi'


def _zsh_option(option: Option) -> Iterator[str]:
    help, value = _zsh_text(_sentence(option.help)), option.value
    before = "*" if option.is_repeated else f"({' '.join(option.names)})"
    for name in option.names:
        spec = f"{before}{name}"
        if value is None:
            yield _zsh_quoted(f"{spec}[{help}]")
            continue
        glue = "=" if name.startswith("--") else "+"
        colons = "::" if value.is_optional else ":"
        name_ = _zsh_text(value.name)
        yield _zsh_quoted(f"{spec}{glue}[{help}]{colons}{name_}:{_zsh_value(value)}")


def _zsh_value(value: Value) -> str:
    by_kind = {
        "file": "_files",
        "folder": "_files -/",
        "document": "_reader_documents",
        "choice": f"({' '.join(value.choices)})",
        "text": " ",
    }
    return by_kind[value.kind]


def _zsh_text(text: str) -> str:
    for sign in "\\[]:":
        text = text.replace(sign, f"\\{sign}")
    return text


def _zsh_quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


# fish


def _fish(commands: list[Command]) -> Iterator[str]:
    names = " ".join(command.name for command in commands if command.name)
    yield "# fish completion of reader: written by “reader completions fish”."
    yield ""
    yield "function __reader_documents"
    yield f"    reader {_IDS}"
    yield "end"
    yield ""
    yield f"set -l commands {names}"
    yield 'set -l no_command "not __fish_seen_subcommand_from $commands"'
    yield "complete -c reader -f"
    for command in commands:
        if command.name:
            help = _fish_quoted(_sentence(command.help))
            yield f"complete -c reader -n $no_command -a {command.name} -d {help}"
    for command in commands:
        shown = f'"__fish_seen_subcommand_from {command.name}"' if command.name else "$no_command"
        for value in dict.fromkeys(value._replace(help="") for value in command.arguments):
            if words := _fish_value(value):
                yield f"complete -c reader -n {shown} {words}"
        for option in command.options:
            yield f"complete -c reader -n {shown} {_fish_option(option)}"


def _fish_option(option: Option) -> str:
    words = [
        f"-l {name.removeprefix('--')}" if name.startswith("--") else f"-s {name[1:]}"
        for name in option.names
    ]
    words.append(f"-d {_fish_quoted(_sentence(option.help))}")
    value = option.value
    if value is not None and not value.is_optional:
        words += ["-r" if value.kind in ("file", "document") else "-x", _fish_value(value)]
    return " ".join(filter(None, words))


def _fish_value(value: Value) -> str:
    by_kind = {
        "file": "-F",
        "folder": "-a '(__fish_complete_directories)'",
        "document": "-F -a '(__reader_documents)'",
        "choice": f"-a {_fish_quoted(' '.join(value.choices))}",
        "text": "",
    }
    return by_kind[value.kind]


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
