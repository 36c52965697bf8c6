"""Tell sums of money by their currency."""

from __future__ import annotations

from hegang_qa.answers.candidates.finders.base import Tagged

__all__ = ["CURRENCIES", "is_money", "money_before"]

CURRENCIES = {
    word: code
    for code, words in {
        "USD": "dollar dollars usd us$ $ cents cent buck bucks",
        "EUR": "euro euros eur €",
        "GBP": "pound pounds gbp £ pence sterling quid guinea guineas",
        "JPY": "yen jpy ¥",
        "CNY": "yuan rmb cny renminbi",
        "INR": "rupee rupees inr ₹",
        "RUB": "rouble roubles ruble rubles rub",
        "CHF": "franc francs chf",
        "AUD": "aud",
        "CAD": "cad",
        "HKD": "hkd",
        "SEK": "sek krona kronor",
        "NOK": "nok krone kroner kr",
        "PLN": "pln zloty zlotys zł złoty złotych",
        "RON": "ron lei",
        "UAH": "uah hryvnia hryvnias",
        "KRW": "won krw",
        "BRL": "brl reais",
        "CZK": "czk crown crowns koruna",
        "TRY": "lira liras",
        "ZAR": "zar rand",
        "MXN": "peso pesos mxn",
        "NLG": "guilder guilders florin florins",
        "HUF": "huf forint",
        "THB": "thb baht",
        "ILS": "ils shekel shekels",
        "AED": "aed dirham dirhams",
        "shilling": "shilling shillings",
        "thaler": "thaler thalers",
        "mark": "mark marks",
        "dinar": "dinar dinars",
        "ducat": "ducat ducats",
    }.items()
    for word in words.split()
}
PAYING = frozenset(
    "cost costs costing price prices priced pay pays paid paying fee fees fine fined charge charges"
    " charged deposit rent fare sold buy buys bought spent refunded".split()
)
"""Words of a price, beside which marks are money and not given for work."""


_MOST_MARKS = 100
"""More marks than these are hardly given for work."""


def is_money(sentence: Tagged, i: int, word: str) -> bool:
    """Return whether the word after the number at `i` is a currency here: pounds are weighed, too,
    and marks are given for work."""
    if word in ("pound", "pounds"):
        return not _weighs(sentence, i)
    if word in ("mark", "marks"):
        whole, _, rest = sentence.norms[i].replace(",", "").partition(".")
        exact = len(rest) == 2 and whole.isdigit()
        much = whole.isdigit() and int(whole) > _MOST_MARKS
        return exact or much or not PAYING.isdisjoint(sentence.norms)
    return True


def money_before(sentence: Tagged, i: int) -> bool:
    """Return whether a currency stands before the token at `i`."""
    return i > 0 and sentence.norms[i - 1] in CURRENCIES


def _weighs(sentence: Tagged, i: int) -> bool:
    return any(
        word in ("weigh", "weighs", "weight", "weighed", "weighing", "mass", "lb")
        for word in sentence.norms[max(0, i - 8) : i + 6]
    )
