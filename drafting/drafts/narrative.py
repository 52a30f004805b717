"""A narrative's draft: the enterprise's own words put into sentences, with what is missing marked and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.commands import without_commands
from drafting.checks.alignment import normalise
from drafting.drafts.own_words import (
    lost_numbers,
    misplaced_numbers,
    moved_numbers,
    new_numbers,
    strange,
    told_again,
    without_numbering,
)

JOINING_WORDS = (
    "并且|以及|同时|依托|通过|利用|采用|进行|开展|实施|由此|从而|其中|按照|根据|随后|之前|之后|期间|负责|予以|公司|企业|我|本|经|使|用|向|到|至"
    "|从|按|每|各|后|时|先|再|又|即|另|入|将|把|已|均为|做|有|一|该|如|若|会|给|当|就|得|前|起"
)
"""Words that join what is said, or name who speaks, and claim nothing; parted by bars."""
JOINING = re.compile(JOINING_WORDS)
LIKE: Mapping[str, str] = {
    "才|方可|方能": "才|方可|方能|方准|再|不.{1,12}不",
    "仍|仍为|仍由": "还是|还由|还在|还用|还靠|仍|照旧|依旧|照样",
    "现|现已": "现在|目前|如今|眼下|这会儿|现[由用有]",
    "因": "因|由于|怕|为了|嫌",
    "随即": "马上|立马|立刻|立即|当场|当即|随即|就",
    "直至": "直到|直至|一直到|到.{1,12}为止",
    "判定": "判",
    "绑定": "绑",
    "锁定": "锁",
    "称量": "称",
}
"""Words that would claim something, and what of the notes says the same."""
LIMITING = re.compile(
    r"没有|没(?![有收药])|尚未|未能|未(?![来知央必])|不(?!锈钢|干胶)[^同断]|无法"
    r"|仅|(?<![\d一二两三四五六七八九十百千万几每整多半那这船])只|(?<!组成)(?<!大)部分|大部分|个别|试运行|试点|停用|二期"
    r"|(?<![生产购修养检作业排时试日周月按照该案划])计划(?![员科部处单表性书号外内排完执下])|(?<![模虚比])拟(?![定合制])"
    r"|在建(?![模立档设造库账])|除(?=[^，,。；;：:]{0,20}?外)(?<![消清拆去删排解剔扫免铲脱切根废开]除)|除了|除非(?!标)"
)
"""Single words that narrow what is said; a smoother sentence must not lose them."""
_COMPLEMENT = re.compile(r"(?<=[\u4e00-\u9fff])不(?:清|匀|均|齐|平|稳|良|全|回|出|来|上|下|住|动|见|着|起|了)")
"""What is not managed or not good (说不清, 不匀): a wrong that may be left untold, but not told without its 不."""
_LIMIT = "仅|只|没有|没(?!有)|尚未|未|不|无法|部分|个别|拟"
_AHEAD = re.compile(rf"(?P<limit>{_LIMIT})(?P<act>[^\W\d_]{{1,4}})")
_NEAR = re.compile(rf"(?:{_LIMIT})[^，,。；;：:、]{{0,4}}$")
"""A limit or denial close before what it limits."""
WIDENING = "均都全皆各每必"
"""Signs that stretch what is said to all of it."""
_MARK = re.compile(r"【[^【】]*】")
_PARTS = re.compile(r"[；;]")


def problems(draft: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """What a draft says that its values do not, and what of them it lost; nothing where it may stand.

    Args:
        draft: The draft.
        values: ``by``, ``how``, ``effect`` and ``missing``; the last lists what to mark, parted by semicolons.

    >>> given = {"by": "点检终端", "how": "每班点检；异常派单", "effect": "", "missing": "成效"}
    >>> problems("依托点检终端，每班点检，异常派单。【需企业补充：成效】", given)
    ()
    >>> problems("依托点检终端，全部设备每班点检，异常派单。", given)
    ('多了“全部设备”', '多了“全”', '没有标出“成效”')
    """
    said = without_numbering(_MARK.sub("", draft))
    parts = [without_numbering(without_commands(values[name])) for name in ("by", "how", "effect")]
    given, owed = "\n".join(parts), "\n".join(parts[1:])
    return (
        *(f"多了“{word}”" for word in strange(said, given, joining(given))),
        *(f"多了数字“{number}”" for number in new_numbers(said, given)),
        *(f"“{number}”不是原来的数字" for number in misplaced_numbers(said, given, joining(given))),
        *(f"数字“{numbers}”换了次序" for numbers in moved_numbers(said, owed)),
        *(f"多了“{sign}”" for sign in WIDENING if said.count(sign) > given.count(sign)),
        *(f"“{stretch}”说了两遍" for stretch in told_again(said, owed, parts[0])),
        *(f"漏了“{word}”" for word in _lost(said, owed)),
        *_marks(draft, values["missing"]),
    )


def joining(given: str) -> re.Pattern[str]:
    """The words that join, with those that say what the notes say in other words.

    >>> bool(joining("合格了再转炉").search("方可")), bool(joining("合格转炉").search("方可"))
    (True, False)
    """
    return re.compile("|".join(sorted({*JOINING_WORDS.split("|"), *like(given)}, key=len, reverse=True)))


def like(given: str) -> tuple[str, ...]:
    """Words that say what these notes say in other words.

    >>> like("10G产品还是手动")
    ('仍', '仍为', '仍由')
    """
    return tuple(word for words, said in LIKE.items() if re.search(said, given) for word in words.split("|"))


def marks(missing: str) -> str:
    """How what is missing is marked.

    >>> marks("成效；台账")
    '【需企业补充：成效】【需企业补充：台账】'
    """
    return "".join(map(placeholder, filter(None, _PARTS.split(missing))))


def placeholder(missing: str) -> str:
    """How one thing that the enterprise must add is marked."""
    return f"【需企业补充：{missing}】"


def _lost(said: str, owed: str) -> Iterator[str]:
    """Words that limit or deny, and numbers, which a smoother sentence must not lose."""
    text, notes = normalise(said), normalise(owed)
    kept = set(LIMITING.findall(text))
    if kept & {"没有", "未"} or any(word[0] == "不" for word in kept):
        kept.add("没")
    soft = {found.start() for found in _COMPLEMENT.finditer(notes)}
    hard = [found.group() for found in LIMITING.finditer(notes) if found.start() not in soft]
    yield from (word for word in dict.fromkeys(hard) if word not in kept)
    yield from lost_numbers(text, notes)
    yield from dict.fromkeys(_unlimited(text, notes))


def _unlimited(text: str, notes: str) -> Iterator[str]:
    """Limits and denials whose words are told without them, though the notes never do."""
    for found in _AHEAD.finditer(notes):
        behind = notes[max(0, found.start() - 1) : found.start()]
        for act in {found["act"][:length] for length in range(2, len(found["act"]) + 1)}:
            told = [one.start() for one in re.finditer(re.escape(act), text)]
            free = [one.start() for one in re.finditer(re.escape(act), notes) if not _NEAR.search(notes[: one.start()])]
            if told and not free and not all(_NEAR.search(text[:at]) for at in told):
                yield found.group("limit") + found["act"][:2]
        joined = behind + found["act"][0]
        if behind.isalpha() and joined in text and joined not in notes:
            yield behind + found.group("limit") + found["act"][0]


def _marks(draft: str, missing: str) -> Iterator[str]:
    owed = [placeholder(one) for one in _PARTS.split(missing) if one]
    shown = _MARK.findall(draft)
    yield from (f"没有标出“{one[7:-1]}”" for one in owed if one not in shown)
    yield from (f"多标了{one}" for one in shown if one not in owed)
