"""Yes or no: whether a sentence speaks of what is asked, and whether it says so or the contrary."""
