"""Find numbers and what they measure: counts, units, money, shares, ranks, ages."""

from __future__ import annotations

from hegang_qa.answers.finders.base import Found, Tagged
from hegang_qa.answers.finders.proportions import find_proportions
from hegang_qa.text.numbers import digits_value
from hegang_qa.text.words import NUMBER_WORDS, ORDINAL_ENDINGS, ORDINAL_WORDS

__all__ = ["find_quantities"]

_UNIT_TABLE = """
duration: second seconds sec secs s|second; minute minutes min mins|minute
duration: hour hours hr hrs h|hour; day days|day; week weeks|week; month months|month
duration: year years yr yrs|year; decade decades|decade; century centuries|century
duration: fortnight fortnights|fortnight; night nights|night
duration: nanosecond nanoseconds ns|nanosecond; microsecond microseconds μs|microsecond
duration: millisecond milliseconds ms|millisecond; weekend weekends|weekend
duration: semester semesters|semester; working_days business_days|working day
duration: generations generation|generation
distance: kilometre kilometres kilometer kilometers km kms|kilometre
distance: metre metres meter meters m|metre
distance: centimetre centimetres centimeter centimeters cm|centimetre
distance: nanometre nanometres nm|nanometre
distance: millimetre millimetres millimeter millimeters mm|millimetre; mile miles mi|mile
distance: foot feet ft|foot; inch inches in|inch; yard yards yd|yard; light-years|light-year
distance: nautical_miles|nautical mile; stories storeys|storey
area: acre acres|acre; hectare hectares ha|hectare; km2 sq_km|square kilometre; m2|square metre
area: mi2 sq_mi|square mile
volume: litre litres liter liters l|litre
volume: millilitre millilitres milliliter milliliters ml|millilitre; gallon gallons gal|gallon
volume: pint pints|pint; m3|cubic metre; cup cups|cup; tablespoon tablespoons|tablespoon
volume: teaspoon teaspoons|teaspoon; barrel barrels|barrel
weight: kilogram kilograms kg kgs kilo kilos|kilogram; gram grams g|gram
weight: milligram milligrams mg|milligram; ton tons tonne tonnes|tonne; pound pounds lb lbs|pound
weight: ounce ounces oz|ounce
speed: rpm|revolution per minute; mph|mile per hour; knots knot|knot; kph|kilometre per hour
speed: mbps gbps kbps|bit per second
temperature: celsius|degree Celsius; fahrenheit|degree Fahrenheit; kelvin k|kelvin
power: watt watts w|watt; kilowatt kilowatts kw|kilowatt; megawatt megawatts mw|megawatt
power: gigawatt gigawatts gw|gigawatt; volt volts v|volt; hertz hz|hertz; khz|kilohertz
power: mhz|megahertz; ghz|gigahertz; amp amps|ampere; joules joule|joule; horsepower hp|horsepower
power: kwh|kilowatt hour; pascals pa kpa psi bar|pascal; calories kcal|calorie
power: db decibels|decibel
size: byte bytes|byte; kb kilobytes|kilobyte; mb megabytes megabyte|megabyte
size: gb gigabytes gigabyte|gigabyte; tb terabytes terabyte|terabyte; pixels px|pixel
size: kib|kibibyte; mib|mebibyte; gib|gibibyte; tib|tebibyte; characters character|character
size: mbit megabits megabit|megabit; gbit gigabits gigabit|gigabit; kbit kilobits kilobit|kilobit
size: pages page|page; megapixels|megapixel
frequency: times|time
"""

_CURRENCIES = {
    word: code
    for code, words in {
        "USD": "dollar dollars usd us$ $ cents cent buck bucks",
        "EUR": "euro euros eur €",
        "GBP": "pound pounds gbp £ pence sterling quid",
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
        "PLN": "pln zloty",
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
# Words beside which marks are money and not given for work.
_PAYING = frozenset(
    "cost costs costing price prices priced pay pays paid paying fee fees fine fined charge charges"
    " charged deposit rent fare sold buy buys bought spent refunded".split()
)
_MAGNITUDES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "hundred": 1e2,
    "k": 1e3,
    "m": 1e6,
    "bn": 1e9,
    "mn": 1e6,
    "mln": 1e6,
    "crore": 1e7,
    "lakh": 1e5,
    "dozen": 12.0,
    "b": 1e9,
}
_FRACTIONS = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifth": 0.2,
    "fifths": 0.2,
    "tenth": 0.1,
    "tenths": 0.1,
}
_HEDGES = frozenset(
    "about around approximately roughly nearly almost over under above below exactly only some"
    " circa ca up_to at_least at_most more_than less_than fewer_than greater_than just_over"
    " just_under well_over no_more_than as_many_as as_much_as an_estimated estimated".split()
)
_PER = frozenset("per a an each every".split())
_PER_UNITS = frozenset(
    "hour second minute day week month year person night head capita hours litre liter kilogram"
    " kilometre kilometer km mile unit item copy user child adult page metre meter square".split()
)


