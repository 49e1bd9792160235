"""Write configuration for servers that stand before a site: nginx, Caddy, Varnish, systemd."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dateline.cli.entry_points import serving_of
from dateline.front import assets
from dateline.server.headers import FOR_EVER, MEDIA_TYPES, SHORTLY, keep, safety
from dateline.settings.sections import BucketSection
from dateline.settings.site import SiteConfig

HERE = Path(__file__).resolve().parent
RESOLV = Path("/etc/resolv.conf")
HIDDEN = (
    "x-amz-id-2 x-amz-request-id x-amzn-requestid x-amz-version-id x-amz-content-sha256"
    " x-amz-server-side-encryption x-amz-sdk-checksum-algorithm x-amz-website-redirect-location"
    " Access-Control-Allow-Origin"
).split()
"""What a bucket says and no reader needs to know."""
NEAR = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class DeployOptions:
    """The choices for a server: TLS or none, which files, which port, who stands behind it."""

    tls: bool = True
    certificate: str = ""
    key: str = ""
    port: int = 0
    user: str = "dateline"
    cache: str = "/var/lib/nginx/dateline"
    behind: int = 0
    purgers: tuple[str, ...] = ("127.0.0.1", "::1")


def configuration_file(name: str, site: SiteConfig, wish: DeployOptions) -> str:
    """Return one configuration file of a site."""
    engine = Environment(
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - no HTML
    )
    facts = _facts(site, wish)

    def addresses(host: str) -> str:
        """Return how Caddy is told of a host."""
        return f"{'https' if wish.tls else 'http'}://{host}:{facts['port']}"

    return engine.get_template(name).render(site=site, wish=wish, addresses=addresses, **facts)


def _facts(site: SiteConfig, wish: DeployOptions) -> dict[str, Any]:
    """Return what all configurations need to know of a site."""
    readers = urlsplit(site.address)
    newsroom = urlsplit(site.newsroom_address)
    host = readers.hostname or "localhost"
    apart = newsroom.hostname not in NEAR | {host}
    return {
        "host": host,
        "newsroom_host": newsroom.hostname if apart else "",
        "port": wish.port or (443 if wish.tls else 80),
        "certificate": wish.certificate or f"/etc/letsencrypt/live/{host}/fullchain.pem",
        "key": wish.key or f"/etc/letsencrypt/live/{host}/privkey.pem",
        "headers": [(k.title(), v) for k, v in safety(serving_of(site)) if k != "server"],
        "types": MEDIA_TYPES,
        "for_ever": FOR_EVER,
        "shortly": SHORTLY,
        "keep": lambda stem: keep(stem, site.server.max_age, site.cdn.keeps),
        "static": assets.FOLDER,
        "editions": "|".join(edition.code for edition in site.editions),
        "near": "127.0.0.1" if site.host in {"0.0.0.0", "::"} else site.host,  # noqa: S104
        "program": systemd_command(),
        "in_bucket": site.press.store == "s3",
        "bucket": _bucket(site.bucket),
    }


def _bucket(bucket: BucketSection) -> dict[str, Any]:
    """Return where a server gets the objects of a bucket."""
    there = urlsplit(bucket.address)
    port = there.port or (443 if there.scheme == "https" else 80)
    return {
        "scheme": there.scheme,
        "name": there.hostname,
        "host": there.netloc,
        "near": f"{there.hostname}:{port}",
        "sheets": _below(there.path, bucket.prefix),
        "media": _below(there.path, bucket.media_prefix),
        "resolver": _resolver(),
        "hidden": HIDDEN,
    }


def _below(path: str, prefix: str) -> str:
    """Return the path below which things lie, without a slash at its end."""
    return f"{path.rstrip('/')}/{prefix}".rstrip("/")


def _resolver() -> str:
    """Return whom this machine asks for the addresses of names."""
    try:
        lines = RESOLV.read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    servers = [line.split()[1] for line in lines if line.startswith("nameserver ")]
    return next((f"[{one}]" if ":" in one else one for one in servers), "127.0.0.53")


def systemd_command() -> str:
    """Return the command that systemd is to start."""
    found = Path(sys.executable).parent / "dateline"
    return (
        str(found)
        if found.exists()
        else shutil.which("dateline") or f"{sys.executable} -m dateline"
    )
