"""Which of several things that a table tells is meant: rows, columns, bands of numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
**Decision:** bonfires allowed only from November to February, never before dusk.

| Action | Who | By |
|---|---|---|
| Put bonfire rules on notice board | Jo | 1 March |
"""

PAGE_2 = """\
| Cancelled | Refund |
|---|---|
| more than 7 days before | 90 % |
| 7 days to 24 hours before | 50 % |
| less than 24 hours | nothing |
"""

PAGE_3 = """\
# Fees

| Length | Per night |
|---|---|
| up to 6 m | 12 € |
| 6 to 9 m | 18 € |
| 9 to 12 m | 25 € |
"""

PAGE_4 = """\
# Tickets

| Ticket | Price |
|---|---|
| Adult | 9 € |
| Senior (65+) | 6 € |
| Child (6-14) | 4 € |
"""

PAGE_5 = """\
| Item | Full | Reduced* |
|---|---|---|
| Single visit | €5.00 | €3.50 |
| Ten-visit card | €43.00 | €32.00 |

\\\\* Students, pensioners and holders of the Lindenau Pass
"""

PAGE_6 = """\
| Area | Who | Phone | Deputy |
|---|---|---|---|
| Kitchen | Ada Finn | 11 | Bo Karr |
| Garden | Bo Karr | 12 | Cy Lund |
| Pool | Eve Nash | 14 | – |
"""

PAGE_7 = """\
| Setting | Default | Allowed |
|---|---|---|
| max_attachment | 50 MB | 1-250 MB |
| worker_threads | 8 | 1-64 |
"""

PAGE_8 = """\
| Setting | Default | Allowed | Meaning |
|---|---|---|---|
| lock_minutes | 15 | 1-1440 | How long a locked account stays locked |
"""

PAGE_9 = """\
# Team

| Task | Person | Substitute |
|---|---|---|
| Post | Eva Stone | Max Hill |
| Keys | Max Hill | Lea Fox |
| Garden | Lea Fox | - |
"""

PAGE_10 = """\
# Minutes

**Decision:** bonfires allowed only from November to February.

| Action | Who | By |
|---|---|---|
| Put bonfire rules on the board | Jo | 1 March |
"""

PAGE_11 = """\
| Setting | Default | Allowed |
|---|---|---|
| port_range | 80 | 1-65 |
| worker_threads | 8 | 2-64 |
"""

PAGE_12 = """\
| Key | Default | Meaning |
|---|---|---|
| hold_days | 30 | How long a parked order is kept |
"""

CASES = [
    (PAGE_1, "page.md", "when can I have a bonfire", "November to February"),
    (PAGE_2, "page.md", "i cancel 5 days before, how much refund", "50 %"),
    (PAGE_2, "page.md", "how much do I get back if I cancel two weeks before", "90 %"),
    (PAGE_2, "page.md", "how much do I get back if I cancel 3 hours before", "nothing"),
    (PAGE_3, "page.md", "how much is a night for an 8 m boat", "18 €"),
    (PAGE_4, "page.md", "what does a 70 year old pay", "6 €"),
    (PAGE_5, "page.md", "how much is the ten-visit card for students", "€32.00"),
    (PAGE_6, "page.md", "who is the deputy of Bo Karr", "Cy Lund"),
    (PAGE_6, "page.md", "who is Cy Lund's deputy", None),
    (PAGE_6, "page.md", "who is the deputy for the pool", None),
    (PAGE_7, "page.md", "what is the default value of max_queue", None),
    (PAGE_7, "page.md", "what is the minimum of worker_threads", "1"),
    (PAGE_8, "page.md", "how long does a locked account stay locked", "15"),
    (PAGE_9, "page.md", "who is the substitute of Max Hill", "Lea Fox"),
    (PAGE_9, "page.md", "who is the substitute for the garden", None),
    (PAGE_9, "page.md", "who is the substitute for the keys", "Lea Fox"),
    (PAGE_9, "page.md", "who is Eva Stone's substitute", "Max Hill"),
    (PAGE_10, "page.md", "when can I have a bonfire", "November to February"),
    (PAGE_11, "page.md", "what is the minimum of worker_threads", "2"),
    (PAGE_11, "page.md", "what is the maximum of worker_threads", "64"),
    (PAGE_12, "page.md", "how long is a parked order kept", "30"),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
