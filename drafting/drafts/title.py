"""A title's draft: short, and made of the words of what it stands over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.commands import without_commands
from drafting.checks.alignment import normalise
from drafting.drafts.own_words import new_numbers, strange

SHORTEST, LONGEST = 4, 16
JOINING_WORDS = "管理|要求|建设|检查|控制|检验|审核|规范"
_JOINING = re.compile(JOINING_WORDS)
_BANNED_TOO = re.compile(f"{JOINING_WORDS}|限制|禁止|禁令")
_PARTED = re.compile(r"[，,；;。：:！!？?]")
_LED = re.compile(
    r"(?:将|把|对(?!外|标|照|比|接|应)|由|按(?!需|时)|经(?!营|济|销|验)|通过|利用|采用|使用|依据|根据|为了|应当?(?!用|急|变|力)"
    r"|建立|开展|实现|构建|推进(?!小组|会|机制|方案|计划)|加强|提升|提高|形成|具备|搭建|引入|确保|保证|进行|完善|推动|支持|鼓励|做好)"
)
"""What a phrase begins with that says what to do; a heading names it."""
_BARE = re.compile(
    r"(?:进行|开展|采用|实现|建立|构建|搭建|具备|达到|提供|支持|确保|保证|形成|引入|满足|包括|予以|推进|加强"
    r"|(?<!合)并|后|[的了着时前或和与及为是有给到使让不未须])$"
)
"""What a phrase ends with that its object should follow."""
_ACTING = re.compile(
    r"(?<=.)(?:(?<!合)并(?![行发联网购])|然后|之后|(?<![售最落先])后(?![道处期续台勤评市端])|(?<![自理缘路])由|(?<!即)将|把(?![手关]))"
)
"""What joins acts to a sentence, or says who acts."""
_BAN = re.compile(r"(?:不得|不应|不准|不许|不能|不可|不宜|不再|不予|严禁|禁止)(?P<act>[^，,。；;：:、]{2})")
_NOT = re.compile(r"(?:不(?![得应准许能可宜再予同断锈少低高大小超足良])|未(?!来))(?P<act>[^，,。；;：:、]{2})")
_DENIED = re.compile(r"(?:不|未|严禁|禁止|不得|不予|不再)$")


def problems(draft: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """What a draft says that the clauses do not, and what makes it no heading.

    >>> problems("设备点检与保养", {"clauses": "开展设备点检；按计划保养"})
    ()
    >>> problems("返工片混批", {"clauses": "返工片单独建档，不得混批"})
    ('“混批”是条款不许的',)
    """
    clauses = without_commands(values["clauses"])
    text = normalise(draft)
    return (
        *((f"超过{LONGEST}字",) if len(draft) > LONGEST else ()),
        *((f"不到{SHORTEST}字",) if len(text) < SHORTEST else ()),
        *(f"多了“{word}”" for word in strange(draft, clauses, _JOINING)),
        *(f"多了数字“{number}”" for number in new_numbers(draft, clauses)),
        *_phrasing(text),
        *_reversed(text, normalise(clauses)),
    )


def _phrasing(text: str) -> Iterator[str]:
    if _PARTED.search(text):
        yield "标题应是一个短语"
    if _LED.match(text) and not re.search("的[^的]{2,}$", text):
        yield "标题以动作开头"
    if _ACTING.search(text):
        yield "标题是一句话"
    if _BARE.search(text):
        yield "标题没有说完"


def _reversed(text: str, clauses: str) -> Iterator[str]:
    """Acts that the clauses forbid or deny, told without saying so; a ban may be named as what it rules."""
    for pattern, words in ((_BAN, "条款不许的"), (_NOT, "条款否定的")):
        if pattern is _BAN and _BANNED_TOO.search(text):
            continue
        free = pattern.sub("", clauses)
        for act in dict.fromkeys(found["act"] for found in pattern.finditer(clauses)):
            told = [text[: one.start()] for one in re.finditer(re.escape(act), text)]
            if act not in free and not all(_DENIED.search(before) for before in told):
                yield f"“{act}”是{words}"
