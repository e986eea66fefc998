"""The fit by small sums: every letter is half its size wide, and a line breaks anywhere."""

import pytest

from voortgang.office.font import Font
from voortgang.office.measure import POINT, Span, plain
from voortgang.presentatie.fit.fit import Space, Tailor, ladder, room, variants
from voortgang.presentatie.fit.flow import Dress, Flow, chunks_of, height_of, items_of
from voortgang.presentatie.outline import Punt
from voortgang.presentatie.slides import CM, Box

FONT = Font("Calibri", "carlito", 1.01)
DRESS = Dress(10, 8, 8, 0.5, 0, 0, FONT)  # lines of 12 points, of 9.6 below them, a gap of 5
WIDE = 100 * POINT  # 20 letters on a line, 25 of a sub-item


class Typewriter:
    """A measure that can be checked by counting."""

    def lines(self, words, _font, size, width):
        text, fit = plain(words), max(1, int(width / POINT / size * 2))
        return tuple((n, min(n + fit, len(text))) for n in range(0, max(len(text), 1), fit))


def entry(text, *children, **more):
    return Punt((Span(text),), tuple(entry(child) for child in children), **more)


def group(subs, length=1):
    """An entry with sub-items a, b, c, …, each of so many lines."""
    return entry("Groep", *("abcdefgh"[n] * 25 * length for n in range(subs)))


def lines_of(count, letter="x"):
    return entry(letter * 20 * count)


def flow(*entries, dress=DRESS, width=WIDE):
    return Flow(items_of(entries), dress, width, Typewriter())


def texts(columns):
    """The first letter of each piece with its number of lines, column by column."""
    return [[f"{plain(p.words)[:1]}{len(p.lines)}" for p in column] for column in columns]


def test_a_list_lies_flat_in_its_order():
    items = items_of((entry("Een", "a", "b"), entry("Twee", teken="number", number=2)))
    found = [(plain(each.words), each.level, each.group, each.number) for each in items]
    assert found == [("Een", 0, 0, None), ("a", 1, 0, None), ("b", 1, 0, None), ("Twee", 0, 1, 2)]


def test_what_has_no_words_and_no_sign_is_left_out():
    items = items_of((entry("", teken="none"), entry("a", teken="none"), entry("")))
    assert [(plain(each.words), each.teken) for each in items] == [("a", "none"), ("", "bullet")]


@pytest.mark.parametrize(
    ("entries", "hang"),
    [
        ((entry("a"), entry("b", teken="none")), [True, True]),
        ((entry("a", teken="none"), entry("b", teken="none")), [False, False]),
        ((entry("a", "sub", teken="none"),), [False, True]),
    ],
    ids=["with a sign somewhere", "without signs", "a sub-item always"],
)
def test_texts_hang_in_line_with_each_other(entries, hang):
    assert [each.hangs for each in items_of(entries)] == hang


def test_where_a_text_begins():
    dress = Dress(10, 8, 8, 0, 100, 30, FONT)
    hanging, sub = items_of((entry("a", "sub"),))
    (bare,) = items_of((entry("a", teken="none"),))
    assert [dress.margin(each) for each in (bare, hanging, sub)] == [0, 100, 130]


@pytest.mark.parametrize(
    ("subs", "chunks"),
    [
        (0, [(0, 1, None)]),
        (1, [(0, 2, None)]),
        (3, [(0, 4, None)]),
        (4, [(0, 3, None), (3, 5, 0)]),
        (6, [(0, 3, None), (3, 4, 0), (4, 5, 0), (5, 7, 0)]),
    ],
)
def test_a_group_splits_only_with_two_sub_items_on_each_side(subs, chunks):
    assert chunks_of(items_of((group(subs),))) == chunks


def test_each_group_splits_by_itself_and_a_deeper_level_does_not_count():
    deep = Punt((Span("Groep"),), (entry("a", "1", "2", "3"), entry("b")))
    assert chunks_of(items_of((group(4), deep, entry("x")))) == [
        (0, 3, None),
        (3, 5, 0),
        (5, 11, None),
        (11, 12, None),
    ]


