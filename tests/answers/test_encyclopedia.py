"""Sentences as encyclopedias pack them: several figures, dates and names, of which one is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TEXT = """Kelmstad (Nordic: ᚴᛁᛚᛘ [kɛlm]; Old Frisian: Kelma, Kelme; Low German: Kelm) is a
harbour town in Westland.

It lies 312 km (194 mi) west of the capital Ardley and 68 km north of Corran, and is 4 m above
the sea.

According to the 2014 census Kelmstad had 41,465 inhabitants, down from 47,149 in 2002 and
50,922 in 1989.

Kelmstad is the terminus of the line from Corwen, 66 km long.

The output of tin amounted to 46 tonnes in 2012, 118 tonnes in 2018 and 203 tonnes in 2023.

In 2023 the port had a turnover of 118.3 million francs and made a profit of 2.2 million; in
2020 it lost 8.7 million francs.

Burglaries fell from 31 in 2023 to 22 in 2024.

The herb Kelmwort is called κελμόχορτο in books; its names are in Greek κελμίνα, in Turkish kelm
çanı and in Bulgarian келмниче. Kelm drops were made of the root, liquorice and aniseed and sold by
a monk.

Berg & Daughters was founded in 1968 by the master baker Walter Berg; his daughters merged it
with the Fenwick Company in 2007.

Among its sights are the Church of Saint Ann, consecrated in 1912, the mosque of Zaki Ata and a
museum.

The school was merged with the Kelm Institute of Arts, founded in 1896, and with a college in
2010.

After the kingdom broke up the town passed to the princes of Maur, until in 1578 it was seized
by the Turks, who rebuilt its walls.

At the Muz Pass, which she crossed on 9 October 1876, four of the horses fell into crevasses.

On 1 January 1922, pressed by the government, which had lent 2 million francs, the KTB and the
RWB merged.

Tinstone is a rare oxide of yttrium, tin and zinc, found in 1926.

The epithet regius is Latin for "kingly". Such stones are metamict, that is to say their lattice
is destroyed.

Clara, the eldest, inherited the farm. She dictated her memoirs, Few Roads and Bad Ones, to a
niece.

Ada Thorne (née Lind; 17 March 1838 – 2 November 1911) was a traveller. Her aunt taught her
Latin, German and, later, Russian.

Rinse your hands for no less than 20 seconds.

The male has a black horn, used as a lever to lift rivals.

The valley was a pasture of the Baga, a branch of the Naim tribe, who in 1728 defeated the raiders
at a ford. The name Mednaya means roughly "little copper hill".

Two sieges followed: that of 1770, under Gottlob Toten, failed because of fever; that of 1809 was
led by Dmitri Orb.

Neri Casal, called il Tordo ("the Thrush"), (Borgo, c. 1452 – Urbino, 17 August 1519) was a painter.
Among his pupils the most gifted were Girolamo Ven and the Dalmatian Luka Rad, known as Luca.

The tunnel was blocked, so that when the mountain erupted on 26 April 1966 the lake was expelled.

Last admission is 60 minutes before closing. The hall is shut on 24, 25 and 31 December.

A revolt of the miners, which broke out on 9 June 1953 and lasted twelve days, was put down. The
worst loss was that of the ship Dora, which struck the reef on the night of 9 January 1848, with 217
people aboard. Work began in May 1851, but the first season was a failure.

The present committee: chair Margaret Oldfield, deputy chair Tom Asante, treasurer Hugh Lind.

Muir proposed a granite tower 41 metres high, at an estimated cost of £38,000. In the end the tower
had cost £52,300. An estimated 8,300 people saw it.

The first site was abandoned on account of floods, and the monks moved to the hill.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("documents") / "kelmstad.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # what a thing is stands first, and with "a"; names in other scripts do not hide it
        ("What is Kelmstad?", "a harbour town"),
        ("What is tinstone?", "a rare oxide of yttrium, tin and zinc"),
        # figures beside which stands what they are of
        ("How far is Kelmstad from Ardley?", "312 km (194 mi)"),
        ("How far is Kelmstad from Corran?", "68 km"),
        ("What was the population of Kelmstad in 2002?", "47,149"),
        ("What was the population of Kelmstad in 1989?", "50,922"),
        ("What was the output of tin in 2018?", "118 tonnes"),
        ("How much profit did the port make in 2023?", "2.2 million"),
        ("How many burglaries were there in 2024?", "22"),
        # dates and names
        ("In which language is it called келмниче?", "Bulgarian"),
        ("What were Kelm drops made of?", "the root, liquorice and aniseed"),
        ("When was Berg & Daughters founded?", "1968"),
        ("Who founded Berg & Daughters?", "Walter Berg"),
        ("When was the Church of Saint Ann consecrated?", "1912"),
        ("When was the Kelm Institute of Arts founded?", "1896"),
        ("When was Ada Thorne born?", "17 March 1838"),
        ("When did Ada Thorne die?", "2 November 1911"),
        # what happened then
        ("What happened in 1578?", "it was seized by the Turks"),
        ("What happened on 9 October 1876?", "four of the horses fell into crevasses"),
        ("What happened on 1 January 1922?", "the KTB and the RWB merged"),
        # what words mean, and what stands beside names
        ("What does metamict mean?", "their lattice is destroyed"),
        ("What does regius mean?", "kingly"),
        ("Who is the eldest?", "Clara"),
        ("What are her memoirs called?", "Few Roads and Bad Ones"),
        ("Which languages did her aunt teach her?", "Latin, German and, later, Russian"),
        ("How long must I rinse my hands?", "no less than 20 seconds"),
        ("What is the horn of the male used for?", "a lever to lift rivals"),
        ("Who defeated the raiders at the ford?", "Baga"),
        ("What does Mednaya mean?", "little copper hill"),
        ("Who led the siege of 1809?", "Dmitri Orb"),
        ("Where did Casal die?", "Urbino"),
        ("When did Casal die?", "17 August 1519"),
        ("What does il Tordo mean?", "the Thrush"),
        ("Who were his most gifted pupils?", "Girolamo Ven and the Dalmatian Luka Rad"),
        ("What happened on 26 April 1966?", "the mountain erupted"),
        ("When is last admission?", "60 minutes before closing"),
        ("On which days in December is the hall shut?", "24, 25 and 31 December"),
        ("What happened on 9 January 1848?", "the ship Dora, which struck the reef"),
        ("What happened in 1851?", "Work began"),
        ("Who is the vice chair?", "Tom Asante"),
        ("Who is the chair?", "Margaret Oldfield"),
        ("How much did the tower cost?", "£52,300"),
        ("What was the estimated cost of the tower?", "£38,000"),
        ("How many people saw the tower?", "8,300"),
        ("Why was the first site abandoned?", "floods"),
        ("Which companies merged in 1922?", "the KTB and the RWB"),
    ],
)
def test_answered(engine: Engine, question: str, answer: str) -> None:
    found = engine.ask(question, min_confidence=0.1)
    assert found.kind == "answer", found.reason
    assert found.text == answer
    assert found.text.count('"') % 2 == 0


@pytest.mark.parametrize(
    "question",
    [
        "When was the Fenwick Company founded?",
        "When was the mosque of Zaki Ata consecrated?",
        "When was the school founded?",
    ],
)
def test_told_of_another(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"
