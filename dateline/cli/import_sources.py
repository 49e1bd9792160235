"""Read the source of an import: a file or standard input, within bounds."""

import sys
from pathlib import Path

from dateline.cli.refusal import Refusal

LARGEST = 5 * 1024 * 1024


def body_of(source: str) -> bytes:
    """Return the bytes of a file, or of standard input for "-".

    Raises Refusal where there is none, or more than a page may hold.
    """
    named = "standard input" if source == "-" else source
    try:
        if source == "-":
            body = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(source).open("rb") as opened:
                body = opened.read(LARGEST + 1)
    except OSError as why:
        raise Refusal(f"{named}: {why.strerror}; name a file, or - for standard input") from why
    if len(body) > LARGEST:
        raise Refusal(f"{named} is larger than {LARGEST // 2**20} MB; no page is")
    return body
