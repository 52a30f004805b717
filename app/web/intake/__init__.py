"""The page 文件入库: a document is looked at, then taken in."""
