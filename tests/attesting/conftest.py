"""Locked minutes, and a timestamping authority of our own on this machine that can be told to misbehave."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from closed_meeting import closed_meeting, locked
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from small_fund import SECRETARIAT, SmallFund

from fundapp.committee.minutes import MinutesContent
from fundapp.web.minutes_copy import minutes_copy

STATED_AT = datetime(2026, 4, 2, 3, 4, 5, tzinfo=UTC)
DER, PEM = serialization.Encoding.DER, serialization.Encoding.PEM


@dataclass(frozen=True)
class Certified:
    """A key and the certificate that its owner made for itself."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    def file(self, folder: Path) -> Path:
        path = folder / "certificate.pem"
        path.write_bytes(self.certificate.public_bytes(PEM))
        return path


def certified(name: str, *, stamps: bool = False) -> Certified:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    building = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(STATED_AT - timedelta(days=365))
        .not_valid_after(STATED_AT + timedelta(days=3650))
        .add_extension(usage, critical=True)
    )
    if stamps:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        building = building.add_extension(purpose, critical=True)
    return Certified(key, building.sign(key, hashes.SHA256()))


@pytest.fixture(scope="session")
def person() -> Certified:
    """A member's own certificate."""
    return certified("Takase")


@pytest.fixture(scope="session")
def stranger() -> Certified:
    """Another authority."""
    return certified("Stranger", stamps=True)


Meddle = Callable[[tsp.TimeStampReq], tsp.TimeStampReq]


@dataclass
class Authority:
    """What the authority does with what it is asked; without orders it answers as it should."""

    owner: Certified
    meddle: Meddle = field(default=lambda request: request)
    instead: bytes | None = None
    status: int = 200
    asked: int = 0
    address: str = ""

    def answer(self, body: bytes) -> bytes:
        self.asked += 1
        if self.instead is not None:
            return self.instead
        certificate = asn1.Certificate.load(self.owner.certificate.public_bytes(DER))
        key = self.owner.key.private_bytes(DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        stamper = DummyTimeStamper(certificate, keys.PrivateKeyInfo.load(key), fixed_dt=STATED_AT)
        return stamper.request_tsa_response(self.meddle(tsp.TimeStampReq.load(body))).dump()


@pytest.fixture(scope="session")
def stamping() -> Certified:
    """The authority's certificate."""
    return certified("Stamping office", stamps=True)


@pytest.fixture
def authority(stamping: Certified) -> Iterator[Authority]:
    """An authority that answers on this machine."""
    behaving = Authority(stamping)

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            assert self.headers["content-type"] == "application/timestamp-query"
            answer = behaving.answer(body)
            self.send_response(behaving.status)
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Door)
    behaving.address = f"http://127.0.0.1:{server.server_port}/stamp"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield behaving
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fund(tmp_path: Path) -> Iterator[SmallFund]:
    """A fund with locked minutes."""
    made = closed_meeting(tmp_path / "data")
    locked(made)
    yield made
    made.desk.database.close()


@pytest.fixture
def minutes(fund: SmallFund) -> Callable[[], MinutesContent]:
    """The copy of today, as the secretariat has it."""

    def copy() -> MinutesContent:
        content = minutes_copy(fund.desk, SECRETARIAT, "m1", "ja")
        assert isinstance(content, MinutesContent)
        return content

    return copy
