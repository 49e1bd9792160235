import gzip
import http.client
import shutil
import ssl
import subprocess
from contextlib import contextmanager
from pathlib import Path

import brotli
import pytest

from tests.browser.debian import install, program
from tests.cli.commands import dateline, refused
from tests.patience import PATIENCE, until
from tests.ports import free_ports
from tests.server.processes import answers, ask, running
from tests.server.sheetwork import HOME, a_store, put

TOML = """[server]
port = {port}

[[edition]]
code = "en"
locale = "en-GB"

[[edition]]
code = "uk"
locale = "uk-UA"
"""
NGINX = """daemon off; user root; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};
fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
include {folder}/site.conf; }}
"""
CRANE = "/en/2026/11/22/crane-moves-k3f/"


def a_site(folder, port):
    """Make a site of pages alone, with a picture."""
    (folder / "dateline.toml").write_text(TOML.format(port=port))
    a_store(folder)
    put(folder / "var" / "sheets", "en/latest.json", "{}")
    put(folder / "var" / "sheets", "_f/en/rail.html", "<section>News</section>")
    picture = folder / "var" / "media" / "crane-480-0a1b.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"RIFF" * 100)
    return folder


def printed(site, server, *options):
    """Return what `dateline deploy` prints."""
    done = dateline("--site", site, "deploy", server, *options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def nginx(site, *options):
    """Write nginx's files; return its command."""
    (site / "site.conf").write_text(printed(site, "nginx", *options))
    (site / "nginx.conf").write_text(NGINX.format(folder=site))
    return [program("nginx", "/usr/sbin/nginx", package="nginx"), "-c", str(site / "nginx.conf")]


def caddy(site, *options):
    """Write Caddy's file; return its command."""
    options_first = "{\n\tadmin off\n\tauto_https off\n}\n"
    (site / "Caddyfile").write_text(options_first + printed(site, "caddy", *options))
    found = program("caddy", package="caddy")
    return [found, "run", "--config", str(site / "Caddyfile"), "--adapter", "caddyfile"]


SERVERS = {"nginx": nginx, "caddy": caddy}


@contextmanager
def before(command, site):
    """Run a server that stands before the site until the block ends."""
    home = {"HOME": str(site), "XDG_DATA_HOME": str(site), "PATH": "/usr/sbin:/usr/bin:/bin"}
    with (site / "server.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=home)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture(scope="module", params=SERVERS)
def both(request, tmp_path_factory):
    """Serve a site through a server before it; yields its port, site and a switch for ours."""
    port, front = free_ports(), free_ports()
    site = a_site(tmp_path_factory.mktemp(request.param), port)
    command = SERVERS[request.param](site, "--no-tls", "--port", front)
    with before(command, site):
        until(lambda: ask(front, "/", Host="localhost")[0])
        yield front, site, port


@pytest.fixture(scope="module")
def up(both):
    """Serve with Dateline's own readers' server running behind."""
    front, site, port = both
    with running(site, "--readers-only", port=port):
        answers(port)
        yield front


def get(port, path, method="GET", **headers):
    headers.setdefault("Host", "localhost")
    headers.setdefault("Accept_Encoding", "gzip, br")
    return ask(port, path, method, **headers)


PAGES = [
    "/",
    "/en/",
    "/uk/",
    CRANE,
    "/_f/en/rail.html",
    "/en/feed.rss",
    "/en/feed.json",
    "/en/sitemap.xml",
    "/robots.txt",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_sheet_is_served_as_pressed_while_all_else_is_down(both, path):
    front, site, _port = both
    name = {"/": "/index.html"}.get(path, path[:-1] + ".html" if path.endswith("/") else path)

    status, headers, body = get(front, path)

    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert body == (site / "var" / "sheets" / f"{name[1:]}.gz").read_bytes()
    assert headers["etag"]
    assert headers["vary"] == "Accept-Encoding"
    assert "stale-if-error" in headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/en/", "text/html; charset=utf-8"),
        ("/en/feed.rss", "application/rss+xml; charset=utf-8"),
        ("/en/feed.json", "application/feed+json; charset=utf-8"),
        ("/en/latest.json", "application/json; charset=utf-8"),
        ("/en/sitemap.xml", "application/xml; charset=utf-8"),
        ("/en/withdrawn/", "text/html; charset=utf-8"),
        ("/media/crane-480-0a1b.webp", "image/webp"),
    ],
)
def test_every_file_has_its_media_type(both, path, kind):
    assert get(both[0], path)[1]["content-type"].lower() == kind


def test_a_validator_saves_the_body_there_too(both):
    mark = get(both[0], "/en/")[1]["etag"]

    status, _headers, body = get(both[0], "/en/", If_None_Match=mark)

    assert (status, body) == (304, b"")


def test_head_has_no_body_there_too(both):
    status, headers, body = get(both[0], "/en/", "HEAD")

    assert (status, body) == (200, b"")
    assert headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    "path", ["/en/", "/en/none/", "/media/crane-480-0a1b.webp", "/en/withdrawn/"]
)
def test_every_answer_is_safe_to_show_there_too(both, path):
    _status, headers, _body = get(both[0], path)

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["content-security-policy"] == "frame-ancestors 'none'"
    assert headers["x-robots-tag"] == "noindex"
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/en/withdrawn/", 410, "Withdrawn"),
        ("/en/none/", 404, "Not found"),
        ("/uk/none/", 404, "Не знайдено"),
        ("/none/", 404, "Nothing here"),
        ("/en/old/", 200, "Moved"),
        ("/en/404/", 404, "Not found"),
    ],
)
def test_what_is_gone_or_nowhere_is_said_while_all_else_is_down(both, path, status, said):
    found, headers, body = get(both[0], path)

    assert found == status
    assert said in gzip.decompress(body).decode()


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/en/old/", 301, CRANE),
        ("/en", 301, "/en/"),
        ("/en.html", 301, "/en/"),
        ("/index.html", 301, "/"),
        ("/en/2026/11/22/crane-stays-k3f/", 301, CRANE),
        ("/en/withdrawn/", 410, None),
        ("/en/none/", 404, None),
        ("/uk/none/", 404, None),
    ],
)
def test_our_own_server_answers_what_files_cannot(up, path, status, location):
    found, headers, _body = get(up, path)

    assert (found, headers.get("location")) == (status, location)
    assert headers["x-content-type-options"] == "nosniff"


