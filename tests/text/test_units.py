from __future__ import annotations

import pytest

from hegang_qa.text.units import currency, unit


@pytest.mark.parametrize(
    ("text", "name", "dimension"),
    [
        ("km", "kilometre", "length"),
        ("Kilometers", "kilometre", "length"),
        ("square miles", "square mile", "area"),
        ("km²", "square kilometre", "area"),
        ("km2", "square kilometre", "area"),
        ("lbs", "pound", "mass"),
        ("hrs", "hour", "time"),
        ("km/h", "kilometre per hour", "speed"),
        ("°C", "degree Celsius", "temperature"),
        ("GB", "gigabyte", "data"),
    ],
)
def test_units(text: str, name: str, dimension: str) -> None:
    found = unit(text)
    assert found is not None
    assert (found.name, found.dimension) == (name, dimension)


def test_sizes_compare_within_a_dimension() -> None:
    mile, kilometre = unit("mile"), unit("kilometre")
    assert mile is not None
    assert kilometre is not None
    assert mile.factor / kilometre.factor == pytest.approx(1.609344)
    fahrenheit = unit("°F")
    assert fahrenheit is not None
    assert (212 + fahrenheit.offset) * fahrenheit.factor == pytest.approx(373.15)


def test_other_words_are_no_units() -> None:
    assert unit("house") is None
    assert currency("house") is None


@pytest.mark.parametrize(
    ("text", "name"), [("$", "dollar"), ("EUR", "euro"), ("Pounds-sterling", None), ("yen", "yen")]
)
def test_currencies(text: str, name: str | None) -> None:
    assert currency(text) == name
