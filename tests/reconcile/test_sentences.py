"""How two sentences stand to each other: tables of our own sentences, one a way to differ or to say the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.pipeline import relate

AGREES = {"agree", "refine"}
DIFFERS = {"conflict", "deny", "update"}

# (left, right): what differs cannot both be so, or nobody can tell; never agreement
DISTORTED = [
    ("Norvik delivered 31 ferries in 2030.", "Norvik delivered 13 ferries in 2030."),
    ("Norvik sold three ferries to Ferro.", "Norvik sold seven ferries to Ferro."),
    ("Half of the workers went on strike.", "A third of the workers went on strike."),
    ("Dozens of people were hurt in the fire.", "Thousands of people were hurt in the fire."),
    ("Sales of the Tern 40 rose by 12 percent.", "Sales of the Tern 40 rose by 12 percentage points."),
    ("The yard cost $3 million.", "The yard cost 3 million euros."),
    ("The yard cost $3 million.", "The yard cost $3 billion."),
    ("The bridge is 410 metres long.", "The bridge is 410 kilometres long."),
    ("The strike lasted three weeks.", "The strike lasted three months."),
    ("The ferry left at 5 pm on Monday.", "The ferry left at 9 pm on Monday."),
    ("The meeting began at 10:30.", "The meeting began at 11:45."),
    ("Bela Marsh, 44, was arrested on Tuesday.", "Bela Marsh, 54, was arrested on Tuesday."),
    ("Ferro beat Norvik 3-1 on Sunday.", "Ferro beat Norvik 5-1 on Sunday."),
    ("The treaty was signed on 4 June 2030.", "The treaty was signed on 14 June 2030."),
    ("The treaty was signed in June 2030.", "The treaty was signed in July 2030."),
    ("The treaty was signed in June 2030.", "The treaty was signed in June 2031."),
    ("The council voted on Thursday.", "The council voted on Tuesday."),
    ("The council voted yesterday.", "The council will vote tomorrow."),
    ("The castle was built in the 17th century.", "The castle was built in the 19th century."),
    ("The ship sank before the storm.", "The ship sank after the storm."),
    ("Ann Roe was elected mayor of Leeds.", "Beth Roe was elected mayor of Leeds."),
    ("Ann Roe was elected mayor of Leeds.", "Ann Roe was elected mayor of Hull."),
    ("Ann Roe was born in Norway.", "Ann Roe was born in Sweden."),
    ("The French minister resigned.", "The Spanish minister resigned."),
    ("A Tern 40 was seen in the port.", "A Tern 60 was seen in the port."),
    ("Airlines grounded the K350 on Friday.", "Airlines grounded the K380 on Friday."),
    ("Norvik bought Ferro in May.", "Ferro bought Norvik in May."),
    ("Norvik sued Ferro over the engines.", "Ferro sued Norvik over the engines."),
    ("Norvik is larger than Ferro.", "Ferro is larger than Norvik."),
    ("Shares in Ferro rose on Friday.", "Shares in Ferro fell on Friday."),
    ("The rebels won the battle.", "The rebels lost the battle."),
    ("The hostage is alive.", "The hostage is dead."),
    ("The union accepted the offer.", "The union rejected the offer."),
    ("The union accepted the offer.", "The union did not accept the offer."),
    ("The union accepted the offer.", "The union refused to accept the offer."),
    ("The union accepted the offer.", "The union never accepted the offer."),
    ("The union accepted the offer.", "The union has yet to accept the offer."),
    ("The union accepted the offer.", "The union was unable to accept the offer."),
    ("Norvik opened the yard in Oban.", "Norvik closed the yard in Oban."),
    ("Norvik opened the yard in Oban.", "Norvik failed to open the yard in Oban."),
    ("Norvik sold its data to Ferro.", "Norvik denied that it had sold its data to Ferro."),
    ("Norvik sold its data to Ferro.", "Norvik denies selling its data to Ferro."),
    ("Norvik sold its data to Ferro.", "It is false that Norvik sold its data to Ferro."),
    ("Norvik sold its data to Ferro.", "The report that Norvik sold its data to Ferro is untrue."),
    ("Norvik sold its data to Ferro.", "Norvik may have sold its data to Ferro."),
    ("Norvik sold its data to Ferro.", "Norvik will sell its data to Ferro."),
    ("Norvik sold its data to Ferro.", "Norvik allegedly sold its data to Ferro."),
    ("Norvik sold its data to Ferro.", "Norvik plans to sell its data to Ferro."),
    ("Norvik sold its data to Ferro.", "Norvik almost sold its data to Ferro."),
    ("Norvik sold its data to Ferro.", "Norvik would sell its data to Ferro if it could."),
    ("All workers joined the strike.", "No workers joined the strike."),
    ("All workers joined the strike.", "None of the workers joined the strike."),
    ("Most workers joined the strike.", "Few workers joined the strike."),
    ("Some of the workers joined the strike.", "None of the workers joined the strike."),
    ("Everyone in the village survived.", "Nobody in the village survived."),
    ("At least 15 miners were rescued.", "At most 15 miners were rescued."),
    ("More than 400 miners were rescued.", "Fewer than 400 miners were rescued."),
    ("The president of Norvik resigned.", "The former president of Norvik resigned."),
    ("The drug is legal in Poland.", "The drug is illegal in Poland."),
    ("The mayor always votes.", "The mayor never votes."),
    ("The ferry sailed with its cargo.", "The ferry sailed without its cargo."),
    ("His wife founded the firm.", "Her husband founded the firm."),
    ("The plane landed north of Oban.", "The plane landed south of Oban."),
    ("She wore a red coat.", "She wore a blue coat."),
    ("The firm raised its forecast for 2031.", "The firm cut its forecast for 2031."),
    ("Ann Roe confirmed the sale.", "Ann Roe denied the sale."),
    ("The vaccine is safe, the ministry said.", "The vaccine is dangerous, the ministry said."),
    ("Carl Berg said the yard would close.", "Tomas Lind said the yard would close."),
    ("The first ferry sank.", "The second ferry sank."),
    ("The water level is above the bridge.", "The water level is below the bridge."),
]

# (left, right): the same thing, told another way
REWRITTEN = [
    ("Norvik delivered 31 ferries in 2030.", "In 2030, Norvik delivered 31 ferries."),
    ("Norvik bought Ferro in May.", "Ferro was bought by Norvik in May."),
    ("Norvik bought Ferro in May.", "Norvik acquired Ferro in May."),
    ("Norvik sold three ferries to Ferro.", "Norvik sold 3 ferries to Ferro."),
    ("The yard cost $3 million.", "The yard cost $3,000,000."),
    ("The yard employs 3,120 people.", "The yard employs about 3,100 people."),
    ("The yard employs 3,120 people.", "The yard employs more than 3,000 people."),
    ("Ann Roe was elected mayor of Leeds.", "Roe was elected mayor of Leeds."),
    ("The treaty was signed on 4 June 2030.", "The treaty was signed on June 4, 2030."),
    ("The treaty was signed on 4 June 2030.", "The treaty was signed in June 2030."),
    ("The union did not accept the offer.", "The union didn't accept the offer."),
    ("The union rejected the offer.", "The union did not accept the offer."),
    ("Ann Roe said the yard would close.", "The yard would close, Ann Roe said."),
    ("Norvik and Ferro will merge.", "Ferro and Norvik will merge."),
    ("The United States left the pact.", "The U.S. left the pact."),
    ("The United States left the pact.", "The US left the pact."),
    ("Norvik Corp. left the pact on Monday.", "Norvik left the pact on Monday."),
    ("Shares in Ferro rose 5 percent on Friday.", "On Friday, shares in Ferro climbed 5%."),
    ("Ann Roe married Tomas Lind.", "Tomas Lind married Ann Roe."),
    ("The ship sank before the storm.", "Before the storm, the ship sank."),
    ("Two people were killed in the fire.", "The fire killed two people."),
    ("The court freed Bela Marsh on Tuesday.", "Bela Marsh was freed by the court on Tuesday."),
    ("The Federal Bureau of Ferries closed the case.", "The FBF closed the case."),
    ("Norvik sold Ferro a ferry.", "Norvik sold a ferry to Ferro."),
    ("The mayor is not guilty.", "The mayor isn't guilty."),
    ("Ferro, which makes engines, opened a plant in Poland.", "Ferro opened a plant in Poland."),
    ("The yard will close in March, the company said.", "The company said that the yard will close in March."),
    ("Norvik hired 40 engineers because orders rose.", "Because orders rose, Norvik hired 40 engineers."),
]


@pytest.mark.parametrize(("left", "right"), DISTORTED)
def test_what_differs_is_never_agreed(left: str, right: str) -> None:
    one, other = relate([(left, right), (right, left)])
    assert one.kind not in AGREES, one
    assert one.kind == other.kind, other
    assert one.reason
    assert (one.basis is None) == (one.kind == "unrelated")


@pytest.mark.parametrize(("left", "right"), REWRITTEN)
def test_what_says_the_same_agrees(left: str, right: str) -> None:
    one, other = relate([(left, right), (right, left)])
    assert one.kind in AGREES, one
    assert one.kind == other.kind, other


# (left, right, kind, basis): the two sentences that Sayso was made for, and their like
NAMED = [
    (
        "Photos emerged showing an SU9 sedan on a highway in Norway.",
        "A YU8 was seen driving on a highway in Norway with test plates.",
        "conflict",
        "name",
    ),
    ("Norvik sold three ferries to Ferro.", "Norvik sold seven ferries to Ferro.", "conflict", "quantity"),
    ("The treaty was signed in June 2030.", "The treaty was signed in July 2030.", "conflict", "time"),
    ("Ann Roe was born in Norway.", "Ann Roe was born in Sweden.", "conflict", "place"),
    ("The union accepted the offer.", "The union did not accept the offer.", "deny", "polarity"),
    ("Shares in Ferro rose on Friday.", "Shares in Ferro fell on Friday.", "conflict", "wording"),
    ("Norvik will open the yard in May.", "Norvik will open the yard in July.", "update", "time"),
    ("Norvik sold a yard", "Norvik's sale of a yard is a hoax", "deny", "polarity"),
]


@pytest.mark.parametrize(("left", "right", "kind", "basis"), NAMED)
def test_the_slot_that_differs_is_named(left: str, right: str, kind: str, basis: str) -> None:
    (one,) = relate([(left, right)])
    assert (one.kind, one.basis) == (kind, basis), one


@pytest.mark.parametrize(
    "headline", ["Did Norvik sell a yard?", "Norvik reportedly sells a yard", "Report: Norvik sold a yard"]
)
def test_what_is_only_passed_on_is_not_agreed(headline: str) -> None:
    (one,) = relate([("Norvik sold a yard.", headline)])
    assert one.kind == "unrelated", one


@pytest.mark.parametrize("text", sorted({left for left, _ in REWRITTEN}))
def test_a_sentence_agrees_with_itself(text: str) -> None:
    (one,) = relate([(text, text)])
    assert one.kind == "agree", one


POOL = sorted({text for pair in (*DISTORTED, *REWRITTEN) for text in pair})


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(POOL), st.sampled_from(POOL))
def test_the_order_of_two_sentences_changes_no_kind(left: str, right: str) -> None:
    one, other = relate([(left, right), (right, left)])
    assert (one.kind, one.basis, one.score) == (other.kind, other.basis, other.score)
    assert (one.left_status, one.right_status) == (other.right_status, other.left_status)


@settings(max_examples=12, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_an_answer(left: str, right: str) -> None:
    (one,) = relate([(left, right)])
    assert 0 <= one.score <= 1
    assert one.reason
    assert (one.basis is None) == (one.kind == "unrelated")


def test_long_and_monotonous_texts_are_answered() -> None:
    long = "not " * 300 + "Norvik sold 5 5 5 5 yards. " * 20
    (one,) = relate([(long, long[::-1])])
    assert one.reason
