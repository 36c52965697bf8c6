"""Intents: load, validate and match the rules that decide what a question asks for."""

from __future__ import annotations

from hegang_qa.intents.loading import load_rules
from hegang_qa.intents.model import RuleMatch, Slot
from hegang_qa.intents.rules import RuleSet

__all__ = ["RuleMatch", "RuleSet", "Slot", "load_rules"]
