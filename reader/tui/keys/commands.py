"""The commands of the app, from which bindings, palette, help and docs are made.

A command's ``id`` is what a keymap names; its action is ``run('<id>')``, which the screen in
front carries out with its method ``do_<id>``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.language.messages import N_

if TYPE_CHECKING:  # the shell lists the commands, too, and never loads Textual
    from textual.binding import BindingType

Part = Literal[
    "text",
    "main",
    "entry",
    "app",
    "modal",
    "list",
    "entries",
    "own-entry",
    "glossary",
    "help",
    "lines",
    "form",
    "new-entry",
    "note",
    "notes",
    "prompt",
    "print",
    "kept",
    "tray",
    "review",
    "send",
    "add",
    "filters",
]
"""A part of the list: what some screens have in common, or what one screen has."""

Keys = Mapping[str, tuple[str, ...]]
"""Keys by the id of a command."""


class Command(NamedTuple):
    """One thing the app does."""

    id: str
    keys: tuple[str, ...]
    """Textual's names; the first is the one that is shown."""
    title: str
    """A msgid: the label in the palette, and in the key bar."""
    help: str
    """A msgid: one sentence."""
    where: Part
    """Which screens have it."""
    group: str
    bar: int = 0
    """Its rank in the key bar, small numbers first; 0 keeps it out."""
    short: str = ""
    """A msgid: the label in the key bar where the title is too long for it."""
    stays: int = 0
    """Commands with larger numbers leave a key bar later that has no room for all."""
    takes: str = ""
    """A msgid: what may stand after its name in the palette; empty for a command that takes nothing."""
    counted: bool = False
    """Whether it takes the number that was typed before its key."""


READING = N_("Reading")
TERMS = N_("Terms and citations")
DOCUMENTS = N_("Articles and panes")
TOOLS = N_("Tools")

DIGITS = tuple("1234567890")

