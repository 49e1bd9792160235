"""Builders for the tests of the readers' server: a small store on disk, and a way to ask."""

import gzip
import os
import time
from pathlib import Path

from dateline.server.answers import Request
from dateline.server.serving import Serving
from dateline.server.sheets import Readers

HOME = "<!doctype html><title>Home</title>" + "<p>The tide table.</p>" * 200
ARTICLE = "<!doctype html><title>Crane</title><p>The crane moved.</p>"


def put(sheets: Path, name: str, text: str) -> Path:
    """Write one pressed file as the press does: aside, then renamed."""
    file = sheets / f"{name}.gz"
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_suffix(".tmp")
    aside.write_bytes(gzip.compress(text.encode(), mtime=0))
    aside.replace(file)
    return file


def a_store(folder: Path) -> Path:
    """Make a store with a home page, an article, a feed, error pages and both life's ends."""
    sheets = folder / "var" / "sheets"
    put(sheets, "index.html", HOME)
    put(sheets, "en.html", HOME)
    put(sheets, "uk.html", "<title>Дім</title>")
    put(sheets, "en/2026/11/22/crane-moves-k3f.html", ARTICLE)
    put(sheets, "en/feed.rss", "<rss/>")
    put(sheets, "en/feed.json", "{}")
    put(sheets, "en/sitemap.xml", "<urlset/>")
    put(sheets, "robots.txt", "User-agent: *")
    put(sheets, "404.html", "<title>Nothing here</title>")
    put(sheets, "en/404.html", "<title>Not found</title>")
    put(sheets, "uk/404.html", "<title>Не знайдено</title>")
    put(sheets, "en/old.html", "<title>Moved</title>")
    (sheets / "en" / "old.redirect").write_text("301 /en/2026/11/22/crane-moves-k3f/\n")
    put(sheets, "en/withdrawn.gone", "<title>Withdrawn</title>")
    return sheets


def a_server(folder: Path, **settings) -> Readers:
    """Make the readers' server of a store."""
    values = {
        "sheets": folder / "var" / "sheets",
        "media": folder / "var" / "media",
        "static": folder / "var" / "static",
        "editions": ("en", "uk"),
        "default_edition": "en",
        "address": "http://localhost:8000",
        "newsroom": "http://localhost:8001/newsroom/",
        "recheck": 0.0,
    }
    return Readers(Serving(**{**values, **settings}))


def ask(readers: Readers, path: str, method: str = "GET", **headers: str):
    """Ask for a path as a browser would, with gzip unless told otherwise."""
    headers.setdefault("accept_encoding", "gzip, deflate, br")
    return readers.answer(Request(method, path, **headers))


def header(answer, name: str) -> str | None:
    """Return a header of an answer."""
    return dict(answer.headers).get(name)


def age(file: Path) -> None:
    """Make a file look an hour older, as one pressed before."""
    then = time.time() - 3600
    os.utime(file, (then, then))
