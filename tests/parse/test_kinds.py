from __future__ import annotations

import pytest

from jobfit.parse.classify import is_negated
from jobfit.parse.headings import heading_class
from jobfit.parse.wishes import wish

INTRO = "Backend Developer\n\nHarrowgate Labs builds booking software for ferries.\n\n"


def listed(*items: str, heading: str = "Requirements") -> str:
    return INTRO + heading + "\n" + "".join(f"- {item}\n" for item in items)


@pytest.mark.parametrize(
    "item",
    [
        "Experience with Kafka is a plus",
        "A certificate in cloud work is desired but not required",
        "Golang (preferred)",
        "Optional (not required): a driving licence",
        "Ideally two years with Terraform",
        "A master's degree would be a real bonus",
        "Erfahrung mit Kafka ist von Vorteil",
        "Des notions de Terraform seraient un plus",
        "Se valorará experiencia con Kafka",
        "Conhecimento de Kafka será um diferencial",
        "Kennis van Kafka is een pré",
    ],
)
def test_a_mark_in_the_item_makes_it_a_wish(found, item):
    required, nice = found(listed("Three years of Python", "Solid SQL skills", item))
    assert required == ["Three years of Python", "Solid SQL skills"]
    assert nice == [item]


def test_the_mark_at_the_very_end_of_a_long_item_counts(found):
    item = (
        "Having worked on seat maps, waiting lists, overbooking rules or any of the "
        "other small worlds that a booking system keeps in its head "
        "while the customers of four shipping lines look at the same cabin on the same evening in July is a plus"
    )
    _, nice = found(listed("Three years of Python", "Solid SQL skills", item))
    assert nice == [item]


def test_a_wish_in_a_bracket_leaves_the_item_required(found):
    required, nice = found(listed("A degree in a numerate subject (preferably statistics)", "Solid SQL skills"))
    assert len(required) == 2
    assert not nice


@pytest.mark.parametrize(
    ("item", "must", "wished"),
    [
        ("You write Python every day. Some Rust would be a plus.", "You write Python every day.", "Some Rust would be a plus."),
        (
            "A doctorate is preferred. A master's degree in physics is required.",
            "A master's degree in physics is required.",
            "A doctorate is preferred.",
        ),
    ],
)
def test_an_item_half_required_and_half_wished_is_cut(found, item, must, wished):
    required, nice = found(listed("Three years of testing", item))
    assert must in required
    assert wished in nice


def test_a_sentence_switches_the_rest_of_the_list(found):
    text = listed("Three years of Python", "Solid SQL skills") + "\nThe following are not required, but welcome:\n- Kafka\n- Terraform\n"
    required, nice = found(text)
    assert required == ["Three years of Python", "Solid SQL skills"]
    assert nice == ["Kafka", "Terraform"]


def test_a_must_hidden_among_the_wishes(found):
    required, nice = found(INTRO + "Bonus points\n- Kafka\n- A driving licence. This one is mandatory.\n- Terraform\n")
    assert required == ["A driving licence. This one is mandatory."]
    assert nice == ["Kafka", "Terraform"]


def test_a_child_heading_keeps_its_parents_class(found):
    text = (
        "# Officer\n\n## Essential\n\n### Skills\n\n- Confident writing\n\n### Qualifications\n\n- A degree\n\n"
        "## Desirable\n\n### Skills\n\n- A second language\n\n### Qualifications\n\n- A teaching certificate\n"
    )
    required, nice = found(text, "md")
    assert required == ["Confident writing", "A degree"]
    assert nice == ["A second language", "A teaching certificate"]


