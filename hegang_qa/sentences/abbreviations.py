"""Words whose full stop does not end a sentence, by how they behave, and words that begin one.

Gathered from general knowledge of English, German, Spanish, French and Russian writing; each is
folded to small letters without its last stop.
"""

from __future__ import annotations

__all__ = ["BEFORE_NAME", "BEFORE_NUMBER", "CLOCK", "EITHER", "MONTHS", "NEVER_LAST", "STARTERS"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE_NAME = _words(
    """
    mr mrs ms mx dr prof rev fr hon gen lt col maj capt cpt cmdr adm sgt cpl pvt gov sen rep pres
    med kath evang amb supt insp det mt ft
    messrs mmes mme mlle drs profs hr frau sra srta dra lic ing arq
    д-р проф акад им ул г-н г-жа тов
    """
)
"""Titles and the like: a name follows, whatever its letters."""

BEFORE_NUMBER = _words(
    """
    no nos nr n° nº num núm pp pg pgs pág vol vols fig figs sec secs ch chap par para art eq
    tab abb bd jan feb mar apr jun jul aug sep sept oct nov dec ext
    ene abr ago dic lun mié jue vie sáb dom párrf cra tel op ed eds § стр рис № rs
    """
)
"""The stop does not end a sentence when a number follows."""

NEVER_LAST = _words(
    """
    e.g eg i.e ie cf viz vs v approx ca c.f incl esp resp z.b d.h bzw vgl ggf evtl inkl u.a s.o
    ee p.ej т.е напр p s a.k.a p.s
    """
)
"""Something always follows in the same sentence."""

EITHER = _words(
    """
    inc ltd co corp bros llc plc gmbh jr sr etc st ave blvd rd dept dist est univ assn bldg
    ph.d m.d b.a m.a b.sc m.sc u.s u.k u.n e.u u.s.a d.c b.c a.d b.c.e c.e oz lb lbs ft in yd
    sq cu hr hrs min mins sec secs al usw etc ud uds vd vds ee.uu ac dc г гг в вв н.э т.д т.п др
    пр руб коп тыс млн млрд кв куб кг см мм км м л мин ч стр mio mrd str jh jr
    """
)
"""May stand last or in the middle: the word that follows decides."""

CLOCK = _words("a.m p.m am pm")
"""Ends a sentence before any capital that is not a day, month or time zone."""

MONTHS = _words(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday est edt cst cdt mst mdt pst pdt gmt
    utc bst cet eastern central pacific
    januar februar märz mai juni juli oktober dezember jänner
    """
)

STARTERS = _words(
    """
    the a an this that these those it he she they we i you there here its his her their our my
    your one some many most all both each every another other such no none nobody someone
    anyone everyone in on at by for from with without as after before during when where while
    although though because since if unless until once but and or so yet however then thus
    therefore hence moreover furthermore nevertheless meanwhile instead indeed also besides
    finally first second next later now today yesterday tomorrow perhaps maybe what who whom
    whose why how which is are was were am do does did has have had can could may might must
    will would shall should let please not never only just even still despite according
    between among under over through about within it's he's she's that's there's i'm i've i'd
    i'll we're we've they're you're don't what's let's mr mrs ms dr thanks thank yes no ok okay
    well oh hello hi
    """
)
"""Words that begin sentences far more often than they are part of a name."""
