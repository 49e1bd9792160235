"""Tell what a bucket's refusal means: of one sheet, of all, or of a writer who came late."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from botocore.exceptions import BotoCoreError, ClientError

from dateline.press.errors import StoreDown, StoreFailed, StoreOvertaken

OVERTAKEN = {"PreconditionFailed", "ConditionalRequestConflict", "412", "409"}
OF_THE_SHEET = {"KeyTooLongError", "EntityTooLarge", "InvalidURI", "InvalidArgument"}
REMEDY = {
    "NoSuchBucket": "make the bucket, or mend s3.bucket",
    "404": "make the bucket, or mend s3.bucket",
    "AccessDenied": "the key must be allowed to list, get, put and delete there",
    "403": "the key must be allowed to list, get, put and delete there",
    "InvalidAccessKeyId": "mend s3.key_id",
    "SignatureDoesNotMatch": "mend s3.secret_key",
    "RequestTimeTooSkewed": "set this machine's clock",
    "AuthorizationHeaderMalformed": "mend s3.region",
    "PermanentRedirect": "mend s3.region or s3.endpoint",
    "NotImplemented": "the server knows no conditional writing: set s3.guard to false",
}


def code(why: ClientError) -> str:
    """Return S3's word for what is wrong, or the status where it has none."""
    return str(why.response.get("Error", {}).get("Code", ""))


@contextlib.contextmanager
def translated(place: str, path: str) -> Iterator[None]:
    """Turn what the client raises into StoreFailed, StoreOvertaken or StoreDown, with a remedy."""
    try:
        yield
    except ClientError as why:
        word = code(why)
        absent = word == "NoSuchKey" and why.operation_name != "GetObject"
        said = f"{place} refuses {path or 'to be listed'}: {_words(why)}"
        if word in OVERTAKEN or absent:
            raise StoreOvertaken(said, path) from why
        if word in OF_THE_SHEET:
            raise StoreFailed(said, path) from why
        remedy = REMEDY.get(word, "")
        raise StoreDown(f"{said}; {remedy}" if remedy else said, path) from why
    except BotoCoreError as why:
        remedy = "see to the network, s3.endpoint and the server"
        if type(why).__name__ in ("NoCredentialsError", "PartialCredentialsError"):
            remedy = "set s3.key_id and s3.secret_key"
        raise StoreDown(f"{place} cannot be reached: {why}; {remedy}", path) from why


def _words(why: ClientError) -> str:
    error = why.response.get("Error", {})
    return f"{error.get('Code', '')} {error.get('Message', '')}".strip()
