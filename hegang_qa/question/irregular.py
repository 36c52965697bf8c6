"""Irregular English verbs and plurals: the forms that no ending tells."""

from __future__ import annotations

__all__ = ["irregular_forms", "measure_forms"]

# One word a group: base, then its other forms. Regular forms share a stem and are left out.
_GROUPS = """
arise arose arisen/awake awoke awoken/bear bore borne born/beat beaten/become became/begin began
begun/bend bent/bind bound/bite bit bitten/bleed bled/blow blew blown/break broke broken/breed
bred/bring brought/build built/burn burnt/buy bought/catch caught/choose chose chosen/cling
clung/come came/creep crept/deal dealt/dig dug/draw drew drawn/dream dreamt/drink drank
drunk/drive drove driven/dwell dwelt/eat ate eaten/fall fell fallen/feed fed/feel felt/fight
fought/find found/flee fled/fly flew flown/forbid forbade forbidden/forget forgot forgotten/
forgive forgave forgiven/freeze froze frozen/get got gotten/give gave given/go went gone/grind
ground/grow grew grown/hang hung/hear heard/hide hid hidden/hold held/keep kept/know knew known/
lay laid/lead led/lean leant/learn learnt/leave left/lend lent/lie lay lain/light lit/lose lost/
make made/mean meant/meet met/mistake mistook mistaken/overcome overcame/pay paid/prove proven/
ride rode ridden/ring rang rung/rise rose risen/run ran/say said/see saw seen/seek sought/sell
sold/send sent/shake shook shaken/shine shone/shoot shot/show shown/shrink shrank shrunk/sing sang
sung/sink sank sunk/sit sat/sleep slept/slide slid/speak spoke spoken/speed sped/spell spelt/
spend spent/spin spun/spring sprang sprung/stand stood/steal stole stolen/stick stuck/sting
stung/strike struck stricken/strive strove striven/swear swore sworn/sweep swept/swell swollen/
swim swam swum/swing swung/take took taken/teach taught/tear tore torn/tell told/think thought/
throw threw thrown/undergo underwent undergone/understand understood/undertake undertook
undertaken/wake woke woken/wear wore worn/weave wove woven/weep wept/win won/wind wound/withdraw
withdrew withdrawn/withstand withstood/write wrote written/rebuild rebuilt/overthrow overthrew
overthrown/oversee oversaw overseen/uphold upheld/foresee foresaw foreseen/rewrite rewrote
rewritten/retake retook retaken/man men/woman women/child children/foot feet/tooth teeth/goose
geese/mouse mice/ox oxen/person people/life lives/wife wives/knife knives/leaf leaves/half halves/
wolf wolves/shelf shelves/thief thieves/loaf loaves/crisis crises/analysis analyses/basis bases/
thesis theses/axis axes/phenomenon phenomena/criterion criteria/medium media/datum data/bacterium
bacteria/stratum strata/curriculum curricula/nucleus nuclei/radius radii/fungus fungi/alumnus
alumni/larva larvae/index indices/matrix matrices/vertex vertices
good better best/bad worse worst/far farther further farthest furthest/little less least
"""

# What an adjective of measure measures: "how high" asks for a height.
_MEASURES = """
high height/long length/wide width/deep depth/strong strength/broad breadth/hot heat temperature/
old age/heavy weight/fast speed/big size/large size/tall height/far distance/often frequency/
quick speed/loud noise loudness/cold temperature/thick thickness/rich wealth/poor poverty
"""


def _groups(table: str) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for group in " ".join(table.split()).replace("/ ", "/").split("/"):
        words = group.split()
        for word in words:
            forms[word] = forms.get(word, ()) + tuple(w for w in words if w != word)
    return forms


_IRREGULAR, _MEASURING = _groups(_GROUPS), _groups(_MEASURES)


def irregular_forms(word: str) -> tuple[str, ...]:
    """Return the other irregular forms of a folded word ("wrote": "write", "written")."""
    return _IRREGULAR.get(word, ())


def measure_forms(word: str) -> tuple[str, ...]:
    """Return what an adjective of measure measures, and the other way about ("tall": "height")."""
    return _MEASURING.get(word, ())
