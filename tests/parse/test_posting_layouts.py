from __future__ import annotations

import pytest

INTRO = "Backend Developer\n\nHarrowgate Labs builds booking software for ferries.\n\n"


def test_list_marks_of_all_kinds_are_taken_off(found):
    marks = ["- ", "* ", "• ", "· ", "● ", "▪ ", "➢ ", "✓ ", "1. ", "a) ", "- [ ] "]
    for mark in marks:
        items = [f"{mark}Three years of Python", f"{mark.replace('1', '2').replace('a', 'b')}Good knowledge of SQL"]
        required, _ = found(INTRO + "Requirements\n" + "\n".join(items))
        assert required == ["Three years of Python", "Good knowledge of SQL"], mark


def test_wrapped_items_are_whole_and_keep_their_lines(parsed):
    text = INTRO + (
        "What we need from you\n\n"
        "* At least four years of looking after PostgreSQL in production, replicas\n"
        "  and upgrades included, for more than one team at the same time.\n"
        "* Shell scripting that a colleague can still read a year later, with tests\n"
        "for the parts that delete things.\n"
        "* Patience.\n"
    )
    first, second, third = parsed(text).requirements
    assert first.text.endswith("for more than one team at the same time.")
    assert (first.line, first.end_line) == (7, 8)
    assert second.text.startswith("Shell scripting")
    assert (second.line, second.end_line) == (9, 10)
    assert third.text == "Patience."


def test_a_mark_alone_on_its_line_belongs_to_the_next(found):
    required, _ = found(INTRO + "Requirements\n•\nFluent Rust\n•\nExperience with Kafka\n")
    assert required == ["Fluent Rust", "Experience with Kafka"]


def test_items_without_marks_are_found(found):
    text = INTRO + (
        "About you\n\nYou should have\n\nA degree in computing, or the experience to match\n\nFive or more years with Java\n\n"
        "Ability to explain a trade-off to people who do not code\n\nIt would be nice, but is not required, if you have\n\n"
        "Experience with seat reservation systems\n\nKnowledge of Kotlin\n"
    )
    required, nice = found(text)
    assert len(required) == 3
    assert len(nice) == 2


def test_heading_and_first_item_on_one_line(found):
    required, nice = found(
        INTRO + "MINIMUM QUALIFICATIONS • Two years of Go\n• Solid SQL\n\nPREFERRED QUALIFICATIONS • gRPC\n• Terraform\n"
    )
    assert required == ["Two years of Go", "Solid SQL"]
    assert nice == ["gRPC", "Terraform"]


def test_heading_glued_under_the_last_item(found):
    required, nice = found(
        INTRO + "Requirements\n- Two years of Go\n- Solid SQL\nNice to have\n- gRPC\nWhat we offer\n- A pension\n- Free coffee\n"
    )
    assert required == ["Two years of Go", "Solid SQL"]
    assert nice == ["gRPC"]


def test_a_blob_without_newlines_is_cut(found):
    text = (
        "Data Engineer - Wexcombe - Leeds - Wexcombe counts parcels for four carriers and tells them where the missing ones are. "
        "THE ROLE You will move our nightly jobs to streams and keep the warehouse tidy. "
        "WHAT WE ARE LOOKING FOR - 3+ years of data engineering in Python - Solid "
        "SQL and data modelling - Experience with Airflow or Dagster "
        "- Clear written English NICE TO HAVE - Kafka - dbt - Experience in logistics "
        "WHAT WE OFFER A salary of 55,000 pounds; 28 days of leave; "
        "a pension at 6%. HOW TO APPLY Send us a CV by the end of the month."
    )
    required, nice = found(text)
    assert [item for item in required if "Leeds" not in item] == [
        "3+ years of data engineering in Python",
        "Solid SQL and data modelling",
        "Experience with Airflow or Dagster",
        "Clear written English",
    ]
    assert nice == ["Kafka", "dbt", "Experience in logistics"]


def test_columns_for_essential_and_desirable(found):
    text = (
        "# Records Officer\n\n## Person specification\n\n| Criteria | Essential | Desirable |\n| --- | --- | --- |\n"
        "| Qualifications | A degree or equal experience | A diploma in archives |\n| Skills | Confident use of Excel | |\n"
    )
    required, nice = found(text, "md")
    assert required == ["A degree or equal experience", "Confident use of Excel"]
    assert nice == ["A diploma in archives"]


GRADED = [("A diploma in horticulture", "E"), ("Trained first aider", "D"), ("Three seasons in a public garden", "E")]


def test_a_column_that_grades_each_row(found):
    rows = "".join(f"| {text} | {grade} | A/I |\n" for text, grade in GRADED)
    for head in ("Essential / Desirable", "E/D", "Essential (E) or Desirable (D)"):
        text = f"# Gardener\n\n## Person specification\n\n| Requirement | {head} | Assessed by |\n| --- | --- | --- |\n{rows}"
        assert found(text, "md") == ([text for text, grade in GRADED if grade == "E"], ["Trained first aider"])