def test_heights_count_lines_and_the_gaps_between_entries():
    made = flow(lines_of(1), lines_of(2), group(2))
    assert made.bare == pytest.approx(12 + 24 + 12 + 2 * 9.6)
    assert made.total == pytest.approx(made.bare + 2 * 5)
    assert made.with_gap(0.2).total == pytest.approx(made.bare + 2 * 2)
    assert made.tallest == pytest.approx(12 + 2 * 9.6)
    assert flow().tallest == 0


def test_the_tallest_part_of_a_group_counts_its_entry_again():
    assert flow(group(4)).tallest == pytest.approx(12 + 2 * 9.6)
    assert flow(group(8, 2)).tallest == pytest.approx(12 + 4 * 9.6)
    later = Punt(
        (Span("Groep"),),
        tuple(entry(c * 25 * n) for c, n in zip("abcd", (1, 1, 2, 2), strict=True)),
    )
    assert flow(later).tallest == pytest.approx(12 + 4 * 9.6)


def test_the_spacing_of_lines_is_that_of_the_template():
    double = Dress(10, 8, 8, 0, 0, 0, FONT, spacing=2.0)
    assert flow(lines_of(2), dress=double).total == pytest.approx(2 * 2 * 12)


@pytest.mark.parametrize(
    ("high", "columns"),
    [
        (46.0, [["x1", "x1", "x1"]]),
        (45.995, [["x1", "x1", "x1"]]),
        (45.98, [["x1", "x1"], ["x1"]]),
        (29.0, [["x1", "x1"], ["x1"]]),
        (28.9, [["x1"], ["x1"], ["x1"]]),
    ],
)
def test_a_column_is_filled_as_far_as_it_goes(high, columns):
    assert texts(flow(*[lines_of(1)] * 3).pack(high)) == columns


def test_the_first_of_a_column_has_no_gap_above_it():
    made = flow(*[lines_of(1)] * 4)
    assert [height_of(column, made.gap) for column in made.pack(29)] == [29, 29]


def test_an_entry_is_repeated_where_its_sub_items_go_on():
    first, second = flow(group(6)).pack(41)
    assert [plain(p.words)[:9] for p in second] == ["Groep (ve", "d" * 9, "e" * 9, "f" * 9]
    assert texts([first]) == [["G1", "a1", "b1", "c1"]]
    assert [p.again for p in second] == [True, False, False, False]
    assert texts(flow(group(6)).pack(40.7)) == [
        ["G1", "a1", "b1"],
        ["G1", "c1", "d1"],
        ["G1", "e1", "f1"],
    ]


def test_nothing_takes_no_column():
    assert flow().pack(100) == []


def test_columns_are_made_level():
    assert texts(flow(*[lines_of(1)] * 5).balanced(2, 500)) == [["x1"] * 3, ["x1"] * 2]
    assert texts(flow(*[lines_of(1)] * 3, lines_of(3)).balanced(2, 500)) == [["x1"] * 3, ["x3"]]
    uneven = flow(lines_of(4), lines_of(1), lines_of(1), lines_of(1))
    assert texts(uneven.balanced(2, 500)) == [["x4"], ["x1"] * 3]


def test_one_column_is_as_it_is_and_too_few_are_told():
    made = flow(*[lines_of(1)] * 5)
    assert texts(made.balanced(1, 500)) == [["x1"] * 5]
    assert made.balanced(2, 29) == made.pack(29)
    assert len(made.balanced(2, 29)) == 3


