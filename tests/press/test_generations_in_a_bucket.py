"""The design beside sheets in a bucket: for a CDN that reads the bucket and nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest

from dateline import press
from dateline.press.filing import generations
from dateline.press.stores import bucket
from tests.press import paper
from tests.press.conftest import Clock
from tests.press.storage import KEYS, emptied, storage
from tests.press.test_generations import DAY, another_design

pytestmark = pytest.mark.django_db
FIRST, SECOND = "static/ink.f1f1f1f1.svg", "static/ink.5ec05ec0.svg"


@pytest.fixture
def asking(shelf: press.MemoryStore, settings: Any, tmp_path: Any) -> Iterator[Any]:
    """Keep the paper's design in a bucket of a real server, too; yields a client."""
    (tmp_path / "static").mkdir()
    with storage() as endpoint:
        where = {"name": "pier", "endpoint": endpoint, "region": "us-east-1", **KEYS}
        told = {"folder": "", "labels": "dateline.server.headers.labels", "max_age": 15}
        settings.PRESS_EPOCH = "tests.press.paper.epoch"
        settings.PRESS_STORE = {**told, "bucket": {**where, "aside": ("static/",)}}
        settings.PRESS_DESIGN = {
            "folder": str(tmp_path / "static"),
            "keys": "static/",
            "keep": "tests.press.test_generations.todays",
        }
        yield emptied(endpoint, "pier")
    bucket.bucket_store.cache_clear()
    paper.design[0] = "first"


def keys(asking: Any) -> set[str]:
    return {row["Key"] for row in asking.list_objects_v2(Bucket="pier").get("Contents", ())}


def test_both_designs_lie_in_the_bucket_until_a_week_after_the_sweep(
    asking: Any, shelf: press.MemoryStore, hand: Clock
) -> None:
    generations.begin()
    press.run(store=shelf)
    another_design()
    press.run(store=shelf)
    assert keys(asking) == {FIRST, SECOND}
    got = asking.get_object(Bucket="pier", Key=FIRST)
    assert (got["Body"].read(), got["ContentType"]) == (b"first", "image/svg+xml")
    assert got["CacheControl"] == "public, max-age=31536000, immutable"

    generations.step()
    asking.put_object(Bucket="pier", Key="static/notes.txt", Body=b"somebody's")
    hand.go(7 * DAY)
    generations.step()

    assert keys(asking) == {SECOND, "static/notes.txt"}
    assert press.store().paths() == set()


def test_what_lies_in_the_bucket_is_not_put_again(asking: Any) -> None:
    generations.begin()
    before = asking.head_object(Bucket="pier", Key=FIRST)["LastModified"]

    generations.begin()

    assert asking.head_object(Bucket="pier", Key=FIRST)["LastModified"] == before


def test_a_bucket_that_is_not_there_is_one_line_and_pages_are_pressed(
    asking: Any, shelf: press.MemoryStore, caplog: pytest.LogCaptureFixture
) -> None:
    asking.delete_bucket(Bucket="pier")

    assert another_design()
    press.run(store=shelf)

    assert [each.getMessage() for each in caplog.records] == [
        line for line in caplog.messages if "make the bucket, or mend s3.bucket" in line
    ]
    assert len(caplog.records) == 1
    assert generations.step() == 0
