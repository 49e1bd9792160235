"""One page made from what its Reader gives: bytes and their trace, nothing written."""
