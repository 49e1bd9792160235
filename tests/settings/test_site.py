import re
import subprocess
import sys

import pytest

from dateline.lib.reserved import FIRST_PARTS
from dateline.settings.errors import SettingsError
from dateline.settings.reading import read_site
from dateline.settings.schema import EDITION, SETTINGS
from tests.paths import ROOT

TWO = """
[site]
name = "The Pier"
zone = "Europe/London"

[[edition]]
code = "en"
locale = "en-GB"

[[edition]]
code = "world"
locale = "en-001"
brand = "The Pier Abroad"
"""


def read(tmp_path, text, **environment):
    file = tmp_path / "dateline.toml"
    file.write_text(text, encoding="utf-8")
    return read_site(tmp_path, environment=environment, file=file)


def refusal(tmp_path, text, **environment):
    with pytest.raises(SettingsError) as raised:
        read(tmp_path, text, **environment)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_site_without_a_file_has_two_editions(tmp_path):
    site = read_site(tmp_path, environment={}, file=None)

    assert [edition.code for edition in site.editions] == ["en", "uk"]
    assert site.zone == "Europe/Kyiv"
    assert site.newsroom_address == "http://localhost:8001/newsroom/"


def test_an_edition_takes_brand_and_zone_from_the_site(tmp_path):
    site = read(tmp_path, TWO)

    assert site.editions[0].brand == "The Pier"
    assert site.editions[1].brand == "The Pier Abroad"
    assert {edition.zone for edition in site.editions} == {"Europe/London"}


def test_two_editions_of_one_language_have_locales_of_their_own(tmp_path):
    site = read(tmp_path, TWO)

    assert [edition.language for edition in site.editions] == ["en-gb", "en-001"]


def test_a_right_to_left_language_runs_so_by_itself(tmp_path):
    site = read(tmp_path, '[[edition]]\ncode = "ar"\nlocale = "ar-EG"\n')

    assert site.editions[0].direction == "rtl"
    assert site.editions[0].name == "العربية"


def test_the_environment_wins_over_the_file(tmp_path):
    site = read(
        tmp_path,
        TWO,
        DATELINE_SITE_NAME="Another",
        DATELINE_SERVER_PORT="9000",
        DATELINE_SITE_PUBLIC="yes",
        DATELINE_SERVER_HOSTS="a.example, b.example",
        DATELINE_EDITION_WORLD_TAGLINE="Far away",
    )

    assert (site.name, site.port, site.public) == ("Another", 9000, True)
    assert site.server.hosts == ("a.example", "b.example")
    assert site.editions[1].tagline == "Far away"


SAMPLES = {"yesno": "true", "list": "uk, pl", "text": "https://pier.example"}
ODD = {
    "site.package": "pier",
    "site.zone": "Europe/Paris",
    "site.default_edition": "uk",
    "log.level": "debug",
}
ODD |= {"press.store": "s3", "media.store": "s3", "s3.guard": "false", "cdn.kind": "http"}
ODD |= {"cdn.addresses": "http://127.0.0.1:6081"}
NEEDED = {"s3": '[s3]\nbucket = "pier"\n', "http": '[cdn]\naddresses = ["http://pier"]\n'}


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_read_from_its_variable(tmp_path, setting):
    sample = ODD.get(setting.name) or SAMPLES.get(setting.kind) or str(setting.least + 2)

    text = NEEDED.get(sample, "")

    assert read(tmp_path, text, **{setting.variable: sample}) != read(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[site]\nnmae = "x"\n', "unknown key site.nmae; did you mean name?"),
        ("[sever]\nport = 1\n", "unknown section [sever]; did you mean server?"),
        ('[server]\nport = "8000"\n', "server.port must be a whole number, not '8000'"),
        ("[server]\nport = 70000\n", "server.port must lie between 1 and 65533"),
        ("[site]\npublic = 1\n", "site.public must be true or false, not 1"),
        ('[site]\nzone = "Europe/Kyev"\n', "no time zone 'Europe/Kyev'; did you mean Europe/Kyiv?"),
        ('[edition]\ncode = "en"\n', "write [[edition]]"),
        ('[[edition]]\ncode = "En"\nlocale = "en"\n', "edition.code 'En'"),
        ('[[edition]]\ncode = "newsroom"\nlocale = "en"\n', "edition.code 'newsroom'"),
        ('[[edition]]\ncode = "en"\nlocale = "english!"\n', "locale 'english!'"),
        ('[[edition]]\ncode = "en"\nlocale = "en"\ndirection = "up"\n', "ltr or rtl"),
        ('[site]\ndefault_edition = "fr"\n', "site.default_edition 'fr'"),
        ('[site]\naddress = "news.example"\n', "site.address must begin with https://"),
        ('[log]\nlevel = "loud"\n', "log.level must be one of"),
        ('[cdn]\nkind = "squid"\n', "cdn.kind must be one of http, cloudflare, cloudfront"),
        ('[cdn]\nkind = "http"\n', "cdn.kind is http: give cdn.addresses as well"),
        ('[cdn]\nkind = "cloudflare"\nzone = "z"\n', "give cdn.token as well"),
        ('[cdn]\naddresses = ["cache:6081"]\n', "'cache:6081' is no http://host:port"),
        ('[cdn]\naddresses = ["http://cache:port"]\n', "'http://cache:port' is no http://host"),
        ("[site\n", "not TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path, text, said):
    line = refusal(tmp_path, text)

    assert said in line
    assert "dateline.toml" in line


def test_an_unknown_variable_of_a_section_is_refused(tmp_path):
    line = refusal(tmp_path, "", DATELINE_SERVER_PROT="1")

    assert "DATELINE_SERVER_PROT; did you mean DATELINE_SERVER_PORT?" in line


def test_an_unknown_edition_names_those_that_exist(tmp_path):
    site = read(tmp_path, TWO)

    with pytest.raises(SettingsError, match="no edition 'fr'.*: en, world"):
        site.edition("fr")


def test_a_site_without_a_secret_key_says_where_it_belongs(tmp_path):
    site = read(tmp_path, TWO)

    with pytest.raises(SettingsError, match=r"secret\.key cannot be read"):
        _ = site.secret_key


def test_reading_a_site_imports_no_django():
    code = (
        "import sys, dateline.settings.site as s; s.load_site(None); print('django' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("setting", [*SETTINGS, *EDITION], ids=lambda setting: setting.name)
def test_every_setting_stands_in_the_reference(setting):
    text = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")

    (row,) = re.findall(rf"^\|[^|\n]*`{setting.name}`[^|\n]*\| (.*?) \| (.*?) \|$", text, re.M)
    default = setting.default
    said = str(default).lower() if isinstance(default, bool) else str(default)
    assert not default or row[0] == f"`{said}`"
    assert row[1]


def test_the_reference_names_what_no_edition_may_be_called():
    text = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^\| `edition.code` .*Not (.*?) \|$", text, re.M)

    assert set(re.findall(r"`(\w+)`", line)) == FIRST_PARTS
