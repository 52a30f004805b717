"""Reads PDF: from glyphs and rules of its pages to lines, columns, tables, paragraphs and headings."""
