"""Watches what readers can see while the press is at work: no page may lead to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dateline import press
from dateline.press import hooks

LINK = re.compile(rb"/[a-z]+-\d+(?:/|\.json)")
ANY_TIME = ("named", "opened")
BETWEEN = ("opened",)


class Watch:
    """Notes every page that names an address at which nothing has lain since it began to watch.

    now: nor one at which nothing lies any more; a note of what was taken away is something.
    moments: how often it looked; dead: (moment, page, address).
    """

    def __init__(
        self,
        store: press.MemoryStore,
        steps: Sequence[str],
        link: re.Pattern[bytes],
        now: bool = False,
    ):
        self.store, self.steps, self.link, self.now = store, steps, link, now
        self.moments = 0
        self.dead: list[tuple[int, str, str]] = []
        self._links: dict[str, tuple[object, set[str]]] = {}
        self._was_there: set[str] = set()

    def __call__(self, step: str) -> None:
        there = {*self.store.files, *self.store.tombs}
        self._was_there = there if self.now else self._was_there | there
        if step not in self.steps:
            return
        self.moments += 1
        for path, body in self.store.files.items():
            for address in sorted(self._links_of(path, body) - self._was_there):
                self.dead.append((self.moments, path, address))

    def _links_of(self, path: str, body: bytes) -> set[str]:
        known, links = self._links.get(path, (None, set()))
        if known is not body:
            links = {one.decode() for one in self.link.findall(body)}
            self._links[path] = body, links
        return links


@contextmanager
def watching(
    store: press.MemoryStore,
    steps: Sequence[str] = ANY_TIME,
    link: re.Pattern[bytes] = LINK,
    *,
    now: bool = False,
) -> Iterator[Watch]:
    """Watch a store: at every moment at which something becomes visible, or between filings."""
    watch = Watch(store, steps, link, now)
    stop = hooks.listen(watch)
    try:
        yield watch
    finally:
        stop()
        watch(steps[0])
