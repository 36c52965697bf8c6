"""Laws that hold for any template and any question."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hegang_qa.intents import load_rules
from hegang_qa.intents.checks import check_files
from hegang_qa.intents.folders import RawFile
from hegang_qa.intents.places import find_places
from hegang_qa.intents.problems import render_all
from hegang_qa.intents.sampling import sample
from hegang_qa.intents.template import TemplateError, parse_template
from tests.intents.making import check, rule, rules_from

RULES = load_rules()
WORDS = st.sampled_from("what which is was the of in big red it a".split())


def _nodes(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    options = st.lists(inner, min_size=1, max_size=3).map("|".join)
    return st.lists(
        st.one_of(WORDS, options.map(lambda o: f"({o})"), options.map(lambda o: f"[{o}]")),
        min_size=1,
        max_size=4,
    ).map(" ".join)


TEMPLATES = st.recursive(WORDS, _nodes, max_leaves=12)
NOISE = st.text(alphabet="ab (|)[]{}<>\\'\"=#\n什é\x00\u202e", max_size=60)


@given(TEMPLATES)
@settings(max_examples=150, deadline=None)
def test_every_sentence_a_template_can_say_is_read_by_it(template: str) -> None:
    text = f"begin {template} {{x}}"
    rules = rules_from(r=rule("r", text))
    for said in sample(parse_template(text), lists={}, fill=lambda slot: "zubrin", most=6):
        match = rules.match(said)
        assert match is not None, said
        assert match.how == "strict"
        assert match.slots["x"].text.endswith("zubrin")


@given(NOISE)
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_template_or_an_error_with_a_place(text: str) -> None:
    try:
        parse_template(text)
    except TemplateError as error:
        fault = error
    else:
        return
    assert 0 <= fault.start <= fault.end <= len(text) or fault.code == "T108"


@given(NOISE)
@settings(max_examples=200, deadline=None)
def test_the_checker_survives_any_template(text: str) -> None:
    for problem in check(r=rule("r", text)).problems:
        assert problem.line >= 1
        assert problem.column >= 1


@given(st.one_of(st.binary(max_size=80), NOISE.map(str.encode)))
@settings(max_examples=200, deadline=None)
def test_the_checker_survives_any_file(content: bytes) -> None:
    report = check_files([RawFile("r/en/a.toml", "rule", "en", content, False)])
    assert render_all(report.problems)


@given(st.text(max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_question_ends_in_a_match_or_none(question: str) -> None:
    match = RULES.match(question)
    if match is not None:
        for slot in match.slots.values():
            assert question[slot.start : slot.end] == slot.text
        assert 0.0 <= match.score <= 1.0
        assert RULES.match(question) == match


@given(
    st.dictionaries(
        st.text(alphabet="abc-_9", min_size=1, max_size=4),
        st.one_of(
            st.text(alphabet="ab'\\é", max_size=5),
            st.integers(),
            st.booleans(),
            st.lists(st.text(alphabet="ab,]", max_size=3), max_size=3),
        ),
        max_size=5,
    )
)
@settings(max_examples=200, deadline=None)
def test_places_lead_to_values(table: dict[str, object]) -> None:
    import json

    text = "".join(
        f"# comment [x\n{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in table.items()
    )
    places = find_places(text)
    for key, value in table.items():
        start, end = places[(key, "=")]
        assert text[start:end] == key
        start, end = places[(key,)]
        written = json.dumps(value, ensure_ascii=False)
        assert text[start:end] == (written[1:-1] if isinstance(value, str) else written)
        if isinstance(value, list):
            for number, item in enumerate(value):
                start, end = places[(key, number)]
                assert text[start:end] == json.dumps(item)[1:-1]
