"""The page 关于: documents, models, checks, figures, settings."""
