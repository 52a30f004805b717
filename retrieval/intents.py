"""What kind of answer a question wants, and whether it asserts something, read from its question words."""

from __future__ import annotations

import re

from retrieval.frame import Intent

_INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    ("list", re.compile(r"哪[些几]个?(?:术语|概念|名词|词条|缩略语|缩写)|\bname (?:all |the )(?:\w+ ){0,3}\w+s\b"
    r"|\b(?:which|what) (?:\w+ ){0,3}?\w+s (?:do|does|did|are|is|has|have) .{0,40}\bdefin\w+(?! as\b)")),
    (
        "comparison",
        re.compile(
            r"区别|一样|相同|差多少|不同(?!的?(?:专业|组件|层级|等级的))|差别|差异|异同|相比|比较|对比|一回事|有何变化|多[了出]来?些?(?:什么|哪些|啥)|新增了(?:什么|哪些)|提高了(?:什么|哪些)|从.{2,12}升级?到|两边对着|差在(?:哪|什么)"
            r"|\b(?:versus|vs|differen\w+|compar\w+)\b"
        ),
    ),
    (
        "count",
        re.compile(
            r"(?:(?<![哪好第])几|多少)(?:条|个|项|类|种|步|档|级|家|张|份|名|位|人)(?!月|百分点|点|亿|万)|有几(?:条|个|项)?|条数(?![字据控])|总共有?多少|一共(?:有)?(?:几|多少)|合计|加起来"
            r"|\bhow many\b(?! (?:years?|months?|weeks?|days?|hours?|yuan|percent|points))|\bnumber of\b|\bcount of\b"
        ),
    ),
    (
        "definition",
        re.compile(
            r"(?:怎么|如何|怎样)(?:理解|解释|界定|定义)|什么是|[什啥]么?叫(?!什么)|何谓|何为|是什么意思|什么意思|啥意思|的?定义|怎么定义|如何定义|含义|是指什么|指的?是什么|指什么"
            r"|全称|缩写|英文(?:名|全称)?|中文(?:名|全称)|(?<!分别)(?<!都)叫什么|是啥(?:东西|意思)?[？?]?$"
            r"|\bstands? for\b|\bdefin\w+|\bmeaning of\b|\bwhat does .* mean\b|\bwhat is an? \b"
        ),
    ),
    (
        "procedure",
        re.compile(
            r"怎么(?:申报|申请|报名?|认定|评审|验收|走(?=[^一-鿿]|$|流程|程序|手续|呢|的?[吗呀啊]))|如何(?:申报|申请|认定|评审|验收)"
            r"|(?:申报|申请|审批|认定|评审|评定|验收|办理|走|整个|什么|哪些|啥)的?流程"
            r"|(?<!业务)(?<!工艺)(?<!全)流程(?:是(?:什么|啥|怎|哪)|有(?:哪|几)|(?:怎么|如何|要)走|包括)|的流程[？?。]?$"
            r"|(?:申报|申请|审批|认定|评审|验收|办理|实施|什么|哪些|啥)的?程序|程序(?:是|有|怎么|如何|包括|要走)"
            r"|(?:申报|申请|认定|评审|验收|实施|方案)的?步骤|步骤(?:是|有|分|怎么|如何|包括)|(?:什么|哪些|哪几|几|多少)[^，,。]{0,4}步骤"
            r"|申报.{0,10}(?:材料|条件|主体|手续|资料)|申报(?:表|书)"
            r"|(?:谁|哪里|哪个部门|哪家).{0,6}(?:认定|评定|评审|批准|验收|组织)"
            r"|由谁|向谁|找谁(?=[^，,]{0,4}(?:申报|申请|验收|提|报|盖章|批|审|认定|[？?]|$))|哪个部门|(?:谁|哪家|哪级)(?:来|负责|最后|说了)?(?:拍板|定|算|公布|发布|遴选|初?评|初?审|验收|认定|组织|批|牵头(?!管))"
            r"|承诺书|验收|(?:交|递|提交|报送|准备)(?:什么|哪些|啥|几份|多少份)(?:申报|申请)?(?:材料|资料|手续|文件|表格?|东西)|提交什么"
            r"|(?:名单|称号|牌子)[^，,。]{0,8}(?:怎么|如何|怎样)[^，,。]{0,4}[评选定出]|(?:怎么|如何|怎样)(?:评|选)(?:出来|上的|定)"
            r"|\bhow (?:do|can|to) (?:i |we |one )?apply|\bapplication (?:process|procedure)|\bprocedure\b"
            r"|(?<!key )(?<!bottleneck )\bsteps?\b"
        ),
    ),
    (
        "threshold",
        re.compile(
            r"多少(?!条|个|项|类|种|步|档|级)|多少个?[亿万]|不低于|不少于|至少|最低(?!是?在?哪|的?(?:等级|级别|档|一级))|最少|门槛|(?<![按成等])比例(?!尺)|占比|占多大|[几多少]成(?![立为交本都功果员])|多久(?!没)|多长时间|几年|几个月|期限|(?<![生寿]命)(?<![长短])周期(?![^，,。]{0,6}(?:缩短|压缩|太|过长|管理|优化))|投资额|总投资|上限|下限|百分之|达标线|指标值"
            r"|\bhow many (?:years?|months?|weeks?|days?|hours?|yuan|percent|points)\b"
            r"|\bsubsid\w+|\bbonus\w*|\bpenalt\w+"
            r"|\bthreshold|\bminimum\b|\bmaximum\b|\bhow much\b|\bhow long\b|\bpercent|\bratio\b"
        ),
    ),
    (
        "definition",  # a bare “what is …”, where no word before wants something else
        re.compile(
            r"^[^，,。的对有]{2,14}是(?:个|一个)?什么(?:东西|意思)?[？?]?$"
            r"|^what(?:'s| is) (?:an? |the )?[a-z0-9/&-]+\s*\??$"
            r"|^what(?:'s| is) (?:an? )?(?!(?:the|not|new|said|meant|my|your|our|its|this|that|there)\b)"
            r"(?:[a-z0-9/&-]+ ){1,2}"
            r"(?!(?:required|needed|expected|about|for|like|in|on|of|to|asked|mandatory)\b)[a-z0-9/&-]+\s*\??$"
        ),
    ),
    (
        "where",
        re.compile(
            r"哪(?:一)?(?:级|档|个等级|个层级|层)|哪些(?:等级|级别|档)|哪(?:份|个)文件|哪里提到"
            r"|在哪(?:里|条|一条)?|出现在"
            r"|\bwhich (?:tier|level|document)|\bwhere\b"
        ),
    ),
    (
        "list",
        re.compile(
            r"哪些|哪几|全(?:给我|都|部)?(?:报|列|找|说|念)(?:一遍|出来|给我)?|报一遍|一个不[漏少落]|什么(?:能力)?子?域|什么(?:附件|术语|步骤|要素)|都有什么|(?:分别|都)叫什么|列出|列举|罗列|清单|都包括"
            r"|\bwhich\b|\blist\b|\bwhat are (?:all )?the\b"
        ),
    ),
    (
        "yes_no",
        re.compile(
            r"吗|是否|是不是|要不要|用不用|需不需要|能不能|可不可以|有没有|该不该|必须不必须|行不行|^(?:is|are|does|do|must|can|should|has|have|did|will)\b"
            r"|\b(?:do|does|must|should|can|shall) (?:we|i|they|it|one|companies|a company)\b"
        ),
    ),
)  # fmt: skip
_PREMISE = re.compile(
    r"对吧|是吧|吧[？?]?$|对不对|没错吧|是这样吧|对吗|是吗|不是吗|(?:^|[，,。；])(?:既然|听说|据说|明明)|不是(?:要求|规定|说|必须|有|写).{0,40}[吗么]|按(?:照)?(?:规定|要求).{0,20}必须.{0,30}(?:怎么|如何|哪|几|多少)|为什么|为何|凭什么|依据(?:的)?(?:是)?(?:哪|什么)|根据(?:的)?(?:是)?哪"
    r"|(?:规定|要求|必须)[^，,。]{2,30}[，,](?:这)?(?:依据)?(?:的)?是(?:第几|哪一?)条"
    r"|[，,].{0,3}是不是(?:这样|真的)?(?:的|啊)?[？?。]?$|(?:是真的|属实|有这回事|真有这回事)[吗么]"
    r"|[，,。].{0,6}(?:第几条|哪(?:一)?条(?:款)?(?:里)?(?:规定|要求|写))|出自(?:第几|哪)"
    r"|\bright\s*\?|\bisn't it\b|\bcorrect\s*\?|\bwhy (?:does|do|is|are|must)\b"
)  # fmt: skip
_NEGATED = re.compile(
    r"可以(?:先|暂时|暂)?不|先不[做碰上搞建弄管装]|免做|不[做碰上搞建弄装]也(?:行|可以|没关系|没事)"
    r"|取消|删除了|去掉了?|不再|不(?:用|需要?|必|要求|做要求|须)(?!紧)|无需|没有要求|没要求|没(?:有)?(?:给|提|写|说|规定|列)|不归|不管(?!是)|不包括"
    r"|\b(?:not|no need|needn't|don't|doesn't)\b"
)
_ASKS_EITHER = re.compile(
    r"可以不可以|要不要|用不用|需不需要|必须不必须|是不是|对不对|能不能|有没有|该不该|可不可以|行不行"
)
_FORCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "not_shall",
        re.compile(
            r"(?:(?<!是)不是|并非|非|(?<!强制)(?<!硬性)(?<!必须)不)(?:强制|硬性|硬杠杠?|必须|刚性)(?!的?(?:吗|么|对))"
            r"|没那么硬|可做可不做"
            r"|\bnot (?:mandatory|obligatory)\b"
        ),
    ),
    ("none", re.compile(r"不(?:带|含|用)“?应”?.{0,6}宜|没有?(?:规范|情态)用?词|无规范用词")),
    (
        "should",
        re.compile(
            r"[“‘「\"']宜[”’」\"']|(?<![便适事合时相])宜(?:的|类|条|做)|(?<!还)(?:是|用|写|带)的?宜(?![用于人还或])|推荐性|建议性|推荐(?:做|要求)|(?:是|属于|算)(?:推荐|建议)的"
            r"|[\"“']should[\"”']|\brecommended\b|\bshould\b(?=[- ](?:clauses?|items?))"
        ),
    ),
    (
        "shall",
        re.compile(
            r"[“‘「\"']应[”’」\"']|必须(?:做|满足|达到|要做)?的?|强制|硬性|硬要求|刚性"
            r"|\bmandatory\b|\bmust\b"
        ),
    ),
    ("may", re.compile(r"[“‘「\"']可[”’」\"']|\bmay\b(?=[- ](?:clauses?|items?))")),
    ("encouraged", re.compile(r"鼓励")),
)


