from email.message import EmailMessage

import pytest

from jobfit.errors import ReadError
from jobfit.read import read


def mail(plain="", html=""):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@torte.example", "b@x.example", "Fwd: Re: Köchin gesucht"
    if plain:
        message.set_content(plain, cte="quoted-printable")
    if html:
        message.add_alternative(html, subtype="html", cte="base64") if plain else message.set_content(html, subtype="html", cte="base64")
    return message


def document(message):
    (found,) = read("a.eml", data=message.as_bytes())
    return found


def test_headers_go_and_quoted_printable_and_quoting_marks_are_undone():
    found = document(
        mail("> Wir suchen eine Köchin, die auch bei sehr langen Zeilen ruhig bleibt und nie die Geduld verliert.\n> * Messer\n")
    )
    assert [(line.bullet, line.text[:24]) for line in found.lines] == [("", "Wir suchen eine Köchin, "), ("*", "Messer")]
    assert (found.format, found.meta) == ("eml", {"title": "Köchin gesucht"})


def test_html_alone_is_read_as_a_page():
    found = document(mail(html="<h2>Köchin</h2><ul><li>Messer</li></ul>"))
    assert [(line.heading, line.bullet, line.text) for line in found.lines if line.text] == [(2, "", "Köchin"), (0, "-", "Messer")]


def test_plain_text_is_preferred_where_it_says_as_much():
    text = "Wir suchen eine Köchin.\n" * 5
    assert document(mail(text, f"<p>{text}</p>")).lines[0].text == "Wir suchen eine Köchin."


def test_attachments_are_named():
    message = mail("Siehe Anhang")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="stelle.pdf")
    assert document(message).warnings == ("not read: attached stelle.pdf",)


def test_a_mail_without_text_is_an_error():
    message = EmailMessage()
    message["From"], message["Subject"] = "a@x.example", "Anhang"
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="stelle.pdf")
    with pytest.raises(ReadError, match="no text"):
        document(message)
