"""What looks like a page and is no article: consent walls, error pages, lists of links; and what is only part of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.clean import cues
from sayso.clean.furniture import has_any

_SHORT_WORDS = 150  # a page with more running text than this is taken for an article whatever else it says
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|personal data|privacy policy|legitimate interest|our partners|datenschutz|einwilligung|zustimmung|"
    r"personenbezogenen? daten|"
    r"consentement|données personnelles|nos partenaires|consentimiento|datos personales|nuestros socios|consentimento|dados pessoais|"
    r"consenso|dati personali|nostri partner|toestemming|persoonsgegevens|samtycke|personuppgifter|samtykke|zgod[aęy]|danych osobowych)\b",
    re.IGNORECASE,
)
_FEWEST_CONSENT = 3  # mentions; an article about privacy that is shorter than the limit above has fewer
_MISSING = re.compile(
    r"\b(?:404|page (?:was )?not found|(?:page|article|story|content) (?:you (?:are"
    r"|were) looking for|(?:is|was) (?:no longer available|removed|not found))|"
    r"(?:can|could)(?:no|['’])t (?:be found|find (?:that|the|this) page)|seite (?:wurde )?nicht gefunden|page introuvable|"
    r"página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden|siden finnes ikke|sidan kunde inte hittas"
    r"|siden blev ikke fundet|sivua ei löytynyt"
    r"|seite existiert nicht|cette page n['’]existe p(?:as|lus)|esta página no existe|nie znaleziono strony|strona nie istnieje"
    r"|stránka nebyla nalezena|sayfa bulunamadı|страница не найдена|сторінку не знайдено)\b|ページが見つかりません|页面不存在|找不到(?:该|此)?页面",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"\b(?:subscribe|sign in|log in|register|become a (?:member|subscriber)|create (?:a free|an) account|start your (?:free )?trial)\b"
    r"[^.!?]{0,60}\b(?:to (?:continue|keep|read|unlock|access|view)|for (?:full|unlimited) access)\b"
    r"|\b(?:this|the full|the rest of this) (?:article|story|content) is (?:reserved "
    r"|only )?(?:available )?(?:exclusively )?(?:for|to) (?:our )?(?:paying )?"
    r"(?:subscribers|members|registered)"
    r"|\b(?:exclusive|available only|only available) (?:to|for) [^.!?]{0,30}\bsubscribers\b"
    r"|\bcontinue reading (?:with|for)\b|\balready a (?:subscriber|member)\?"
    r"|\b(?:la suite|cet article|contenu|article) (?:est |, )?réservée? (?:à|aux) (?:nos )?abonnés\b|\bil vous reste [\d.,]+ ?% de cet article"
    r"|\b(?:weiterlesen|weiter lesen) mit\b|\bjetzt (?:abonnieren|registrieren|anmelden) und weiterlesen\b"
    r"|\b(?:exklusiv|nur) für (?:unsere )?(?:abonnenten|digitalabonnenten|mitglieder)\b"
    r"|\b(?:contenido|artículo|noticia) (?:exclusivo|solo|reservado) para (?:nuestros )?(?:suscriptores|socios)\b"
    r"|\b(?:contenuto|articolo) riservato agli abbonati\b|\b(?:conteúdo|artigo) exclusivo para assinantes\b"
    r"|\balleen voor abonnees\b|\bkun for abonnenter\b|\bför prenumeranter\b|\btylko dla (?:subskrybentów|prenumeratorów)\b",
    re.IGNORECASE,
)
_LIST_LINES, _LIST_PROSE = 8, 360  # so many lines, with no more characters of running text among them, are a list


def why_not(text: str, title: str | None, kept: Sequence[str]) -> str | None:
    """Why a text is no article, for a person; None where it is one.

    >>> why_not("We use cookies. Our partners store cookies too. Consent is yours to give.", None, ["x"])
    'is a consent notice, not an article'
    """
    words = max(text.count(" ") + 1, len(text) // 8)  # scripts that part no words have some length all the same
    if words < _SHORT_WORDS and len(_CONSENT.findall(text)) >= _FEWEST_CONSENT:
        return "is a consent notice, not an article"
    if words < _SHORT_WORDS and (_MISSING.search(title or "") or _MISSING.search(text[:300])):
        return "says that the page was not found"
    running = sum(len(line) for line in kept if cues.is_prose(line))
    if len(kept) >= _LIST_LINES and running < _LIST_PROSE:
        return "is a list of links, not an article"
    return None


def is_wall(line: str) -> bool:
    """Whether a line asks to pay or to register before the rest may be read.

    >>> is_wall("Subscribe now to continue reading."), is_wall("The mill was closed to subscribers.")
    (True, False)
    """
    if len(line) >= 300:
        return False
    plain = line.lower()
    return has_any(plain, _WALL_STEMS) and _WALL.search(line) is not None


# Every alternative of the pattern has one of these: looking for them first takes a tenth of the time.
_WALL_STEMS = (
    "subscri", "sign in", "log in", "regist", "member", "account", "trial", "continue reading", "abonn", "il vous reste",
    "weiterlesen", "weiter lesen", "mitglied", "suscriptor", "socios", "abbonat", "assinante", "prenumera", "subskryb",
)  # fmt: skip
