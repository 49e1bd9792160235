"""Statements keep their uid through drafts and publications of the real form."""

from dateline.chronology import actions
from dateline.chronology.models import Entry, Statement
from tests.cast import NOON, a_story, an_agent, an_entry, ed
from tests.newsroom.forms import add_row, opened, refusals, sent


def _uids(entry):
    """Return the statements' uids as the latest version holds them."""
    latest = Entry.objects.get(pk=entry.pk).get_latest_revision_as_object()
    return {one.text["en"]: one.uid for one in latest.statements.all()}


def _add_statement(fields, text, agent):
    row = add_row(fields, "statements", text_en=text, text_uk="", act="says", form="indirect")
    extra = {
        "genre": "claim",
        "standing": "claimed",
        "standing_note_en": "",
        "standing_note_uk": "",
        "uid": "",
    }
    extra |= {"hedge_en": "", "hedge_uk": "", "said_when": "", "holds_until": ""}
    fields.update({f"{row}-{name}": value for name, value in extra.items()})
    _add_source(fields, row, agent)
    return row


def _add_source(fields, row, agent):
    fields[f"{row}-attributions-TOTAL_FORMS"] = "0"
    words = {
        f"{name}_{n}": ""
        for name in ("named_as", "unnamed_as", "unnamed_reason")
        for n in ("en", "uk")
    }
    add_row(
        fields,
        f"{row}-attributions",
        role="speaker",
        agent=agent.pk,
        url="",
        **words,
    )


def test_the_template_of_a_new_row_holds_no_uid(desk):
    page = desk.get("/newsroom/chronology/add/")

    assert b'name="statements-__prefix__-uid"' in page.content
    row = page.content.split(b'name="statements-__prefix__-uid"')[1].split(b">")[0]
    assert b"value" not in row


def test_two_statements_added_at_once_to_a_live_entry_differ_and_stay(desk):
    entry = actions.publish(an_entry(a_story()), by=ed(), at=NOON)
    fields = opened(desk, Entry, "edit", entry.pk)
    _add_statement(fields, "Two were hurt.", an_agent())
    _add_statement(fields, "Nobody was hurt.", an_agent("Port police"))

    page = sent(desk, Entry, "edit", entry.pk, fields=fields)
    assert page.status_code == 302, refusals(page)
    first = _uids(entry)
    for _time in range(2):
        fields = opened(desk, Entry, "edit", entry.pk)
        assert sent(desk, Entry, "edit", entry.pk, fields=fields).status_code == 302
    drafted = _uids(entry)
    fields = opened(desk, Entry, "edit", entry.pk)
    sent(desk, Entry, "edit", entry.pk, fields=fields, action="publish")

    assert len(set(first.values())) == 3
    assert drafted == first
    assert {one.text["en"]: one.uid for one in Statement.objects.filter(entry=entry)} == first


def test_uids_of_a_new_entry_stay_from_its_first_draft_to_a_second_publication(desk):
    fields = opened(desk, Entry, "add")
    fields.update({"when": "1 March 2026", "story_links-0-story": str(a_story().pk)})
    _add_statement(fields, "Two were hurt.", an_agent())
    _add_statement(fields, "Nobody was hurt.", an_agent("Port police"))
    page = sent(desk, Entry, "add", fields=fields)
    assert page.status_code == 302, refusals(page)
    entry = Entry.objects.get()
    first = _uids(entry)

    for action in ("", "publish", "", "publish"):
        fields = opened(desk, Entry, "edit", entry.pk)
        assert sent(desk, Entry, "edit", entry.pk, fields=fields, action=action).status_code == 302

    assert len(set(first.values())) == 2
    assert _uids(entry) == first


def test_an_autosave_tells_the_open_page_the_uid_it_settled_on(desk):
    entry = actions.publish(an_entry(a_story()), by=ed(), at=NOON)
    fields = opened(desk, Entry, "edit", entry.pk)
    row = _add_statement(fields, "Two were hurt.", an_agent())
    address = f"/newsroom/chronology/edit/{entry.pk}/"

    answer = desk.post(address, fields, headers={"Accept": "application/json"}).json()
    fields.update(answer["field_updates"])
    fields["overwrite_revision_id"] = str(answer["revision_id"])
    told = fields[f"{row}-uid"]
    again = desk.post(address, fields, headers={"Accept": "application/json"})

    assert again.json()["success"]
    assert str(_uids(entry)["Two were hurt."]) == told


def test_an_older_version_published_again_brings_back_the_same_uids(desk):
    entry = actions.publish(an_entry(a_story()), by=ed(), at=NOON)
    old, before = entry.live_revision, _uids(entry)
    fields = opened(desk, Entry, "edit", entry.pk)
    fields["statements-0-DELETE"] = "1"
    fields["text_en"] = "The fire began at six."
    sent(desk, Entry, "edit", entry.pk, fields=fields, action="publish")
    assert not Statement.objects.filter(entry=entry)

    fields = opened(desk, Entry, "revisions_revert", entry.pk, old.pk)
    page = sent(desk, Entry, "revisions_revert", entry.pk, old.pk, fields=fields, action="publish")
    assert page.status_code == 302, refusals(page)

    assert _uids(entry) == before
    assert Statement.objects.get(entry=entry).uid == before["The fire began."]
