"""Words that give furniture away: what a page has around its story, each kind with a reason.

Two strengths. `furniture` names a line that is furniture whatever stands around it; its patterns match whole short lines.
`hint` only names the likely reason once something else has decided that a line is not the story's.
"""

from __future__ import annotations

import re

# A furniture line is short. The longest of the kinds below that is still a fixed phrase (a consent notice) has some 40 words.
_LONGEST = 260

_AD = r"(?:advertisements?|advertorial|sponsored(?: content| by .{1,40})?|ad feedback|anzeige|werbung|publicité|publicidade?|pubblicità|annons|reklame?|mainos|advertentie)"
_AD_TAIL = r"(?:(?:article|story|content) continues (?:below|after)(?: (?:this |the )?(?:ad|advert|advertisement))?|(?:continue )?scroll(?:ing)?(?: down)? (?:for more|to continue(?: reading)?)|skip (?:ad|advertisement)|remove ads)"
_SOCIAL = r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|reddit|instagram|youtube|tiktok|threads|bluesky|flipboard|messenger|e-?mail|mail|print|copy(?: (?:the )?link)?|link(?: copied)?(?: to clipboard)?|rss|snapchat|xing|mastodon)"
_IMAGE = r"(?:image|img|photo|picture|video|logo|icon|avatar|thumbnail|banner|placeholder)"
_AGO = r"(?:(?:about |over )?(?:\d{1,3}|an?|one) ?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|w|months?|mo|years?|yrs?|y) ago|yesterday|just now|today)"
_LABEL = r"(?:published|posted|updated|last updated|modified|last modified|created|first published|originally published|date|release date|publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|julkaistu|stand)"