@pytest.mark.parametrize(
    ("lines", "high", "parts"),
    [
        (10, 48, [4, 4, 2]),
        (9, 48, [4, 3, 2]),
        (5, 48, [3, 2]),
        (8, 48, [4, 4]),
        (3, 24, [1, 2]),
        (3, 5, [1, 1, 1]),
        (1, 5, [1]),
    ],
)
def test_what_is_taller_than_a_column_breaks_between_its_lines(lines, high, parts):
    columns = flow(lines_of(lines)).pack(high)
    assert [len(column[0].lines) for column in columns] == parts
    assert [len(column) for column in columns] == [1] * len(parts)
    assert "".join(plain(column[0].words) for column in columns) == "x" * 20 * lines
    assert [column[0].rest for column in columns] == [False] + [True] * (len(parts) - 1)
    assert [column[0].high for column in columns] == [12 * n for n in parts]


def test_a_text_that_broke_shares_its_last_column_with_what_follows():
    made = flow(lines_of(6), lines_of(1, "y"), lines_of(1, "z")).pack(48)
    assert texts(made) == [["x4"], ["x2", "y1"], ["z1"]]


def test_what_is_too_tall_begins_a_column_of_its_own():
    assert texts(flow(lines_of(1, "y"), lines_of(6)).pack(48)) == [["y1"], ["x4"], ["x2"]]


def test_a_sub_item_that_broke_goes_on_without_its_entry():
    broken = Punt((Span("Groep"),), (lines_of(6, "a"), lines_of(1, "b")))
    first, second = flow(broken).pack(42)
    assert texts([first, second]) == [["G1", "a3"], ["a2", "b1"]]


@pytest.mark.parametrize(
    ("subs", "high", "columns"),
    [
        ([2, 2], 36, [["G1", "a2"], ["G1", "b2"]]),
        ([2, 2], 31.2, [["G1", "a2"], ["G1", "b2"]]),
        ([2, 2], 40, [["G1", "a2"], ["G1", "b2"]]),
        ([2, 2, 2], 40, [["G1", "a2"], ["G1", "b2"], ["G1", "c2"]]),
        ([1, 1, 2, 2], 36, [["G1", "a1", "b1"], ["G1", "c2"], ["G1", "d2"]]),
        ([2, 4], 36, [["G1", "a2"], ["b2"], ["b2"]]),
        ([2, 5], 41, [["G1", "a2"], ["G1", "b3"], ["b2"]]),
        ([8, 1], 42, [["G1", "a3"], ["a3"], ["a2", "b1"]]),
        ([4, 1], 32, [["G1", "a2"], ["a2", "b1"]]),
        ([4, 1], 22, [["G1"], ["a2"], ["a2"], ["G1", "b1"]]),
    ],
)
def test_where_force_breaks_a_group_its_entry_is_repeated_above_three_lines(subs, high, columns):
    """Or fewer, where the sub-item has no more; a sub-item breaks with two lines on each side."""
    children = [entry("abcd"[n] * 25 * lines) for n, lines in enumerate(subs)]
    assert texts(flow(Punt((Span("Groep"),), tuple(children))).pack(high)) == columns


def test_an_entry_is_not_repeated_where_too_little_fits_below_it():
    children = [
        entry(letter * 25 * lines) for letter, lines in zip("abcd", (1, 1, 4, 1), strict=True)
    ]
    assert texts(flow(Punt((Span("Groep"),), tuple(children))).pack(19.2)) == [
        ["G1"], ["a1", "b1"], ["c2"], ["c2"], ["d1"],
    ]  # fmt: skip


def test_sub_items_without_an_entry_repeat_nothing():
    bare = Punt((), tuple(entry(letter) for letter in "abc"), teken="none")
    assert texts(flow(bare).pack(20)) == [["a1", "b1"], ["c1"]]


def test_an_entry_alone_does_not_end_a_column():
    tall = Punt((Span("Groep"),), tuple(entry(letter * 75) for letter in "abcd"))
    for column in flow(tall).pack(40):
        assert not (len(column) == 1 and column[0].again)


def space(width_cm, height=100, columns=1, **more):
    return Space(Box(0, 0, round(width_cm * CM), height * POINT), columns, FONT, **more)


