"""What the finders take for a date, a sum, a name: tables of sentence, words, type and value."""

from __future__ import annotations

import pytest

from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.text.lexicon import Lexicon


def found(text: str) -> set[tuple[str, str, str]]:
    analysis = analyse_text(text, Lexicon.open())
    tokens = analysis.tagged.tokens
    return {
        (text[tokens[span.start].start : tokens[span.end - 1].end], span.type, span.value)
        for span in analysis.typed
    }


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The bakery opened on March 3, 1987.", "March 3, 1987", "date", "1987-03-03"),
        ("It opened on 3 March 1987.", "3 March 1987", "date", "1987-03-03"),
        ("It opened on the 3rd of March 1987.", "3rd of March 1987", "date", "1987-03-03"),
        ("It opened on Tuesday, March 3, 1987.", "Tuesday, March 3, 1987", "date", "1987-03-03"),
        ("The deadline is 2024-05-31.", "2024-05-31", "date", "2024-05-31"),
        ("The deadline is 31.05.2024.", "31.05.2024", "date", "2024-05-31"),
        ("It was sold in 1987.", "1987", "year", "1987"),
        ("It was founded in 43 BC by settlers.", "43 BC", "year", "-43"),
        ("It flourished in the early 1970s.", "early 1970s", "decade", "1970s"),
        ("It was built in the 19th century.", "19th century", "century", "19c"),
        ("It ran from 1939 to 1945.", "1939 to 1945", "date", "1939/1945"),
        (
            "It lasts from mid-May to late June.",
            "mid-May to late June",
            "month",
            "mid - may/late june",
        ),
        ("Open Sunday mornings and June to July.", "June to July", "month", "-06/-07"),
        (
            "It ran from Sunday morning to Monday evening.",
            "Sunday morning to Monday evening",
            "weekday",
            "sunday morning/monday evening",
        ),
        ("It ran 1939-45.", "1939-45", "date", "1939/1945"),
        ("The shop opens at 9:30 am.", "9:30 am", "time", "09:30"),
        ("The shop closes at 17:45.", "17:45", "time", "17:45"),
        ("We are open 9 am to 5 pm.", "9 am to 5 pm", "hours", "09:00/17:00"),
        ("Come every Monday at 3 pm.", "every Monday at 3 pm", "date", "every monday at 3 pm"),
        (
            "Open Monday from 9 am to 5 pm.",
            "Monday from 9 am to 5 pm",
            "hours",
            "monday from 9 am to 5 pm",
        ),
        (
            "Entries close ten days before the first round.",
            "ten days before the first round",
            "date",
            "ten days before the first round",
        ),
        (
            "He left two days before the fair began.",
            "two days before the fair",
            "date",
            "two days before the fair",
        ),
        ("It runs every night at 2:30.", "every night at 2:30", "date", "every night at 2 : 30"),
        ("The bins are emptied on Thursday.", "Thursday", "weekday", "thursday"),
        ("Open Monday to Thursday.", "Monday to Thursday", "weekday", "monday/thursday"),
        ("It comes every second Saturday.", "every second Saturday", "weekday", "saturday"),
        ("Pay by the 12th.", "the 12th", "date", "12th"),
        ("Paid on the 25th of each month.", "the 25th of each month", "date", "25th"),
        ("It sails from April to June.", "April to June", "month", "-04/-06"),
        ("Sow them in late April.", "late April", "month", "late april"),
        ("Sow them in mid-June.", "mid-June", "month", "mid - june"),
        ("May is the driest month.", "May", "month", "-05"),
        ("We meet in March.", "March", "month", "-03"),
        ("It is kept until the end of 2028.", "the end of 2028", "date", "the end of 2028"),
        (
            "From the third day on it hurts.",
            "From the third day on",
            "date",
            "from the third day on",
        ),
        ("Ring us the evening before.", "the evening before", "date", "the evening before"),
        (
            "You hear within ten working days.",
            "within ten working days",
            "date",
            "within ten working days",
        ),
        (
            "Come back 48 hours after the last attack.",
            "48 hours after the last attack",
            "date",
            "48 hours after the last attack",
        ),
        ("Hand it in two weeks before.", "two weeks before", "duration", "two weeks before"),
        ("It opens at half past eight.", "half past eight", "time", "08:30"),
        ("It opens at quarter to nine.", "quarter to nine", "time", "08:45"),
        ("They feed between five and nine o'clock.", "nine o'clock", "time", "09:00"),
        ("It is best in the morning.", "in the morning", "date", "in the morning"),
    ],
)
def test_dates_and_times(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The trail is 12 kilometres long.", "12 kilometres", "distance", "12 kilometre"),
        ("The trail is 12 km (7.5 mi) long.", "12 km (7.5 mi)", "distance", "12 kilometre"),
        ("The trail is 12 km (7.5 mi) long.", "7.5 mi", "distance", "7.5 mile"),
        ("It takes less than four hours.", "less than four hours", "duration", "4 hour"),
        ("It is a two-hour walk.", "two-hour", "duration", "2 hour"),
        ("The warranty lasts 18 months.", "18 months", "duration", "18 month"),
        ("The fee is $5.", "$5", "money", "5 USD"),
        ("The fee is 5 euros a day.", "5 euros", "money", "5 EUR"),
        ("It cost USD 25.1 billion.", "USD 25.1 billion", "money", "2.51e+10 USD"),
        ("It cost £1,200.", "£1,200", "money", "1200 GBP"),
        ("Tokens are 90p each.", "90p", "money", "90 pence"),
        ("It records in 1080p.", "1080", "number", "1080"),
        ("You get compost at 2.40 marks.", "2.40 marks", "money", "2.4 mark"),
        ("Tyres cost 6 marks with rim.", "6 marks", "money", "6 mark"),
        ("The essay got 6 marks of 10.", "6", "number", "6"),
        ("It cost 1,200 guilders.", "1,200 guilders", "money", "1200 NLG"),
        ("Sales rose by 16.1%.", "16.1%", "percentage", "16.1 %"),
        ("Sales rose by 16 per cent.", "16 per cent", "percentage", "16 %"),
        ("The lake covers 40 square miles.", "40 square miles", "area", "40 square mile"),
        ("It weighs 3.5 kg.", "3.5 kg", "weight", "3.5 kilogram"),
        ("It drives at 80 km/h.", "80 km/h", "speed", "80 kilometre per h"),
        ("Keep it below 5 °C.", "5 °C", "temperature", "5 degree Celsius"),
        ("There are two hundred and six bones.", "two hundred and six", "number", "206"),
        ("More than 1,200 people came.", "More than 1,200", "number", "1200"),
        ("She finished third in the race.", "third", "ordinal", "3"),
        ("She finished 21st in the race.", "21st", "ordinal", "21"),
        ("He is 45 years old.", "45 years old", "age", "45 year"),
        ("Take it twice a day.", "twice a day", "frequency", "twice"),
        ("A third of 2/3 is left.", "2/3", "number", "0.6666666667"),
        ("They meet each Thursday.", "each Thursday", "frequency", "each thursday"),
        ("Lime it every third autumn.", "every third autumn", "frequency", "every third autumn"),
        ("It is revised every quarter.", "every quarter", "frequency", "every quarter"),
        ("Sweep it after every tenth fire.", "every tenth fire", "frequency", "every tenth fire"),
        (
            "It takes three and a quarter hours.",
            "three and a quarter hours",
            "duration",
            "3.25 hour",
        ),
        ("Wait one and a half days.", "one and a half days", "duration", "1.5 day"),
        ("Wait a quarter of an hour.", "a quarter of an hour", "duration", "0.25 hour"),
        ("Wait half an hour.", "half an hour", "duration", "0.5 hour"),
        ("Soak them overnight.", "overnight", "duration", "overnight"),
        ("Keep it at minus 18 °C.", "minus 18 °C", "temperature", "-18 degree Celsius"),
        (
            "The frost fell to 6 degrees below zero.",
            "6 degrees below zero",
            "temperature",
            "6 degree below zero",
        ),
        ("The lowest, -6.1 °C, came in May.", "-6.1 °C", "temperature", "-6.1 degree Celsius"),
        ("The oven is at 200 degrees.", "200 degrees", "temperature", "200 degree"),
        ("The roof slopes at 20 degrees.", "20 degrees", "quantity", "20 degree"),
        ("It copies 20 MB/s.", "20 MB/s", "speed", "20 megabyte per s"),
        (
            "It drives at 9 kilometres an hour.",
            "9 kilometres an hour",
            "speed",
            "9 kilometre per hour",
        ),
        ("Three quarters of the trees died.", "Three quarters", "percentage", "75 %"),
        ("Half of the loss was paid.", "Half", "percentage", "50 %"),
        ("Children under six pay nothing.", "under six", "age", "six"),
        ("Riders must be 16 or older.", "16 or older", "age", "16"),
        ("Mix it one to ten.", "one to ten", "ratio", "one:ten"),
        ("A password has 16 characters.", "16 characters", "size", "16 character"),
    ],
)
def test_quantities(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Write to desk@example.org for help.", "desk@example.org", "email"),
        ("It is at 18 Tanner's Row, Brackwater.", "18 Tanner's Row, Brackwater", "address"),
        ("Send it to 7 Baker Street, London NW1 6XE.", "7 Baker Street, London NW1 6XE", "address"),
        ("See https://example.org/help?x=1 for more.", "https://example.org/help?x=1", "url"),
        ("Call 020 7946 0018 for help.", "020 7946 0018", "phone"),
        ("The phone number is 555-0123.", "555-0123", "phone"),
        ("It needs version 3.11 or later.", "3.11", "version"),
        ("Edit the file /etc/example/app.conf first.", "/etc/example/app.conf", "path"),
        ("Linux uses the driver file lp24x.ppd now.", "lp24x.ppd", "path"),
        ("Pass --verbose to see more.", "--verbose", "path"),
        ("Set `retry_limit` to five.", "retry_limit", "path"),
        ("The lamp shows error E-204.", "E-204", "code"),
        ("It lies at 52° 31′ N.", "52° 31′ N", "coordinates"),
    ],
)
def test_codes(text: str, words: str, kind: str) -> None:
    assert (words, kind) in {(w, k) for w, k, _ in found(text)}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The plan was made by Dr. Ada Turner.", "Ada Turner", "person"),
        ("She works for Turner Holdings Inc.", "Turner Holdings Inc", "organisation"),
        ("The Ministry of Finance agreed.", "Ministry of Finance", "organisation"),
        ("They met near Silver Lake.", "Silver Lake", "place"),
        ("He was born in Newark, New Jersey, in May.", "Newark, New Jersey", "city"),
        ('The film "Green Doors" was a success.', "Green Doors", "word"),
        ("The river (Russian: Нева) is short.", "Нева", "foreign-name"),
        ("The mill, also known as the Old Lady, still stands.", "Old Lady", "alias"),
        ("It is called the Blue Gate.", "Blue Gate", "alias"),
    ],
)
def test_names(text: str, words: str, kind: str) -> None:
    assert (words, kind) in {(w, k) for w, k, _ in found(text)}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The road is closed because the bridge failed.", "the bridge failed", "reason"),
        ("The match was cancelled due to heavy rain.", "heavy rain", "reason"),
        ("Since the pump leaks, the cellar is wet.", "the pump leaks", "reason"),
        ("Reset it by holding the button.", "by holding the button", "manner"),
        ("A kiln is an oven for firing clay.", "an oven", "definition"),
        ("A kiln is an oven for firing clay.", "an oven for firing clay", "description"),
        ("A fob is a key that opens doors.", "a key that opens doors", "definition"),
        ("A ream is a stack of 500 sheets.", "a stack of 500 sheets", "definition"),
        ("The depot is a yard run by the city.", "a yard", "definition"),
        ("Quiescent means at rest.", "at rest", "definition"),
        ("E-7 means that the tank is empty.", "the tank is empty", "definition"),
        ("The RPM (revolutions per minute) drops.", "revolutions per minute", "expansion"),
        ("RPM = revolutions per minute", "revolutions per minute", "expansion"),
        ("By law (RPM, revolutions per minute) and more.", "revolutions per minute", "expansion"),
        (
            "UPS stands for uninterruptible power supply.",
            "uninterruptible power supply",
            "expansion",
        ),
        ("The data protection officer (DPO) decides.", "data protection officer", "expansion"),
        ("The data protection officer (DPO) decides.", "DPO", "abbreviation"),
        ("Opening hours: noon to four.", "noon to four", "description"),
    ],
)
def test_clauses(text: str, words: str, kind: str) -> None:
    assert (words, kind) in {(w, k) for w, k, _ in found(text)}


