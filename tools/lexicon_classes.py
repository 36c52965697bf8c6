"""Which answer types a noun belongs to: by anchor hypernyms, then by lexicographer file."""

from __future__ import annotations

from tools.wordnet import WordNet

# Anchor senses (WordNet lemma and sense number) under which a noun is of a type. The nearest
# anchor above a sense gives its first type.
ANCHORS = """
city: city.1 town.1 municipality.1 village.1 village.2 settlement.6 national_capital.1 capital.3
country: country.2 country.1 nation.1 kingdom.1
state: state.1 province.1 county.1 county.2 canton.2
mountain: mountain.1 hill.1 mountain_peak.1 range.5 volcano.2
river: stream.1 canal.3
lake: lake.1 sea.1 ocean.1 gulf.1 bay.1
island: island.1
continent: continent.1
street: road.1 street.1 plaza.1
building: building.1 housing.1 airport.1 structure.1 facility.1
planet: celestial_body.1 planet.1
animal: animal.1
plant: plant.2
body-part: body_part.1
food: food.1 food.2 beverage.1
disease: disease.1 illness.1 disorder.1 ill_health.1 drug.1 medicine.2
substance: substance.1 material.1 chemical_element.1
colour: color.1 chromatic_color.1
language: language.1 natural_language.1
religion: religion.1 religion.2
sport: sport.1 game.2 game.3 athletic_game.1
work: publication.1 movie.1 song.1 literary_work.1 painting.1 writing.2 musical_composition.1
work: dramatic_composition.1 product.2 work_of_art.1 art.1 newspaper.1 album.2 law.2 book.1 book.2
vehicle: vehicle.1 aircraft.1 ship.1
instrument: musical_instrument.1
weapon: weapon.1
device: device.1 tool.1 machine.1 instrument.1 appliance.1 appliance.2
currency: monetary_unit.1 currency.1
money: money.1 sum.1 price.2 cost.1 fee.1 income.1 payment.1 tax.1
event: event.1 war.1 battle.1 festival.1 holiday.1 disaster.1 social_event.1
award: award.2 prize.1
method: method.1 discipline.1 theory.1 technique.1 technique.2 technology.1
letter: letter.2 character.8
symbol: symbol.1 emblem.1 flag.1 sign.3
saying: saying.1 motto.1 quotation.2 slogan.1 speech.1
product: commodity.1 product.1 merchandise.1
organisation: organization.1 institution.1 team.1 company.1 social_group.1 military_unit.1
organisation: political_unit.1 dynasty.1
nationality: people.2 ethnic_group.1 tribe.1
person: person.1
title: title.2 position.6
weekday: day_of_the_week.1
month: calendar_month.1 month.1
season: season.2
year: year.1
decade: decade.1
century: century.1
age: age.1
duration: time_unit.1 duration.1 period.1 time_period.1
distance: linear_unit.1 distance.1 length.1 dimension.1
area: area_unit.1 area.6
volume: volume_unit.1 volume.2
weight: weight.1 weight_unit.1 mass_unit.1 mass.1
speed: speed.1 speed.2
temperature: temperature.1 temperature_unit.1
frequency: frequency.1
power: power.1 power_unit.1 energy.1 work_unit.1 potential_unit.1 pressure_unit.1
percentage: percentage.1 rate.2
ordinal: rank.2
quantity: unit_of_measurement.1 measure.2
number: number.2
place: location.1 place.1 region.1 geological_formation.1 land.2 excavation.3
reason: reason.1 cause.1
abbreviation: abbreviation.1
name: name.1
alias: nickname.1 alias.1
address: address.2
phone: phone_number.1
version: version.1
path: computer_file.1
word: word.1
origin: origin.1 beginning.5
effect: consequence.1 effect.1
purpose: purpose.1
difference: difference.1
action: act.2
"""

# What remains, by lexicographer file (lexnames(5)).
FILES = {
    4: "action",
    5: "animal",
    6: "product",
    8: "body-part",
    11: "event",
    13: "food",
    14: "organisation",
    15: "place",
    18: "person",
    20: "plant",
    21: "money",
    23: "quantity",
    27: "substance",
    28: "duration",
}

_cache: dict[int, dict[tuple[str, int], list[str]]] = {}


def _anchors(net: WordNet) -> dict[tuple[str, int], list[str]]:
    found = _cache.get(id(net))
    if found is None:
        found = {}
        for line in ANCHORS.strip().splitlines():
            name, _, senses = line.partition(": ")
            for sense in senses.split():
                lemma, _, number = sense.rpartition(".")
                known = net.senses.get((lemma, "n"), [])
                if int(number) > len(known):
                    raise SystemExit(f"anchor {sense} of {name}: no such sense")
                found.setdefault(known[int(number) - 1], []).append(name)
        _cache[id(net)] = found
    return found


def sense_classes(net: WordNet, key: tuple[str, int]) -> list[str]:
    """Return the types of one sense, nearest first: its anchors, level by level, then its file."""
    anchors = _anchors(net)
    found: list[str] = []
    level, seen = [key], {key}
    while level:
        above = []
        for at in level:
            for name in anchors.get(at, ()):
                if name not in found:
                    found.append(name)
            for pointer in net.synsets[at].pointers:
                if pointer.symbol in ("@", "@i") and pointer.target not in seen:
                    seen.add(pointer.target)
                    above.append(pointer.target)
        level = above
    name = FILES.get(net.synsets[key].lexfile, "")
    if name and name not in found and (not found or name in ("person", "place", "organisation")):
        found.append(name)
    return found


def classes_of(net: WordNet, senses: list[tuple[float, tuple[str, int]]]) -> list[str]:
    """Return the types of a noun from its senses and their shares, most likely first."""
    total = sum(share for share, _ in senses) or 1.0
    weights: dict[str, float] = {}
    for share, key in senses:
        if share < 0.08 * total:
            continue
        for depth, name in enumerate(sense_classes(net, key)):
            weights[name] = weights.get(name, 0.0) + share / total / (1 + depth)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return [name for name, weight in ranked if weight > 0.04][:5]


def class_names() -> list[str]:
    """Return every type that a word can have, in a fixed order."""
    names = [line.partition(":")[0] for line in ANCHORS.strip().splitlines()]
    return list(dict.fromkeys([*names, *FILES.values()]))
