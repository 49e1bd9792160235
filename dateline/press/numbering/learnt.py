"""Numbers learnt from the ledger, kept in the process once the ledger has them for certain."""

from __future__ import annotations

from functools import partial
from threading import local
from weakref import ref

from django.db import connection, transaction


class LearntNumbers:
    """The numbers of names that a process knows.

    What is learnt inside a transaction counts there at once, and elsewhere after COMMIT. Django
    alone keeps it until then, among what is to be called after COMMIT: a rollback lets go of it,
    and of numbers that were given in vain.
    """

    def __init__(self, most: int = 100_000) -> None:
        self._most = most
        self._numbers: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._open = local()

    def get(self, name: str) -> int | None:
        """Return the number of a name, None where it is not known."""
        return self._numbers.get(name) or self._uncommitted().get(name)

    def name_of(self, number: int) -> str | None:
        """Return the name of a number, None where it is not known."""
        if number in self._names:
            return self._names[number]
        seen = self._uncommitted().items()
        return next((name for name, given in seen if given == number), None)

    def learn(self, found: dict[str, int]) -> None:
        """Keep numbers that were read, those of an open transaction as long as that may come."""
        if not connection.in_atomic_block:
            self._keep(found)
        elif found:
            after_commit = partial(self._keep, self._uncommitted() | found)
            transaction.on_commit(after_commit)
            self._open.learnt = ref(after_commit)

    def forget(self) -> None:
        """Forget all numbers (another database, a rolled back test)."""
        self._numbers.clear()
        self._names.clear()
        self._open.learnt = None

    def _uncommitted(self) -> dict[str, int]:
        """Return what was learnt in this thread's transaction."""
        learnt = getattr(self._open, "learnt", None)
        after_commit = learnt() if learnt else None
        return after_commit.args[0] if after_commit else {}

    def _keep(self, found: dict[str, int]) -> None:
        if len(self._numbers) > self._most:
            self._numbers.clear()
            self._names.clear()
        self._numbers.update(found)
        self._names.update({number: name for name, number in found.items()})
