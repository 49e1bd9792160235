import pytest

from dateline.server.encodings import takes


@pytest.mark.parametrize(
    ("accept", "taken"),
    [
        ("", set()),
        ("identity", set()),
        ("gzip", {"gzip"}),
        ("GZIP, Br", {"gzip", "br"}),
        ("x-gzip", {"gzip"}),
        ("gzip, deflate, br, zstd", {"gzip", "br"}),
        ("gzip;q=0", set()),
        ("gzip;q=0.0, br;q=0.001", {"br"}),
        ("*", {"gzip", "br"}),
        ("*;q=0", set()),
        ("*;q=0, gzip", {"gzip"}),
        ("br;q=0, *", {"gzip"}),
        ("gzip;q=many", set()),
        ("identity;q=1, gzip;q=0.5", set()),
        ("identity;q=0.5, gzip", {"gzip"}),
        (" gzip ; q=0.8 ", {"gzip"}),
        (",,;q=1,", set()),
    ],
)
def test_a_client_gets_only_encodings_it_takes(accept, taken):
    assert takes(accept) == taken
