"""Chinese rules, in simplified and traditional characters alike."""

from __future__ import annotations

import pytest

from hegang_qa.intents import RuleSet, load_rules
from hegang_qa.question.focus import read_focus
from hegang_qa.text.han import simplify
from hegang_qa.text.lexicon import Lexicon
from hegang_qa.text.tokens import tokenize

CASES = [
    ("大桥什么时候建成的", "when"),
    ("学校是哪一年成立的", "year"),
    ("谁发明了电话", "who"),
    ("博物馆在哪里", "where"),
    ("这个城市在哪个省", "which"),
    ("旅馆有多少房间", "how-many"),
    ("这条河有多长", "length"),
    ("走到车站要多久", "how-long"),
    ("工厂为什么关闭", "why"),
    ("光合作用是什么", "what-is"),
    ("如何重置密码", "how"),
    ("一张票多少钱", "price"),
    ("销售额增长了多少", "percentage"),
    ("城里有火车站吗", "yes-no"),
    ("请问图书馆几点关门", "time-of-day"),
]

TRADITIONAL = str.maketrans(
    "桥么时学谁发电话馆这个里条长车关闭为铁张钱销额涨书图门问见对没",
    "橋麼時學誰發電話館這個裡條長車關閉為鐵張錢銷額漲書圖門問見對沒",
)


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules()


@pytest.mark.parametrize(("question", "rule"), CASES)
def test_simplified_and_traditional(rules: RuleSet, question: str, rule: str) -> None:
    other = question.translate(TRADITIONAL)
    for said in (question, other, f"{question}？", f"請問{other}？"):
        match = rules.match(said)
        assert match is not None, said
        assert (match.rule, match.language) == (rule, "zh"), said
        for slot in match.slots.values():
            assert said[slot.start : slot.end] == slot.text


@pytest.mark.parametrize(
    ("question", "kind"),
    [("这个城市在哪个省", "state"), ("哪條河流過城市", "river"), ("哪个公司造的", "organisation")],
)
def test_the_noun_decides_the_type(rules: RuleSet, question: str, kind: str) -> None:
    match = rules.match(question)
    focus = read_focus(tokenize(question), match=match, lexicon=Lexicon.open())
    assert focus.answer_type == kind
    assert focus.span is not None
    assert simplify(question[focus.span[0] : focus.span[1]]) == focus.noun


def test_a_chinese_name_in_an_english_question(rules: RuleSet) -> None:
    match = rules.match("鹤岗 is in which province?")
    assert match is not None
    assert (match.rule, match.slots["topic"].text) == ("which", "鹤岗")
