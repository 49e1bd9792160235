"""Be a press worker, or the parent of several."""

import os


def work(number: int) -> None:
    """Press what is stale until told to stop by SIGTERM."""
    from dateline.press import Worker

    Worker(name=f"{os.uname().nodename}-{os.getpid()}-{number}").run()
