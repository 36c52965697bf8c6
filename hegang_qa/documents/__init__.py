"""Documents: find files, read them, and cut them into blocks that keep line and offset."""
