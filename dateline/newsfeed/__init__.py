"""The dated lines of the newsfeed, live blogs and the breaking strip."""