_WHOLE: tuple[tuple[str, str], ...] = (
    ("advertisement", rf"{_AD}(?:\W{{0,4}}{_AD_TAIL})?|{_AD_TAIL}|{_AD}(?:\W{{0,3}}{_AD})+|ads?(?: by .{{1,30}})?"),
    ("read-time", r"(?:(?:reading|read) time:? ?)?\d{1,3}\+?[ -]?(?:min(?:ute)?s?)[ .]?(?:read(?:ing)?(?: time)?|de lecture|de lectura|di lettura|lesezeit|leestijd|to read)?|lesezeit:? \d+ min.{0,8}|(?:reading|read) time:? \d+ ?min(?:ute)?s?"),
    ("date", rf"(?:(?:{_LABEL}:?|•|·|\|) ?)?{_AGO}(?: ?\W? ?\d{{1,3}} ?min(?:ute)?s? read)?"),
    ("share", rf"(?:share|tweet|like|teilen|partager|compartir|condividi|delen|dela|del)(?: (?:this|the|on|via|to|with|by|auf|sur|en|su|article|story|post|page|full|options?|it|link|{_SOCIAL})){{0,4}}[:!]?|(?:{_SOCIAL}[ ,|/·]*){{1,8}}|save(?: (?:article|story|for later|this))?|bookmark(?: this)?|gift(?: (?:this )?article)?|(?:(?:share|tweet|pin|post|email|print|save)[ ,|/·]*){{1,6}}|\d+(?:[.,]\d+)?k? shares?"),
    ("comments", r"(?:view |read |see |show |hide |load |all |post |add |leave |write |join )*(?:a |the |more |your |your own )?(?:comments?|conversation|discussion|reply)(?: section)?(?: ?[\[(]?\d+[\])]?)?|(?:no|\d+) comments?(?: yet)?|kommentare?(?: \(?\d+\)?)?|commentaires?|comentarios?|be the first to comment|\d+ replies|leave a reply.{0,80}|your email address will not be published.{0,80}|(?:log|sign) in to (?:comment|join the conversation).{0,40}"),
    ("subscribe", r"(?:subscribe|subscribe (?:now|today|here|to .{1,80}|for .{1,60})|subscription|subscriptions|newsletters?|sign ?up|sign ?in|log ?in|log ?out|register|become a (?:member|subscriber).{0,60}|support (?:us|our journalism).{0,80}|donate|my account|account|(?:sign up|subscribe|register) (?:now |here |today |to |for |and ).{0,160}|get (?:the latest|our|breaking|daily).{0,140}(?:inbox|newsletter|email|alerts?).{0,60}|already a subscriber.{0,40}|abonnieren|abonnez-vous|suscríbete|s'abonner|se connecter|anmelden|iniciar sesión|accedi|logga in|enter your email.{0,60})[.!]?"),
    ("related", r"(?:read|see|view|show|load|watch|hear|learn|discover|find out|explore)[ -](?:more|also|next|now)(?: (?:here|about .{1,40}|on .{1,40}|from .{1,40}|articles?|stories|news))?[:.…»›>→]*|(?:read|see|watch|listen|also read|read also|read more|see also|related|more|don't miss|must read|recommended|up next|also on .{1,30}|lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire aussi|lee también|leer más|leggi anche|lees ook|läs också|les også)\s?[:|»>→]\s?.{1,180}|read (?:these|this|it) next|(?:related|recommended|similar|more|other|latest|trending|popular|top|featured|recent|previous|next|must[ -]read|most[ -](?:read|viewed|popular|recent|shared|commented)|further)(?: (?:articles?|stories|story|posts?|news|reads?|reading|content|coverage|topics?|videos?|links?|headlines|items|now|today|in .{1,30}|from .{1,40}|on .{1,40}|for you|by .{1,30}|about .{1,30}|like this|to read))*:?|you (?:may|might|could|will) (?:also )?(?:like|love|enjoy|be interested in).{0,30}|(?:what to )?(?:read|watch|up) next:?|recommend(?:ed|ations?)?(?: for you)?:?|in (?:this|other) (?:article|news|story)s?:?|more (?:on this|stories|news|like this).{0,30}|editor['’]?s['’]? (?:picks?|choice)|in case you missed it|don['’]t miss|from our partners?|around the web|promoted (?:links|stories)|trending|articles liés|das könnte sie auch interessieren|mehr (?:zum thema|artikel|dazu)|à lire aussi|sur le même sujet|te puede interesar|potrebbe interessarti|te recomendamos|mest lest|mest läst|meistgelesen"),
    ("navigation", r"(?:skip|jump|go|back) to (?:main |the )?(?:content|navigation|top|footer|search|main|homepage|home)|menu|main menu|close(?: menu)?|open|home|homepage|search|search for:?|next|prev(?:ious)?|back|all|more|show (?:more|less|all)|view (?:more|all)|see (?:more|all)|expand|collapse|toggle.{0,30}|sections?|site ?map|navigation|loading\W*|print edition|e-?paper|live|podcasts?|videos?|photos?|gallery|galleries|watch|listen(?: to (?:this|the) article)?|play|pause|mute|fullscreen|top|english|language|edition|weather|instructions?|\d{1,3} ?/ ?\d{1,3}|page \d+(?: of \d+)?|zum (?:haupt)?inhalt.{0,30}|aller au contenu.{0,30}|startseite|accueil|inicio|menü|suche|recherche|buscar|listen \(\d.{0,12}|\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?"),
    ("credit", r"(?:sources?|credits?|image credits?|photo credits?|picture credits?|photos?|images?|pictures?|pics?|photograph|foto|fotos|bild|video|graphic|illustration|file photo|image source|photo source|quelle|crédit|crédits?(?: photo)?|imagen|via)(?: by)?\s?[:©/]\s?.{1,120}|(?:photo|image|picture|photograph|illustration|video)s? (?:by|via|courtesy(?: of)?|from) .{1,80}|(?:.{1,60} ?[/|,–-] ?)?(?:getty images|afp|reuters|shutterstock|istock|ap photo|associated press|dpa|imago|bloomberg|epa|unsplash|pexels|alamy|wikimedia commons)(?: ?[/|,–-].{1,60}|\.)?|courtesy(?: of)? .{1,60}"),
    ("copyright", r"(?:©|\(c\)|copyright\b).{0,200}|.{0,100}\ball rights reserved\b.{0,120}|alle rechte vorbehalten.{0,40}|tous droits réservés.{0,40}|todos los derechos reservados.{0,40}"),
    ("image", rf"(?:(?:cover|article|featured|hero|main|header|lead|feature|post|background|profile|author|default)[ -])?{_IMAGE}s?(?: \d{{1,3}})?|.{{1,40}} (?:logo|icon|avatar|thumbnail)|(?:img|dsc|image|photo)[_-]?\d+(?:\.\w{{3,4}})?|\[?image\]?"),
    ("consent", r"(?:we|this (?:site|website|page)|our (?:site|website)|[\w. ]{2,30}) uses? (?:\w+ ){0,3}cookies.{0,240}|(?:accept|reject|allow|decline|manage|refuse)(?: (?:all|only|and|my|the|necessary|essential|cookies?|preferences|settings|options|continue|close))*|i (?:accept|agree)|agree|got it!?|cookies?(?: (?:policy|settings|notice|preferences))?|(?:privacy|cookie)(?: (?:policy|notice|settings|statement|preferences|preference center))|terms(?: (?:of|and|&) (?:use|service|conditions|sale))|your privacy choices|do not sell.{0,60}|by (?:clicking|continuing|using|signing up|subscribing).{1,240}(?:agree|accept|consent|terms|privacy|cookies).{0,160}|impressum|datenschutz(?:erklärung)?|mentions légales|aviso legal"),
    ("promo", r"follow (?:us|me|him|her|them|\S{1,30})(?: on .{1,60})?[:!.]?|(?:download|get|install|try)(?: (?:our|the|your|this|free|now|today|\S{1,20})){0,3} app\b.{0,60}|click here.{0,120}|(?:join|like|find|contact|visit|e-?mail|message) us\b.{0,100}|(?:available|download|get it) on (?:the )?(?:app store|google play).{0,30}|add us as .{0,60}|set as preferred source.{0,30}|(?:choose|add) .{1,40} as (?:a |your )?preferred source.{0,40}|about (?:us|the authors?)|contact(?: us)?|advertise(?: with us)?|careers|press releases?|faqs?|help(?: cent(?:er|re))?|support|feedback|got a (?:news )?tip\?.{0,100}|have a (?:news )?tip\?.{0,100}|send (?:us )?(?:a |your )?(?:tips?|feedback).{0,80}"),
    ("tag", r"(?:tags?|topics?|filed under|categories|category|keywords|posted in|themen|schlagworte|mots-clés|etiquetas|temas)\s?:.{0,200}|(?:tags|topics|filed under|categories|themen)|(?:#\w{2,40}[ ,]*){1,12}|[A-Z]{12,60}"),
    ("byline", r"(?:[Bb]y|BY|[Ww]ritten [Bb]y|[Rr]eported [Bb]y|[Rr]eporting [Bb]y|[Ee]dited [Bb]y|[Ee]diting by|[Aa]uthors?|[Ww]ords [Bb]y|[Ss]tory by|[Pp]osted [Bb]y|[Pp]ublished by|[Vv]on|[Pp]or|[Pp]ar|[Aa]utor|[Aa]uteur)\s?:?\s[A-ZÀ-Þ].{1,90}|(?:\S{2,30} ){1,4}(?:[Ss]taff(?: (?:[Ww]riter|[Rr]eporter)s?)?|STAFF|[Nn]ews [Dd]esk|[Ww]eb [Dd]esk|[Nn]ewsroom|[Ee]ditorial [Tt]eam|[Cc]orrespondent)|.{0,40}(?:[Ss]taff [Ww]riter|[Ss]taff [Rr]eporter|[Ss]enior [Rr]eporter|[Ss]enior [Ee]ditor|[Cc]ontributing [Ww]riter|[Nn]ews [Ee]ditor|[Gg]uest [Cc]ontributor)"),
)  # fmt: skip
_CASED = {"tag", "byline"}  # where capitals carry the meaning
_PATTERNS = tuple(
    (reason, re.compile(rf"(?:{pattern})", 0 if reason in _CASED else re.IGNORECASE)) for reason, pattern in _WHOLE
)  # fmt: skip

