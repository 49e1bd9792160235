"""What becomes of a site in a language that readers' pages do not speak."""

from tests.cli.commands import dateline, refused


def test_init_refuses_an_edition_without_words_and_makes_nothing(tmp_path):
    line = refused(dateline("init", tmp_path / "pier", "--language", "en-GB,de-DE"))

    assert "an edition in de-DE cannot be published" in line
    assert "“Advertisement”, “Breaking”, “Live”" in line
    assert line.count("“") == 10
    assert "locale/de/LC_MESSAGES/readers.po" in line
    assert "docs/howto/add-a-language.md" in line
    assert not (tmp_path / "pier").exists()


def test_press_and_run_refuse_a_new_edition_without_words(site):
    table = '\n[[edition]]\ncode = "de"\nlocale = "de-DE"\n'
    settings = site / "dateline.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("\n[server]", f"{table}\n[server]"), encoding="utf-8")

    for command in ("press", "run"):
        line = refused(dateline("--site", site, command))
        assert "an edition in de-DE cannot be published" in line
    assert not (site / "var/sheets/de").exists()