def test_a_client_without_gzip_is_served_there_too(up):
    status, headers, body = get(up, "/en/", Accept_Encoding="identity")

    assert status == 200
    assert "content-encoding" not in headers
    assert body.decode() == HOME


@pytest.mark.parametrize(
    "path",
    [
        "/../dateline.toml",
        "/%2e%2e/%2e%2e/dateline.toml",
        "/en/old.redirect",
        "/en/withdrawn.gone",
        "/en.html.gz",
        "/.git/config",
        "/media/../private/secret.key",
        "/media/",
        "/media",
    ],
)
def test_no_other_file_is_served_there(both, path):
    (both[1] / "var" / "private").mkdir(exist_ok=True)
    (both[1] / "var" / "private" / "secret.key").write_text("secret")

    status, _headers, body = get(both[0], path, Accept_Encoding="identity")

    assert status in {301, 308, 400, 404}
    assert b"secret" not in body
    assert b"port =" not in body


def test_a_method_that_changes_things_is_refused_there(up):
    assert get(up, "/en/", "POST")[0] == 405


def test_a_new_and_a_withdrawn_sheet_are_seen_within_two_seconds(both):
    front, site, _port = both
    get(front, "/en/soon/")
    file = put(site / "var" / "sheets", "en/soon.html", "<p>soon</p>")

    until(lambda: get(front, "/en/soon/")[0] == 200)
    put(site / "var" / "sheets", "en/soon.gone", "<p>gone</p>")
    file.unlink()
    until(lambda: get(front, "/en/soon/")[0] == 410)


def with_brotli(server, site, *options):
    """Write a server's files for a site that stores brotli; return its command."""
    text = (site / "dateline.toml").read_text() + "\n[press]\nbrotli = true\n"
    (site / "dateline.toml").write_text(text)
    (site / "var" / "sheets" / "en.html.br").write_bytes(brotli.compress(HOME.encode()))
    command = SERVERS[server](site, *options)
    if server == "nginx":
        module = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
        if not module.exists():
            install("libnginx-mod-http-brotli-static")
        conf = site / "nginx.conf"
        conf.write_text(f"load_module {module};\n" + conf.read_text())
    return command


