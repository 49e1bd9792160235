"""A block without content has no heading, no wrapper and no gap."""

from dataclasses import replace

import lxml.html

from dateline.blocks.picture import PictureBlock
from dateline.front import records as r
from dateline.front.render import render
from dateline.press import Page
from tests.front import samples as s
from tests.front.sample_pages import page


def shown(made):
    return lxml.html.document_fromstring(render(made).decode())


def main(made):
    return shown(made).find(".//main")


def framed(template, **values):
    return Page(template, chrome=r.Chrome(edition=s.edition()), **values)


def test_an_article_of_headline_time_and_one_paragraph_shows_nothing_else():
    found = main(page("bare_article"))
    text = " ".join(found.text_content().split())

    assert [tag.tag for tag in found.iter("h1", "h2", "h3", "section", "aside", "ul")] == ["h1"]
    assert text.startswith("Night ferry to Ostrel cancelled for the third day PublishedMonday")
    assert [dt.text for dt in found.iter("dt")] == ["Published"]


def test_each_part_of_an_article_goes_without_leaving_its_heading():
    whole = s.article()
    words = {
        "tags": "Tags",
        "related": "Read also",
        "more": "More in this story",
        "backgrounds": "Background",
        "corrections": "Correction",
        "bylines": "Author",
    }

    for field, heading in words.items():
        without = replace(whole, **{field: ()}, blocks=())
        assert heading not in main(framed("article.html", article=without)).text_content(), field
        assert (
            heading
            in main(framed("article.html", article=replace(whole, blocks=()))).text_content()
        )


def test_provenance_vanishes_piece_by_piece():
    for provenance, words in (
        (r.Provenance(), ["Published"]),
        (r.Provenance(programme=r.Link("Dawn", "/en/programme/dawn/")), ["From the programme"]),
        (r.Provenance(hosts=(r.Link("Ada"),)), ["Interviewer"]),
        (r.Provenance(speakers=(r.Speaker("Ada"),)), ["Who is speaking"]),
    ):
        article = replace(s.bare_article(), provenance=provenance)
        said = [dt.text for dt in main(framed("article.html", article=article)).iter("dt")]
        assert set(words) <= set(said)
        assert len(said) == len({"Published", *words})


def test_a_home_page_without_items_is_its_masthead():
    found = main(framed("home.html", home=r.HomeView(), rail=None))

    assert not found.text_content().strip()
    assert not list(found.iter("section", "aside", "h2", "h3"))


def test_a_zone_of_the_home_page_vanishes_with_its_last_item():
    whole = s.home()
    for field, words in (("exclusives", "All exclusives"), ("opinion", "All opinion")):
        without = framed("home.html", home=replace(whole, **{field: ()}), rail=None)
        assert words in main(framed("home.html", home=whole, rail=None)).text_content()
        assert words not in main(without).text_content()


def test_a_band_without_rows_is_no_band():
    home = r.HomeView(bands=(r.Band("Harbour", "/en/harbour/", ()),))

    assert not main(framed("home.html", home=home, rail=None)).text_content().strip()


def test_a_story_without_chronology_shows_its_title_alone():
    bare = r.StoryView("The wreck", "/en/story/wreck/")
    found = main(framed("story.html", story=bare))

    assert [h.text for h in found.iter("h1", "h2")] == ["The wreck"]


def test_a_strip_of_three_days_is_not_drawn():
    few = replace(s.story(), strip=s.strip_days("en")[:3])

    assert main(framed("story.html", story=s.story())).find(".//nav") is not None
    assert main(framed("story.html", story=few)).find(".//svg") is None


def test_a_person_of_whom_nothing_is_known_is_a_name():
    found = main(framed("person.html", person=r.PersonView("Ada", "/en/person/ada/")))

    assert found.text_content().split() == ["Ada"]


def test_an_empty_filter_says_so():
    view = r.NewsfeedView(label="opinion")
    found = main(framed("newsfeed.html", newsfeed=view))

    assert found.find(".//h1").text == "Opinions"
    assert "Nothing here yet." in found.text_content()


def test_an_edition_without_optional_addresses_offers_none():
    bare = r.Edition("en", "en", "en-GB", "Quay", "Europe/Kyiv", s.BASE, "/en/")
    made = Page("feeds.html", chrome=r.Chrome(edition=bare), feeds=r.FeedsView())
    found = shown(made)

    assert not found.find(".//footer").xpath(".//h2")
    assert not found.xpath("//nav[@class='nav']")
    assert "Search" not in found.text_content()


def test_a_missing_picture_leaves_its_caption():
    lost = r.Picture(None, caption="The mole at dawn")
    article = replace(s.bare_article(), blocks=(PictureBlock(lost),))
    found = main(framed("article.html", article=article))

    assert found.find(".//img") is None
    assert "The mole at dawn" in found.find(".//figcaption").text_content()
