"""What layouts of their own say: rows of a table, addresses, classes of licences, titles on lines of their own."""

import textwrap
from datetime import date

import pytest

from jobfit.facts import read_profile
from jobfit.facts.named import has_role
from jobfit.read import read

AS_OF = date(2025, 6, 1)


def profile(text):
    return read_profile(read("cv.txt", data=textwrap.dedent(text).encode())[0], AS_OF)


def sources(found):
    return {said.text: said.source for said in found.statements}


def test_the_first_cells_of_rows_are_headings_where_they_open_sections_of_several_kinds():
    found = profile("""\
        Jo Farrow
        WORK
        06/2020 - now
        Bus Driver, Calder Coaches Ltd, Halifax
        - School runs and private hire
        LICENCES | B, D, clean. Driver CPC until 03/2023. First aid, 2024
        SCHOOL | Calder High: GCSE Maths B, English C (2008)
        CHECKS | Enhanced DBS, May 2022
        HORSES | Two
        """)
    assert [each.level for each in found.education] == ["school"]
    assert [(each.name, each.expires) for each in found.credentials] == [
        ("Licence B, D, clean", None),
        ("Driver CPC until 03/2023", 2023 * 12 + 2),
        ("First aid, 2024", None),
        ("Enhanced DBS, May 2022", None),
    ]
    assert sources(found)["Two"] == "other"
    assert len(found.positions) == 1


def test_rows_that_repeat_a_label_describe_jobs():
    found = profile("""\
        Jo Farrow
        Work experience
        2019 - now
        Web developer, Brightside Ltd
        Skills | PHP, Vue
        2016 - 2019
        Web developer, Hillcrest Ltd
        Skills | Perl
        Education | in-house course
        """)
    assert [each.employer for each in found.positions] == ["Brightside Ltd", "Hillcrest Ltd"]


def test_programming_languages_are_skills():
    said = sources(profile("Jo Farrow\nLanguages\nPython (daily)\nSQL, Rust\n\nExperience\n2020 - now Developer, Acme Ltd\n"))
    assert said["SQL, Rust"] == "skill"


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("22 Cherry Grove, Leeds LS8 2QX", "Leeds"),
        ("1400 Oak Ave, Columbus, OH 43201", "Columbus, OH"),
        ("8 rue des Lilas, 69003 Lyon", "Lyon"),
        ("Lindenstr. 4, 34121 Kassel", "Kassel"),
        ("Hauptstr. 4, 34121 Kassel", "Kassel"),
    ],
)
def test_the_town_behind_a_street_is_home_and_the_street_is_not_said(address, home):
    found = profile(f"Jo Farrow\n{address}\n\nExperience\n2020 - now Cook, Mill Cafe Ltd\n- Breakfasts\n")
    assert [(place.text, place.now) for place in found.places] == [(home, True)]
    assert not any(address.split(",")[0] in said.text for said in found.statements)


def test_a_title_over_the_employer_counts_though_the_first_job_has_all_on_one_line():
    found = profile("""\
        Jo Farrow
        Employment
        Community nurse, Aire Health Trust    Mar 2021 - to date
        - Wound care and diabetes reviews in people's homes, up to eleven visits a day in the valley and two at weekends
        - Practice assessor
        Staff nurse, Ward 7
        Wharfe General Hospital    Oct 2017 - Feb 2021
        - 28 beds, mostly older patients recovering from falls
        """)
    assert [each.title for each in found.positions] == ["Community nurse", "Staff nurse, Ward 7"]


def test_an_up_to_that_is_no_date_ends_no_licence():
    found = profile("Jo Farrow\nScheine\nSchaltberechtigung bis 30 kV (2022)\nADR-Schein, gültig bis 04/2024\n")
    assert [each.expires for each in found.credentials] == [None, 2024 * 12 + 3]


@pytest.mark.parametrize(
    "title", ["Betriebselektriker", "Steuerfachangestellte", "Cariste", "Aide-soignante", "Cajera", "Metselaar", "Usher"]
)
def test_roles_are_known_in_several_languages(title):
    assert has_role(title)


@pytest.mark.parametrize("text", ["Ingeniería mecánica", "Referees on request", "Secretaría de Salud"])
def test_words_near_a_role_are_none(text):
    assert not has_role(text)


