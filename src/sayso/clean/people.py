"""Names of people in a byline: taken apart, and told from those of agencies, desks, offices and houses."""

from __future__ import annotations

import re

from sayso.clean.byline import is_person
from sayso.clean.dates import month
from sayso.clean.headline import shown

# What stands before names, in the languages of the development pages; pages lose the space behind it ("ByAnn Lee").
_LEADING = re.compile(
    r"^(?:(?i:(?:written|posted|reported|words|story|reporting|text|author) by|authors?|by|autor(?:in|es|a)?|auteurs?|von|por|par"
    r"|av|af|door|di|da|text|kirjoittaja|yazan|penulis|scritto da|écrit par|publié par|escrito por))\s*:?\s*(?=[A-ZÀ-ÞŁŚŻČŠŽĆĐİ])"
)
_AND = re.compile(
    r"\s*(?:,|;|\||•|·|/|&|\n|\b(?:and|und|y|e|et|og|och|en|i|ve|dan|ja|with|mit|avec|con)\b)\s*", re.IGNORECASE
)
# Where the names end and something else begins: a dash, a date, a label.
_END = re.compile(
    r"\s[-–—|•]\s|\d|\b(?:published|updated|posted|last|aktualisiert|veröffentlicht|publié|mis à jour|actualizado|aggiornato|follow)\b",
    re.IGNORECASE,
)
# Kinds of text that stand before a byline's first word ("Eine Analyse von", "Opinion by").
_GENRE = re.compile(
    r"^(?:(?:an?|the|eine?|einen|une?|un|una|en|et) )?(?:guest |gast)?(?:analysis|analyse|análisis|analisi|opinion|comment(?:ary)?|kommentar|"
    r"interview|exclusive|exklusiv|beitrag|essay|kolumne|column|reportage|bericht|review|article|artikel|feature|post|op-ed|perspective|"
    r"explainer) (?:by|von|par|por|door|di|av|de) ",
    re.IGNORECASE,
)
# Who made the pictures is no author; the label stands before the name.
_PICTURES = re.compile(
    r"(?:^|[\s,;|/(])(?:photos?|photograph(?:s|y|er)?|pictures?|images?|fotos?|fotografie|bild(?:er)?|illustrations?|videos?|grafik(?:en)?|"
    r"graphics?)\s*(?:by\b|:|von\b|par\b|door\b)",
    re.IGNORECASE,
)
# What may follow a name without a comma: where its bearer is, for whom, and what they do.
_POST = (
    r"(?:reporters?|writers?|editors?|correspondents?|columnists?|contributors?|journalists?|producers?|analysts?|experts?|advis[eo]rs?"
    r"|officers?|winemakers?|engineers?|scientists?|fellows?)"
)
_FIELD = (
    r"(?:senior|junior|chief|head|lead(?:ing)?|special|deputy|assistant|associate|contributing|managing|executive|guest|freelance|"
    r"political|politics|business|foreign|national|local|health|science|sports?|football|crime|education|economics?|economy|environment|"
    r"climate|energy|technology|tech|culture|arts|features?|home|royal|diplomatic|defen[cs]e|security|legal|city|markets?|"
    r"investigations?|data|media|travel|food|us|uk|eu|europe|asia|africa|china|world|international|global)"
)
_BEHIND = re.compile(
    r"(?<=\S)\s+(?:(?:reporting )?(?:in|from|at|for|für|aus|à|på|fra|nel|per|para) (?=[A-ZÀ-Þ]).*"
    rf"|(?i:(?:{_FIELD} )+(?:{_POST}|of)\b.*|(?:co-?)?founder\b.*|reviewer\b.*|c[et]o\b.*))"
)
# Places of two words that bylines name behind a comma; one-word places cannot be taken for people.
_PLACES = frozenset(
    "new york|hong kong|san francisco|los angeles|las vegas|new delhi|tel aviv|cape town|abu dhabi|kuala lumpur|buenos aires|mexico city"
    "|rio de janeiro|são paulo|sao paulo|new orleans|san diego|kuwait city|south africa|south korea|north korea|saudi arabia|sri lanka"
    "|new zealand|united kingdom|united states|den haag|st. petersburg|addis ababa|phnom penh|ho chi minh city|san juan|costa rica"
    "|puerto rico|el salvador|new jersey|north carolina|south carolina|west virginia|new mexico|new hampshire|santa fe|salt lake city".split(
        "|"
    )
)
ADDRESS = re.compile(r"@|//|www\.|\b[\w-]+\.(?:com|org|net|de|fr|it|es|at|ch|tr|uk|co|no|se|info)\b", re.IGNORECASE)
# Words of what a person does, of a desk, and of a house that publishes; no person is called so.
_NO_PERSON = re.compile(
    r"^the\b|\b(?:editor|editors|reporters?|writers?|experts?|correspondents?|columnists?|directors?|managers?|analysts?|producers?|"
    r"specialists?|consultants?|journalists?|authors?|contributors?|sponsored|advertorial|partners?|bio|profile|follow|"
    r"redaktion|\w{0,30}(?:redakteur|korrespondent)(?:in)?|redazione|redacci[oó]n|redação|r[ée]daction|redaksi|redactie|redakcja|"
    r"redakce|toimitus|journaliste|periodista|giornalista|agentur(?:en)?|agence|agencia|agenzia|agência|ajansı|haber|"
    r"nachrichten|noticias|notizie|nyheter|zeitung|zeitschrift|tagblatt|dagblad|rundfunk|welle|digital|print|internet|"
    r"written by|the author|full|deutsche|xinhua|tass|ansa|efe|pti|ani|ians|kyodo|yonhap|ritzau|ntb|apa|sda|keystone|belga|anp)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]{0,80}\)")
_LONGEST_NAME = 60


def people_in(text: str) -> list[str]:
    """The names in a byline, without what stands before, between and behind them.

    >>> people_in("Written by Ann Lee (aml), Dr. Bo Chan and Cy Day - 3 May 2031")
    ['Ann Lee', 'Dr. Bo Chan', 'Cy Day']
    """
    text = _LEADING.sub("", _GENRE.sub("", shown(text)[:400]))
    text = _ASIDE.sub("", text)
    if pictures := _PICTURES.search(text):
        text = text[: pictures.start()]
    if end := _END.search(text):
        words = text[: end.start()].split()
        is_dated = len(words) > 1 and end[0].isdecimal() and month(words[-1].strip(",.")) is not None
        text = " ".join(words[:-1] if is_dated else words)
    parts = (_alone(part) for part in _AND.split(text))
    return [part for part in parts if part]


def _alone(part: str) -> str:
    """A name without the byline's first word before it, and without place, house and post behind it."""
    name = _LEADING.sub("", part).strip(" .-–,:")
    behind = _BEHIND.search(name)
    return name[: behind.start()] if behind and " " in name[: behind.start()] else name  # a surname may be Head


def is_author(name: str) -> bool:
    """Whether a name given as author can be a person's; scripts without capitals are taken at their word."""
    if (
        len(name) > _LONGEST_NAME
        or ADDRESS.search(name)
        or any(sign in name for sign in ":_/")
        or name.lower() in _PLACES
        or _NO_PERSON.search(name)
    ):
        return False
    if not name.isascii() and not any(map(str.isupper, name)):
        return 2 <= len(name) <= 30
    return is_person(name)


def plain(text: str) -> str:
    """A name as its words in lower case, by which it is told from another."""
    return " ".join(re.findall(r"\w+", text.lower()))