@pytest.mark.parametrize("server", SERVERS)
def test_brotli_is_sent_where_it_is_stored_and_taken(server, tmp_path):
    front = free_ports()
    site = a_site(tmp_path, free_ports())

    with before(with_brotli(server, site, "--no-tls", "--port", front), site):
        until(lambda: ask(front, "/", Host="localhost")[0])
        packed = get(front, "/en/")
        others = get(front, "/en/", Accept_Encoding="gzip"), get(front, "/uk/")

    assert packed[1]["content-encoding"] == "br"
    assert packed[1]["content-type"].lower() == "text/html; charset=utf-8"
    assert packed[1]["vary"] == others[0][1]["vary"] == "Accept-Encoding"
    assert brotli.decompress(packed[2]) == gzip.decompress(others[0][2]) == HOME.encode()
    assert packed[1]["etag"] != others[0][1]["etag"]
    assert [each[1]["content-encoding"] for each in others] == ["gzip", "gzip"]


@pytest.fixture
def certified(tmp_path):
    """Make a certificate for localhost."""
    command = "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2"
    subprocess.run(
        [program("openssl", package="openssl"), *command.split(), "-subj", "/CN=localhost"]
        + ["-addext", "subjectAltName=DNS:localhost"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    return tmp_path


@pytest.mark.parametrize("server", SERVERS)
def test_readers_and_editors_share_a_host_with_tls(server, certified):
    port, front = free_ports(), free_ports()
    site = a_site(certified, port)
    pair = ("--certificate", certified / "cert.pem", "--key", certified / "key.pem")
    (site / "dateline.toml").write_text(
        TOML.format(port=port).replace(
            "[server]\n", f'[server]\nnewsroom_address = "https://localhost:{front}"\n'
        )
        + f'\n[site]\naddress = "https://localhost:{front}"\npublic = true\n'
    )
    trusted = ssl.create_default_context(cafile=certified / "cert.pem")

    def over_tls(path):
        connection = http.client.HTTPSConnection(
            "localhost", front, timeout=PATIENCE, context=trusted
        )
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        return answer

    with before(SERVERS[server](site, *pair, "--port", front), site):
        home = until(lambda: over_tls("/en/"))
        assert home.status == 200
        assert home.getheader("Strict-Transport-Security") == "max-age=31536000"
        assert home.getheader("X-Robots-Tag") is None
        assert over_tls("/newsroom").getheader("Location") == "/newsroom/"
        assert over_tls("/newsroom/").status == 502


def test_units_keep_the_site_up_and_look_it_over(tmp_path):
    site = a_site(tmp_path, 8000)

    units = printed(site, "systemd", "--user", "news")

    assert f"--site {site} run" in units
    assert "User=news" in units
    assert "OnCalendar=" in units


def test_systemd_itself_accepts_the_units(tmp_path, leave_out):
    verify = shutil.which("systemd-analyze")
    if verify is None:
        leave_out("systemd's own look at the units: systemd-analyze is not installed")
        return
    site = a_site(tmp_path, 8000)

    done = dateline("--site", site, "deploy", "systemd", "--user", "root", "--into", site)
    seen = subprocess.run(
        [verify, "verify", *done.stdout.split()], capture_output=True, text=True, check=False
    )

    assert [line for line in seen.stderr.splitlines() if "dateline" in line] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nginx", "--certificate", "x.pem"], "--certificate and --key go together"),
        (["caddy", "--no-tls", "--certificate", "x", "--key", "y"], "--no-tls needs no"),
    ],
)
def test_a_wish_that_contradicts_itself_is_wrong_usage(tmp_path, words, said):
    a_site(tmp_path, 8000)

    assert said in refused(dateline("--site", tmp_path, "deploy", *words), status=2)


def test_a_folder_for_units_that_is_none_is_one_line(tmp_path):
    site = a_site(tmp_path, 8000)

    line = refused(dateline("--site", site, "deploy", "systemd", "--into", Path("/none/there")))

    assert "cannot be written: No such file or directory" in line
