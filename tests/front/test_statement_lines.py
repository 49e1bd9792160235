"""What readers see of statements: a line each, with its owner, its status and its reason."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import lxml.html
import pytest

from dateline.agents.models import Agent, AgentRole
from dateline.chronology import actions as chronology
from dateline.chronology.models import Attribution, Relation, Statement
from dateline.stories import actions
from tests import cast
from tests.front.edits import LATER
from tests.front.pressroom import Pressroom, built, room  # noqa: F401
from tests.front.town import Town

pytestmark = pytest.mark.django_db
STORY, BOARD = "/en/story/fire/", "/en/story/fire/source/harbour-board/"
CLAIM, DENIAL = UUID(int=101 << 96), UUID(int=300 << 96)
REASON = "He is a witness."


def page(room: Pressroom, path: str = STORY) -> lxml.html.HtmlElement:  # noqa: F811
    """Return a pressed page as a tree."""
    return lxml.html.document_fromstring(room.store.files[path].decode())


def line(room: Pressroom, uid: UUID, path: str = STORY) -> lxml.html.HtmlElement:  # noqa: F811
    """Return the line of a statement."""
    return page(room, path).get_element_by_id(f"s-{str(uid)[:8]}")


def said(element: lxml.html.HtmlElement, of: str) -> str:
    """Return the text of the first element of a class."""
    found = element.xpath(f".//*[contains(concat(' ', @class, ' '), ' {of} ')]")
    return " ".join(found[0].text_content().split()) if found else ""


def add(town: Town, number: int = 1, **fields: object) -> None:
    """Add a statement of a contractor who is not named to an entry of the fire."""
    kept = {"uid": DENIAL, "text": {"en": "no tool was in use"}, "position": 1, "act": "denies"}
    statement = Statement(**(kept | fields))
    statement.attributions = [
        Attribution(unnamed_as={"en": "the contractor"}, unnamed_reason={"en": REASON}),
    ]
    entry = town.entry(number)
    entry.statements = [*entry.statements.all(), statement]
    chronology.publish(entry, by=None, at=LATER)


def judge(town: Town, standing: str, note: str) -> None:
    """Let what the board said stand as an editor has it."""
    entry = town.entry(0)
    statement = entry.statements.get()
    statement.standing, statement.standing_note = standing, {"en": note}
    entry.statements = [statement]
    chronology.publish(entry, by=None, at=LATER)


def denied(town: Town) -> None:
    """Let the contractor deny what the board said."""
    add(town)
    chronology.relate(DENIAL, CLAIM, "denies", by=None, at=LATER)
    judge(town, "denied", "Nobody has shown a tool.")


def test_a_line_says_who_what_how_it_stands_and_why(room: Pressroom) -> None:  # noqa: F811
    room.after(lambda town: judge(town, "confirmed", "Own verification: we saw it."))
    found = line(room, CLAIM)

    assert [one.tag for one in found] == ["p", "p"]
    assert [one.get("class") for one in found[0]] == ["sts-who", "sts-what"]
    assert said(found, "sts-who") == "Harbour Board"
    assert said(found, "sts-what").startswith("says: The fire began, ")
    assert said(found, "sts-how") == "Confirmed We saw it."


def test_denied_names_who_denies_and_leads_to_the_denial(room: Pressroom) -> None:  # noqa: F811
    room.after(denied)
    status = line(room, CLAIM).xpath(".//a[contains(@class, 'st-denied')]")[0]

    assert status.text_content() == "Denied by the contractor, not named"
    assert status.get("href") == f"{STORY}#s-{str(DENIAL)[:8]}"
    assert said(line(room, DENIAL), "sts-who") == "The contractor, not named: He is a witness"
    assert said(line(room, DENIAL), "sts-what") == "denies: no tool was in use."


def test_a_denial_that_readers_cannot_see_denies_nothing(room: Pressroom) -> None:  # noqa: F811
    room.after(denied)
    hold = lambda town: actions.hold(  # noqa: E731
        town.entry(1), kind="legal", reason="A letter.", by=None, at=LATER
    )

    changed = room.after(hold)

    assert STORY in changed
    assert said(line(room, CLAIM), "sts-how") == "Claim"


def test_a_page_follows_when_a_relation_goes(room: Pressroom) -> None:  # noqa: F811
    room.after(denied)

    changed = room.after(lambda _town: Relation.objects.get(kind="denies").delete())

    assert {STORY, BOARD} <= changed
    assert "Denied" not in line(room, CLAIM).text_content()


def test_a_page_follows_when_the_denial_is_taken_out_of_its_entry(
    room: Pressroom,  # noqa: F811
) -> None:
    def take_out(town: Town) -> None:
        entry = town.entry(1)
        entry.statements = [one for one in entry.statements.all() if one.uid != DENIAL]
        chronology.publish(entry, by=None, at=LATER)

    room.after(denied)
    room.after(take_out)

    assert said(line(room, CLAIM), "sts-how") == "Claim"


def test_refuted_gives_its_proof(room: Pressroom) -> None:  # noqa: F811
    room.after(lambda town: judge(town, "refuted", "own verification: the gate's record."))

    assert said(line(room, CLAIM), "sts-how") == "Refuted Proof: the gate’s record."


def test_no_comment_names_who_declines(room: Pressroom) -> None:  # noqa: F811
    room.after(lambda town: add(town, act="declines", text={"en": "the letter"}))
    found = line(room, DENIAL)

    assert said(found, "sts-what") == "declines to comment on the letter."
    assert said(found, "sts-who").startswith("The contractor")
    assert said(found, "sts-how") == "No comment"


def test_versions_that_differ_lead_into_their_fold(room: Pressroom) -> None:  # noqa: F811
    def differ(town: Town) -> None:
        other = town.entry(1).statements.get().uid
        chronology.relate(CLAIM, other, "contradicts", by=None, at=LATER)
        judge(town, "disputed", "One of two.")

    room.after(differ)
    tree = page(room)
    address = line(room, CLAIM).xpath(".//a[contains(@class, 'st-differ')]/@href")[0]

    path, anchor = address.split("#")
    assert path == STORY
    assert tree.get_element_by_id(anchor).getparent().tag == "details"


def test_a_role_no_longer_held_is_told_as_past(room: Pressroom) -> None:  # noqa: F811
    def retire(town: Town) -> None:
        board = Agent.objects.get(pk=town.board)
        title, ended = {"en": "keeper of the quay"}, date(2026, 3, 2)
        board.roles = [AgentRole(title=title, start=date(2020, 1, 1), end=ended)]
        board.save()

    room.after(retire)

    assert said(line(room, CLAIM), "sts-who") == "Harbour Board, then keeper of the quay"


def test_the_original_is_marked_where_a_language_lacks_the_words(
    room: Pressroom,  # noqa: F811
) -> None:
    room.after(denied)
    found = line(room, CLAIM, "/uk/story/fire-uk/")

    assert found.xpath(".//*[@lang='en']//text()")
    assert "Заперечення: the contractor, без імені" in found.text_content()


def test_a_source_has_a_page_of_its_own_words_and_title(room: Pressroom) -> None:  # noqa: F811
    room.after(denied)
    tree = page(room, BOARD)

    assert tree.findtext(".//h1") == "Harbour Board on the fire"
    assert len(tree.xpath("//li//p[@class='roll-words']")) == 1
    assert "two fires" not in tree.xpath("//main")[0].text_content()


def test_the_links_of_a_day_strip_lead_to_days_that_stand(room: Pressroom) -> None:  # noqa: F811
    def more(town: Town) -> None:
        for when in (
            "2026-03-05",
            "2026-03-06",
            "2026-03-06/2026-03-09",
            "2026-04",
            "2026-03-10/..",
        ):
            entry = cast.an_entry(town_story(town), f"More of {when}.", when)
            chronology.publish(entry, by=None, at=LATER)

    room.after(more)
    tree = page(room)
    wanted = [one.partition("#")[2] for one in tree.xpath("//dl[@class='years']//a/@href")]

    assert wanted == [
        "d-2026-03-01",
        "d-2026-03-02",
        "d-2026-03-05",
        "d-2026-03-06",
        "d-2026-03-10",
    ]
    assert all(tree.get_element_by_id(anchor) is not None for anchor in wanted)


def town_story(town: Town) -> object:
    """Return the story of the fire."""
    from dateline.stories.models import Story

    return Story.objects.get(pk=town.fire)


def test_the_words_of_doubt_are_kept_where_the_statement_lacks_them(room: Pressroom) -> None:  # noqa: F811
    room.after(lambda town: add(town, act="says", hedge={"en": "allegedly"}))

    assert "(allegedly)" in said(line(room, DENIAL), "sts-what")

    room.after(lambda town: add(town, act="says", hedge={"en": "no tool"}, uid=UUID(int=301 << 96)))

    assert "(" not in said(line(room, UUID(int=301 << 96)), "sts-what")


def test_a_sources_own_words_stand_between_quotation_marks(room: Pressroom) -> None:  # noqa: F811
    room.after(lambda town: add(town, act="says", form="direct"))

    [quoted] = line(room, DENIAL).xpath(".//q")

    assert quoted.text_content() == "no tool was in use."


def test_where_a_statement_was_read_is_linked_by_its_host(room: Pressroom) -> None:  # noqa: F811
    room.after(read_somewhere)

    [link] = line(room, CLAIM).xpath(".//a[@href='https://www.courier.example/fires']")

    assert link.text_content() == "courier.example"


def read_somewhere(town: Town) -> None:
    """Say where the statement of the board was read."""
    entry = town.entry(0)
    statement = entry.statements.get()
    source = statement.attributions.get()
    source.url = "https://www.courier.example/fires"
    statement.attributions = [source]
    entry.statements = [statement]
    chronology.publish(entry, by=None, at=LATER)
