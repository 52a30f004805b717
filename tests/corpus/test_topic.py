"""Whether invented texts are of the field: by their title, or by a part that speaks of nothing else."""

from __future__ import annotations

import pytest

from corpus.topic import is_of_the_field

ANNEX = (
    "关于做好工业发展专项资金申报工作的通知\n各县市区：\n一、支持方向\n企业技术改造、品牌建设。\n附件1\n"
    "智能工厂申报条件\n"
    "一、智能工厂应建立MES、ERP，关键设备数控化率不低于70%，设备联网率不低于60%。\n二、应用数字孪生，"
    "推进智能制造。\n三、数字化车间不少于2个。\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "某省智能工厂认定办法\n第一条 企业应当依法注册。\n",
        "某市智能工廠認定管理辦法\n第一條 企業應當聯網。\n",
        "首页 > 政务公开\n打印 关闭 分享\n某市关于开展智能车间认定的通知\n一、条件\n企业应当联网。\n"
        "版权所有 网站地图 联系我们\n",
        "工业互联网平台培育办法\n第一条 平台应当连接设备。\n",
        "制造业智能化改造和数字化转型实施方案\n一、目标\n",
        ANNEX,
    ],
)
def test_of_the_field(text: str) -> None:
    assert is_of_the_field(text)


@pytest.mark.parametrize(
    "text",
    [
        "某省安全生产条例\n第一条 车间、工厂应当设置安全出口，车间内推广机器人和智能制造。\n"
        "第二条 生产线应当设置紧急停机装置。\n",
        "某省数字经济促进条例\n第一条 推进产业数字化，支持建设数字化车间、智能工厂，推广智能制造和工业互联网。\n"
        "第二条 推动农业数字化。\n",
        "绿色工厂梯度培育细则\n第一条 申报绿色工厂的企业应当建立能源管理体系，应用智能化设备。\n",
        "专精特新中小企业认定细则\n第一条 研发费用不低于100万元；数字化转型水平加分。\n",
        "智慧农业园区办法\n第一条 建设数字农业工厂。\n",
        "技术改造资金管理办法\n第一条 设备投资额不低于500万元；智能化改造项目补助提高到15%。\n",
    ],
)
def test_of_another_field(text: str) -> None:
    assert not is_of_the_field(text)
