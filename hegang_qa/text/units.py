"""Units of measurement: their names and signs, what they measure, and their size.

Factors are exact by definition (BIPM, "The International System of Units", 9th ed. 2019; NIST
Handbook 44, appendix C, for the customary units) except where a month or year is meant: these are
the Gregorian mean. A gallon, ton or pint without more is the customary one of the United States.
"""

from __future__ import annotations

from typing import NamedTuple

from hegang_qa.text.tokens import fold

__all__ = ["CURRENCIES", "Unit", "currency", "is_in_other_unit", "unit"]


class Unit(NamedTuple):
    """A unit: its name in the singular, its dimension, and its size in the dimension's base unit.

    Base units: metre, square metre, cubic metre, kilogram, second, metre per second, watt, joule,
    pascal, volt, ampere, hertz, byte, radian, and kelvin for differences of temperature. `offset`
    is added to a value before scaling (degrees Celsius and Fahrenheit only).
    """

    name: str
    dimension: str
    factor: float
    offset: float = 0.0


# dimension: name (other names, signs) factor; ...   A "*" marks signs that keep their case.
_TABLE = """
length
metre meter metres meters m = 1
kilometre kilometer kilometres kilometers km kms = 1000
centimetre centimeter centimetres centimeters cm = 0.01
millimetre millimeter millimetres millimeters mm = 0.001
micrometre micrometer micrometres micrometers micron microns μm = 1e-6
nanometre nanometer nanometres nanometers nm = 1e-9
inch inches = 0.0254
foot feet ft = 0.3048
yard yards yd yds = 0.9144
mile miles mi = 1609.344
nautical-mile nautical-miles nmi = 1852
fathom fathoms = 1.8288
furlong furlongs = 201.168
light-year light-years lightyear lightyears ly = 9.4607304725808e15
parsec parsecs pc = 3.0856775814913673e16
astronomical-unit astronomical-units au = 1.495978707e11
li = 500
area
square-metre square-meter square-metres square-meters m² m2 sqm = 1
square-kilometre square-kilometer square-kilometres square-kilometers km² km2 = 1e6
square-centimetre square-centimeter square-centimetres square-centimeters cm² cm2 = 1e-4
square-mile square-miles mi² = 2589988.110336
square-foot square-feet ft² = 0.09290304
square-yard square-yards = 0.83612736
hectare hectares ha = 1e4
acre acres = 4046.8564224
volume
cubic-metre cubic-meter cubic-metres cubic-meters m³ m3 = 1
cubic-kilometre cubic-kilometer cubic-kilometres cubic-kilometers km³ = 1e9
cubic-centimetre cubic-centimeter cubic-centimetres cubic-centimeters cm³ cc = 1e-6
cubic-foot cubic-feet = 0.028316846592
litre liter litres liters l = 0.001
millilitre milliliter millilitres milliliters ml = 1e-6
gallon gallons gal = 0.003785411784
quart quarts = 0.000946352946
pint pints = 0.000473176473
barrel barrels bbl = 0.158987294928
cup cups = 0.0002365882365
tablespoon tablespoons tbsp = 1.478676478125e-5
teaspoon teaspoons tsp = 4.92892159375e-6
mass
kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos = 1
gram grams gramme grammes g = 0.001
milligram milligrams mg = 1e-6
microgram micrograms μg = 1e-9
tonne tonnes metric-ton metric-tons t = 1000
ton tons = 907.18474
pound pounds lb lbs = 0.45359237
ounce ounces oz = 0.028349523125
stone = 6.35029318
carat carats = 0.0002
time
second seconds sec secs s = 1
millisecond milliseconds ms = 0.001
microsecond microseconds μs = 1e-6
nanosecond nanoseconds ns = 1e-9
minute minutes min mins = 60
hour hours hr hrs h = 3600
day days = 86400
week weeks wk wks = 604800
fortnight fortnights = 1209600
month months = 2629746
year years yr yrs = 31556952
decade decades = 315569520
century centuries = 3155695200
millennium millennia millenniums = 31556952000
speed
metre-per-second metres-per-second meters-per-second m/s = 1
kilometre-per-hour kilometres-per-hour kilometers-per-hour km/h kmh kph = 0.2777777777777778
mile-per-hour miles-per-hour mph = 0.44704
knot knots kn = 0.5144444444444445
mach = 340.3
power
watt watts w = 1
kilowatt kilowatts kw = 1000
megawatt megawatts mw = 1e6
gigawatt gigawatts gw = 1e9
horsepower hp = 745.6998715822702
energy
joule joules j = 1
kilojoule kilojoules kj = 1000
calorie calories cal = 4.184
kilocalorie kilocalories kcal = 4184
watt-hour watt-hours wh = 3600
kilowatt-hour kilowatt-hours kwh = 3.6e6
megawatt-hour megawatt-hours mwh = 3.6e9
terawatt-hour terawatt-hours twh = 3.6e15
electronvolt electronvolts ev = 1.602176634e-19
pressure
pascal pascals pa = 1
hectopascal hectopascals hpa = 100
kilopascal kilopascals kpa = 1000
bar bars = 1e5
millibar millibars mbar = 100
atmosphere atmospheres atm = 101325
psi = 6894.757293168
voltage
volt volts v = 1
millivolt millivolts mv = 0.001
kilovolt kilovolts kv = 1000
current
ampere amperes amp amps a = 1
milliampere milliamperes milliamp milliamps ma = 0.001
resistance
ohm ohms ω = 1
frequency
hertz hz = 1
kilohertz khz = 1000
megahertz mhz = 1e6
gigahertz ghz = 1e9
rpm = 0.016666666666666666
data
byte bytes = 1
bit bits = 0.125
kilobyte kilobytes kb = 1000
megabyte megabytes mb = 1e6
gigabyte gigabytes gb = 1e9
terabyte terabytes tb = 1e12
petabyte petabytes pb = 1e15
kibibyte kibibytes kib = 1024
mebibyte mebibytes mib = 1048576
gibibyte gibibytes gib = 1073741824
angle
radian radians rad = 1
degree degrees deg ° = 0.017453292519943295
temperature
kelvin kelvins = 1
"""

