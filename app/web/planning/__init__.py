"""The page 举证计划: from an enterprise's profile to its evidence plan."""
