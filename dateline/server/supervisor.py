"""Keep the processes of a site up: start them, start again those that die, stop them in order.

None of them depends on another: while one is down the others go on.
"""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType

from dateline.server.ports import open_to

FIRST_WAIT, LONGEST_WAIT, CALM = 0.5, 30.0, 60.0
PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Child:
    """One process and its command. room: readers, newsroom or press."""

    name: str
    room: str
    command: tuple[str, ...]


@dataclass(slots=True)
class RunningChild:
    """The state of one child. due: when to start it; failures in a row lengthen the wait."""

    child: Child
    process: subprocess.Popen[bytes] | None = None
    due: float = 0.0
    started: float = 0.0
    failures: int = 0


@dataclass
class Supervisor:
    """A parent that starts children and keeps them up until SIGTERM or SIGINT.

    ready: host and port that greets once it answers. say: takes one line for the log.
    """

    children: Sequence[Child]
    say: Callable[[str], None]
    ready: tuple[str, int] | None = None
    greeting: str = ""
    tick: float = 0.1
    stopping: bool = False
    _running: list[RunningChild] = field(default_factory=list)

    def run(self) -> int:
        """Keep the children up; return the exit status once all have stopped."""
        self._running = [RunningChild(child) for child in self.children]
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        greeted = False
        while not self.stopping:
            for each in self._running:
                self._keep_up(each)
            if not greeted and (self.ready is None or open_to(*self.ready)):
                greeted = True
                self.say(self.greeting)
            time.sleep(self.tick)
        return self._end()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        """Take note that we are to stop."""
        self.stopping = True

    def _keep_up(self, each: RunningChild) -> None:
        """Start a child that is due, and take note of one that died."""
        now = time.monotonic()
        if each.process is None:
            if now >= each.due:
                self._start(each, now)
            return
        status = each.process.poll()
        if status is None:
            return
        each.process = None
        each.failures = 1 if now - each.started > CALM else each.failures + 1
        wait = min(FIRST_WAIT * 2 ** (each.failures - 1), LONGEST_WAIT)
        each.due = now + wait
        self.say(f"{each.child.name} {ended(status)}; starting again in {wait:g} s")

    def _start(self, each: RunningChild, now: float) -> None:
        """Start a child in a session of its own, so that Ctrl-C reaches us alone."""
        each.process = subprocess.Popen(  # noqa: S603
            each.child.command, env=os.environ.copy(), start_new_session=True
        )
        each.started = now

    def _end(self) -> int:
        """Ask all children to stop; kill the group of those that do not in time."""
        alive = [each.process for each in self._running if each.process is not None]
        for process in alive:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
        deadline = time.monotonic() + PATIENCE
        for process in alive:
            try:
                process.wait(max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        return 0


def ended(status: int) -> str:
    """Return in words how a process ended."""
    if status < 0:
        return f"was stopped by {signal.Signals(-status).name}"
    return f"ended with status {status}"
