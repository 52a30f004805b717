"""Answers to take along: a conversation as plain text, Markdown and a Word document, each quotation with its place."""
