"""Follow-ups are worded out in full from the question before; a question complete in itself inherits nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.assembly import Workspace
from kg.triples import Vocabularies
from retrieval.follow_up_signs import signs_of, stripped
from retrieval.follow_ups import FollowUps
from retrieval.taken import Earlier, Taken

OPENING = "智能工厂对设备运维有什么要求"
COMPARED = "数字化车间和智能工厂在计划调度上有什么区别"
COUNTY = "浦江智能工厂的建设周期多久"
GUANGXI = "广西的离散型智能制造模式有几条要求"
ITEM_ASKED = "广西离散型智能制造模式第5条讲什么"
ENGLISH = "What does the smart factory require for equipment maintenance?"


@pytest.fixture(scope="module")
def follow_ups(founding: Workspace) -> FollowUps:
    documents = list(founding.shelf.documents.values())
    vocabularies = Vocabularies(**founding.snapshot.schemes)
    return FollowUps(vocabularies, documents, founding.clauses, founding.understanding)


@pytest.fixture
def take(follow_ups: FollowUps, founding: Workspace):  # type: ignore[no-untyped-def]
    def one(before: str, question: str, topic: str | None = None) -> Taken:
        return follow_ups.take(question, Earlier(before, founding.understanding.read(before), topic))

    return one


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        # A name takes the place of the same kind of name.
        (OPENING, "那未来工厂呢", "未来工厂对设备运维有什么要求"),
        (OPENING, "计划调度呢？", "智能工厂对计划调度有什么要求"),
        (OPENING, "换成浦江的", "浦江的智能工厂对设备运维有什么要求"),
        (OPENING, "那2020版呢", "2020版的智能工厂对设备运维有什么要求"),
        (OPENING, "如果是数字化车间呢", "数字化车间对设备运维有什么要求"),
        (OPENING, "再高一级呢", "未来工厂对设备运维有什么要求"),
        ("智能工厂的计划调度要用APS吗", "那MES呢", "智能工厂的计划调度要用MES吗"),
        ("未来工厂有几条要求", "设备运维呢", "未来工厂的设备运维有几条要求"),
        ("设备运维有几条要求", "未来工厂", "未来工厂的设备运维有几条要求"),
        (GUANGXI, "流程型的呢", "广西的流程型智能制造模式有几条要求"),
        (GUANGXI, "那未来工厂呢", "未来工厂有几条要求"),
        (COUNTY, "总投资呢", "浦江智能工厂的总投资多久"),
        (COMPARED, "质量管控呢", "数字化车间和智能工厂在质量管控上有什么区别"),
        (COMPARED, "那智能工厂和未来工厂呢", "智能工厂和未来工厂在计划调度上有什么区别"),
        (COMPARED, "那智能工厂呢", "智能工厂对计划调度有什么要求"),
        # Another question word follows the subject.
        (OPENING, "有几条", "智能工厂对设备运维有几条"),
        (OPENING, "哪些是必须的", "智能工厂对设备运维哪些是必须的"),
        (OPENING, "那未来工厂有几条", "未来工厂对设备运维有几条"),
        (OPENING, "它一共有几条", "智能工厂对设备运维一共有几条"),
        ("数字化车间要做供应链管理吗", "哪一级开始要做", "供应链管理哪一级开始要做"),
        (OPENING, "要不要MES", "智能工厂对设备运维要不要MES"),
        (COUNTY, "怎么申报", "浦江的智能工厂怎么申报"),
        (OPENING, "和未来工厂比呢", "智能工厂和未来工厂对设备运维的要求有什么区别"),
        ("浦江的申报程序分几步", "第一步是什么", "浦江的申报程序分几步，第一步是什么"),
        (GUANGXI, "第3条讲什么", "广西的离散型智能制造模式的第3条讲什么"),
        ("广西有几种模式", "分别是什么", "广西有哪些模式"),
        ("广西有几种模式", "流程型有几条", "广西的流程型智能制造模式有几条"),
        ("智能工厂的计划调度要用APS吗", "未来工厂也是吗", "未来工厂的计划调度要用APS吗"),
        ("什么是模型化发展", "智能工厂真的不用做吗", "智能工厂的模型化发展真的不用做吗"),
        ("数字化车间宜的有几条", "那应的呢", "数字化车间有几条是“应”的"),
        (OPENING, "不对，我问的是计划调度", "智能工厂对计划调度有什么要求"),
        (OPENING, "换个文件，导则怎么说", "导则的智能工厂对设备运维有什么要求"),
        (OPENING, "刚才那个再说一遍", OPENING),
        # The tier above or below the one spoken of.
        (OPENING, "再往上一级有宜的条款吗？", "未来工厂对设备运维哪些是“宜”的"),
        (OPENING, "再往下一级呢", "省级数字化车间对设备运维有什么要求"),
        (OPENING, "更高的一档呢", "未来工厂对设备运维有什么要求"),
        (OPENING, "其中有宜的吗？", "智能工厂对设备运维哪些是“宜”的"),
        (ENGLISH, "And one level up?", "What does the future factory require for equipment maintenance?"),
        (ENGLISH, "And the tier below?",
         "What does the provincial digital workshop require for equipment maintenance?"),
        ("未来工厂对设备运维有什么要求", "低两档呢", "省级数字化车间对设备运维有什么要求"),
        # An item, and the like of something elsewhere.
        (ITEM_ASKED, "提到了哪些系统？", "广西离散型智能制造模式第5条提到了哪些系统"),
        (ITEM_ASKED, "那第6条呢", "广西离散型智能制造模式第6条讲什么"),
        (OPENING, "广西的要求里有类似的吗？", "广西对设备运维有什么要求"),
        (OPENING, "其他文件有没有类似的？", "建设导则、试行方案、浦江和广西对设备运维有什么要求"),
        (OPENING, "别的省有相近的规定吗", "广西对设备运维有什么要求"),
        (ENGLISH, "Is there anything similar in Guangxi?", "What does Guangxi require for equipment maintenance?"),
        (ENGLISH, "Which of those are only recommended?",
         "Which requirements of the provincial smart factory for equipment operation and maintenance are recommended?"),
        (ENGLISH, "Is it the same in Guangxi?", "What does Guangxi require for equipment maintenance?"),
        ("建设导则、试行方案和广西对设备运维有什么要求", "浦江呢", "浦江对设备运维有什么要求"),
        (OPENING, "浦江有没有", "浦江的智能工厂对设备运维有没有"),
        # English, and from one language to the other.
        (ENGLISH, "And for the future factory?", "What does the future factory require for equipment maintenance?"),
        (ENGLISH, "那未来工厂呢", "未来工厂对设备运维有什么要求"),
        (OPENING, "What about the future factory?",
         "What does the future factory require for equipment operation and maintenance?"),
        (OPENING, "英文的呢",
         "What does the provincial smart factory require for equipment operation and maintenance?"),
    ],
)  # fmt: skip
def test_a_follow_up_in_full(take, before: str, question: str, full: str) -> None:  # type: ignore[no-untyped-def]
    taken = take(before, question)
    assert (taken.relation, taken.text) == ("continued", full)


@pytest.mark.parametrize(
    "question",
    [
        "数字化车间对安全管控有什么要求",
        "那数字化车间在数据底座上有几条要求",
        "什么是网络化协同",
        "哪些等级要求MES",
        "谢谢",
        "How many requirements does the digital workshop have for quality control?",
    ],
)
def test_what_is_complete_in_itself_inherits_nothing(take, question: str) -> None:  # type: ignore[no-untyped-def]
    taken = take(OPENING, question)
    assert (taken.relation, taken.text) == ("alone", question)


def test_what_may_be_either_offers_the_other_reading(take) -> None:  # type: ignore[no-untyped-def]
    taken = take(OPENING, "未来工厂有几条要求")
    assert taken.relation == "alone" and taken.text == "未来工厂有几条要求"
    assert taken.other == "未来工厂对设备运维有几条要求"


@pytest.mark.parametrize(
    ("question", "relation"),
    [
        ("出处呢", "source"), ("原文在哪", "source"), ("依据是什么", "source"), ("where does it say that?", "source"),
        ("为什么", "reason"), ("为啥不用做", "reason"), ("Why?", "reason"),
    ],
)  # fmt: skip
def test_what_asks_of_the_answer_before(take, question: str, relation: str) -> None:  # type: ignore[no-untyped-def]
    taken = take(OPENING, question)
    assert (taken.relation, taken.text) == (relation, OPENING)


def test_nothing_before_is_said_of_what_reads_as_a_follow_up(follow_ups: FollowUps) -> None:
    assert follow_ups.take("那未来工厂呢", None) == Taken("那未来工厂呢", orphan=True)
    assert follow_ups.take(OPENING, None) == Taken(OPENING)


def test_words_of_its_own_may_be_another_subject(take) -> None:  # type: ignore[no-untyped-def]
    assert take(OPENING, "那厂区绿化呢").unsure
    assert not take(OPENING, "那未来工厂呢").unsure


def test_the_topic_found_before_goes_with_another_tier(take) -> None:  # type: ignore[no-untyped-def]
    before = "机器坏之前就提前知道，中间那档有要求吗"
    assert take(before, "最高那档呢", "设备运维").text.endswith("（设备运维）")
    assert take(OPENING, "那未来工厂呢", "设备运维").text == "未来工厂对设备运维有什么要求"


def test_a_tier_above_the_highest_changes_nothing_and_is_told(take) -> None:  # type: ignore[no-untyped-def]
    before = "未来工厂对设备运维有什么要求"
    taken = take(before, "再高一级呢")
    assert (taken.text, taken.beyond) == (before, 1)
    assert take(OPENING, "再高一级呢").beyond == 0


def test_which_one_is_bound_to_what_was_listed(follow_ups: FollowUps, founding: Workspace) -> None:
    before = "广西有哪几种模式"
    listed = ("离散型智能制造模式", "流程型智能制造模式")
    earlier = Earlier(before, founding.understanding.read(before), listed=listed)
    taken = follow_ups.take("哪一种要建专家库？", earlier)
    assert taken.text == "广西的离散型智能制造模式、流程型智能制造模式中哪一种要建专家库"
    english = follow_ups.take("Which one needs a library that experts keep?", earlier)
    assert english.text.startswith("Which one needs a library that experts keep (离散型智能制造模式, ")
    assert taken.keeps == english.keeps == "listed" and english.language == "en"
    assert follow_ups.take("哪个部门负责？", earlier).keeps == ""
    assert follow_ups.take("哪一种要建专家库？", replace(earlier, listed=("MES", "ERP"))).keeps == ""


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("guangxi-modes/2.4/1", "模块化设计"),
        ("guangxi-modes/2.5/3", "远程运维服务"),
        ("guangxi-modes/1/5", "绿色化制造"),
    ],
)
def test_the_like_of_an_item_is_asked_by_what_the_item_says(
    follow_ups: FollowUps, founding: Workspace, clause: str, subject: str
) -> None:
    cited = tuple(one for one in founding.clauses if one.id == clause)
    earlier = Earlier(ITEM_ASKED, founding.understanding.read(ITEM_ASKED), cited=cited)
    taken = follow_ups.take("浙江有相近的要求吗", earlier)
    assert (taken.relation, taken.text) == ("continued", f"浙江对{subject}有什么要求")


def test_the_english_name_of_the_topic_found_before_goes_along(take) -> None:  # type: ignore[no-untyped-def]
    taken = take("What does a smart factory need for energy?", "And a future factory?", "能源监测与综合利用")
    assert taken.text == "What does a future factory need for energy (energy monitoring and comprehensive use)?"


@pytest.mark.parametrize("question", ["", "？", "呢", "那", "\x00", "那\ud800呢", "İ那呢", "和", "第", "长" * 5000])
def test_any_words_can_be_taken(take, question: str) -> None:  # type: ignore[no-untyped-def]
    for before in (OPENING, ENGLISH, "？", "那未来工厂呢"):
        assert isinstance(take(before, question).text, str)


def test_the_signs_are_read_from_the_words() -> None:
    signs = signs_of("那么它有几条呢", ())
    assert signs.begins and signs.ends and signs.points and signs.asks and not signs.content
    assert not signs_of("今天天气怎么样", ()).plainly
    assert signs_of("低一级呢", ()).step == -1
    assert stripped("那未来工厂呢？") == "未来工厂"