def test_ticks_under_essential_and_desirable(found):
    rows = "".join(f"<tr><td>{text}</td><td>{'✓' * (grade == 'E')}</td><td>{'x' * (grade == 'D')}</td></tr>" for text, grade in GRADED)
    head = "<tr><th>Criteria</th><th>Essential</th><th>Desirable</th></tr>"
    text = f"<h1>Gardener</h1><p>The town of Wexley is looking for you.</p><h2>Person specification</h2><table>{head}{rows}</table>"
    assert found(text, "html") == ([text for text, grade in GRADED if grade == "E"], ["Trained first aider"])


def test_a_title_between_rows_leaves_their_columns_and_a_group_is_no_item(found):
    text = (
        "<h1>Gardener</h1><p>The town of Wexley is looking for you.</p><h2>Person specification</h2>"
        "<table><tr><th>Area</th><th>Criteria</th><th>E/D</th></tr>"
        '<tr><td rowspan="2">Certificates held</td><td>PA1 and PA6</td><td>E</td></tr><tr><td>First aid</td><td>D</td></tr>'
        '<tr><td colspan="3">Skills that help in old gardens</td></tr>'
        "<tr><td>Practical work</td><td>Pruning old fruit trees</td><td>D</td></tr></table>"
    )
    assert found(text, "html") == (["PA1 and PA6"], ["First aid", "Pruning old fruit trees"])


def test_the_number_of_a_criterion_is_no_part_of_it(found):
    rows = "".join(f"| E{n} | {text} |\n" for n, (text, _) in enumerate(GRADED, 1))
    text = f"# Gardener\n\n## Essential criteria\n\n| No. | Criterion |\n| --- | --- |\n{rows}"
    assert found(text, "md") == ([text for text, _ in GRADED], [])


def test_full_rows_of_a_table_are_not_taken_for_one_wrapped_line(found):
    text = (
        "<h1>Harbour Surveyor</h1><p>Port of Wexley, full-time</p>"
        "<table><tr><th>Area</th><th>Essential</th><th>Desirable</th></tr>"
        "<tr><td>Education</td><td>Diploma in surveying or similar training</td><td>Chartered membership</td></tr>"
        "<tr><td>Experience</td><td>Two years of measuring quays and locks</td><td>Work with sonar</td></tr>"
        "<tr><td>Tools</td><td>AutoCAD and total stations</td><td>QGIS</td></tr></table>"
        "<h2>About us</h2><p>We keep the harbour open.</p><p>Boats come and go.</p><p>Ships do too.</p>"
    )
    required, nice = found(text, "html")
    assert required == [
        "Diploma in surveying or similar training",
        "Two years of measuring quays and locks",
        "AutoCAD and total stations",
    ]
    assert nice == ["Chartered membership", "Work with sonar", "QGIS"]


def test_marks_for_essential_and_desirable(found):
    text = INTRO + (
        "Person specification\n\nA degree in chemistry (E)\nTwo years in a laboratory (E)\nExperience with mass spectrometry (D)\n"
        "Careful record keeping (E); writing method sheets (D)\n"
    )
    required, nice = found(text)
    assert [item.split(" (")[0] for item in required] == ["A degree in chemistry", "Two years in a laboratory", "Careful record keeping"]
    assert [item.split(" (")[0] for item in nice] == ["Experience with mass spectrometry", "writing method sheets"]


def test_front_matter_comments_are_no_headings(found):
    text = "---\n# Requirements go below, do not edit\ntitle: Web Developer\n---\n\n## Requirements\n\n- Two years of PHP\n- Good English\n"
    required, _ = found(text, "md")
    assert required == ["Two years of PHP", "Good English"]


def test_zero_width_spaces_and_doubly_escaped_tags_do_not_show(found):
    required, _ = found(INTRO + "Requirements\n\u200b\n- \u200bTwo years of &amp;lt;b&amp;gt;Go&amp;lt;/b&amp;gt;\n- Solid SQL\n")
    assert required == ["Two years of Go", "Solid SQL"]


def test_bold_runs_as_headings_with_text_on_the_same_line(found):
    text = (
        "# Analyst\n\n**The work.** You would join a group of five and answer "
        "questions about prices every week for the whole trading floor.\n\n"
        "**Skills.** You need three years of SQL in a company where the numbers were used. "
        "You must be able to write in clear English to people in a hurry.\n\n"
        "**What we offer.** Between 40,000 and 48,000 euros a year, thirty days of "
        "holiday, and a pension that we pay two thirds of every month.\n"
    )
    required, nice = found(text, "md")
    assert len(required) == 1 or len(required) == 2
    assert "three years of SQL" in required[0]
    assert not nice


