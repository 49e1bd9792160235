"""The processes that press what is due: batches, the worker itself, takedowns."""
