"""Ways to find an answer: each looks at the frame and gives a finding, or None where the question is not its kind."""
