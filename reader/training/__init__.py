"""Makes the reader's weights: prepare, train, export, evaluate (see `README.md` beside this)."""
