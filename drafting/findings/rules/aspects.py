"""What people ask of rules and notices, with the words of the rows that say it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DATE = r"\d{4}年|\d+月\d*日?|月底|季度|年底|[\d一二三四五六七八九十]+个?(?:工作日|自然日|日|天|月)(?:内|以内|前|之内)"
_MONEY = r"\d[\d.,]*\s*(?:亿|万)?元|\d+(?:\.\d+)?\s*[%％]"
_GIVES = r"奖励|奖补|补助|补贴|补足|资助|给予|支持|獎勵|補助|資助"
_LOSES = "撤销|取消|摘牌|移出|除名|不予受理|不予认定|不受理|不得申报|不能申报|不能报"
_BODY = r"厅|局|委员会|政府|部门|主管|中心|机构|专家|企业|单位|厂商|署|办公室"
_DEEDS = (
    "认定|评定|评审|评价|评估|审核|审查|审定|初审|复核|核查|推荐|遴选|公布|公示|发布|拨付|验收|组织|负责|备案|受理|批准"
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something that is asked of rules.

    Attributes:
        name: What it is called where nothing is found of it.
        asks: What a question for it holds.
        says: What a row that says it holds.
        headed: The headings and leads under which it is set out; every row below then answers.
        refuses: Whether nothing else answers where no row says it.
        of_tiers: Whether a tier that a question names is asked for in ways of its own.
        by_deed: Whether each deed that a question names (公示, 拨付) wants a row of its own.
        counts: Whether it is asked by how many there are.
        fields: Whether it is the fields of a form, all of which answer.
        prefers: What the row holds that is meant first, where several say it.
    """

    name: str
    asks: re.Pattern[str]
    says: re.Pattern[str]
    headed: re.Pattern[str] | None = None
    refuses: bool = True
    of_tiers: bool = False
    by_deed: bool = False
    counts: bool = False
    fields: bool = False
    prefers: re.Pattern[str] | None = None


