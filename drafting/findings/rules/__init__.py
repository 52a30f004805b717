"""What rules and notices say of themselves and of their procedure: articles, dates, who decides, money, materials."""
