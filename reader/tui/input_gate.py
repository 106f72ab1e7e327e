"""The gate of the keyboard and the mouse: one event after another, to a screen that can take it.

Textual hands an event on at once, to whatever has the focus then. What was typed ahead would reach
the screen that is about to be covered, or one that is not mounted yet.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ScreenStackError
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    Input = events.InputEvent | events.Paste

_PASSES = 20
_BEAT = 0.002
_PATIENCE = 1.0
"""Seconds that an event may wait for what the one before it has begun."""
_PASSING = (events.MouseMove, events.MouseScrollDown, events.MouseScrollUp)
"""What comes in crowds and opens nothing: nobody has to wait for it."""


class InputGate:
    """Lets an event through once the one before it, and all that it led to, was handled.

    ``handle`` is given the events, by the app. ``is_closed`` tells that none is let through any more.
    """

    def __init__(
        self,
        app: App[Any],
        handle: Callable[[Input], Awaitable[None]],
        is_closed: Callable[[], bool],
    ) -> None:
        self._app = app
        self._handle = handle
        self._is_closed = is_closed
        self._waiting: deque[Input] = deque()
        self._is_shut = False
        self._task: asyncio.Task[None] | None = None
        self._pressed: tuple[Screen[Any], float, int, int] | None = None
        """The screen that was clicked last; when and where."""
        self._is_rest_of_click = False

    async def take(self, event: Input) -> None:
        """Let an event through now, or keep it until its turn comes."""
        if self._is_closed():
            self._waiting.clear()
        elif self._is_shut or not self._app.screen.is_mounted:
            last = self._waiting[-1] if self._waiting else None
            if isinstance(event, events.MouseMove) and isinstance(last, events.MouseMove):
                self._waiting.pop()
            self._waiting.append(event)
            self._shut()
        else:
            await self._let_through(event)

    def take_instead(self, event: Input) -> None:
        """Have an event come before all that wait, in place of the one that was let through last."""
        self._waiting.appendleft(event)
        self._shut()

    async def _let_through(self, event: Input) -> None:
        self._is_shut = False
        if not self._is_for_screen_before(event):
            await self._handle(event)
        if self._waiting or not isinstance(event, _PASSING):
            self._shut()

    def _is_for_screen_before(self, event: Input) -> bool:
        """Tell whether this is the rest of a double click whose first click changed the screen."""
        if isinstance(event, events.MouseDown):
            screen, threshold = self._app.screen, self._app.CLICK_CHAIN_TIME_THRESHOLD
            before, self._pressed = self._pressed, (screen, event.time, event.x, event.y)
            self._is_rest_of_click = (
                before is not None
                and before[0] is not screen
                and event.time - before[1] <= threshold
                and before[2:] == (event.x, event.y)
            )
            if self._is_rest_of_click:
                self._pressed = before
        return self._is_rest_of_click and isinstance(event, events.MouseDown | events.MouseUp)

    def _shut(self) -> None:
        """Keep everything until what was let through is handled.

        Nobody asks whether it is before something waits: asking would delay what is painted.
        """
        self._is_shut = True
        if self._waiting and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._open())

    async def _open(self) -> None:
        with suppress(ScreenStackError):  # all is closed
            with suppress(TimeoutError):
                await asyncio.wait_for(self._handled(), _PATIENCE)
            while not self._is_closed() and not self._app.screen.is_mounted:
                await asyncio.sleep(_BEAT)
        if (
            not self._waiting
            or self._is_closed()
            or not self._app.call_later(self._let_through, self._waiting.popleft())
        ):
            self._is_shut = False

    async def _handled(self) -> None:
        """Wait until app and screen have nothing left to handle, and the screen is mounted."""
        for _ in range(_PASSES):
            screen = self._app.screen
            while not screen.is_mounted:
                await asyncio.sleep(_BEAT)
            # What has the focus may have taken its message already, and its queue be empty.
            focused = screen.focused
            busy: set[MessagePump] = {self._app, screen}
            busy.update(focused.ancestors_with_self if focused is not None else ())
            every = [self._app, *screen.walk_children(with_self=True)]
            busy.update(pump for pump in every if pump.message_queue_size)
            await _through(busy)
            if screen is not self._app.screen or any(pump.message_queue_size for pump in every):
                continue
            if not screen._layout_required:
                return
            await _laid_out(screen)  # a pane that is shown now has no rows to move in before


async def _laid_out(screen: Screen[Any]) -> None:
    """Wait until what is shown on a screen has its size."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    if screen.is_running and screen.call_after_refresh(_resolve, done):
        await done


async def _through(pumps: Iterable[MessagePump]) -> None:
    """Wait until each has handled the messages posted to it by now."""
    loop = asyncio.get_running_loop()
    waited = []
    for pump in pumps:
        done: asyncio.Future[None] = loop.create_future()
        if pump.is_running and pump.call_later(_resolve, done):
            waited.append(done)
    if waited:
        await asyncio.wait(waited, timeout=_PATIENCE)


def _resolve(done: asyncio.Future[None]) -> None:
    if not done.done():
        done.set_result(None)