COMMANDS: tuple[Command, ...] = (
    # Every screen with a text.
    Command("line_down", ("j", "down"), N_("Line down"), N_("Move one line down."), "text", READING, counted=True),
    Command("line_up", ("k", "up"), N_("Line up"), N_("Move one line up."), "text", READING, counted=True),
    Command("page_down", ("space", "pagedown"), N_("Page down"), N_("Move one page down."), "text", READING, counted=True),
    Command("page_up", ("b", "pageup", "ctrl+b"), N_("Page up"), N_("Move one page up."), "text", READING, counted=True),
    Command("half_page_down", ("d", "ctrl+d"), N_("Half a page down"), N_("Move half a page down."), "text", READING, counted=True),
    Command("half_page_up", ("u", "ctrl+u"), N_("Half a page up"), N_("Move half a page up."), "text", READING, counted=True),
    Command("top", ("g", "home"), N_("Start"), N_("Go to the start of the text; with a number, to that paragraph."), "text", READING, counted=True),
    Command("bottom", ("G", "end"), N_("End"), N_("Go to the end of the text; with a number, to that paragraph: 7G."), "text", READING, counted=True),
    Command("next_paragraph", ("right_curly_bracket", "ctrl+down"), N_("Next paragraph"), N_("Go to the next paragraph."), "text", READING, counted=True),
    Command("previous_paragraph", ("left_curly_bracket", "ctrl+up"), N_("Previous paragraph"), N_("Go to the previous paragraph."), "text", READING, counted=True),
    Command("next_term", ("t",), N_("Next term"), N_("Go to the next term or link, from the cursor’s paragraph on."), "text", TERMS, 10, N_("Term"), counted=True),
    Command("previous_term", ("T",), N_("Previous term"), N_("Go to the previous term or link, from the cursor’s paragraph back."), "text", TERMS, counted=True),
    Command("open", ("enter",), N_("Open"), N_("Open the highlighted term, or the passage that the claim cites."), "text", TERMS, 65),
    Command("copy", ("y", "ctrl+y"), N_("Copy"), N_("Copy the paragraph, claim or definition under the cursor, or what is selected, with its source."), "text", TOOLS),
    Command("hints", ("f",), N_("Links in sight"), N_("Show a letter or two at each link in sight, which open it."), "text", TERMS),
    Command("count", DIGITS, N_("Number"), N_("Type a number before a key, to go that far: 5j, 3}. Esc clears it."), "text", READING),
    # The main screen.
    Command("next_citation", ("right_square_bracket", "f6"), N_("Next citation"), N_("Go to the next passage that a claim cites; in the text, to the next claim that cites the paragraph."), "main", TERMS, counted=True),
    Command("previous_citation", ("left_square_bracket", "f5"), N_("Previous citation"), N_("Go to the previous passage that a claim cites; in the text, to the previous claim that cites the paragraph."), "main", TERMS, counted=True),
    Command("next_mention", ("asterisk", "alt+n"), N_("Next mention"), N_("Go to the next mention of the term under the cursor, in any article."), "main", TERMS, counted=True),
    Command("previous_mention", ("number_sign", "alt+p"), N_("Previous mention"), N_("Go to the previous mention of the term under the cursor, in any article."), "main", TERMS, counted=True),
    Command("next_document", ("J", "ctrl+j"), N_("Next article"), N_("Open the next article."), "main", DOCUMENTS, counted=True),
    Command("previous_document", ("K", "ctrl+k"), N_("Previous article"), N_("Open the previous article."), "main", DOCUMENTS, counted=True),
    Command("filter", ("ampersand", "alt+f"), N_("Filter the list"), N_("Show only the articles whose titles have these words, of a publisher, a day, a language, a state."), "main", DOCUMENTS, takes=N_("words")),
    Command("sort", ("alt+o",), N_("Order of the list"), N_("Show the articles in the next order: as in the dossier, by date, title or publisher."), "main", DOCUMENTS),
    Command("group", ("alt+g",), N_("Groups of the list"), N_("Show the articles by day, by publisher, or all together again."), "main", DOCUMENTS),
    Command("add", ("a",), N_("Add an article"), N_("Add an article to your own: a file, all of a folder, a page of the web, or a text that you paste."), "main", DOCUMENTS, takes=N_("file")),
    Command("remove_article", ("delete",), N_("Remove the article"), N_("Remove the article of your own that is chosen in the list; undoing brings it back."), "main", DOCUMENTS),
    Command("saved_filters", ("B",), N_("Saved filters"), N_("Choose a saved filter of the list, with what is new in each, or give this one a name."), "main", DOCUMENTS),
    Command("dossiers", ("D",), N_("Dossiers"), N_("Go to another dossier: the built-in one, one opened before, or any folder that has one."), "main", DOCUMENTS, takes=N_("folder")),
    Command("reload", ("R",), N_("Reload"), N_("Read the dossier again if its files have changed."), "main", DOCUMENTS),
    Command("next_pane", ("tab",), N_("Next pane"), N_("Go to the next pane: articles, text, summary; with a number, to that one."), "main", DOCUMENTS, 60, N_("Pane"), counted=True, stays=2),
    Command("previous_pane", ("shift+tab",), N_("Previous pane"), N_("Go to the previous pane."), "main", DOCUMENTS),
    Command("pane_left", ("h", "left"), N_("Pane on the left"), N_("Go to the pane on the left."), "main", DOCUMENTS, counted=True),
    Command("pane_right", ("l", "right"), N_("Pane on the right"), N_("Go to the pane on the right."), "main", DOCUMENTS, counted=True),
    Command("pane", ("alt+1", "alt+2", "alt+3", "alt+4"), N_("Pane by number"), N_("Go to a pane by its number, from the left. The digit alone does so after a moment."), "main", DOCUMENTS),
    Command("zoom", ("z",), N_("One pane"), N_("Show this pane alone, or all of them again."), "main", DOCUMENTS),
    Command("narrower", ("less_than_sign", "shift+left"), N_("Narrower"), N_("Make this pane narrower."), "main", DOCUMENTS, counted=True),
    Command("wider", ("greater_than_sign", "shift+right"), N_("Wider"), N_("Make this pane wider."), "main", DOCUMENTS, counted=True),
    Command("back", ("backspace", "alt+left", "ctrl+left"), N_("Back"), N_("Go back to where you were before the last jump."), "main", DOCUMENTS, counted=True),
    Command("forward", ("alt+right", "ctrl+right"), N_("Forward"), N_("Go forward again after going back."), "main", DOCUMENTS, counted=True),
    Command("parallel", ("v", "f11"), N_("Translation"), N_("Show the text in the other language, then both side by side, then one again."), "main", READING, 50),
    Command("lock", ("equals_sign", "ctrl+l"), N_("Scroll together"), N_("Scroll two texts independently, or together by paragraph again."), "main", READING),
    Command("peek", ("x", "f12"), N_("Translation of the paragraph"), N_("Show the paragraph in the other language, below it."), "main", READING),
    Command("find", ("slash", "ctrl+f"), N_("Find"), N_("Find words in any form, in the text and the summary."), "main", READING, 45, takes=N_("words")),
    Command("next_match", ("n", "f7"), N_("Next match"), N_("Go to the next match."), "main", READING, counted=True),
    Command("previous_match", ("N", "f8"), N_("Previous match"), N_("Go to the previous match."), "main", READING, counted=True),
    Command("clear", ("escape", "f10"), N_("Clear"), N_("Clear what was found, what is lit and what is selected; in the list its filter."), "main", READING),
    Command("go_to_paragraph", ("ctrl+g",), N_("Go to a paragraph"), N_("Go to a paragraph by its number."), "main", READING, takes=N_("number")),
    Command("browse", ("o",), N_("Article on the web"), N_("Open the publisher’s article in the browser."), "main", TOOLS),
    Command("mark", ("m",), N_("Mark"), N_("Mark this place with a letter."), "main", DOCUMENTS),
    Command("go_to_mark", ("apostrophe", "f9"), N_("Marks"), N_("Show the marks; a letter goes to the place that it marks."), "main", DOCUMENTS),
    Command("recent", ("O",), N_("Recent files"), N_("Open a file that was read before."), "main", DOCUMENTS),
    Command("note", ("A", "alt+a"), N_("Add a note"), N_("Write a note on the paragraph or claim under the cursor, or on what is selected."), "main", TOOLS, 80, N_("Note")),
    Command("notes", ("i", "alt+l"), N_("Notes"), N_("Show your notes on all articles; the one on this place is chosen first."), "main", TOOLS),
    Command("search", ("S", "alt+s"), N_("Search"), N_("Search all articles for words in any form."), "main", TOOLS, 47, takes=N_("words")),
    Command("concordance", ("C", "alt+c"), N_("Lines"), N_("Show every line that has the term under the cursor, in any article."), "main", TERMS),
    Command("glossary", ("w", "f3"), N_("Glossary"), N_("Look a term up in the glossary."), "main", TOOLS, 20, takes=N_("term")),
    Command("print", ("P", "f4"), N_("Print"), N_("Print the summary of this article, or save it to a file."), "main", TOOLS, 25, takes=N_("file")),
    Command("select_claim", ("plus", "insert", "ctrl+at", "ctrl+space"), N_("Select claim"), N_("Select the claim under the cursor for printing, or deselect it."), "main", TOOLS),
    Command("tray", ("Y",), N_("Selected claims"), N_("Show the selected claims of all articles, to print or remove them."), "main", TOOLS),
    Command("facts", ("F", "alt+t"), N_("Facts"), N_("Light times, numbers and names in text and summary, then each kind alone, then none."), "main", READING),
    Command("who", ("W", "alt+w"), N_("Who says it"), N_("Show at each sentence of the text who says it, and how firmly."), "main", READING),
    Command("status", ("s",), N_("Claims by status"), N_("Show the claims of the next status in the summary, after the last all of them."), "main", READING),
    Command("findings", ("V", "alt+v"), N_("Findings"), N_("Show what of the claims the paragraphs that they cite do not bear out."), "main", TERMS),
    Command("edit_summary", ("e", "alt+e"), N_("Edit the summary"), N_("Edit a draft of a summary, or your own, in your editor, and keep it as yours."), "main", TOOLS),
    Command("command_draft", ("E", "alt+d"), N_("Draft by a command"), N_("Have the command of the configuration draft the summary; then show that or the draft by rule."), "main", TOOLS),
    Command("look_up", ("X", "alt+x"), N_("Dictionary"), N_("Look the selected word up by the command of the configuration."), "main", TERMS, takes=N_("word")),
    Command("send", ("enter", "ctrl+s", "f4"), N_("Send"), N_("Give the article to the command."), "send", TOOLS, 10),
    # What has come of editing a summary.
    Command("keep_summary", ("ctrl+s", "f4"), N_("Keep it"), N_("Keep the summary as your own."), "review", TOOLS, 10),
    Command("edit_again", ("e", "ctrl+e"), N_("Edit on"), N_("Go back to the editor."), "review", TOOLS, 20),
    Command("drop_summary", ("delete", "f8"), N_("Throw away"), N_("Throw away what you have changed."), "review", TOOLS, 30),
    # The popup of an entry.
    Command("entry_back", ("backspace", "alt+left", "ctrl+left"), N_("Back"), N_("Return to the entry shown before, or close."), "entry", TERMS, 30),
    Command("entry_concordance", ("C", "alt+c"), N_("Lines"), N_("Show every line that has the term, in any article."), "entry", TERMS),
    Command("sort_lines", ("ctrl+o", "f5"), N_("Sort"), N_("Sort the lines by what precedes, or by what follows again."), "lines", TOOLS, 25),
    # Everywhere.
    Command("language", ("L", "f2"), N_("Language"), N_("Switch everything to the next language."), "app", TOOLS, 30, takes=N_("code")),
    Command("palette", ("colon", "ctrl+p"), N_("Commands"), N_("Find a command by its name."), "app", TOOLS, 48),
    Command("help", ("question_mark", "f1"), N_("Keys"), N_("Show the keys of this screen."), "app", TOOLS, 35, stays=3),
    Command("theme", ("ctrl+t",), N_("Theme"), N_("Switch to the next colour theme."), "app", TOOLS, takes=N_("name")),
    Command("undo", ("U", "alt+z"), N_("Undo"), N_("Take back the last change to what is kept of yours; of what is being typed the last words."), "app", TOOLS),
    Command("redo", ("ctrl+r", "alt+y"), N_("Redo"), N_("Make the change again that was taken back last."), "app", TOOLS),
    Command("screen_reader", ("alt+r",), N_("Screen reader"), N_("Paint for a screen reader: one pane, no frames, states in words; or as before."), "app", TOOLS),
    Command("close", ("escape", "q"), N_("Close"), N_("Close this window."), "modal", TOOLS, 90, stays=1),
    Command("quit", ("q",), N_("Quit"), N_("Leave the program."), "main", TOOLS, 90, stays=1),
    Command("suspend", ("ctrl+z",), N_("Suspend"), N_("Go to the shell; the command fg comes back here."), "app", TOOLS),
    Command("leave", ("ctrl+q",), N_("Quit"), N_("Leave the program from any window."), "app", TOOLS),
    # Windows with a field to type in: letters belong to the field.
    Command("row_down", ("down",), N_("Next row"), N_("Move to the next row."), "list", READING),
    Command("row_up", ("up",), N_("Previous row"), N_("Move to the previous row."), "list", READING),
    Command("rows_down", ("pagedown",), N_("Page down"), N_("Move one page down."), "list", READING),
    Command("rows_up", ("pageup",), N_("Page up"), N_("Move one page up."), "list", READING),
    Command("choose", ("enter",), N_("Open"), N_("Open the chosen row."), "list", TERMS, 20),
    Command("dismiss", ("escape", "f10"), N_("Close"), N_("Close this window."), "list", TOOLS, 90, stays=1),
    # Lists of what is kept.
    Command("remove", ("delete",), N_("Remove"), N_("Remove what is chosen; undoing brings it back."), "kept", TOOLS, 25),
    Command("rename_filter", ("ctrl+e",), N_("Rename"), N_("Give the chosen filter another name."), "filters", TOOLS, 24),
    Command("print_tray", ("P", "f4"), N_("Print"), N_("Print the selected claims, or save them to a file."), "tray", TOOLS, 22),
    Command("copy_help", ("ctrl+y",), N_("Copy"), N_("Copy what a key does, or what is selected."), "help", TOOLS),
    # Adding articles.
    Command("add_shown", ("ctrl+s", "f4"), N_("Add"), N_("Add what is shown to your own articles; what is not read yet is read and shown first."), "add", TOOLS, 10),
    # Windows with fields to fill in.
    Command("next_field", ("tab",), N_("Next field"), N_("Go to the next field."), "form", TOOLS, 21, N_("Field")),
    Command("previous_field", ("shift+tab",), N_("Previous field"), N_("Go to the previous field."), "form", TOOLS),
    # What is typed below a text.
    Command("answer", ("enter",), N_("Done"), N_("Do what was typed."), "prompt", TOOLS, 10),
    Command("give_up", ("escape", "f10"), N_("Cancel"), N_("Close without an answer."), "prompt", TOOLS, 90, stays=1),
    # Entries of the reader's own, in the glossary and elsewhere.
    Command("new_entry", ("ctrl+n",), N_("New term"), N_("Add a term of your own to the glossary."), "entries", TERMS, 30),
    Command("edit_entry", ("ctrl+e",), N_("Edit term"), N_("Change an entry of your own."), "own-entry", TERMS),
    Command("remove_entry", ("delete",), N_("Remove term"), N_("Remove an entry of your own from the glossary."), "own-entry", TERMS),
    # The glossary, and the form of an entry.
    Command("copy_entry", ("ctrl+y",), N_("Copy"), N_("Copy the definition, or what is selected, with its source."), "glossary", TOOLS),
    Command("next_kind", ("right",), N_("Next kind"), N_("Choose the next kind of term."), "new-entry", TOOLS),
    Command("previous_kind", ("left",), N_("Previous kind"), N_("Choose the previous kind of term."), "new-entry", TOOLS),
    Command("save_entry", ("ctrl+s", "f4"), N_("Save"), N_("Keep the entry, and find its terms in every text."), "new-entry", TOOLS, 10),
    Command("discard", ("escape", "f10"), N_("Cancel"), N_("Close without saving the entry."), "new-entry", TOOLS, 90, stays=1),
    # A note, and the list of all of them.
    Command("save_note", ("ctrl+s", "f4"), N_("Save"), N_("Keep the note."), "note", TOOLS, 10),
    Command("discard_note", ("escape", "f10"), N_("Cancel"), N_("Close without keeping what was typed."), "note", TOOLS, 90, stays=1),
    Command("edit_note", ("ctrl+e", "f4"), N_("Edit"), N_("Change the text and the tags of the chosen note."), "notes", TOOLS, 30),
    Command("remove_note", ("delete", "f8"), N_("Remove"), N_("Remove the chosen note; it can be undone."), "notes", TOOLS, 40),
    # The print dialog.
    Command("next_row", ("down", "tab"), N_("Next row"), N_("Move to the next row."), "print", TOOLS),
    Command("previous_row", ("up", "shift+tab"), N_("Previous row"), N_("Move to the previous row."), "print", TOOLS),
    Command("next_choice", ("right",), N_("Change"), N_("Choose the next value in this row."), "print", TOOLS, 20),
    Command("previous_choice", ("left",), N_("Previous value"), N_("Choose the previous value in this row."), "print", TOOLS),
    Command("preview", ("f5", "ctrl+o"), N_("Preview"), N_("Show only the preview, or the settings again."), "print", TOOLS, 15),
    Command("preview_down", ("pagedown",), N_("Page down"), N_("Move the preview one page down."), "print", TOOLS),
    Command("preview_up", ("pageup",), N_("Page up"), N_("Move the preview one page up."), "print", TOOLS),
    Command("confirm", ("enter", "ctrl+s"), N_("Done"), N_("Print or save with these settings."), "print", TOOLS, 10),
    Command("cancel", ("escape", "f10"), N_("Cancel"), N_("Close without printing or saving."), "print", TOOLS, 90, stays=1),
)  # fmt: skip

