"""What counts as a cue, and which of its complements is its content: reporting, thinking, wishing, judging and deciding words.

Compiled by us from general English, by the classes of Levin (1993), "English Verb Classes and Alternations": which words speak,
think, intend, judge or show, and the complements that each takes. No list holds a name.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """The complements of a cue that are its content.

    `takes` holds letters: c a finite clause, i an infinitive, g a gerund, o a noun phrase, p a noun phrase with what is said
    of it or asked of it ("urged Roe to go", "called it a hoax"), x a noun phrase that is only addressed ("told Roe"), q a
    quotation beside it, s a subject that is part of the content ("Norvik seems to …"). `preps` are prepositions whose
    noun phrase or gerund is content, `also` those that carry more of it after a noun phrase ("blamed Roe for …").
    """

    takes: frozenset[str]
    preps: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()


def _frames(table: str) -> dict[str, Frame]:
    """Read lines of `words | takes | preps | also`; a word that stands in two lines takes both."""
    frames: dict[str, Frame] = {}
    for line in table.strip().splitlines():
        words, takes, preps, also = (part.split() for part in (line + "|||").split("|")[:4])
        for word in words:
            had = frames.get(word, Frame(frozenset()))
            frames[word] = Frame(had.takes | set("".join(takes)), had.preps | set(preps), had.also | set(also))
    return frames


VERBS = _frames("""
say state claim assert contend maintain insist argue aver attest testify profess allege add reason assess | cq
say | q | about of
claim assert maintain profess | io
insist | | on upon
argue | | for against about over
testify | | about against to
declare announce proclaim admit concede acknowledge confess confirm affirm reaffirm reiterate repeat restate reassert note mention | cqo
observe remark stress emphasize emphasise underscore underline highlight explain clarify recount recall relate report | cqo
stress emphasize emphasise | co
recognize recognise reveal disclose divulge broadcast tweet telegraph post state blog detail outline summarize summarise | coq
confess admit | | to
report | | on
announce declare proclaim | p
mention recall | g
comment elaborate expound opine muse reflect philosophize | cq | on about upon
reply respond answer retort counter rejoin shoot fire interject intone interrupt chime continue conclude begin finish respond | q
reply respond answer retort counter conclude rejoin | cq
respond react reply object | | to
object protest complain grumble gripe whine moan | cq
joke quip jest tease gush rave enthuse exclaim shout yell scream cry bellow roar bark snap growl snarl whisper mutter mumble murmur | cq
laugh smile grin sigh shrug chuckle sob grin nod offer sum chant sing preach sneer scoff deadpan boom thunder cheer | q
joke | | about
complain grumble gripe whine moan rant rave vent fret grouse boast brag gloat crow | q | about of over
boast brag gloat crow fume seethe rail fret | cq
rail inveigh thunder rage lash | q | against at
hit lash push fire strike shoot punch | | back
scoff sneer balk bristle chafe | | at
write | cqo | about of
read | q
cite quote | o
cite quote | | | as
tell inform assure remind notify alert reassure | xcq
tell inform remind notify alert brief | | about of on
order instruct command direct urge exhort implore beg beseech encourage | pi
tell | i
tell | | to
instruct urge exhort order direct beg plead caution warn counsel remind advise implore | cq
advise counsel warn caution | cqp | against of about on
promise swear vow pledge guarantee threaten undertake | cioq
threaten | p
ask inquire enquire wonder query | cq | about
ask | pi | for about
question query debate ponder contemplate consider mull | oc
wonder speculate | cq | about on
speculate theorize theorise hypothesize surmise infer deduce extrapolate posit postulate conjecture | co
demand | coiq
request solicit | op
invite | p
beg plead pray clamor clamour lobby appeal agitate campaign press push fight pine long yearn | | for
press push lobby | p
plead appeal | q | with to
call | n | for on upon
dub label brand term nickname | n
name deem pronounce judge declare proclaim certify designate classify rate rank | p
name nickname designate | p
describe depict portray characterize characterise | o | | as
paint cast frame bill | | | as
describe | c
denigrate disparage mischaracterize misrepresent caricature stereotype | o
regard view perceive treat | o | | as with
consider think believe find deem hold reckon judge count | p
believe think feel suppose presume assume reckon figure guess imagine suspect conclude trust gather | c
believe | q | in
think muse worry talk speak joke boast agonize | | about of
imagine envision envisage visualize picture | ocpg
suspect | p | of
know realize realise understand comprehend grasp appreciate | co
know learn hear | | about of
remember recollect forget | cog
dream fantasize | c | of about
learn hear discover notice detect sense find see determine ascertain establish | c
see | o | | as
notice | o
hope wish | ci | for
want | iop
expect | ciop
like love prefer hate loathe detest dread enjoy | oig
dislike abhor despise adore admire resent envy pity distrust mistrust respect cherish disdain fear regret mourn bemoan lament deplore | o
fear lament regret bemoan mourn rue | cgq
worry fret | cq | about over
care | | about
desire crave covet | oi
anticipate predict forecast project foresee foretell prophesy foreshadow estimate calculate | coq
anticipate | g
project forecast estimate | p
bet wager gamble | c | on
plan intend aim mean plot scheme conspire aspire vie | i
plan | c | on for
intend envisage | o
aspire | | to
seek | io
propose recommend suggest advocate | coqg
propose | i
recommend | p
advocate | | for
support back endorse favor favour oppose champion espouse | og
support back endorse favor favour nominate | | | for as over
oppose | p
reject refuse decline | oi
deny | cogq
dispute refute rebut contradict disavow repudiate disown renounce debunk dispel disprove | oc
rule | cq | on against
decree determine | cio
decide resolve | ci
rule | p
decide | | on against
dismiss | o | | as
denounce condemn criticize criticise slam blast rip bash lambaste lambast assail decry deride mock ridicule taunt insult chide | o | | for as over
scold rebuke reprimand berate excoriate castigate admonish attack blame fault knock pan pillory skewer trash savage hammer | o | | for as over on
denounce condemn criticize decry deride mock blast taunt ridicule | q
blame | | | on
trash slam lambaste skewer chastise upbraid vilify demonize malign smear rap hit ding torch roast shred flay belittle | o | | for as over
accuse suspect convict acquit | o | | of
charge indict | o | | with for
charge | cq
criticize fault blame praise | | | on
praise laud hail applaud commend congratulate thank credit compliment extol extoll tout salute herald | o | | for as with on
praise tout trumpet | q
welcome cheer embrace bless | o
defend justify rationalize excuse | o | | as against
attribute ascribe | o | | to
liken equate | | | to with
compare | | | to
contrast | o | | with
apologize apologise | q | for to
agree concur | ciq | with on to about that
disagree differ quibble | cq | with on about over
consent assent object commit | | to
object acquiesce subscribe | | to
approve disapprove | o | of
approve authorize authorise okay ratify veto uphold invalidate adopt pass repeal revoke rescind impose ban outlaw forbid prohibit mandate | o
forbid authorize authorise mandate permit | p
accept | o
appoint nominate | o | | as to
order | op
vote | i | for against on
vouch advocate | | for
show demonstrate indicate suggest imply prove signal illustrate | co
show see | op
find | p
signify denote | co
hint allude refer point nod | c | at to
point | c | to
emphasize weigh | | on
discuss debate | o
discuss debate | c
talk speak chat gossip | | about of on
speak | | out against for
lecture testify preach dwell harp expound pontificate | | on about against
argue quarrel spar squabble bicker clash tangle | | over about
question doubt | oc
challenge contest | oc
express voice convey articulate communicate vent relay air utter register | o
express voice convey communicate relay | c
seem appear | sic
purport | i
hail | o
lament | o
vow resolve swear | i
refer | | to | as
warn | | of about against
convince persuade | pc | of
reassure assure convince | | of about
urge | o
counter stipulate specify | co
require | c
quote paraphrase | o
misstate overstate exaggerate understate downplay overplay minimize minimise | o
mean | i
theorize teach preach lecture | cq
publish | q
assail | o
fret marvel | cq | at
delight rejoice revel | | in
prioritize value | o
estimate | p
resent | g
offer promise pitch | o
echo parrot | oq
focus | | on
look | | to at forward
sign | o
disparage eviscerate infuriate antagonize mourn eulogize rue | o
retweet trumpet champion tout hype flaunt | o
disagree clash | | over with
gravitate warm | | to toward
side | | with
worry concern frustrate anger surprise shock please delight alarm disappoint upset annoy infuriate outrage | e
bother irk rattle puzzle baffle dismay disgust | e
""")

# Words whose cue is only one with the particle ("laid out the plan"): verb → particles.
PARTICLES = {
    "lay": "out", "spell": "out", "point": "out", "rule": "out", "call": "out", "bring": "up", "lash": "out", "sum": "up", "speak": "out",
    "set": "out", "brush": "off aside", "play": "down up", "turn": "down", "cry": "out", "blurt": "out", "weigh": "in", "chime": "in",
    "single": "out", "shrug": "off", "talk": "up down", "find": "out", "figure": "out", "write": "off", "shoot": "down back", "fire": "back",
    "hit": "back", "push": "back", "dress": "down", "strike": "down", "throw": "out", "read": "out", "shout": "out", "go": "on",
}  # fmt: skip
PHRASAL = _frames("""
lay spell rule call bring set brush play turn single shrug talk write shoot dress | o
point find figure | co
lash hit push fire | q | at against on
speak cry | q | against about for
sum blurt chime weigh shout read fire shoot | q | on about
go | q
""")

# Adjectives and participles that say what somebody thinks, feels or wants, where something follows.
ADJECTIVES = _frames("""
confident certain sure convinced adamant hopeful optimistic positive doubtful skeptical sceptical unsure uncertain | c | about of on that
glad happy pleased delighted proud grateful thankful thrilled excited | ci | about with at over of for
relieved sorry sad upset disappointed angry furious | ci | about with at over of for
outraged dismayed frustrated appalled shocked stunned surprised | ci | by about with at over of for
alarmed annoyed disgusted embarrassed ashamed amused impressed | ci | by about with at over of
worried concerned afraid fearful anxious nervous wary leery apprehensive uneasy scared | ci | about of over with
aware unaware mindful conscious cognizant ignorant | c | of
willing eager keen reluctant unwilling hesitant determined inclined desperate anxious poised loath | i | for
critical supportive dismissive skeptical sceptical suspicious tired envious jealous fond wary disdainful contemptuous complimentary | | of
opposed committed sympathetic hostile indifferent receptive open averse dedicated devoted | | to
curious concerned bullish bearish enthusiastic passionate optimistic pessimistic | c | about on
interested | i | in
satisfied dissatisfied comfortable uncomfortable fed | | with
vocal blunt candid clear | c | about in that
""")

# What a verb takes that no list has, where the reader takes it for one of reporting.
UNKNOWN = Frame(frozenset("cq"))
# Verbs that take a clause or an object as those of reporting do, and report nothing.
SILENT = frozenset(
    "ensure provide mean cause make let have get give help keep wait happen matter depend force allow lead prompt include model "
    "explore witness review try".split()
)

# Nouns of saying, thinking, wishing and judging, with what links them to their content.
NOUNS = _frames("""
claim assertion contention allegation accusation charge insistence suggestion argument statement declaration announcement | ci | of about against that
admission acknowledgment acknowledgement revelation disclosure confirmation denial complaint remark comment observation | c | of about on
warning threat reminder prediction forecast projection estimate promise pledge vow assurance guarantee commitment | ci | of about to for
belief view opinion conviction feeling impression sense suspicion notion conclusion doubt assessment perception understanding | c | of about on
hope desire wish aspiration ambition longing yearning intention determination eagerness willingness reluctance refusal | ci | for of
fear worry concern anxiety alarm unease apprehension dread misgiving skepticism scepticism | ci | about of over that with
call plea appeal demand request | i | for that
proposal plan pledge decision bid | i
support backing enthusiasm endorsement | | for of
opposition objection resistance aversion antipathy commitment | i | to
criticism condemnation denunciation praise disapproval approval acceptance rejection criticisms mockery embrace | | of for
anger outrage frustration dismay disappointment disgust satisfaction dissatisfaction surprise regret | ci | over at with about that
admiration contempt disdain respect affection sympathy preference distaste preference hatred love | | for of
rumor rumour speculation report gossip | c | about of that
recommendation advice order | ic | that
description portrayal characterization depiction account | | of
question | | about of
""")
# Verbs that lend themselves to such a noun: "expressed concern", "made the claim", "have no doubt".
LIGHT = frozenset(
    "express voice raise make have issue give offer level lodge share reiterate repeat announce state hold air register pose show harbor "
    "harbour harbor utter take file deliver renew sound feel draw cite withdraw declare fuel spark stoke".split()
)
# Governors that only colour the cue below them: "went on to say", "tried to explain", "appeared to suggest".
CATENATIVE = frozenset(
    "go continue begin start try attempt seem appear tend proceed keep stop have use come manage fail happen need dare help rush move take "
    "turn use get step open be stand return".split()
)
POLLS = frozenset("poll survey polling questionnaire".split())
VIEWS = frozenset("view opinion eye word mind estimation judgment judgement telling reckoning assessment".split())
HEARSAY = frozenset("reportedly allegedly supposedly purportedly".split())
# Subjects that are nobody: "it is said", "there is concern".
EMPTY = frozenset({"it", "there"})
# What one declines to do where one declines to speak.
COMMENTING = frozenset("comment say answer respond discuss elaborate confirm identify speak talk address reply".split())
