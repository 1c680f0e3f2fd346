"""A JSON Resume's data comes in; the blocks of a page come out, side column and main column, in one of four layouts, for tests.

A block is a kind with its words: ``name`` ``text`` ``section`` ``head`` (bold) ``sub`` (italic) ``bullet``, and ``pair`` and ``subpair``,
whose second part stands at the right margin.
"""

from render import figures, joined, span, spoken

RIGHTS = ("citizenship", "nationality", "work_authorization")


def one_job(job):
    """Title, employer and place on one line, dates below."""
    head = joined(joined(job["position"], job["name"]), job.get("location"), by=" – ")
    return [("head", head), ("sub", span(job, spoken))]


def stacked_job(job):
    """Title, employer with place, dates: a line each."""
    return [("head", job["position"]), ("sub", joined(job["name"], job.get("location"), by=" · ")), ("sub", span(job, spoken, "Present"))]


def dated_job(job):
    """Title with the dates at the right margin, then employer and place."""
    return [("pair", job["position"], span(job, figures, "today", " - ")), ("sub", joined(job["name"], job.get("location")))]


def latex_job(job):
    """Employer with the dates at the right margin, then title with the place there."""
    return [("pair", job["name"], span(job, spoken, "Present", " – ")), ("subpair", job["position"], job.get("location", ""))]


def degree_of(each):
    return joined(each["studyType"], each.get("area"), by=" in ")


def one_course(each):
    return [("head", joined(degree_of(each), each["institution"])), ("sub", span(each, spoken))]


def stacked_course(each):
    return [("head", degree_of(each)), ("sub", each["institution"]), ("sub", span(each, spoken, "Present"))]


def latex_course(each):
    return [("pair", each["institution"], span(each, spoken, "Present", " – ")), ("subpair", degree_of(each), "")]


LAYOUTS = {
    "one_column": (one_job, one_course),
    "two_columns": (stacked_job, stacked_course),
    "sidebar": (dated_job, stacked_course),
    "latex": (latex_job, latex_course),
}


def deeds(entry):
    """The lines of an entry that tell what was done."""
    return [text for text in (entry.get("summary"), entry.get("description"), *entry.get("highlights", [])) if text]


def jobs_of(data, job):
    blocks = [("section", "Experience")]
    for each in data["work"]:
        blocks += [*job(each), *(("bullet", text) for text in deeds(each))]
    if data.get("volunteer"):
        blocks.append(("section", "Volunteering"))
        for each in data["volunteer"]:
            blocks += [*job({**each, "name": each["organization"]}), *(("bullet", text) for text in deeds(each))]
    if data.get("projects"):
        blocks.append(("section", "Projects"))
        for each in data["projects"]:
            blocks += [("pair", each["name"], span(each, spoken)), *(("bullet", text) for text in deeds(each))]
    return blocks


def courses_of(data, course):
    return [("section", "Education"), *(block for each in data["education"] for block in course(each))]


def lists_of(data):
    blocks = [("section", "Skills")]
    blocks += [("text", joined(each["name"], ", ".join(each.get("keywords", [])), by=": ")) for each in data["skills"]]
    blocks += [("section", "Languages"), *(("text", f"{each['language']}: {each['fluency']}") for each in data["languages"])]
    if data.get("certificates"):
        blocks.append(("section", "Certifications"))
        blocks += [("bullet", joined(each["name"], each.get("issuer"), spoken(each["date"]))) for each in data["certificates"]]
    return blocks


def rest_of(data):
    blocks = []
    if data.get("publications"):
        blocks += [("section", "Publications")]
        blocks += [("bullet", joined(each["name"], each["publisher"], spoken(each["releaseDate"]))) for each in data["publications"]]
    if data.get("awards"):
        blocks += [("section", "Awards"), *(("bullet", joined(each["title"], spoken(each["date"]))) for each in data["awards"])]
    if data.get("interests"):
        blocks += [
            ("section", "Interests"),
            *(("text", ", ".join([each["name"], *each.get("keywords", [])])) for each in data["interests"]),
        ]
    return blocks


def top_of(data):
    basics = data["basics"]
    where = joined(basics["location"]["city"], basics["location"].get("region"), basics["location"].get("countryCode"))
    contact = [("text", text) for text in (basics["email"], basics.get("phone"), where, *(data.get(key) for key in RIGHTS)) if text]
    return [("name", basics["name"]), ("sub", basics["label"])], contact


def blocks_of(data, layout):
    """Return (blocks of the side column, blocks of the main column); only a sidebar has a side column."""
    job, course = LAYOUTS[layout]
    name, contact = top_of(data)
    summary = [("section", "Profile"), ("text", data["basics"]["summary"])] if data["basics"].get("summary") else []
    if layout == "sidebar":
        return [*contact, *lists_of(data), *courses_of(data, course)], [*name, *summary, *jobs_of(data, job), *rest_of(data)]
    contact = [("text", " | ".join(text for _, text in contact))]
    return [], [*name, *contact, *summary, *jobs_of(data, job), *courses_of(data, course), *lists_of(data), *rest_of(data)]
