"""After a power cut at any moment, everything that was acknowledged is there and the record is whole."""

from faults.power import Disk, Step, cuts, recorded

from fundapp.store.database import NAME


def test_a_power_cut_loses_nothing_that_was_acknowledged() -> None:
    found = cuts(recorded(40, "FULL"), 100)
    assert found == {"whole": 100}


def test_the_cuts_bite_a_store_that_does_not_sync_each_commit_is_caught() -> None:
    found = cuts(recorded(40, "NORMAL"), 40)
    assert found["lost"] > 0


def test_a_cut_keeps_what_was_synced_and_any_part_of_the_rest() -> None:
    class Chance:
        def choice(self, _how):
            return self.how

        def random(self):
            return next(self.numbers)

    disk, chance = Disk(), Chance()
    for step in (Step("c", NAME, 0, b""), Step("w", NAME, 0, b"aa"), Step("s", NAME, 0, b"")):
        disk.take(step)
    disk.take(Step("w", NAME, 2, b"bb"))
    disk.take(Step("w", NAME, 0, b"c" * 1024))
    for how, numbers, left in (
        ("nothing", [], b"aa"),
        ("all", [], b"c" * 1024),
        ("any", [0.9, 0.1], b"aabb"),
        ("torn", [0.1, 0.9, 0.9, 0.1], b"c" * 512),
    ):
        chance.how, chance.numbers = how, iter(numbers)
        assert disk.cut(chance) == {NAME: left}, how
    disk.take(Step("t", NAME, 1, b""))
    disk.take(Step("s", NAME, 0, b""))
    chance.how = "nothing"
    assert disk.cut(chance) == {NAME: b"c"}
