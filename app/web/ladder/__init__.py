"""The page 分级阶梯: what a higher tier asks beyond the lower."""
