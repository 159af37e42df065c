import hypothesis.strategies as st
from hypothesis import given, settings

from fundapp.charts.labels import MARK_PX, Box, Scene, offsets

HOME = Box(200, 200, 200, 200)
SIZE = (50.0, 18.0)


def label_boxes(scene: Scene) -> list[Box]:
    places = offsets(tuple(SIZE for _ in scene.marks), (scene,))
    return [
        Box(x + place.dx, y + place.dy, SIZE[0] / 2, SIZE[1] / 2)
        for (x, y), place in zip(scene.marks, places, strict=True)
    ]


def scene_of(*marks: tuple[float, float], kept_clear: tuple[Box, ...] = ()) -> Scene:
    return Scene(marks=marks, homes=(HOME,) * len(marks), kept_clear=kept_clear)


def test_lone_mark_has_its_label_at_the_right_without_a_line() -> None:
    (place,) = offsets((SIZE,), (scene_of((200, 200)),))
    assert (place.dx > 0, place.dy, place.apart) == (True, 0, False)


def test_label_at_the_right_edge_stays_at_home() -> None:
    (box,) = label_boxes(scene_of((390, 200)))
    assert box.x + box.half_width <= 400


def test_label_keeps_clear_of_what_is_written() -> None:
    written = Box(240, 200, 40, 12)
    (box,) = label_boxes(scene_of((200, 200), kept_clear=(written,)))
    assert box.overlap(written) == 0


def test_two_marks_in_one_place_have_two_labels_apart() -> None:
    one, other = label_boxes(scene_of((200, 200), (200, 200)))
    assert one.overlap(other) == 0


def test_marks_that_lie_over_each_other_have_labels_that_cover_none_of_them() -> None:
    marks = ((60, 97), (61, 89), (63, 97))
    boxes = label_boxes(scene_of(*marks))
    assert not any(box.overlap(Box(x, y, MARK_PX, MARK_PX)) for box in boxes for x, y in marks)


def test_overlap_is_the_common_area() -> None:
    assert Box(0, 0, 10, 10).overlap(Box(0, 0, 2, 1)) == 8
    assert Box(0, 0, 2, 2).overlap(Box(3, 0, 2, 2)) == 4
    assert Box(0, 0, 2, 2).overlap(Box(9, 0, 2, 2)) == 0


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(60, 340), st.integers(60, 340)), min_size=1, max_size=5, unique=True))
def test_few_labels_never_cover_anything(marks: list[tuple[int, int]]) -> None:
    scene = scene_of(*marks)
    boxes = label_boxes(scene)
    obstacles = [Box(x, y, MARK_PX, MARK_PX) for x, y in marks]
    assert not any(box.overlap(mark) for box in boxes for mark in obstacles)
    assert not any(one.overlap(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
