"""Index: from weighted terms to candidate sentences. Knows nothing of questions or answers."""
