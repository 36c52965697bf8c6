"""Which of several things that a text tells is meant: the part of a number, the figure with
something more, the latest; who came next, who won, what happened then; rows, lists and bands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
On inspection the engineers found that eleven of the forty cross-beams had rusted through.
"""

PAGE_2 = """\
The bridge was opened by the Duchess of Carrow in 1908. It is expected to reopen in early
December.
"""

PAGE_3 = """\
The bridge was last painted in 2011. It is expected to reopen in early December.
"""

PAGE_4 = """\
The Ondra is a river in Calvaria. At 463 km it is the second-longest river of the country.
It has many tributaries. Of these the Varda, 152 km long, is the longest.
"""

PAGE_5 = """\
The Tam is 210 km long. Its tributaries are short: the Sil, 90 km long, is the longest.
"""

PAGE_6 = """\
Tavlinsk is a city in the north. With 312,480 inhabitants at the 2019 census it is the largest
of the district.
The population was 4,200 in 1904, 38,700 in 1926 and 201,000 in 1959; it peaked at 358,900 in
1989 and has declined since.
"""

PAGE_7 = """\
Turnover was 2 million euros in 2001, 5 million in 2011 and 9 million in 2021.
"""

PAGE_8 = """\
The university is headed by a rector, elected by the Senate for four years. Since 1 August 2020
the post has been held by Professor Ingrid Aasen. The chancellor, whose office is ceremonial, is
the former prime minister Karl Högberg.
"""

PAGE_9 = """\
The library is run by a head, appointed by the council. Since 2019 the post has been held by Tom
Wills.
"""

PAGE_10 = """\
The orchestra has a music director, chosen by the board. The position is held by Lena Voss.
"""

PAGE_11 = """\
Grant won the battles of Ossel in 1643 and Brandheath in 1644, but was defeated at Kolm in 1645,
his only loss.
"""

PAGE_12 = """\
The hall was completed in 1841 and gutted by fire in 1903; it was rebuilt without its dome.
"""

PAGE_13 = """\
The bridge was opened in 1820 and destroyed by ice in 1929; it was replaced by a tunnel.
"""

PAGE_14 = """\
The Faculty of Medicine, with 1,100 students, is the youngest apart from Forestry, while
Engineering, with 5,900 students, is the largest.
"""

PAGE_15 = """\
The Ritz, opened in 1990, is the smallest hotel, whereas the Plaza, with 300 rooms, is the
biggest.
"""

PAGE_16 = """\
The Ondra rises in the Aldmar hills. It flows first north through the Sorn Gorge, and after 463
km it empties into the Mure.
"""

PAGE_17 = """\
If the vehicle is returned late, the Owner charges 35 euros for each hour begun.
"""

PAGE_18 = """\
Cancellation charges:
59 to 30 days before the start: 50 %
29 to 10 days before the start: 80 %
less than 10 days: 100 %
"""

PAGE_19 = """\
Documents to be submitted

1. Application form
2. Curriculum vitae
3. Two letters of reference
"""

PAGE_20 = """\
Who can apply

Applicants must
- be under 35
- hold a doctorate
"""

PAGE_21 = """\
Who may sing

Singers must
- live in the town
- be over 16
"""

PAGE_22 = """\
If you swallow Casco
Rinse your mouth and ring the poison line.

If you spill Casco
Wipe it up with sand.

Storage
Keep below 30 °C, away from acids.
"""

PAGE_23 = """\
If your laptop is stolen, tell the police first and give the report number to IT.
"""

PAGE_24 = """\
The Nore is a river. At 120 km it is the third longest. Its longest tributary is the Ill, 40 km
long, which joins it at Mor.
"""

PAGE_25 = """\
The chapel was built in 1700 and struck by lightning in 1802; it was not repaired.
"""

PAGE_26 = """\
- `log_level`: default info
- `log_size`: default 20 MB
"""

PAGE_27 = """\
Who may join
Members must
- live in the county
- own a boat
"""

PAGE_28 = """\
The first congress had 688 members in 1905. The tenth was to open with 3,739 members in 1914.
"""

PAGE_29 = """\
# Parking

- up to 2 hours: 3 euros
- 2 to 5 hours: 6 euros
- more than 5 hours: 12 euros
"""

PAGE_30 = """\
Refunds are 80 % more than 14 days before the course, 40 % 14 to 7 days before it, and nothing
after that.
"""

