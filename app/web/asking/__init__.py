"""The page 问答: a conversation with the texts."""
