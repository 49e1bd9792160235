"""Tell the press's figures on the newsroom's port, to whoever may ask.

With server.metrics_token: whoever sends it. Without: this machine alone, and nobody that a
proxy speaks for, since behind one everybody comes from this machine.
"""

from hmac import compare_digest

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

LOCAL = ("127.0.0.1", "::1")
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip", "X-Forwarded-Host")


@require_safe
def metrics_page(request: HttpRequest) -> HttpResponse:
    """Answer with the figures, or 403."""
    if not may(request):
        return HttpResponse("Not for you.\n", status=403, content_type="text/plain")
    from dateline.press.watch import metrics

    answer = HttpResponse(metrics.text(), content_type=metrics.MEDIA_TYPE)
    answer["Cache-Control"] = "no-store"
    return answer


def may(request: HttpRequest) -> bool:
    """Return whether a request may read the figures."""
    token = settings.SITE.server.metrics_token
    if token:
        sent = request.headers.get("Authorization", "")
        return compare_digest(sent.encode(), f"Bearer {token}".encode())
    forwarded = any(name in request.headers for name in FORWARDED)
    return not forwarded and request.META.get("REMOTE_ADDR") in LOCAL
