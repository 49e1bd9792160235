"""Be a press worker."""

import os

from dateline.cli.refusal import Refusal


def work(number: int, *, until_idle: bool = False) -> None:
    """Press what is stale until told to stop by SIGTERM, or until nothing is left."""
    from dateline.press import Worker
    from dateline.press.marking import sweeps

    worker = Worker(name=f"{os.uname().nodename}-{os.getpid()}-{number}")
    worker.listen()
    if number == 1:
        sweeps.catch_up()
    worker.work(until_idle=until_idle)
    if until_idle and worker.press.report.down:
        raise Refusal(worker.press.report.down)
