"""Reads pages of HTML: from the tree of a page to the document that stands on it, without the site around it."""