_PARTS = re.compile(r"[，,。；;？?！!]|——")
_ASKS = re.compile(
    r"吗|哪|什么|啥|怎么|怎样|如何|多少|几|谁|是不是|能不能|有没有|要不要|该不该|算不算|多久|多长|区别|不同|差"
)
"""What a part of a question has that asks; the other parts tell of the asker (我们园区几家都想往这个上靠)."""
_SOME = re.compile(
    r"(?<=[好这那我你他们咱各前近头十])几(?=[个家条项种年月天台份张位名次])|几(?=[个家条项种][^，,。？?]{0,4}(?:都|一起|一块|共同|联合))"
    r"|(?<![哪第有共是要得达满需分列占差剩提多少设写定和交印报填备投花配装建走拿批奖补盖用])几(?=[个家条项种年月天台份张位名次]"
    r"(?![，,；;])[^？?。！]*(?:吗|哪[种个些一]|什么|怎么|怎样|如何|谁|能不能|可不可以|有没有|要不要|提没提|算不算|是不是))"
)
"""A 几 that asks for no number: 那几家, and one in a question that asks for something else (几家公司…哪种模式)."""


def without_vague_numbers(text: str) -> str:
    """The question with 数 for each 几 that asks for no number.

    >>> without_vague_numbers("那几家老拖日子"), without_vague_numbers("有几条要求，分别是什么")
    ('那数家老拖日子', '有几条要求，分别是什么')
    """
    return _SOME.sub("数", text)


