"""Caches before the site: a real Varnish, and CDNs by their own protocols."""

import json
import ssl
import subprocess
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
import pytest

from dateline.server import caches
from dateline.server.caches import HttpCache, Several
from dateline.settings.reading import read_site
from tests.browser.debian import program
from tests.ports import free_ports
from tests.press.caches import HOST, cache
from tests.press.storage import storage
from tests.server.processes import answers, ask, running
from tests.server.sheetwork import a_store, put
from tests.server.varnish import hit, varnish

CACHED = """[server]
port = {port}
recheck_ms = 0

[cdn]
kind = "http"
addresses = ["http://127.0.0.1:1"]
"""
PATHS = [f"/en/{number}/" for number in range(40)]


@pytest.fixture
def near():
    with cache() as made:
        yield made


def test_every_address_is_purged_once_over_few_connections(near):
    failed = HttpCache(near.address, HOST).purge(PATHS, 5)

    assert failed == {}
    assert near.taken() == sorted(PATHS)
    assert near.hosts == {HOST}
    assert near.connections == 8


def test_an_address_is_purged_as_browsers_ask_for_it(near):
    HttpCache(near.address, HOST).purge(["/uk/тег/порт/", "/en/a b/"], 5)

    assert near.taken() == ["/en/a%20b/", "/uk/%D1%82%D0%B5%D0%B3/%D0%BF%D0%BE%D1%80%D1%82/"]


def test_a_cache_that_has_no_such_page_has_forgotten_it(near):
    near.refused = {"/a/": 404, "/b/": 412, "/c/": 405}

    failed = HttpCache(near.address, HOST).purge(["/a/", "/b/", "/c/"], 5)

    assert list(failed) == ["/c/"]
    assert failed["/c/"] == f"{near.address} answers 405 to PURGE: let it be sent from this machine"


def test_one_of_several_caches_that_fails_is_named_and_the_others_are_purged(near):
    dead = f"http://127.0.0.1:{free_ports()}"

    failed = Several([HttpCache(dead, HOST), HttpCache(near.address, HOST)]).purge(["/"], 5)

    assert near.taken() == ["/"]
    assert failed["/"].startswith(f"{dead} does not answer: ")


def test_a_cache_that_is_slow_is_waited_for_no_longer_than_said(near):
    near.slow = 0.3

    failed = HttpCache(near.address, HOST).purge(PATHS, 0.5)

    assert 0 < len(failed) < len(PATHS)
    assert len(near.taken()) >= len(PATHS) - len(failed)


@pytest.fixture
def before(tmp_path):
    """Serve a site through Varnish; yields its port and site."""
    port = free_ports()
    (tmp_path / "dateline.toml").write_text(CACHED.format(port=port))
    a_store(tmp_path)
    with running(tmp_path, "--readers-only", port=port):
        answers(port)
        with varnish(tmp_path) as cached:
            yield cached, tmp_path


def seen(port, path, **headers):
    return ask(port, path, Host="localhost", Accept_Encoding="gzip", **headers)


def test_varnish_keeps_pages_long_and_forgets_the_one_it_is_told_to(before):
    port, site = before
    for path in ("/en/", "/uk/", "/en/"):
        seen(port, path)
    put(site / "var" / "sheets", "en.html", "<title>New</title>")
    put(site / "var" / "sheets", "uk.html", "<title>Нове</title>")
    kept = seen(port, "/en/")

    failed = HttpCache(f"http://127.0.0.1:{port}", "localhost").purge(["/en/", "/none/"], 5)

    assert failed == {}
    assert hit(kept[1])
    assert "s-maxage=3600" in kept[1]["cache-control"]
    fresh = seen(port, "/en/", If_None_Match=kept[1]["etag"])
    assert (fresh[0], hit(fresh[1])) == (200, False)
    assert hit(seen(port, "/uk/")[1])
    assert hit(seen(port, "/en/?utm=1")[1])


def test_what_no_sheet_names_is_kept_by_varnish_for_a_second_at_most(before):
    port, _site = before

    for path, status in (("/en/none/", 404), ("/en/2026/11/22/wrong-k3f/", 301)):
        found, headers, _body = seen(port, path)

        assert found == status
        assert "s-maxage=1" in headers["cache-control"].split(", ")


def test_varnish_lets_strangers_purge_nothing(before, tmp_path):
    _port, site = before
    with varnish(site, "--purger", "192.0.2.7") as other:
        failed = HttpCache(f"http://127.0.0.1:{other}", "localhost").purge(["/en/"], 5)

    assert "answers 405 to PURGE" in failed["/en/"]


def of_settings(folder, **cdn):
    """Return the way to a CDN by a site's settings."""
    told = {f"DATELINE_CDN_{name.upper()}": value for name, value in cdn.items()}
    told["DATELINE_SITE_ADDRESS"] = "https://pier.example"
    return caches.of_site(read_site(folder, environment=told, file=None))


