"""Talking to a server of models: where it is, one request, and what goes wrong."""
