"""Status and polarity of clauses: tables of sentences of our own, after design's six words."""

import pytest

from sayso.extract import extract
from sayso.records import Article, Claim, Published


def claim(text: str, part: str) -> Claim:
    """The claim of the text with the fewest words that holds the part; not an utterance where there is another."""
    day = Published(earliest="2031-05-14", latest="2031-05-14", basis="given")
    claims = extract(
        Article(id="a1", input="a1", text=text, outlet="Harbour Times", published=day, language="en")
    ).claims
    holding = [c for c in claims if part in c.text]
    assert holding, [c.text for c in claims]
    return min(holding, key=lambda c: (c.kind == "statement", len(c.text)))


ASSERTED = [
    # "'d" for "had"
    ("Ann Roe said he'd deleted the video.", "he'd deleted"),
    ("He'd been dropped off at the harbour in Oslo.", "been dropped off"),
    ("The ferry sank at 5 a.m.", "sank at 5"),
    # what a noun in a forecast is known by
    ("Ann Roe said she expects to cut jobs that were created in 2020.", "that were created"),
    ("Norvik expects orders to exceed the 250 ferries required by law for the project.", "required by law"),
    ("The judge agreed with Norvik that the pier was public.", "the pier was public"),
    ("We want to know what happened in Oslo, Ann Roe said.", "We want to know"),
    ("The company sold 1,200 ferries in 2030.", "sold"),
    ("The company has no plans to close the yard in Gdansk.", "no plans"),
    ("The company is not planning to close the yard in Gdansk.", "not planning"),
    ("Lawmakers rejected the proposal for a new yard in May.", "rejected"),
    ("The company missed its target of 1,200 ferries in 2030.", "missed"),
    ("The company set up a team to study the new engine.", "set up"),
    ("The new ferry can carry 400 cars and 900 people.", "can carry"),
    ("The yard in Gdansk did not close in 2030.", "did not close"),
    ("Ann Roe would not say how many workers left the yard.", "would not say"),
    ("Sales rose by 12 percent in 2030 compared with the year before.", "rose"),
    ("Ann Roe announced on Monday that the company will build 12 ferries.", "Ann Roe announced"),
    ("The decision to fine Norvik in 2030 angered workers.", "to fine Norvik"),
    ("The ministry denied the company a permit for the yard.", "denied"),
    ("The judge denied the motion to close the yard.", "denied the motion"),
    ("The court denied bail to Ann Roe on Monday.", "denied bail"),
    ("The board rejected the idea of a sale.", "rejected the idea"),
    ("Norvik was denied a loan by the bank in May.", "denied a loan"),
    ("The bank denied her a loan for the yard.", "denied her"),
    ("Norvik dismissed 400 workers at the yard in May.", "dismissed 400"),
    ("The judge dismissed the lawsuit against Norvik.", "dismissed the lawsuit"),
    ("Why did Norvik close the yard in Gdansk?", "close the yard"),
    ("The company could not find a buyer for the yard.", "could not find"),
    ("Ann Roe resigned after she was accused of fraud.", "Ann Roe resigned"),
    ("The court ruled that the yard was illegal.", "the yard was illegal"),
    ("Norvik has not decided whether to sell the yard.", "has not decided"),
    ("Norvik cancelled its plan to build a yard in Oslo.", "cancelled"),
    ("The planned yard in Oslo was dropped in May.", "was dropped"),
    ("Sales were expected to fall but rose by 4 percent.", "rose by 4 percent"),
    ("Workers demanded higher pay at the yard.", "demanded"),
    ("He would often walk along the harbour at night.", "would often walk"),
    ("The denial came hours after the report.", "denial came"),
    ("The minister can veto the sale of the yard.", "can veto"),
    ("Ann Roe asked the board to resign.", "asked the board"),
    ("The umpire rejected the appeal on Monday.", "rejected the appeal"),
    ("Norvik refused to comment on the reports.", "refused to comment"),
]
PLANNED = [
    ("Ann Roe said she'd sell the yard.", "she'd sell"),
    ("The company plans to sell 1,200 ferries in 2032.", "sell"),
    ("The company has set a target of 1,200 ferries for 2032.", "target"),
    ("The company will open a yard in Oslo in 2032.", "open a yard"),
    ("The museum will open on 3 June 2031.", "will open"),
    ("The engines will be replaced before the tour.", "will be replaced"),
    ("The ferry is to be built in Oslo.", "to be built"),
    ("Its next ferry, to be released in 2032, costs 40 million dollars.", "to be released"),
    ("The company won a contract to supply the navy with 12 ferries.", "to supply"),
    ("The decision to close the yard in Gdansk angered workers.", "to close the yard"),
    ("The company agreed to buy 12 ferries from the yard.", "agreed to buy"),
    ("The trial is set to begin in June.", "set to begin"),
    ("The company is going to close the yard in Gdansk.", "close"),
    ("Ann Roe said the company would close the yard in June.", "would close"),
    ("The company hopes to deliver 12 ferries in 2032.", "deliver"),
    ("The first ferry arrives in Oslo on 3 June 2031.", "arrives"),
    ("The company is committed to building 12 ferries by 2035.", "committed"),
    ("The ferry is scheduled to leave Oslo on Monday.", "scheduled"),
    ("Ann Roe said the minister was leaving in June 2031.", "was leaving"),
    ("The end date of her contract is 3 June 2031.", "end date"),
    ("Her resignation is effective 3 June 2031.", "effective"),
    ("Ann Roe was supposed to leave the board in June.", "leave the board"),
    ("The ferry is supposed to sail on Monday.", "sail"),
    ("Norvik is preparing for its first launch in Oslo.", "preparing for"),
    ("Norvik is preparing to launch a ferry in Oslo.", "launch a ferry"),
    ("The deadline for offers is 3 June 2031.", "deadline"),
    ("Norvik is about to close the yard in Gdansk.", "close the yard"),
    ("Norvik is on track to deliver 12 ferries this year.", "deliver 12"),
    ("The board will meet on Monday to vote on the sale.", "will meet"),
    ("Norvik has signed a ten-year contract with the Navy Ministry to supply 12 ferries.", "to supply"),
    ("Norvik intends to build 12 ferries by 2035.", "build 12"),
    ("The yard is due to open in June.", "due to open"),
    ("The board has agreed to sell the yard.", "sell the yard"),
    ("Norvik wants to double its sales by 2035.", "double its sales"),
    ("The election will be held on 3 June 2031.", "will be held"),
    ("Norvik has pledged to cut emissions by half by 2040.", "cut emissions"),
    ("Ann Roe is to step down as chief executive in June.", "step down"),
    ("The talks are scheduled for Monday.", "scheduled for"),
    ("The government has vowed to rebuild the harbour.", "rebuild the harbour"),
    ("Under the plan, Norvik will hire 400 workers.", "will hire"),
    ("Norvik aims at sales of 12 ferries in 2032.", "aims at"),
    ("Ann Roe will not seek another term.", "will not seek"),
    ("The ministry is seeking to ban ferries from the bay.", "ban ferries"),
]
PREDICTED = [
    ("Analysts expect that sales will fall next year.", "sales will fall"),
    ("Sales will fall by 12 percent next year.", "will fall"),
    ("Sales are expected to fall by 12 percent next year.", "fall"),
    ("Sales could fall by 12 percent next year.", "could fall"),
    ("The strike may delay the opening of the yard.", "may delay"),
    ("Repairs are likely to take two weeks.", "take two weeks"),
    ("It will take two weeks to repair the cable.", "will take"),
    ("The bank forecast that prices would rise in 2032.", "prices would rise"),
    ("The cable should be back to normal by 3 June 2031.", "back to normal"),
    ("Repairs should be finished by 3 June 2031.", "finished"),
    ("Sales are projected to fall by 12 percent.", "fall"),
    ("There are fears that the strike will spread to Oslo.", "will spread"),
    ("Analysts see sales falling by 12 percent next year.", "falling"),
    ("The deal is unlikely to close before June.", "close before June"),
    ("The yard is likely to close next year.", "close next year"),
    ("Economists warn that prices will rise in 2032.", "prices will rise"),
    ("Prices might rise in 2032, the bank said.", "might rise"),
    ("The storm is forecast to reach Oslo on Friday.", "reach Oslo"),
    ("The project is estimated to cost 40 million dollars.", "cost 40 million"),
]
RUMOURED = [
    # what somebody is reported to deny is open, and so is the utterance of whoever vouches by no name
    (
        "Norvik has held talks with Aldane, the Anchor reported. Norvik, however, disputed the report.",
        "talks with Aldane",
    ),
    (
        "Norvik has held talks, according to a report in the Anchor, though Norvik has denied the claim.",
        "has held talks",
    ),
    ("Sources told the Anchor this week that Ann Roe had quit.", "Sources told the Anchor"),
    (
        "Norvik published a story on Monday. The story says that the ferry sank. Ann Roe called it false.",
        "the ferry sank",
    ),
    ("Norvik did not say whether it was preparing to open shops.", "preparing to open shops"),
    # what stands in a report that the article itself calls untrue
    (
        "A site called norvik-news.com published a story on Monday. It said Norvik was closing. The entire story is fabricated.",
        "Norvik was closing",
    ),
    ("A bogus website posted a story on Monday. The story states that the ferry sank off Oslo.", "ferry sank"),
    ("The company has reportedly sold its yard in Gdansk.", "sold"),
    ("The company allegedly hid the losses of its yard.", "hid"),
    ("The yard might have closed in May.", "might have closed"),
    ("The fault could be a broken rudder.", "could be"),
    ("It is thought that the yard in Gdansk has closed.", "has closed"),
    ("The order is believed to be worth 40 million dollars.", "worth"),
    ("People familiar with the matter said that the company has sold its yard.", "has sold"),
    ("It is unclear whether the company sold the yard.", "sold the yard"),
    ("Police could not confirm that the ferry sank off Oslo.", "sank"),
    ("There is no evidence that the captain was drunk.", "was drunk"),
    ("The company did not deny that it had sold the yard.", "it had sold"),
    ("Ann Roe questioned whether the yard had lost money.", "had lost money"),
    ("There is speculation that the company sold the yard.", "sold the yard"),
    ("The yard may have been sold to a rival.", "have been sold"),
    ("Chances are that the cable was cut by an anchor.", "was cut"),
    ("There is a chance that the ferry hit a rock.", "hit a rock"),
    ("It is possible that the ferry hit a rock.", "hit a rock"),
    ("It is understood that Norvik sold the yard.", "sold the yard"),
    ("Norvik is understood to have sold the yard.", "sold the yard"),
    ("Norvik is rumoured to have sold the yard.", "sold the yard"),
    ("Norvik is reported to have sold the yard.", "sold the yard"),
    ("Norvik was reported to be in talks with Tern Air.", "in talks"),
    ("There are reports that Norvik sold the yard.", "sold the yard"),
    ("There is talk that Norvik sold the yard.", "sold the yard"),
    ("Rumour has it that Norvik sold the yard.", "sold the yard"),
    ("Unconfirmed reports said Norvik sold the yard.", "sold the yard"),
    ("Will Ann Roe resign over the loss of the ferry?", "resign"),
    ("Did the company sell the yard in Gdansk?", "sell the yard"),
    ("Norvik has apparently sold the yard in Gdansk.", "sold"),
    ("The fire was possibly caused by a broken lamp.", "caused"),
    ("The fire was probably caused by a broken lamp.", "caused"),
    ("An anchor is thought to have cut the cable.", "cut the cable"),
    ("An anchor may be to blame for the broken cable.", "to blame"),
    ("A source close to the board said Norvik sold the yard.", "Norvik sold"),
    ("According to unnamed sources, Norvik sold the yard in Gdansk.", "sold the yard"),
    ("Norvik is said to be in talks about a sale of the yard.", "in talks"),
    ("Norvik is in talks to buy Tern Air, sources told the Harbour Times.", "in talks"),
    ("It appears that the captain left the bridge.", "left the bridge"),
    ("The captain seems to have left the bridge.", "left the bridge"),
    ("Sources told the Harbour Times that Norvik had sold the yard.", "Norvik had sold"),
    ("Officials suspect that a fault in the engine caused the fire.", "caused the fire"),
    ("Two people briefed on the talks said Norvik had made an offer.", "had made an offer"),
    ("Norvik is exploring a sale of the yard, according to people with knowledge of the matter.", "exploring a sale"),
    ("A source who asked not to be named said the yard had been sold.", "had been sold"),
    ("One insider told the Harbour Times that the chief executive had quit.", "had quit"),
    ("Media reports suggest that Norvik has sold the yard.", "has sold"),
    ("The ferry is feared lost in the storm off Oslo.", "feared lost"),
    ("At least 12 people are feared dead after the ferry sank.", "feared dead"),
    ("The cause of the fire may be a broken lamp.", "broken lamp"),
    ("The sale could already have happened in May.", "could already have happened"),
    ("It seems likely that the captain lied to the board.", "lied to the board"),
    ("The report, which could not be verified, said the yard had closed.", "had closed"),
    ("Could the fire have been caused by a broken lamp?", "caused by a broken lamp"),
]
CONDITIONAL = [
    ("The company would close the yard in Gdansk if sales fell further.", "close the yard"),
    ("If sales fall further, the company will close the yard.", "will close"),
    ("Should sales fall, the company would close the yard.", "close the yard"),
    ("Unless sales rise, the company will close the yard.", "will close"),
    ("Without a new loan, the company would close the yard.", "close the yard"),
    ("Such a move would cost 400 jobs in Gdansk.", "cost 400 jobs"),
    ("The company would have closed the yard.", "would have closed"),
    ("“If it weren’t for Ann Roe, the yard would have closed,” he said.", "would have closed"),
    ("The yard will stay open as long as sales rise.", "will stay open"),
    ("Norvik threatened to close the yard if elected leaders refuse aid.", "close the yard"),
    ("Lind has threatened to tax ferries if elected in November.", "tax ferries"),
    ('Lind said, "If it were not for the new tax, the yard would be open."', "would be open"),
    ("Had it not been for the tax, the yard would have stayed open.", "stayed open"),
    ("Were Norvik to close the yard, 400 jobs would go.", "400 jobs"),
    ("The sale depends on approval by the board.", "depends"),
    ("The sale is subject to approval by the board.", "subject to"),
    ("The deal will go ahead provided that the board agrees.", "go ahead"),
    ("In the event of a strike, the yard would close.", "would close"),
    (
        "I have always said that if a day came when I could not lead the yard, I would be the first to tell you.",
        "would be the first",
    ),
    ("I have always said if it ever came to a sale, I would be the first to go.", "would be the first"),
    ("If approved, the deal would create 400 jobs.", "create 400 jobs"),
    ("Workers will strike unless the pay offer improves.", "will strike"),
    ("The yard could reopen in June if the court agrees.", "could reopen"),
    ("A strike would cost the yard 4 million dollars a day.", "would cost"),
    ("Should the court agree, the yard will reopen.", "will reopen"),
    ("If the yard closes, 400 people lose their jobs.", "lose their jobs"),
    ("Had the captain slowed down, the ferry would not have sunk.", "would not have sunk"),
    ("The loan will be paid only if sales rise.", "will be paid"),
    ("Assuming that the court agrees, the yard will reopen in June.", "will reopen"),
]
DENIED = [
    ("It is not possible that Norvik sold the yard, Ann Roe said.", "Norvik sold the yard"),
    ("Ann Roe denied telling reporters that Norvik had sold the yard.", "Norvik had sold the yard"),
    ("The company denied that it had sold its yard in Gdansk.", "it had sold"),
    ("The report that the yard has closed is false.", "false"),
    ("The story is not true, Ann Roe said.", "not true"),
    ("Reports of a sale were a hoax, the company said.", "hoax"),
    ("The blog falsely claimed that the yard had closed.", "had closed"),
    ("A fake report said that Ann Roe had died in Oslo.", "had died"),
    ("There is no truth to the report of a sale.", "no truth"),
    ("The company denied that it had no plans for the yard.", "it had no plans"),
    ("Norvik rejected the allegation that it bribed officials.", "it bribed"),
    ("Norvik dismissed reports that it had sold the yard.", "it had sold"),
    ("Ann Roe denied selling the yard in Gdansk.", "selling the yard"),
    ("Norvik denied any link to the sunken ferry.", "denied any link"),
    ("Norvik said the report that it sold the yard was wrong.", "it sold the yard"),
    ("Ann Roe called the report of a sale false.", "called the report"),
    ("The claim that Norvik sold the yard has been debunked.", "Norvik sold the yard"),
    ("It is not true that Norvik sold the yard.", "Norvik sold the yard"),
    ("It is false that Norvik sold the yard.", "Norvik sold the yard"),
    ("Norvik refuted claims that it had bribed officials.", "it had bribed"),
    ("Norvik has denied wrongdoing.", "denied wrongdoing"),
    ("Ann Roe rejected claims that the yard was unsafe.", "was unsafe"),
    ("The ministry dismissed as nonsense a report that the yard would close.", "would close"),
    ("Ann Roe denies that she lied to the board.", "she lied"),
    ("Norvik disputed that the ferry was overloaded.", "was overloaded"),
    ("The post wrongly stated that the yard had closed.", "had closed"),
]


