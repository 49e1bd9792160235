import pytest

from dateline.cli.entry_points import serving_of
from dateline.settings.derive import derive
from dateline.settings.errors import SettingsError
from dateline.settings.reading import read_site

S3 = {
    "DATELINE_SITE_SECRET_KEY": "x" * 50,
    "DATELINE_S3_BUCKET": "pier",
    "DATELINE_S3_ENDPOINT": "https://storage.example/",
    "DATELINE_S3_KEY_ID": "rosa",
    "DATELINE_S3_SECRET_KEY": "not so secret",
}


def a_site(tmp_path, **environment):
    return read_site(tmp_path, environment={**S3, **environment}, file=None)


def test_sheets_lie_in_a_folder_unless_told_otherwise(tmp_path):
    site = a_site(tmp_path)

    assert "bucket" not in derive(site)["PRESS_STORE"]
    assert site.sheets_place == str(site.sheets_dir)


def test_sheets_go_into_a_bucket_by_settings_alone(tmp_path):
    site = a_site(tmp_path, DATELINE_PRESS_STORE="s3", DATELINE_S3_PREFIX="/site/")

    told = derive(site)["PRESS_STORE"]

    assert told["bucket"] | {"name": "pier", "prefix": "site"} == told["bucket"]
    assert told["bucket"]["endpoint"] == "https://storage.example"
    assert told["folder"] == str(site.sheets_dir)
    assert site.sheets_place == "the bucket pier"


def test_pictures_go_into_a_bucket_and_keep_their_address(tmp_path):
    site = a_site(tmp_path, DATELINE_MEDIA_STORE="s3")

    settings = derive(site)

    assert settings["STORAGES"]["public"]["BACKEND"] == "storages.backends.s3.S3Storage"
    assert "s3" not in settings["STORAGES"]["private"]["BACKEND"]
    assert settings["MEDIA_URL"] == "/media/"
    assert serving_of(site).media_elsewhere == "https://storage.example/pier/media"


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ({}, "https://storage.example/pier"),
        ({"DATELINE_S3_ENDPOINT": ""}, "https://pier.s3.amazonaws.com"),
        (
            {"DATELINE_S3_ENDPOINT": "", "DATELINE_S3_REGION": "eu-north-1"},
            "https://pier.s3.eu-north-1.amazonaws.com",
        ),
        ({"DATELINE_S3_ADDRESS": "https://cdn.example/"}, "https://cdn.example"),
    ],
)
def test_a_bucket_is_read_where_it_is_unless_told_otherwise(tmp_path, told, address):
    assert a_site(tmp_path, **told).bucket.address == address


def test_the_secret_is_not_printed_with_the_settings(tmp_path):
    assert "not so secret" not in repr(a_site(tmp_path))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"DATELINE_PRESS_STORE": "ftp"}, "press.store must be one of folder, s3"),
        ({"DATELINE_PRESS_STORE": "s3", "DATELINE_S3_BUCKET": ""}, "name the bucket in s3.bucket"),
        ({"DATELINE_MEDIA_STORE": "s3", "DATELINE_S3_BUCKET": ""}, "media.store is s3"),
        ({"DATELINE_S3_ENDPOINT": "storage.example"}, "s3.endpoint must begin with https://"),
        (
            {"DATELINE_PRESS_STORE": "s3", "DATELINE_S3_PREFIX": "media/"},
            "s3.prefix and s3.media_prefix must differ",
        ),
    ],
)
def test_a_bucket_that_cannot_work_is_refused_at_the_door(tmp_path, told, said):
    with pytest.raises(SettingsError, match=said):
        a_site(tmp_path, **told)
