"""What drafts must keep to that rest on other things than clauses: facts, differences, lists, questions."""