@pytest.mark.parametrize(
    ("smallest", "largest", "sizes"),
    [
        (14, 20, [20, 18, 16, 15, 14]),
        (14, 26, [26, 24, 22, 20, 18, 16, 15, 14]),
        (12, 16, [16, 15, 14, 13, 12]),
        (17, 20, [20, 18, 17]),
        (24, 20, [24]),
    ],
)
def test_the_sizes_that_are_tried(smallest, largest, sizes):
    assert [size for size, _ in ladder(smallest, largest)] == sizes


def test_a_size_of_its_own_has_the_gaps_of_small_letters():
    assert ladder(17, 20)[-1] == (17, (0.4, 0.3, 0.2))
    assert ladder(18, 20) == [(20, (0.6, 0.5)), (18, (0.6, 0.5, 0.4))]


@pytest.mark.parametrize(
    ("width", "count", "columns"),
    [
        (6.0, 9, [1]),
        (3.0, 9, [1]),
        (12.8, 9, [1]),
        (12.9, 6, [1, 2]),
        (12.9, 7, [2, 1]),
        (12.9, 1, [1]),
        (19.8, 6, [1, 2, 3]),
        (19.8, 7, [2, 3, 1]),
        (19.8, 2, [1, 2]),
        (40.0, 9, [2, 3, 1]),
    ],
)
def test_how_many_columns_are_tried(width, count, columns):
    assert list(variants(space(width), count)) == columns


def test_columns_stand_beside_each_other_with_a_gutter_between():
    two = Space(Box(CM, 2 * CM, round(12.9 * CM), CM), 2, FONT)
    assert two.column(0) == Box(CM, 2 * CM, 6 * CM, CM)
    assert two.column(1) == Box(round(7.9 * CM), 2 * CM, 6 * CM, CM)


def test_wide_gaps_leave_air_at_the_bottom():
    box = space(6).box
    assert [room(box, gap) for gap in (0.3, 0.4)] == [100, 89]


def fitted(*lists, ways, steps=None):
    steps = steps or ladder(14, 20)
    return Tailor(tuple(items_of(each) for each in lists), steps, Typewriter()).fit(ways)


def shape(made):
    """How many pieces stand in each column of each list, slide by slide."""
    return [[[len(column) for column in panel] for panel in slide] for slide in made.slides]


def test_a_short_list_is_set_in_the_largest_size_with_the_widest_gap():
    made = fitted((entry("a"),), ways=[(space(6),)])
    assert (made.dress.size, made.dress.sub_size, made.dress.gap) == (20, 18, 0.6)
    assert (made.dress.hanging, made.dress.sub_hanging) == (round(0.6 * CM), round(0.5 * CM))
    assert shape(made) == [[[1]]]


def test_large_letters_hang_further_out():
    made = fitted((entry("a"),), ways=[(space(6),)], steps=ladder(14, 22))
    assert (made.dress.size, made.dress.sub_size) == (22, 20)
    assert (made.dress.hanging, made.dress.sub_hanging) == (round(0.8 * CM), round(0.7 * CM))


@pytest.mark.parametrize(
    ("size", "sub"), [(18, 16), (16, 15), (15, 14), (14, 14), (13, 13), (12, 12)]
)
def test_sub_items_are_a_step_smaller_but_not_under_fourteen(size, sub):
    made = fitted((entry("a"),), ways=[(space(6),)], steps=ladder(min(size, 14), size))
    assert (made.dress.size, made.dress.sub_size) == (size, sub)


def test_sub_items_are_not_smaller_than_the_setting_nor_than_fourteen_beside_it():
    made = fitted((entry("a"),), ways=[(space(6),)], steps=ladder(12, 14))
    assert (made.dress.size, made.dress.sub_size) == (14, 14)
    made = fitted((entry("a"),), ways=[(space(6),)], steps=ladder(18, 20))
    assert (made.dress.size, made.dress.sub_size) == (20, 18)
    made = fitted((entry("a"),), ways=[(space(6),)], steps=ladder(20, 20))
    assert (made.dress.size, made.dress.sub_size) == (20, 20)


