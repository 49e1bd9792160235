import json

from tests.cli.commands import dateline, refused


def test_a_person_is_added_with_a_role_and_a_password_made(site):
    done = dateline("--site", site, "user", "add", "rosa", "--name", "Rosa Lind")

    assert done.stdout.startswith("Added rosa (reporter), password ")
    listed = json.loads(dateline("--site", site, "user", "list", "--json").stdout)
    assert [(one["name"], one["roles"]) for one in listed] == [
        ("ed", ["administrator"]),
        ("rosa", ["reporter"]),
    ]


def test_a_person_who_is_there_is_not_added_again(site):
    line = refused(dateline("--site", site, "user", "add", "ed"))

    assert "there is a user ed already" in line


def test_a_weak_password_is_refused(site):
    line = refused(dateline("--site", site, "user", "add", "oz", "--password", "password"))

    assert "--password: This password is too common." in line


def test_a_password_is_changed(site):
    done = dateline("--site", site, "user", "password", "ed", "--password", "lamp-otter-seven")

    assert (done.returncode, done.stdout) == (0, "Changed the password of ed\n")
    assert "no user nobody" in refused(dateline("--site", site, "user", "password", "nobody"))
