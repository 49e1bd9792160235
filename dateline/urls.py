"""Lead the newsroom's addresses to their views; readers' addresses are files."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from dateline.server import metrics, static

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(url="/newsroom/")),
    path("metrics", metrics.metrics_page),
    path("media/<path:path>", static.picture),
    path("newsroom/static/<path:path>", static.design),
    path("newsroom/thumbnails/<path:path>", static.thumbnail),
    path("newsroom/documents/", include(document_urls)),
    path("newsroom/", include(admin_urls)),
]
