"""What comes in: feeds, takes and the documents they were read from."""
