"""Give the tests a site of their own in a temporary folder.

Two editions, en and uk; a database in a file, for SQLite in memory behaves otherwise; nothing
of a dateline.toml is read, and of the environment only DATELINE_TEST_DATABASE: the address of
a PostgreSQL on which the same tests are run.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from dateline import settings as package
from dateline.settings.derive import derive
from dateline.settings.hosting.database import database, sqlite
from dateline.settings.reading import read_site

FOLDER = Path(tempfile.mkdtemp(prefix="dateline-tests-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

SITE = read_site(
    FOLDER,
    environment={
        "DATELINE_SITE_SECRET_KEY": "for tests only",
        "DATELINE_SERVER_PORT": "8000",
        "DATELINE_DATABASE_URL": os.environ.get("DATELINE_TEST_DATABASE", ""),
    },
    file=None,
)
FAST_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"

_settings = derive(SITE)
if SITE.database_url:
    _database = {**database(SITE), "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": False}
else:
    _database = sqlite(str(FOLDER / "unused.sqlite3"), FAST_PRAGMAS)
    _database["TEST"] = {"NAME": str(FOLDER / "tests.sqlite3")}
_settings |= {
    "DATABASES": {"default": _database},
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
    "ALLOWED_HOSTS": ["*"],
    "PRESS_STRICT": True,
}
for _folder in (SITE.sheets_dir, SITE.media_dir, SITE.private_dir):
    _folder.mkdir(parents=True, exist_ok=True)

package.use(_settings)
globals().update(_settings)
