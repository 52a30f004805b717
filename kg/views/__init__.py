"""Views over all documents at once: topics, figures, systems, terms and versions side by side."""
