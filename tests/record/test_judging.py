from fundapp.record.book import Book
from fundapp.record.judging import still_fit
from fundapp.store.events import caught_up


def test_what_still_fits_after_an_approval_counts_balance_company_and_sector(fund) -> None:
    first = fund.proposal("PR-1", ask_yen=90_000_000, sector="machines")
    other = fund.proposal("PR-2", ask_yen=95_000_000, sector="tools")
    same_sector = fund.proposal("PR-3", ask_yen=100_000_000, sector="machines")
    same_company = other.model_copy(update={"company": first.company})
    with fund.desk.database.read() as connection:
        book = caught_up(connection, "main", Book())
    answers = still_fit(book, first, 90_000_000, (other, same_sector, same_company))
    assert [(check.fits, check.room_yen) for _proposal, check in answers] == [
        (True, 100_000_000),
        (True, 100_000_000),
        (False, 10_000_000),
    ]
    assert book.balances.get("CAP:Reserved:what-if") is None
