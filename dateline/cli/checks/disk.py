"""See whether the disk has room: bytes for pages, and inodes, of which each page takes one."""

import os
from collections.abc import Iterator

from dateline.extend import Finding
from dateline.settings.site import SiteConfig

LEAST_BYTES = 1024**3
LEAST_SHARE = 0.05


def find_faults(site: SiteConfig) -> Iterator[Finding]:
    """Find a disk that is nearly full."""
    seen = os.statvfs(site.var_dir)
    free = seen.f_bavail * seen.f_frsize
    if free < LEAST_BYTES:
        yield Finding("wrong", str(site.var_dir), f"{free // 2**20} MB are free; make room")
    if seen.f_files and seen.f_favail / seen.f_files < LEAST_SHARE:
        said = f"{seen.f_favail} inodes are free of {seen.f_files} (df -i): each page takes one"
        yield Finding("wrong", str(site.var_dir), said)
