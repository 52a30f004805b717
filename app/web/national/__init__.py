"""The page 国家映射: proposed mappings to the national level."""
