"""Follow-up questions: keeps the thread of a conversation and makes each question stand alone."""

from hegang_qa.conversation.chat import Chat
from hegang_qa.conversation.rewrite import rewrite
from hegang_qa.conversation.thread import Choice, Rewrite, Thread, Turn

__all__ = ["Chat", "Choice", "Rewrite", "Thread", "Turn", "rewrite"]
