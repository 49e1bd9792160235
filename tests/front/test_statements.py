"""What readers are told of how a statement stands."""

import pytest

from dateline.front.plates.statements import reason
from dateline.lib.multilingual import Wording


@pytest.mark.parametrize(
    ("filed", "shown"),
    [
        ("own verification: the log shows the call.", "The log shows the call."),
        ("власна перевірка: є запис.", "Є запис."),
        ("Both sides say so.", "Both sides say so."),
        ("", ""),
    ],
)
def test_the_desks_own_word_for_a_check_is_not_shown(filed, shown):
    assert reason(Wording(filed, "uk")) == Wording(shown, "uk")