def test_the_name_may_follow_the_column_at_the_side():
    found = profile("""\
        Contact
        Halifax, Nova Scotia, Canada
        ada.lindqvist@mail.example

        Certifications
        CompTIA A+
        ITIL 4 Foundation (in progress)

        Ada Lindqvist
        Service desk analyst at Fundy Mutual
        Halifax, Nova Scotia, Canada

        Summary
        I like a quiet phone, tidy tickets, and colleagues who come back because it worked the first time they asked for help.

        Experience
        2020 - now Service desk analyst, Fundy Mutual, Halifax
        """)
    assert (found.name, found.headline) == ("Ada Lindqvist", "Service desk analyst at Fundy Mutual")
    assert [each.name for each in found.credentials] == ["CompTIA A+", "ITIL 4 Foundation (in progress)"]


@pytest.mark.parametrize(
    ("line", "papers"),
    [
        ("Paediatric First Aid (March 2023), Food hygiene (2024), Enhanced DBS", 3),
        ("Certificate in Coaching, Mentoring and Leadership", 1),
        ("BLS Provider, through 03/2027", 1),
    ],
)
def test_papers_in_one_line_are_told_apart_where_each_is_one(line, papers):
    found = profile(f"Jo Farrow\nCertificates\n{line}\n\nExperience\n2020 - now Cook, Mill Cafe Ltd\n")
    assert len(found.credentials) == papers
    assert all(each.finished for each in found.credentials)


def test_terms_of_employment_in_brackets_are_no_place():
    found = profile("Jo Farrow\nExperience\n2018 - 2021\nVerkäuferin (Teilzeit)\nBäckerei Sturm, Moosburg\n- Frühschicht\n")
    assert [(each.title, each.place) for each in found.positions] == [("Verkäuferin (Teilzeit)", "")]


def test_a_postal_code_tells_a_town_that_no_table_knows():
    found = profile("Jo Farrow\nAm Mühlbach 3\n84999 Oberkirchdorf\n\nExperience\n2020 - now Cook, Mill Cafe Ltd\n")
    assert [(place.text, place.now) for place in found.places] == [("Oberkirchdorf", True)]
    assert not any("Mühlbach" in said.text for said in found.statements)


def test_a_course_that_goes_on_at_another_school_was_not_finished_at_the_first():
    found = profile("""\
        Jo Farrow
        Education
        Lakeside Institute of Technology
        B.A. in Art History    Oct 2023 - May 2026
        Northgate State University
        B.A. in Art History    Oct 2021 - Jul 2023
        High School Diploma, Bellmoor High School, 2021
        """)
    assert [(each.level, each.finished) for each in found.education] == [("bachelor", False), ("bachelor", False), ("school", True)]


def test_a_line_below_a_course_may_say_that_it_is_under_way():
    found = profile("Jo Farrow\nEducation\nBachelor of Science in Nursing, Hull University, 2026\nCurrently enrolled\n")
    assert [each.finished for each in found.education] == [False]


def test_what_each_job_is_headed_by_opens_no_section():
    found = profile("""\
        JO FARROW

        WORK HISTORY
        Diesel Fitter    Jan 2022 - Current
        Carmody Contract Mining, Mackay QLD
        Duties:
        * Service of haul trucks
        Achievements:
        * Cut downtime on the water carts by a fifth

        Field Service Technician    Feb 2017 - Dec 2021
        Downs Ag Machinery, Dalby QLD
        * Rebuilt headers in the paddock

        EDUCATION
        Year 12, Dalby State High School, 2012
        """)
    assert [each.title for each in found.positions] == ["Diesel Fitter", "Field Service Technician"]


def test_labels_of_several_languages():
    found = profile("""\
        CURRÍCULUM VITAE

        DATOS PERSONALES
        Nombre: Ana Molina Cano
        Población: Getafe (Madrid)

        EXPERIENCIA
        Empresa: Supermercados Arco
        Puesto: Reponedora
        Fecha: de 03/2016 a actualidad

        ESTUDIOS
        Graduado en ESO. IES Alarnes, Getafe. 2012

        IDIOMAS
        Español (materno)
        """)
    assert found.name == "Ana Molina Cano"
    assert [(place.text, place.country, place.now) for place in found.places] == [("Getafe (Madrid)", "ES", True)]
    assert [each.level for each in found.education] == ["school"]
    assert [each.level for each in found.languages] == ["native"]
    assert [(each.title, each.employer) for each in found.positions] == [("Reponedora", "Supermercados Arco")]


def test_languages_known_among_personal_details():
    found = profile("Jo Farrow\n\nWork\n2019 - now Clerk, Acme Ltd\n\nPersonal details\nLanguages known: English, Tamil\n")
    assert [each.code for each in found.languages] == ["en", "ta"]


