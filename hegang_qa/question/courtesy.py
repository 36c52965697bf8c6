"""Questions without the words of courtesy around them: "hi, could you tell me *when it opens*?
thanks"."""

from __future__ import annotations

import re

from hegang_qa.documents.patterns import lazy
from hegang_qa.text.words import AUXILIARIES, QUESTION_WORDS

__all__ = ["without_courtesy"]

_ASKS = rf"(?:{'|'.join(sorted(QUESTION_WORDS))})\b"
_BEGINS = rf"(?:{_ASKS}|(?:{'|'.join(sorted(AUXILIARIES))}|i|please)\b)"
_GREETING = lazy(
    r"\s*(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|greetings|excuse me|sorry)"
    r"(?: there| all| again| everyone| folks)?"
    rf"(?:\s*[,!]+\s*(?=\w)|\s*[.:]+\s+(?=\w)|\s+[–-]\s+(?=\w)|\s+(?={_BEGINS}))",
    re.IGNORECASE,
)
# "Well, what ...": with the comma, as a well is also a thing.
_FILLER = lazy(
    rf"\s*(?:well|so|ok|okay|right|now|um+|uh+|er+m*|alright)\s*[,.…]+\s*(?={_BEGINS})",
    re.IGNORECASE,
)
_THANKS = lazy(
    r"(?:(?<=[?!.,])\s*|\s[–-]\s+|\s(?=(?:many|kind) thanks|thanks in advance))"
    r"(?:please[,.!]*\s+)?(?:(?:many|kind|best) )?"
    r"(?:thanks|thank you|thank u|thx|ty|cheers|ta|regards)"
    r"(?: in advance| a lot| a million| a bunch| again| so much| very much"
    r"| for (?:your|the|any) (?:help|time))?\s*[.!?]*\s*$",
    re.IGNORECASE,
)
# "Could you tell me *when it opens*": a wish to be told, before a question word.
_WISH = lazy(
    r"\s*(?:please,? )?(?:(?:can|could|would|will) (?:you|anyone|anybody|someone|somebody)"
    r"(?: please| kindly| possibly| perhaps)? (?:tell|let|say|explain|show)(?: me| us)?(?: know)?"
    r"(?: please)?"
    r"|(?:do|does|would) (?:you|anyone|anybody)(?: happen to)? know"
    r"|(?:i['’]d|i would|we['’]d|we would) (?:like|love|need) to know"
    r"|(?:i|we) (?:need|want|wanted|wish) to know"
    r"|(?:i am|i['’]m|i was|we are|we['’]re|we were) (?:just )?wondering"
    r"|(?:have you )?(?:got )?any idea"
    rf"|(?:please )?tell (?:me|us)(?: please)?),? (?={_ASKS})",
    re.IGNORECASE,
)
_LEAST = 2
"""Words that are left of a question, at least."""


def without_courtesy(text: str) -> str:
    """Return a question without a greeting or a wish to be told before it and thanks behind it; as
    it is where little else is said."""
    rest = text
    for lead in (_GREETING, _FILLER, _WISH):
        if found := lead.match(rest):
            rest = rest[found.end() :]
    rest = _THANKS.sub("", rest)
    return rest if rest != text and len(rest.split()) >= _LEAST else text
