"""Conversation: a thread of questions; rewrites a follow-up so that it stands alone."""
