"""The closed word lists that rules in extract stand on: reporting words by what they do, hedges, plans, roles, unnamed sources.

Compiled by us from general English; no list holds a name.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# ── reporting verbs, by force ────────────────────────────────────────────────────────────────────────────────────────
SAY = _set(
    "say tell add note state announce report claim explain reveal disclose confirm declare emphasize emphasise stress insist maintain assert "
    "argue contend acknowledge admit concede clarify reiterate repeat remark comment mention observe point write tweet post reply respond "
    "answer testify describe recall recount affirm reaffirm underline underscore highlight warn caution conclude indicate suggest imply "
    "believe think feel boast joke quip lament complain inform advise assure attribute call blame praise "
    "criticize criticise condemn urge hint find share quote cite publish telegraph relay proclaim estimate calculate "
    "hope fear worry regret express voice address release issue detail outline view regard perceive portray depict"
)
# Reporting words that things do as well as people ("the move suggests"): they report only where their subject can speak.
WEAK = _set(
    "indicate suggest imply reveal highlight underline underscore emphasize emphasise find point share call "
    "describe confirm hint attribute detail outline"
)
DENY = _set("deny dispute reject refute dismiss rebut dispel debunk disavow repudiate disprove contradict disclaim")
PREDICT = _set("predict forecast expect project anticipate foresee estimate reckon bet")
RUMOUR = _set("allege speculate rumour rumor suspect purport gossip")
DOUBT = _set("doubt question")
# Verbs whose noun-phrase object is itself what is reported ("noted the impact", "denied the claim", "announced a target").
TAKES_NOUN = _set(
    "deny dispute reject refute dismiss rebut dispel debunk disavow repudiate announce report note emphasize emphasise stress disclose reveal "
    "confirm allege claim attribute predict forecast declare acknowledge admit concede reiterate underline underscore mention blame praise "
    "criticize criticise condemn warn cite contradict project estimate express voice raise set unveil clarify"
)
REPORTING = SAY | DENY | PREDICT | RUMOUR | DOUBT | _set("pledge promise vow threaten propose raise")
# Verbs of an actor's own plan: their infinitive is planned, by the subject.
INTEND = _set(
    "plan aim intend pledge promise vow propose seek target hope want prepare commit schedule threaten expect agree decide aspire strive plot"
)

# ── nouns ────────────────────────────────────────────────────────────────────────────────────────────────────────────
RUMOUR_NOUNS = _set("rumour rumor speculation allegation hearsay gossip conjecture hoax")
REPORT_NOUNS = _set(
    "report claim story article allegation rumour rumor speculation suggestion assertion notion idea account"
)
PLAN_NOUNS = _set(
    "plan target goal aim intention ambition objective schedule proposal pledge promise vow aspiration timetable timeline strategy"
)
FORECAST_NOUNS = _set("forecast prediction projection expectation outlook estimate prospect")
SPEECH_NOUNS = _set(
    "statement report letter interview comment remark announcement speech tweet post message memo filing document study survey data "
    "figure analysis poll research book article story email e-mail testimony press release note blog affidavit complaint lawsuit "
    "briefing transcript video record dispatch account"
)
MEDIA = _set(
    "media outlet press newspaper paper magazine broadcaster channel station network journalist reporter reporters website site blog agency newswire"
)
UNNAMED = _set(
    "source people person official insider observer analyst expert critic report rumour rumor witness executive aide employee diplomat "
    "lawmaker investor user fan resident some others many member friend colleague reporter journalist media outlet public speculation someone "
    "one anyone everyone administration"
)
ROLES = _set(
    "ceo cfo coo cto chairman chairwoman chair chairperson president founder cofounder co-founder director manager secretary minister premier "
    "chancellor governor senator representative congressman congresswoman mayor spokesman spokeswoman spokesperson chief head executive officer "
    "general commander judge justice lawyer attorney prosecutor analyst professor researcher economist author actor actress singer coach "
    "captain owner partner boss ambassador king queen prince princess pope bishop sheriff detective inspector commissioner vice deputy "
    "leader candidate nominee king editor journalist reporter anchor scientist doctor engineer designer wife husband son daughter father mother "
    "brother sister widow aide adviser advisor envoy trustee treasurer co-owner strategist lieutenant sergeant colonel admiral pastor tycoon "
    "businessman businesswoman entrepreneur investor billionaire star model resident driver pilot"
)
HONORIFICS = _set(
    "mr mrs ms miss dr sir dame lord lady prof professor mr. mrs. ms. dr. prof. sen. rep. gov. gen. lt. col. sgt. capt. rev. adm. maj."
)
FIRM_NOUNS = _set(
    "company firm group carmaker automaker maker manufacturer business corporation startup start-up giant bank airline retailer brand "
    "conglomerate operator supplier producer developer chain outfit lender insurer broker publisher studio agency organisation organization club "
    "team party government administration ministry department university hospital court union association regulator"
)

# What is granted or refused: to deny it is no denial of a claim ("denied bail", "denied the request").
GRANTED = _set(
    "request appeal motion bid boarding application petition access entry visa card bail permit permission parole licence license asylum relief "
    "opportunity chance right service treatment leave promotion loan credit tenure extension stay waiver injunction hearing coverage "
    "benefit protection admission refund payment aid help care vote seat place title point victory win trial clearance status passport "
    "pardon clemency registration membership citizenship"
)

# ── status words ─────────────────────────────────────────────────────────────────────────────────────────────────────
HEARSAY = _set(
    "reportedly allegedly purportedly supposedly rumored rumoured apparently ostensibly unconfirmed alleged purported reported"
)
NEGATIONS = _set("not n't never no neither nor without none nothing nobody hardly barely scarcely")
NOT_SO = _set(
    "false untrue fake fabricated fabricate bogus baseless unfounded groundless incorrect inaccurate hoax untruthful fictitious"
)
SO = _set("true accurate correct real genuine authentic factual")  # negated, they say that something is not so
ANAPHORS = _set("it that this they them so which such")
