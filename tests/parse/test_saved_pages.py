from __future__ import annotations

EMPLOYER = """
<!doctype html><html lang="en"><head><title>Boat Electrician | Careers at Fennel Marine</title><script>var
a=1;</script><style>.x{}</style></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/jobs">Jobs</a></li><li><a href="/about">About us</a></li><li><a
href="/login">Sign in</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/jobs">Jobs</a> &gt; <span>Boat Electrician</span></div>
<div id="cookie-banner"><p>We use cookies and similar technologies to improve your experience. You must accept the necessary ones
to use this site.</p><button>Accept all</button><button>Reject</button></div>
<main><h1>Boat Electrician</h1><div class="meta"><span>Plymouth, Devon</span> <span>Full time</span> <span>Posted 3 days
ago</span></div>
<div class="share"><a href="#">Share on LinkedIn</a> <a href="#">Share on Facebook</a> <a href="#">Copy link</a> <button>Save
job</button> <button>Apply now</button></div>
<p>Fennel Marine has refitted trawlers and yachts on the Cattewater since 1971. Forty of us work in two sheds.</p>
<h3>What you'll do</h3><ul><li>Rewire wheelhouses and engine rooms</li><li>Trace faults in charging systems</li></ul>
<h3>You'll need</h3><ul><li>A Level 3 qualification in electrical installation or marine electrics</li><li>At least two years on
boats of any size</li><li><p>A head for confined spaces</p></li></ul>
<h3>Handy, but we can teach it</h3><ul><li>NMEA 2000 networks</li><li>A forklift ticket</li></ul>
<h3>What you get</h3><ul><li>£36,000 and overtime at time and a half</li><li>Training: we pay for your certificates</li></ul>
<p>We are an equal opportunities employer and welcome applicants with disabilities.</p></main>
<form><label>First name</label><input><label>Last name</label><input><label>Do you have the right to work in the
UK?</label><select><option>Yes</option><option>No</option></select><label>Upload your CV</label><input type="file"><label>How many
years of experience do you have?</label><input></form>
<aside><h2>Similar jobs</h2><ul><li><a href="#">Marine Engineer – Brixham</a></li><li><a href="#">Welder – Falmouth – 5 years of
experience required</a></li></ul></aside>
<footer><p>© 2025 Fennel Marine Ltd. Registered in England.</p><a href="#">Privacy policy</a> <a
href="#">Terms</a></footer></body></html>
"""

PRACTICE = """
<html lang="de"><head><title>Physiotherapeut (m/w/d) - Praxis Rosenau</title></head><body>
<div class="topbar"><div class="menu-item"><a>Startseite</a></div><div class="menu-item"><a>Stellenangebote</a></div><div
class="menu-item"><a>Anmelden</a></div></div>
<div class="breadcrumbs">Startseite / Gesundheit / Physiotherapie / Physiotherapeut (m/w/d)</div>
<div class="modal">Diese Website verwendet Cookies. Einige sind erforderlich, andere helfen uns, das Angebot zu verbessern.
<a>Alle akzeptieren</a> <a>Einstellungen</a></div>
<div class="content"><h1>Physiotherapeut (m/w/d)</h1><p>Praxis Rosenau · Kempten · Teilzeit oder Vollzeit</p>
<div><b>Das machst du bei uns</b><br>- Behandlung nach Operationen am Knie und an der Schulter<br>- Hausbesuche in Kempten und
Durach<br></div>
<div><b>Das bringst du mit</b><br>- Staatlich anerkannte Ausbildung in der Physiotherapie<br>- Führerschein Klasse B<br>-
Fortbildung in manueller Lymphdrainage<br>- Deutsch auf Niveau B2 oder besser<br></div>
<div><b>Schön wäre außerdem</b><br>- Erfahrung mit Sportmannschaften<br>- Kenntnisse in Taping<br></div>
<div><b>Das bieten wir</b><br>- 30 Tage Urlaub<br>- Ein Dienstrad<br></div>
<p>Schick uns deine Bewerbung an post@praxis-rosenau.example. Ansprechpartnerin: Maren Vogt, Tel. 0831 555 012.</p></div>
<div class="related"><h2>Ähnliche Stellen</h2><div>Ergotherapeut (m/w/d), Sonthofen</div><div>Masseur (m/w/d), Immenstadt –
Erfahrung erforderlich</div></div>
<div class="newsletter"><h4>Newsletter</h4><p>Neue Stellen per E-Mail erhalten. Mit der Anmeldung akzeptierst du unsere
Datenschutzerklärung.</p></div>
<div class="bottom">Impressum | Datenschutz | AGB</div></body></html>
"""

