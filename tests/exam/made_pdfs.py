"""The exams' own PDFs, drawn from here: ``python -m tests.exam.made_pdfs`` writes them into ``documents/``.

Each is laid out in another way: a grid of lines with a table cut by a page's end and its head repeated; columns without
any line, a table cut without its head; tables between two or three level lines; a grid among things that only look
like tables (a list of contents, a list of telephone numbers).
"""

from __future__ import annotations

from pathlib import Path

from tests.corpus.pdf_drawing import flush, grid, level, right
from tests.corpus.pdf_maker import Page, column, pdf
from tests.exam.made_pdfs_second import MADE_SECOND

__all__ = ["MADE", "write_all"]

HERE = Path(__file__).parent / "documents"


def _ferries() -> bytes:
    edges = (50, 150, 260, 345, 455, 545)
    head = ("Route", "Passengers (000s)", "Cars (000s)", "Commercial vehicles", "Sailings cancelled")
    one = Page().write(50, 70, "Ferry traffic on the Strathmarra routes, 2022", 18)
    lines = [
        "Department for Sea Crossings. Published 14 March 2023.",
        "This release gives the traffic carried on the eight Strathmarra routes in the calendar year 2022,",
        "as the operators returned it. Passengers and cars are in thousands.",
    ]
    column(one, 50, 100, lines, 10)
    one.write(50, 600, "Table 1: Traffic by route, 2022", 11, bold=True)
    rows = [
        head,
        ("Arnish", "412.6", "121.4", "8,214", "61"),
        ("Brodaig", "188.3", "60.2", "3,906", "48"),
        ("Corrie Bay", "97.1", "22.7", "1,122", "133"),
        ("Dunsay", "256.0", "80.9", "5,470", "27"),
        ("Eilean Dubh", "34.8", "9.3", "384", "88"),
    ]
    grid(one, 612, edges, rows)
    more = [
        head,
        ("Fionnay [1]", "71.5", "18.6", "917", "72"),
        ("Garvel", "143.9", "41.0", "2,651", "39"),
        ("Harsay", "12.2", "*", "96", "104"),
        ("Total", "1,216.4", "358.1", "22,760", "572"),
    ]
    two = Page()
    y = grid(two, 70, edges, more)
    notes = [
        "* Withheld, because it would tell of a single operator.",
        "[1] The Fionnay route was closed in November and December 2022.",
    ]
    y = column(two, 50, y + 18, notes, 9, 12)
    two.write(50, y + 24, "Table 2: Sailings cancelled by cause", 11, bold=True)
    causes = [
        ("Cause", "2021", "2022"),
        ("Weather", "402", "351"),
        ("Technical fault", "97", "140"),
        ("Crew shortage", "38", "81"),
        ("Total", "537", "572"),
    ]
    grid(two, y + 36, (50, 190, 270, 350), causes)
    for n, page in enumerate((one, two), start=1):
        page.write(290, 810, str(n), 9)
    return pdf(one, two, title="Ferry traffic on the Strathmarra routes, 2022")


def _lifeboats() -> bytes:
    head = ("Station", "2020/21", "2021/22", "2022/23")
    years = (260, 340, 420)
    one = Page().write(60, 70, "Lifeboat launches and people rescued", 18)
    column(one, 60, 98, ["Northern Coast Lifeboat Trust, 8 June 2023. Years end on 31 March."], 10)
    one.write(60, 140, "All lifeboats", 14, bold=True)
    one.write(60, 166, "Table 1: Launches by station", 11, bold=True)
    launches = [
        head,
        ("Amblehaven", "41", "38", "52"),
        ("Burrow Point", "67", "72", "65"),
        ("Crail Ness", "18", "25", "21"),
        ("Dunmouth", "104", "96", "113"),
        ("Total", "230", "231", "251"),
    ]
    y = flush(one, 188, 60, years, launches)
    one.write(60, y + 24, "Table 2: People rescued by station", 11, bold=True)
    rescued = [
        head,
        ("Amblehaven", "23", "31", "40"),
        ("Burrow Point", "58", "49", "44"),
        ("Crail Ness", "7", "12", ".."),
        ("Dunmouth", "91", "77", "102"),
        ("Total", "179", "169", "186"),
    ]
    y = flush(one, y + 46, 60, years, rescued)
    one.write(60, y + 8, ".. not available", 9)
    two = Page().write(60, 90, "Inshore lifeboats only", 14, bold=True)
    two.write(60, 116, "Table 3: Launches of inshore lifeboats by station", 11, bold=True)
    inshore = [
        head,
        ("Amblehaven", "30", "27", "35"),
        ("Burrow Point", "12", "20", "19"),
        ("Dunmouth", "55", "49", "61"),
        ("Total", "97", "96", "115"),
    ]
    flush(two, 138, 60, years, inshore)
    two.write(60, 680, "All lifeboats", 14, bold=True)
    two.write(60, 706, "Table 4: Launches by cause of the call, 2022/23", 11, bold=True)
    causes = [
        ("Cause", "Launches", "People rescued", "Lives saved"),
        ("Yacht aground", "34", "41", "3"),
        ("Swimmer in difficulty", "58", "49", "17"),
        ("Cut off by the tide", "47", "38", "5"),
    ]
    flush(two, 728, 60, years, causes)
    rest = [
        ("Fishing vessel", "39", "22", "2"),
        ("Medical evacuation", "21", "19", "9"),
        ("False alarm", "30", "-", "-"),
        ("Other", "22", "17", "1"),
        ("Total", "251", "186", "37"),
    ]
    three = Page()
    flush(three, 90, 60, years, rest, heads=0)
    for n, page in enumerate((one, two, three), start=1):
        page.write(60, 40, "Lifeboat launches and people rescued", 8).write(290, 815, str(n), 9)
    return pdf(one, two, three, title="Lifeboat launches and people rescued, 2022/23")


