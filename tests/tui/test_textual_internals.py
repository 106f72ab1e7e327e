"""What the screen takes from the inside of Textual, so that an upgrade that changes it fails here."""

from __future__ import annotations

import asyncio
import inspect
from types import FunctionType
from typing import Any

import pytest
from textual._compositor import Compositor, CompositorUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Offset
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.widget import Widget
from textual.widgets import Input

from reader.dossiers import paths
from reader.launch import LaunchOptions
from reader.library.collection import Collection
from reader.tui.app import ReaderApp
from reader.tui.driver import TerminalDriver, _Parser
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.line_view import LineView
from reader.tui.widgets.parallel_view import ParallelView
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_canvas import TextCanvas
from reader.tui.widgets.text_view import TextView
from tests.tui.sample_dossier import paragraphs, shown

SIGNATURES: list[tuple[type[Any], str, str]] = [
    (Screen, "_push_result_callback", "(self, requester: 'MessagePump', callback: 'ScreenResultCallbackType[ScreenResultType] | None', future: 'asyncio.Future[ScreenResultType | None] | None' = None) -> 'None'"),
    (Widget, "_check_refresh", "(self) -> 'None'"),
    (Widget, "_set_dirty", "(self, *regions: 'Region') -> 'None'"),
    (ScrollView, "_size_updated", "(self, size: 'Size', virtual_size: 'Size', container_size: 'Size', layout: 'bool' = True) -> 'bool'"),
    (Widget, "_scroll_to", "(self, x: 'float | None' = None, y: 'float | None' = None, *, animate: 'bool' = True, speed: 'float | None' = None, duration: 'float | None' = None, easing: 'EasingFunction | str | None' = None, force: 'bool' = False, on_complete: 'CallbackType | None' = None, level: 'AnimationLevel' = 'basic', release_anchor: 'bool' = True) -> 'bool'"),
    (Widget, "set_reactive", "(self, reactive: 'Reactive[ReactiveType]', value: 'ReactiveType') -> 'None'"),
    (Widget, "validate_scroll_y", "(self, value: 'float') -> 'float'"),
    (ScrollView, "watch_scroll_y", "(self, old_value: 'float', new_value: 'float') -> 'None'"),
    (Widget, "watch_has_focus", "(self, _has_focus: 'bool') -> 'None'"),
    (Widget, "render_lines", "(self, crop: 'Region') -> 'list[Strip]'"),
    (Widget, "render_line", "(self, y: 'int') -> 'Strip'"),
    (Widget, "get_line_filters", "(self) -> 'Sequence[LineFilter]'"),
    (Widget, "notify_style_update", "(self) -> 'None'"),
    (Widget, "selection_updated", "(self, selection: 'Selection | None') -> 'None'"),
    (Widget, "get_selection", "(self, selection: 'Selection') -> 'tuple[str, str] | None'"),
    (Widget, "get_content_height", "(self, container: 'Size', viewport: 'Size', width: 'int') -> 'int'"),
    (Widget, "get_content_width", "(self, container: 'Size', viewport: 'Size') -> 'int'"),
    (Screen, "clear_selection", "(self) -> 'None'"),
    (App, "_display", "(self, screen: 'Screen', renderable: 'RenderableType | None') -> 'None'"),
    (Compositor, "render_strips", "(self, size: 'Size | None' = None) -> 'list[Strip]'"),
    (CompositorUpdate, "render_segments", "(self, console: 'Console') -> 'str'"),
    (App, "_check_bindings", "(self, key: 'str', priority: 'bool' = False) -> 'bool'"),
    (Screen, "get_widget_and_offset_at", "(self, x: 'int', y: 'int') -> 'tuple[Widget | None, Offset | None]'"),
    (App, "_handle_exception", "(self, error: 'Exception') -> 'None'"),
    (App, "_close_messages_no_wait", "(self) -> 'None'"),
    (App, "get_theme", "(self, theme_name: 'str') -> 'Theme | None'"),
    (App, "get_theme_variable_defaults", "(self) -> 'dict[str, str]'"),
    (LinuxDriver, "_get_terminal_size", "(self) -> 'tuple[int, int]'"),
    (LinuxDriver, "_query_in_band_window_resize", "(self) -> 'None'"),
    (LinuxDriver, "run_input_thread", "(self) -> 'None'"),
    (LinuxDriver, "process_message", "(self, message: 'Message') -> 'None'"),
    (LinuxDriver, "start_application_mode", "(self)"),
    (LinuxDriver, "stop_application_mode", "(self) -> 'None'"),
    (LinuxDriver, "suspend_application_mode", "(self) -> 'None'"),
    (XTermParser, "_parse_extended_key", "(self, sequence: 'str') -> 'list[events.Key] | None'"),
    (XTermParser, "parse_mouse_code", "(self, code: 'str') -> 'Message | None'"),
    (Input, "_on_paste", "(self, event: 'events.Paste') -> 'None'"),
    (Initialize, "__init__", "(self, callback: 'Callable[[ReactableType], ReactiveType]') -> 'None'"),
]  # fmt: skip
"""What is called or overridden that is private, or works only as it is made now."""

