"""Small words as people misspell them.

Such as stand in lists of common misspellings (Mitton, the Birkbeck spelling error corpus, 1985),
question words with letters swapped, doubled or left out, and short forms as people type them; none
of them is a word itself.
"""

from __future__ import annotations

__all__ = ["SLIPS"]

_BY_WORD = """
which: wich whcih whihc wihch hwich whic whitch wiche whch
what: wot waht wat hwat whta wht whaat
when: wen whne hwen wehn whan whenn
where: wher wheer hwere whre wehre whare werhe
is: iz
who: hwo whoo wo woh
why: hwy whyy wyh
how: hpw hiw
many: meny mnay manny mayn mny
much: mutch muhc mcuh muhch
until: untill untl untli unitl intil
before: b4 befor befroe beofre bfore befoer befre
after: aftre afetr aftr atfer
because: coz cuz becuase becasue becouse becaus becuse beacuse
should: shoud shuold shoudl sould shld
would: woud wuold woudl wud wld
could: coud cuold coudl cud
must: msut mst muts
can: cna
does: deos doess
have: hvae ahve haev
with: wiht wtih wih
without: witout wihtout withuot
from: fomr frmo
the: teh hte tje thr
their: thier
they: tehy thye
there: tehre theer
this: tihs thsi
that: taht thta
than: thna
and: adn nad
are: aer
was: wsa
were: weer
between: betwen beetween bewteen
through: thruogh throught thorugh
during: durring duing
often: offten oftne ofen oftenn
always: allways alwasy
about: abuot abotu aobut
for: fro
least: leats
think: thnik thikn
can't: cnat
supported: suported supproted suporrted
most: mosst msot
more: mroe
time: tme tiem
default: defualt deafult defalt defult
happened: happend hapened hapend happned hapenned
people: ppl peple poeple peopel
years: yrs
weeks: wks
months: mths
hours: hrs
please: pls plz
tomorrow: tmrw tomorow tommorow tommorrow
"""

SLIPS: dict[str, str] = {
    wrong: right
    for line in _BY_WORD.strip().splitlines()
    for right, _, several in [line.partition(": ")]
    for wrong in several.split()
}
"""The word that is meant by each misspelling; all are folded."""