def _trams() -> bytes:
    one = Page().write(60, 70, "Tram staff at 30 September 2024", 18)
    column(one, 60, 98, ["Harbourside Transport Executive. Statistical notice, 12 November 2024."], 10)
    one.write(60, 135, "1. Staff in post", 14, bold=True)
    one.write(60, 160, "Table 1: Staff by depot, all services, 30 September 2024", 11, bold=True)
    staff = [
        ("", "Drivers", "Drivers", "All staff", "Average pay"),
        ("Depot", "in post", "in training", "in post", "of drivers (\u00a3)"),
        ("Ashgate", "212", "18", "340", "34,150"),
        ("Brookfield", "164", "9", "251", "33,480"),
        ("Canal Street", "98", "6", "149", "32,915"),
        ("Total", "474", "33", "740", "33,660"),
    ]
    level(one, 172, 64, (190, 280, 370, 470), staff, heads=2)
    two = Page().write(60, 80, "2. Night services", 14, bold=True)
    two.write(60, 105, "Table 2: Staff on night services by depot, 30 September 2024", 11, bold=True)
    night = [
        ("Depot", "Drivers in post", "All staff in post"),
        ("Ashgate", "46", "71"),
        ("Brookfield", "31", "47"),
        ("Total", "77", "118"),
    ]
    y = level(two, 117, 64, (220, 340), night)
    two.write(60, y + 50, "3. Sickness", 14, bold=True)
    two.write(60, y + 75, "Table 3: Days lost to sickness for each driver, year ending 30 September", 11, bold=True)
    sick = [
        ("Group", "2022", "2023", "2024"),
        ("All drivers", "9.4", "10.1", "8.7"),
        ("Night drivers", "12.6", "13.0", "11.9"),
    ]
    level(two, y + 87, 64, (220, 300, 380), sick)
    for n, page in enumerate((one, two), start=1):
        page.write(290, 810, str(n), 9)
    return pdf(one, two, title="Tram staff at 30 September 2024")


def _samples() -> bytes:
    one = Page().write(50, 70, "Lead in tap water: sampling in Lorn Valley", 18)
    column(one, 50, 98, ["Lorn Valley Council, public health bulletin. Published 2 May 2023."], 10)
    contents = (("Samples by supply", "2"), ("Schools", "3"), ("Pollution incidents", "14"), ("Complaints", "17"))
    for n, (words, number) in enumerate(contents):
        one.write(50, 150 + 16 * n, words, 10)
        right(one, 540, 150 + 16 * n, number)
    lines = ["If you are worried about your water, telephone:", "Inver  01632 960114", "Blane  01632 960187"]
    column(one, 50, 260, lines, 10)
    edges = (50, 170, 270, 370, 480)
    head = ("Supply", "Samples taken", "Homes sampled", "Samples failing")
    two = Page().write(50, 70, "All premises", 14, bold=True)
    two.write(50, 96, "Table 1: Samples by supply, January to March 2023", 11, bold=True)
    every = [
        head,
        ("Inver", "1,480", "1,105", "37"),
        ("Blane", "962", "718", "51"),
        ("Kettle Moor", "305", "260", "4"),
    ]
    grid(two, 108, edges, every)
    three = Page().write(50, 70, "Schools only", 14, bold=True)
    three.write(50, 96, "Table 2: Samples by supply, January to March 2023", 11, bold=True)
    schools = [
        ("Supply", "Samples taken", "Schools sampled", "Samples failing"),
        ("Inver", "64", "16", "2"),
        ("Blane", "52", "13", "5"),
    ]
    grid(three, 108, edges, schools)
    for n, page in enumerate((one, two, three), start=1):
        page.write(290, 810, str(n), 9)
    return pdf(one, two, three, title="Lead in tap water: sampling in Lorn Valley")


MADE = {
    "ferry-traffic.pdf": _ferries,
    "lifeboat-launches.pdf": _lifeboats,
    "tram-staff.pdf": _trams,
    "lead-sampling.pdf": _samples,
    **MADE_SECOND,
}


def write_all(folder: Path = HERE) -> None:
    """Draw each PDF into FOLDER."""
    for name, drawn in MADE.items():
        (folder / name).write_bytes(drawn())


if __name__ == "__main__":
    write_all()
