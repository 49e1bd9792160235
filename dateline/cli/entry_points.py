"""Bring settings and servers together: the entry points that Granian and run start."""

import sys
from typing import TYPE_CHECKING, Any

from dateline.cli.site_context import use_package
from dateline.server.die_with_parent import end_with_parent
from dateline.server.serving import Serving
from dateline.server.supervisor import Child
from dateline.settings.site import SiteConfig, load_site

if TYPE_CHECKING:
    from dateline.server.rsgi import Application


def serving_of(site: SiteConfig) -> Serving:
    """Return what the readers' server is told of a site."""
    return Serving(
        sheets=site.sheets_dir,
        media=site.media_dir,
        static=site.static_dir,
        editions=tuple(edition.code for edition in site.editions),
        default_edition=site.default_edition,
        address=site.address,
        newsroom=site.newsroom_address,
        public=site.public,
        brotli=site.press.brotli,
        max_age=site.server.max_age,
        shared_age=site.cdn.keeps,
        recheck=site.server.recheck_ms / 1000,
        cache_bytes=site.server.cache_mb * 1024 * 1024,
        media_elsewhere=site.media_elsewhere,
        sheets_elsewhere=site.sheets_elsewhere,
    )


def readers() -> "Application":
    """Make the readers' application of the site in DATELINE_SITE; Django is not imported.

    It runs in a worker of Granian's, which would outlive a parent that is killed, and its port.
    """
    import os

    from dateline.server.rsgi import Application

    end_with_parent()
    site = load_site(os.environ["DATELINE_SITE"])
    use_package(site)
    return Application(serving_of(site))


def newsroom() -> Any:
    """Make the newsroom's WSGI application, in a worker that ends with its parent."""
    end_with_parent()
    from dateline.server.newsroom import application

    return application


def children_of(site: SiteConfig) -> list[Child]:
    """Return the processes of a site: readers' server, newsroom, press workers."""
    run = [sys.executable, "-m", "dateline", "child"]
    workers = [
        Child(f"press {number}", "press", (*run, "press", str(number)))
        for number in range(1, site.press.workers + 1)
    ]
    return [
        Child("readers", "readers", (*run, "readers")),
        Child("newsroom", "newsroom", (*run, "newsroom")),
        *workers,
    ]
