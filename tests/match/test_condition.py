"""Conditions against small profiles: rights, places, time zones, and the patterns of work."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.match import condition
from jobfit.match.near import Near
from jobfit.match.view import view
from jobfit.types import Need, NeedMatch, Place, Position, Profile, Span, Statement

NOW = 2025 * 12 + 5
LONG = Span(NOW - 60, NOW, ongoing=True)
ENDED = Span(NOW - 90, NOW - 40)


def ask(sort: str, text: str, *lines: str, home: str = "", country: str = "", jobs: tuple[Position, ...] = ()) -> NeedMatch:
    """Judge one condition against a profile whose work says ``lines``, of someone who lives in ``home``."""
    said = [Statement(line, number, "work[0].highlights[0]", "work", position=0 if jobs else None) for number, line in enumerate(lines, 30)]
    said += [Statement(job.title, job.line, "work[0].position", "work", position=i) for i, job in enumerate(jobs)]
    places = (Place(home, country, 3, now=True),) if home else ()
    if home:
        said.append(Statement(home, 3, "basics.location.city", "place"))
    profile = Profile("p", positions=jobs, places=places, statements=tuple(said), as_of=NOW)
    return look(sort, text, profile)


def look(sort: str, text: str, profile: Profile) -> NeedMatch:
    seen = view(profile)
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    return condition.look(Need("condition", text, (text,), level=sort), seen, near)


def told(sort: str, text: str, *said: Statement) -> NeedMatch:
    """Judge one condition against a profile of these lines alone."""
    return look(sort, text, Profile("p", statements=said, as_of=NOW))


def job(place: str = "", span: Span = LONG, title: str = "Planner") -> Position:
    return Position(title, "Acme", place, span, line=20)


@pytest.mark.parametrize(
    ("text", "line", "credit"),
    [
        ("Right to work in the UK", "British citizen", 1.0),
        ("Right to work in the UK", "Settled status, full work rights", 1.0),
        ("Right to work in the UK", "Irish passport holder", 1.0),
        ("You must be allowed to work in Germany", "Dutch national", 1.0),
        ("You must be allowed to work in the EU", "Nationality: Portuguese", 1.0),
        ("You must be entitled to work in the Netherlands", "Holds a German settlement permit", 0.0),
        ("Authorized to work in the United States", "Green card holder since 2019", 1.0),
        ("Authorized to work in the United States", "Canadian citizen", 0.0),
        ("Authorized to work in the United States", "On an H-1B, employer transfer needed", 0.5),
        ("US citizenship is required", "Green card holder since 2019", 0.0),
        ("US citizenship is required", "U.S. citizen", 1.0),
        ("Right to work in Ireland", "Trained three new colleagues", 0.0),
    ],
)
def test_stated_rights_cover_the_countries_they_cover(text: str, line: str, credit: float) -> None:
    assert ask("rights", text, line).credit == credit


def said_of_rights(text: str, line: str, source: str = "right") -> NeedMatch:
    return told("rights", text, Statement(line, 7, "nationality", source))


def test_another_nationality_contradicts_a_citizenship_asked_for_and_nothing_else() -> None:
    found = said_of_rights("You must be a Canadian citizen", "Nationality: Portuguese")
    assert (found.contradicted, found.evidence[0].line) == (True, 7)
    assert not said_of_rights("You must be a Canadian citizen", "Nationality: Canadian and Portuguese").contradicted
    assert not said_of_rights("Right to work in Canada", "Nationality: Portuguese").contradicted
    assert not said_of_rights("You must be a Canadian citizen", "Ran citizenship classes for Portuguese families", "work").contradicted


def test_a_need_for_sponsorship_contradicts_and_its_denial_does_not() -> None:
    needed = ask("rights", "Right to work in the UK", "Would need visa sponsorship")
    assert needed.contradicted
    assert needed.credit == 0
    assert ask("rights", "Right to work in the UK", "No sponsorship needed, UK work permit").credit == 1


@pytest.mark.parametrize(
    ("text", "span", "credit"),
    [
        ("Right to work in Canada", LONG, 1.0),
        ("Right to work in Canada", ENDED, 0.5),
        ("Right to work in Norway", LONG, 0.0),
        ("Canadian citizenship", LONG, 0.0),
    ],
)
def test_years_of_present_work_imply_the_right_but_not_citizenship(text: str, span: Span, credit: float) -> None:
    assert ask("rights", text, jobs=(job("Toronto, Canada", span),)).credit == credit


def test_a_right_for_no_named_country_is_not_judged() -> None:
    assert ask("rights", "We cannot sponsor visas for this role", jobs=(job("Toronto, Canada"),)).credit is None


@pytest.mark.parametrize(
    ("text", "home", "country", "credit"),
    [
        ("Based in Leipzig", "Leipzig", "DE", 1.0),
        ("Based in Leipzig", "Hamburg", "DE", 0.0),
        ("Three days a week in our San Antonio, Texas office", "Austin, TX", "US", 0.0),
        ("Anywhere in Germany", "Hamburg", "DE", 1.0),
        ("Leipzig or remote within Germany", "Hamburg", "DE", 1.0),
        ("Leipzig oder remote innerhalb Deutschlands", "Lyon", "FR", 0.0),
        ("You live in the Netherlands, Belgium or Germany", "Antwerp", "BE", 1.0),
        ("Office in Utrecht, two days a week", "Delft", "NL", 1.0),
        ("Open to people who live in North America or in Europe", "Portland, OR", "US", 1.0),
        ("Candidates based in Latin America", "Portland, OR", "US", 0.0),
        ("Must reside in one of: TX, CO, GA, NC", "Raleigh, NC", "US", 1.0),
        ("You live in Ohio, Oregon, Utah or Iowa", "Portland, OR", "US", 1.0),
        ("You live in OH, UT, OR or IA", "Des Moines, IA", "US", 1.0),
        ("You live in OH, UT, OR or IA", "Austin, TX", "US", 0.0),
    ],
)
def test_places_by_city_surroundings_and_country(text: str, home: str, country: str, credit: float) -> None:
    found = ask("place", text, home=home, country=country)
    assert found.credit == credit
    assert found.contradicted == (credit == 0)
    assert [e.text for e in found.evidence] == [home]


@pytest.mark.parametrize(
    "text",
    [
        "Join us in Malmö for three days each quarter",
        "The first two weeks are in Malmö, with your travel paid",
        "Zweimal im Jahr bist du in Malmö dabei",
        "You live near Malmö or are prepared to move",
        "Full Swedish driving licence, or another way to reach Sweden's sites once a year",
    ],
)
def test_who_lives_elsewhere_is_not_ruled_out_by_a_visit_or_a_move(text: str) -> None:
    assert not ask("place", text, home="Porto", country="PT").contradicted


def test_a_visit_is_a_matter_of_travel() -> None:
    assert ask("place", "Join us in Malmö for three days each quarter", home="Porto", country="PT").need.level == "travel"
    assert ask("place", "Join us in Malmö for three days each quarter", home="Malmö", country="SE").credit == 1


@pytest.mark.parametrize("text", ["Two days a week in our Malmö office", "Based in Malmö; the team meets in Rome once a year"])
def test_lasting_presence_still_asks_for_being_near(text: str) -> None:
    assert ask("place", text, home="Porto", country="PT").contradicted


def test_moving_is_half_of_being_there_unless_the_text_offers_it() -> None:
    ready = "Open to relocation anywhere in Europe"
    assert ask("place", "Based in Lyon, France", ready, home="Oslo", country="NO").credit == 0.5
    assert ask("place", "Based in Lyon, France, or willing to relocate", ready, home="Oslo", country="NO").credit == 1
    assert ask("place", "Based in Lyon, France", "Not open to relocation", home="Oslo", country="NO").credit == 0


@pytest.mark.parametrize(
    ("text", "home", "country", "credit"),
    [
        ("Anywhere between UTC-1 and UTC+3", "Heidelberg", "DE", 1.0),
        ("Anywhere between UTC-1 and UTC+3", "Toronto", "CA", 0.0),
        ("Within CET ±1h", "Lisbon", "PT", 1.0),
        ("At least four hours of overlap with Pacific Time", "Montreal", "CA", 1.0),
        ("At least four hours of overlap with Pacific Time", "Lisbon", "PT", 0.0),
        ("Gothenburg or remote within CET ±1h", "Porto", "PT", 1.0),
        ("Remote within Canada, provided that you overlap with Leiden from 9 to 11", "Delft", "NL", 0.0),
    ],
)
def test_time_zones_by_the_offset_of_the_home(text: str, home: str, country: str, credit: float) -> None:
    assert ask("remote", text, home=home, country=country).credit == credit


@pytest.mark.parametrize(
    ("sort", "text", "line", "credit"),
    [
        ("hours", "Night shifts", "Worked nights on a 40-bed ward", 1.0),
        ("hours", "Night shifts", "Served lunches every other weekend", 0.5),
        ("hours", "Night shifts", "No night shifts, please", 0.0),
        ("hours", "Weekend work", "Planned the weekend rota for 14 colleagues", 0.0),
        ("hours", "Spätschicht und Wochenenddienst", "Drei-Schicht-Betrieb, auch am Wochenende", 1.0),
        ("on-call", "On call one week in six, nights included", "Carried the pager one week in four", 1.0),
        ("on-call", "On call one week in six", "Worked rotating shifts", 0.5),
        ("hours", "Weekend work", "Sat on the works council", 0.0),
        ("hours", "Weekend work", "Looked after the Sun workstations", 0.0),
        ("hours", "Weekend work", "Ran the desk Wed-Sun", 1.0),
        ("hours", "Weekend work", "Served at the counter, Fri and Sat", 1.0),
        ("hours", "Weekend work", "Open day duty, Sat 10 to 4", 1.0),
        ("travel", "Travel up to 40 %", "Up to 15% travel to customer sites", 0.5),
        ("travel", "Reisebereitschaft", "Rund 110 Reisetage im Jahr", 1.0),
        ("travel", "Willing to travel", "Backpacked and travelled for a year", 0.0),
        ("physical", "Lift up to 25 kg", "Unloaded trucks by hand", 1.0),
        ("physical", "Lift up to 25 kg", "Wrote the ledger software", 0.0),
        ("remote", "Comfort with all-remote work", "Worked from home in a distributed team", 1.0),
        ("check", "Own car required", "Visits clients with my own car", 1.0),
        ("check", "Portfolio or code samples", "Examples at https://anna.example/work", 1.0),
    ],
)
def test_patterns_of_work(sort: str, text: str, line: str, credit: float) -> None:
    found = ask(sort, text, line)
    assert found.credit == credit
    assert [e.text for e in found.evidence] == ([line] if credit else [])


def test_hours_of_the_day_are_read_as_the_pattern_they_make() -> None:
    assert ask("hours", "Evening work", "On duty 14:00 to 22:30 at the help desk").credit == 1


def test_full_time_is_shown_by_a_present_post_but_not_by_an_internship() -> None:
    assert ask("hours", "Full time", jobs=(job(),)).credit == 1
    assert ask("hours", "Vollzeit", jobs=(job(title="Marketing intern"),)).credit == 0.5


def test_what_no_rule_knows_stays_open() -> None:
    assert ask("check", "Dogs are welcome under the desk", "Walked dogs").credit is None


@pytest.mark.parametrize(
    ("line", "denied"),
    [
        ("I am not willing to travel for work", True),
        ("Travel: none", True),
        ("Keine Dienstreisen", True),
        ("Not willing to travel abroad", False),
        ("No travel restrictions", False),
        ("Happy to travel", False),
    ],
)
def test_a_refusal_to_travel_contradicts(line: str, denied: bool) -> None:
    found = told("travel", "Travel 30% of your time", Statement(line, 7, "notes", "other"))
    assert found.contradicted == denied
    assert not denied or (found.credit, found.evidence[0].text) == (0.0, line)


def test_what_a_job_brought_no_travel_for_is_no_refusal() -> None:
    assert not ask("travel", "Travel 30% of your time", "No travel in this post", jobs=(job(),)).contradicted


@pytest.mark.parametrize(
    ("text", "home", "country", "credit"),
    [
        ("You live within commuting distance of our Cork, Georgia campus", "Cork, Ireland", "IE", 0.0),
        ("Live within Ohio and come to the Dublin campus", "Columbus, OH", "US", 1.0),
        ("Live within Ohio and come to the Dublin campus", "Dublin, Ireland", "IE", 0.0),
        ("The post is based in Lower Quillby", "Lower Quillby, Yorkshire", "GB", 1.0),
        ("The post is based in Lower Quillby", "Cardiff", "GB", 0.0),
    ],
)
def test_a_place_is_the_one_of_its_country_and_need_not_be_in_any_table(text: str, home: str, country: str, credit: float) -> None:
    assert ask("place", text, home=home, country=country).credit == credit


def test_partners_elsewhere_are_no_place_to_live_in() -> None:
    assert ask("place", "Site-based, with late calls with partners in India", home="Cork", country="IE").credit is None


@pytest.mark.parametrize(
    ("text", "span", "credit"),
    [
        ("You need to be 18", Span(NOW - 36, NOW, ongoing=True), 1.0),
        ("Mindestalter: 18 Jahre", Span(NOW - 40, NOW, ongoing=True), 1.0),
        ("Edad mínima 21 años", Span(NOW - 40, NOW, ongoing=True), 0.0),
        ("21 years of age or older", Span(NOW - 36, NOW, ongoing=True), 0.0),
        ("21 years of age or older", Span(NOW - 120, NOW, ongoing=True), 1.0),
    ],
)
def test_a_least_age_is_told_by_the_years_worked(text: str, span: Span, credit: float) -> None:
    assert ask("age", text, jobs=(job(span=span),)).credit == credit


def test_enrolment_is_a_course_under_way() -> None:
    assert ask("check", "Enrolled student", "Sold tickets").credit == 0


def test_schools_and_papers_tell_the_country_where_no_place_does() -> None:
    lines = ("GCSEs in seven subjects, then A levels", "Led the Duke of Edinburgh group; two summers in Alicante")
    assert ask("rights", "Right to work in the UK", *lines, jobs=(job(),)).credit == 1
    assert ask("rights", "Right to work in Canada", *lines, jobs=(job(),)).credit == 0


def test_nationals_of_a_country_are_asked_for_their_right() -> None:
    assert ask("place", "Open to UK nationals and to EU nationals with settled status", "British and Irish citizen").credit == 1


@pytest.mark.parametrize(
    ("text", "title", "credit"),
    [
        ("Evenings and weekends", "Bartender", 0.75),
        ("Evenings and weekends", "Shop assistant", 0.5),
        ("Evenings and weekends", "Bookkeeper", 0.0),
    ],
)
def test_some_jobs_make_odd_hours_plain_others_likely(text: str, title: str, credit: float) -> None:
    assert ask("hours", text, jobs=(job(title=title),)).credit == credit


def test_a_days_work_without_am_and_pm_is_no_night() -> None:
    assert ask("hours", "Desk hours: 8:30 - 5:00", "Kept the till").credit is None
    assert ask("hours", "Desk hours: 22:30 - 5:00", "Kept the till").credit == 0


@pytest.mark.parametrize(
    ("text", "place", "credit"),
    [
        ("Work permit for Austria or another EU country", "Gdańsk, Poland", 1.0),
        ("Work permit for Austria", "Gdańsk, Poland", 0.0),
        ("EU citizenship or a valid Dutch work permit", "Vienna, Austria", 0.0),
        ("EU citizenship or a valid Dutch work permit", "Utrecht, Netherlands", 1.0),
    ],
)
def test_work_in_one_country_shows_the_right_for_those_the_text_names(text: str, place: str, credit: float) -> None:
    assert ask("rights", text, jobs=(job(place),)).credit == credit


def test_a_place_behind_the_name_and_the_trade_is_the_home() -> None:
    said = (Statement("Ana Roldan — potter, Lisbon, Portugal", 1, "", "summary"), Statement("Glazed pots", 2, "", "work"))
    assert told("place", "You live in Lisbon", *said).credit == 1


def test_readiness_to_move_within_one_country_is_none_for_another() -> None:
    assert ask("place", "Based in Dublin", "Ready to relocate anywhere in Bavaria", home="Pune", country="IN").credit == 0
    assert ask("place", "Based in Munich", "Ready to relocate anywhere in Bavaria", home="Pune", country="IN").credit == 0.5
    within = "Open to relocating within the EU, not to Malta"
    assert ask("place", "Willing to relocate to Tallinn", within, home="Porto", country="PT").credit == 1
    assert ask("place", "Willing to relocate to Valletta, Malta", "Ready to relocate in Spain, not to Malta", home="Porto").credit == 0
    assert ask("place", "Willing to relocate to Toronto", within, home="Porto", country="PT").credit == 0


def test_sites_off_the_lines_are_reached_by_who_may_drive() -> None:
    text = "Travel to farms that are not served by public transport"
    assert ask("travel", text, "Full driving licence since 2010").credit == 0.85
    assert ask("travel", text, "Kept the till").credit == 0


def test_hours_shared_with_a_country_are_no_place_to_live_in() -> None:
    assert ask("remote", "Flexible to overlap with US business hours", home="Pune", country="IN").credit is None


def test_noise_and_cold_are_two_strains() -> None:
    assert ask("physical", "Able to work in noisy and dusty rooms", "Ran the sawmill").credit == 1
    assert ask("physical", "Able to work in the cold store", "Ran the sawmill").credit == 0.5


def test_another_sentence_names_no_citizenship() -> None:
    text = "Allowed to work in the EU"
    assert said_of_rights(text, "U.S. citizen. Conversational Spanish").credit == 0
    assert said_of_rights(text, "Citizen of Spain").credit == 1


def test_a_city_is_the_one_of_the_region_beside_it() -> None:
    assert ask("place", "Located in Portland, Oregon", home="Portland, Maine", country="US").credit == 0
    assert ask("place", "Located in Portland, Oregon", home="Portland, Oregon", country="US").credit == 1
    assert ask("place", "Located in Portland, Oregon", home="Portland", country="US").credit == 1


@pytest.mark.parametrize(
    ("text", "counted"),
    [("Full-time position", 0.0), ("Full-time, 38 hours a week", 1.0), ("Vollzeit, 39 Stunden", 1.0), ("Monday to Friday", 1.0)],
)
def test_hours_that_are_counted_are_told_from_full_time_alone(text: str, counted: float) -> None:
    assert ask("hours", text, "Clerk").signals["hours counted"] == counted


def test_german_compounds_of_duties_are_patterns() -> None:
    text = "Bereitschaft zu Wochenend- und Feiertagsdiensten"
    assert ask("hours", text, "Wochenenddienste und Feiertagsdienste im Wechsel").credit == 1


def test_a_town_of_no_table_is_not_the_whole_of_its_region() -> None:
    text = "On site in Larch Hollow, Wisconsin"
    assert ask("place", text, home="Madison, Wisconsin", country="US").credit == 0
    assert ask("place", text, home="Larch Hollow, Wisconsin", country="US").credit == 1


def test_a_stated_right_answers_a_refusal_to_sponsor() -> None:
    assert said_of_rights("We cannot sponsor visas for this role", "Authorized to work for any employer").credit == 0.85


def test_a_reason_names_each_pattern_shown_and_each_that_is_only_near() -> None:
    found = ask("hours", "Evenings, nights and Saturdays", "On call one weekend in five, 24-hour turnaround")
    assert found.reason == "line 30 shows weekend work, line 30 shows something near evening work and night work"


@pytest.mark.parametrize(
    ("sort", "text", "home", "credit"),
    [
        ("travel", "Willingness to travel to Seattle", "Seattle, WA", 1.0),
        ("travel", "Willingness to travel to our Seattle office once a month", "Bellevue, WA", 1.0),
        ("travel", "Willingness to travel to Seattle", "Denver, CO", 0.0),
        ("travel", "Travel to Seattle and Denver", "Seattle, WA", 0.0),
        ("travel", "Based in Seattle, with travel to customers", "Seattle, WA", 0.0),
        ("travel", "Travel from Seattle to all sites", "Seattle, WA", 0.0),
        ("travel", "Travel across the US", "Seattle, WA", 0.0),
        ("place", "Able to visit our Seattle headquarters every quarter", "Seattle, WA", 1.0),
        ("travel", "Reisebereitschaft nach Hamburg", "Hamburg", 1.0),
    ],
)
def test_who_lives_there_has_no_way_to_go(sort: str, text: str, home: str, credit: float) -> None:
    assert ask(sort, text, home=home).credit == credit


@pytest.mark.parametrize(
    ("text", "line", "credit"),
    [
        ("Lift up to 75 lbs", "Unloaded sacks of up to 55 lbs by hand", 0.5),
        ("Lift up to 20 kg", "Unloaded sacks of up to 55 lbs by hand", 1.0),
        ("Lift up to 25 kg", "Unloaded sacks of flour by hand", 1.0),
        ("Work at height and in confined spaces", "Repaired gutters on ladders", 0.6),
        ("Work at height and in confined spaces", "Repaired gutters on ladders and drains in confined spaces", 1.0),
        ("Able to stand and walk all day", "Served coffee, standing through the day", 1.0),
        ("Exposure to extreme heat", "Raked the furnace of a glass works", 1.0),
        ("Exposure to extreme heat", "Packed frozen goods", 0.5),
    ],
)
def test_strain_by_its_weight_and_by_each_of_its_kinds(text: str, line: str, credit: float) -> None:
    assert ask("physical", text, line).credit == credit


def test_hours_of_a_zone_leave_no_choice_between_it_and_the_place() -> None:
    both = "Based in the EU, within ±2 hours of CET"
    assert ask("place", both, home="Basel", country="CH").credit == 0
    assert ask("place", both, home="Porto", country="PT").credit == 1


@pytest.mark.parametrize(
    ("text", "home", "country", "credit"),
    [
        ("Location: Leeds, hybrid", "Sheffield", "GB", 0.5),
        ("Based in Sheffield or Derby", "Leeds", "GB", 0.5),
        ("Location: Leeds, hybrid", "Plymouth", "GB", 0.0),
        ("Standort: Göttingen", "Kassel", "DE", 0.5),
        ("Washington, DC (hybrid)", "Baltimore, MD", "US", 0.5),
        ("New York, NY (hybrid)", "Jersey City, NJ", "US", 1.0),
        ("Yonkers, NY (hybrid)", "Newark, NJ", "US", 1.0),
        ("Denver, CO (hybrid)", "Aurora, IL", "US", 0.0),
        ("Portland, OR (hybrid)", "Portland, ME", "US", 0.0),
    ],
)
def test_who_lives_within_reach_meets_a_place_in_part(text: str, home: str, country: str, credit: float) -> None:
    found = ask("place", text, home=home, country=country)
    assert (found.credit, found.contradicted) == (credit, credit == 0)
    assert ("an hour or so away" in found.reason) == (credit == 0.5)


def test_every_city_with_others_in_reach_is_known() -> None:
    from jobfit.match.tables import rows
    from jobfit.vocabulary import places

    assert [city for city, _ in rows("commutes") if [(kind, name) for kind, name, *_ in places.find(city)] != [("city", city)]] == []


@pytest.mark.parametrize(
    ("sort", "text", "line", "credit"),
    [
        ("hours", "Disponibilidade para o terceiro turno (22h às 6h)", "Kept the gate, 11 pm to 7 am, on a rota", 1.0),
        ("on-call", "After-hours support rotation", "Every third week on the after-hours rota", 1.0),
        ("on-call", "Je draait storingsdienst", "Stand-by duty in flood season", 1.0),
        ("hours", "Bereitschaft zum Früh- und Spätdienst", "Frühdienst in jeder zweiten Woche", 1.0),
        ("hours", "Nacht- und Wochenenddienste", "Nachtdienste im Altenheim", 0.6),
        ("travel", "Poste itinérant", "Trips to five depots a month", 1.0),
        ("travel", "Up to 40% travel", "Trips to two depots a month (30%)", 1.0),
        ("travel", "40% travel", "Trips to two depots a month (30%)", 0.5),
    ],
)
def test_other_names_of_odd_hours_and_of_ways(sort: str, text: str, line: str, credit: float) -> None:
    assert ask(sort, text, line).credit == credit


def test_a_town_of_no_table_is_not_known_to_be_far_from_one_of_its_country() -> None:
    near = ask("place", "Location: Leeds, hybrid", home="Otterholt, West Yorkshire", country="GB")
    assert (near.credit, near.contradicted) == (0.0, False)
    far = ask("place", "Location: Lyon, hybrid", home="Otterholt, West Yorkshire", country="GB")
    assert (far.credit, far.contradicted) == (0.0, True)


def test_a_right_is_that_of_its_own_sentence() -> None:
    said = Statement("Permanent resident of Singapore, Peruvian citizen. Happy to relocate to Australia.", 5, "", "summary")
    assert told("rights", "Australian work rights", said).credit == 0
    assert told("rights", "Singapore citizens and PRs only", said).credit == 1


def test_hours_of_a_country_are_no_place_to_live_in() -> None:
    assert ask("place", "Able to support US hours", home="Pune", country="IN").credit is None


@pytest.mark.parametrize(
    ("text", "home", "country", "credit"),
    [
        ("Wohnsitz in Bayern", "Nürnberg", "DE", 1.0),
        ("Wohnsitz in Hessen", "Nürnberg", "DE", 0.0),
        ("Based in England", "York, North Yorkshire", "GB", 1.0),
        ("Based in England", "Skipton, North Yorkshire", "GB", 1.0),
        ("Based in Scotland", "Skipton, North Yorkshire", "GB", 0.0),
        ("Must reside in Oregon", "Portland", "US", 1.0),
        ("Must reside in Oregon", "Portland, Maine", "US", 0.0),
        ("Residência no Algarve", "Faro", "PT", 1.0),
    ],
)
def test_a_region_is_home_to_its_cities(text: str, home: str, country: str, credit: float) -> None:
    assert ask("place", text, home=home, country=country).credit == credit


def test_a_permit_applied_for_or_of_an_ended_stay_is_no_right() -> None:
    asked = "Authorized to work in the US without sponsorship"
    assert told("rights", asked, Statement("H-1B visa; green card application pending", 5, "", "right")).credit == 0
    assert told("rights", "Authorized to work in the US", Statement("H-1B visa", 5, "", "right")).credit == 0.5
    camp = job("Maine, US", ENDED, "Camp counsellor, J-1 visa")
    assert "limited" not in ask("rights", asked, jobs=(camp,)).reason


def test_a_permit_of_one_country_is_no_citizenship_of_the_union() -> None:
    text = "EU citizenship or a Spanish work permit"
    assert ask("rights", text, "Stamp 4, no sponsorship needed", home="Dublin").credit == 0
    assert ask("rights", text, "Irish citizen", home="Dublin").credit == 1
    assert told("rights", text, Statement("MSc, National College of Ireland", 7, "", "education")).credit == 0
