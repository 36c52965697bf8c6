"""What can be an answer in a sentence: worked out once for a sentence and kept with it."""