_CURRENCIES = """
dollar dollars $ usd us$ buck bucks
euro euros € eur
pound-sterling sterling £ gbp quid
yen ¥ jpy
yuan renminbi rmb cny
rupee rupees ₹ inr
rouble ruble roubles rubles ₽ rub
won ₩ krw
franc francs chf
krona kronor sek
krone kroner nok dkk
peso pesos mxn
real reais brl
rand zar
lira liras ₺ try
zloty pln
forint huf
baht ฿ thb
shekel shekels ₪ ils
dinar dinars
dirham dirhams aed
riyal riyals sar
hryvnia ₴ uah
dong ₫ vnd
cent cents ¢
penny pence pennies
"""


def _read() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    dimension = ""
    for line in _TABLE.strip().splitlines():
        names, equals, factor = line.partition(" = ")
        if not equals:
            dimension = line
            continue
        first, *others = names.split()
        made = Unit(first.replace("-", " "), dimension, float(factor))
        for name in (first, *others):
            units[name] = made
            units.setdefault(name.replace("-", " "), made)
    celsius = Unit("degree Celsius", "temperature", 1.0, 273.15)
    fahrenheit = Unit("degree Fahrenheit", "temperature", 5 / 9, 459.67)
    for made, names in (
        (celsius, "°c|℃|celsius|degree celsius|degrees celsius|centigrade|degrees centigrade"),
        (fahrenheit, "°f|℉|fahrenheit|degree fahrenheit|degrees fahrenheit"),
    ):
        units.update(dict.fromkeys(names.split("|"), made))
    return units


# Read on first use: a question without numbers never needs them.
_units: dict[str, Unit] = {}

CURRENCIES: dict[str, str] = {
    name: names.split()[0].replace("-", " ")
    for names in _CURRENCIES.strip().splitlines()
    for name in names.split()
}
"""Currency names, signs and ISO 4217 codes (folded) to the currency's name."""


def unit(text: str) -> Unit | None:
    """Return the unit of a name, sign or abbreviation ("km", "Kilometers", "square miles"),
    else None. Words of a name are parted by a blank or a hyphen; case does not matter."""
    if not _units:
        _units.update(_read())
    return _units.get(text) or _units.get(fold(text))


def currency(text: str) -> str | None:
    """Return the name of the currency of a word, sign or code ("$", "EUR"), else None."""
    return CURRENCIES.get(text) or CURRENCIES.get(fold(text))


def is_in_other_unit(asked: str, text: str, start: int) -> bool:
    """Return whether a measure that begins at `start` of a text is in another unit than the one
    asked for, which the text has as well: "235 kilometres (146 mi)" for "miles"."""
    own = unit(asked)
    if own is None:
        return False
    words = (word.strip("().,;") for word in text[start:].split(None, 3)[:3])
    given = next((found for word in words if (found := unit(word))), None)
    if given is None or own.name == given.name or own.dimension != given.dimension:
        return False
    held = (unit(word.strip("().,;")) for word in text.split())
    return any(other is not None and other.name == own.name for other in held)
