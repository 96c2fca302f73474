"""What a quantity measures, from the words alone and from a parse written out by hand (form/tag/head/relation)."""

import pytest

from sayso.compare.quantities import compare_quantities
from sayso.extract.quantities import quantities
from sayso.extract.tokens import Sentence, Token
from sayso.records import Quantity


def parsed(marked: str) -> tuple[str, list[Sentence]]:
    """A sentence and its parse from "word/UPOS/head/relation" pieces; heads count from 1, 0 is the root."""
    text, tokens = "", []
    for piece in marked.split():
        form, upos, head, relation = piece.rsplit("/", 3)
        text += " " if text else ""
        xpos = "VBN" if upos == "VERB" and form.endswith("ed") else ""
        tokens.append(Token(len(text), len(text) + len(form), form, lemma(form), upos, xpos, int(head) - 1, relation))
        text += form
    return text, [Sentence(0, len(text), tuple(tokens))]


def lemma(form: str) -> str:
    return {"delivered": "deliver", "were": "be", "killed": "kill", "said": "say", "rose": "rise"}.get(
        form, form.lower()
    )


@pytest.mark.parametrize(
    ("marked", "unit", "thing"),
    [
        (
            "Acme/PROPN/2/nsubj delivered/VERB/0/root 900/NUM/5/nummod electric/ADJ/5/amod vans/NOUN/2/obj",
            "van",
            "electric vans delivered",
        ),
        ("14/NUM/2/nummod people/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root", "person", "people killed"),
        (
            "a/DET/3/det sales/NOUN/3/compound target/NOUN/0/root of/ADP/6/case 900/NUM/6/nummod units/NOUN/3/nmod",
            "unit",
            "units, sales target",
        ),
        ("The/DET/2/det toll/NOUN/3/nsubj rose/VERB/0/root to/ADP/5/case 12/NUM/3/obl", None, "toll"),
        ("a/DET/4/det 25/NUM/3/nummod percent/NOUN/4/compound tariff/NOUN/0/root", "percent", "tariff"),
        (
            "One/NUM/3/nummod intelligence/NOUN/3/compound source/NOUN/4/nsubj said/VERB/0/root so/ADV/4/advmod",
            "source",
            "intelligence source",
        ),
    ],
)  # fmt: skip
def test_from_a_parse(marked: str, unit: str | None, thing: str) -> None:
    text, sentences = parsed(marked)
    (found,) = quantities(text, sentences)
    assert (found.unit, found.measured) == (unit, thing)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Acme sold 900 electric vans", "electric vans sold"),
        ("900 vans were delivered", "vans delivered"),
        ("a target of 900 vans", "vans, target"),
        ("a price of $30", "price"),
        ("a 25% tariff on steel", "tariff"),
        ("half of the voters", "voters"),
        ("It rose 5%.", None),
    ],
)
def test_from_the_words(text: str, thing: str | None) -> None:
    (found,) = quantities(text)
    assert found.measured == thing


def test_an_event_counted_and_an_event_told_are_comparable() -> None:
    def stated(unit: str, measured: str) -> Quantity:
        return Quantity(
            start=0, end=0, text="550,000", value=55e4, low=54.5e4, high=55.5e4, unit=unit, measured=measured
        )

    assert compare_quantities(stated("delivery", "deliveries"), stated("van", "vans delivered")).kind == "equal"
    assert compare_quantities(stated("death", "deaths"), stated("person", "people killed")).kind == "equal"
    assert compare_quantities(stated("home", "homes"), stated("person", "people killed")).kind == "incomparable"