ASPECTS: tuple[Aspect, ...] = (
    Aspect(
        "联系方式",
        re.compile(r"电话|联系(?:人|方式)|手机号|邮箱|网址|\bphone\b|\be-?mail\b|\bcontact\b"),
        re.compile(r"电话|電話|联系人|聯繫人|联系方式|邮箱|郵箱|网址|@"),
    ),
    Aspect(
        "应提交的材料",
        re.compile(
            r"(?:交|提供|准备|需要|报送|递交|提交|哪些|什么)[^，。]{0,6}(?<![原物新])(?:材料|资料|手续)|(?:申报|申请)材料"
            r"|\b(?:documents|materials|papers) (?:must|have to|need|should|do|are)|\bwhich (?:documents|materials)\b"
        ),
        re.compile(r"(?:提交|提供|报送|附)[^。；]*(?:表|书|证|材料|报告|票|凭证)"),
        re.compile(r"(?:申报|申请|提交|所需|评审)?(?:材料|资料)$"),
    ),
    Aspect(
        "废止或者代替其他文件",
        re.compile(r"废止|作废|取代|替代(?:了|哪|什么)|代替(?:了|哪|什么)|\brepeal|\breplaces?\b.*\bwhich\b|\babolish"),
        re.compile(r"废止|廢止|停止执行|不再执行|失效|取代|代替"),
    ),
    Aspect(
        "施行日期",
        re.compile(
            r"(?:什么时候|何时|啥时候|哪天|哪一天|几时|几号|哪年|从)[^，。]{0,6}(?:施行|实施|生效|执行|起效)"
            r"|(?:施行|实施|生效|执行)[^，。]{0,4}(?:日期|时间|什么时候|何时)"
            r"|\b(?:take|come|enter)s? (?:effect|into force)\b"
        ),
        re.compile(r"(?:施行|实施|生效|执行)"),
    ),
    Aspect(
        "截止时间",
        re.compile(r"截止|截至|最晚|最迟|之?前(?=报|交|提|申)|\bdeadline\b|\bby when\b"),
        re.compile(rf"(?:{_DATE})[^。；，]{{0,6}}?(?:前|内|底|止|截)|截止|截至"),
        by_deed=True,
        prefers=re.compile(r"提交|申报|申请|填报|报送|登录|逾期|截止"),
    ),
    Aspect(
        "时间",
        re.compile(
            r"什么时候|何时|啥时候|几月|哪天|几号|哪一天|(?:申报|申请|填报|提交|审核|拨付)[^，。]{0,6}(?:时间|期限|日期)"
            r"|多[久长](?:时间)?[^，。]{0,4}(?:作出|内|完成|拨|决定)|(?:多少|几)个?(?:工作日|天|日)[^，。]{0,3}内"
        ),
        re.compile(rf"(?=.*(?:{_DATE}))(?!(?:{_DATE}|[年月\d])+$)"),
    ),
    Aspect(
        "有效期",
        re.compile(r"有效期|有效(?:几年|多久|多长)|(?:称号|资格|认定)[^，。]{0,6}(?:管几年|几年|多久)|\bvalid"),
        re.compile(r"有效期|有效期限|有效至|有效期至"),
    ),
    Aspect(
        "由谁解释",
        re.compile(r"解释(?:权|单位|部门|机关)|(?:谁|哪个?[^，。]{0,3})[^，。]{0,4}解释|负责解释"),
        re.compile(r"解释"),
    ),
    Aspect(
        "撤销或者不予受理的情形",
        re.compile(
            rf"(?:什么|哪些|哪种|何种|啥)(?:样的)?(?:情况|情形|行为)[^，。]{{0,10}}(?:{_LOSES})"
            rf"|(?:{_LOSES})[^，。]{{0,8}}(?:情形|情况|哪些|什么)"
        ),
        re.compile(r"(?!)"),
        re.compile(r"(?:下列|以下|如下)[^。：:]{0,6}(?:情形|情况|行为)"),
        refuses=False,
    ),
    Aspect(
        "多久一次",
        re.compile(
            r"(?:多久|多长时间|几年|几个月|多少年)[^，。]{0,8}(?:一次|复核|复评|复审|评估|评价)|(?:复核|复评|复审|评估|评价)[^，。]{0,4}(?:周期|频次|几年|多久)"
        ),
        re.compile(r"每(?:[\d一二三四五六七八九十两]+个?)?(?:年|半年|季度?|月|周)|[年月]一次|逐年|定期"),
        prefers=re.compile(r"每(?:[\d一二三四五六七八九十两]+个?)?(?:年|半年|季度?|月|周)"),
        refuses=False,
    ),
    Aspect(
        "弄虚作假、违反规定的后果",
        re.compile(
            r"(?:弄虚作假|造假|虚假|骗取|违规|违反|作假)[^，。]{0,10}(?:怎么|什么|如何|会|后果|处理|处罚)"
            r"|(?:取消|撤销|摘牌|移出)[^，。]{0,8}(?:情形|情况|条件|哪些|什么)|(?:哪些|什么)[^，。]{0,8}(?:取消|撤销|摘牌|移出)"
        ),
        re.compile(r"弄虚作假|虚假|骗取|取消|撤销|追回|不再受理|移出|除名|罚款|责令"),
        refuses=False,
    ),
    Aspect(
        "对象",
        re.compile(
            r"(?:对象|主体|适用范围|申报范围)(?:是|有|包括|为)?(?:谁|哪|什么|[？?。]|$)|(?:申请|申报)(?:的)?资格|谁(?:能|可以|有资格)(?:报|申)"
            r"|(?:什么样|哪些|哪类|什么)的?(?:企业|单位|工厂)(?:能|可以|才能)|\beligib"
        ),
        re.compile(r"(?!)"),
        re.compile(r"(?:对象|资格|主体|适用范围|申报范围)$"),
        refuses=False,
    ),
    Aspect(
        "等级的划分",
        re.compile(
            r"分(?:为|成|了)?(?:几|哪几|多少)个?(?:等?级|档|层|星|类)|(?:几|多少)个?(?:等级|级别|层级|档次|星级)|哪几个?(?:级|档|等级|层级)"
        ),
        re.compile(r"(?:分为|划分|分成|设)[^。；]{2,60}(?:级|档|层|星)"),
        refuses=False,
        counts=True,
    ),
    Aspect(
        "表格的栏目",
        re.compile(
            r"填(?:写|报)?(?:什么|哪些|的?内容)|(?:申请|申报|汇总|评价|推荐)表[^，。]{0,6}(?:内容|栏|填|有哪些|包括|有什么)"
        ),
        re.compile(r""),
        refuses=False,
        fields=True,
    ),
    Aspect(
        "程序",
        re.compile(
            r"流程|程序(?!员|化|代码)|步骤|分哪?几步|怎么(?:申报|申请|报|走|评|认定)|如何(?:申报|申请|认定|评)"
            r"|\bprocedure|\bsteps\b|\bhow (?:do|can|to) .*\bappl"
        ),
        re.compile(r"(?!)"),
        re.compile(r"程序|流程|步骤|工作安排|评价方式|认定方式"),
        refuses=False,
    ),
    Aspect(
        "条件",
        re.compile(
            r"条件[^，。]{0,4}(?:有哪些|哪些|是什么|是啥|都有|包括|怎么)|(?:申报|申请|认定|基本|参评)的?条件(?:[？?。]|$)|(?:哪些|什么)[^，。]{0,8}条件"
            r"|(?:应当?|需要?|须|要)(?:具备|满足|符合)[^，。]{0,6}(?:什么|哪些)|\bconditions\b"
        ),
        re.compile(r"(?!)"),
        re.compile(r"条件$|标准$"),
        refuses=False,
        of_tiers=True,
    ),
    Aspect(
        "由谁决定",
        re.compile(
            rf"(?:由谁|谁来|谁[^，。]{{0,2}}(?={_DEEDS}|拍板|说了算|批|审|管|定)|哪[个些几]*(?:部门|单位|机构|机关|厅|局)|哪一?级(?=主管|部门|政府|单位|认定|审批))"
            rf"|(?:{_DEEDS})[^，。]{{0,4}}(?:单位|机构|部门)?是?(?:谁|哪)"
            r"|\bwho (?:decides|approves|recognises|recognizes|certifies|reviews|pays)"
        ),
        re.compile(rf"(?=.*(?:{_BODY}))(?=.*(?:{_DEEDS}))"),
        by_deed=True,
    ),
    Aspect(
        "奖励或者资助",
        re.compile(
            r"奖励|奖补|补助|补贴|奖金|资助|扶持|(?:支持|奖|拿|给|领)[^，。]{0,6}(?:多少|几[十百]?万|资金|钱)|奖多少|补[^，。]{0,3}(?:多少|几)|政策支持"
            r"|\brewards?\b|\bsubsid|\bgrants?\b|\bfunding\b|\bbonus"
        ),
        re.compile(rf"(?=.*(?:{_GIVES}))(?=.*(?:{_MONEY}))"),
    ),
)
"""In the order in which they are tried: what is more special comes first."""
DEEDS = re.compile(_DEEDS)