def test_lines_stand_as_far_apart_as_the_template_asks_but_never_closer_than_one():
    spacings = [
        fitted((entry("a"),), ways=[(space(6, spacing=each),)]).dress.spacing
        for each in (0.9, 1.0, 1.5)
    ]
    assert spacings == [1.0, 1.0, 1.5]


@pytest.mark.parametrize(
    ("entries", "size", "gap"),
    [
        (2, 20, 0.6),  # 2 × 24 + 12 = 60
        (3, 18, 0.6),  # 3 × 21.6 + 2 × 10.8 = 86.4; at 20 it takes 92 of 89
        (4, 16, 0.3),  # 4 × 19.2 + 3 × 4.8 = 91.2; wider gaps must leave 11 points free
        (5, 14, 0.2),  # 5 × 16.8 + 4 × 2.8 = 95.2; at 15 it takes 102
    ],
)
def test_the_size_goes_before_the_air(entries, size, gap):
    made = fitted([entry("a")] * entries, ways=[(space(6),)])
    assert len(made.slides) == 1
    assert (made.dress.size, made.dress.gap) == (size, gap)


def test_what_just_fits_is_not_made_smaller():
    made = fitted((entry("a"),), ways=[(space(6, height=24 + 11),)])
    assert (made.dress.size, made.dress.gap) == (20, 0.6)


def test_as_few_slides_as_the_smallest_size_allows_and_then_larger_letters():
    made = fitted([entry("a")] * 6, ways=[(space(6),)])
    assert (shape(made), made.dress.size) == ([[[3]], [[3]]], 18)
    made = fitted([entry("a")] * 11, ways=[(space(6),)])
    assert (shape(made), made.dress.size) == ([[[4]], [[4]], [[3]]], 16)


def test_columns_are_filled_before_slides():
    made = fitted([entry("a")] * 6, ways=[(space(12.9, columns=2),)])
    assert (shape(made), made.dress.size) == ([[[3, 3]]], 18)


def test_columns_are_level_over_all_slides():
    made = fitted([entry("a")] * 8, ways=[(space(12.9, columns=2),)], steps=ladder(18, 20))
    assert (shape(made), made.dress.size) == ([[[2, 2]], [[2, 2]]], 20)
    made = fitted([entry("a")] * 8, ways=[(space(12.9, columns=2),)], steps=ladder(18, 18))
    assert shape(made) == [[[2, 2]], [[2, 2]]]


def test_a_panel_that_is_done_stays_empty_on_the_other_slides():
    made = fitted([entry("a")] * 6, [entry("b")], ways=[(space(6), space(6))])
    assert shape(made) == [[[3], [1]], [[3], []]]


def test_a_short_panel_is_whole_on_its_first_slide_at_the_cost_of_size():
    made = fitted([entry("a")] * 10, [entry("b")] * 5, ways=[(space(6), space(6))])
    assert (shape(made), made.dress.size) == ([[[5], [5]], [[5], []]], 14)


def test_the_first_of_two_ways_is_taken_unless_the_other_gives_larger_letters_or_fewer_slides():
    one, two = (space(12.9),), (space(12.9, columns=2),)

    def columns(entries, *ways):
        return fitted([entry("a")] * entries, ways=ways).spaces[0].columns

    assert (columns(2, one, two), columns(2, two, one)) == (1, 2)
    assert columns(4, one, two) == 2
    assert columns(9, one, two) == 2


def test_what_is_higher_than_its_place_still_gets_slides():
    made = fitted([entry("a" * 60)], ways=[(space(6, height=5),)])
    assert (made.dress.size, made.dress.gap) == (14, 0.2)
    assert [len(slide[0][0][0].lines) for slide in made.slides] == [1, 1, 1]


def test_a_list_without_entries_takes_one_empty_slide():
    assert shape(fitted((), ways=[(space(6),)])) == [[[]]]
