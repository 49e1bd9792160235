"""Pressed sheets written to the ledger and shown to readers, in the order they may be seen."""
