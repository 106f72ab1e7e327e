"""Which paragraphs of two texts say the same.

Of two texts links tell it, in the order of the first. Every paragraph of either is in a link of
its own or in one with others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.model import Link


def by_ids(first: Sequence[str], second: Sequence[str]) -> tuple[Link, ...]:
    """Link equal ids.

    An id that only the second text has stands where it stands there.
    """
    ours = set(first)
    alone: dict[str | None, list[str]] = {}
    after: str | None = None
    for id in second:
        if id in ours:
            after = id
        else:
            alone.setdefault(after, []).append(id)
    theirs = set(second)
    links: list[Link] = [((), (id,)) for id in alone.get(None, ())]
    for id in first:
        links.append(((id,), (id,) if id in theirs else ()))
        links += [((), (other,)) for other in alone.get(id, ())]
    return tuple(links)


def present(links: Iterable[Link], first: Iterable[str], second: Iterable[str]) -> list[Link]:
    """Leave out of links what neither text has: in an excerpt that is most of them."""
    ours, theirs = set(first), set(second)
    kept = [
        (tuple(id for id in here if id in ours), tuple(id for id in there if id in theirs))
        for here, there in links
    ]
    return [link for link in kept if any(link)]


def through(first: Sequence[Link], second: Sequence[Link]) -> tuple[Link, ...]:
    """Link two texts that are both linked with a third one.

    ``first`` are the links from the first text to the third, ``second`` from there to the second.
    """
    heads: dict[str, str] = {}

    def head(id: str) -> str:
        """Return what stands for all paragraphs of the third text that links hold together."""
        while heads.setdefault(id, id) != id:
            id = heads[id]
        return id

    for middle in (*(there for _here, there in first), *(here for here, _there in second)):
        for id in middle[1:]:
            heads[head(id)] = head(middle[0])

    groups: dict[str | int, tuple[list[str], list[str]]] = {}
    for n, (here, middle) in enumerate(first):
        ours, _theirs = groups.setdefault(head(middle[0]) if middle else n, ([], []))
        ours += here
    alone: dict[str | int, list[Link]] = {}
    after: str | int = -1
    for middle, there in second:
        if middle and (known := head(middle[0])) in groups:
            after = known
            groups[known][1].extend(there)
        elif there:
            alone.setdefault(after, []).append(((), there))
    links = alone.get(-1, [])
    for group, (ours, theirs) in groups.items():
        links += [(tuple(ours), tuple(theirs))] if ours or theirs else []
        links += alone.get(group, [])
    return tuple(links)


def counterparts(links: Iterable[Link]) -> dict[str, str]:
    """Return for each paragraph of the first text the one of the second to go to.

    That is the one that says the same; of several, the one as far on among them. Where there is
    none, it is the one before.
    """
    found: dict[str, str] = {}
    waiting: list[str] = []
    last: str | None = None
    for here, there in links:
        for n, id in enumerate(here):
            if there:
                found[id] = there[n * len(there) // len(here)]
            elif last is not None:
                found[id] = last
            else:
                waiting.append(id)
        if there:
            last = there[-1]
            found |= dict.fromkeys(waiting, there[0])
            waiting = []
    return found
