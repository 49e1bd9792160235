"""Lead the newsroom's addresses to their views; readers' addresses are files."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("newsroom/documents/", include(document_urls)),
    path("newsroom/", include(admin_urls)),
]
