"""Comparisons, ladders, views and the one-page briefing as files: Word, Excel and Markdown."""
