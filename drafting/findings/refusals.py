"""Questions that are not answered: attempts to change the rules, harmful wishes, topics that the texts do not treat."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafting.answer import Finding, Refusal
from retrieval.frame import QueryFrame

_INJECTION = re.compile(
    r"(?:忽略|无视|忘(?:记|掉)|抛开|绕过|不要(?:理会|遵守|管)|跳过).{0,16}(?:规则|指令|指示|提示词?|限制|要求你|设定|约束|之前的|以上|上面)"
    r"|系统提示词?|提示词.{0,6}(?:打印|输出|告诉|泄露|显示)|提示词.{0,4}(?:发|给)|不(?:要|许|准)(?:引用|标注|注明|按)(?:原文|出处|依据|来源)|开发者模式|越狱模式|"
    r"把[“\"「]?(?:宜|应|可)[”\"」]?.{0,6}(?:改|换|说|当|写|读|翻译)(?:成|作|为)|你(?:现在|从现在起?)(?:就?是|扮演|叫)|假装(?:你|自己)|不带引用地|不用(?:引用|依据)直接"
    r"|(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|all|your|these|the)\b.{0,24}\b(?:instruction|rule|prompt|guideline|direction|constraint)s?"
    r"|\bsystem prompt\b|\bjailbreak\b|\bdeveloper mode\b|\byou are now\b|\bpretend (?:to be|you)\b|\bact as\b",
    re.IGNORECASE,
)  # fmt: skip
_HARMFUL = re.compile(
    r"(?:伪造|造假|编造|虚报|谎报|瞒报|作假|做假|假冒|篡改|冒用|编(?:一?[份些个套])?假|假(?:的)?(?:数据|材料|发票|合同|证书|报告|验收|截图|业绩))"
    r"|(?:骗|蒙混|糊弄|欺骗|瞒过).{0,10}(?:专家|评审|补贴|资金|奖励|政府|验收|检查|审核|过关)|骗(?:取|补|过)|套取.{0,6}(?:资金|补贴)"
    r"|(?:入侵|攻击|黑进|破解|窃取|偷看|偷取|偷|盗取).{0,14}(?:系统|数据|网络|平台|图纸|密码|竞争对手|别人|别的|他们|对手|账号)"
    r"|(?:贿赂|行贿|送礼|打点|塞红包).{0,10}(?:专家|评审|领导|官员)?|制(?:造|作)(?:炸弹|毒品|病毒|木马)|偷排|逃税|逃避(?:监管|检查)"
    r"|(?:没|未|尚未|还没)(?:有)?(?:上线|投用|建成|完成|达标|实施|通过|验收)[^，。]{0,12}(?:写成|说成|当成|改成|包装|报成|描述成|写作)"
    r"|(?:自己|随便|私下|偷偷|多)(?:做|开|编|造|写|弄|刻|p)(?:几|一|些|个|张|份|点)*(?:张|份|个)?(?:发票|合同|证书|报告|截图|公章|数据|凭证)|发票[^，。]{0,8}自己(?:做|开|编)"
    r"|(?:竞争对手|别人|对手|同行|别家|客户)的?[^，。]{0,8}(?:弄到手|搞到手|搞来|弄来|偷)"
    r"|\b(?:forge|fake|falsif\w+|fabricat\w+|bribe|hack into|steal)\b",
    re.IGNORECASE,
)  # fmt: skip
_LAW = re.compile(
    r"《?(?P<law>[一-鿿]{2,12}(?<![方办算做想看用无合依写说手语打技玩])(?:法典|法|条例))》?(?:的)?"
    r"(?=规定|第|对|里|中|怎么|要求|有)"
)
_PROTECTIVE = re.compile(
    r"防(?:止|范|御|护|黑)|抵御|抵抗|避免|杜绝|扛得住|被(?:黑|攻击|入侵)|怎么(?:处理|处罚)"
    r"|发现.{0,8}造假|数据造假等|会怎样|后果"
)


def refuse_by_words(frame: QueryFrame, titles: Iterable[str]) -> Finding | None:
    """Refuse an attempt to change the rules, a harmful wish, or a law that is not among the documents.

    Args:
        frame: The question.
        titles: The titles of the documents at hand.
    """
    if _INJECTION.search(frame.question):
        message = (
            "问题里含有改变系统规则的指令，未予执行。可以直接询问标准文件的内容，例如“智能工厂对设备运维有什么要求”。"
        )
        return Finding("refused", refusal=Refusal("injection", message), query="refusal")
    if _HARMFUL.search(frame.text) and not _PROTECTIVE.search(frame.text):
        message = "不协助造假、欺骗评审或侵害他人系统。可以改问某项要求的原文和应准备的真实证明。"
        return Finding("refused", refusal=Refusal("harmful", message), query="refusal")
    named = _LAW.search(frame.text)
    if named and not any(named["law"] in title for title in titles):
        return out_of_scope()
    return None


def out_of_scope() -> Finding:
    """The texts do not treat the question's topic."""
    message = "所收文件是智能制造与未来工厂的建设要求，不涉及这个话题，无法据以回答。"
    return Finding("refused", refusal=Refusal("out_of_scope", message), query="refusal")


def not_in_sources(message: str, alternatives: tuple[str, ...] = ()) -> Finding:
    """The texts treat the topic, but do not give what is asked."""
    return Finding("refused", refusal=Refusal("not_in_sources", message), alternatives=alternatives, query="refusal")
