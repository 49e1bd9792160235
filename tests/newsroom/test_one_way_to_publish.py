"""No code goes past the verb that publishes."""

import re

from tests import house

PAST_THE_VERB = re.compile(
    r"\bPublishRevisionAction\(|\bUnpublishAction\(|approved_go_live_at=(?!None)"
    r"|\.publish_scheduled_(?!versions)|\.update\([^)]*\blive=|\.live = True"
)
WITHIN = {
    "dateline/stories/models/base.py": "opens the transaction in which the verb acts",
    "dateline/stories/models/publication.py": "is the verb",
}


def test_nothing_but_the_verb_makes_a_record_live():
    past = {
        house.name(path)
        for path in house.code()
        if "migrations" not in path.parts and PAST_THE_VERB.search(house.text(path))
    }

    assert past == WITHIN.keys()