@pytest.mark.parametrize(
    ("text", "part", "status"),
    [
        (*case, status)
        for status, cases in (
            ("asserted", ASSERTED),
            ("planned", PLANNED),
            ("predicted", PREDICTED),
            ("rumoured", RUMOURED),
            ("conditional", CONDITIONAL),
            ("denied", DENIED),
        )
        for case in cases
    ],
)
def test_the_status_is_how_the_passage_presents_it(text: str, part: str, status: str) -> None:
    assert claim(text, part).status == status


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The company did not sell the yard in Gdansk.", "did not sell"),
        ("The company sold no ferries in 2030.", "sold no"),
        ("Nobody was hurt in the fire at the yard.", "was hurt"),
        ("Neither the company nor the yard sold ferries in 2030.", "sold ferries"),
        ("The yard can no longer build ferries of this size.", "no longer"),
        ("The company failed to deliver the ferry in 2030.", "failed"),
        ("The company has ruled out a sale of the yard.", "ruled out"),
        ("The company has never sold a yard.", "never sold"),
        ("The claim about the yard is false.", "false"),
        ("The claim about the yard is not true.", "not true"),
        ("The company denied that it had no plans for the yard.", "it had no plans"),
    ],
)
def test_a_negated_clause_is_negative(text: str, part: str) -> None:
    assert claim(text, part).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The company sold not only the yard but also its offices.", "sold"),
        ("No fewer than 400 workers left the yard in 2030.", "left"),
        ("The ferry did not arrive until Monday.", "arrive"),
        ("“If it weren’t for Ann Roe, the yard would have closed,” he said.", "would have closed"),
        ("The company did not fail to deliver the ferry.", "deliver"),
        ("The claim about the yard is not false.", "not false"),
        ("The ferry docked in Oslo with no delay.", "docked"),
        ("The company will deliver the ferry no later than June.", "deliver"),
        ("The company denied that it had sold the yard.", "it had sold"),
    ],
)
def test_what_only_looks_negated_is_positive(text: str, part: str) -> None:
    assert claim(text, part).polarity == "positive"