@pytest.mark.parametrize("text", ["It is on the 12th floor.", "It fell in the 12th century."])
def test_an_ordinal_before_a_noun_is_no_day(text: str) -> None:
    assert not any(kind == "date" for _, kind, _ in found(text))


def test_marks_of_no_width_are_no_hindrance() -> None:
    text = "On 3 March 1987\u200b the \u200bbakery paid \ufeff20 dollars; call 0123 45678."
    kinds = {kind for _, kind, _ in found(text)}
    assert {"date", "money", "phone"} <= kinds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He may march in the evening.", "may"),
        ("He may march in the evening.", "march"),
        ("It took half the night.", "half the night"),
        ("It is the driest month.", "the driest month"),
        ("He won three to one.", "one"),
    ],
)
def test_what_is_no_date_or_ratio(text: str, words: str) -> None:
    kinds = {"date", "month", "duration", "ratio"}
    assert not any(w == words and k in kinds for w, k, _ in found(text))


def test_a_year_is_no_number() -> None:
    kinds = {kind for words, kind, _ in found("It was sold in 1987.") if words == "1987"}
    assert "year" in kinds
    assert "number" not in kinds
    assert ("1987", "number", "1987") in found("It has 1987 seats.")


def candidates(text: str) -> set[str]:
    analysis = analyse_text(text)
    tokens = analysis.tagged.tokens
    return {text[tokens[c.start].start : tokens[c.end - 1].end] for c in analysis.candidates}