# Signs of units that are written so (volt, watt).
_CAPITAL_SIGNS = frozenset(("V", "W"))
_BY = frozenset(("by", "x", "×"))
# Words beside which degrees are those of warmth and not of an angle.
_WARMTH = frozenset(
    "temperature temperatures warm warmer warmest cold colder coldest hot hotter hottest heat"
    " heated frost frosts freeze freezes froze freezing thaw melt melts melted melting boil boils"
    " boiling oven fever thermometer".split()
)


def _read_units() -> dict[str, tuple[str, str]]:
    units: dict[str, tuple[str, str]] = {}
    for line in _UNIT_TABLE.strip().splitlines():
        kind, _, rest = line.partition(": ")
        for group in rest.split("; "):
            words, _, name = group.partition("|")
            for word in words.split():
                units[word.replace("_", " ")] = (kind, name)
    return units


_UNITS = _read_units()


def find_quantities(sentence: Tagged) -> list[Found]:
    """Return numbers, measures, sums, shares, ranks and ages in order; each with and without its
    hedge ("less than four hours") and the conversion in brackets after it ("(146 mi)")."""
    found: list[Found] = []
    tags, norms = sentence.tags, sentence.norms
    i, count = 0, len(tags)
    while i < count:
        norm = norms[i]
        if norm == "one" and norms[i + 1 : i + 2] == ("of",):
            i += 1  # "one of the largest" counts nothing
            continue
        if len(norm) > 1 and norm[0] == "0" and norm.isdigit():
            i += 1  # the beginning of a telephone number, a code
            continue
        if tags[i] == "#":
            i = _at_number(sentence, i, found)
            continue
        if norm in ORDINAL_WORDS and tags[i] in "NJRE":
            found.append(Found(i, i + 1, "ordinal", str(ORDINAL_WORDS[norm])))
        elif norm in ("half", "quarter", "third") and tags[i] in "NJD":
            end = i + 1
            found.append(Found(i, end, "number", f"{_FRACTIONS[norm]:g}"))
        elif norm in ("a", "an") and i + 1 < count:
            _one_unit(sentence, i, found)
        elif norm in (
            "once",
            "twice",
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "annually",
            "hourly",
            "quarterly",
            "biannually",
            "nightly",
        ):
            end = i + 1
            while end < count and norms[end] in (
                "a",
                "per",
                "every",
                "each",
                "day",
                "week",
                "month",
                "year",
                "hour",
            ):
                end += 1
            found.append(Found(i, end, "frequency", norm))
        elif norm == "every" and i + 1 < count:
            end = i + 1
            joint = -1
            while end < count and (
                tags[end] == "#" or norms[end] in _UNITS or norms[end] == "other"
            ):
                end += 1
                numbers = tags[end - 1 : end] == "#" == tags[end + 1 : end + 2]
                if numbers and norms[end] in ("to", "-", "or"):
                    joint, end = end, end + 1
            if end > i + 1:
                found.append(Found(i, end, "frequency", " ".join(norms[i:end]), joint))
        elif norm in ("dozens", "hundreds", "thousands", "millions", "billions"):
            end = i + 1
            while (
                end + 1 < count
                and norms[end] == "of"
                and norms[end + 1] in ("thousands", "millions")
            ):
                end += 2
            found.append(Found(i, end, "number", norm))
        i += 1
    return found + find_proportions(sentence)


