"""The page 地方对比: two texts side by side."""
