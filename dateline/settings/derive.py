"""Derive Django's settings from a site's."""

from pathlib import Path
from urllib.parse import urlsplit

from dateline.settings.apps import INSTALLED_APPS, MIDDLEWARE
from dateline.settings.hosting.database import database
from dateline.settings.languages import own_name
from dateline.settings.logs import logging_of
from dateline.settings.package import with_package
from dateline.settings.package_folder import PACKAGE
from dateline.settings.reading import WILD
from dateline.settings.site import EditionConfig, SiteConfig

SIGN_IN_PATH = "/newsroom/"


def derive(site: SiteConfig) -> dict[str, object]:
    """Return every Django setting of a site by name, with what its own package adds."""
    ours = {
        "SITE": site,
        **_base(site),
        **_languages(site),
        **_security(site),
        **_storage(site),
        **_wagtail(site),
        **_press(site),
    }
    return with_package(site, ours)


def _base(site: SiteConfig) -> dict[str, object]:
    """Return what Django itself asks for."""
    return {
        "DEBUG": False,
        "INSTALLED_APPS": list(INSTALLED_APPS),
        "MIDDLEWARE": list(MIDDLEWARE),
        "ROOT_URLCONF": "dateline.urls",
        "WSGI_APPLICATION": "dateline.server.newsroom.application",
        "AUTH_USER_MODEL": "staff.User",
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "DATABASES": {"default": database(site)},
        "TEMPLATES": [_templates()],
        "LOGGING": logging_of(site.log.level),
        "TASKS": {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}},
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 10_000,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 20 * 1024 * 1024,
        "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend",
    }


def _templates() -> dict[str, object]:
    """Return the newsroom's template engine; readers' pages have their own."""
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }


def _languages(site: SiteConfig) -> dict[str, object]:
    """Return languages and clock.

    Screens speak languages (en); content has locales (en-gb), one for each edition. Wagtail
    wants the second to be among the first.
    """
    spoken = {edition.language: edition.name for edition in site.editions}
    content = {edition.locale.lower(): _named(edition, site) for edition in site.editions}
    offered = site.newsroom.languages or tuple(spoken)
    return {
        "USE_I18N": True,
        "USE_TZ": True,
        "TIME_ZONE": site.zone,
        "LANGUAGE_CODE": site.edition(site.default_edition).language,
        "LANGUAGES": list({**content, **spoken}.items()),
        "WAGTAIL_CONTENT_LANGUAGES": list(content.items()),
        "WAGTAIL_I18N_ENABLED": True,
        "WAGTAILADMIN_PERMITTED_LANGUAGES": [(code, own_name(code)) for code in offered],
        "LOCALE_PATHS": [str(PACKAGE / "locale")],
    }


def _named(edition: EditionConfig, site: SiteConfig) -> str:
    """Return the name of an edition's language, with its brand where two share it."""
    alike = [one for one in site.editions if one.name == edition.name]
    return edition.name if len(alike) == 1 else f"{edition.name} ({edition.brand})"


def _security(site: SiteConfig) -> dict[str, object]:
    """Return keys, hosts and cookies; cookies ignore ports, so theirs is the newsroom's path."""
    parts = urlsplit(site.newsroom_address)
    safe = parts.scheme == "https"
    hosts = {parts.hostname or "", "localhost", "127.0.0.1", "[::1]", *site.server.hosts}
    open_to_all = site.host in WILD and not site.public and parts.hostname == "localhost"
    cookie = {"HTTPONLY": True, "PATH": SIGN_IN_PATH, "SAMESITE": "Lax", "SECURE": safe}
    return {
        "SECRET_KEY": site.secret_key,
        "ALLOWED_HOSTS": ["*"] if open_to_all else sorted(hosts | ({site.host} - WILD)),
        "CSRF_TRUSTED_ORIGINS": [f"{parts.scheme}://{parts.netloc}"],
        **{f"SESSION_COOKIE_{name}": value for name, value in cookie.items()},
        **{f"CSRF_COOKIE_{name}": value for name, value in cookie.items()},
        "SESSION_COOKIE_NAME": "dateline_session",
        "SESSION_COOKIE_AGE": site.newsroom.session_hours * 3600,
        "CSRF_COOKIE_NAME": "dateline_csrf",
        "LANGUAGE_COOKIE_NAME": "dateline_language",
        "LANGUAGE_COOKIE_PATH": SIGN_IN_PATH,
        "X_FRAME_OPTIONS": "SAMEORIGIN",
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if safe else None,
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"django.contrib.auth.password_validation.{name}"}
            for name in (
                "UserAttributeSimilarityValidator",
                "MinimumLengthValidator",
                "CommonPasswordValidator",
                "NumericPasswordValidator",
            )
        ],
    }


