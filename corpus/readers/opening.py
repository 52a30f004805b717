"""Which reader a file gets: told by its content, checked against its name."""
