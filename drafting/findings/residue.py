"""What a question says beside the names that it was understood by: words that an exact answer must not pass over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.clause import Clause
from drafting.shelf import Shelf
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs, without

_ASKING = re.compile(
    r"哪[一两三四五六七八九十几个些种类级档里儿份项条]*|多少|[几数](?=[个条项种类级档家])|分别|一共|总共|总计|合计|加起来|全部|所有|各自|各个?|逐[个条一]"
    r"|请问|请|麻烦|帮我|告诉|列出来?|列一?下|列举|罗列|数一?下|算|看|查|说|讲|写|提到|提及|涉及|出现|包括|包含|涵盖|规定|要求|明确|给出"
    r"|什么|啥|怎么|怎样|如何|为什么|有没有|有无|是不是|是否|能不能|要不要|需不需要|必须|需要|应该?|宜|可以|可|强制|推荐|鼓励|建议"
    r"|名字|名称|叫|内容|条款|条|项|个|种|类|方面|地方|层面|部分|东西|文件|文本|文|标准|方案|通知|办法|原文|省里|里面|里|中|内|上|下"
    r"|能力要素|能力子?域|要素|子域|建设|关键|认定|分级|划分|分成|分为|围绕|开展|定义|术语|附件|附录|[一二三四五六七八九十]章|一[块列行格]|开头|等级|级别|合起来?"
    r"|未来工厂|智能工厂|数字化?车间|数字工厂|省级|浙江省?|广西|浦江县?"
    r"|[的了吗呢吧啊呀嘛么是有要得就都也还才会和与及跟或在对于把被给让用到去来做以按为由从比这那其它他我你您们咱不没请只仅就再又]"
)
_LATIN_ASKING = re.compile(
    r"\b(?:what|which|who|when|where|how|many|much|is|are|was|the|a|an|of|in|for|to|do|does|by|and|or|any|all|list|name|tell|me|there|have|has|must|should|need|required?|requirements?|clauses?|documents?|text)\b"
)


def residue(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, said: Iterable[str] = ()) -> frozenset[str]:
    """The pairs of characters that are left of a question.

    Args:
        frame: The question.
        shelf: The clauses, for the names of tiers.
        capabilities: The vocabulary of capabilities, for the names of those that the question was taken to mean.
        said: Further words that are accounted for, such as the name of the thing counted.
    """
    labels = [tier.label for document in frame.documents for tier in shelf.tiers(document) if tier.code in frame.tiers]
    short = [label.removeprefix("省级") for label in labels]
    codes = (*frame.subdomains, *frame.domains, *frame.elements)
    named = [
        name for code in codes for name in (*capabilities.concepts[code].names, *capabilities.concepts[code].hidden)
    ]
    names = (*labels, *short, *named, *frame.tracks, *frame.systems, *frame.technologies, *said)
    left = without(frame.about, [name for name in names if name])
    # An alternative may be named in shortened words (远程运维模式), whose pairs its printed name has.
    return pairs(_LATIN_ASKING.sub(" ", _ASKING.sub(" ", left))) - pairs(" ".join(frame.tracks))


def speaking_of(words: frozenset[str], clauses: Sequence[Clause], least: float = 0.5) -> tuple[Clause, ...]:
    """The clauses that have at least a share of the words; those that have most of them where several do."""
    shares = [(len(words & pairs(clause.plain)) / len(words), clause) for clause in clauses] if words else []
    most = max((share for share, _ in shares), default=0.0)
    return tuple(clause for share, clause in shares if share >= max(least, 0.8 * most))
