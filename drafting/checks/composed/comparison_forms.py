"""The forms of sentences that compare: code composes them by these, and the checks read them back by the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Forms:
    """Wordings of the claims that comparisons make, in one language.

    Attributes:
        sentence: A row's sentence from its topic and parts.
        joint, comma, listing: What stands between parts, between the two sides, and between counts.
        equal, same_letters, similar, more, overlaps: What a row comes to.
        force, word, no_word: With which governing words the sides speak.
        number, states: Which numbers they state.
        also: What one side's clauses name and the other's do not.
        alone: Clauses of one side with nothing beside them.
        forces, words: The governing words of all that is compared.
        absent, both: A word that a whole document lacks; one that both sides have.
        nearest: What comes nearest to a clause that has nothing beside it.
        figureless: A side that states no figure which must be reached.
        summary, counted, leads: How much corresponds and how, and what that comes to: which side asks more, or whether
            both ask the same.
        step, about, on, changes: How much a step up changes, in what, and how.
        labels: What one change comes to.
        new, kept, base: What a higher tier asks anew, what it does not restate, and what it builds on.
        unkept, unkept_counted: What it does not restate, where no text says that it builds on the lower one.
        raised, more_shown: How many demands a step strengthens or weakens, and that only some are quoted.
    """

    sentence: str
    joint: str
    comma: str
    listing: str
    equal: str
    similar: str
    same_letters: str
    more: str
    overlaps: str
    force: str
    word: str
    no_word: str
    number: str
    states: str
    also: str
    alone: str
    absent: str
    nearest: str
    figureless: str
    both: str
    forces: str
    words: str
    summary: str
    counted: Mapping[str, str]
    leads: Mapping[str, str]
    step: str
    about: str
    on: str
    changes: Mapping[str, str]
    labels: Mapping[str, str]
    new: str
    kept: str
    base: str
    unkept: str
    unkept_counted: str
    raised: Mapping[str, str]
    more_shown: str


ROLE_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tier": ("一个等级", "a tier (等级)"),
        "track": ("并列的一类", "one of several alternatives (并列的一类)"),
        "term": ("给出释义的名称", "a name that it explains"),
        "heading": ("一个标题", "a heading (标题)"),
        "mention": ("行文用语", "a word that it uses"),
    }
)
"""What a document makes of a name, in Chinese and in English."""


def plainly(text: str) -> str:
    """A sentence in English with its single places in the singular.

    >>> plainly("new at 1 places, wider at 11 places")
    'new at 1 place, wider at 11 places'
    """
    return re.sub(r"\b1 places\b", "1 place", text)


FORMS: Mapping[str, Forms] = MappingProxyType(
    {
        "zh": Forms(
            sentence="{topic}：{parts}。",
            joint="；",
            comma="，",
            listing="、",
            equal="{left}与{right}逐字相同",
            similar="{left}与{right}说法相近",
            same_letters="{left}与{right}除标点和全半角外文字相同",
            more="{own}要求更高",
            overlaps="{left}与{right}各有说法",
            force="用词上{left}，{right}",
            word="{side}用“{word}”",
            no_word="{side}无规范用词",
            number="数值上{stated}",
            states="{side}写“{number}”",
            also="{side}另有{words}",
            alone="{own}另写的有 {number} 处，{other}没有找到对应的内容：",
            absent="{other}写到{words}；{own}全文没有出现{words}。",
            nearest="{own}的“{ours}”一条，{other}里最接近的是“{theirs}”一条，未必讲同一件事。",
            figureless="{other}写有数值门槛，{own}没有写数值门槛。",
            both="{left}和{right}都写到{words}。",
            forces="{left}，{right}。",
            words="{side}的用词有{words}",
            summary="{topic}{left}与{right}比，{lead}{counts}。",
            counted=MappingProxyType(
                {
                    "equal": "逐字相同 {number} 处",
                    "similar": "说法相近 {number} 处",
                    "stronger": "{left}要求更高 {number} 处",
                    "weaker": "{right}要求更高 {number} 处",
                    "overlaps": "各有侧重 {number} 处",
                    "only_left": "{left}另写 {number} 处",
                    "only_right": "{right}另写 {number} 处",
                }
            ),
            leads=MappingProxyType(
                {
                    "open": "难以一概而论：",
                    "one": "{own}的要求更高：",
                    "same": "一样：",
                    "partly": "部分一样：",
                    "unlike": "不一样：",
                },
            ),
            step="{upper}比{lower}{about}：{counts}。",
            about="，在{topic}方面",
            on="在{topic}方面，",
            changes=MappingProxyType(
                {
                    "new": "新增 {number} 处",
                    "raised": "用词变强 {number} 处",
                    "relaxed": "用词变弱 {number} 处",
                    "widened": "范围扩大 {number} 处",
                    "changed": "内容有变 {number} 处",
                    "same": "照旧 {number} 处",
                    "not_restated": "未再写、仍然有效 {number} 处",
                }
            ),
            labels=MappingProxyType(
                {
                    "raised": "用词变强",
                    "relaxed": "用词变弱",
                    "widened": "范围扩大",
                    "changed": "内容有变",
                    "same": "照旧",
                }
            ),
            new="{topic}：{upper}新增。",
            kept="{topic}：{lower}写过，{upper}未再写，仍然有效。",
            base="{upper}在{lower}的基础上建设，{lower}的要求仍然有效。",
            unkept="{topic}：{lower}写过，{upper}未再写。",
            unkept_counted="未再写 {number} 处",
            raised=MappingProxyType(
                {"raised": "用词由弱变强的共 {number} 处。", "relaxed": "用词由强变弱的共 {number} 处。"}
            ),
            more_shown="以下列出前 {shown} 条。",
        ),
        "en": Forms(
            sentence="{topic}: {parts}.",
            joint="; ",
            comma=", ",
            listing=", ",
            equal="{left} and {right} are the same word for word",
            similar="{left} and {right} say much the same",
            same_letters="{left} and {right} are the same but for punctuation and width",
            more="{own} asks more",
            overlaps="{left} and {right} each say it their own way",
            force="in force, {left}, {right}",
            word="{side} uses “{word}”",
            no_word="{side} has no governing word (无规范用词)",
            number="in numbers, {stated}",
            states="{side} writes “{number}”",
            also="{side} also has {words}",
            alone="{own} says more at {number} places; nothing corresponding was found in {other}:",
            absent="{other} has {words}; {own} has {words} nowhere.",
            nearest="Nearest to “{ours}” ({own}) in {other} is “{theirs}”, which may be of another matter.",
            figureless="{other} states figures; {own} states no figures.",
            both="Both {left} and {right} have {words}.",
            forces="{left}, {right}.",
            words="{side} has the governing words {words}",
            summary="{topic}{left} beside {right}: {lead}{counts}.",
            counted=MappingProxyType(
                {
                    "equal": "the same word for word at {number} places",
                    "similar": "much the same at {number} places",
                    "stronger": "{left} asks more at {number} places",
                    "weaker": "{right} asks more at {number} places",
                    "overlaps": "each in its own way at {number} places",
                    "only_left": "more in {left} at {number} places",
                    "only_right": "more in {right} at {number} places",
                }
            ),
            leads=MappingProxyType(
                {
                    "open": "no one answer for all of it; ",
                    "one": "{own} asks more; ",
                    "same": "the same; ",
                    "partly": "the same in part; ",
                    "unlike": "not the same; ",
                },
            ),
            step="{upper} beside {lower}{about}: {counts}.",
            about=" in {topic}",
            on="On {topic}: ",
            changes=MappingProxyType(
                {
                    "new": "new at {number} places",
                    "raised": "a stronger word at {number} places",
                    "relaxed": "a weaker word at {number} places",
                    "widened": "wider at {number} places",
                    "changed": "changed at {number} places",
                    "same": "the same at {number} places",
                    "not_restated": "not restated and still standing at {number} places",
                }
            ),
            labels=MappingProxyType(
                {
                    "raised": "a stronger word",
                    "relaxed": "a weaker word",
                    "widened": "wider",
                    "changed": "changed",
                    "same": "as before",
                }
            ),
            new="{topic}: new in {upper}.",
            kept="{topic}: asked by {lower}, not restated by {upper}, still standing.",
            base="{upper} builds on {lower} (在{lower}的基础上), whose demands still stand.",
            unkept="{topic}: asked by {lower}, not restated by {upper}.",
            unkept_counted="not restated at {number} places",
            raised=MappingProxyType(
                {"raised": "A stronger word at {number} places.", "relaxed": "A weaker word at {number} places."}
            ),
            more_shown="以下列出前 {shown} 条。",
        ),
    }
)