CLASSES = (
    *(LineView, TextCanvas, TextView, ParallelView, RowList, ReaderApp),
    *(TerminalDriver, _Parser, LineField),
)


@pytest.mark.parametrize(
    ("owner", "name", "signature"), SIGNATURES, ids=lambda part: getattr(part, "__name__", None)
)
def test_textual_has_what_is_called_or_overridden(
    owner: type[Any], name: str, signature: str
) -> None:
    method = getattr(owner, name, None)
    assert method is not None, f"Textual has no {owner.__name__}.{name} any more"
    found = str(inspect.signature(method))
    assert found == signature, f"Textual's {owner.__name__}.{name} has become {found}"


@pytest.mark.parametrize("made", CLASSES, ids=lambda made: made.__name__)
def test_every_private_method_that_is_overridden_is_named_here(made: type[Any]) -> None:
    named = {name for _owner, name, _signature in SIGNATURES}
    textual = [base for base in made.__mro__ if base.__module__.startswith("textual.")]
    own = [base for base in made.__mro__ if base.__module__.startswith("reader.")]
    for name, value in (item for base in own for item in vars(base).items()):
        if name.startswith("_") and not name.startswith("__") and isinstance(value, FunctionType):
            overridden = [base.__name__ for base in textual if name in vars(base)]
            assert not overridden or name in named, f"{overridden[0]}.{name} is private"


def test_the_reactives_that_are_set_without_their_watchers_are_there() -> None:
    for owner, name in ((Widget, "virtual_size"), (Widget, "scroll_target_y"), (App, "theme")):
        assert isinstance(vars(owner).get(name), Reactive), (
            f"{owner.__name__}.{name} is not reactive"
        )


async def test_the_exit_code_of_an_app_can_be_set() -> None:
    app: App[None] = App()
    assert app._return_code is None, "Textual's App._return_code is another thing now"
    app._return_code = 1
    assert app.return_code == 1


async def test_a_screen_keeps_selections_by_widget_whatever_their_numbers_mean() -> None:
    """A selection's ``y`` holds a block's number and a code point: more than a row's number has."""
    selection = Selection(Offset(0, 1 << 32 | 4), Offset(0, 2 << 32 | 5))
    async with shown(paragraphs(4)) as (view, pilot):
        view.screen.selections = {view: selection}
        await pilot.pause()
        assert view.text_selection == selection
        assert view.marks.selected is not None
        assert view.marks.selected.start == (1, 4)
        assert view.marks.selected.end == (2, 5)


async def test_what_the_driver_and_the_end_of_the_app_need_is_there() -> None:
    app = ReaderApp(LaunchOptions(Collection(paths.builtin())))
    async with app.run_test():
        assert app._loop is asyncio.get_running_loop()
        assert app._driver is not None
        assert app.CLICK_CHAIN_TIME_THRESHOLD > 0
        assert app.screen.message_queue_size >= 0
