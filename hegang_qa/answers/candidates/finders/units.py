"""Read what a number measures: its unit, and the dimension of that."""

from __future__ import annotations

from hegang_qa.answers.candidates.finders.base import Tagged
from hegang_qa.answers.candidates.finders.numerals import number_at, plain

__all__ = ["UNITS", "degrees_after", "unit_after"]

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
# Signs of units that are written so (volt, watt).
_CAPITAL_SIGNS = frozenset(("V", "W"))
# Words beside which degrees are those of warmth and not of an angle.
_WARMTH = frozenset(
    "temperature temperatures warm warmer warmest cold colder coldest hot hotter hottest heat"
    " heated frost frosts freeze freezes froze freezing thaw melt melts melted melting boil boils"
    " boiling oven fever thermometer".split()
)
_ANGLES = frozenset(
    "angle angles turn turns turned turning rotate rotates rotated rotation swing swings swivel"
    " slope slopes sloped tilt tilts tilted bearing bearings heading course circle arc wide view"
    " latitude longitude north south east west panorama".split()
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


UNITS = _read_units()
"""The dimension and the name of every unit, by its words and signs."""


def degrees_after(sentence: Tagged, end: int, shown: str) -> tuple[str, int, str]:
    """Return type, end and value of degrees, whose sign or word stands at `end`."""
    norms = sentence.norms
    unit = norms[end + 1] if end + 1 < len(norms) else ""
    if unit in ("c", "celsius", "centigrade"):
        return "temperature", end + 2, f"{shown} degree Celsius"
    if unit in ("f", "fahrenheit"):
        return "temperature", end + 2, f"{shown} degree Fahrenheit"
    if unit in ("below", "above") and norms[end + 2 : end + 3] in (("zero",), ("freezing",)):
        return "temperature", end + 3, f"{shown} degree {unit} {norms[end + 2]}"
    # More than a right angle, where nothing turns or slopes, is a heat.
    hot = shown.isdigit() and int(shown) > 90 and _ANGLES.isdisjoint(norms)
    warm = hot or not _WARMTH.isdisjoint(norms)
    return "temperature" if warm else "quantity", end + 1, f"{shown} degree"


def unit_after(sentence: Tagged, end: int, shown: str) -> tuple[str, int, str]:
    """Return type, end and value of the number that ends at `end`, with the unit after it."""
    norms, tags = sentence.norms, sentence.tags
    count = len(norms)
    at = end
    if at < count and norms[at] == "-" and at + 1 < count and norms[at + 1] in UNITS:
        at += 1
    if at >= count:
        return "number", end, shown
    if norms[at] in ("square", "sq", "cubic") and at + 1 < count:
        length = at + 2 if norms[at + 1] == "." else at + 1
        unit = UNITS.get(norms[length]) if length < count else None
        if unit is not None:
            kind = "volume" if norms[at] == "cubic" else "area"
            word = "cubic" if norms[at] == "cubic" else "square"
            return kind, length + 1, f"{shown} {word} {unit[1]}"
    for length, mark in ((2, " "), (3, "")):  # "nautical miles", "light-years"
        unit = UNITS.get(mark.join(norms[at : at + length]))
        if unit is not None and at + length <= count:
            return unit[0], at + length, f"{shown} {unit[1]}"
    unit = UNITS.get(norms[at])
    if unit is None or (norms[at] == "in" and not _inches(sentence, at)):
        # An adjective may stand between: "three working days", "20 minute walk".
        if at + 1 < count and tags[at] in "JG" and norms[at + 1] in UNITS and tags[at + 1] == "N":
            kind, name = UNITS[norms[at + 1]]
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
    # "six feet four inches", "two hours 30 minutes", "1 hour, 5 minutes and 10 seconds"
    value = f"{shown} {name}"
    second, part = _lesser_part(sentence, stop, kind)
    if second == stop < count and norms[stop] == ",":
        second, part = _lesser_part(sentence, stop + 1, kind)
        third, _ = _lesser_part(sentence, second, kind)
        if third == second or norms[second] != "and":
            return kind, stop, value
    while second > stop:
        stop, value = second, f"{value} {part}"
        second, part = _lesser_part(sentence, stop, kind)
    return kind, stop, value


def _lesser_part(sentence: Tagged, at: int, kind: str) -> tuple[int, str]:
    """Return end and value of the number with its unit, of the same kind, that goes on with a
    measure ("30 minutes", "and 5 seconds"); where there is none, `at` itself."""
    norms, tags = sentence.norms, sentence.tags
    start = at + 1 if at < len(norms) and norms[at] == "and" else at
    if tags[start : start + 1] != "#":
        return at, ""
    end, number = number_at(sentence, start)
    unit = norms[end] if end < len(norms) else ""
    if unit not in UNITS or UNITS[unit][0] != kind or unit == "in" or number is None:
        return at, ""
    return end + 1, f"{plain(number)} {unit}"


def _inches(sentence: Tagged, at: int) -> bool:
    """Return whether "in" after a number is a unit: it closes a bracket or a measure follows."""
    after = sentence.norms[at + 1] if at + 1 < len(sentence.norms) else ")"
    return after in (")", "x", "×", ";")
