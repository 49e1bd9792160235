"""A newsroom that edits at random: after every edit and a drained queue nothing may be stale."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dateline import press
from dateline.press import clock, sql
from dateline.press.marking import sweeps
from tests.press import paper
from tests.press.anew import pages, pressed_anew
from tests.press.conftest import Clock
from tests.press.watch import BETWEEN, watching

NOTES = st.integers(1, 6)
AUTHORS = st.integers(1, 2)
SECTIONS = st.sampled_from(["city", "port", "sea"])
WORDS = st.sampled_from(["Fire", "Flood", "Vote", "Strike"])
TIMES = st.integers(900, 1120)
SECONDS = st.integers(1, 90)


class Newsroom(RuleBasedStateMachine):
    """Edits a paper of six notes; every rule ends in a drained queue and the oracle's look."""

    def __init__(self) -> None:
        super().__init__()
        self.hand = Clock()
        self.before = clock.use(self.hand)
        self.shelf = press.MemoryStore()
        paper.design[0] = "first"
        paper.clear()

    @initialize()
    def found(self) -> None:
        paper.rename(1, "Ann")
        paper.rename(2, "Ben")
        press.press_all()
        self.drain()

    def teardown(self) -> None:
        try:
            assert pages(self.shelf) == pressed_anew()
        finally:
            clock.use(self.before)

    @rule(ident=NOTES, at=TIMES, section=SECTIONS)
    def publish(self, ident: int, at: int, section: str) -> None:
        self.do(lambda: paper.put(ident, live=True, at=at, section=section))

    @rule(ident=NOTES, word=WORDS)
    def retitle(self, ident: int, word: str) -> None:
        self.do(lambda: paper.put(ident, headline=word))

    @rule(ident=NOTES, word=WORDS)
    def mend(self, ident: int, word: str) -> None:
        self.do(lambda: paper.put(ident, body=f"About the {word}."))

    @rule(ident=NOTES, author=AUTHORS)
    def give_to(self, ident: int, author: int) -> None:
        self.do(lambda: paper.put(ident, author=author))

    @rule(ident=NOTES, section=SECTIONS)
    def move(self, ident: int, section: str) -> None:
        self.do(lambda: paper.put(ident, section=section))

    @rule(ident=NOTES, at=TIMES)
    def backdate(self, ident: int, at: int) -> None:
        self.do(lambda: paper.put(ident, at=at))

    @rule(ident=NOTES, live=st.booleans())
    def unpublish_or_republish(self, ident: int, live: bool) -> None:
        self.do(lambda: paper.put(ident, live=live))

    @rule(ident=NOTES)
    def delete(self, ident: int) -> None:
        self.do(lambda: paper.delete(ident))

    @rule(author=AUTHORS, name=WORDS)
    def rename(self, author: int, name: str) -> None:
        self.do(lambda: paper.rename(author, name))

    @rule(ident=NOTES, slug=st.sampled_from(["note", "fire", "flood"]))
    def readdress(self, ident: int, slug: str) -> None:
        self.do(lambda: paper.put(ident, slug=slug))

    @rule(ident=NOTES, seconds=SECONDS)
    def embargo(self, ident: int, seconds: int) -> None:
        self.do(lambda: self.later(ident, seconds, paper.PUBLISH, live=False))

    @rule(ident=NOTES, seconds=SECONDS)
    def withdraw_later(self, ident: int, seconds: int) -> None:
        self.do(lambda: self.later(ident, seconds, paper.WITHDRAW, live=True))

    @rule(ident=NOTES, seconds=SECONDS)
    def show_as_fresh(self, ident: int, seconds: int) -> None:
        until = int((self.hand.at - paper.START).total_seconds()) + seconds
        self.do(lambda: paper.put(ident, fresh_until=until))

    @rule(seconds=SECONDS)
    def wait(self, seconds: int) -> None:
        self.do(lambda: self.hand.go(seconds))
        assert pages(self.shelf) == pressed_anew()

    @rule(design=st.sampled_from(["second", "third"]))
    def redesign(self, design: str) -> None:
        paper.design[0] = design
        self.do(sweeps.watch_epochs)

    @rule(idents=st.sets(NOTES, min_size=2), fields=st.fixed_dictionaries({"section": SECTIONS}))
    def move_many(self, idents: set[int], fields: dict[str, Any]) -> None:
        self.do(lambda: paper.put_many(dict.fromkeys(idents, fields)))

    @precondition(lambda self: self.shelf.files)
    @rule(idents=st.lists(NOTES, min_size=2, max_size=4), word=WORDS)
    def edit_several_before_the_press_comes(self, idents: list[int], word: str) -> None:
        def edits() -> None:
            for turn, ident in enumerate(idents):
                paper.put(ident, headline=f"{word} {turn}", live=bool(turn % 3))

        self.do(edits)

    def later(self, ident: int, seconds: int, action: str, *, live: bool) -> None:
        with transaction.atomic():
            paper.put(ident, live=live)
            press.at(self.hand.at + timedelta(seconds=seconds), action, str(ident))

    def do(self, edit: Callable[[], object]) -> None:
        edit()
        self.drain()
        assert press.check(store=self.shelf) == []

    def drain(self) -> None:
        """Press until nothing is due, and then see that there is nothing left.

        Between any two filings no page leads to nothing.
        """
        with watching(self.shelf, BETWEEN) as watch:
            done = press.run(store=self.shelf)
        assert (done.failed, done.parked, watch.dead) == ([], [], [])
        assert press.run(store=self.shelf).count == 0
        assert sql.fetch("SELECT path FROM press_sheet WHERE wake_at <= %s", [clock.ticks()]) == []
