import pytest

from tests.cli.commands import dateline, refused


def test_a_command_of_django_acts_on_the_site(site):
    code = """
from dateline.staff.models import Edition
print(sorted(Edition.objects.values_list("code", flat=True)))
"""

    done = dateline("--site", site, "django", "shell", "--no-imports", "-c", code)

    assert done.stdout.strip() == "['en', 'uk']", done.stderr


def test_options_go_to_the_command_and_not_to_dateline(site):
    done = dateline("--site", site, "django", "showmigrations", "--plan", "stories")

    assert "[X]  stories.0001_initial" in done.stdout


def test_a_command_without_a_site_has_the_settings_of_a_new_one(tmp_path):
    done = dateline("django", "diffsettings", cwd=tmp_path)

    assert "DATABASES" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_failing_command_fails(site):
    assert dateline("--site", site, "django", "check", "--tag", "nonsense").returncode == 1


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("migrate", "dateline upgrade"),
        ("runserver", "dateline run"),
        ("createsuperuser", "user add"),
    ],
)
def test_what_dateline_does_better_is_named(site, name, remedy):
    assert remedy in refused(dateline("--site", site, "django", name))
