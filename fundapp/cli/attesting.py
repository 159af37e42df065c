"""`fundapp keys`, `attest`, `sign-pdf`: signatures and timestamps over locked minutes. All of it is optional."""

import argparse
import os
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fundapp.attesting import extra
from fundapp.attesting.means import AUTHORITY_VARIABLE, CERTIFICATE_VARIABLE, KEY_VARIABLE, means
from fundapp.basis.refusal import Problem, Refusal
from fundapp.cli.keeping import EXPORTER, OPERATOR
from fundapp.cli.telling import data_option, fail, folder_of, opened, refuse
from fundapp.text.catalogue import _

if TYPE_CHECKING:
    from fundapp.documents.minutes_proof import Proved

PASSWORD_VARIABLE = "FUNDAPP_CERTIFICATE_PASSWORD"  # noqa: S105 - the name of a variable


def add(commands: Any) -> None:
    """Add these commands to the command line."""
    keys = commands.add_parser("keys", help=_("make the fund's own signing key, and sign minutes with it elsewhere"))
    acts = keys.add_subparsers(required=True, metavar=_("command"))
    new = acts.add_parser("new", help=_("write a new key; its public half goes beside it"))
    new.add_argument("file", type=Path, metavar="FILE")
    data_option(new)
    new.set_defaults(carry_out=_new)
    sign = acts.add_parser("sign", help=_("sign a copy of locked minutes on a machine without the record"))
    sign.add_argument("minutes", type=Path, metavar="MINUTES")
    sign.add_argument("--key", type=Path, metavar="FILE", required=True)
    sign.add_argument("--out", type=Path, metavar="FILE", required=True)
    sign.set_defaults(carry_out=_sign)

    named = means()
    attest = commands.add_parser("attest", help=_("sign locked minutes, or have them stamped by an authority"))
    data_option(attest)
    attest.add_argument("--meeting", type=int, metavar="N", required=True, help=_("number of the meeting"))
    attest.add_argument("--key", type=Path, metavar="FILE", default=named.key, help=KEY_VARIABLE)
    attest.add_argument("--signature", type=Path, metavar="FILE", help=_("take in what `keys sign` wrote"))
    attest.add_argument("--tsa", metavar="URL", default=named.authority, help=AUTHORITY_VARIABLE)
    attest.add_argument("--trust", type=Path, metavar="FILE", default=named.certificate, help=CERTIFICATE_VARIABLE)
    attest.set_defaults(carry_out=_attest)

    pdf = commands.add_parser("sign-pdf", help=_("sign the PDF of locked minutes with a person's own certificate"))
    pdf.add_argument("minutes", type=Path, metavar="MINUTES.pdf")
    pdf.add_argument("--certificate", type=Path, metavar="FILE.p12", required=True, help=PASSWORD_VARIABLE)
    pdf.add_argument("--out", type=Path, metavar="FILE", required=True)
    pdf.add_argument("--tsa", metavar="URL", default=named.authority, help=AUTHORITY_VARIABLE)
    pdf.set_defaults(carry_out=_sign_pdf)


def _new(given: argparse.Namespace) -> int:
    if refused := extra.missing():
        return refuse(refused)
    from fundapp.attesting.keys import PUBLIC, new_key

    path: Path = given.file.expanduser().resolve()
    made = new_key(path, folder_of(given))
    if isinstance(made, Refusal):
        return refuse(made)
    print(
        _("The private key is in {file}. Keep a copy of it in a safe place, and give it to nobody.").format(file=path)
    )
    print(_("The public key is in {file}: give it to whoever checks minutes.").format(file=f"{path}{PUBLIC}"))
    print(made)
    return 0


def _sign(given: argparse.Namespace) -> int:
    if refused := extra.missing():
        return refuse(refused)
    from fundapp.attesting.keys import signature
    from fundapp.attesting.statement import statement

    data = _locked(given.minutes)
    if isinstance(data, int):
        return data
    proved, _bytes = data
    made = signature(statement(proved.last), given.key.expanduser())
    if isinstance(made, Refusal):
        return refuse(made)
    return _written(given.out, made.model_dump_json(indent=1).encode())


def _sign_pdf(given: argparse.Namespace) -> int:
    if refused := extra.missing():
        return refuse(refused)
    from fundapp.attesting.pdf_signature import signed

    data = _locked(given.minutes)
    if isinstance(data, int):
        return data
    proved, pdf = data
    if proved.kind != "pdf":
        return fail(_("{file} is no PDF.").format(file=given.minutes))
    password = os.environ.get(PASSWORD_VARIABLE)
    if password is None:
        password = getpass(_("Password of the certificate: "))
    made = signed(pdf, given.certificate.expanduser(), password, given.tsa)
    return refuse(made) if isinstance(made, Refusal) else _written(given.out, made)


def _locked(path: Path) -> "tuple[Proved, bytes] | int":
    """Minutes that prove themselves and are locked; else an exit code, and the reader was told."""
    from fundapp.attesting.pdf_reading import signatures
    from fundapp.documents.minutes_proof import prove
    from fundapp.text.refusal_text import problem_text

    try:
        data = path.expanduser().read_bytes()
    except OSError as fault:
        return fail(_("{file} cannot be read: {fault}").format(file=path, fault=fault.strerror))
    proved = prove(data, lambda pdf, pages: signatures(pdf, pages) is not None)
    if isinstance(proved, Problem):
        return fail(problem_text(proved))
    if proved.state != "confirmed":
        return refuse(Refusal.of("minutes_not_locked", number=proved.content.meeting_number))
    return proved, data


def _written(path: Path, content: bytes) -> int:
    try:
        with path.expanduser().open("xb") as out:
            out.write(content)
    except FileExistsError:
        return fail(_("{file} exists already. Nothing is overwritten: name another file.").format(file=path))
    except OSError as fault:
        return fail(_("{file} cannot be written: {fault}").format(file=path, fault=fault.strerror))
    print(_("Written: {file}").format(file=path))
    return 0


def _attest(given: argparse.Namespace) -> int:
    from fundapp.web.minutes_attested import signed_order, stamped_order, taken_order

    desk = opened(given)
    if desk is None:
        return 1
    found = (one for one in desk.book(EXPORTER).meetings.values() if one.number == given.meeting)
    meeting = next(found, None)
    if meeting is None:
        return refuse(Refusal.of("minutes_unknown"))
    orders = []
    if given.signature:
        try:
            orders.append(taken_order(desk, meeting, given.signature.expanduser().read_bytes()))
        except OSError as fault:
            return fail(_("{file} cannot be read: {fault}").format(file=given.signature, fault=fault.strerror))
    elif given.key:
        orders.append(signed_order(desk, meeting, given.key))
    if given.tsa:
        orders.append(stamped_order(desk, meeting, given.tsa, given.trust))
    if not orders:
        return fail(_("Name a key (--key), a signature's file (--signature) or an authority (--tsa)."))
    code = 0
    for order in orders:
        done = order if isinstance(order, Refusal) else desk.submit(order, OPERATOR)
        if isinstance(done, Refusal):
            code = refuse(done)
        else:
            print(_("Taken into the record as no. {seq}: new copies carry it.").format(seq=done.seq))
    return code
