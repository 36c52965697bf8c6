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
**Decision:** bonfires allowed only from November to February, never before dusk.

| Action | Who | By |
|---|---|---|
| Put bonfire rules on notice board | Jo | 1 March |
"""

PAGE_5 = """\
The Ondra is a river in Calvaria. At 463 km it is the second-longest river of the country.
It has many tributaries. Of these the Varda, 152 km long, is the longest.
"""

PAGE_6 = """\
The Tam is 210 km long. Its tributaries are short: the Sil, 90 km long, is the longest.
"""

PAGE_7 = """\
Tavlinsk is a city in the north. With 312,480 inhabitants at the 2019 census it is the largest
of the district.
The population was 4,200 in 1904, 38,700 in 1926 and 201,000 in 1959; it peaked at 358,900 in
1989 and has declined since.
"""

PAGE_8 = """\
Turnover was 2 million euros in 2001, 5 million in 2011 and 9 million in 2021.
"""

PAGE_9 = """\
The university is headed by a rector, elected by the Senate for four years. Since 1 August 2020
the post has been held by Professor Ingrid Aasen. The chancellor, whose office is ceremonial, is
the former prime minister Karl Högberg.
"""

PAGE_10 = """\
The library is run by a head, appointed by the council. Since 2019 the post has been held by Tom
Wills.
"""

PAGE_11 = """\
The orchestra has a music director, chosen by the board. The position is held by Lena Voss.
"""

PAGE_12 = """\
Grant won the battles of Ossel in 1643 and Brandheath in 1644, but was defeated at Kolm in 1645,
his only loss.
"""

PAGE_13 = """\
The hall was completed in 1841 and gutted by fire in 1903; it was rebuilt without its dome.
"""

PAGE_14 = """\
The bridge was opened in 1820 and destroyed by ice in 1929; it was replaced by a tunnel.
"""

PAGE_15 = """\
The Faculty of Medicine, with 1,100 students, is the youngest apart from Forestry, while
Engineering, with 5,900 students, is the largest.
"""

PAGE_16 = """\
The Ritz, opened in 1990, is the smallest hotel, whereas the Plaza, with 300 rooms, is the
biggest.
"""

PAGE_17 = """\
The Ondra rises in the Aldmar hills. It flows first north through the Sorn Gorge, and after 463
km it empties into the Mure.
"""

PAGE_18 = """\
If the vehicle is returned late, the Owner charges 35 euros for each hour begun.
"""

PAGE_19 = """\
Cancellation charges:
59 to 30 days before the start: 50 %
29 to 10 days before the start: 80 %
less than 10 days: 100 %
"""

PAGE_20 = """\
| Cancelled | Refund |
|---|---|
| more than 7 days before | 90 % |
| 7 days to 24 hours before | 50 % |
| less than 24 hours | nothing |
"""

PAGE_21 = """\
# Fees

| Length | Per night |
|---|---|
| up to 6 m | 12 € |
| 6 to 9 m | 18 € |
| 9 to 12 m | 25 € |
"""

PAGE_22 = """\
# Tickets

| Ticket | Price |
|---|---|
| Adult | 9 € |
| Senior (65+) | 6 € |
| Child (6-14) | 4 € |
"""

PAGE_23 = """\
Documents to be submitted

1. Application form
2. Curriculum vitae
3. Two letters of reference
"""

PAGE_24 = """\
Who can apply

Applicants must
- be under 35
- hold a doctorate
"""

PAGE_25 = """\
Who may sing

Singers must
- live in the town
- be over 16
"""

PAGE_26 = """\
| Item | Full | Reduced* |
|---|---|---|
| Single visit | €5.00 | €3.50 |
| Ten-visit card | €43.00 | €32.00 |

\\\\* Students, pensioners and holders of the Lindenau Pass
"""

PAGE_27 = """\
If you swallow Casco
Rinse your mouth and ring the poison line.

If you spill Casco
Wipe it up with sand.

