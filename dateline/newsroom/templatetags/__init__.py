"""Words that the admin's templates ask for."""
