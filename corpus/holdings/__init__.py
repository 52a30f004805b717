"""The library that a person has built up: documents read from files, kept beside the founding ones."""
