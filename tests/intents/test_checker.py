"""The checker's messages, verbatim: place, code, source line, caret, hint."""

from __future__ import annotations

import textwrap

import pytest

from hegang_qa.intents.problems import render_all
from tests.intents.making import check, rule

TEST = '[[test]]\nsay = "{}"\n[[reject]]\nsay = "nothing of the kind"'


def told(**texts: str) -> str:
    """Return what the checker prints."""
    return render_all(check(**texts).problems)


def expect(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


def whole(ask: str, say: str, more: str = "") -> str:
    """Return a rule with a test and a reject sentence."""
    return rule("r", ask, more=more + "\n" + TEST.format(say))


def test_a_sound_rule_has_no_problems() -> None:
    report = check(r=whole("what is {x}", "what is it"))
    assert report.problems == ()
    assert (report.rules, report.templates, report.tests, report.errors) == (1, 1, 2, 0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'schema = 1\nid = "r"\nsummary = "s\nask = []',
            r"""
            rules/en/r.toml:3:13: S101 not TOML: Illegal character '\n'
                summary = "s
                            ^
            """,
        ),
        (
            'schema = 1\nid = "r"\nid = "s"',
            """
            rules/en/r.toml:3:1: S101 not TOML: 'id' is set twice
                id = "s"
                ^^
            """,
        ),
        (
            rule("r", "what is {x}", head='anwser = "phrase"'),
            """
            rules/en/r.toml:4:1: S201 unknown key 'anwser'
                anwser = "phrase"
                ^^^^^^
                hint: did you mean 'answer'?
            """,
        ),
        (
            'schema = 1\nid = "r"\nanswer = "date"\nask = ["when {x}"]',
            """
            rules/en/r.toml:1:1: S202 'summary' is missing
                schema = 1
                ^
            """,
        ),
        (
            rule("r", "what is {x}", more='[[test]]\nslots = {x = "a"}'),
            """
            rules/en/r.toml:8:3: S202 'say' is missing
                [[test]]
                  ^^^^
            """,
        ),
        (
            'schema = 1\nid = "r"\nsummary = "s"\nanswer = "date"\nask = "when"',
            """
            rules/en/r.toml:5:8: S203 'ask' must be a list of texts
                ask = "when"
                       ^^^^
            """,
        ),
        (
            'schema = 1\nid = "r"\nsummary = "s"\nanswer = "date"\nask = ["when", " "]',
            """
            rules/en/r.toml:5:17: S204 an empty text in 'ask'
                ask = ["when", " "]
                                ^
            """,
        ),
        (
            rule("r", "what {x}").replace("schema = 1", "schema = 7"),
            """
            rules/en/r.toml:1:10: S205 schema 7 is not known; this program reads schema 1
                schema = 7
                         ^
            """,
        ),
        (
            rule("other", "what {x}"),
            """
            rules/en/r.toml:2:7: S206 id 'other' differs from the file's name 'r'
                id = "other"
                      ^^^^^
            """,
        ),
        (
            rule("r", "what {x}", head='answer = "persom"'),
            """
            rules/en/r.toml:4:11: S207 unknown answer type 'persom'
                answer = "persom"
                          ^^^^^^
                hint: did you mean 'person'?
            """,
        ),
        (
            rule("r", "what {x}", head='answer = "date"\nreply = ["hi"]'),
            """
            rules/en/r.toml:4:11: S208 a rule has either an 'answer' type or a 'reply'
                answer = "date"
                          ^^^^
            """,
        ),
        (
            rule("r", "what {x}", more='[slots.x]\nkind = "numbers"'),
            """
            rules/en/r.toml:9:9: S209 unknown kind of slot 'numbers'
                kind = "numbers"
                        ^^^^^^^
                hint: did you mean 'number'?
            """,
        ),
    ],
)
def test_files_and_keys(text: str, message: str) -> None:
    assert told(r=f"{text}\n{TEST.format('it')}") == expect(message)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            "what (is|was {x}",
            """
            rules/en/r.toml:6:9: T101 '(' is never closed
                  "what (is|was {x}",
                        ^
            """,
        ),
        (
            "what is {x} in <lands>",
            """
            rules/en/r.toml:6:19: T121 unknown list <lands>
                  "what is {x} in <lands>",
                                  ^^^^^^^
                hint: did you mean 'land'?
            """,
        ),
        (
            "what is [{x}]",
            """
            rules/en/r.toml:6:13: T122 slot {x} inside brackets may or may not be filled
                  "what is [{x}]",
                            ^^^
                hint: write two templates, one with the slot and one without
            """,
        ),
        (
            "what is {x} {y}",
            """
            rules/en/r.toml:6:12: T123 slots {x} and {y} side by side: nothing tells where one ends
                  "what is {x} {y}",
                           ^^^^^^^
                hint: put a word between them, or give one a narrower kind
            """,
        ),
        (
            "what is {x} [at] {y}",
            """
            rules/en/r.toml:6:12: T123 slots {x} and {y} side by side: nothing tells where one ends
                  "what is {x} [at] {y}",
                           ^^^^^^^^^^^^
                hint: put a word between them, or give one a narrower kind
            """,
        ),
        (
            "[what is] {x}",
            """
            rules/en/r.toml:6:4: T124 could match everything: no word of it must be in the question
                  "[what is] {x}",
                   ^^^^^^^^^^^^^
                hint: put a word outside of slots and square brackets
            """,
        ),
        (
            "what {x} is {x}",
            """
            rules/en/r.toml:6:16: T127 slot {x} stands here twice
                  "what {x} is {x}",
                               ^^^
            """,
        ),
        (
            'what \\"is\\" {x} {y}',
            r"""
            rules/en/r.toml:6:20: T123 slots {x} and {y} side by side: nothing tells where one ends
                  "what \\\"is\\\" {x} {y}",
                                   ^^^^^^^
                hint: put a word between them, or give one a narrower kind
            """,
        ),
        (
            "<land> <land> <land> <land> {x}",
            """
            rules/en/r.toml:6:4: T110 stands for more than 2,000,000 sentences
                  "<land> <land> <land> <land> {x}",
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
        ),
    ],
)
def test_templates(ask: str, message: str) -> None:
    values = ", ".join(f'"l{number}"' for number in range(40))
    land = f'schema = 1\nid = "land"\nsummary = "l"\nvalues = [{values}]'
    report = check(r=whole(ask, "what is it"), list_land=land)
    errors = [problem for problem in report.problems if problem.severity == "error"]
    assert render_all(errors) == expect(message)


def test_lists() -> None:
    one = 'schema = 1\nid = "one"\nsummary = "l"\nvalues = ["a", "a", "{x}", "<two>", "(b"]'
    two = 'schema = 1\nid = "two"\nsummary = "l"\nvalues = ["<one>"]'
    report = check(r=whole("what <one> {x}", "what a x"), list_one=one, list_two=two)
    assert [(problem.line, problem.code) for problem in report.problems] == [
        (4, "T131"),
        (4, "T130"),
        (4, "T101"),
        (6, "T112"),
    ]
    assert [problem.message for problem in report.problems] == [
        "'a' stands in the list twice",
        "a list holds no slots",
        "'(' is never closed",
        "list <one> holds itself",
    ]


def test_letters_of_the_wrong_script() -> None:
    language = 'schema = 1\nid = "en"\nname = "English"\nscripts = ["Latin"]'
    assert told(language=language, r=whole("whаt is {x}", "what is it")) == expect(
        """
        rules/en/r.toml:6:6: T129 'а' is a letter of the Cyrillic script, not of Latin
              "whаt is {x}",
                 ^
        """
    )
    assert told(r=whole("whаt is {x}", "what is it")) == expect(
        """
        rules/en/r.toml:6:4: T129 'whаt' mixes letters of Cyrillic and Latin
              "whаt is {x}",
               ^^^^
        """
    )


def test_wide_characters_keep_the_caret_in_place() -> None:
    text = 'schema = 1\nid = "r"\nsummary = "s"\nanswer = "date"\nask = ["什么时候<何>{x}"]'
    assert told(r=f"{text}\n{TEST.format('it')}") == expect(
        """
        rules/en/r.toml:5:13: T121 unknown list <何>
            ask = ["什么时候<何>{x}"]
                            ^^^^
            hint: lists stand in en/lists/<name>.toml
        """
    )


def test_tests_that_are_missing_or_fail() -> None:
    more = """[[test]]
say = "where is it"
[[test]]
say = "what is it"
slots = { x = "that", y = "it" }
[[test]]
say = "waht is it"
[[test]]
say = "whatever is it"
[[reject]]
say = "what is that"
[[reject]]
say = "what is that"
read_by = "w"
[[reject]]
say = "what is that"
read_by = "wo"
"""
    where = rule("w", "where {x}")
    assert told(r=rule("r", "what is {x}", more=more), w=where) == expect(
        """
        rules/en/r.toml:9:8: R304 'w' wins this sentence
            say = "where is it"
                   ^^^^^^^^^^^
            hint: by rules/en/w.toml: "where {x}"
        rules/en/r.toml:12:16: R305 slot {x} is 'it', not 'that'
            slots = { x = "that", y = "it" }
                           ^^^^
        rules/en/r.toml:12:23: R305 the template fills no slot {y}
            slots = { x = "that", y = "it" }
                                  ^
            hint: by "what is {x}"
        rules/en/r.toml:14:8: R307 matches only loosely, by "what is {x}"
            say = "waht is it"
                   ^^^^^^^^^^
            hint: add loose = true if its spelling is meant to be wrong
        rules/en/r.toml:16:8: R303 matches no rule
            say = "whatever is it"
                   ^^^^^^^^^^^^^^
        rules/en/r.toml:18:8: R306 must match nothing, but 'r' matches it
            say = "what is that"
                   ^^^^^^^^^^^^
            hint: by rules/en/r.toml: "what is {x}"; or add read_by = "r"
        rules/en/r.toml:20:8: R306 must be read by 'w', but 'r' matches it
            say = "what is that"
                   ^^^^^^^^^^^^
        rules/en/r.toml:24:12: R308 unknown rule 'wo'
            read_by = "wo"
                       ^^
            hint: did you mean 'w'?
        rules/en/w.toml:2:7: R301 no [[test]]: a rule carries sentences that it must match
            id = "w"
                  ^
        rules/en/w.toml:2:7: R302 no [[reject]]: a rule carries sentences that it must not match
            id = "w"
                  ^
        """
    )


def test_templates_that_stand_twice_or_never_win() -> None:
    other = rule("a", "what is {x}", more=TEST.format("what is it"))
    twice = rule("b", "What  is {x}", "where {x}", more=TEST.format("where is it"))
    assert told(a=other, b=twice) == expect(
        """
        rules/en/b.toml:6:4: T125 the same template stands at rules/en/a.toml:6
              "What  is {x}",
               ^^^^^^^^^^^^
        """
    )
    hidden = rule("b", "what (is|was) {x}", "where {x}", more=TEST.format("where is it"))
    wider = rule("c", "what (is|was) {y}", more=TEST.format("what was it"))
    report = check(b=hidden, c=wider)
    assert render_all(report.problems) == expect(
        """
        rules/en/b.toml:6:4: T126 never wins: its sentences go to 'c'
              "what (is|was) {x}",
               ^^^^^^^^^^^^^^^^^
            hint: make it more literal, or take it out
        """
    )


def test_slots_that_no_template_has() -> None:
    more = '[slots.y]\nkind = "word"\n[evidence]\nslots = ["x", "z"]\n'
    assert told(r=whole("what is {x}", "what is it", more)) == expect(
        """
        rules/en/r.toml:8:2: T132 no template has the slot {y}
            [slots.y]
             ^^^^^^^
        rules/en/r.toml:11:16: T132 no template has the slot {z}
            slots = ["x", "z"]
                           ^
        """
    )


def test_the_contract() -> None:
    contract = """schema = 1
[intent.r]
summary = "s"
answer = "date"
slots = ["topic"]
[intent.t]
summary = "t"
"""
    assert told(
        contract=contract,
        r=whole("what is {topik}", "what is it"),
        s=rule("s", "where {x}", more=TEST.format("where is it")),
    ) == expect(
        """
        rules/contract.toml:6:2: C405 warning: no language has a rule 't'
            [intent.t]
             ^^^^^^^^
        rules/en/r.toml:4:11: C403 the contract has answer 'date' for 'r', not 'phrase'
            answer = "phrase"
                      ^^^^^^
        rules/en/r.toml:6:12: C404 slot {topik} is not in the contract of 'r'
              "what is {topik}",
                       ^^^^^^^
            hint: did you mean 'topic'?
        rules/en/s.toml:2:7: C401 's' is not in the contract
            id = "s"
                  ^
            hint: add [intent.s] to contract.toml
        """
    )


def test_all_problems_are_collected_and_sorted() -> None:
    report = check(
        b=rule("b", "what (is {x}", "what is {x} {y}", head='answer = "dat"'),
        a=rule("a", "{x}", "what [is"),
    )
    assert [(problem.path, problem.line, problem.code) for problem in report.problems] == [
        ("rules/en/a.toml", 2, "R301"),
        ("rules/en/a.toml", 2, "R302"),
        ("rules/en/a.toml", 6, "T124"),
        ("rules/en/a.toml", 7, "T101"),
        ("rules/en/b.toml", 2, "R301"),
        ("rules/en/b.toml", 2, "R302"),
        ("rules/en/b.toml", 4, "S207"),
        ("rules/en/b.toml", 6, "T101"),
        ("rules/en/b.toml", 7, "T123"),
    ]


def test_bytes_that_are_no_text() -> None:
    from hegang_qa.intents.checks import check_files
    from hegang_qa.intents.folders import RawFile

    files = [
        RawFile("r/en/a.toml", "rule", "en", b"id = 1\nx = '\xff'", False),
        RawFile("r/en/b.toml", "rule", "en", b"#" * 1_000_001, False),
        RawFile("r/en/c.toml", "rule", "en", b"a = " + b"[" * 5_000, False),
    ]
    assert [problem.code for problem in check_files(files).problems] == ["S102", "S103", "S101"]
    first = check_files(files).problems[0]
    assert (first.line, first.column, first.hint) == (2, 6, "save the file as UTF-8")
