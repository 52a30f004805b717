"""Ladders: what each tier asks of a subdomain beyond the tier below."""