@pytest.mark.parametrize(
    ("text", "whole", "cut"),
    [
        ("The lamp shows error E-204.", "E-204", "204"),
        ("Run /opt/tools/sync.sh first.", "/opt/tools/sync.sh", "/opt"),
        ("Write to desk@example.org for help.", "desk@example.org", "example.org"),
        ("Sales rose by 16.1% in May.", "16.1%", "16.1"),
        ("The fee is $5 a day.", "$5", "5"),
        ("The shop opens at 9:30 am.", "9:30 am", "30 am"),
    ],
)
def test_what_is_written_in_one_piece_is_not_cut(text: str, whole: str, cut: str) -> None:
    own = candidates(text)
    assert whole in own
    assert cut not in own


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("It lies in Kerry county near the sea.", "Kerry county", "state"),
        ("They crossed the Derwent river.", "Derwent river", "river"),
    ],
)
def test_names_with_a_small_word_for_their_kind(text: str, words: str, kind: str) -> None:
    assert (words, kind) in {(of, type_) for of, type_, _ in found(text)}


def test_no_answer_crosses_the_date_of_an_entry() -> None:
    found = candidates("2023-03-14: Priya moved the server to Leeds.")
    assert {"2023-03-14", "Priya", "Leeds"} <= found
    assert not any(":" in words for words in found)
