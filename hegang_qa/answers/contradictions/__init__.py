"""Signs that a sentence tells something else than what is asked, however alike the words."""