def test_an_employer_stands_over_the_labelled_lines_of_a_job():
    found = profile("""\
        Ana Lima

        EXPERIÊNCIA PROFISSIONAL

        Metalúrgica Serra Alta Ltda.
        Cargo: Eletricista de Manutenção
        Período: março/2015 até o momento
        • Pontes rolantes

        Elétrica São Bento
        Cargo: Auxiliar de eletricista
        Período: 02/2010 a 01/2015
        • Instalações prediais

        CURSOS COMPLEMENTARES
        NR-10 (reciclagem 2024)
        """)
    assert [each.employer for each in found.positions] == ["Metalúrgica Serra Alta Ltda.", "Elétrica São Bento"]
    assert [each.name for each in found.credentials] == ["NR-10 (reciclagem 2024)"]


def test_a_grade_is_no_employer_and_a_deed_with_dates_no_job():
    found = profile("""\
        Jo Farrow

        WORK EXPERIENCE

        SUPPLY TECHNICIAN, GS-2005-07                     03/2015 - 06/2019
        Department of Veterans Affairs, Durham, NC
        Hours per week: 40
        Ordered and received medical supplies for nine clinics and ran two wall-to-wall inventories a year without losses.

        SUPPLY SERGEANT, SGT/E-5                          08/2008 - 12/2014
        United States Army, Fort Bragg, NC
        Supervised 4 soldiers. Deployed 2010-2011.
        """)
    assert [each.title for each in found.positions] == ["SUPPLY TECHNICIAN, GS-2005-07", "SUPPLY SERGEANT, SGT/E-5"]
    assert [each.employer for each in found.positions] == ["Department of Veterans Affairs", "United States Army"]


def test_a_row_of_a_table_of_skills_may_name_a_language_and_its_level():
    found = profile("Jo Farrow\n\nExperience\n2020 - now Tester, Acme Ltd\n\nSkills\nJira | very good\nGerman | C1 (Goethe, 2018)\n")
    assert [(each.code, each.level) for each in found.languages] == [("de", "C1")]


def test_a_page_of_a_network_that_was_copied():
    found = profile("""\
        Hannah Oduya
        Operations Manager at Greenline Couriers
        Bristol, England, United Kingdom · Contact info

        Experience
        Experience

        Greenline Couriers logo
        Operations Manager
        Greenline Couriers · Full-time
        Mar 2021 - Present · 4 yrs 3 mos
        Bristol, England, United Kingdom · On-site
        Run a depot of 45 drivers and 6 planners, and halved the number of failed deliveries within a year.

        Education
        Education

        University of the West of England logo
        University of the West of England
        BA (Hons), Business Management
        2014 - 2017
        Grade: 2:1

        Licenses & certifications
        IOSH Managing Safely
        Credential ID 12345
        """)
    assert [(each.title, each.employer) for each in found.positions] == [("Operations Manager", "Greenline Couriers")]
    assert [(each.title, each.institution) for each in found.education] == [("BA (Hons)", "University of the West of England")]
    assert [each.name for each in found.credentials] == ["IOSH Managing Safely"]


def test_terms_of_employment_between_dashes_are_no_employer():
    found = profile("""\
        Kevin LE GOFF
        Brest (29)

        EXPÉRIENCES
        Depuis 2021 : Technicien frigoriste – CDI – Armor Froid, Guipavas
           Dépannage de vitrines réfrigérées
        2018-2021 : Monteur frigoriste – CDI – Iroise Climatisation, Brest

        FORMATIONS
        2023 : CACES R486 (nacelle)
        """)
    assert [each.employer for each in found.positions] == ["Armor Froid, Guipavas", "Iroise Climatisation"]
    assert found.places[0].text == "Brest (29)"
    assert [each.name for each in found.credentials] == ["2023 : CACES R486 (nacelle)"]


def test_the_years_of_a_course_are_not_those_a_paper_holds():
    found = profile("""\
        Jo Farrow
        Berufserfahrung
        seit 2017 Beraterin, Jugendhaus e. V., Leipzig

        Fortbildungen
        Systemische Beraterin (SG), 2019 – 2021
        """)
    assert [(each.name, each.expires) for each in found.credentials] == [("Systemische Beraterin (SG), 2019 – 2021", None)]


def test_references_on_request_tell_nothing():
    found = profile("Jo Farrow\nWork\n2019 - now Clerk, Acme Ltd\nCertifications\nOSHA 10\nREFERENCES UPON REQUEST\n")
    assert [each.name for each in found.credentials] == ["OSHA 10"]


