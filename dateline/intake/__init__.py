"""The import desk: reads a page, suggests a draft, files what an editor confirms."""