def _one_unit(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "an hour", "a week" as one of the unit, and "a dozen", "a hundred"."""
    unit = _UNITS.get(sentence.norms[i + 1])
    if (
        unit is not None
        and unit[0] == "duration"
        and sentence.norms[i + 1] not in ("second", "min", "s", "h")
    ):
        found.append(Found(i, i + 2, "duration", f"1 {unit[1]}"))


def _number_at(sentence: Tagged, i: int) -> tuple[int, float | None]:
    """Return the end and the value of the number that begins at `i`."""
    norms, tags = sentence.norms, sentence.tags
    count = len(norms)
    if norms[i][0].isdigit():
        value = digits_value(norms[i])
        end = i + 1
        if (
            end + 1 < count
            and norms[end] == "/"
            and sentence.glued(end)
            and norms[end + 1].isdigit()
            and value is not None
            and int(norms[end + 1])
        ):
            return end + 2, value / int(norms[end + 1])
    else:
        value, end = _words_at(sentence, i)
    while (
        end < count
        and norms[end] in _MAGNITUDES
        and (
            len(norms[end]) > 2
            or (sentence.glued(end) and norms[end] in ("k", "m", "bn", "b", "mn"))
        )
    ):
        if norms[end] == "m" and end == i + 1 and tags[i] == "#" and not _money_before(sentence, i):
            break
        if value is not None:
            value *= _MAGNITUDES[norms[end]]
        end += 1
    return end, value


def _words_at(sentence: Tagged, i: int) -> tuple[float | None, int]:
    """Return value and end of a number in words: "two hundred and fifty-six"."""
    norms = sentence.norms
    total, current, end = 0.0, 0.0, i
    while end < len(norms):
        norm = norms[end]
        value = NUMBER_WORDS.get(norm)
        if value is None:
            joins = norm in ("-", "and") and end > i and end + 1 < len(norms)
            if (
                joins
                and norms[end + 1] in NUMBER_WORDS
                and (norm == "-" or norms[end - 1] in ("hundred", "thousand", "million"))
            ):
                end += 1
                continue
            break
        if value == 100 or (value == 12 and norm == "dozen"):
            current = max(current, 1) * value
        elif value >= 1000:
            total += max(current, 1) * value
            current = 0.0
        else:
            current += value
        end += 1
    if end < len(norms) - 1 and norms[end] == "-" and norms[end + 1] in _FRACTIONS:
        return (total + current) * _FRACTIONS[norms[end + 1]], end + 2
    if end < len(norms) and norms[end] in _FRACTIONS and norms[end] != "half":
        return (total + current) * _FRACTIONS[norms[end]], end + 1
    return total + current, end


def _money_before(sentence: Tagged, i: int) -> bool:
    return i > 0 and sentence.norms[i - 1] in _CURRENCIES


def _at_number(sentence: Tagged, i: int, found: list[Found]) -> int:
    """Add what the number at `i` begins, and return where to read on."""
    norms, tags = sentence.norms, sentence.tags
    count = len(norms)
    end, value = _number_at(sentence, i)
    after = norms[end] if end < count else ""
    if norms[i][-2:] in ORDINAL_ENDINGS and norms[i][0].isdigit():
        found.append(Found(i, i + 1, "ordinal", norms[i][:-2]))
        return i + 1
    if norms[i][-1] == "s" and norms[i][0].isdigit():  # the 1970s: a date
        return i + 1
    if after in _BY or (end + 1 < count and norms[end + 1] in _BY):
        _dimensions(sentence, i, found)
    # A second number: "10-15", "10 to 15", "10 or 15".
    start, plain_end = i, end
    shown = _plain(value) if value is not None else norms[i]
    if after in ("-", "to", "or") and end + 1 < count and tags[end + 1] == "#":
        second_end, second = _number_at(sentence, end + 1)
        if not (second_end < count and norms[second_end] in ("-", ":")):
            found.append(Found(i, end, "number", shown))
            if second is not None:
                shown = f"{shown}-{_plain(second)}"
            end = second_end
            after = norms[end] if end < count else ""
    kind, full_end, full = "number", end, shown
    money = norms[i - 1] if i > 0 else ""
    # Before a number stand signs and codes, no names: "a filling takes one hour, a crown two".
    if money in _CURRENCIES and (tags[i - 1] == "$" or (len(money) < 4 and money != "won")):
        start = i - 1
        if start > 0 and tags[start] == "$" and sentence.glued(start) and tags[start - 1] == "E":
            start -= 1
        kind, full = "money", f"{shown} {_CURRENCIES[money]}"
    elif after in _CURRENCIES and _is_money(sentence, i, after):
        kind, full_end, full = "money", end + 1, f"{shown} {_CURRENCIES[after]}"
    elif after == "p" and sentence.glued(end) and value is not None and value < 100:  # no "1080p"
        kind, full_end, full = "money", end + 1, f"{shown} pence"
    elif after in ("%", "‰") or after in ("percent", "percentage"):
        kind, full_end, full = "percentage", end + 1, f"{shown} %"
        if full_end < count and norms[full_end] in ("point", "points"):
            full_end += 1
    elif after == "per" and end + 1 < count and norms[end + 1] == "cent":
        kind, full_end, full = "percentage", end + 2, f"{shown} %"
    elif after == "°" or after in ("degree", "degrees"):
        kind, full_end, full = _degrees(sentence, end, shown)
    else:
        kind, full_end, full = _unit(sentence, end, shown)
    if kind != "number":
        found.append(Found(i, plain_end, "number", shown))
    elif _may_be_year(norms[i]) and not (end < count and tags[end] in "NJ"):
        return max(plain_end, i + 1)
    found.append(Found(start, full_end, kind, full))
    if kind in ("money", "duration", "distance", "weight", "quantity"):
        rate_end = _rate(sentence, full_end)
        if rate_end > full_end:
            found.append(Found(start, rate_end, kind, f"{full} per {sentence.norms[rate_end - 1]}"))
    if kind in ("temperature", "quantity") and _below_zero(sentence, start):
        start, full = start - 1, f"-{full}"
        found.append(Found(start, full_end, "temperature", full))
    _hedged(sentence, start, full_end, kind, full, found)
    bracket = _conversion(sentence, full_end)
    if kind != "number" and bracket > full_end:
        found.append(Found(start, bracket, kind, full))
    if kind == "age" or norms[max(0, start - 1)] in ("aged", "age"):
        found.append(Found(start, full_end, "age", full))
    return max(plain_end, i + 1)


def _below_zero(sentence: Tagged, i: int) -> bool:
    """Return whether a minus stands before the number at `i`, as a word or a sign."""
    before = sentence.norms[i - 1] if i else ""
    return before == "minus" or (
        before in ("-", "−") and sentence.glued(i) and i > 1 and not sentence.glued(i - 1)
    )


def _dimensions(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "6 by 3.5 metres" and "50 x 70 cm" as a size."""
    norms, tags = sentence.norms, sentence.tags
    at, sides = i, 0
    while at < len(norms) and tags[at] == "#":
        at, _ = _number_at(sentence, at)
        kind, end, _ = _unit(sentence, at, "")
        at = end if kind == "distance" else at
        sides += 1
        if at + 1 < len(norms) and norms[at] in _BY and tags[at + 1] == "#":
            at += 1
        else:
            break
    if sides > 1 and kind == "distance":
        found.append(Found(i, at, "size", " ".join(norms[i:at])))


def _may_be_year(norm: str) -> bool:
    return len(norm) == 4 and norm.isdigit() and "1000" <= norm < "2200"


def _is_money(sentence: Tagged, i: int, word: str) -> bool:
    """Return whether the word after the number at `i` is a currency here: pounds are weighed, too,
    and marks are given for work."""
    if word in ("pound", "pounds"):
        return not _weighs(sentence, i)
    if word in ("mark", "marks"):
        whole, _, rest = sentence.norms[i].partition(".")
        return (len(rest) == 2 and whole.isdigit()) or not _PAYING.isdisjoint(sentence.norms)
    return True


def _weighs(sentence: Tagged, i: int) -> bool:
    return any(
        word in ("weigh", "weighs", "weight", "weighed", "weighing", "mass", "lb")
        for word in sentence.norms[max(0, i - 8) : i + 6]
    )


def _plain(value: float) -> str:
    return f"{value:.10g}" if value < 1e15 else f"{value:.3e}"


def _degrees(sentence: Tagged, end: int, shown: str) -> tuple[str, int, str]:
    norms = sentence.norms
    unit = norms[end + 1] if end + 1 < len(norms) else ""
    if unit in ("c", "celsius", "centigrade"):
        return "temperature", end + 2, f"{shown} degree Celsius"
    if unit in ("f", "fahrenheit"):
        return "temperature", end + 2, f"{shown} degree Fahrenheit"
    if unit in ("below", "above") and norms[end + 2 : end + 3] in (("zero",), ("freezing",)):
        return "temperature", end + 3, f"{shown} degree {unit} {norms[end + 2]}"
    warm = not _WARMTH.isdisjoint(norms)
    return "temperature" if warm else "quantity", end + 1, f"{shown} degree"


def _unit(sentence: Tagged, end: int, shown: str) -> tuple[str, int, str]:
    """Return type, end and value of the number that ends at `end`, with the unit after it."""
    norms, tags = sentence.norms, sentence.tags
    count = len(norms)
    at = end
    if at < count and norms[at] == "-" and at + 1 < count and norms[at + 1] in _UNITS:
        at += 1
    if at >= count:
        return "number", end, shown
    if norms[at] in ("square", "sq", "cubic") and at + 1 < count:
        length = at + 2 if norms[at + 1] == "." else at + 1
        unit = _UNITS.get(norms[length]) if length < count else None
        if unit is not None:
            kind = "volume" if norms[at] == "cubic" else "area"
            word = "cubic" if norms[at] == "cubic" else "square"
            return kind, length + 1, f"{shown} {word} {unit[1]}"
    for length, mark in ((2, " "), (3, "")):  # "nautical miles", "light-years"
        unit = _UNITS.get(mark.join(norms[at : at + length]))
        if unit is not None and at + length <= count:
            return unit[0], at + length, f"{shown} {unit[1]}"
    unit = _UNITS.get(norms[at])
    if unit is None or (norms[at] == "in" and not _inches(sentence, at)):
        # An adjective may stand between: "three working days", "20 minute walk".
        if at + 1 < count and tags[at] in "JG" and norms[at + 1] in _UNITS and tags[at + 1] == "N":
            kind, name = _UNITS[norms[at + 1]]
            return kind, at + 2, f"{shown} {name}"
        return "number", end, shown
    kind, name = unit
    if len(norms[at]) == 1 and not (
        (norms[at] in "mgklwvhs" and tags[at] != "E") or sentence.tokens[at].text in _CAPITAL_SIGNS
    ):
        return "number", end, shown
    stop = at + 1
    if (
        stop < count
        and norms[stop] == "."
        and sentence.glued(stop)
        and stop < count - 1
        and tags[stop + 1] not in "E"
    ):
        stop = at + 1
    if (
        kind in ("distance", "size")
        and stop + 1 < count
        and norms[stop] in ("/", "per", "a", "an")
        and name not in ("page", "pixel", "megapixel", "character")
    ):
        per = norms[stop + 1]
        if per in ("h", "hour", "s", "second", "hr", "minute"):
            return "speed", stop + 2, f"{shown} {name} per {per}"
    if kind == "duration":
        if stop < count and norms[stop] == "-" and stop + 1 < count and norms[stop + 1] == "old":
            return "age", stop + 2, f"{shown} {name}"
        if stop < count and norms[stop] == "old":
            return "age", stop + 1, f"{shown} {name}"
        if stop < count and norms[stop] == "of" and stop + 1 < count and norms[stop + 1] == "age":
            return "age", stop + 2, f"{shown} {name}"
    # "six feet four inches", "two hours 30 minutes"
    if stop + 1 < count and norms[stop] == "and" and tags[stop + 1] == "#":
        second_end, second = _number_at(sentence, stop + 1)
        if (
            second_end < count
            and norms[second_end] in _UNITS
            and second is not None
            and _UNITS[norms[second_end]][0] == kind
        ):
            return kind, second_end + 1, f"{shown} {name} {_plain(second)} {norms[second_end]}"
    elif (
        stop + 1 < count
        and tags[stop] == "#"
        and norms[stop + 1] in _UNITS
        and _UNITS[norms[stop + 1]][0] == kind
        and norms[stop + 1] != "in"
    ):
        return kind, stop + 2, f"{shown} {name} {norms[stop]} {norms[stop + 1]}"
    return kind, stop, f"{shown} {name}"


def _inches(sentence: Tagged, at: int) -> bool:
    """Return whether "in" after a number is a unit: it closes a bracket or a measure follows."""
    after = sentence.norms[at + 1] if at + 1 < len(sentence.norms) else ")"
    return after in (")", "x", "×", ";")


def _rate(sentence: Tagged, end: int) -> int:
    """Return the end of "per day", "a week", "/month" after a measure, or `end`."""
    norms = sentence.norms
    if (
        end + 1 < len(norms)
        and (norms[end] in _PER or norms[end] == "/")
        and norms[end + 1] in _PER_UNITS
    ):
        return end + 2
    return end


def _hedged(
    sentence: Tagged, start: int, end: int, kind: str, value: str, found: list[Found]
) -> None:
    """Add the span with its hedge: "more than 20", "up to 5 kg"."""
    norms = sentence.norms
    for length in (3, 2, 1):
        at = start - length
        if at >= 0 and "_".join(norms[at:start]) in _HEDGES:
            found.append(Found(at, end, kind, value))
            return


def _conversion(sentence: Tagged, end: int) -> int:
    """Return the end of a bracket that gives the same measure in another unit, or `end`."""
    tags = sentence.tags
    if end < len(tags) and tags[end] == "(" and "#" in tags[end : end + 4]:
        close = tags.find(")", end, end + 12)
        if close > 0 and any(
            norm in _UNITS or norm in _CURRENCIES for norm in sentence.norms[end:close]
        ):
            return close + 1
    return end
