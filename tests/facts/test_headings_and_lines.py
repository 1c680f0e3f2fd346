from datetime import date

import pytest

from jobfit.facts import read_profile
from jobfit.facts.dates import Point, find_points, find_ranges
from jobfit.facts.headings import by_words, heading_of
from jobfit.facts.make import credential, level_in
from jobfit.facts.named import has_role
from jobfit.facts.phrases import is_leave, issue
from jobfit.facts.spans import month_of
from jobfit.facts.titles import split
from jobfit.facts.wrapped import joined
from jobfit.read import read

AS_OF = date(2025, 6, 1)
NOW = month_of(AS_OF)


def profile_of(text, name="cv.txt"):
    return read_profile(read(name, data=text.encode())[0], AS_OF)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("RESEARCH AND WORK EXPERIENCE", "work"),
        ("Certifications AND Training", "certificates"),
        ("Languages (self-assessed)", "languages"),
        ("Werk", "work"),
        ("Empleos", "work"),
        ("Registraties", "certificates"),
        ("T O O L S", "skills"),
        ("Formation initiale et continue", "education"),
        ("ACTIVITÉS PROFESSIONNELLES", "work"),
        ("Mes atouts :", "skills"),
        ("Habilitations et CACES", "certificates"),
        ("Responsabilités associatives", "volunteer"),
        ("Parks and gardens", ""),
    ],
)
def test_headings_of_two_kinds_in_capitals_or_with_brackets(heading, kind):
    assert heading_of(heading) == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Employment details", "work"),
        ("NURSING POSTS", "work"),
        ("Recent volunteer work", "volunteer"),
        ("Meine Ausbildung", "education"),
        ("Team work in Hull", ""),
        ("Career", ""),
    ],
)
def test_headings_by_their_telling_words(heading, kind):
    assert by_words(heading) == kind


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("6/14 - 12/17   Turner, Hull Tools", 43),
        ("1/25 - present  Turner", 5),
        ("From: 03/2019 To: 02/2020", 12),
        ("2021–      Lecturer", 47),
    ],
)
def test_dates_as_some_forms_have_them(text, months):
    found = find_ranges(text)[0]
    end = NOW if found.ongoing else found.end.index + 1
    assert end - found.start.index == months


@pytest.mark.parametrize(
    "text", ["works 24/7 and 9/12 of the year", "BS 7671:2018", "ISO 9001:2015", "scored 6/14 - 12/17 in two tests of three"]
)
def test_figures_that_are_no_dates(text):
    assert find_points(text) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("18th Edition BS 7671", ""),
        ("Lake College, Baltimore, MD", ""),
        ("Biology, MD", "doctorate"),
        ("BS Biology", "bachelor"),
        ("HSC, 2013", "school"),
    ],
)
def test_letters_that_are_no_degree(text, level):
    assert level_in(text) == level


@pytest.mark.parametrize(
    ("text", "issued", "expires", "finished"),
    [
        ("Notary Public, commission through 03/2028", None, "2028-03", True),
        ("Digital tachograph card, exp. 04/2027", None, "2027-04", True),
        ("CCRN, Jan 2022 - Jan 2028", "2022-01", "2028-01", True),
        ("Welding course, May 2022 - June 2024", "2022-05", None, True),
        ("Door licence 2013-2022, not renewed", "2013-07", "2022-07", True),
        ("CMA, part 1 of 2 passed", None, None, False),
    ],
)
def test_papers_and_how_long_they_hold(text, issued, expires, finished):
    made = credential(text, "", issue(text), text, 1, "", NOW)
    assert [made.issued, made.expires] == [each and month_of(date.fromisoformat(f"{each}-01")) for each in (issued, expires)]
    assert made.finished is finished


@pytest.mark.parametrize(
    "title",
    [
        "Career break (caring for a parent)",
        "Laid off / took care of my mother",
        "Arbeitssuche und Umzug",
        "Gap year in Peru",
        "Travelling in Chile",
        "chômage",
    ],
)
def test_times_without_work_are_no_jobs(title):
    assert is_leave(title)


def test_work_that_sounds_like_leave_stays_work():
    assert not any(is_leave(title) for title in ("Break room attendant", "Caregiver agency manager", "Travel agent", "School nurse"))


def test_a_role_in_the_plural_is_part_of_a_firm_name():
    assert [has_role(text) for text in ("Dalby Couriers", "Mill Lane Builders", "Couriers and drivers", "Courier")] == [
        False,
        False,
        True,
        True,
    ]
    assert split(["Hull Foods, Hull, order picker"]).title == "order picker"


@pytest.mark.parametrize(
    "labels",
    [
        "Position: {}|Employer: {}|Dates: {}",
        "Company: {1}|Designation: {0}|Duration: {2}",
        "Dates (from - to)   {2}|Employer   {1}|Occupation   {0}",
    ],
)
def test_jobs_whose_parts_are_labelled(labels):
    told = labels.format("Crane Operator", "Kettle Docks", "May 2019 - June 2021").replace("|", "\n")
    (job,) = profile_of(f"Ann Lee\nHull, UK\n\nWork history\n\n{told}\n- Loads ships\n").positions
    assert (job.title, job.employer, job.span.months) == ("Crane Operator", "Kettle Docks", 26)


