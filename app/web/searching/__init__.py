"""The page 检索: clauses found by words and meaning."""
