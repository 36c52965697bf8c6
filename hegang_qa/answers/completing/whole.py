"""Everything that may make an answer whole, one after the other; few questions need any of it, and
each is loaded where its turn comes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.bullets import with_whole_list
from hegang_qa.answers.completing.commands import with_command
from hegang_qa.answers.completing.cut_ends import with_whole_ends
from hegang_qa.answers.confidence import DEFAULT_THRESHOLD
from hegang_qa.answers.tables.records import record_of
from hegang_qa.answers.tables.whole import asks_for_lack
from hegang_qa.question.symbols import symbol_asked_for
from hegang_qa.question.wording import asks_of_now
from hegang_qa.question.words import CHANGES, JOURNEYS, LEAST, MOST, OPENING, PLACING, STEPS
from hegang_qa.ranking.names import SORTS
from hegang_qa.text.kinship import RELATIVES
from hegang_qa.text.words import (
    MONTHS,
    NUMBER_WORDS,
    ORDINAL_ENDINGS,
    ORDINAL_WORDS,
    SEASONS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from hegang_qa.question.model import Question
    from hegang_qa.ranking.model import RankedSentence
    from hegang_qa.results import Answer
    from hegang_qa.sentences.model import SentenceStore
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["completed"]

# Sentences among which a row of a table may be the answer.
_ROWS = 5
# What asks for an end of a range.
_ENDS = LEAST | MOST
# What points to a part of a sentence, or asks for one that is easily run together with others.
_POINTING = frozenset("who where from until till".split())

_HOLIDAYS = frozenset("holiday holidays christmas".split())
_COMMANDING = frozenset("commanded commands command led leads lead headed heads head".split())
_EXTREME = frozenset("most least first last worst".split())
# What asks for one of several by its place.
_PLACES = frozenset(("last", "final", *ORDINAL_WORDS))
_MEANING = frozenset("mean means meaning stand stands is".split())
# Whose name is asked for right at the beginning.
_NAMED = SORTS | {"key", "keys", "shortcut"}
# What asks what something is: "what is the Dray pump" may ask for the one that is so.
_DEFINING = frozenset(("definition", "phrase"))
# What asks for a release.
_RELEASES = frozenset("version versions release releases released".split())


def completed(
    question: Question,
    answer: Answer,
    ranked: Sequence[RankedSentence],
    store: SentenceStore,
    *,
    lexicon: Lexicon,
    min_confidence: float | None = None,
    documents: frozenset[int] | None = None,
) -> Answer:
    """Return the answer made whole, or another that no sentence gives by itself (a list, a row, a
    name for "he"); as it is where nothing is to be added.

    Nothing is answered for a `min_confidence` (0..1) that such an answer does not reach, nor from
    others than `documents` (their numbers; None: all).
    """
    least = DEFAULT_THRESHOLD if min_confidence is None else min_confidence
    asking = Asking(question, ranked, store, lexicon, least, documents)
    answer = with_command(asking, with_whole_ends(answer, question.answer_type, lexicon))
    wants_default = any(token.norm == "default" for token in question.tokens)
    if wants_default:
        from hegang_qa.answers.completing.defaults import with_default

        answer = with_default(asking, answer)
    if wants_default or question.asks.startswith(("how", "when")):
        from hegang_qa.answers.completing.described_defaults import with_described_default

        answer = with_described_default(asking, answer)
    if any("=" in one.sentence.text for one in ranked[:_ROWS]):
        from hegang_qa.answers.completing.settings import with_set_value

        answer = with_set_value(asking, answer)
    if question.asks == "how" or any(token.norm in _NAMED for token in question.tokens[1:3]):
        from hegang_qa.answers.completing.named_entries import with_entry_name

        answer = with_entry_name(asking, answer)
    if question.answer_type == "reason":
        from hegang_qa.answers.completing.reasons import with_reason_before

        answer = with_reason_before(asking, answer)
    if "where" in question.asks:
        from hegang_qa.answers.completing.addresses import with_address_below

        answer = with_address_below(asking, answer)
    if "who" in question.asks:
        from hegang_qa.answers.completing.referents import with_referent

        answer = with_referent(asking, answer)
        from hegang_qa.answers.completing.posts import with_post_holder

        answer = with_post_holder(asking, answer)
        if not _COMMANDING.isdisjoint(token.norm for token in question.tokens):
            from hegang_qa.answers.completing.commanders import with_commander

            answer = with_commander(asking, answer)
        from hegang_qa.answers.completing.parties import with_party

        answer = with_party(asking, answer)
        if answer.kind != "answer":
            from hegang_qa.answers.completing.writers import with_writer

            answer = with_writer(asking, answer)
        from hegang_qa.answers.completing.bylines import with_byline

        answer = with_byline(asking, answer)
    if question.asks == "what" and _MEANING & {token.norm for token in question.tokens}:
        from hegang_qa.answers.completing.code_meanings import with_code_meaning

        answer = with_code_meaning(asking, answer)
    if question.match is not None and question.match.answer in _DEFINING:
        from hegang_qa.answers.completing.first_definitions import with_first_definition

        answer = with_first_definition(asking, answer)
    if symbol_asked_for(question.text):
        from hegang_qa.answers.completing.symbols import with_symbol_meaning

        answer = with_symbol_meaning(asking, answer)
    if any(token.kind == "number" for token in question.tokens):
        from hegang_qa.answers.completing.clauses import with_numbered_clause

        answer = with_numbered_clause(asking, answer)
    if any(token.kind == "number" or token.norm in NUMBER_WORDS for token in question.tokens):
        from hegang_qa.answers.completing.bands import with_band

        answer = with_band(asking, answer)
    answer = with_whole_list(asking, answer)
    if answer.kind != "answer" and question.focus:
        from hegang_qa.answers.completing.named_lists import with_named_list

        answer = with_named_list(asking, answer)
    if question.answer_type == "difference":
        from hegang_qa.answers.completing.differences import with_difference

        answer = with_difference(asking, answer)
    norms = [token.norm for token in question.tokens]
    if not RELATIVES.isdisjoint(norm.removesuffix("'s") for norm in norms):
        from hegang_qa.answers.completing.relatives import with_relative

        answer = with_relative(asking, answer)
    if any(norm in STEPS for norm in norms):
        from hegang_qa.answers.completing.steps import with_step

        answer = with_step(asking, answer)
    if not _RELEASES.isdisjoint(norms) or _is_under_number(ranked):
        from hegang_qa.answers.completing.releases import with_release

        answer = with_release(asking, answer)
        if not _RELEASES.isdisjoint(norms):
            from hegang_qa.answers.completing.versions import with_version

            answer = with_version(asking, answer)
    if any(norm.removesuffix("s") in WEEKDAYS or norm in _HOLIDAYS for norm in norms):
        from hegang_qa.answers.completing.closed_days import with_closed_day

        answer = with_closed_day(asking, answer)
    if any(norm in PLACING or norm in ORDINAL_WORDS for norm in norms):
        from hegang_qa.answers.completing.placed_rows import with_placed_row

        answer = with_placed_row(asking, answer)
    if not JOURNEYS.isdisjoint(norms):
        from hegang_qa.answers.completing.journeys import with_journey

        answer = with_journey(asking, answer)
    if any(norm in OPENING for norm in norms):
        from hegang_qa.answers.completing.hours_rows import with_hours

        answer = with_hours(asking, answer)
    if any(norm in MONTHS or norm in SEASONS for norm in norms):
        from hegang_qa.answers.completing.rest_of_year import with_rest_of_year

        answer = with_rest_of_year(asking, answer)
        from hegang_qa.answers.completing.season_rows import with_season_row

        answer = with_season_row(asking, answer)
    text = answer.text or ""
    if not _ENDS.isdisjoint(norms) or "–" in text or "-" in text or ":" in text:
        from hegang_qa.answers.completing.range_ends import with_its_end

        answer = with_its_end(question, answer)
    if answer.kind == "answer" and not _POINTING.isdisjoint(norms):
        from hegang_qa.answers.completing.meant_part import with_meant_part, without_what_runs_on

        answer = without_what_runs_on(asking, with_meant_part(asking, answer))
    several = any(part in (answer.sentence or "") for part in (",", ";", " and "))
    if " " in (answer.text or "") and several:
        from hegang_qa.answers.completing.elided import with_elided_figure, with_limit

        answer = with_elided_figure(asking, answer)
        if not _ENDS.isdisjoint(norms):
            answer = with_limit(asking, answer)
    if not CHANGES.isdisjoint(norms):
        from hegang_qa.answers.completing.elided import with_change

        answer = with_change(asking, answer)
    if not _ENDS.isdisjoint(norms) or norms[:1] == ["how"]:
        from hegang_qa.answers.completing.bare_limits import with_bare_limit

        answer = with_bare_limit(question, answer)
    if norms[:3] == ["how", "many", "of"]:
        from hegang_qa.answers.completing.parts_of import with_part

        answer = with_part(asking, answer)
    if answer.kind == "answer" and is_numeric(question.answer_type):
        from hegang_qa.answers.completing.of_its_own import with_its_own_figure

        answer = with_its_own_figure(asking, answer)
    if any(norm in _PLACES or norm[-2:] in ORDINAL_ENDINGS for norm in norms):
        from hegang_qa.answers.completing.turns import with_its_turn

        answer = with_its_turn(asking, answer)
    if question.asks.startswith(("how", "what")) and asks_of_now(norms):
        from hegang_qa.answers.completing.present_figures import with_present_figure

        answer = with_present_figure(asking, answer)
    if is_a(question.answer_type, "money"):
        from hegang_qa.answers.completing.own_prices import with_own_price

        answer = with_own_price(asking, answer)
        from hegang_qa.answers.completing.whose_price import with_whose_price

        answer = with_whose_price(asking, answer)
        from hegang_qa.answers.completing.free_ages import with_free_age

        answer = with_free_age(asking, answer)
        from hegang_qa.answers.completing.turned_prices import with_turned_price

        answer = with_turned_price(asking, answer)
    if any(" / " in one.sentence.text for one in ranked[:_ROWS]):
        from hegang_qa.answers.completing.paired_values import with_paired_value

        answer = with_paired_value(asking, answer)
    if any(norm.endswith("est") or norm in _EXTREME for norm in norms):
        from hegang_qa.answers.completing.extremes import with_extreme

        extreme = with_extreme(asking, answer)
        if extreme is not answer:
            return extreme
    if not any(one.sentence.cells or record_of(one.sentence, store) for one in ranked[:_ROWS]):
        return answer
    if question.asks.startswith("how") and answer.kind != "answer":
        from hegang_qa.answers.completing.described_rows import with_described_value

        answer = with_described_value(asking, answer)
    if any(token.kind == "number" or token.norm == "single" for token in question.tokens):
        from hegang_qa.answers.completing.band_columns import with_band_column

        in_band = with_band_column(asking, answer)
        if in_band is not answer:
            return in_band
    if "or" in norms or "than" in norms:
        from hegang_qa.answers.completing.compared_rows import with_compared_row

        compared = with_compared_row(asking, answer)
        if compared is not answer:
            return compared
    if any(token.kind == "number" for token in question.tokens):
        from hegang_qa.answers.completing.filtered_rows import with_filtered_rows

        filtered = with_filtered_rows(asking, answer)
        if filtered is not answer:
            return filtered
    if asks_for_lack(question):
        from hegang_qa.answers.completing.filtered_rows import with_lacking_rows

        lacking_rows = with_lacking_rows(asking, answer)
        if lacking_rows is not answer:
            return lacking_rows
    if answer.kind != "answer":
        from hegang_qa.answers.completing.record_fields import with_field

        answer = with_field(asking, answer)
    if question.focus or question.asks in ("who", "how many"):
        from hegang_qa.answers.completing.queried_rows import with_queried_rows

        queried = with_queried_rows(asking, answer)
        if queried is not answer:
            return queried
    if question.focus or question.asks == "who":
        from hegang_qa.answers.completing.rows_alike import with_all_rows

        answer = with_all_rows(asking, answer)
    return answer


def _is_under_number(ranked: Sequence[RankedSentence]) -> bool:
    """Return whether one of the best stands under a heading with a number, as of a release, or
    under one that is below it ("1.2.0 > Fixed")."""
    return any(
        part.lstrip("[v")[:1].isdigit()
        for one in ranked[:_ROWS]
        for part in one.sentence.heading.split(" > ")[-2:]
    )
