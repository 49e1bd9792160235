"""Serve the newsroom's own files to editors: its design, pictures and their thumbnails."""

import mimetypes
import os
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
    HttpResponseRedirect,
)
from django.http.response import HttpResponseBase
from django.utils._os import safe_join
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since

FOR_EVER = "public, max-age=31536000, immutable"
A_WHILE = "public, max-age=300"
FOR_ONE = "private, max-age=300"


@require_safe
def design(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a file of the admin's design; one asked for with its version may be kept for ever."""
    found = _found(path)
    if found is None:
        raise Http404(path)
    return _sent(request, Path(found), FOR_EVER if "v" in request.GET else A_WHILE)


@lru_cache(maxsize=2048)
def _found(path: str) -> str | None:
    """Return where a file of the design lies; its finders stay within their folders."""
    try:
        found = finders.find(path)
    except SuspiciousFileOperation:
        return None
    return found if isinstance(found, str) and os.path.isfile(found) else None  # noqa: PTH113


@require_safe
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a public rendition, as the readers' server does, or lead to where it lies."""
    if settings.SITE.media_elsewhere:
        return HttpResponseRedirect(f"{settings.SITE.media_elsewhere}/{quote(path)}")
    return _sent(request, _below(settings.SITE.media_dir, path), FOR_EVER)


@require_safe
def thumbnail(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a thumbnail of a picture, published or not, to those who may use the newsroom."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return redirect_to_login(request.get_full_path(), "/newsroom/login/")
    return _sent(request, _below(settings.SITE.private_dir / "thumbnails", path), FOR_ONE)


def _below(folder: Path, path: str) -> Path:
    """Return a path below a folder; raises Http404 for one that climbs out of it."""
    try:
        return Path(safe_join(folder, path))
    except (SuspiciousFileOperation, ValueError) as why:
        raise Http404(path) from why


def _sent(request: HttpRequest, file: Path, kept: str) -> HttpResponseBase:
    """Send a file, or 304; raises Http404 where there is none."""
    try:
        seen = file.stat()
    except (OSError, ValueError) as why:
        raise Http404(file.name) from why
    if not file.is_file():
        raise Http404(file.name)
    answer: HttpResponse | FileResponse
    if not was_modified_since(request.headers.get("If-Modified-Since"), seen.st_mtime):
        answer = HttpResponseNotModified()
    else:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        answer = FileResponse(file.open("rb"), content_type=kind)
    answer.headers["Last-Modified"] = http_date(int(seen.st_mtime))
    answer.headers["Cache-Control"] = kept
    return answer
