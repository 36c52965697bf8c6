"""Answers made whole: all of a list, all rows alike, what is to be typed, who "he" is."""
