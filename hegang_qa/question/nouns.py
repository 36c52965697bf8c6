"""General English nouns and the answer types they ask for.

Only nouns whose first sense in the lexicon is not what a question means by them ("what *letter*
comes after ...": a letter of the alphabet, not one in the post), and nouns that give way to the
noun after "of".
"""

from __future__ import annotations

__all__ = ["HAN_NOUN_TYPES", "NOUN_TYPES", "TRANSPARENT_NOUNS", "VERB_OBJECTS"]

TRANSPARENT_NOUNS = frozenset(
    """
    kind kinds type types sort sorts form forms example examples name names one pair pairs class
    classes variety varieties category categories brand brands species breed breeds piece pieces
    set list most best rest member style styles genre genres instance instances
    """.split()
)

# Of a noun in two rows the first counts. Rows go on in indented lines.
_TABLE = """
date: date, day, birthday, birth date, birthdate, deadline, anniversary, due date, era, period, time
  period, epoch, morning, afternoon, evening, night
weekday: weekday, day of the week
month: month
year: year
century: century, millennium
decade: decade
season: season, time of year
time: time, hour, closing time, opening time, starting time, start time
hours: opening hour, office hour, business hour, visiting hour
count: population, number, headcount, attendance, enrollment, enrolment, circulation, death toll,
  toll, quorum, seating capacity, minimum number, maximum number
number: statistic, figure, score, par, rating, amount, level, limit, dose, dosage, ph, iq, heart
  rate, atomic number, chromosome number, calorie, requirement, dimension, maximum, minimum, total,
  average, quantity, odds, probability, chance, likelihood, discount, reduction, surcharge,
  supplement, commission rate
ratio: ratio, proportion
frequency: frequency, interval
power: horsepower, wattage, voltage, energy output
code: code, password, pin code, access code, door code, area code, zip code, postal code, postcode,
  zip, serial number, error code, licence number, license number, isbn, id, pin, country code,
  dialling code, dialing code, airport code, room number, account number, part number, ip address,
  mac address
phone: phone number, extension, telephone number, fax number, hotline, contact number,
  service number, emergency number, support number, mobile number, helpline, phone extension,
  telephone extension
coordinates: latitude, longitude, coordinate, grid reference
address: address, mailing address, postal address, street address, home address
email: email, email address, e-mail, e-mail address, mail address
url: url, website, web site, web address, homepage, home page, web page, internet address, site
  address, domain, link, internet site
version: version, release, edition number
path: path, file, folder, directory, command, setting, option, parameter, config file, configuration
  file, variable, environment variable, var, env var
duration: duration, validity, shelf life, length of time, lifespan, life span, lifetime, life
  expectancy, gestation period, term of office, sentence, half-life, half life, notice period,
  waiting time, response time, driving time, travel time, travelling time, journey time, train time,
  flight time, running time, playing time, winning time, finishing time, processing time, delivery
  time, preparation time, drying time, charging time, recovery time, baking time, retention period,
  warranty, warranty period, period of notice, period of grace, period of validity,
  period of probation, period of office, minimum term, contract term, loan term, loan period, lag,
  delay
age: age, average age, voting age, retirement age, drinking age
quantity: torque, tightening torque, payload
distance: distance, gap, clearance, height, length, width, depth, altitude, elevation, diameter,
  circumference, radius, wingspan, span, thickness, breadth
area: area, acreage, surface area, surface, floor area, square footage
volume: volume, capacity
size: size
weight: weight, mass, lifting capacity, load capacity, carrying capacity
speed: speed, velocity, top speed, speed limit, pace, mph
temperature: temperature, boiling point, melting point, freezing point
money: price, cost, fee, salary, income, revenue, budget, wage, fare, fine, rent, net worth, value,
  worth, tax, toll, turnover, profit, debt, expense, late fee, entrance fee, annual fee, deposit,
  refund, gross domestic product, gdp, gnp, minimum wage, exchange rate, per capita
  income, hourly rate, prize money, earnings, charge, overdraft,
  credit limit, payment, down payment, prepayment, instalment, premium, allowance,
  bonus, donation, compensation, subsidy, pension, rebate, stipend
percentage: percentage, percent, per cent, rate, share, unemployment rate, literacy rate, interest
  rate, success rate, tax rate, growth rate, birth rate, death rate, inflation rate, mortality rate,
  growth
ordinal: rank, ranking, chapter, placement, page, place in the ranking, minute, lap, inning
person: person, general, man, woman, boy, girl, guy, hero, heroine, character, star, astronaut,
  actor, actress, leader, governor, people, relative, celebrity, host, hostess, villain, great,
  winner, founder, inventor, author, champion, twin, duo, couple, pair, trio, lover, friend, enemy,
  patron, twins, sibling, spouse, partner, native, citizen, figure, personality, model, beauty,
  identity, secret identity, alter ego, namesake, suspect, sidekick, manager, gymnast,
  vice-president, vice president, judge, spokesman, spokesperson, crooner, clown, comic, mate, pope,
  saint, victim, dictator, chief, fellow, opponent, nominee, player, member, fan, user, wife,
  husband, mother, father, brother, sister, son, daughter, child, king, queen, prince, princess,
  emperor, mascot, rival, successor, predecessor, dummy, puppet, leading lady, baby, kid, family,
  monarch, ruler, politician, first lady, nun, blonde, hostage, running mate, goddess, god, deity,
  ghost, crew, cast, superhero, lady
organisation: company, administration, organization, organisation, team, band, group, firm, agency,
  corporation, university, college, school, business, bank, party, political party, army, club,
  union, association, institution, institute, department, ministry, government, network, tv network,
  airline, manufacturer, maker, car maker, producer, publisher, supplier, provider, isp, studio,
  record label, label, chain, franchise, league, nfl team, orchestra, gang, tribe, choir, brewery,
  newspaper company, record company, railroad, railway company, religious group, sect, denomination,
  religious order, monastic order, order of knights, branch, service branch, force, police force,
  police department, conglomerate, competitor, distributor, employer, contractor, builder,
  committee, council, commission, board, court,
  parliament, congress, senate, house, dynasty, clan, squad, vendor, regiment, unit, troop, cruise
  line, shipping line, terrorist group, rock group, singing group, radio station, tv station,
  television station, channel, museum company, startup, charity, foundation, bureau, alliance,
  organizer, ballclub, body of people, military branch, fraternity, sorority, federation, cartel,
  hospital chain, intelligence agency, academy, business school, law school, high school, baseball
  team, team name
nationality: nationality, ethnic group, ethnicity, ancestry, race
country: country, nation, republic, kingdom, african country, superpower, nationality
state: state, province, region of the country, county, u.s. state, us state, prefecture, territory,
  canton, district, colony, shire
city: city, town, capital, village, municipality, metropolis, capital city, seaport, port city,
  hometown, home town, birthplace, suburb, birth place, resort, settlement, twin city, county seat
mountain: mountain, peak, mountain range, mount, hill, volcano, ridge, range, summit, highest point,
  alp, mountain peak
river: river, stream, tributary, creek
lake: lake, sea, ocean, gulf, bay, reservoir, strait, body of water, waterway, canal, channel of
  water, great lake
island: island, island group, archipelago, isle, atoll
continent: continent
street: street, road, avenue, highway, boulevard, square, route, interstate, motorway, lane
building: building, airport, station, stadium, castle, museum, hotel, church, cathedral, tower,
  bridge, prison, hospital, library, palace, skyscraper, monument, theater, theatre, restaurant,
  temple, mosque, arena, bar, pub, mansion, dam, house of worship, nightclub, casino, landmark,
  memorial, shrine, tomb, ballpark, racetrack, zoo, cemetery, factory, power plant, power station,
  structure, mall, shopping mall, tunnel, school building, concert hall, fort, fortress, inn, shop,
  store, bookstore, gallery, attraction, tourist attraction
planet: planet, star, moon, constellation, galaxy, asteroid, comet, celestial body, heavenly body
place: place, location, spot, entrance, exit, region, area of the world, site, valley, desert,
  park, national park,
  waterfall, beach, forest, cave, border, destination, landmark, peninsula, canyon, hemisphere,
  ocean floor, plain, garden, zone, venue, waterfalls, falls, glacier, basin, delta, cape,
  neighborhood, neighbourhood, borough, area code region, sector, corner, quarter, jungle, swamp,
  reef, trail, golf course, hideout, playground, battlefield, homeland, direction, side, theme park,
  amusement park, headquarters, swimming pool, plantation, ranch, farm, realm, field of battle,
  underworld, harbor, harbour, wall, land, room, floor, state park
animal: animal, tiger, lion, wolf, rat, mouse, rabbit, goat, sheep, turtle, crocodile, dog, cat,
  bird, fish, insect, mammal, reptile, creature, snake, horse, whale, shark, bear, breed, species,
  state bird, pet, dinosaur, spider, rodent, monkey, ape, mosquito, race horse, racehorse, killer
  whale, primate, marsupial, amphibian, beast, bug, butterfly, predator, prey, cow, pig, bull, duck,
  frog, pony, puppy, canine, feline, livestock, elephant, shellfish
plant: plant, flower, tree, state flower, state tree, grass, shrub, herb, crop plant, weed, wood,
  seed
body-part: body part, organ, bone, muscle, limb, gland, finger, toe, tooth, part of the body, nerve,
  joint, vein, artery, vertebra, tissue, cell, skin, blood vessel, facial feature
food: food, drink, soft drink, beverage, fruit, vegetable, cheese, dish, cereal, wine, beer, meat,
  candy, spice, dessert, cocktail, liquor, ingredient, sauce, bread, cake, nut, meal, sandwich, herb
  for cooking, crop, grain, candy bar, chocolate bar, snack, soup, juice, tea, coffee, cookie,
  berry, liqueur, sweet, treat, flavor, flavour, alcohol, vodka, bean, delicacy, salad, pasta,
  condiment, syrup, diet, cuisine, brew, whisky, whiskey, cooking oil, milk, gum, bubble gum,
  breakfast, lunch, dinner, entree, staple, main course, pie
disease: disease, illness, disorder, virus, drug, medicine, medication, syndrome, condition,
  infection, symptom, cancer, phobia, fear, ailment, treatment, cure, therapy, epidemic, plague,
  pill, vaccine, injury, antibiotic, medical condition, pain, painkiller, remedy, affliction,
  defect, disability, surgery, std, allergy
substance: substance, chemical, element, metal, material, gas, mineral, liquid, compound, acid,
  alloy, rock, stone, gem, fuel, oil, hormone, vitamin, enzyme, protein, fabric, fiber, fibre, ore,
  chemical element, poison, pigment, plastic, gemstone, explosive, fertilizer, pollutant, toxin,
  nutrient, isotope, precious stone, wood product, dye, leather, cloth, birthstone, solvent, salt,
  sugar, alkaloid
colour: colour, color, hue, shade, team color, eye color, hair color
language: language, tongue, dialect, native language, programming language, official language,
  mother tongue
religion: religion, faith, church denomination, belief system
sport: sport, game, card game, board game, exercise, pastime, olympic event, ball game, event at the
  olympics, martial art, video game, computer game, hobby, dance, parlor game, competition game,
  olympic sport, water sport
work: work of art, book, film, movie, song, novel, poem, play, painting, album, opera, musical,
  magazine, newspaper, tv show, television show, show, series, tv series, television series, sitcom,
  soap opera, program on tv, tv program, television program, comic strip, comic, strip, cartoon,
  story, short story, tale, fairy tale, ballet, symphony, sculpture, statue, document, treaty, law,
  act, bill, amendment, constitutional amendment, hymn, anthem, national anthem, record, single, lp,
  fable, myth, legend, bible book, journal, publication, dictionary, encyclopedia, western,
  thriller, picture, musical comedy, trilogy, epic, hit, hit song, tune, quiz show, game show, talk
  show, theme song, flick, biography, autobiography, memoir, essay, speech, paper, article,
  portrait, work, best-seller, bestseller, classic, comedy, drama, tragedy, verse, sonnet, aria,
  concerto, oratorio, masterpiece, software, computer program, program, script, screenplay,
  soundtrack, periodical, tv sitcom, mini-series, miniseries, broadway musical, photograph, mural,
  fresco, newsletter, jingle, ditty, lullaby, nursery rhyme, rhyme, children's book, literary work,
  documentary, tv movie, radio show, radio program, gospel, scripture, manuscript, edict,
  proclamation, constitution, declaration, report, book title, song title, movie title
product: product, toy, brand, brand name, appliance, invention, commodity, export, good, main
  export, doll, garment, shoe, item, household item, merchandise, perfume, detergent, cosmetic,
  soap, toothpaste, cigarette, cigarette brand, clothing, gadget, souvenir, gift, patent, hat,
  clothes, outfit, jewel, diamond, computer, tool, cologne, beauty product, cleaner, deodorant,
  camera, cereal brand
vehicle: vehicle, car, van, ship, aircraft, airplane, plane, boat, train, automobile, truck,
  spacecraft, spaceship, submarine, rocket, space shuttle, helicopter, bus, motorcycle, vessel,
  carrier, shuttle, yacht, liner, cruise ship, bicycle, satellite, bomber, balloon, jet, fighter,
  warship, battleship, starship, space probe, tank, wagon, locomotive, airship, cab, make of car
instrument: instrument, musical instrument, string instrument, stringed instrument, wind instrument,
  percussion instrument, guitar, keyboard instrument
weapon: weapon, gun, missile, bomb, sword, rifle
device: device, drill bit, server, printer, router, laptop, battery, charger, monitor, pump, motor,
  machine, gadget, mechanism, part of the machine, equipment, scientific instrument, surgical
  instrument, utensil, furniture
currency: currency, monetary unit, unit of currency, coin, money, bill denomination, legal tender
event: event, war, battle, festival, holiday, disaster, game of the season, revolution, conflict,
  election, tournament, ceremony, hurricane, earthquake, massacre, crisis, conference, trial, riot,
  rebellion, revolt, explosion, race, contest, competition, concert, celebration, accident,
  catastrophe, scandal, crime, murder, assassination, match, olympics, parade, strike, invasion,
  operation, feast, storm, tornado, eruption, incident, attack, uprising, crash, famine, jewish
  holiday, football game, bowl game, rite, coup, movement, campaign, mission, expedition, meeting,
  exhibition, fair, auction, wedding, miracle, milestone, historical event, trials
award: award, prize, medal, trophy, honor, honour, nobel prize, academy award, oscar, scholarship,
  distinction
method: method, technique, process, procedure, theory, science, field of study, field, way, formula,
  system, strategy, approach, scientific discipline, discipline, subject, maneuver, manoeuvre,
  stroke, recipe, principle, test, technology, algorithm, operating system, tip, program for
  recovery, art, art form, study, branch of science, swimming stroke, surgical procedure, economic
  system, rule, martial arts move
phrase: port, industry, loss, offering, legacy, heritage, inheritance, strain, notice, penalty,
  interest, default, default value, default setting, factory setting, extension, allowance,
  supplement, order, sequence, thing, bit
group: sex, gender, generation, social class, age group
manner: step, way, procedure
letter: letter, vowel, consonant, alphabet letter, letter of the alphabet, initial, character of the
  alphabet, first letter, last letter
symbol: symbol, sign, zodiac sign, astrological sign, emblem, logo, flag, numeral, roman numeral,
  punctuation mark, chemical symbol, chemical formula, trademark, mark, seal, coat of arms,
  insignia, motif, playing card, star sign, icon, birth sign, chinese sign
word: word, words, verb, adjective, noun, english word, code word, synonym, antonym, opposite,
  prefix, suffix, phrase, palindrome, anagram, four-letter word, adverb, pronoun, conjugation,
  plural, spelling
term: term, expression, nickname, slang, slang term, epithet, moniker, handle, idiom, scientific
  name, latin name
alias: alias, nickname, pseudonym, pen name, stage name, other name, alternate name, byname, code
  name
full-name: real name, full name, maiden name, first name, last name, middle name, surname, given
  name, christian name, family name, birth name, second name, nom de plume
name: name, title of the book, designation
title: title, occupation, profession, job, job title, career, rank in the army, position held, line
  of work, trade, vocation, livelihood, office, military rank, title of nobility, post, role in the
  government, job description
abbreviation: abbreviation, acronym, initials, short form, middle initial, abbreviated form,
  abbreviated term, abbreviated expression
expansion: long form, full form
definition: definition, meaning, sense, significance of the word
description: description, case, requirements, history, characteristic, feature, property,
  information, background, status, life, view, nature, policy, living condition, climate, weather,
  appearance, trait, personality trait, aspect, attribute, qualification, story behind, success,
  contribution, plot, design, theme, content, contents, idea, concept, details, detail, fact, facts,
  advantage, disadvantage, benefit, drawback, result, relationship, power, superpower, ability,
  habit, duty, responsibility, objection, answer, agreement, right, requirement, rules, guideline,
  instruction, instructions, conditions, physical characteristic, moral, message, lesson, argument,
  philosophy, state of affairs, connection, similarity, custom, tradition, prediction, prophecy,
  warning, problem, weakness, excuse, accomplishment, achievement, belief, secret, role, importance,
  significance, part in, event leading
effect: effect, side effect, consequence, impact, influence, outcome, result, aftermath, damage,
  harm
origin: origin, etymology, root, source, derivation, origins
purpose: purpose, function, use, aim, goal, objective, mission, intention, mission statement
difference: difference, distinction between
reason: reason, cause, motive, rationale, explanation, claim to fame, justification, main cause,
  basis, motivation
saying: quotation, quote, slogan, motto, saying, lyrics, lyric, last word, last words, catchphrase,
  proverb, line, opening line, opening words, first line, greeting, oath, toast, advertising slogan,
  state motto, tag line, punchline, commandment, curse, vow, pledge, watchword
material: material
"""


