"""Work for long and break things on purpose; `make soak` runs it."""
