"""Reads Word documents: from styles, lists and runs to lines, headings and tables."""
