"""Reads workbooks: from cells and their formats to lines and tables."""
