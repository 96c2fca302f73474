from sayso.records import Article, Claim, Finding
from sayso.report.passages import passages
from sayso.report.sources import Sources


def test_every_passage_is_verbatim_and_holds_its_claim(norvik):
    sources = Sources(norvik.articles)
    for finding in norvik.findings:
        for passage in passages(finding, sources):
            for claim in passage.claims:
                assert claim.text in passage.text
                assert passage.text in sources.article(claim.article_id).text


def test_the_same_words_stand_once_with_all_who_print_them(norvik):
    which_ferry = norvik.findings[0]
    shown = passages(which_ferry, Sources(norvik.articles))
    assert [[claim.article_id for claim in passage.claims] for passage in shown] == [["a1", "a6"], ["a2"]]
    assert [[p.text for p in passage.pieces if p.kind == "mark"] for passage in shown] == [["Skua 40"], ["Tern 25"]]


def test_a_second_passage_of_an_article_comes_after_the_first_of_every_other(norvik):
    talks = norvik.findings[2]
    shown = passages(talks, Sources(norvik.articles))
    assert [passage.claim.article_id for passage in shown] == ["a3", "a4", "a4"]


def test_clauses_of_one_sentence_that_are_presented_alike_are_one_passage():
    text = "Norvik sold 40 ferries and opened a yard, it said. It was Monday."
    article = Article(id="a", input="x", text=text)

    def claim(quoted, status="asserted"):
        start = text.index(quoted)
        fields = {"polarity": "positive", "chain": (), "origin": "a", "status": status}
        return Claim(id=quoted, article_id="a", start=start, end=start + len(quoted), text=quoted, **fields)

    claims = (
        claim("Norvik sold 40 ferries"),
        claim("opened a yard"),
        claim("a yard"),
        claim("It was Monday", "planned"),
    )
    names = {"reported_by": (), "origins": (), "denied_by": ()}
    finding = Finding(id="f", kind="event", gist=text, status="single-origin", claims=claims, **names)
    first, second = passages(finding, Sources([article]))
    assert [piece.text for piece in first.pieces if piece.kind == "claim"] == [
        "Norvik sold 40 ferries",
        "opened a yard",
    ]
    assert first.text == "Norvik sold 40 ferries and opened a yard, it said."
    assert second.text == "It was Monday."