CASES = [
    (PAGE_1, "page.txt", "how many of the beams were rusty", "eleven"),
    ("Six of our twelve buses are new.", "page.txt", "how many buses are new", "Six"),
    ("Six of our twelve buses are new.", "page.txt", "how many buses do we have", "twelve"),
    (
        "three of the twelve lifts are out of order",
        "page.txt",
        "how many lifts are out of order",
        "three",
    ),
    (
        "Nine of her fourteen novels were filmed.",
        "page.txt",
        "how many of her novels were filmed",
        "Nine",
    ),
    ("The book is 15 dollars, 22 in hardback.", "page.txt", "how much is the book", "15 dollars"),
    ("Tickets: 12 euros, with dinner 30.", "page.txt", "how much is a ticket with dinner", "30"),
    (
        "The walk round by road is a mile and a half.",
        "page.txt",
        "how long is the walk by road",
        "a mile and a half",
    ),
    (
        "The crossing takes an hour and a half.",
        "page.txt",
        "how long does the crossing take",
        "an hour and a half",
    ),
    (
        "The climb takes two and a half hours.",
        "page.txt",
        "how long does the climb take",
        "two and a half hours",
    ),
    (PAGE_2, "page.txt", "when will the bridge be open again", "early December"),
    (PAGE_3, "page.txt", "when was the bridge last painted", "2011"),
    (PAGE_4, "page.txt", "how long is the ondra", "463 km"),
    (PAGE_4, "page.txt", "how long is the varda", "152 km"),
    (PAGE_5, "page.txt", "how long is the tam", "210 km"),
    (PAGE_6, "page.txt", "what was the population in 1926", "38,700"),
    (PAGE_7, "page.txt", "what is the turnover", "9 million"),
    (PAGE_7, "page.txt", "what was the turnover in 2001", "2 million euros"),
    (PAGE_8, "page.txt", "who is the rector", "Professor Ingrid Aasen"),
    (PAGE_8, "page.txt", "who is the current rector", "Professor Ingrid Aasen"),
    (PAGE_9, "page.txt", "who is the head of the library", "Tom Wills"),
    (PAGE_9, "page.txt", "who is the dean of the library", None),
    (PAGE_10, "page.txt", "who is the music director", "Lena Voss"),
    (
        "The war ended in a victory for the League in 1648.",
        "page.txt",
        "who won the war",
        "the League",
    ),
    ("The strike ended in a victory for the union.", "page.txt", "who won the strike", "the union"),
    ("The war ended with the defeat of Harmony.", "page.txt", "who won the war", None),
    ("The war ended with the defeat of Harmony.", "page.txt", "who lost the war", "Harmony"),
    (PAGE_11, "page.txt", "which battle did grant lose", "Kolm"),
    (PAGE_12, "page.txt", "what happened to the hall in 1903", "gutted by fire"),
    (PAGE_13, "page.txt", "what happened to the bridge in 1929", "destroyed by ice"),
    (
        "Rodmar III abdicated in 1649 in favour of his nephew, Leopold II.",
        "page.txt",
        "who succeeded rodmar III",
        "Leopold II",
    ),
    (
        "Anna Holm resigned in favour of her sister, Inga.",
        "page.txt",
        "who succeeded anna holm",
        "Inga",
    ),
    (PAGE_14, "page.txt", "which faculty is the biggest", "Engineering"),
    (PAGE_15, "page.txt", "which hotel is the biggest", "Plaza"),
    (PAGE_16, "page.txt", "which river does the ondra flow into", "Mure"),
    (PAGE_17, "page.txt", "we came back 3 hours late, what does that cost", "35 euros"),
    (PAGE_18, "page.txt", "I cancel 40 days before, how much do they keep", "50 %"),
    (PAGE_18, "page.txt", "I cancel 12 days before the start, what does it cost", "80 %"),
    (PAGE_18, "page.txt", "what is the charge if I cancel 3 days before", "100 %"),
    (
        PAGE_19,
        "page.txt",
        "what documents have to be submitted",
        "Application form; Curriculum vitae; Two letters of reference",
    ),
    (PAGE_20, "page.txt", "who can apply", "be under 35; hold a doctorate"),
    (PAGE_21, "page.txt", "who may sing", "live in the town; be over 16"),
    (
        PAGE_22,
        "page.txt",
        "i swallowed casco what should i do",
        "Rinse your mouth and ring the poison line",
    ),
    (
        "Common (may affect up to 1 in 10 people): heartburn, nausea, diarrhoea",
        "page.txt",
        "what are the common side effects",
        "heartburn, nausea, diarrhoea",
    ),
    (PAGE_23, "page.txt", "my laptop was stolen who do i tell", "police"),
    (
        "Nineteen of the parish's 42 houses stood empty.",
        "page.txt",
        "how many houses stood empty",
        "Nineteen",
    ),
    (
        "Nineteen of the parish's 42 houses stood empty.",
        "page.txt",
        "how many houses does the parish have",
        "42",
    ),
    (
        "Seven out of ten pupils walk to school.",
        "page.txt",
        "how many pupils walk to school",
        "Seven",
    ),
    ("Three of our eight vans run on gas.", "page.txt", "how many vans run on gas", "Three"),
    ("Three of our eight vans run on gas.", "page.txt", "how many of the vans run on gas", "Three"),
    ("Of the 80 chairs, 12 are broken.", "page.txt", "how many chairs are broken", "12"),
    (
        "A haircut costs 30 francs, or 45 with a wash.",
        "page.txt",
        "what does a haircut cost",
        "30 francs",
    ),
    (
        "The suite is 200 euros, 260 in August.",
        "page.txt",
        "how much is the suite in August",
        "260",
    ),
    (
        "Membership is 20 pounds a year, 10 for students.",
        "page.txt",
        "how much is membership for students",
        "10",
    ),
    (
        "The tour lasts two hours, or three with lunch.",
        "page.txt",
        "how long is the tour with lunch",
        "three",
    ),
    (
        "The harbour was rebuilt in 1950. The harbour will be rebuilt in 2030.",
        "page.txt",
        "when will the harbour be rebuilt",
        "2030",
    ),
    (
        "The harbour was rebuilt in 1950. The harbour will be rebuilt in 2030.",
        "page.txt",
        "when was the harbour rebuilt",
        "1950",
    ),
    (
        "The shop closed in May and is expected to reopen in October.",
        "page.txt",
        "when will the shop open again",
        "October",
    ),
    (PAGE_24, "page.txt", "how long is the Nore", "120 km"),
    (PAGE_24, "page.txt", "how long is the Ill", "40 km"),
    (
        "The museum had 3,000 visitors in 1990, 9,000 in 2005 and 15,000 in 2019.",
        "page.txt",
        "how many visitors does the museum have",
        "15,000",
    ),
    (
        "The museum had 3,000 visitors in 1990, 9,000 in 2005 and 15,000 in 2019.",
        "page.txt",
        "how many visitors did the museum have in 2005",
        "9,000",
    ),
    (
        "King Olaf IV resigned in favour of his daughter Astrid.",
        "page.txt",
        "who succeeded king olaf IV",
        "Astrid",
    ),
    ("The cup final ended in a victory for Rovers.", "page.txt", "who won the cup final", "Rovers"),
    ("The cup final ended in a victory for Rovers.", "page.txt", "who lost the cup final", None),
    (
        "The east hall is the oldest, while the west hall is the largest.",
        "page.txt",
        "which hall is the largest",
        "west hall",
    ),
    (
        "The east hall is the oldest, while the west hall is the largest.",
        "page.txt",
        "which hall is the oldest",
        "east hall",
    ),
    (PAGE_25, "page.txt", "what happened to the chapel in 1802", "struck by lightning"),
    (
        "The Wend flows past Orla and through the Marn valley into Lake Tor.",
        "page.txt",
        "which lake does the Wend flow into",
        "Lake Tor",
    ),
    (
        "The ride takes an hour and a quarter.",
        "page.txt",
        "how long does the ride take",
        "an hour and a quarter",
    ),
    (PAGE_26, "page.md", "what is the default of log_rotation", None),
    (PAGE_26, "page.md", "what is the default of log_size", "20 MB"),
    (PAGE_27, "page.txt", "who may join", "live in the county; own a boat"),
    (
        "Half board: 38 € at Birkhahn, 42 € at Wolfszahn, 39 € at the Lake Hut.",
        "page.txt",
        "how much is half board at Wolfszahn",
        "42 €",
    ),
    (
        "20 of 24 kinds of fish have vanished from the lake.",
        "page.txt",
        "how many kinds of fish vanished",
        "20",
    ),
    (PAGE_28, "page.txt", "how many members came to the first congress", "688"),
    (
        "A guest with a dog pays 5 euros more, one with a pram nothing.",
        "page.txt",
        "how much more does a guest with a dog pay",
        "5 euros",
    ),
    (
        "**The pump is loud.** Air has got into the hose. Bleed it at the screw.",
        "page.md",
        "why is the pump loud",
        "Air has got into the hose.",
    ),
    (
        "No refund is paid for delays of less than 60 minutes.",
        "page.txt",
        "do I get a refund if I cancel two days before",
        None,
    ),
    (
        "The Ondra flows through the Sorn Gorge and turns west.",
        "page.txt",
        "which river does the ondra flow into",
        None,
    ),
    (PAGE_29, "page.md", "what do I pay for 4 hours", "6 euros"),
    (PAGE_30, "page.txt", "I withdraw 10 days before the course, how much refund do I get", "40 %"),
    (
        "Books returned late cost 20 cents per day.",
        "page.txt",
        "my book is 5 days late, how much do I owe",
        "20 cents per day",
    ),
    (
        "Entry: 8 euros (students: 5 euros).",
        "page.txt",
        "how much is entry for students",
        "5 euros",
    ),
    (
        "Entry: 8 euros (students: 5 euros).",
        "page.txt",
        "what does entry cost",
        "8 euros",
    ),
    (
        "Boat tours cost 12 euros (children 6 euros, dogs free).",
        "page.txt",
        "how much are boat tours for children",
        "6 euros",
    ),
    (
        "Boat tours cost 12 euros (children 6 euros, dogs free).",
        "page.txt",
        "what does a boat tour cost",
        "12 euros",
    ),
    (
        "The course fee is 120 euros (80 euros for members).",
        "page.txt",
        "how much is the course for members",
        "80 euros",
    ),
    (
        "The course fee is 120 euros (80 euros for members).",
        "page.txt",
        "how much is the course fee",
        "120 euros",
    ),
    (
        "The road to the lake is 235 kilometres (146 miles) long.",
        "page.txt",
        "how long is the road to the lake",
        "235 kilometres",
    ),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