def test_cloudfront_is_given_the_paths_in_one_invalidation(tmp_path, monkeypatch):
    with storage() as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL_CLOUDFRONT", endpoint)
        monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")  # wanted for another endpoint alone
        keys = {"key_id": "rosa", "secret_key": "not so secret"}
        cdn = of_settings(tmp_path, kind="cloudfront", distribution="E1PIER", **keys)
        asking = boto3.client("cloudfront", "us-east-1", **aws(keys))

        unknown = cdn.purge(["/"], 5)
        cdn.client.cloudfront_distribution_id = a_distribution(asking)
        failed = cdn.purge(["/", "/en/тег/"], 5)
        [made] = invalidations(asking, cdn.client.cloudfront_distribution_id)

    assert failed == {}
    assert sorted(made["Paths"]["Items"]) == ["/", "/en/%D1%82%D0%B5%D0%B3/"]
    assert "NoSuchDistribution" in unknown["/"]


def aws(keys):
    return {"aws_access_key_id": keys["key_id"], "aws_secret_access_key": keys["secret_key"]}


def a_distribution(asking):
    ports = {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"}
    origin = {"Id": "pier", "DomainName": "pier.example", "CustomOriginConfig": ports}
    made = asking.create_distribution(
        DistributionConfig={
            "CallerReference": "1",
            "Comment": "",
            "Enabled": True,
            "Origins": {"Quantity": 1, "Items": [origin]},
            "DefaultCacheBehavior": {
                "TargetOriginId": "pier",
                "ViewerProtocolPolicy": "allow-all",
                "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}},
                "MinTTL": 0,
            },
        }
    )
    return made["Distribution"]["Id"]


def invalidations(asking, distribution):
    listed = asking.list_invalidations(DistributionId=distribution)["InvalidationList"]["Items"]
    return [
        asking.get_invalidation(DistributionId=distribution, Id=one["Id"])["Invalidation"][
            "InvalidationBatch"
        ]
        for one in listed
    ]


class Cloudflare(BaseHTTPRequestHandler):
    """A proxy that answers for api.cloudflare.com itself, over TLS."""

    asked: list = []
    status, told = 200, {"success": True, "errors": []}

    def do_CONNECT(self):
        self.send_response(200)
        self.end_headers()
        self.connection = self.server.tls.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", 0)
        self.close_connection = False

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((self.path, self.headers["Authorization"], body["files"]))
        self.send_response(self.status)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(json.dumps(self.told).encode())
        self.close_connection = True

    def log_message(self, *_words):
        """Say nothing."""


@contextmanager
def answering_for_cloudflare(folder, monkeypatch):
    """Stand where the library believes Cloudflare to be; yields what is asked of it."""
    command = "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2"
    name = "api.cloudflare.com"
    subprocess.run(
        [program("openssl", package="openssl"), *command.split(), "-subj", f"/CN={name}"]
        + ["-addext", f"subjectAltName=DNS:{name}"],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    server = ThreadingHTTPServer(("127.0.0.1", free_ports()), Cloudflare)
    server.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.tls.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(folder / "cert.pem"))
    monkeypatch.setattr(Cloudflare, "asked", [])
    try:
        yield Cloudflare.asked
    finally:
        server.shutdown()
        server.server_close()


def test_cloudflare_is_given_whole_addresses_thirty_at_a_time(tmp_path, monkeypatch):
    cdn = of_settings(tmp_path, kind="cloudflare", zone="z1", token="t0")

    with answering_for_cloudflare(tmp_path, monkeypatch) as asked:
        failed = cdn.purge(PATHS, 5)

    assert failed == {}
    assert [(path, token) for path, token, _files in asked] == [
        ("/client/v4/zones/z1/purge_cache", "Bearer t0")
    ] * 2
    files = [one for _path, _token, some in asked for one in some]
    assert files == [f"https://pier.example{path}" for path in PATHS]


def test_what_cloudflare_refuses_is_told_and_stays_owed(tmp_path, monkeypatch, caplog):
    cdn = of_settings(tmp_path, kind="cloudflare", zone="z1", token="old")
    refusal = {"success": False, "errors": [{"message": "Authentication error"}]}

    with answering_for_cloudflare(tmp_path, monkeypatch):
        monkeypatch.setattr(Cloudflare, "told", refusal)
        failed = cdn.purge(["/", "/en/"], 5)

    assert failed.keys() == {"/", "/en/"}
    assert "Authentication error" in failed["/"]
    assert caplog.records == []


def test_a_cdn_out_of_reach_is_a_failure_and_no_traceback(tmp_path, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{free_ports()}")
    cdn = of_settings(tmp_path, kind="cloudflare", zone="z1", token="t0")

    failed = cdn.purge(["/"], 5)

    assert "CloudflareBackend: " in failed["/"]
