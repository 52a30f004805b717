"""Word documents written part by part: styles, tables, charts and the file that holds them."""
