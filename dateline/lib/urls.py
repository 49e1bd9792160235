"""Join and normalise addresses of the web without surprises."""

import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit, urlunsplit

SCHEMES = ("http", "https")
PORTS = {"http": 80, "https": 443}
# Parameters that say where a reader came from, not what is shown.
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|ref_src", re.IGNORECASE)
UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
QUESTION = re.compile(r"[?#\ufffd]")
ENDING = re.compile(r"\.[A-Za-z0-9]{1,12}$")
ESCAPED = re.compile(r"%([0-9a-fA-F]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]", re.ASCII)
PATH_SAFE = "/:@!$&'()*+,;=~-._"


class BadAddress(ValueError):
    """A text that is no address of the web; the words say why."""


def join(base: str, path: str) -> str:
    """Return the absolute address of a path of a site.

    base: the site's address, with or without a slash at the end.
    Raises BadAddress when the path would lead out of the site.
    """
    return base.rstrip("/") + safe_path(path)


def safe_path(path: str) -> str:
    """Return the path if it is absolute, plain and stays below its root.

    Raises BadAddress otherwise.
    """
    if not path.startswith("/") or path.startswith("//"):
        raise BadAddress(f"{path!r} does not start with one slash")
    if UNSAFE.search(path) or UNSAFE.search(unquote(path)):
        raise BadAddress(f"{path!r} holds a space, a control sign or a backslash")
    if any(part in (".", "..") for part in unquote(path).split("/")):
        raise BadAddress(f"{path!r} climbs out of its folder")
    return path


def page_path(address: str) -> str:
    """Return the one spelling under which a page of ours lies: "/a/b/", or "/a/b.php".

    Unescaped, with its last slash or its ending. Raises BadAddress for what is no address of a
    page: a query selects nothing here.
    """
    path = unicodedata.normalize("NFC", unquote(safe_path(address.strip())))
    if QUESTION.search(path) or "//" in path:
        raise BadAddress(f"{address!r} holds “?”, “#”, “//” or a sign that cannot be read")
    path = f"{path.removesuffix('.html')}/" if path.endswith(".html") else path
    ends = bool(ENDING.search(path.rstrip("/")))
    if ends and path.endswith("/"):
        raise BadAddress(f"{address!r} has an ending and a slash after it")
    return path if ends or path.endswith("/") else f"{path}/"


def destination(address: str) -> str:
    """Return where a redirect may lead: a path of ours, or the whole address of another site.

    Raises BadAddress for anything else.
    """
    text = address.strip()
    if not text.startswith("/"):
        normalise(text)
        return text
    return safe_path(text) if QUESTION.search(text) else page_path(text)


def normalise(address: str) -> str:
    """Return one spelling for addresses that lead to the same page.

    Lowers scheme and host, drops the default port, the fragment and tracking parameters.
    Raises BadAddress for anything but http and https, for a missing host and for log-in names.
    """
    text = address.strip()
    try:
        parts = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as why:
        raise BadAddress(f"{address!r} cannot be read: {why}") from why
    if parts.scheme not in SCHEMES or not host:
        raise BadAddress(f"{address!r} is no http or https address")
    if parts.username is not None or parts.password is not None:
        raise BadAddress(f"{address!r} carries a log-in name")
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != PORTS[parts.scheme]:
        place = f"{place}:{port}"
    path = _path(parts.path) or "/"
    return urlunsplit((parts.scheme, place, path, _query(parts.query), ""))


def is_web(address: str) -> bool:
    """Return whether a text is an http or https address that may be linked to."""
    try:
        normalise(address)
    except BadAddress:
        return False
    return True


def host_of(address: str) -> str:
    """Return the host of an address without "www.", for showing beside a link."""
    return (urlsplit(address.strip()).hostname or "").removeprefix("www.")


def _path(path: str) -> str:
    """Escape what must be and unescape what need not be; an escaped slash stays escaped."""
    plain = ESCAPED.sub(_unescaped, path)
    return quote(plain, safe=PATH_SAFE + "%")


def _unescaped(found: re.Match[str]) -> str:
    """Return the sign for an escape of an unreserved one, else the escape in capitals."""
    sign = chr(int(found[1], 16))
    return sign if UNRESERVED.fullmatch(sign) else found[0].upper()


def _query(query: str) -> str:
    """Drop tracking parameters; the rest keeps its order and spelling."""
    return "&".join(
        pair for pair in query.split("&") if not TRACKING.fullmatch(pair.partition("=")[0])
    )
