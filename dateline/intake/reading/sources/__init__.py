"""From bytes to blocks of text: decoding, pages, lines, spans."""
