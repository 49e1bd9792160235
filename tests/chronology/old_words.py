"""Fill a database of the version before words were kept a language, migrate it, say what it holds.

A program of its own: `python -m tests.chronology.old_words`, on the database of the settings.
"""

from __future__ import annotations

import json
import os
import uuid
from datetime import UTC, datetime
from typing import Any

import django

OLD = [
    ("agents", "0001_initial"),
    ("chronology", "0003_refuted_by_our_own_proof"),
    ("media", "0002_documents_for_readers"),
    ("newsfeed", "0002_initial"),
    ("stories", "0004_scheduled_versions"),
    ("wagtailcore", "0098_apitoken"),
]
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
ENTRY, STATEMENT = uuid.UUID(int=1), uuid.UUID(int=2)


def main() -> None:
    """Migrate to the old version, fill it, migrate on, and print the words as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.settings.testing")
    django.setup()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    first = MigrationExecutor(connection)
    first.migrate(OLD)
    fill(first.loader.project_state(OLD).apps)
    last = MigrationExecutor(connection)
    last.migrate(last.loader.graph.leaf_nodes())
    print(json.dumps(words(), ensure_ascii=False))


def fill(apps: Any) -> None:
    """Write an entry whose original is Ukrainian, a correction of it, a picture, an agent."""
    entry = apps.get_model("chronology", "Entry").objects.create(
        uid=ENTRY, when="2026-03-01", sort_at=AT, precision="day", language="uk",
        text={"en": "It burns.", "uk": "Горить."},
    )  # fmt: skip
    unmarked = {"en": "It burns.", "uk": "Горить."}  # today's field would mark them at once
    type(entry).objects.update(text=unmarked)
    statement = apps.get_model("chronology", "Statement").objects.create(
        uid=STATEMENT, entry=entry, text={"en": "It burns."}, standing="denied",
        standing_note="Ніхто не бачив.",
    )  # fmt: skip
    long = "Ім’я відоме редакції. " * 10
    apps.get_model("chronology", "Attribution").objects.create(
        statement=statement, unnamed_as={"uk": "докер"}, unnamed_reason=long[:200]
    )
    apps.get_model("stories", "Correction").objects.create(
        uid=uuid.uuid4(),
        target_kind="entry",
        target_uid=ENTRY,
        was="о п’ятій",
        now="о шостій",
        at=AT,
    )
    apps.get_model("media", "Picture").objects.create(
        title="Quay",
        file="quay.png",
        width=1,
        height=1,
        credit="Ann Lens",
        caption={"uk": "Причал"},
    )
    apps.get_model("agents", "Agent").objects.create(
        name="Ann", description={"uk": "Кранівниця", "en": "A crane driver"}
    )
    _draft(apps, entry)


def _draft(apps: Any, entry: Any) -> None:
    """Write a stored version of the entry, as Wagtail keeps it."""
    part = {"named_as": {}, "unnamed_as": {"uk": "докер"}, "unnamed_reason": "Боїться."}
    said = {"text": {"uk": "Горить."}, "hedge": {}, "standing_note": "", "attributions": [part]}
    content = {"pk": entry.pk, "language": "uk", "text": {"uk": "Горить."}, "statements": [said]}
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="chronology", model="entry"
    )
    apps.get_model("wagtailcore", "Revision").objects.create(
        content_type=kind, base_content_type=kind, object_id=str(entry.pk), created_at=AT,
        object_str="Entry", content=content,
    )  # fmt: skip


def words() -> dict[str, Any]:
    """Return what the records hold now."""
    from wagtail.models import Revision

    from dateline.agents.models import Agent
    from dateline.chronology.models import Attribution, Entry, Statement
    from dateline.media.models import Picture
    from dateline.stories.models import Correction

    correction = Correction.objects.get()
    return {
        "text": Entry.objects.get().text,
        "standing_note": Statement.objects.get().standing_note,
        "unnamed_reason": Attribution.objects.get().unnamed_reason,
        "was": correction.was,
        "now": correction.now,
        "reason": correction.reason,
        "credit": Picture.objects.get().credit,
        "description": Agent.objects.get().description,
        "draft": Revision.objects.get().content,
    }


if __name__ == "__main__":
    main()