# Phrases that a paste glues to the story's own words when line breaks are lost; too fixed to be anybody's prose.
_GLUED = re.compile(
    r"(?i:advertisement ?[–—:-]{1,2} ?(?:continue )?scroll(?:ing)?(?: down)? (?:for more|to continue(?: reading)?)"
    r"|(?:article|story) continues (?:below|after) (?:this |the )?(?:ad\b|advert\b|advertisement)"
    r"|sign up (?:for|to) (?:our|the|my) (?:\w+ ){0,4}newsletters?\b"
    r"|scroll down to continue)|ADVERTISEMENT"
)

# An invitation to the reader at the head of a sentence: no reporter addresses the reader like that in the story's own voice.
_INVITATION = re.compile(
    r"(?:^|[.!?]\s+)(?:Explore|Browse|Check out|Visit|Discover|Shop|Follow|Subscribe|Sign up|Download|Join|Click|Get|Read|Find|See|Support|"
    r"Stay|Listen to|Watch|Contact|Email|Register|Become)\b[^.!?]{0,60}?\b(?:our|us|here|newsletters?|app|podcasts?|website|listings)\b"
)
_MOST_INVITING_WORDS = 70


def furniture(line: str) -> str | None:
    """The reason why a line (without white space at its ends) is furniture, or None.

    >>> furniture("Advertisement – Continue scrolling for more"), furniture("4 min read"), furniture("A mill closed.")
    ('advertisement', 'read-time', None)
    """
    if len(line) > _LONGEST:
        return None
    for reason, pattern in _PATTERNS:
        if pattern.fullmatch(line):
            return reason
    return None


