"""Examples become lessons, and are parted the same way whatever is added to them."""

from __future__ import annotations

from training.example import Example
from training.lessons import lesson, part


class Letters:
    """Each letter is a token, and 1 begins a prompt."""

    def prompt(self, text: str) -> list[int]:
        return [1, *map(ord, text)]

    def target(self, text: str) -> list[int]:
        return list(map(ord, text))


def example(source: str, predicate: str = "建立设备台账") -> Example:
    values = {"lead": "应", "predicate": predicate}
    return Example(task="gist", origin="invented", source=source, kind="plain", values=values, target="建立台账。")


def unlike(count: int) -> list[Example]:
    letters = [chr(0x4E00 + number) for number in range(8 * count)]
    return [example(f"source {number}", "".join(letters[8 * number : 8 * number + 8])) for number in range(count)]


def test_a_lesson_is_the_prompt_as_the_product_renders_it_then_the_target_and_the_end_of_the_line() -> None:
    made = lesson(example("a"), Letters())
    text = "".join(map(chr, made.tokens[1:]))
    assert text == "〔要点〕\n条款：建立设备台账。\n要点：建立台账。\n"
    assert "".join(map(chr, made.tokens[made.start :])) == "建立台账。\n"


def test_about_the_wanted_share_is_held_back() -> None:
    examples = unlike(400)
    learned, held = part(examples, share=0.1)
    assert 20 <= len(held) <= 60
    assert sorted(one.source for one in [*learned, *held]) == sorted(one.source for one in examples)


def test_what_is_added_moves_nothing_from_one_side_to_the_other() -> None:
    examples = unlike(60)
    _, before = part(examples[:30], share=0.2)
    _, after = part(examples, share=0.2)
    assert before and before == [one for one in after if one in examples[:30]]


def test_a_source_is_on_one_side_as_a_whole() -> None:
    examples = [example(f"source {number % 5}", one.values["predicate"]) for number, one in enumerate(unlike(40))]
    learned, held = part(examples, share=0.4)
    assert held and not {one.source for one in learned} & {one.source for one in held}


def test_what_is_nearly_the_same_as_a_learned_example_is_learned() -> None:
    examples = unlike(60)
    learned, held = part(examples, share=0.2)
    doubled = example(held[0].source, learned[0].values["predicate"])
    assert doubled in part([*examples, doubled], share=0.2)[0]
