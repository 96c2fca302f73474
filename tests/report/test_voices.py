from sayso.report.sources import Sources
from sayso.report.voices import Citation, citations, voices


def test_people_come_first_then_organisations_then_unnamed_sources(norvik):
    found = voices(norvik.stories[0], Sources(norvik.articles))
    assert [(voice.name, voice.type, len(voice.utterances)) for voice in found] == [
        ("Ada Lindqvist", "PER", 4),
        ("Baltic Motors", "ORG", 1),
        ("people familiar with the matter", "OTHER", 2),
        ("Analysts at Fjordbank", "OTHER", 1),
        ("annual report", "OTHER", 1),
    ]


def test_who_cites_whom_link_by_link(norvik):
    found = citations(norvik.stories[0], Sources(norvik.articles))
    assert found[0] == Citation("Nordwire", "people familiar with the matter", 3)
    assert Citation("Quayside", "Nordwire", 1) in found
    assert Citation("parish-site", "Harbour Post", 1, copied=True) in found