@pytest.mark.parametrize(
    ("line", "levels"),
    [
        ("Français : courant    Comorien : langue maternelle    Anglais : notions", {"fr": "C1", "en": "A2"}),
        ("Anglais : B2 Italien : langue maternelle Français : bilingue", {"en": "B2", "it": "native", "fr": "native"}),
        ("Fluent English, German: B1", {"en": "C1", "de": "B1"}),
    ],
)
def test_each_language_has_the_level_behind_its_own_colon(line, levels):
    found = profile(f"Jo Farrow\nWork\n2019 - now Clerk, Acme Ltd\n\nLanguages\n{line}\n")
    assert {each.code: each.level for each in found.languages} == levels


def test_an_issuer_between_a_paper_and_its_date_belongs_to_it():
    found = profile("""\
        Jo Farrow
        Experience
        2019 - now Clerk, Acme Ltd

        Licenses & certifications

        Emergency First Aid at Work
        St John Ambulance
        Issued Apr 2023 · Expires Apr 2026

        Personal Licence Holder
        East Devon District Council
        Issued Jan 2022
        """)
    assert [(each.name.split(",")[0], each.expires) for each in found.credentials] == [
        ("Emergency First Aid at Work", 2026 * 12 + 3),
        ("Personal Licence Holder", None),
    ]


def test_papers_beside_a_course_in_one_line_are_read():
    found = profile("""\
        Jo Farrow
        Work
        2019 - now Carer, Exe Homecare Ltd
        Training
        NVQ Level 3 Health and Social Care, 2020; Level 5 Leadership in Adult Care, started February 2025; Moving and handling 2024
        """)
    assert [(each.level, each.finished, each.span.end) for each in found.education] == [("vocational", True, 2020 * 12 + 9)]
    assert [(each.name[:7], each.finished) for each in found.credentials] == [("Level 5", False), ("Moving ", True)]


def test_a_course_among_the_jobs_is_a_course_by_its_opening_words():
    found = profile("""\
        Jette Blomquist
        Berufstätigkeit
        04/2018 – heute       Tischlerin, Holzwerkstatt Ebbing, Celle
                              • Einbau von Küchen
        08/2014 – 07/2017     Ausbildung zur Tischlerin, Holzwerkstatt Ebbing, Celle
        Fort- und Weiterbildungen
        Meisterkurs, laufender Lehrgang seit 2024
        Sonstige Kenntnisse
        Zuschnittplanung am PC
        """)
    assert [each.title for each in found.positions] == ["Tischlerin"]
    assert (found.education[0].level, found.education[0].finished) == ("vocational", True)
    assert sources(found)["Zuschnittplanung am PC"] == "skill"


@pytest.mark.parametrize(
    ("line", "level", "finished"),
    [
        ("2021 - 2023   MBO niveau 2 Keukenassistent, ROC Twente, Hengelo", "school", True),
        ("2023 - heden   MBO niveau 4 Kok, ROC Twente, Hengelo, diploma verwacht zomer 2026", "vocational", False),
        ("2015 - 2018   HBO Voeding en Diëtetiek, Hogeschool van Arnhem, zonder diploma", "bachelor", False),
    ],
)
def test_dutch_schools_have_levels(line: str, level: str, finished: bool):
    (found,) = profile(f"Sanne Kuipers\nWerkervaring\n2020 - heden   Kok, De Molen, Hengelo\nVooropleiding\n{line}\n").education
    assert (found.level, found.finished) == (level, finished)


def test_rows_whose_first_cell_is_no_date_stay_rows():
    found = profile("""\
        Ulf Brandis
        Fortbildungen
        2018                Ersthelfer im Betrieb (16 UE)
        jedes Jahr          Unterweisung Brandschutz
        """)
    assert [said.text for said in found.statements] == ["2018    Ersthelfer im Betrieb (16 UE)", "jedes Jahr    Unterweisung Brandschutz"]


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("Anfang 2019 bis Ende 2021", (2019, 1), (2021, 12)),
        ("eind 2018 - medio 2020", (2018, 10), (2020, 7)),
        ("Mitte 2016 – März 2018", (2016, 5), (2018, 3)),
        ("fin 2017 - début 2020", (2017, 10), (2020, 3)),
        ("finales de 2015 - principios de 2018", (2015, 10), (2018, 3)),
        ("late 2017 to early 2020", (2017, 10), (2020, 3)),
    ],
)
def test_a_part_of_a_year_is_some_of_its_months(written: str, start: tuple[int, int], end: tuple[int, int]):
    (position,) = profile(f"Ulf Brandis\nWork experience\nGardener, Town of Ems ({written})\n- Mowed\n").positions
    assert position.span is not None
    assert (position.span.start, position.span.end) == (start[0] * 12 + start[1] - 1, end[0] * 12 + end[1])