def test_the_same_subject_required_here_and_wished_there_stays_two_items(found):
    required, nice = found(
        listed("Working knowledge of SQL", "Two years of support work") + "\nNice to have\n- SQL tuning on very large tables\n"
    )
    assert "Working knowledge of SQL" in required
    assert nice == ["SQL tuning on very large tables"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Requirements", "required"),
        ("QUALIFICATIONS:", "default"),
        ("✅ What you'll bring", "default"),
        ("Quali;cations", "default"),
        ("Desirable (not essential) skills", "nice"),
        ("Dein Profil (m/w/d)", "default"),
        ("Was wir bieten", "other"),
        ("Tes missions", "duty"),
        ("This role is not for you if", "against"),
        ("Physical demands", "required"),
        ("Supplemental questions", "questions"),
        ("Vi söker dig som har", "default"),
        ("VI. Requirements", "required"),
        ("Vi kræver", "required"),
        ("Vi tilbyr", "other"),
        ("Arbeidsoppgaver", "duty"),
        ("Arbetsuppgifter", "duty"),
        ("Il candidato ideale", "default"),
        ("Titoli preferenziali", "nice"),
        ("Cosa farai", "duty"),
        ("Lovely if you've kept hens", "nice"),
        ("Das rundet dein Profil ab", "nice"),
        ("Strong candidates may also", "nice"),
        ("Suma si conoces", "nice"),
        ("Profil souhaité", "default"),
        ("To get the job done you'll need:", "default"),
        ("On the closing date, applicants must:", "required"),
        ("Infos pratiques", "condition"),
        ("Contraintes", "condition"),
        ("Wymagania", "required"),
        ("Mile widziane", "nice"),
        ("Zakres obowiązków", "duty"),
        ("Oferujemy", "other"),
        ("必須経験", "required"),
        ("歓迎する経験", "nice"),
        ("Marmalade", ""),
    ],
)
def test_headings_have_classes(heading, kind):
    assert heading_class(heading)[0] == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three years of Go", ""),
        ("Go is a plus", "all"),
        ("A licence of class B (required), class BE preferred", "part"),
        ("Three years of Go; Rust is a plus", "part"),
        ("Experience of hiring, preferably in more than one country", "part"),
        ("Three years of Go (five preferred)", "part"),
        ("Docker — nice, but we can teach it", "all"),
    ],
)
def test_how_far_a_wish_reaches(text, expected):
    assert wish(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heb je een rijbewijs? Dat is mooi meegenomen.", "all"),
        ("Lighthouse experience is welcome; half of the crew had none", "all"),
        ("Tide tables – a feel for them would be an asset", "all"),
        ("Polish is in your repertoire (a plus, the crew can teach you)", "all"),
        ("It would be a plus if you sail already and know what repairs are needed", "all"),
        ("Bachelor's degree in oceanography, doctorate a plus", "part"),
        ("3 years of welding, French a plus", "part"),
        ("Excellent Polish; Finnish is a plus", "part"),
        ("Fluent Polish, Finnish at B1 is a plus", "part"),
        ("Bonne maîtrise du polonais, le finnois est un atout", "part"),
        ("Polnisch auf C1-Niveau, Finnisch von Vorteil", "part"),
        ("Polaco avanzado, francés deseable", "part"),
        ("Inglês fluente, alemão será um diferencial", "part"),
        ("Vloeiend Pools, Fins is een pré", "part"),
        ("Good command of Polish, knowledge of Finnish an advantage", "part"),
        ("Strong SQL skills, Python is a plus", "part"),
        ("Polish, Finnish or Danish is a plus", "all"),
        ("Fluent Polish, Finnish or Danish is a plus", "all"),
        ("Knowledge of Polish, Finnish or another language would be an advantage", "all"),
        ("A second language, Polish at B2, is a plus", "all"),
        ("Experience with Docker, Kubernetes is a plus", "all"),
    ],
)
def test_how_far_an_item_is_a_wish(text, expected):
    assert wish(text) == expected


def test_a_language_at_a_level_is_required_beside_one_that_is_wished_for(parsed):
    posting = parsed(
        "Lock keeper\n\nBarge Trust looks after nine locks.\n\nRequirements\n- Patience\n- Fluent Polish, Finnish at B1 is a plus\n"
    )
    item = posting.requirements[-1]
    assert item.kind == "required"
    assert [(need.skills, need.level, need.optional) for need in item.needs] == [(("pl",), "C1", False), (("fi",), "B1", True)]


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("Languages: Polish, English", True),
        ("Education: Bachelor's degree", True),
        ("Salary: 40,000 per year", False),
        ("Job type: permanent, full-time", False),
    ],
)
def test_a_field_asks_where_its_value_does(found, line, is_asked):
    text = f"Lock keeper\n\nBarge Trust\n{line}\n\nAbout us\nWe look after nine locks.\n\nRequirements\n- A boat licence\n- Patience\n"
    required, _ = found(text)
    assert (line in required) == is_asked


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("No degree needed.", True),
        ("You don't need to like rain, though you do have to like mud.", False),
        ("Level I: no experience needed. Level II: at least four years on a lock.", False),
        ("Once you have started, we don't have to worry.", False),
    ],
)
def test_a_denial_ends_where_the_text_turns(text, denied):
    assert is_negated(text) == denied


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Diploma of a school of gardening; MSc preferred", "required"),
        ("At least one season with goats is a plus, but beginners who like them may ask too", "nice"),
        ("You have sheared alpacas (not essential)", "nice"),
        ("Knowledge of rare breeds would be highly beneficial, as would a licence for the tractor", "nice"),
        ("Whoever has kept llamas goes to the top of the pile", "nice"),
        ("Experience with goats, and the wish to hit the ground running", "required"),
    ],
)
def test_what_is_wished_for_beside_amounts_brackets_and_adverbs(found, line, kind):
    required, nice = found(f"Goat keeper\n\nRequirements\n- Experience with goats in the hills\n- {line}\n- Strong boots\n")
    assert (line in nice) is (kind == "nice")
    assert any(line.startswith(text[:30]) for text in (nice if kind == "nice" else required))


@pytest.mark.parametrize("heading", ["We'd be chuffed if", "Things that would be cool but we won't hold you to", "Useful to have"])
def test_headings_that_only_wish(found, heading):
    text = f"Goat keeper\n\nRequirements\n- Experience with goats in the hills\n\n{heading}\n\n- You know how to make cheese\n- You yodel\n"
    assert found(text)[1] == ["You know how to make cheese", "You yodel"]