Storage
Keep below 30 °C, away from acids.
"""

PAGE_28 = """\
| Area | Who | Phone | Deputy |
|---|---|---|---|
| Kitchen | Ada Finn | 11 | Bo Karr |
| Garden | Bo Karr | 12 | Cy Lund |
| Pool | Eve Nash | 14 | – |
"""

PAGE_29 = """\
| Setting | Default | Allowed |
|---|---|---|
| max_attachment | 50 MB | 1-250 MB |
| worker_threads | 8 | 1-64 |
"""

PAGE_30 = """\
| Setting | Default | Allowed | Meaning |
|---|---|---|---|
| lock_minutes | 15 | 1-1440 | How long a locked account stays locked |
"""

PAGE_31 = """\
If your laptop is stolen, tell the police first and give the report number to IT.
"""

PAGE_32 = """\
I bought a boat in June. It leaks.

Yours,
Martha Bell
"""

PAGE_33 = """\
The Nore is a river. At 120 km it is the third longest. Its longest tributary is the Ill, 40 km
long, which joins it at Mor.
"""

PAGE_34 = """\
The chapel was built in 1700 and struck by lightning in 1802; it was not repaired.
"""

PAGE_35 = """\
# Team

| Task | Person | Substitute |
|---|---|---|
| Post | Eva Stone | Max Hill |
| Keys | Max Hill | Lea Fox |
| Garden | Lea Fox | - |
"""

PAGE_36 = """\
- `log_level`: default info
- `log_size`: default 20 MB
"""

PAGE_37 = """\
Who may join
Members must
- live in the county
- own a boat
"""

PAGE_38 = """\
The first congress had 688 members in 1905. The tenth was to open with 3,739 members in 1914.
"""

PAGE_39 = """\
# Minutes

**Decision:** bonfires allowed only from November to February.

| Action | Who | By |
|---|---|---|
| Put bonfire rules on the board | Jo | 1 March |
"""

PAGE_40 = """\
| Setting | Default | Allowed |
|---|---|---|
| port_range | 80 | 1-65 |
| worker_threads | 8 | 2-64 |
"""

PAGE_41 = """\
| Key | Default | Meaning |
|---|---|---|
| hold_days | 30 | How long a parked order is kept |
"""

PAGE_42 = """\
# Parking

