"""The four charts: that what is drawn stands where the numbers and dates say."""

import re
from datetime import date

import pytest
from lxml import etree
from msgspec.structs import replace

from sayso.records import Claim, Finding, Quantity, Story, TimelineEntry
from sayso.report import citations, intervals, timeline
from sayso.report.sources import Sources
from sayso.report.svg import element, number, scale, ticks
from sayso.report.voices import Citation
from sayso.report.voices import citations as who_cites_whom


def finding(*stated):
    claims = tuple(
        Claim(
            id=str(i),
            article_id=f"a{i}",
            start=0,
            end=1,
            text="x",
            status="asserted",
            polarity="positive",
            chain=(),
            origin="o",
            quantities=(Quantity(start=0, end=1, text=f"n{i}", value=low or high, low=low, high=high, unit=unit),),
        )
        for i, (low, high, unit) in enumerate(stated)
    )
    fields = {"reported_by": (), "origins": (), "denied_by": ()}
    return Finding(id="f", kind="number", gist="x", status="corroborated", claims=claims, **fields)


def drawn(chart, path):
    return etree.fromstring(chart).xpath(path)


def share(text):
    return float(re.fullmatch(r"([\d.]+)%", text).group(1))


def test_one_mark_a_source_in_order_of_size():
    chart = intervals.chart(finding((100, 100, "cabin"), (200, 200, "cabin"), (400, 400, "cabin")), Sources([]))
    first, second, third = (share(dot.get("cx")) for dot in drawn(chart, "//circle"))
    assert first < second < third
    assert (third - second) == pytest.approx(2 * (second - first), abs=0.1)


def test_open_ends_are_arrows_and_closed_ones_stops():
    chart = intervals.chart(finding((100, None, "cabin"), (None, 90, "cabin"), (95, 105, "cabin")), Sources([]))
    assert len(drawn(chart, "//path[@class='arrow']")) == 2
    assert len(drawn(chart, "//line[@class='stop']")) == 4


@pytest.mark.parametrize(
    "stated",
    [
        [],
        [(100, 100, "cabin")],
        [(100, 100, "cabin"), (100, 100, "cabin")],
        [(100, 100, "cabin"), (5, 5, "percent")],
        [(float("inf"), None, "cabin"), (None, None, "cabin")],
    ],
)
def test_nothing_to_compare_is_not_drawn(stated):
    assert intervals.chart(finding(*stated), Sources([])) is None


def entry(earliest, latest, id_="f"):
    return TimelineEntry(earliest=earliest, latest=latest, text=f"{earliest}", finding_id=id_, claim_id="c")


def story(*entries):
    return Story(id="s", headline=None, article_ids=(), events=(), first=None, last=None, timeline=entries)


def test_the_timeline_is_to_scale():
    told = story(*(entry(day, day) for day in ("2024-01-01", "2024-07-01", "2024-12-31")))
    chart = timeline.chart(timeline.dated(told))
    first, middle, last = (share(dot.get("cx")) for dot in drawn(chart, "//circle"))
    days = (date(2024, 7, 1) - date(2024, 1, 1)).days / (date(2024, 12, 31) - date(2024, 1, 1)).days
    assert (middle - first) / (last - first) == pytest.approx(days, abs=0.001)


def test_a_crowded_stretch_is_opened_out_under_the_whole():
    crowd = [entry(f"2026-02-{day:02}", f"2026-02-{day:02}", f"f{day}") for day in range(1, 8)]
    chart = timeline.chart(timeline.dated(story(entry("1998-01-01", "1998-12-31"), *crowd)))
    assert drawn(chart, "//line[@class='opening']")
    founding, *crowded = (share(circle.get("cx")) for circle in drawn(chart, "//circle"))
    assert founding < 10
    assert len(crowded) == 7
    assert max(crowded) - min(crowded) > 30


def test_only_the_foremost_entries_are_numbered_and_none_is_lost():
    many = [entry(f"20{n:02}-01-01", f"20{n:02}-01-01", f"f{n}") for n in range(99)]
    found = timeline.dated(story(*many, entry("never", None)))
    assert len(found) == 99
    assert sorted(item.number for item in found if item.number) == list(range(1, timeline.MOST_NUMBERED + 1))
    assert [item.first for item in found] == sorted(item.first for item in found)


@pytest.mark.parametrize(("earliest", "latest"), [("0001-01-01", "9999-12-31"), (None, "2020"), ("2020-05", None)])
def test_the_ends_of_time_are_drawn_too(earliest, latest):
    found = timeline.dated(story(entry(earliest, latest), entry("2026-02-10", "2026-02-10")))
    assert etree.fromstring(timeline.chart(found)) is not None


def test_who_cites_whom_has_a_line_for_each_citation(norvik):
    found = who_cites_whom(norvik.stories[0], Sources(norvik.articles))
    chart = citations.chart(found)
    assert len(drawn(chart, "//path")) == len(found)
    widths = {float(path.get("stroke-width")) for path in drawn(chart, "//path")}
    assert min(widths) == 1.0
    assert max(widths) == citations.WIDEST


def test_hostile_names_are_text_in_a_chart():
    chart = citations.chart([Citation("<script>alert(1)</script>", 'x" onload="y', 1)])
    assert drawn(chart, "//script") == []
    assert drawn(chart, "//@onload") == []
    assert "<script>" in "".join(drawn(chart, "//text//text()"))


@pytest.mark.parametrize(
    ("low", "high"), [(0, 1), (4050, 4150), (-3, 17.5), (1e-7, 2e-7), (0, 1e300), (5, 5), (1, 1 + 1e-15)]
)
def test_ticks_are_few_rising_and_inside(low, high):
    found = ticks(low, high)
    assert 1 <= len(found) <= 5
    assert found == sorted(found)
    assert all(low - 1e-9 <= value <= high + 1e-9 for value in found)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0"), (411000.0, "411,000"), (1.2e9, "1.2 bn"), (1_234_567, "1,234,567"), (0.5, "0.5"), (-2e6, "-2 m")],
)
def test_numbers_as_a_reader_writes_them(value, expected):
    assert number(value) == expected


def test_a_scale_without_width_puts_all_in_the_middle():
    assert scale(5, 5, 0.0, 1.0)(5) == 0.5


def test_attributes_and_text_are_escaped():
    assert str(element("g", "<b>", class_='"x"')) == '<g class="&#34;x&#34;">&lt;b&gt;</g>'


def test_a_sentence_is_told_once_for_each_date_it_gives(norvik):
    told = norvik.stories[0]
    doubled = replace(told, timeline=told.timeline + told.timeline)
    assert len(timeline.dated(doubled)) == len(timeline.dated(told)) == len(told.timeline)
