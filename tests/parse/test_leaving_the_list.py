from __future__ import annotations

import pytest


def test_what_follows_a_word_of_how_to_apply_has_left_the_list(found):
    required, _ = found(
        "Museum technician\n\nQualifications\n"
        "A diploma in conservation or joinery\nTwo years of work in a collection\nExperience of packing fragile objects\n"
        "Please send your application to posts@ellmouth-museum.example by 3 May.\n"
        "Harriet Oake, Head of Collections\n14 Tannery Lane\nEllmouth, Devon\n"
    )
    assert required == [
        "A diploma in conservation or joinery",
        "Two years of work in a collection",
        "Experience of packing fragile objects",
    ]


def test_a_heading_that_wishes_though_it_says_you_have(found):
    required, nice = found(
        "Analyst\n\nWhat you bring\n- Three years of SQL\n- A degree in statistics\n\n"
        "A plus if you have\n- Worked with dbt\n- Led a small team\n",
    )
    assert required == ["Three years of SQL", "A degree in statistics"]
    assert nice == ["Worked with dbt", "Led a small team"]


def test_a_wish_in_a_paragraph_of_duties(found):
    _, nice = found(
        "Baker, Lower Wick\n\nThe work\nYou start the ovens at four and shape two hundred loaves with the others before the shop opens. "
        "A food hygiene certificate would be an advantage. The van goes out at seven and the afternoon is yours.\n"
    )
    assert nice == ["A food hygiene certificate would be an advantage."]


def test_lines_torn_at_links_and_emphasis_are_mended(found):
    required, _ = found(
        "# Data Engineer\n\n## Your profile\n\nYou have used [Kafka](https://example.org)\n, or a comparable broker,\nfor at least\n"
        "two years\n, and **Python**\nis no stranger to you.\n",
        "md",
    )
    assert required == ["You have used Kafka, or a comparable broker, for at least two years, and Python is no stranger to you."]


def test_a_form_field_ends_where_running_text_begins(found):
    text = "Diver\nContract\nPermanent\n\nYou must have five years of experience with wrecks and a head for cold water.\n\nPerks\n- Soup\n"
    required, _ = found(text)
    assert required == ["You must have five years of experience with wrecks and a head for cold water."]


def test_the_header_and_the_legend_of_a_table_ask_for_nothing(found):
    table = "| Demand | How often |\n| --- | --- |\n| Lifting sacks of up to 20 kg | daily |\n| Standing | most of a shift |\n"
    text = "# Miller\n\n## Requirements\n\n- Three years of milling\n- Driving licence\n\n## Physical demands\n\n" + table
    required, nice = found(text, "md")
    assert "Demand: How often" not in required + nice
    assert "Lifting sacks of up to 20 kg: daily" in required


@pytest.mark.parametrize(
    "sentence",
    [
        "Larkhaven Pilots is searching for an unflappable colleague who reads fog like a newspaper.",
        "The ideal candidate writes short log entries and enjoys long nights.",
        "Wir suchen eine Kollegin, die Nebel liest, mit ruhiger Hand am Funkgerät.",
    ],
)
def test_a_sentence_that_says_who_is_sought_asks(found, sentence):
    required, _ = found(
        f"Harbour Pilot\n\nAbout the harbour\n{sentence} The harbour opened in 1871.\n\nRequirements\n- A licence\n- Patience\n"
    )
    assert sentence in required