def test_entries_of_a_list_are_no_wrapped_line():
    text = (
        "Certifications\nNotary Public, State of Ohio, with a bond, until 2028\nReal Estate Salesperson, Ohio, lapsed in 2022\n\n"
        "Experience\nClerk, Acme Ltd, 2015 - 2019\n"
        "Kept the books of three shops in two towns and wrote the yearly\nReport for the bank, with all its\nannexes.\n"
    )
    whole = [each.text for each in joined(read("cv.txt", data=text.encode())[0].lines)]
    assert whole[1:3] == text.split("\n")[1:3]
    assert whole[-1].endswith("with all its annexes.")


def test_a_job_without_dates_among_dated_ones_keeps_its_deeds():
    text = "# Ann Lee\n## Work\n### Baker, Crust Ltd\n*2015 – 2017*\n- Bread\n### Cook, Harbour Hotel\n- Soup\n"
    text += "### Waiter, Harbour Hotel\n*2012 – 2014*\n- Trays\n"
    profile = profile_of(text, "cv.md")
    owners = {said.text: profile.positions[said.position].title for said in profile.statements if len(said.text) < 6}
    assert owners == {"Bread": "Baker", "Soup": "Cook", "Trays": "Waiter"}


def test_skills_with_years_of_a_version_are_no_job():
    profile = profile_of(
        "Ann Lee\nHighlights\nWindows Server 2008-2019          Active Directory\nVMware          Office 365\n"
        "Experience\nIT Manager, Acme Ltd\n03/2016 - 05/2020\n- Ran it\n"
    )
    assert [each.title for each in profile.positions] == ["IT Manager"]


def test_the_town_beside_the_name_though_its_county_is_not_known():
    for top in ("Leeds, West Yorkshire", "Truro, Cornwall"):
        home = profile_of(f"Ann Lee\n{top}\n\nExperience\nBaker, Crust Ltd, 2015 - 2019\n").places[0]
        assert (home.text, home.now) == (top, True)
    assert profile_of("Ann Lee\nMarketing, Sales\n\nExperience\nBaker, Crust Ltd, 2015 - 2019\n").places == ()


def test_a_point_of_two_figures_keeps_its_month():
    assert [each[0] for each in find_points("9/12 - 5/14")] == [Point(2012, 9), Point(2014, 5)]


def test_a_job_told_on_its_line_stands_above_another_of_one_line():
    text = "Ada Vell\nLuton\n\nJobs\nBakery manager, Ovenia (Sept 2022 to date). Nights, with six staff.\nShop assistant, 2019 to 2022\n"
    found = profile_of(text).positions
    assert [one.span.ongoing for one in found if one.span] == [True, False]
    assert (found[0].title, found[0].employer) == ("Bakery manager", "Ovenia")


def test_a_role_employer_and_dates_that_end_as_a_sentence_head_a_job():
    lines = "Payroll Clerk, Orrin Group (retail), Perth. May 2020 to date.\nRan the monthly payroll of 400 staff.\n"
    lines += "Office Assistant, Lodder and Sons, Perth. Feb 2018 - Apr 2020 (60 %).\nPost, orders and invoices.\n"
    found = profile_of(f"Ida Moss\nPerth\n\nWork\n\n{lines}").positions
    assert [(one.title, one.employer) for one in found] == [
        ("Payroll Clerk", "Orrin Group (retail)"),
        ("Office Assistant", "Lodder and Sons"),
    ]
    assert [one.span.ongoing for one in found] == [True, False]


def test_what_is_told_under_the_names_of_employers_belongs_to_their_jobs_in_a_table():
    table = "| When | Post |\n|---|---|\n| 03/2021 - now | **Baker**, Ovenia Ltd |\n| 01/2018 - 02/2021 | **Driver**, Haulix |\n"
    told = "### Ovenia\n- Nights at the deck oven\n\n### Haulix\n- Rounds to forty shops\n"
    found = profile_of(f"# Ida Moss\nPerth\n\n## Work experience\n\n{table}\n{told}")
    jobs = {job.title: [said.text for said in found.statements if said.line in job.lines[1:]] for job in found.positions}
    assert jobs == {"Baker": ["Ovenia", "Nights at the deck oven"], "Driver": ["Haulix", "Rounds to forty shops"]}


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("Kurze Gasse 8, 26123 Oldenburg\ngeb. 02.05.1990, ledig", "Oldenburg"),
        ("7 rue des Halles 69003 Lyon", "Lyon"),
        ("C/ Larga 5, 3º B, 28013 Madrid", "Madrid"),
        ("Brouwersgracht 12, 1015 CS Amsterdam", "Amsterdam"),
        ("12345 Sunset Boulevard, Denver, CO", "Denver, CO"),
    ],
)
def test_the_town_of_an_address_is_kept_and_the_street_is_not(address, town):
    found = profile_of(f"Ada Baker\n{address}\nada@mill.example\n\nExperience\n01/2018 - present  Baker, Mill Ltd\n- Kneads dough\n")
    assert [place.text for place in found.places] == [town]
    assert not any(address[:8] in said.text or "ledig" in said.text for said in found.statements)


def test_a_line_that_opens_with_a_label_does_not_go_on_with_the_one_above():
    skills = "Ledger 9 (very good), spreadsheets (pivots and lookups), dough planner (basics)"
    found = profile_of(
        f"Ada Baker\n\nSkills\n{skills}\nEnglish: B1, German: native\n\nExperience\n2018 - 2020  Baker, Mill Ltd\n- Kneads\n"
    )
    assert skills in [said.text for said in found.statements]
