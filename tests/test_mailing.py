"""E-mail through a server that speaks SMTP on this machine, made for the test."""

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage

import pytest

from fundapp.mailing import MailServer, mail_server, public_address, send_all


@dataclass
class Heard:
    port: int = 0
    mails: list[str] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Heard]:
    """RFC 5321 as far as needed; it refuses anybody at nowhere.example."""
    heard = Heard()

    class Conversation(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            def say(line: str) -> None:
                self.wfile.write(f"{line}\r\n".encode())

            say("220 test")
            while line := self.rfile.readline().decode().strip():
                word = line.upper()
                if word.startswith("EHLO"):
                    say("250 test")
                elif word.startswith("RCPT") and "nowhere.example" in line:
                    say("550 no such user")
                elif word == "DATA":
                    say("354 go on")
                    mail = []
                    while (part := self.rfile.readline().decode()) != ".\r\n":
                        mail.append(part)
                    heard.mails.append("".join(mail))
                    say("250 taken")
                elif word == "QUIT":
                    say("221 bye")
                    return
                else:
                    say("250 ok")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as listening:
        listening.daemon_threads = True
        heard.port = listening.server_address[1]
        running = threading.Thread(target=listening.serve_forever, daemon=True)
        running.start()
        yield heard
        listening.shutdown()
        running.join()


def mail(to: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["X-Unsent"] = "office@fund.example", to, "asked", "1"
    made.set_content("Can you make these parts?")
    return made


def test_messages_leave_and_one_that_fails_stops_no_other(server):
    house = MailServer(host="127.0.0.1", port=server.port, encrypted=False, sender="office@fund.example")
    mails = [("m1", mail("a@works.example")), ("m2", mail("b@nowhere.example")), ("m3", mail("c@works.example"))]
    answers = dict(send_all(house, mails))
    assert (answers["m1"], answers["m3"]) == ("", "")
    assert "no such user" in answers["m2"]
    assert len(server.mails) == 2
    assert "X-Unsent" not in server.mails[0]


def test_a_server_that_is_not_there_is_told_for_every_message(server):
    house = MailServer(host="127.0.0.1", port=1, encrypted=False, sender="office@fund.example")
    answers = dict(send_all(house, [("m1", mail("a@works.example")), ("m2", mail("b@works.example"))]))
    assert set(answers) == {"m1", "m2"}
    assert all(answers.values())


def test_a_password_is_not_sent_in_the_clear(server):
    house = MailServer(
        host="127.0.0.1", port=server.port, encrypted=False, user="u", password="p", sender="office@fund.example"
    )
    ((_key, failure),) = send_all(house, [("m1", mail("a@works.example"))])
    assert "no encryption" in failure
    assert server.mails == []


@pytest.mark.parametrize(
    ("named", "read"),
    [
        (
            "smtp://u%40x:p%3A@mail.example?from=office@fund.example",
            MailServer(
                host="mail.example", port=587, encrypted=False, user="u@x", password="p:", sender="office@fund.example"
            ),
        ),
        (
            "smtps://mail.example?from=a@b.example",
            MailServer(host="mail.example", port=465, encrypted=True, sender="a@b.example"),
        ),
        ("smtp://mail.example", None),
        ("http://mail.example?from=a@b.example", None),
        ("", None),
    ],
)
def test_the_environment_names_the_server(named, read):
    assert mail_server({"FUNDAPP_SMTP": named}) == read


def test_links_lead_to_the_address_that_the_installation_names():
    assert public_address("http://127.0.0.1:8501/", {}) == "http://127.0.0.1:8501"
    assert public_address("http://127.0.0.1:8501/", {"FUNDAPP_URL": "https://fund.example/"}) == "https://fund.example"
