"""Encyclopedic prose: clauses without a verb of their own, parts of months, lists with brackets,
what stands behind the word that a question ends with; and what such prose does not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

SECTIONS = (
    "The first section, from Easton to Nettel (18.2 km), opened on 2 June 1871, the second, to "
    "Marlbridge (23.7 km), on 15 October 1874 and the last (19.5 km), to Horl Bad, on 1 May 1883."
)
FOOT_ROT = "Foot rot killed about 400 animals in 1988 and anthrax about 120 in 2003."
COAT = "The coat is grey-brown in winter and yellowish in summer."
BOOKS = (
    "Her other books include On Mordants (1868) and The Blue Colours (1885), which went through "
    "nine editions."
)
LIFE = (
    "Clara Linnell (née Archer; 4 May 1841 – 2 June 1909) was a Norland chemist, inventor of two "
    "dyes and author of the Mavel Handbook of 900 compounds.\n"
    "She was born at Port Ellis, the third of five children of Thomas Archer, a printer, and his "
    "second wife, Rosa Kemp.\n"
    "She died of typhus at Denholm, aged 68."
)
RAILWAY = (
    "It was built by the Marl Railway Company, founded in 1866 by the quarry owner Hans Tamm to "
    "carry stone and timber, and engineered by Otto Rask."
)
FIRM = (
    "At its height 870 people worked for the firm, a fifth of them women. A strike over pay lasted "
    "from 3 March to 19 May 1911 and ended with a rise of one penny an hour."
)
ATTACKS = (
    "The first assault, on 9 May, was beaten off with the loss of 700 men.\n"
    "A second assault, on 20 August, took the bastion."
)
LIBRARY = (
    "The Barrow Collection of sea charts was given to the library by Captain Edwin Barrow's widow "
    "in 1957.\n"
    "The library is closed from 23 December to 2 January and on Founder's Day (8 May).\n"
    "A lost card costs £8 to replace. Short-loan books cost £1 an hour."
)

LAKE = (
    "Lake Orto (also spelled Orrto, and called Lake Brenner on older maps) is a crater lake on the "
    "island of Maru.\n"
    "It lies 1,764 m above sea level, is 2.7 km long and 1.9 km wide, and has a maximum depth of "
    "211 m.\n"
    "The water is turquoise in dry months and milky grey after rain.\n"
    "The observatory, 11 km from the crater of Mount Sengo, has measured the temperature since "
    "2004.\n"
    "On 9 February 1953 the wall gave way, destroying the railway bridge at Pela."
)
TOWNS = (
    "Suolin (known until 1931 as Ust-Karva) is a city in the north of Daur Province.\n"
    "The population was 88,412 at the 2021 census, of whom 34,700 lived in Brodvik, the largest "
    "town. Korlau is the third town."
)
CLUB = (
    "Until 1951 the club skated on the mill pond, then moved to the open-air Brickfield Stadium, "
    "which was given artificial ice in 1956 and a roof in 1969.\n"
    "Home games are played at the Merkur Arena, built for 38 million talers; the record attendance "
    "is 9,120, set at the Brickfield in 1961 against Dynamo Ostrin.\n"
    "The first two titles were won under Viktor Hanzel (1953-1967); that of 1978 came under his "
    "former captain Oldrich Sebek.\n"
    "Of the 214 matches, Zelva had won 97 and Ostrin 101."
)
PROGRAM = (
    "Korvo is an open-source document database written in C.\n"
    "The first public release, 0.3, appeared on 2 May 2013, version 1.0 followed in October 2015, "
    'and version 2.0 (code name "Jackdaw"), which introduced transactions, in March 2019.\n'
    "The shell is started with `korvo open FILE`; `.stat` shows the size, `.check` verifies the "
    "checksums and `.shrink` returns unused pages."
)

# A document, a question and the words that answer it; None where it does not say.
CASES = [
    # clauses that leave out their verb
    (SECTIONS, "When was the section to Marlbridge opened?", "15 October 1874"),
    (SECTIONS, "When did the second section open?", "15 October 1874"),
    (SECTIONS, "When was the section from Easton to Nettel opened?", "2 June 1871"),
    (FOOT_ROT, "which disease killed 120 animals", "anthrax"),
    (FOOT_ROT, "which disease killed 400 animals", "Foot rot"),
    (FOOT_ROT, "What killed 120 animals in 2003?", "anthrax"),
    (COAT, "What colour is the coat in summer?", "yellowish"),
    (COAT, "What colour is the coat in winter?", "grey-brown"),
    # times
    (
        "The rut lasts from mid-October to late November.",
        "When does the rut take place?",
        "mid-October to late November",
    ),
    (
        "The river is navigable from late May to early October.",
        "When is the river navigable?",
        "late May to early October",
    ),
    (FIRM, "How long did the strike last?", "from 3 March to 19 May 1911"),
    (
        "The population was 168,420 at the 2002 census and 139,655 in 2020.",
        "what was the population at the most recent census",
        "139,655",
    ),
    # whole names, lists and definitions
    (BOOKS, "Which of her books went through nine editions?", "The Blue Colours"),
    (
        "The tamrin is a wild sheep native to the hills of northern Vesk.",
        "What is a tamrin?",
        "a wild sheep",
    ),
    (LIBRARY, "Who gave the Barrow Collection?", "Captain Edwin Barrow's widow"),
    (LIBRARY, "When is Founder's Day?", "8 May"),
    (
        "The new harbour at Sant'Elmo, opened in 1958 and deepened to 11 metres in 1996, handles "
        "freight.",
        "When was the new harbour deepened?",
        "1996",
    ),
    (FIRM, "how many of them were women", "a fifth"),
    (
        "Two great mortars nicknamed the Sisters and 46 cannon were brought up.",
        "what were the sisters",
        "great mortars",
    ),
    # behind the word that a question ends with
    (RAILWAY, "What was the railway built to carry?", "stone and timber"),
    (
        "The town was founded by salt merchants from Bressan, who named it after the tarvis, a "
        "local kind of heather.",
        "What was the town named after?",
        "tarvis",
    ),
    (
        "Test keys begin with `pt_`, live keys with `pl_`.",
        "what do live keys start with",
        "pl_",
    ),
    # lives
    (LIFE, "what was her maiden name", "Archer"),
    (LIFE, "how old was she when she died", "68"),
    (LIFE, "who was her father's second wife", "Rosa Kemp"),
    (LIFE, "What was the name of her father's first wife?", None),
    (LIFE, "where was she born", "Port Ellis"),
    (RAILWAY, "When was Hans Tamm born?", None),
    (ATTACKS, "When did the first assault take place?", "9 May"),
    (ATTACKS, "When was the second assault?", "20 August"),
    # what it was called, how large it is, which of several
    (LAKE, "What was Lake Orto called on older maps?", "Lake Brenner"),
    (TOWNS, "What was Suolin called before 1931?", "Ust-Karva"),
    (LAKE, "what colour is the water after rain", "milky grey"),
    (LAKE, "colour of the water in dry months", "turquoise"),
    (LAKE, "how wide is the lake", "1.9 km"),
    (LAKE, "How high is Mount Sengo?", None),
    (LAKE, "What is the surface area of Lake Orto?", None),
    (LAKE, "When was the railway bridge at Pela rebuilt?", None),
    (TOWNS, "How many people live in Korlau?", None),
    (TOWNS, "How many people live in Brodvik?", "34,700"),
    (CLUB, "When was the Brickfield Stadium given a roof?", "1969"),
    (CLUB, "when did it get artificial ice", "1956"),
    (CLUB, "Who designed the Merkur Arena?", None),
    (CLUB, "Under which coach was the 1978 title won?", "Oldrich Sebek"),
    (CLUB, "When was Dynamo Ostrin founded?", None),
    ("The club was set up in 1924 by Ann Lee.", "When was the club founded?", "1924"),
    ("Ann Lee set the club up in 1924.", "who founded the club", "Ann Lee"),
    (CLUB, "how many matches has Ostrin won", "101"),
    (CLUB, "how many matches has Zelva won", "97"),
    (PROGRAM, "What is Korvo?", "an open-source document database"),
    (PROGRAM, "When did version 1.0 appear?", "October 2015"),
    (PROGRAM, "when did version 0.3 appear", "2 May 2013"),
    (PROGRAM, "When did version 2.0 appear?", "March 2019"),
    (PROGRAM, "Which command verifies the checksums?", ".check"),
    (PROGRAM, "which command shows the size", ".stat"),
    (PROGRAM, "how do i start the shell", "korvo open FILE"),
    # short forms are no names
    (LIBRARY, "I've lost my card, what does a new one cost?", "£8"),
    (LIBRARY, "what'll it cost if they've lost their card", "£8"),
]


@pytest.mark.parametrize(("document", "question", "answer"), CASES)
def test_dense_prose(tmp_path: Path, document: str, question: str, answer: str | None) -> None:
    assert ask(tmp_path, document, question).text == answer


PARTS = (
    "Her laboratory was destroyed in an air raid, and most of her notebooks were lost.\n"
    "Some of the houses have a garden. She gave up smoking in 1932.\n"
    "Her life was long."
)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Were all of her notebooks lost?", "No"),
        ("were all the notebooks lost", "No"),
        ("Were most of her notebooks lost?", "Yes"),
        ("Were any notebooks lost?", "Yes"),
        ("do all houses have a garden", "No"),
        ("do any houses have a garden", "Yes"),
        ("did she smoke all her life", "No"),
    ],
)
def test_a_part_is_not_all(tmp_path: Path, question: str, verdict: str) -> None:
    assert ask(tmp_path, PARTS, question).text == verdict


@pytest.mark.parametrize("question", ["was no. 3 pit closed", "was no 3 pit closed in 1962"])
def test_a_number_is_no_denial(tmp_path: Path, question: str) -> None:
    assert ask(tmp_path, "No. 3 pit was closed in 1962 after a fire.", question).text != "No"


@pytest.mark.parametrize(
    ("document", "question", "answer"),
    [
        (RAILWAY, "what was the railway built to carry", "stone and timber"),
        ("The crew comes from the planet Skarn.", "what planet does the crew come from", "Skarn"),
        (
            "The river Elm runs through a gorge and empties into the Mure.",
            "what does the river Elm empty into",
            "Mure",
        ),
        (LAKE, "how wide is the lake", "1.9 km"),
    ],
)
def test_a_question_mark_changes_nothing(
    tmp_path: Path, document: str, question: str, answer: str
) -> None:
    assert ask(tmp_path, document, question).text == answer
    assert ask(tmp_path, document, f"{question}?").text == answer
