"""Finders of typed spans: each tells what of a tagged sentence is a date, a sum, a name, ..."""

from hegang_qa.answers.candidates.finders.addresses import find_addresses
from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.answers.candidates.finders.clauses import find_clauses
from hegang_qa.answers.candidates.finders.codes import comment_start, find_codes
from hegang_qa.answers.candidates.finders.dates import find_dates
from hegang_qa.answers.candidates.finders.elided import find_elided
from hegang_qa.answers.candidates.finders.gratis import find_gratis
from hegang_qa.answers.candidates.finders.names import find_names
from hegang_qa.answers.candidates.finders.quantities import find_quantities
from hegang_qa.answers.candidates.finders.ranges import with_ranges
from hegang_qa.answers.candidates.finders.whereabouts import find_whereabouts

__all__ = [
    "Found",
    "Tagged",
    "comment_start",
    "find_addresses",
    "find_clauses",
    "find_codes",
    "find_dates",
    "find_elided",
    "find_gratis",
    "find_names",
    "find_quantities",
    "find_whereabouts",
    "with_ranges",
]
