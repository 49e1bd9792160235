"""Hold what the readers' server is told; it knows no settings and no Django."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Serving:
    """The settings of a server: what to serve and how.

    static: where the design's files of every version lie whose pages may be out.
    address: of the readers' site, absolute. newsroom: of the newsroom, absolute, ending in
    /newsroom/. recheck: seconds between two looks at a file. cache_bytes: memory for sheets.
    media_elsewhere, sheets_elsewhere: the addresses below which pictures and sheets lie that
    are not in media and sheets. shared_age: seconds for which caches that are told to forget
    may keep a sheet; 0 where there are none.
    """

    sheets: Path
    media: Path
    static: Path
    editions: tuple[str, ...]
    default_edition: str
    address: str
    newsroom: str
    public: bool = False
    brotli: bool = False
    max_age: int = 15
    shared_age: int = 0
    recheck: float = 0.5
    cache_bytes: int = 64 * 1024 * 1024
    media_elsewhere: str = ""
    sheets_elsewhere: str = ""
