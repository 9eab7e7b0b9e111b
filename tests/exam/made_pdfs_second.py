"""More of the exams' own PDFs: a bulletin twice, with a page of one group; headings of two rows; percentages beside."""

from __future__ import annotations

from tests.corpus.pdf_drawing import Rows, flush, level, right
from tests.corpus.pdf_maker import Page, column, pdf

__all__ = ["MADE_SECOND"]

_DOSES = ("District", "Doses given", "People vaccinated", "Doses wasted")
_FIRST = (
    (
        ("Alder", "4,210", "3,875", "61"),
        ("Birch", "2,904", "2,650", "38"),
        ("Cedar", "1,118", "1,002", "17"),
        ("Total", "8,232", "7,527", "116"),
    ),
    (
        ("Alder", "812", "799", "4"),
        ("Birch", "530", "521", "2"),
        ("Cedar", "204", "201", "1"),
        ("Total", "1,546", "1,521", "7"),
    ),
)
_SECOND = (
    (
        ("Alder", "5,006", "4,540", "70"),
        ("Birch", "3,377", "3,041", "44"),
        ("Cedar", "1,309", "1,180", "21"),
        ("Total", "9,692", "8,761", "135"),
    ),
    (
        ("Alder", "905", "890", "5"),
        ("Birch", "602", "590", "2"),
        ("Cedar", "233", "229", "1"),
        ("Total", "1,740", "1,709", "8"),
    ),
)


def _bulletin(day: str, all_of_them: Rows, workers: Rows) -> bytes:
    one = Page().write(60, 70, "Norham vaccination bulletin", 18)
    column(one, 60, 98, [f"Norham Health Board. Published {day}."], 10)
    one.write(60, 140, "All residents", 14, bold=True)
    one.write(60, 166, f"Table 1: Vaccinations by district to {day}", 11, bold=True)
    flush(one, 188, 60, (230, 340, 440), [_DOSES, *all_of_them])
    two = Page().write(60, 80, "Key workers", 14, bold=True)
    two.write(60, 106, f"Table 2: Vaccinations by district to {day}", 11, bold=True)
    flush(two, 128, 60, (230, 340, 440), [_DOSES, *workers])
    for n, page in enumerate((one, two), start=1):
        page.write(290, 815, str(n), 9)
    return pdf(one, two, title=f"Norham vaccination bulletin, {day}")


def _probation() -> bytes:
    page = Page().write(50, 70, "Probation caseload in Westermark", 18)
    column(page, 50, 98, ["Ministry of Examples, statistics release. Published 5 October 2021."], 10)
    page.write(50, 140, "Table A1: People on probation at 30 June, by sex and supervision", 11, bold=True)
    top, edges = 152, (270, 340, 410, 480)
    for n in range(8):
        page.rule(200 if n == 1 else 50, top + n * 20, 480, top + n * 20)
    for x in (50, 200, 340, 480):
        page.rule(x, top, x, top + 140)
    for x in (270, 410):
        page.rule(x, top + 20, x, top + 140)
    page.write(250, top + 14, "2020", 9, bold=True).write(390, top + 14, "2021", 9, bold=True)
    page.write(54, top + 24, "Supervision", 9, bold=True)
    for x, words in zip(edges, ("Men", "Women", "Men", "Women"), strict=True):
        right(page, x - 4, top + 34, words, 9, bold=True)
    rows = (
        ("Community order", "1,204", "288", "1,150", "301"),
        ("Suspended sentence", "640", "131", "702", "148"),
        ("Post release", "915", "74", "888", "69"),
        ("Life licence", "57", "c", "61", "c"),
        ("All", "2,816", "500", "2,801", "526"),
    )
    for n, row in enumerate(rows):
        page.write(54, top + 54 + n * 20, row[0], 9)
        for x, cell in zip(edges, row[1:], strict=True):
            right(page, x - 4, top + 54 + n * 20, cell, 9)
    page.write(50, top + 160, "c Confidential: fewer than five people in one of the cells.", 9).write(290, 810, "1", 9)
    return pdf(page, title="Probation caseload in Westermark")


def _buses() -> bytes:
    page = Page().write(60, 70, "Bus punctuality in Eastmoor, 2023/24", 18)
    lines = [
        "Eastmoor Combined Authority. Released on 2 August 2024.",
        "Punctuality is the share of buses that left within five minutes of the timetable.",
    ]
    column(page, 60, 98, lines, 10)
    page.write(60, 150, "Table 1 Services, complaints and punctuality by operator, 2023/24", 11, bold=True)
    services = [
        ("Operator", "Services run", "Services cut", "Complaints", "On time (%)"),
        ("Greenline", "412,300", "6,120", "1,877", "81.4%"),
        ("Moor Buses", "158,950", "2,045", "640", "88.0%"),
        ("Quayside Travel", "97,410", "3,310", "1,102", "74.9%"),
        ("All operators", "668,660", "11,475", "3,619", "82.0%"),
    ]
    level(page, 162, 64, (200, 290, 380, 470), services)
    page.write(60, 330, "Table 2 Complaints by reason, 2022/23 and 2023/24", 11, bold=True)
    complaints = [
        ("Reason", "2022/23", "2023/24"),
        ("Late or missing bus", "1,420", "1,998"),
        ("Driver conduct", "610", "577"),
        ("Cleanliness", "204", "231"),
        ("Other", "702", "813"),
        ("Total", "2,936", "3,619"),
    ]
    level(page, 342, 64, (260, 360), complaints)
    page.write(290, 810, "1", 9)
    return pdf(page, title="Bus punctuality in Eastmoor, 2023/24")


MADE_SECOND = {
    "norham-bulletin-12-january.pdf": lambda: _bulletin("12 January 2022", *_FIRST),
    "norham-bulletin-19-january.pdf": lambda: _bulletin("19 January 2022", *_SECOND),
    "probation-caseload.pdf": _probation,
    "bus-punctuality.pdf": _buses,
}