def glued(line: str) -> list[tuple[int, int]]:
    """Spans of advertisement and sign-up phrases inside a line.

    >>> glued("Advertisement – Continue scrolling for moreThe mill closed.")
    [(0, 43)]
    """
    return [match.span() for match in _GLUED.finditer(line)]


def invites(line: str) -> bool:
    """Whether a line of prose invites its reader to something of the outlet's own.

    >>> invites("Acme Weekly covers mills. Explore our listings today."), invites("“Join us,” she said.")
    (True, False)
    """
    return line.count(" ") < _MOST_INVITING_WORDS and _INVITATION.search(line) is not None


# Headings of what comes after a story: from here on, other stories.
_AFTER = re.compile(
    r"(?:read (?:these|this|it) next|read next|up next|related(?: (?:articles?|stories|posts?|news|content|coverage|reading))?|"
    r"(?:more|other|latest|trending|popular|top|recommended|recent|similar|further)(?: (?:articles?|stories|posts?|news|reads?|for you|from .{1,40}|in .{1,30}|on .{1,40}))+|"
    r"recommend(?:ed|ations)?|you (?:may|might) (?:also )?(?:like|enjoy).{0,20}|most (?:read|popular|viewed)|trending(?: now)?|editor['’]?s['’]? (?:picks?|choice)|"
    r"comments?(?: ?\(?\d+\)?)?|leave a (?:reply|comment)|about the authors?|tags?|share this(?: (?:article|story|post))?|"
    r"mehr zum thema|das könnte sie auch interessieren|lire aussi|à lire aussi|sur le même sujet|te puede interesar|leggi anche|read more|around the web|from our partners?)\W*",
    re.IGNORECASE,
)


def ends_story(line: str) -> bool:
    """Whether a line is the heading of what follows a story: related stories, comments, tags."""
    return len(line) < 80 and _AFTER.fullmatch(line) is not None


_CREDIT_IN_BRACKETS = re.compile(
    r"[\[(](?:image|photo|picture|photograph|credit|source|via|pic|illustration|video|foto|bild|ap photo|reuters|afp|getty|courtesy)\b[^()\[\]]{0,80}[\])]\W{0,3}$",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    r"(?:\b(?:Photo|Image|Picture|Credit|Photograph|Foto|Bild)s?(?: (?:by|credit|courtesy of))?:? ?[:/|] ?.{2,50}"
    r"|\b(?:Getty Images|Shutterstock|AFP|AP Photo|iStock)(?:\s?/\s?.{2,40})?)$"
)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)\]]{0,3}$")
_PROSE_WORDS = 6  # the shortest sentence that stands as a paragraph of its own often enough
_LONG_WORDS = 28  # so long a line is prose, whatever it ends in


def is_credited(line: str) -> bool:
    """Whether a line ends in a picture's credit, and so is its caption.

    >>> is_credited("The old mill (Image: Acme)"), is_credited("The mill (built in 1901) closed.")
    (True, False)
    """
    return _CREDIT_IN_BRACKETS.search(line) is not None or _CREDIT_AT_END.search(line) is not None


def is_prose(line: str) -> bool:
    """Whether a line reads as running text: it ends as a sentence does, or is long.

    >>> is_prose("A flood closed the old mill on Monday."), is_prose("Mill Closed After Flood")
    (True, False)
    """
    words = line.count(" ") + 1
    return words >= _LONG_WORDS or ((words >= _PROSE_WORDS or len(line) > 60) and _SENTENCE_END.search(line) is not None)
