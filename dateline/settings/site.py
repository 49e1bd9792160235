"""Read a site's settings from dateline.toml and the environment.

Imports no Django: the readers' process starts from here.
"""

import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_urlsafe

from dateline.settings.errors import SettingsError as SettingsError
from dateline.settings.languages import own_name

FILE = "dateline.toml"


@dataclass(frozen=True, slots=True)
class EditionConfig:
    """One edition: a readership with a language, a brand and a clock.

    language: the code Django and Wagtail know it by, with its script where the locale names one
    (zh-hant); the locale in small letters where two editions share a language.
    locale: BCP 47, as en-GB.
    """

    code: str
    language: str
    locale: str
    brand: str
    tagline: str
    zone: str
    direction: str

    @property
    def name(self) -> str:
        """Return what the edition's language calls itself."""
        return own_name(self.locale)


@dataclass(frozen=True, slots=True)
class PressConfig:
    """Hold how the press is to work."""

    workers: int = 1
    gzip_level: int = 6
    brotli: bool = False
    store: str = "folder"


@dataclass(frozen=True, slots=True)
class BucketConfig:
    """Hold where object storage is and who we are there.

    name: empty where the site uses none. address: where readers' servers get the objects.
    """

    name: str = ""
    prefix: str = ""
    media_prefix: str = "media"
    endpoint: str = ""
    region: str = ""
    key_id: str = ""
    secret_key: str = field(default="", repr=False)
    guard: bool = True
    address: str = ""


@dataclass(frozen=True, slots=True)
class CdnConfig:
    """Hold which caches stand before the site. kind: empty where there are none."""

    kind: str = ""
    addresses: tuple[str, ...] = ()
    seconds: int = 3600
    zone: str = ""
    token: str = field(default="", repr=False)
    distribution: str = ""
    key_id: str = ""
    secret_key: str = field(default="", repr=False)

    @property
    def keeps(self) -> int:
        """Return for how many seconds caches may keep a page; 0 where there are none."""
        return self.seconds if self.kind else 0


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """Hold how the readers' server is to work."""

    workers: int = 1
    newsroom_threads: int = 4
    metrics_token: str = ""
    hosts: tuple[str, ...] = ()
    cache_mb: int = 64
    max_age: int = 15
    recheck_ms: int = 500


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """All settings of one site.

    Addresses end without a slash, but for newsroom_address, which ends in /newsroom/.
    """

    folder: Path
    name: str
    public: bool
    zone: str
    address: str
    newsroom_address: str
    stream_address: str
    editions: tuple[EditionConfig, ...]
    default_edition: str
    host: str
    port: int
    database_url: str
    given_secret_key: str
    session_hours: int
    newsroom_languages: tuple[str, ...]
    log_level: str
    server: ServerConfig
    press: PressConfig
    media_store: str = "folder"
    bucket: BucketConfig = BucketConfig()
    cdn: CdnConfig = CdnConfig()

    @property
    def file(self) -> Path:
        """Return the path of dateline.toml."""
        return self.folder / FILE

    @property
    def var_dir(self) -> Path:
        """Return the folder of everything the site writes."""
        return self.folder / "var"

    @property
    def sheets_dir(self) -> Path:
        """Return the folder of the pressed sheets."""
        return self.var_dir / "sheets"

    @property
    def sheets_place(self) -> str:
        """Return in words where the pressed sheets lie."""
        in_folder = self.press.store == "folder"
        return str(self.sheets_dir) if in_folder else f"the bucket {self.bucket.name}"

    @property
    def sheets_elsewhere(self) -> str:
        """Return the address below which sheets lie in a bucket; "" in a folder."""
        if self.press.store == "folder":
            return ""
        return f"{self.bucket.address}/{self.bucket.prefix}".rstrip("/")

    @property
    def media_elsewhere(self) -> str:
        """Return the address below which public pictures lie in a bucket; "" in a folder."""
        if self.media_store == "folder":
            return ""
        return f"{self.bucket.address}/{self.bucket.media_prefix}".rstrip("/")

    @property
    def media_dir(self) -> Path:
        """Return the folder of the public renditions."""
        return self.var_dir / "media"

    @property
    def static_dir(self) -> Path:
        """Return the folder of the design's files, of every version whose pages may be out."""
        return self.var_dir / "static"

    @property
    def private_dir(self) -> Path:
        """Return the folder of originals, sources, keys and backups."""
        return self.var_dir / "private"

    @property
    def database_file(self) -> Path | None:
        """Return the path of the SQLite database; None on another engine."""
        return self.var_dir / "db.sqlite3" if not self.database_url else None

    @property
    def secret_key(self) -> str:
        """Return the key that signs sessions and previews.

        Raises SettingsError where the site has none.
        """
        if self.given_secret_key:
            return self.given_secret_key
        path = self.private_dir / "secret.key"
        try:
            return path.read_text(encoding="utf-8").strip()
        except OSError as why:
            raise SettingsError(
                f"{path} cannot be read ({why.strerror}); write 50 random signs into it, "
                "or set DATELINE_SITE_SECRET_KEY"
            ) from why

    def edition(self, code: str) -> EditionConfig:
        """Return the edition of a code; raises SettingsError naming those that exist."""
        for edition in self.editions:
            if edition.code == code:
                return edition
        known = ", ".join(edition.code for edition in self.editions)
        raise SettingsError(f"no edition {code!r} in {self.file}; the site has: {known}")


def load_site(folder: Path | str | None) -> SiteConfig:
    """Read the settings of the site in a folder; without a folder, the defaults.

    Raises SettingsError, naming file, key and the nearest known key.
    """
    from dateline.settings.reading import read_site

    if folder is None:
        passing = {"DATELINE_SITE_SECRET_KEY": token_urlsafe(50), **os.environ}
        return read_site(nowhere(), environment=passing, file=None)
    place = Path(folder).resolve()
    file = place / FILE
    if not file.is_file():
        raise SettingsError(f"no {FILE} in {place}; make a site with: dateline init {folder}")
    return read_site(place, environment=os.environ, file=file)


def nowhere() -> Path:
    """Return the folder of the site that is none: a temporary path, not made."""
    return Path(tempfile.gettempdir()) / f"dateline-{os.getpid()}"
