"""What a word of a profile shows, and what it does not where it is denied, planned, stopped, a draft or left out."""

from __future__ import annotations

import pytest

from drafting.plans.denial import limits, says, silenced

DENIED = [
    ("5G", "拟部署5G"),
    ("隔离", "生产网未与办公网隔离"),
    ("防火墙", "防火墙采购中"),
    ("防火墙", "计划2027年在车间与办公网之间加装防火墙"),
    ("质量预警", "质量预警（未启用）"),
    ("故障知识库", "故障知识库建设中"),
    ("预测性维护", "不含预测性维护"),
    ("作业指导", "电子作业指导（停用）"),
    ("SPC", "SPC分析（规划中）"),
    ("看板", "车间看板（二期）"),
    ("库存共享", "库存共享待开发"),
    ("数据字典", "统一数据字典（草案）"),
    ("质量管理手册", "质量管理手册（征求意见稿）"),
    ("追溯", "追溯管理(拟建)"),
    ("保养", "保养计划（纸质）"),
    ("入库", "无扫码出入库"),
    ("库位", "尚未实现库位管理"),
    ("数字孪生", "数字孪生计划2027年上线"),
    ("数字孪生", "数字孪生，计划2027年部署"),
    ("边缘计算", "拟部署5G、边缘计算、数字孪生"),
    ("5G", "5G、边缘计算均未部署"),
    ("预警", "质量预警正在开发"),
    ("排产", "目前没有用自动排产"),
    ("追溯", "除批次追溯外均已投用"),
    ("备份", "没有规定备份"),
    ("AGV", "AGV：无"),
    ("机器人", "机器人已停用"),
    ("知识图谱", "知识图谱尚在建设"),
    ("能效分析", "能效分析（预计2027年上线）"),
    ("大模型", "准备明年引入大模型"),
    ("立体库", "立体库筹建中"),
    ("入侵检测", "暂不具备入侵检测"),
    ("看板", "看板（含能耗看板，尚未启用）"),
    ("预警", "质量管理（不含预警）"),
    ("联网", "老设备不支持联网"),
    ("追溯", "追溯模块未购买"),
    ("隔离", "办公网和生产网没有隔离"),
    ("集成", "MES与ERP尚未集成"),
]
INNOCENT = [
    ("计划调度", "计划调度"),
    ("生产计划", "生产计划"),
    ("生产计划", "生产计划管理（已上线）"),
    ("维护计划", "维护计划自动生成"),
    ("追溯", "不合格品追溯"),
    ("统计", "不良率统计"),
    ("网络", "未来工厂网络"),
    ("待检", "待检区管理"),
    ("停机", "停机分析"),
    ("无线网", "无线网"),
    ("AGV", "无人叉车与AGV"),
    ("监控", "在线监控"),
    ("工艺", "规划设计与工艺规划"),
    ("试验", "试验数据管理"),
    ("仿真", "仿真用于产品设计中"),
    ("阻断", "未授权接入自动阻断"),
    ("提醒", "未报工提醒"),
    ("检验", "未检验不得放行"),
    ("作废", "单据作废管理"),
    ("报废", "不合格品报废"),
    ("设备联网", "设备联网（不含办公设备）"),
    ("防火墙", "边界部署防火墙，2023年投用"),
    ("MES", "MES二期（已上线）"),
    ("追溯", "没有规定口令，规定追溯"),
    ("虚拟调试", "虚拟调试与模拟仿真"),
    ("拟合", "参数拟合"),
    ("工单", "将工单推送到工位"),
    ("检测", "下线检测"),
    ("采购", "采购计划与采购中心"),
    ("无损检测", "无损检测"),
    ("计划", "计划完成率统计"),
    ("人工", "支持人工调整，除自动排产外还可手工插单"),
    ("取消", "订单取消"),
    ("未完工", "未完工工单跟踪"),
    ("筹备", "生产准备与筹备物料"),
    ("中控", "建设中控室"),
    ("在制品", "在制品管理"),
    ("开发", "软件开发、测试管理"),
    ("二期", "二期车间数据采集"),
]


@pytest.mark.parametrize(("word", "text"), DENIED)
def test_a_word_that_is_governed_by_a_limit_shows_nothing(word: str, text: str) -> None:
    assert not says(word, text), (word, text)


@pytest.mark.parametrize(("word", "text"), INNOCENT)
def test_a_word_beside_an_innocent_one_shows_itself(word: str, text: str) -> None:
    assert says(word, text), (word, text)


def test_latin_words_have_borders() -> None:
    assert not says("MR", "MRP运算")
    assert not says("ETL", "KETLE")
    assert says("MR", "用MR眼镜指导装配") and says("5g", "5G专网")


@pytest.mark.parametrize(
    "text",
    ["尚未发布", "验证阶段，未上线", "筹备中", "未批准", "计划2027年上线，目前没有用起来", "仅试点一台", "已停用"],
)
def test_a_text_that_is_nothing_but_a_limit_governs_all_of_its_row(text: str) -> None:
    assert silenced(text), text


@pytest.mark.parametrize(
    "text", ["质量", "每班用终端报工", "2023年上线", "防火墙采购中", "已上线", "在用", "计划", "试验", "全部完成"]
)
def test_a_text_that_says_more_governs_only_itself(text: str) -> None:
    assert not silenced(text), text


def test_the_limits_of_a_text_are_told_in_its_own_words() -> None:
    assert limits("车间用终端报工，二车间尚未接入；计划2027年上线数字孪生。") == (
        "二车间尚未接入",
        "计划2027年上线数字孪生",
    )
    assert limits("按生产计划排产，未检验不得放行") == ()