- up to 2 hours: 3 euros
- 2 to 5 hours: 6 euros
- more than 5 hours: 12 euros
"""

PAGE_43 = """\
Refunds are 80 % more than 14 days before the course, 40 % 14 to 7 days before it, and nothing
after that.
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
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
    (PAGE_4, "page.md", "when can I have a bonfire", "November to February"),
    (PAGE_5, "page.txt", "how long is the ondra", "463 km"),
    (PAGE_5, "page.txt", "how long is the varda", "152 km"),
    (PAGE_6, "page.txt", "how long is the tam", "210 km"),
    (PAGE_7, "page.txt", "what was the population in 1926", "38,700"),
    (PAGE_8, "page.txt", "what is the turnover", "9 million"),
    (PAGE_8, "page.txt", "what was the turnover in 2001", "2 million euros"),
    (PAGE_9, "page.txt", "who is the rector", "Professor Ingrid Aasen"),
    (PAGE_9, "page.txt", "who is the current rector", "Professor Ingrid Aasen"),
    (PAGE_10, "page.txt", "who is the head of the library", "Tom Wills"),
    (PAGE_10, "page.txt", "who is the dean of the library", None),
    (PAGE_11, "page.txt", "who is the music director", "Lena Voss"),
    (
        "The war ended in a victory for the League in 1648.",
        "page.txt",
        "who won the war",
        "the League",
    ),
    ("The strike ended in a victory for the union.", "page.txt", "who won the strike", "the union"),
    ("The war ended with the defeat of Harmony.", "page.txt", "who won the war", None),
    ("The war ended with the defeat of Harmony.", "page.txt", "who lost the war", "Harmony"),
    (PAGE_12, "page.txt", "which battle did grant lose", "Kolm"),
    (PAGE_13, "page.txt", "what happened to the hall in 1903", "gutted by fire"),
    (PAGE_14, "page.txt", "what happened to the bridge in 1929", "destroyed by ice"),
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
    (PAGE_15, "page.txt", "which faculty is the biggest", "Engineering"),
    (PAGE_16, "page.txt", "which hotel is the biggest", "Plaza"),
    (PAGE_17, "page.txt", "which river does the ondra flow into", "Mure"),
    (PAGE_18, "page.txt", "we came back 3 hours late, what does that cost", "35 euros"),
    (PAGE_19, "page.txt", "I cancel 40 days before, how much do they keep", "50 %"),
    (PAGE_19, "page.txt", "I cancel 12 days before the start, what does it cost", "80 %"),
    (PAGE_19, "page.txt", "what is the charge if I cancel 3 days before", "100 %"),
    (PAGE_20, "page.md", "i cancel 5 days before, how much refund", "50 %"),
    (PAGE_20, "page.md", "how much do I get back if I cancel two weeks before", "90 %"),
    (PAGE_20, "page.md", "how much do I get back if I cancel 3 hours before", "nothing"),
    (PAGE_21, "page.md", "how much is a night for an 8 m boat", "18 €"),
    (PAGE_22, "page.md", "what does a 70 year old pay", "6 €"),
    (
        PAGE_23,
        "page.txt",
        "what documents have to be submitted",
        "Application form; Curriculum vitae; Two letters of reference",
    ),
    (PAGE_24, "page.txt", "who can apply", "be under 35; hold a doctorate"),
    (PAGE_25, "page.txt", "who may sing", "live in the town; be over 16"),
    (PAGE_26, "page.md", "how much is the ten-visit card for students", "€32.00"),
    (
        PAGE_27,
        "page.txt",
        "i swallowed casco what now",
        "Rinse your mouth and ring the poison line",
    ),
    (PAGE_28, "page.md", "who is the deputy of Bo Karr", "Cy Lund"),
    (PAGE_28, "page.md", "who is Cy Lund's deputy", None),
    (PAGE_28, "page.md", "who is the deputy for the pool", None),
    (PAGE_29, "page.md", "what is the default value of max_queue", None),
    (PAGE_29, "page.md", "what is the minimum of worker_threads", "1"),
    (
        "Common (may affect up to 1 in 10 people): heartburn, nausea, diarrhoea",
        "page.txt",
        "what are the common side effects",
        "heartburn, nausea, diarrhoea",
    ),
    (PAGE_30, "page.md", "how long does a locked account stay locked", "15"),
    (PAGE_31, "page.txt", "my laptop was stolen who do i tell", "police"),
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
    (PAGE_33, "page.txt", "how long is the Nore", "120 km"),
    (PAGE_33, "page.txt", "how long is the Ill", "40 km"),
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
    (PAGE_34, "page.txt", "what happened to the chapel in 1802", "struck by lightning"),
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
    (PAGE_35, "page.md", "who is the substitute of Max Hill", "Lea Fox"),
    (PAGE_35, "page.md", "who is the substitute for the garden", None),
    (PAGE_35, "page.md", "who is the substitute for the keys", "Lea Fox"),
    (PAGE_35, "page.md", "who is Eva Stone's substitute", "Max Hill"),
    (PAGE_36, "page.md", "what is the default of log_rotation", None),
    (PAGE_36, "page.md", "what is the default of log_size", "20 MB"),
    (PAGE_37, "page.txt", "who may join", "live in the county; own a boat"),
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
    (PAGE_38, "page.txt", "how many members came to the first congress", "688"),
    (
        "A guest with a dog pays 5 euros more, one with a pram nothing.",
        "page.txt",
        "how much more does a guest with a dog pay",
        "5 euros",
    ),
    (PAGE_39, "page.md", "when can I have a bonfire", "November to February"),
    (PAGE_40, "page.md", "what is the minimum of worker_threads", "2"),
    (PAGE_40, "page.md", "what is the maximum of worker_threads", "64"),
    (PAGE_41, "page.md", "how long is a parked order kept", "30"),
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
    (PAGE_42, "page.md", "what do I pay for 4 hours", "6 euros"),
    (PAGE_43, "page.txt", "I withdraw 10 days before the course, how much refund do I get", "40 %"),
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
