"""Write the headers of readers' answers."""

from functools import lru_cache

from dateline.server.serving import Serving

Headers = list[tuple[str, str]]

HTML = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    "html": HTML,
    "txt": PLAIN,
    "xml": "application/xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "gif": "image/gif",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "pptx": f"{OFFICE}.presentationml.presentation",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
}
NO_DEVICES = ", ".join(
    f"{name}=()"
    for name in ("accelerometer", "browsing-topics", "camera", "geolocation", "gyroscope")
    + ("magnetometer", "microphone", "payment", "usb")
)
SAFETY: tuple[tuple[str, str], ...] = (
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("x-frame-options", "DENY"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", NO_DEVICES),
    ("server", "dateline"),
)
FOR_EVER = "public, max-age=31536000, immutable"
SHORTLY = "public, max-age=300"
NEVER = "no-store"
PART_SECONDS = 5


def media_type(name: str) -> str:
    """Return the media type of a file by its name; bytes where we do not know it."""
    if name.endswith("feed.json"):
        return "application/feed+json; charset=utf-8"
    return MEDIA_TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


@lru_cache(maxsize=8)
def safety(serving: Serving) -> Headers:
    """Return the headers that every answer carries."""
    always = list(SAFETY)
    if not serving.public:
        always.append(("x-robots-tag", "noindex"))
    if serving.address.startswith("https://"):
        always.append(("strict-transport-security", "max-age=31536000"))
    return always


def keep(stem: str, max_age: int, shared: int = 0) -> str:
    """Return Cache-Control of a sheet: parts for seconds, pages shortly, feeds and maps a minute.

    shared: for how long a cache that is told to forget may keep it; 0 where none is told.
    A cache that cannot reach us may go on for a day with what it has.
    """
    brief = stem.endswith(("latest.json", ".html"))
    seconds = max_age if brief else max(max_age, 60)
    if stem.startswith("_f/"):
        seconds = min(max_age, PART_SECONDS)
    return f"public, max-age={seconds}, s-maxage={shared or seconds}, stale-if-error=86400"


def labels(stem: str, max_age: int, shared: int = 0) -> dict[str, str]:
    """Return what an object in a bucket is to be served with."""
    kept = FOR_EVER if stem.startswith("static/") else keep(stem, max_age, shared)
    return {"ContentType": media_type(stem), "CacheControl": kept}
