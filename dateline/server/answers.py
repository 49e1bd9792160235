"""Make the answer to a reader's request: status, headers, body."""

import os
import stat
import zlib
from dataclasses import dataclass
from typing import NamedTuple

from dateline.server.encodings import takes
from dateline.server.headers import FOR_EVER, NEVER, PLAIN, Headers, keep, media_type, safety
from dateline.server.serving import Serving
from dateline.server.sheet_cache import StoredSheet

BRIEF = 1
MARKS = {"gzip": "", "br": "-br", "": "-plain"}


class Request(NamedTuple):
    """The parts of a request that decide its answer; no query, no cookie."""

    method: str
    path: str
    host: str = ""
    accept_encoding: str = ""
    if_none_match: str = ""


@dataclass(slots=True, frozen=True)
class Answer:
    """An answer; file: a path to send instead of the body."""

    status: int
    headers: Headers
    body: bytes = b""
    file: str = ""


def sheet(found: StoredSheet, request: Request, serving: Serving) -> Answer:
    """Answer with a sheet as pressed, or 304 where the client has it."""
    taken = takes(request.accept_encoding)
    coding = "br" if "br" in taken and found.brotli else "gzip" if "gzip" in taken else ""
    ready = found.ready.get(coding)
    if ready is None:
        ready = found.ready[coding] = _whole(found, coding, serving)
    if request.if_none_match and same(request.if_none_match, etag(found, coding)):
        return unchanged(ready)
    if not coding:
        return Answer(ready.status, ready.headers, unpacked(found.body))
    return ready


def _whole(found: StoredSheet, coding: str, serving: Serving) -> Answer:
    """Make the answer that a sheet gives in one encoding; the plain one keeps no body."""
    body = {"br": found.brotli or b"", "gzip": found.body, "": b""}[coding]
    headers = [
        ("content-type", media_type(found.stem)),
        ("cache-control", keep(found.stem, serving.max_age, serving.shared_age)),
        ("vary", "Accept-Encoding"),
        ("etag", etag(found, coding)),
        *safety(serving),
    ]
    if coding:
        headers.append(("content-encoding", coding))
    if found.stem.startswith("_f/"):
        headers.append(("x-robots-tag", "noindex"))
    return Answer(200, headers, body)


def unchanged(ready: Answer) -> Answer:
    """Answer that the client has what it asks for."""
    return Answer(304, [pair for pair in ready.headers if not _of_body(pair[0])])


def page(status: int, found: StoredSheet, request: Request, serving: Serving) -> Answer:
    """Answer with a page that says what went wrong; it has no validator.

    What is at no sheet's address nobody can have forgotten, and it may show news: a shared cache
    keeps it for a moment.
    """
    shared = BRIEF if status == 404 else serving.shared_age or serving.max_age
    headers = [
        ("content-type", media_type("html")),
        ("cache-control", f"public, max-age={serving.max_age}, s-maxage={shared}"),
        ("vary", "Accept-Encoding"),
        *safety(serving),
    ]
    if "gzip" in takes(request.accept_encoding):
        return Answer(status, [*headers, ("content-encoding", "gzip")], found.body)
    return Answer(status, headers, unpacked(found.body))


def line(status: int, said: str, serving: Serving, *more: tuple[str, str]) -> Answer:
    """Answer with one plain line."""
    headers = [("content-type", PLAIN), ("cache-control", NEVER), *more, *safety(serving)]
    return Answer(status, headers, f"{said}\n".encode())


def moved(status: int, location: str, serving: Serving, *, keep_for: int = 0) -> Answer:
    """Answer with the address to go to."""
    kept = f"public, max-age={keep_for}, s-maxage={BRIEF}" if keep_for else NEVER
    headers = [("location", location), ("cache-control", kept), *safety(serving)]
    return Answer(status, headers)


def file(
    path: str, kind: str, request: Request, serving: Serving, kept: str = FOR_EVER
) -> Answer | None:
    """Answer with a file; None where there is none. kept: for ever if its name is its content's."""
    try:
        seen = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(seen.st_mode):
        return None
    mark = f'"{seen.st_mtime_ns:x}-{seen.st_size:x}"'
    headers = [
        ("content-type", kind),
        ("cache-control", kept),
        ("etag", mark),
        *safety(serving),
    ]
    if request.if_none_match and same(request.if_none_match, mark):
        return Answer(304, [pair for pair in headers if not _of_body(pair[0])])
    return Answer(200, [*headers, ("content-length", str(seen.st_size))], file=path)


def content(body: bytes, kind: str, request: Request, serving: Serving) -> Answer:
    """Answer with bytes whose name is their content's: for ever."""
    mark = f'"{zlib.crc32(body):08x}-{len(body):x}"'
    headers = [("content-type", kind), ("cache-control", FOR_EVER), ("etag", mark)]
    whole = Answer(200, [*headers, *safety(serving)], body)
    seen = request.if_none_match and same(request.if_none_match, mark)
    return unchanged(whole) if seen else whole


def etag(found: StoredSheet, coding: str) -> str:
    """Return a sheet's strong validator, another one for each encoding."""
    return f'"{found.etag}{MARKS[coding]}"'


def same(wanted: str, mark: str) -> bool:
    """Tell whether If-None-Match names a validator; W/ is no matter in this comparison."""
    return wanted.strip() == "*" or any(
        part.strip().removeprefix("W/") == mark for part in wanted.split(",")
    )


def unpacked(body: bytes) -> bytes:
    """Return a sheet's plain bytes."""
    return zlib.decompress(body, wbits=31) if body else body


def _of_body(name: str) -> bool:
    """Tell whether a header speaks of the body alone, and has no place in a 304."""
    return name in {"content-type", "content-encoding", "content-length"}