SCREENS: dict[str, tuple[Part, ...]] = {
    "main": ("text", "main", "entries", "app"),
    "prompt": ("prompt", "app"),
    "review": ("text", "review", "modal", "app"),
    "send": ("send", "modal", "app"),
    "dictionary": ("text", "modal", "app"),
    "entry": ("text", "entry", "own-entry", "modal", "app"),
    "help": ("list", "help", "app"),
    "palette": ("list", "app"),
    "search": ("list", "app"),
    "lines": ("list", "lines", "app"),
    "findings": ("list", "app"),
    "glossary": ("list", "entries", "own-entry", "glossary", "app"),
    "new-entry": ("form", "new-entry", "app"),
    "note": ("form", "note", "app"),
    "notes": ("list", "notes", "app"),
    "print": ("print", "app"),
    "marks": ("list", "kept", "app"),
    "recent": ("list", "kept", "app"),
    "tray": ("text", "kept", "tray", "modal", "app"),
    "add": ("list", "form", "add", "app"),
    "dossiers": ("list", "kept", "app"),
    "filters": ("list", "kept", "filters", "app"),
}
"""The parts of the list that each screen has."""

PARTS: dict[Part, str] = {
    "text": N_("In every text"),
    "main": N_("Articles, text and summary"),
    "review": N_("A summary that was edited"),
    "send": N_("Before an article is given to a command"),
    "entry": N_("The popup of a term"),
    "list": N_("Windows with a field to type in"),
    "entries": N_("The main screen and the glossary"),
    "own-entry": N_("The glossary and the popup of a term"),
    "glossary": N_("The glossary"),
    "help": N_("The list of keys"),
    "lines": N_("The lines of a term"),
    "form": N_("Windows with fields to fill in"),
    "new-entry": N_("An entry of your own"),
    "note": N_("A note"),
    "notes": N_("Your notes"),
    "prompt": N_("The line to type in"),
    "print": N_("The print dialog"),
    "kept": N_("Lists of what is kept"),
    "tray": N_("Selected claims"),
    "add": N_("Adding articles"),
    "filters": N_("Saved filters"),
    "modal": N_("Other windows"),
    "app": N_("Everywhere"),
}
"""The msgid of what a part is, in the order of the page of keys and of the configuration."""

