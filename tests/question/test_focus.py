"""What a question asks for: the answer type from rule, wording and head noun together."""

from __future__ import annotations

import pytest

from hegang_qa.intents import RuleSet, load_rules
from hegang_qa.question.focus import read_focus
from hegang_qa.text.lexicon import Lexicon
from hegang_qa.text.tokens import tokenize


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        # how long: things last, or reach
        ("how long are backups kept", "duration"),
        # on what condition: no illness
        ("on what condition is the fee refunded", "description"),
        ("under which terms may it be lent", "description"),
        ("what condition does the nurse treat", "disease"),
        ("what thing is left at the door", "phrase"),
        ("what harm does frost do", "effect"),
        ("how long is the probation period", "duration"),
        ("how long are the meetings", "duration"),
        ("how long is a voucher valid", "duration"),
        ("how long is the bridge", "distance"),
        ("do you know how long the bridge is", "distance"),
        ("do you know how long the shift is", "duration"),
        ("how long is anybody barred who cheats", "duration"),
        ("how long must the rope be", "distance"),
        ("how long must she be away", "duration"),
        ("lunch break length", "duration"),
        ("what is the minimum length of the password", "quantity"),
        ("what is the length of the bridge", "distance"),
        # which of several sums, not how much
        ("which tax did he abolish", "entity"),
        ("what was the tax on salt", "money"),
        ("what is the loss of voice due to", "reason"),
        ("within what time must it be paid", "duration"),
        ("how fast may cars drive", "speed"),
        ("how fast must a call be answered", "duration"),
        ("which number has two factors", "number"),
        ("what was the legacy of the season", "phrase"),
        # key words
        ("release interval", "phrase"),
        ("egg hatching time", "duration"),
        ("closing time pool", "time"),
        ("share of revenue 2000", "percentage"),
        # measures by their noun
        ("how high is the deposit", "money"),
        ("how large is the population", "count"),
        ("how high is the tower", "distance"),
        ("how high a fever is too much", "temperature"),
        ("how quiet is the pump", "quantity"),
        ("how near did the comet come", "distance"),
        ("how few players are enough", "count"),
        # how long before, or at what time
        ("how early must a group book", "duration"),
        ("how late before the end can I come in", "duration"),
        ("how early does the desk open", "time"),
        ("within what time must I answer", "duration"),
        ("what notice must the tenant give", "duration"),
        # nouns whose values are of many kinds
        ("what is the penalty for a false start", "phrase"),
        ("what is the default of the retry limit", "phrase"),
        ("what is the factory setting for the heater", "phrase"),
        ("what is the largest single file", "phrase"),
        ("what discount do members get", "number"),
        ("what is the number of the duty line", "phone"),
        ("what's the most a guest can pay", "money"),
        # the noun after which, what, name
        ("which street is the office on", "street"),
        ("what version does it run", "version"),
        ("which companies supply paper", "organisation"),
        ("what sprawling city is in the south", "city"),
        ("which comedian hit the screen in 1951", "person"),
        ("what programming language is it written in", "language"),
        ("what well-known talk show host retired", "person"),
        ("which body of water lies to the north", "lake"),
        ("which one of the lakes is deepest", "lake"),
        ("name the president-elect", "person"),
        ("name the skipper who left first", "person"),
        ("what are the side effects of the drug", "effect"),
        ("which port does the service use", "phrase"),
        ("which of the vans is electric", "vehicle"),
        ("which drill bit do I need", "device"),
        ("what is the order number", "code"),
        ("what is the total number of guests", "count"),
        ("what attracts visitors to the town", "phrase"),
        # what is: a definition, or the thing described
        ("what is photosynthesis", "definition"),
        ("define overtime", "definition"),
        ("what is prepared mustard", "definition"),
        ("what is meant by overtime", "definition"),
        ("what was introduced in May", "entity"),
        ("what is a film that starts with a storm", "work"),
        # how much of what
        ("could you tell me how much the fee is", "money"),
        ("how much water does it hold", "number"),
        # where things are that lie on a disk
        ("where do I find the logs", "path"),
        ("where do I find the manual", "place"),
        # misspelled question words
        ("wat is the capital of the region", "city"),
        ("wich river flows through the town", "river"),
        ("waht street is it on", "street"),
        # key words
        ("late fee dvd", "money"),
        ("growth 2010", "percentage"),
        ("old harbour", "phrase"),
        ("memory per file", "number"),
        ("undo steps in version 7", "phrase"),
        ("cyclists per day", "number"),
        ("tyre without rim price", "money"),
        ("second time fine", "money"),
        ("fine second time", "money"),
        ("hotel maximum late evening", "number"),
        ("warden phone", "phone"),
        ("phone for emergencies", "phone"),
        ("phone shop closed", "phrase"),
        ("pay for stewards", "money"),
        ("start of the race", "date"),
        ("study published", "date"),
        ("choir led by", "person"),
        ("opening on sundays", "hours"),
        ("laundry opening", "hours"),
        ("opening of the museum", "date"),
        ("opening ceremony speaker", "person"),
        ("warden Millrace", "person"),
        ("warden rules", "phrase"),
        ("customer number", "code"),
        ("exit code 5", "phrase"),
        ("late report reduction", "number"),
        ("link validity", "duration"),
        ("crane lifting capacity", "weight"),
        ("how long is the test", "duration"),
        ("free minutes garage", "duration"),
        ("days off wedding", "duration"),
        ("days kept", "phrase"),
        ("wheel bolt torque", "quantity"),
        ("pack max-size", "size"),
        # hours have a beginning and an end
        ("when are the quiet hours", "hours"),
        # no rule, but a question word
        ("the office was moved to where", "place"),
        ("the letter was sent to whom", "person"),
    ],
)
def test_the_answer_type(rules: RuleSet, lexicon: Lexicon, question: str, kind: str) -> None:
    match = rules.match(question)
    focus = read_focus(tokenize(question), match=match, lexicon=lexicon)
    assert focus.answer_type == kind