def _storage(site: SiteConfig) -> dict[str, object]:
    """Return where files lie: originals private, renditions of live sheets public.

    Thumbnails of the newsroom's own screens are private too, and served under its path.
    """
    private = _folder(site.private_dir, "/newsroom/private/")
    return {
        "MEDIA_ROOT": str(site.media_dir),
        "MEDIA_URL": "/media/",
        "STATIC_URL": "/newsroom/static/",
        "STORAGES": {
            "default": private,
            "private": private,
            "public": _pictures(site),
            "thumbnails": _folder(site.private_dir / "thumbnails", "/newsroom/thumbnails/"),
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        "WAGTAILIMAGES_RENDITION_STORAGE": "thumbnails",
    }


def _pictures(site: SiteConfig) -> dict[str, object]:
    """Return where public renditions lie: a folder, or a bucket; their address is the same."""
    if site.media.store == "folder":
        return _folder(site.media_dir, "/media/")
    bucket = site.bucket
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket.bucket,
            "location": bucket.media_prefix,
            "endpoint_url": bucket.endpoint or None,
            "region_name": bucket.region or None,
            "access_key": bucket.key_id or None,
            "secret_key": bucket.secret_key or None,
            "addressing_style": "path" if bucket.endpoint else "auto",
            "object_parameters": {"CacheControl": "public, max-age=31536000, immutable"},
            "default_acl": None,
            "querystring_auth": False,
            "file_overwrite": False,
        },
    }


def _folder(path: Path, address: str) -> dict[str, object]:
    """Return a storage that is a folder."""
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(path), "base_url": address},
    }


def _wagtail(site: SiteConfig) -> dict[str, object]:
    """Return Wagtail's settings; nothing of it calls an outside host."""
    return {
        "WAGTAIL_SITE_NAME": site.name,
        "WAGTAILADMIN_BASE_URL": site.newsroom_address.removesuffix("/newsroom/"),
        "WAGTAILIMAGES_IMAGE_MODEL": "media.Picture",
        "WAGTAILDOCS_DOCUMENT_MODEL": "media.Attachment",
        "WAGTAILDOCS_SERVE_METHOD": "serve_view",
        "WAGTAILDOCS_EXTENSIONS": ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx"],
        "WAGTAIL_GRAVATAR_PROVIDER_URL": None,
        "WAGTAIL_ENABLE_UPDATE_CHECK": False,
        "WAGTAIL_ENABLE_WHATS_NEW_BANNER": False,
        "WAGTAILSEARCH_BACKENDS": {"default": {"BACKEND": "wagtail.search.backends.database"}},
        "WAGTAILIMAGES_MAX_UPLOAD_SIZE": 20 * 1024 * 1024,
        "WAGTAILDOCS_MAX_UPLOAD_SIZE": 20 * 1024 * 1024,
        "WAGTAILEMBEDS_FINDERS": [],
    }


def _press(site: SiteConfig) -> dict[str, object]:
    """Return what the press is told: it knows no site, only these."""
    return {
        "PRESS_RENDERER": "dateline.front.render.render",
        "PRESS_EPOCH": "dateline.front.epochs.epoch",
        "PRESS_STORE": _sheets(site),
        "PRESS_DESIGN": {
            "folder": str(site.static_dir),
            "keys": "static/",
            "keep": "dateline.front.generations.put_design_files",
        },
        "PRESS_PURGER": "dateline.server.caches.purger" if site.cdn.kind else "",
        "PRESS_GZIP_LEVEL": site.press.gzip_level,
        "PRESS_BROTLI": site.press.brotli,
        "PRESS_LANGUAGES": tuple(dict.fromkeys(one.language for one in site.editions)),
    }


def _sheets(site: SiteConfig) -> dict[str, object]:
    """Return where sheets lie; a folder is named in any case, for workers meet beside it."""
    told: dict[str, object] = {"folder": str(site.sheets_dir)}
    if site.press.store == "s3":
        bucket = site.bucket
        told |= {
            "labels": "dateline.server.headers.labels",
            "max_age": site.server.max_age,
            "shared": site.cdn.keeps,
            "bucket": {
                "name": bucket.bucket,
                "prefix": bucket.prefix,
                "endpoint": bucket.endpoint,
                "region": bucket.region,
                "key_id": bucket.key_id,
                "secret": bucket.secret_key,
                "guard": bucket.guard,
                "aside": ("static/", f"{bucket.media_prefix}/"),
            },
        }
    return told