BOARD = """
<html lang="en"><head><title>Job: Parish Archivist - JobHarbour</title></head><body><div id="root"><div
class="hdr"><a>JobHarbour</a><a>Find jobs</a><a>Company reviews</a><a>Salaries</a><a>Post a job</a></div>
<div class="crumb">Jobs › Heritage › Archivist › Lincoln</div>
<div class="card"><h2>Parish Archivist</h2><div>Diocese of Thorney</div><div>Lincoln LN2</div><div>£29,400 a year - Part-time,
Permanent</div><button>Apply on company site</button><div>Report job</div><div>Share: Email · X · WhatsApp</div></div>
<div class="desc"><div>Full job description</div><p>The diocesan record office keeps the registers of 412 parishes. We are looking
for an archivist who will take the whole collection into its new building.</p>
<p><strong>Essential</strong></p><p>Postgraduate qualification in archives administration, or three years of work in a record
office</p><p>Reading knowledge of Latin</p><p>Able to lift boxes of up to 12 kg and climb ladders</p>
<p><strong>Desirable</strong></p><p>Palaeography to 1500</p><p>CALM or AtoM</p>
<p><strong>Benefits</strong></p><p>Twenty-six days' holiday and the days between Christmas and New Year</p><p>Cathedral
parking</p>
<p>An enhanced DBS check is required. To apply, send a letter of two pages to the Archdeacon by 9 June. Interviews will be held on
20 June.</p></div>
<div class="insights"><h3>Profile insights</h3><p>Find out how your skills align with the job description</p><p>Do you have
experience in Archives?</p><button>Yes</button><button>No</button></div>
<div class="more"><h3>People also viewed</h3><div>Records Manager - Peterborough - Degree required</div><div>Library Assistant -
Grantham</div></div>
<div class="alert">Get new jobs for this search by email. By creating a job alert, you agree to our Terms. You must be 16 or
over.</div>
<div class="foot">Hiring Lab · Career advice · Browse jobs · Accessibility · Privacy Centre · © JobHarbour
2025</div></div></body></html>
"""


def test_an_employers_page_with_form_and_similar_jobs(found):
    required, nice = found(EMPLOYER, "html")
    assert required == [
        "A Level 3 qualification in electrical installation or marine electrics",
        "At least two years on boats of any size",
        "A head for confined spaces",
    ]
    assert nice == ["NMEA 2000 networks", "A forklift ticket"]


def test_a_german_page_whose_lists_are_drawn_by_hand(found):
    required, nice = found(PRACTICE, "html")
    assert required == [
        "Staatlich anerkannte Ausbildung in der Physiotherapie",
        "Führerschein Klasse B",
        "Fortbildung in manueller Lymphdrainage",
        "Deutsch auf Niveau B2 oder besser",
    ]
    assert nice == ["Erfahrung mit Sportmannschaften", "Kenntnisse in Taping"]


def test_a_boards_page_with_insights_and_alerts(found):
    required, nice = found(BOARD, "html")
    assert {
        "Postgraduate qualification in archives administration, or three years of work in a record office",
        "Reading knowledge of Latin",
        "Able to lift boxes of up to 12 kg and climb ladders",
        "An enhanced DBS check is required.",
    } <= set(required)
    assert nice == ["Palaeography to 1500", "CALM or AtoM"]
    assert not any(word in item for item in required for word in ("job alert", "Terms", "Degree required", "cookies", "Find out how"))