WITH_FIELDS: frozenset[Part] = frozenset({"list", "form", "print", "prompt"})
"""Parts of screens in which characters are typed into a field."""

BY_ID = {command.id: command for command in COMMANDS}


def of(*where: Part) -> list[Command]:
    """Return the commands of a screen with these parts, in the list's order."""
    return [command for command in COMMANDS if command.where in where]


def bindings(*where: Part, priority: tuple[str, ...] = ()) -> list[BindingType]:
    """Return Textual's bindings of the commands of these parts.

    Those in ``priority`` come before a focused field. Descriptions are msgids; the program shows
    them through its own key bar, help and palette. Raises ``LookupError`` where ``priority``
    names a command that is not among them.
    """
    from textual.binding import Binding

    listed = of(*where)
    if unknown := set(priority) - {command.id for command in listed}:
        raise LookupError(f"not commands of {where}: {sorted(unknown)}")
    return [
        Binding(
            ",".join(command.keys),
            f"run('{command.id}')",
            command.title,
            id=command.id,
            show=False,
            priority=command.id in (*priority, "suspend"),
        )
        for command in listed
    ]


def check_methods(cls: type) -> None:
    """Raise ``LookupError`` for a method ``do_<id>`` without a command of that id."""
    ids = {name.removeprefix("do_") for name in vars(cls) if name.startswith("do_")}
    if unknown := ids - BY_ID.keys():
        raise LookupError(
            f"{cls.__name__} carries out commands that are not there: {sorted(unknown)}"
        )
