"""A real server of object storage on this machine, and stores in buckets of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import boto3
from moto.server import ThreadedMotoServer

from dateline.press.stores.bucket import Bucket, S3Store
from dateline.server.headers import labels
from tests.ports import free_ports

KEYS = {"key_id": "rosa", "secret": "not so secret"}


@contextmanager
def storage(port: int = 0) -> Iterator[str]:
    """Serve object storage until the block ends; yields its endpoint."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    port = port or free_ports()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.stop()


def client(endpoint: str) -> Any:
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=KEYS["key_id"],
        aws_secret_access_key=KEYS["secret"],
    )


def emptied(endpoint: str, name: str) -> Any:
    """Make a bucket, or empty the one that is there; return a client."""
    asking = client(endpoint)
    asking.create_bucket(Bucket=name)
    for row in asking.list_objects_v2(Bucket=name).get("Contents", ()):
        asking.delete_object(Bucket=name, Key=row["Key"])
    return asking


def in_bucket(endpoint: str, name: str, **more: Any) -> S3Store:
    told = {"endpoint": endpoint, "region": "us-east-1", **KEYS, **more}
    return S3Store(Bucket(name, **told), labels=partial(labels, max_age=15))
