"""Themes of work: asked for in one wording, shown in another, over all lines and line by line."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.match import cues, phrasebook, themes
from jobfit.match.near import Near
from jobfit.match.view import View, view
from jobfit.types import Need, NeedMatch, Position, Profile, Span, Statement
from jobfit.vocabulary.fold import fold

ASKED = "You have managed people before"
SHORT = 3  # an opening of fewer letters would stand for too many words


def seen(*lines: str, source: str = "work", positions: tuple[Position, ...] = (), negated: bool = False) -> View:
    place = 0 if positions else None
    said = tuple(Statement(line, n, f"x[{n}]", source, negated=negated, position=place) for n, line in enumerate(lines, 5))
    return view(Profile("p", statements=said, positions=positions))


def figures(text: str, months: int, profile: View) -> dict[str, float]:
    wanted = dict.fromkeys([*profile.texts, text], np.zeros(2, np.float32))
    return themes.figures(text, months, profile, Near(wanted, profile.units))


def test_a_deed_in_other_words_shows_the_theme_that_is_asked_for() -> None:
    deed = seen("Led a team of six nursing assistants", "Ordered bandages")
    none = seen("Ordered bandages")
    assert figures(ASKED, 0, deed)["theme most"] > 0.5
    assert figures(ASKED, 0, none)["theme most"] == 0.0


def test_a_line_below_publications_is_one_whatever_it_says() -> None:
    wanted = "Publications in the field are welcome"
    title = "Tides in narrow harbours, with B. Moe, 2019"
    assert figures(wanted, 0, seen(title, source="publication"))["theme most"] > 0.5
    assert figures(wanted, 0, seen(title, source="work"))["theme most"] == 0.0


def test_nothing_asked_for_is_told_from_nothing_shown() -> None:
    assert figures("Sunny disposition", 0, seen("Led a team of six")) == {"themes": 0.0}


def test_the_line_that_shows_it_stands_out() -> None:
    columns = themes.lines(ASKED, seen("Ordered bandages", "Led a team of six nursing assistants"))
    assert columns["theme"].tolist() == [0.0, 1.0]
    assert list(columns) == list(themes.LINE_NAMES)


@pytest.mark.parametrize(("source", "strength"), [("work", 1.0), ("summary", 0.7), ("skill", 0.5)])
def test_what_is_done_weighs_more_than_what_is_told_or_listed(source: str, strength: float) -> None:
    assert themes.lines(ASKED, seen("Led a team of six", source=source))["theme"].tolist() == [strength]


def test_a_denied_line_shows_nothing() -> None:
    assert themes.lines(ASKED, seen("Led a team of six", negated=True))["theme"].tolist() == []


def test_months_are_those_of_the_positions_with_such_a_deed() -> None:
    position = Position("Ward sister", span=Span(24240, 24276), line=5, lines=(5,))
    found = figures(ASKED, 72, seen("Led a team of six", positions=(position,)))
    assert found["theme months most"] == pytest.approx(0.5)


def test_every_theme_can_be_asked_for_and_shown() -> None:
    roles = {theme: {role for family, role, _ in phrasebook.rows("themes") if family == theme} for theme in cues.families("themes")}
    assert {theme: held for theme, held in roles.items() if not {"asks", "shows"} <= held} == {}


def shows(asked: str, deed: str) -> bool:
    return bool(themes.lines(asked, seen(deed))["theme"][0] == 1.0)


@pytest.mark.parametrize(
    ("asked", "deed"),
    [
        ("Experience mentoring junior colleagues", "Supervised two interns and an apprentice every year"),
        ("B2B sales experience", "Field sales to dentists and other business customers"),
        ("Strong record in recommender systems", "Built the ranker behind the product recommendations"),
        ("You know how to run A/B tests", "Randomised 40 shops into two groups"),
        ("Month end close", "Posted accruals and reconciled the bank by working day three"),
        ("Care of people with dementia", "Looked after 24 residents of a nursing home"),
        ("Erfahrung in der Instandhaltung von Maschinen, Reparatur", "Wartung und Reparatur von acht Pressen"),
        ("Atención al cliente", "Atendía a los huéspedes: atención al público en recepción"),
        ("Expérience en relations presse", "Rédaction des communiqués et suivi des journalistes"),
        ("Ervaring met orderpicken", "Orderpicker in het magazijn van een drogist"),
        ("Atendimento ao cliente", "Atendimento de 60 clientes por dia"),
        ("Cash management and treasury", "Kept the covenants of two credit lines and the hedging of dollars"),
        ("Court filings and discovery", "Prepared subpoenas and trial binders for three attorneys"),
        ("Compensation and benefits experience", "Ran the salary survey and drew the pay bands"),
        ("Territory management", "Called on 60 dental practices across four counties"),
        ("Industrial engineering", "Cut cycle times by line balancing and new fixtures"),
        ("Wastewater treatment", "Sized two lift stations and the storm drains of a district"),
        ("ITIL service management", "Chaired the change advisory board and kept the CMDB"),
        ("Human subjects research", "Wrote the IRB protocol and recruited participants"),
        ("Contrôle interne", "Séparation des tâches et seuils d'approbation : contrôle interne de deux filiales"),
        ("Strategischer Einkauf", "Rahmenverträge für acht Warengruppen ausgeschrieben"),
        ("Critical care experience", "Titrated drips for ventilated patients on a surgical unit"),
        ("Person-centred care planning", "Wrote support plans with each of 14 tenants"),
        ("Classroom management", "Made a seating plan and a reward system for a class of 31 pupils"),
        ("High-volume kitchen", "Sent 180 covers a night from the grill"),
        ("Clean driving record", "Fourteen years on the road without an accident"),
        ("Work from drawings: read technical drawings", "Built cabinets from shop drawings"),
        ("Forestry and woodland work", "Felled and cleared storm timber with a chainsaw"),
        ("Extracurricular activities", "Class representative and treasurer of the chess society"),
        ("Reliable and punctual", "Never late in three years of early shifts"),
        ("Arbeiten in der Höhe, schwindelfrei", "Gerüstbauer an Fassaden und Türmen"),
        ("Expérience en soins palliatifs", "Accompagnement en fin de vie dans un service de douze lits"),
        ("Buena presencia", "Recepcionista en un hotel de cinco estrellas"),
        ("Ervaring in de kraamzorg", "Begeleidde tachtig bevallingen per jaar"),
        ("Experience with full text search engines", "Built analyzers and synonym rules for a library's catalogue in Solr"),
        ("Distributed tracing", "Instrumented twelve services with OpenTelemetry"),
        ("Storage administration", "Grew the NetApp filers and kept the zones of the fabric"),
        ("Network design with BGP", "Announced two prefixes over both uplinks through route reflectors"),
        ("Secure boot and key storage", "Signed boot images and kept the keys in a secure element"),
        ("FMEA and hazard analysis", "Moderated DFMEA rounds with the brake team"),
        ("Multiplayer netcode", "Wrote client prediction and lag compensation for a racing title"),
        ("Cleanroom microfabrication", "Plasma etch and sputtering on small wafers"),
        ("Effort estimation", "Held planning poker before each quarter"),
        ("Thermal design", "Chose heat sinks and modelled the airflow of a charger"),
        ("Experience in conveyancing, wills and probate", "Drafted wills and administered estates in a market town"),
        ("Wound care experience", "Dressed leg ulcers and fitted compression"),
        ("Neonatal intensive care", "Looked after ventilated preterms"),
        ("Geospatial software", "Built tile servers and route search over road data"),
        ("Medical device sales", "Stood in theatre for the case coverage of 14 surgeons"),
        ("Curation of exhibitions: has curated an exhibition", "Wrote the object labels and wall texts of a show"),
        ("Lead a field sales force", "Managed eight reps in the south-west"),
        ("Registered manager of a care home", "Ran a 45-bed residential home"),
        ("Erfahrung in der Kommunalpolitik", "Mitglied des Stadtrats"),
        ("Expérience en dosimétrie, radiothérapie", "Contrôle qualité de deux linacs"),
        ("Gestión hotelera", "Subdirector de hotel en la costa"),
        ("Hidrogeología y aguas subterráneas", "Instaló piezómetros y modelos en MODFLOW"),
        ("Direito tributário", "Execuções fiscais e recursos tributários"),
        ("Ervaring in de wijkverpleging, thuiszorg", "Home visits with insulin and dressings"),
        ("Tenue de la comptabilité jusqu'au bilan", "Arrêtés trimestriels et lettrage pour deux filiales"),
        ("Stock control", "Inventaires tournants du magasin de pièces"),
        ("Experience with pallets in a warehouse", "Gerbage et filmage des palettes sur le quai"),
        ("Maintenance of production machines", "Dépannage des presses et graissage des convoyeurs"),
        ("Care of older people", "Aide aux repas pour neuf résidents d'un EHPAD"),
        ("Encadrement d'apprentis", "Maître d'apprentissage de deux jeunes en CAP"),
    ],
)
def test_a_theme_is_shown_in_the_words_of_its_trade_and_tongue(asked: str, deed: str) -> None:
    assert shows(asked, deed)


@pytest.mark.parametrize(
    ("asked", "theme"),
    [
        ("Builds on our data warehouse", "warehouse work"),
        ("Meetings over Zoom", "care of animals"),
        ("Good command of data structures", "civil and structural engineering"),
        ("Visa sponsorship is not offered", "fundraising"),
        ("A data driven mind", "driving goods"),
        ("Uses third-party libraries", "libraries and cataloguing"),
        ("It is important to us", "shipping and freight"),
        ("Logistic regression and trees", "shipping and freight"),
        ("Quality assurance of software", "insurance and claims"),
        ("Une première expérience réussie", "video and audio"),
        ("Un environnement international", "environment and sustainability"),
        ("Formation en informatique", "running training courses"),
        ("Entrepôt de données", "warehouse work"),
        ("Limpieza de datos", "housekeeping and cleaning"),
        ("Pflege der Datenbank", "nursing"),
        ("Turning data into decisions", "machining"),
        ("A multi-tenant platform", "property management"),
        ("Event sourcing and CQRS", "procurement and purchasing"),
        ("Billions of events a day", "event planning"),
        ("Resolves merge conflicts", "complaints and conflict"),
        ("Reads boilerplate quickly", "plumbing and heating"),
        ("Courteous and calm", "litigation and courts"),
        ("A degree-granting college", "grants and funding"),
        ("Paving the way for new products", "concrete, paving and groundworks"),
        ("A good elevator pitch", "lifts and escalators"),
        ("Greenhouse gas accounting", "greenhouses and nurseries"),
        ("Kubernetes with Rancher", "farming"),
        ("RabbitMQ or Kafka", "ministry and congregation"),
        ("Multi-tenancy in the cloud", "rents and tenants"),
        ("Forging lasting partnerships", "foundries and steel works"),
        ("After a probation of six months", "prisons and probation"),
        ("A three-phase approach", "conduit, panels and electrical codes"),
        ("Medical, dental and vision benefits", "dentistry"),
        ("Monotonic clocks", "steady and repetitive work"),
        ("CE marking", "marking and exam preparation"),
        ("Workflow orchestration", "playing and teaching music"),
        ("Single-page apps (SPA)", "spa and wellness"),
        ("Works with little supervision", "leading people"),
        ("Self-supervised learning", "leading people"),
        ("Gatekeeper policies on clusters", "assisting executives"),
        ("Swing shift", "desktop applications"),
        ("A degree at third level", "it support"),
        ("Picking with an RF scanner", "radio and mobile networks"),
        ("Nuclear medicine", "nuclear engineering and radiation"),
        ("Spice blends for sauces", "electronics design"),
        ("Browser tests with Playwright", "writing fiction and scripts"),
        ("Coding assistants such as Copilot", "flying aircraft"),
        ("Over-the-air (OTA) updates of firmware", "operating theatre"),
        ("Installs heat pumps", "rotating machinery, pumps and compressors"),
        ("Kafka or another streaming platform", "video streaming software"),
        ("Storage by Dell EMC", "emc and product compliance tests"),
        ("Stem cell culture and differentiation", "pupils of different abilities"),
        ("ADR driver training certificate", "mediation of disputes"),
        ("A visa as a highly skilled migrant", "refugees and asylum"),
        ("Electrical conduit (EMT)", "ambulance and pre-hospital care"),
        ("Commissioning services for adults", "commissioning"),
        ("CFA charter", "trade and workshop teaching"),
        ("Out in all weather", "weather climate and ocean science"),
        ("Maintenance curative et préventive", "museum collections"),
        ("Facturation électronique", "electronics design"),
        ("Courtoisie au téléphone", "litigation and courts"),
    ],
)
def test_a_word_of_another_trade_asks_for_no_theme(asked: str, theme: str) -> None:
    assert theme not in themes.asked(asked)


def test_what_the_inventory_clerk_did_is_no_invention() -> None:
    assert not shows("Patents are a plus", "Counted the inventory of the depot")


def test_phrases_are_folded_said_once_and_long_enough_to_be_found() -> None:
    for theme, role, cell in phrasebook.rows("themes"):
        phrases = cell.split("|")
        assert len(set(phrases)) == len(phrases), (theme, role)
        for phrase in phrases:
            words = phrase.split()
            assert phrase == fold(phrase), (theme, phrase)
            assert all(cues._WORD.fullmatch(word.rstrip("*")) for word in (words[0].lstrip("*"), *words[1:]) if word != "~"), (
                theme,
                phrase,
            )
            assert "~" not in (words[0], words[-1]), (theme, phrase)
            assert not words[0].endswith("*") or len(words[0]) > SHORT, (theme, phrase)


def test_a_subject_that_no_line_names_has_half_credit_by_a_deed_of_its_theme() -> None:
    profile = seen("Fed the ward cat", "Managed a budget of 90 k€", "Ordered bandages")
    subject = NeedMatch(Need("skill", "Budget management", ("Budget management",), ("budgeting",)), 0.0)
    found = themes.of_need(subject, profile)
    assert (found.credit, [e.line for e in found.evidence]) == (0.5, [6])
    assert found.signals["need theme"] > 0.5
    tool = NeedMatch(Need("skill", "Budget management in Excel", ("Excel",), ("excel",)), 0.0)
    assert themes.of_need(tool, profile).credit == 0.0
