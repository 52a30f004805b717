"""Readers: each takes one kind of file and gives its text as it will be stored, with its shape."""
