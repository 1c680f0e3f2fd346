"""What of a line is claimed: what is denied, hoped for or told of others falls away, the rest and every ordinary line stays."""

import pytest

from jobfit.vocabulary.claims import claimed, refused

REFUSED = (
    "Did not use Terraform",
    "Unfamiliar with Terraform",
    "Not very confident with pastry",
    "Haven't used Kafka",
    "Java and C#: never used",
    "Hoping to get into Kubernetes",
    "Planning to sit the CPA exam next spring",
    "Without a driving licence",
    "Docker (none)",
    "Python-Kenntnisse: keine",
    "I've not driven a forklift",
    "No React",
    "The analytics team next door wrote the Spark jobs",
    "Mit Docker habe ich noch nie gearbeitet",
    "Ohne Führerschein",
    "Möchte gern Rust lernen",
    "Meine Schwester programmiert in Python",
    "Pas de permis de conduire",
    "Souhaite apprendre Python",
    "Sin experiencia en Java",
    "Me gustaría aprender Go",
    "Zonder rijbewijs",
    "Nog nooit met Kafka gewerkt",
    "Sem experiência com Java",
    "Gostaria de aprender Rust",
    "Looking to step into payroll at some point",
    "Currently reading my way into Erlang",
    "Not responsible for payroll",
    "Backups were handled by an external provider",
    "Die Lohnabrechnung wurde vom Steuerdienstleister übernommen",
)
PARTED = {
    "No AWS yet, but five years of Azure": "but five years of Azure",
    "Used Python and never used Java": "Used Python and",
    "Eight years of Azure, no AWS": "Eight years of Azure",
    "Colleagues coded in Rust while I took the minutes": "while I took the minutes",
    "Supported Python developers by hiring them": "Supported developers by hiring them",
    "Registered nurse hoping to move into paediatrics": "Registered nurse",
    "Docker images; the Kubernetes rollout was done by the platform team": "Docker images",
    "Qualified welder, TIG not used": "Qualified welder",
    "Won a baking prize with no formal training": "Won a baking prize with",
    "Opened a bakery with no previous knowledge of baking": "Opened a bakery with",
}
ORDINARY = (
    "Moved 40 services to Kubernetes with no downtime",
    "Zero-downtime releases with Docker",
    "Not only wrote Python but also taught it",
    "Shipped for three years without errors",
    "Led a team that ran Spark",
    "Never missed a deadline",
    "Nicht nur Java, sondern auch Kotlin",
    "Delivered no later than agreed",
    "Taught Excel to colleagues with no prior experience",
    "No criminal record",
    "No accidents in ten years of driving",
    "Works without supervision",
    "Trained colleagues in Python",
    "Our team built a Django shop",
    "A Kafka bus that was built by a team I led",
    "Reports in Excel, used by the sales team",
    "The shop is maintained by our team of five",
    "My team of six built the AWS platform",
    "My mother tongue is Dutch",
    "My brother and I built a PC repair shop",
    "Does not require sponsorship",
    "Convictions: none",
    "Not willing to relocate",
    "Worked with the platform team to run Spark",
    "Hired and led Python developers",
    "Error-free month-end closes",
    "Interested parties were advised in person",
    "Built a no-code platform in React",
    "Scripted the import so that no one had to type",
    "Cut the wait to no more than 3 days",
    "Passionate about teaching",
    "Kept the plant running without stoppage",
    "Willing to travel",
    "Happy to work shifts",
    "Learned Docker on the job and moved all services to it",
    "Sans faute d'orthographe",
    "Sin incidencias en cinco años",
    "Ohne Unfälle seit 2009",
    "Geen ziekteverzuim",
    "Nenhum acidente em dez anos",
    "Wrote down why Kafka was not needed",
    "NoSQL databases, Notepad++",
    "Non-profit accounting",
    "Looked after 30 residents on nights",
)


@pytest.mark.parametrize("line", REFUSED)
def test_nothing_is_left_of_a_line_that_claims_nothing(line: str) -> None:
    assert claimed(line) == ""
    assert refused(line)


@pytest.mark.parametrize("line", PARTED)
def test_the_part_that_is_claimed_is_left(line: str) -> None:
    assert claimed(line) == PARTED[line]


@pytest.mark.parametrize("line", ORDINARY)
def test_an_ordinary_line_stays_whole(line: str) -> None:
    assert (claimed(line), refused(line)) == (line, "")
