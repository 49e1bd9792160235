"""Ways in which pictures change: another file, words, focal point, deletion."""

from __future__ import annotations

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from dateline.media.models import Picture
from dateline.stories import actions
from tests import cast


def _file(colour, name="quay.png"):
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/png")


def _shown(town, *articles):
    """Return a picture that leads an article of the town."""
    picture = Picture(title="The quay", file=_file("navy"), alt={"en": "A quay."})
    picture.save()
    for name in articles or ("column",):
        article = town.article(name)
        article.lead_picture = picture
        actions.publish(article, by=None, at=cast.NOON)
    return picture


def _sent(desk, picture, **changes):
    """Send the library's own form of a picture."""
    fields = {"title": picture.title, "credit_en": "Ann Dock", "credit_uk": "", "description": ""}
    fields |= {"collection": picture.collection_id, "tags": ""}
    fields |= {f"focal_point_{side}": "" for side in ("x", "y", "width", "height")}
    fields |= {"alt_en": "A quay.", "alt_uk": "", "caption_en": "", "caption_uk": ""}
    page = desk.post(f"/newsroom/images/{picture.pk}/", fields | changes)
    assert page.status_code == 302, page.context["form"].errors


def another_text(town, desk):
    """Give a picture another text alternative and credit."""
    picture = _shown(town)
    yield
    _sent(desk, picture, alt_en="The quay at dawn.", credit_en="Ann Dockyard")


def another_file(town, desk):
    """Put another file in a picture's place."""
    picture = _shown(town)
    yield
    _sent(desk, picture, file=_file("crimson", "dawn.png"))
    assert Picture.objects.get(pk=picture.pk).variants.exists()


def focal_point(town, desk):
    """Move a picture's focal point: readers' files are whole, so nothing changes."""
    picture = _shown(town)
    changes = {"focal_point_x": 10, "focal_point_y": 10}
    yield
    _sent(desk, picture, focal_point_width=8, focal_point_height=8, **changes)


def delete_a_picture(town, desk):
    """Delete a picture that leads an article."""
    picture = _shown(town)
    yield
    picture.delete()


def delete_pictures_in_the_library(town, desk):
    """Delete a picture from the library's listing, where Wagtail deletes by query."""
    picture = _shown(town)
    yield
    page = desk.post(f"/newsroom/bulk/media/picture/delete/?id={picture.pk}")
    assert page.status_code == 302


def hold_a_picture(town, desk):
    """Hold a picture back."""
    picture = _shown(town)
    yield
    actions.hold(picture, kind="legal", reason="No release", by=desk.user, at=cast.NOON)


def unpublish_what_shows_it(town, desk):
    """Take the one article that shows a picture off the site: its public files go too."""
    picture = _shown(town)
    yield
    actions.unpublish(town.article("column"), by=desk.user, at=cast.NOON)
    assert picture.variants.exists(), "the files go once no sheet shows them"
