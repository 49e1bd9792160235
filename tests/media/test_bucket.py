"""Public pictures in a bucket; their originals stay at home."""

import io

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from dateline.media import actions
from dateline.media.models import Picture, Variant
from dateline.settings.derive import derive
from dateline.settings.reading import read_site
from tests.press.storage import KEYS, emptied, storage

pytestmark = pytest.mark.django_db


@pytest.fixture
def bucket(settings):
    """Have public pictures lie in a bucket, by settings alone."""
    with storage() as endpoint:
        told = {
            "DATELINE_SITE_SECRET_KEY": "for tests only",
            "DATELINE_MEDIA_STORE": "s3",
            "DATELINE_S3_BUCKET": "pier",
            "DATELINE_S3_ENDPOINT": endpoint,
            "DATELINE_S3_REGION": "us-east-1",
            "DATELINE_S3_KEY_ID": KEYS["key_id"],
            "DATELINE_S3_SECRET_KEY": KEYS["secret"],
        }
        site = read_site(settings.SITE.folder, environment=told, file=None)
        settings.STORAGES = derive(site)["STORAGES"]
        settings.SITE = site
        yield emptied(endpoint, "pier")


def a_picture():
    drawn = io.BytesIO()
    Image.new("RGB", (600, 400), "teal").save(drawn, "png")
    return Picture.objects.create(
        title="Crane", file=SimpleUploadedFile("crane.png", drawn.getvalue())
    )


def test_variants_go_into_the_bucket_and_the_original_does_not(bucket):
    actions.expose_files([a_picture()])

    keys = {row["Key"] for row in bucket.list_objects_v2(Bucket="pier")["Contents"]}
    assert keys == {f"media/{name}" for name in Variant.objects.values_list("name", flat=True)}
    webp = bucket.head_object(Bucket="pier", Key=next(k for k in keys if k.endswith("webp")))
    assert webp["ContentType"] == "image/webp"
    assert "immutable" in webp["CacheControl"]


def test_a_variant_has_the_same_address_wherever_it_lies(bucket, client):
    actions.expose_files([a_picture()])
    variant = Variant.objects.first()

    address = actions.address(variant)
    answer = client.get(address)

    assert address == f"/media/{variant.name}"
    assert answer["Location"] == storages["public"].url(variant.name)