def asking_part(text: str) -> str:
    """The parts of a question that ask; all of it where no part does.

    >>> asking_part("我要做PPT,智能工厂有哪些能力域")
    '智能工厂有哪些能力域'
    """
    return ",".join(_asking_parts(text)) or text


def _asking_parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(text) if _ASKS.search(part)]


def intent_of(text: str) -> Intent:
    """The kind of answer that a normalised question wants; ``lookup`` where no question word says otherwise."""
    asking = _asking_parts(text)
    for part in (*asking, text):
        intent = next((intent for intent, pattern in _INTENTS if pattern.search(part)), None)
        if intent is not None and (intent != "yes_no" or len(asking) < 2):
            return intent
    return "lookup"


def asserts(text: str) -> bool:
    """Whether a normalised question states something and asks to agree with it or to explain it."""
    return _PREMISE.search(text) is not None


def denies(text: str) -> bool:
    """Whether what a question asserts is a denial; 要不要 and its like ask for either."""
    return _NEGATED.search(_ASKS_EITHER.sub("", text)) is not None


def forces_asked(text: str) -> tuple[str, ...]:
    """The forces that a question limits itself to."""
    found = tuple(force for force, pattern in _FORCES if pattern.search(text))
    if "not_shall" in found:
        return ("should", "may", "encouraged")
    return ("none",) if "none" in found else found