@pytest.mark.parametrize(
    ("heading", "wish", "items"),
    [
        (
            "Dein Profil",
            "Von Vorteil",
            ["Abgeschlossenes Studium der Informatik", "Mehrjährige Erfahrung mit Java", "Sehr gute Deutschkenntnisse"],
        ),
        ("Votre profil", "Les plus", ["Diplôme d'ingénieur ou équivalent", "Trois ans d'expérience en Java", "Anglais courant"]),
        ("Requisitos", "Se valorará", ["Titulación en informática", "Tres años de experiencia con Java", "Nivel alto de inglés"]),
        ("Requisitos obrigatórios", "Diferenciais", ["Formação em computação", "Três anos de experiência com Java", "Inglês fluente"]),
        (
            "Wat breng je mee",
            "Mooi meegenomen",
            ["Een hbo-opleiding informatica", "Drie jaar ervaring met Java", "Goede kennis van het Engels"],
        ),
        ("Requisiti", "Sarà un plus", ["Laurea in informatica", "Tre anni di esperienza con Java", "Buona conoscenza dell'inglese"]),
        ("Kvalifikationer", "Meriterande", ["Examen i datavetenskap", "Tre års erfarenhet av Java", "God engelska i tal och skrift"]),
        ("Требования", "Будет плюсом", ["Опыт работы с Java от трёх лет", "Знание SQL", "Английский язык"]),
        ("必須要件", "歓迎要件", ["Javaでの開発経験3年以上", "SQLの知識", "日本語でのコミュニケーション能力"]),
        ("자격요건", "우대사항", ["Java 개발 경험 3년 이상", "SQL 지식", "원활한 의사소통 능력"]),
        ("任职要求", "加分项", ["三年以上Java开发经验", "熟悉SQL", "良好的沟通能力"]),
    ],
)
def test_headings_of_other_languages(found, heading, wish, items):
    text = "Java\n\n" + heading + "\n" + "".join(f"- {item}\n" for item in items) + "\n" + wish + "\n- Kubernetes\n- Kafka\n"
    required, nice = found(text)
    assert required == items
    assert nice == ["Kubernetes", "Kafka"]


def test_cells_of_a_table_of_criteria_keep_their_kind_where_others_are_empty(found):
    table = """<h1>Baker</h1><h2>Person specification</h2><table>
    <tr><th>Area</th><th>Essential</th><th>Desirable</th></tr>
    <tr><td>Craft</td><td>Shaping loaves by hand</td><td>Laminated dough</td></tr>
    <tr><td></td><td>Setting up stone ovens</td><td>Milling rye flour</td></tr>
    <tr><td></td><td></td><td>Training apprentices</td></tr></table>"""
    required, nice = found(table, "html")
    assert required == ["Shaping loaves by hand", "Setting up stone ovens"]
    assert nice == ["Laminated dough", "Milling rye flour", "Training apprentices"]


def test_letters_grade_rows_whose_header_was_not_read(found):
    rows = "\n".join(
        f"{text} | {letter} | Interview"
        for text, letter in (("Keeps bees", "E"), ("Has sold honey at markets", "D"), ("Can lift full hives", "E"), ("Drives a van", "E"))
    )
    required, nice = found(f"Beekeeper\n\nPerson specification\n\n{rows}\n")
    assert required == ["Keeps bees", "Can lift full hives", "Drives a van"]
    assert nice == ["Has sold honey at markets"]


def test_numbered_lines_that_count_up_over_texts_are_headings(found):
    text = """Beekeeper

1. About us
We keep four hundred hives on the heath and sell honey at twelve markets.

2. The wild part
You will move the hives at night, when the bees are at home.

3. Requirements
Experience with bees for at least two summers.

4. So long
Write to us before the heather is in bloom, and come and see the hives."""
    required, nice = found(text)
    assert required == ["Experience with bees for at least two summers."]
    assert nice == []


def test_the_column_before_the_wishes_holds_what_is_asked_for(found):
    cells = (("Area", "At the least", "Desirable"), ("Hives", "Two summers with bees", "A season abroad"), ("Van", "Driving in snow", ""))
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    required, nice = found(f"<h1>Beekeeper</h1><p>We look for help.</p><h2>Profile</h2><table>{rows}</table>", "html")
    assert required == ["Two summers with bees", "Driving in snow"]
    assert nice == ["A season abroad"]


def test_a_title_with_its_terms_is_no_requirement(found):
    required, _ = found(
        "Welder (2nd Shift) - $24/hr - Joplin, MO\n\nWe build trailers.\n\nRequirements\n- Two years of welding\n- Own hood\n"
    )
    assert required == ["Two years of welding", "Own hood"]