def _read(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in table.strip().replace("\n  ", " ").splitlines():
        kind, _, nouns = entry.partition(": ")
        for noun in nouns.split(", "):
            found.setdefault(noun, kind)
    return found


NOUN_TYPES: dict[str, str] = _read(_TABLE)
"""Singular nouns, of one to three words, and the types they ask for."""

VERB_OBJECTS: dict[str, str] = {
    "eat": "food",
    "eats": "food",
    "drink": "food",
    "drinks": "food",
    "feed": "food",
    "speak": "language",
    "speaks": "language",
    "suffer": "disease",
    "invent": "product",
    "patent": "product",
    "manufacture": "product",
    "publish": "work",
    "write": "work",
    "paint": "work",
    "compose": "work",
    "say": "saying",
    "believe": "description",
}
"""Verbs whose object is of one type ("what do they eat")."""

_HAN_TABLE = """
country: 国家 国
state: 省份 省 州 地区 自治区
city: 城市 市 县 镇 村 首都 省会 城
mountain: 山脉 山 山峰
river: 河流 河 江
lake: 湖泊 湖 海洋 海
island: 岛屿 岛
place: 地方 公园 区
building: 机场 车站 大学城 桥 塔 建筑 博物馆
organisation: 公司 大学 学校 组织 机构 政府 军队 球队 政党 部门 朝代 单位
person: 人 皇帝 总统 作家 演员 科学家 领导人 市长
language: 语言 语
colour: 颜色
animal: 动物
plant: 植物 花 树
food: 食物 水果 菜
work: 书 电影 歌 小说
event: 战争 节日 事件
month: 月份 月
weekday: 星期几
disease: 病 疾病
religion: 宗教
"""


def _read_han(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        kind, _, nouns = line.partition(": ")
        found.update(dict.fromkeys(nouns.split(), kind))
    return found


HAN_NOUN_TYPES: dict[str, str] = _read_han(_HAN_TABLE)
"""Chinese nouns (simplified) and the types they ask for."""
