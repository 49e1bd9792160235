"""Small numbers and hashes: what a read, an index, a value or an address is called."""
