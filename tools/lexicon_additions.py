"""Kinship of everyday words that WordNet leaves out: a measure and its adjective, a deed and its
name. General English, from the cross-references of the usual learners' dictionaries' word-family
entries ("far: see distance"); both directions are meant.
"""

from __future__ import annotations

_PAIRS = """
born birth 0.9
born birthplace 0.6
bear birth 0.5
far distance 0.9
far away 0.5
distant distance 0.95
fast speed 0.8
quick speed 0.7
slow speed 0.6
rapid speed 0.7
expensive price 0.7
expensive cost 0.8
cheap price 0.7
often frequency 0.7
frequent frequency 0.95
big size 0.85
large size 0.85
small size 0.8
heavy weight 0.85
weigh weight 0.95
old age 0.9
hot temperature 0.7
cold temperature 0.7
warm temperature 0.6
tall height 0.9
high height 0.85
high altitude 0.6
high elevation 0.6
deep depth 0.95
wide width 0.95
broad breadth 0.95
long length 0.95
long duration 0.7
last duration 0.5
rich wealth 0.7
marry wife 0.5
marry husband 0.5
marry spouse 0.6
author write 0.6
writer author 0.8
inhabitant population 0.6
resident population 0.5
live population 0.35
people population 0.6
begin start 0.9
cost price 0.8
cost fee 0.6
fee price 0.6
fee charge 0.7
open opening 0.8
lie situated 0.6
lie located 0.6
belong member 0.4
call name 0.7
nickname name 0.5
pupil student 0.8
reign rule 0.8
ruler reign 0.6
king reign 0.4
win winner 0.9
win victory 0.6
lose defeat 0.6
defeat win 0.4
sell sale 0.9
buy purchase 0.9
grow growth 0.95
choose choice 0.9
lend loan 0.8
borrow loan 0.7
fly flight 0.9
speak speech 0.8
speak language 0.5
think thought 0.8
give gift 0.7
sit seat 0.6
sing song 0.8
feed food 0.7
believe belief 0.95
strong strength 0.95
proud pride 0.95
true truth 0.95
hungry hunger 0.95
young youth 0.9
lose loss 0.9
succeed success 0.9
prove proof 0.95
advise advice 0.95
"""


def _read() -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for line in _PAIRS.strip().splitlines():
        one, other, weight = line.split()
        found.setdefault(one, []).append((other, float(weight)))
        found.setdefault(other, []).append((one, float(weight)))
    return found


KIN = _read()
