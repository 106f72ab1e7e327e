"""What a test of the screen waits for is done when it goes on, and nothing else is waited for."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest
import textual.app
import textual.pilot
from textual.app import App

from tests.tui import quiet


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who has waited for the app."""
    asked: list[str] = []

    def waiting(name: str) -> object:
        async def wait(*arguments: float) -> None:
            asked.append(name)
            await quiet.wait_until_quiet(*arguments)

        return wait

    for module in (textual.app, textual.pilot):
        assert vars(module)["wait_for_idle"] is quiet.wait_until_quiet
        monkeypatch.setattr(module, "wait_for_idle", waiting(module.__name__))
    return asked


async def test_every_key_and_every_pause_waits_so(waits: list[str]) -> None:
    async with App[None]().run_test() as pilot:
        waits.clear()
        await pilot.press("j")
        assert "textual.app" in waits
        waits.clear()
        await pilot.pause()
        assert waits == ["textual.pilot"]


async def test_what_comes_of_what_comes_of_a_call_is_waited_for() -> None:
    done: list[int] = []
    loop = asyncio.get_running_loop()

    def step(left: int) -> None:
        done.append(left)
        if left:
            loop.call_later(0.001, step, left - 1) if left % 2 else loop.call_soon(step, left - 1)

    loop.call_soon(step, 6)
    await quiet.wait_until_quiet()
    assert done == [6, 5, 4, 3, 2, 1, 0]


async def test_what_comes_later_is_not() -> None:
    done: list[None] = []
    timer = asyncio.get_running_loop().call_later(60, done.append, None)
    await quiet.wait_until_quiet()
    timer.cancel()
    assert done == []


@pytest.fixture
def held() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


async def test_a_thread_that_works_is_waited_for_and_one_that_waits_is_not(
    held: threading.Event,
) -> None:
    worked: list[int] = []

    def work() -> None:
        until = time.thread_time() + 0.1
        while time.thread_time() < until:
            pass
        worked.append(1)

    for job in (held.wait, work):
        threading.Thread(target=job, daemon=True).start()
    await quiet.wait_until_quiet(max_sleep=60)
    assert worked == [1]
    assert not held.is_set()
