"""The page 能力图谱: what each tier asks in each subdomain, and the graph around it."""
