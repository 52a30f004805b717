"""The ground that a project stands on: networks, what collects and keeps data, and who looks after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.forms.form import Filled
from drafting.profiles.capability_rows import DataAsset, Network, System, Unit
from drafting.profiles.fields import STATES
from drafting.profiles.sections import Profile

THERE = ("in_use", "trial", "building")
_DIGITAL = re.compile("信息|数字|数据|智能|网络|IT")
_STEERING = re.compile("领导小组|委员会|推进组|推进小组|工作组|工作专班|专班|办公会|联席")
"""Bodies that steer: their members hold other posts, so their number is no staff."""
_BESIDE = re.compile("兼任|兼职|兼管")
_STAFF = re.compile(r"(?:信息|数字化|数据|网络|IT)[^，。；、,;]{0,8}?\d+\s*[人名]")
_PARTS = re.compile(r"[，。；,;\n]")


def base(profile: Profile) -> Filled:
    """What there is, the staff that is said to look after it, and the bodies that steer, told apart."""
    told = [
        (f"{section}[{index}]", with_state(one))
        for section in ("networks", "data")
        for index, one in enumerate(getattr(profile, section))
        if one.state in THERE
    ]
    staff, steering = list(_staff(profile)), list(_steering(profile))
    missing = (() if told else ("企业信息基础设施情况",)) + (() if staff else ("信息化人员配备情况",))
    each = (("基础设施", told), ("信息化人员", staff), ("推进组织（不计入信息化人员）", steering))
    parts = [f"{name}：{'、'.join(text for _, text in found)}" for name, found in each if found]
    return Filled("；".join(parts), missing, tuple(path for path, _ in (*told, *staff, *steering)))


def with_state(one: System | Network | DataAsset) -> str:
    """A name, with the state where that is not in use."""
    return one.name if one.state == "in_use" else f"{one.name}（{STATES[one.state]}）"


def _staff(profile: Profile) -> Iterator[tuple[str, str]]:
    """Units of that trade, and what other units say of such people among theirs."""
    for index, one in enumerate(profile.organisation):
        if _steers(one):
            continue
        if _DIGITAL.search(one.name):
            yield f"organisation[{index}]", f"{one.name}{f' {one.people} 人' if one.people is not None else ''}"
            continue
        among = [part for part in _PARTS.split(one.content or "") if _STAFF.search(part)]
        if among:
            yield f"organisation[{index}].content", f"{one.name}：{'，'.join(among)}"


def _steering(profile: Profile) -> Iterator[tuple[str, str]]:
    for index, one in enumerate(profile.organisation):
        if _steers(one) and _DIGITAL.search(one.name):
            yield f"organisation[{index}]", one.name


def _steers(one: Unit) -> bool:
    return bool(_STEERING.search(one.name) or _BESIDE.search(one.content or ""))
