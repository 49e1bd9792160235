"""Read a site's settings from dateline.toml and the environment.

Imports no Django: the readers' process starts from here.
"""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

from dateline.settings.errors import SettingsError as SettingsError
from dateline.settings.languages import own_name
from dateline.settings.sections import (
    BucketSection,
    CdnSection,
    DatabaseSection,
    LogSection,
    MediaSection,
    NewsroomSection,
    PressSection,
    ServerSection,
    SiteSection,
)

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
class SiteConfig:
    """All settings of one site.

    address, newsroom_address: where readers and editors reach it; without a slash at the end, but
    for newsroom_address, which ends in /newsroom/.
    """

    folder: Path
    editions: tuple[EditionConfig, ...]
    default_edition: str
    address: str
    newsroom_address: str
    site: SiteSection
    server: ServerSection
    database: DatabaseSection
    press: PressSection
    media: MediaSection
    bucket: BucketSection
    cdn: CdnSection
    newsroom: NewsroomSection
    log: LogSection

    @property
    def name(self) -> str:
        """Return what the site is called."""
        return self.site.name

    @property
    def public(self) -> bool:
        """Return whether search engines may list the site."""
        return self.site.public

    @property
    def package(self) -> str:
        """Return the import name of the site's own package; "" where it has none."""
        return self.site.package

    @property
    def zone(self) -> str:
        """Return the name of the newsroom's time zone."""
        return self.site.zone

    @property
    def host(self) -> str:
        """Return the address that the servers listen on."""
        return self.server.host

    @property
    def port(self) -> int:
        """Return the readers' port; the newsroom has the next one."""
        return self.server.port

    @property
    def database_url(self) -> str:
        """Return the database's address; "" for SQLite in the site's folder."""
        return self.database.url

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
        return str(self.sheets_dir) if in_folder else f"the bucket {self.bucket.bucket}"

    @property
    def sheets_elsewhere(self) -> str:
        """Return the address below which sheets lie in a bucket; "" in a folder."""
        if self.press.store == "folder":
            return ""
        return f"{self.bucket.address}/{self.bucket.prefix}".rstrip("/")

    @property
    def media_elsewhere(self) -> str:
        """Return the address below which public pictures lie in a bucket; "" in a folder."""
        if self.media.store == "folder":
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
        if self.site.secret_key:
            return self.site.secret_key
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
        return read_site(no_site_folder(), environment=passing, file=None)
    place = Path(folder).resolve()
    file = place / FILE
    if not file.is_file():
        raise SettingsError(f"no {FILE} in {place}; make a site with: dateline init {folder}")
    return read_site(place, environment=os.environ, file=file)


def no_site_folder() -> Path:
    """Return the folder of the site that is none: a temporary path, not made."""
    return Path(tempfile.gettempdir()) / f"dateline-{os.getpid()}"
