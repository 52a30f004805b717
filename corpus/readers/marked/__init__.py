"""Reads Markdown: what a reader of the shown page sees, without the marks that make it look so."""
