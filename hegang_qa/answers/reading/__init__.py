"""The second opinion of a reader, joined with the engine's own; `docs/reader.md` tells how."""
