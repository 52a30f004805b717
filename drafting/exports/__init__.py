"""Evidence plans as files: Word, Excel, Markdown and JSON."""
