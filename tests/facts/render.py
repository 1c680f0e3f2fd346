"""A JSON Resume's data comes in; the same résumé as plain text or Markdown in several layouts comes out, for tests."""

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def spoken(date):
    year, _, month = str(date).partition("-")
    return f"{MONTHS[int(month[:2]) - 1]} {year}" if month else year


def figures(date):
    year, _, month = str(date).partition("-")
    return f"{month[:2]}/{year}" if month else year


def span(entry, form, now="present", dash=" – "):
    start, end = entry.get("startDate"), entry.get("endDate")
    if not start:
        return form(end) if end else ""
    return f"{form(start)}{dash}{form(end) if end else now}"


def bullets(entry, mark):
    told = [entry.get("summary"), entry.get("description"), *entry.get("highlights", [])]
    return [f"{mark}{text}" for text in told if text]


def joined(*parts, by=", "):
    return by.join(part for part in parts if part)


def top(data, mark):
    basics = data["basics"]
    where = basics.get("location", {})
    return [
        basics["name"],
        basics.get("label", ""),
        joined(where.get("city"), where.get("countryCode"), basics.get("email"), by=" | "),
        "",
    ] + (["Summary", basics["summary"], ""] if basics.get("summary") else [])


def tail(data, mark):
    lines = ["", "Skills", *[f"{each['name']}: {', '.join(each.get('keywords', []))}".rstrip(": ") for each in data.get("skills", [])]]
    lines += ["", "Languages", *[f"{each['language']} ({each['fluency']})" for each in data.get("languages", [])]]
    lines += [
        "",
        "Certifications",
        *[joined(each["name"], each.get("issuer"), each.get("date") and spoken(each["date"])) for each in data.get("certificates", [])],
    ]
    return lines


def dates_last(data):
    """Employer and dates on one line, title and place on the next, bullets below."""
    lines = [*top(data, "- "), "EXPERIENCE"]
    for job in data.get("work", []):
        lines += [
            "",
            joined(job.get("name"), span(job, spoken), by="    "),
            joined(job.get("position"), job.get("location"), by=" · "),
            *bullets(job, "• "),
        ]
    lines += ["", "EDUCATION"]
    for each in data.get("education", []):
        lines += ["", joined(each.get("studyType"), each.get("area"), by=" in "), joined(each["institution"], span(each, spoken), by=", ")]
    return "\n".join(lines + tail(data, "• "))


def dates_first(data):
    """Dates, title and employer on one line, plain lines below."""
    lines = [*top(data, ""), "Professional experience"]
    for job in data.get("work", []):
        head = joined(job.get("position"), job.get("name"))
        lines += [
            f"{span(job, figures, 'today', '-')}: {head}" + (f" ({job['location']})" if job.get("location") else ""),
            *bullets(job, "- "),
            "",
        ]
    lines += ["Education"]
    for each in data.get("education", []):
        lines += [f"{span(each, figures, 'today', '-')}: {joined(each.get('studyType'), each.get('area'), each['institution'])}"]
    return "\n".join(lines + tail(data, "- "))


def markdown(data):
    """Headings for sections and employers, the title in bold, dates below."""
    basics = data["basics"]
    lines = [
        f"# {basics['name']}",
        "",
        basics.get("label", ""),
        "",
        f"**Email:** {basics.get('email')}",
        f"**Location:** {basics['location']['city']}",
        "",
    ]
    lines += ["## Profile", "", basics.get("summary", ""), "", "## Work experience", ""]
    for job in data.get("work", []):
        lines += [
            f"### {joined(job.get('name'), job.get('location'), by=' — ')}",
            f"**{job.get('position')}**",
            span(job, spoken),
            "",
            *bullets(job, "- "),
            "",
        ]
    lines += ["## Education", ""]
    for each in data.get("education", []):
        lines += [f"- {joined(each.get('studyType'), each.get('area'))}, {each['institution']} ({span(each, spoken)})"]
    rest = tail(data, "- ")
    return "\n".join(
        lines + [f"## {line}" if line in ("Skills", "Languages", "Certifications") else f"- {line}" if line else "" for line in rest]
    )


LAYOUTS = {"dates_last": (dates_last, "cv.txt"), "dates_first": (dates_first, "cv.txt"), "markdown": (markdown, "cv.md")}
