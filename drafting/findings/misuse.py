"""Wordings of attempts to change the rules, and of harmful wishes; each line one family."""

from __future__ import annotations

import re

_RULES = r"(?:规则|指令|指示|提示词?|限制|设定|约束|要求你|之前的|以上|上面|前面)"
_INJECTIONS = (
    rf"(?:忽略|无视|忘(?:记|掉|了)|抛开|绕过|跳过|推翻|取消|解除|不(?:要|用|必)(?:理会|遵守|管|遵循)).{{0,16}}{_RULES}",
    r"系统(?:级)?(?:提示词?|指令|消息)|提示词.{0,8}(?:打印|输出|告诉|泄露|显示|发|给|是什么)|(?:初始|原始|内部|隐藏)(?:指令|提示|设定)",
    r"(?:输出|打印|复述|重复|显示|告诉我)[^，。]{0,8}(?:你的)?(?:指令|提示词?|设定|上文|以上内容|配置)",
    r"不(?:要|许|准|用|必|需要?)(?:引用|标注|注明|按|看|依据|参考)(?:任何)?(?:原文|出处|依据|来源|条款|文件)|不带引用",
    r"把[“\"「]?(?:宜|应|可)[”\"」]?.{0,6}(?:改|换|说|当|写|读|翻译)(?:成|作|为)",
    r"你(?:现在|从现在起?)(?:就?是|扮演|叫)|从现在(?:起|开始)[，,]?你|(?:假装|假设|设想)(?:你|自己|没有|规则)|扮演|角色扮演",
    r"开发者模式|越狱|管理员(?:模式|权限|身份)|(?:新|以下|下面)(?:的|是)?(?:系统)?(?:规则|指令)[：:是]|(?:作废|失效)[，,。].{0,12}(?:回答|说)",
    r"(?:只|直接|必须|统一|一律)(?:要|能|准|许)?(?:回答|回复|输出|说)[“\"「：:]|(?:只|直接)(?:回答|回复|输出|说).{0,10}(?:不需要|没有要求|都(?:不|符合|满足)|已经?(?:通过|达标))",
    r"(?:请|并|然后|帮我)?(?:宣布|声称|承认|证明|确认)(?:我们|本企业|本公司|我司).{0,8}(?:通过|达标|合格|符合)",
    r"(?:^|[\s。；;])(?:system|assistant|user)\s*[:：]|<\|?/?(?:system|im_start|im_end)|\[/?inst\]",
    r"(?:ignore|disregard|forget|override|bypass|skip)\b.{0,40}\b(?:previous|prior|above|all|your|these|the|any)\b.{0,24}"
    r"\b(?:instruction|rule|prompt|guideline|direction|constraint|text|source|document|context|clause|restriction)s?",
    r"\b(?:reveal|print|show|repeat|output|leak|display)\b.{0,30}"
    r"\b(?:prompt|instructions?|rules|words above|system message)",
    r"\b(?:just|only|simply)\b.{0,12}\b(?:say|reply|answer|respond|output|print)\b|\bsystem prompt\b|\bjailbreak\b",
    r"\bdeveloper mode\b|\byou are now\b|\bpretend\b|\bact as\b|\brole-?play\b|\bdo anything now\b|\bno longer bound\b",
)
_HARMS = (
    r"伪造|造假|编造|虚构|虚报|谎报|瞒报|作假|做假|假冒|篡改|冒用|掺假|注水|编(?:一?[份些个套])?假",
    r"假(?:的)?(?:数据|材料|发票|合同|证书|报告|验收|截图|业绩|公章|凭证)|(?:买|代开|代办|代写|租|借).{0,4}(?:发票|证书|资质|专利|论文)",
    r"(?:骗|蒙混|糊弄|欺骗|瞒过|应付|忽悠).{0,10}(?:专家|评审|补贴|资金|奖励|政府|验收|检查|审核|审计|过关)|骗(?:取|补|过)|套(?:取|补|现)",
    r"(?:绕过|躲过|逃避|规避|避开).{0,6}(?:监管|检查|验收|审计|评审|核查)|挪用|洗钱|偷排|逃税|偷税|漏税",
    r"(?:入侵|攻击|黑进|黑掉|破解|窃取|偷看|偷取|偷|盗取|窃听|监听|瘫痪|搞垮|破坏)[^，,。？?]{0,14}"
    r"(?:系统|数据|网络|平台|图纸|密码|竞争对手|别人|别的|他们|对手|账号|服务器|产线|工厂|隔壁|同行|电脑|邮箱|数据库|mes|erp)"
    r"|把[^，,。]{0,16}(?:偷|黑|拷|弄|搞)(?:出来|到手|过来)|(?:系统|网络|产线|平台).{0,6}(?:瘫痪|搞垮|黑掉)",
    r"(?:贿赂|行贿|送礼|打点|塞红包|送红包|请客|打招呼|走后门).{0,10}(?:专家|评审|领导|官员|部门)?",
    r"(?:制造|制作|做)(?:炸弹|炸药|爆炸物|毒品|毒药|病毒|木马)|勒索(?:软件|病毒)",
    r"(?:没|未|尚未|还没)(?:有)?(?:上线|投用|建成|完成|达标|实施|通过|验收|做|用)[^，。]{0,12}(?:写成|说成|当成|改成|包装|报成|描述成|写作)",
    r"(?:自己|随便|私下|偷偷|多)(?:做|开|编|造|写|弄|刻|p)(?:几|一|些|个|张|份|点)*(?:张|份|个)?"
    r"(?:发票|合同|证书|报告|截图|公章|数据|凭证)|发票[^，。]{0,8}自己(?:做|开|编)",
    r"(?:竞争对手|别人|对手|同行|别家|客户)的?[^，。]{0,8}(?:弄到手|搞到手|搞来|弄来|偷)|(?:泄露|出卖).{0,6}(?:机密|秘密|客户信息)",
    r"(?:怎么|如何|怎样|咋|能不能|帮我|想个办法).{0,30}(?:不(?:会)?被|别被|不让|别让|免得被)[^，。]{0,10}"
    r"(?:查到|查出|发现|看出|抓到|识破|察觉)",
    r"(?:怎么|如何|怎样|咋|能不能|帮我|想个办法).{0,30}(?:让|使|叫)[^，。]{0,10}(?:看不出|查不到|查不出|发现不了|误以为|以为(?!难))",
    r"(?:读数|数据|数值|指标|能耗|排放|记录|台账|报表|效率|产量|数字).{0,20}"
    r"(?:(?:调|改|压|往)(?:低|小|高|大)|(?:做|写|弄|改)(?:得)?(?:漂亮|好看|平))(?:一?点|一?些|一下)?.{0,8}(?:上报|报上|提交|交差|填报|报送|应付)",
    r"(?:怎么|如何|怎样|咋|能不能).{0,40}(?:验收|检查|评审|专家|审核|督查|审计|监管|环保局).{0,12}"
    r"(?:发现不了|看不出|查不出|查不到|察觉不到)",
    r"(?<!误)(?:抹掉|删掉|藏起来|隐瞒|隐藏)(?!的|了的|在).{0,12}(?:数据|事故|记录|亏损|超标)"
    r"|(?:数据|事故|记录|亏损|超标)[^，。误]{0,8}(?:抹掉|删掉|藏起来|隐瞒)(?!的)",
    r"\bwithout (?:being|getting) (?:caught|noticed|detected|found out)\b|\btamper(?:ing)? with\b|\bfudge\b"
    r"|\b(?:hide|conceal)\b.{0,40}\bfrom (?:the )?(?:inspect|audit|monitor|regulat|author|expert|review)\w*",
    r"\b(?:forge|fake|falsif\w+|fabricat\w+|bribe|hack|steal|counterfeit|sabotage|malware|ransomware|cheat|launder)\b",
)
_PROTECTIVE = re.compile(
    r"(?:黑客|攻击|入侵|病毒)[^，,。]{0,4}(?:咋办|怎么办|咋整|怎么(?:应对|防)|如何(?:应对|防))|不(?:会)?被(?:篡改|窃取|偷|泄露|攻击|破坏|入侵|黑|冒用)|防(?:止|范|御|护|黑)|抵御|抵抗|避免(?!被?(?:发现|查))|杜绝|扛得住|被(?:黑|攻击|入侵)|网络攻击(?:怎么|如何|的能力)|怎么(?:处理|处罚)"
    r"|发现.{0,8}造假|数据造假等|会怎样|后果|(?:应对|识别|检测|监测).{0,6}(?:攻击|入侵)"
)
_INJECTION = re.compile("|".join(_INJECTIONS), re.IGNORECASE)
_HARM = re.compile("|".join(f"(?:{one})" for one in _HARMS), re.IGNORECASE)


def changes_rules(question: str) -> bool:
    """Whether a question tries to change how it is answered."""
    return _INJECTION.search(question) is not None


def wishes_harm(text: str) -> bool:
    """Whether a normalised question asks for help with deceit or damage, and not for protection against it."""
    return _HARM.search(text) is not None and _PROTECTIVE.search(text) is None
