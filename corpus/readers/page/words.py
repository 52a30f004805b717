"""The words by which a web site, a government's or another, says that a line is the page's and no document's."""

from __future__ import annotations

import re

_BUTTONS = """
打印本页 打印文章 我要打印 打印 关闭窗口 关闭页面 关闭本页 关闭 返回顶部 返回首页 返回列表 返回上一页 返回
回到顶部 收藏本页 我要收藏 加入收藏 设为首页 收藏 分享到 分享文章 一键分享 分享 点赞 在看 纠错 我要纠错
下载打印 全屏 字体大小 文字大小 字号 字体 特大 超大 放大 缩小 默认 还原 大 中 小 繁体版 简体版 繁体 简体 繁體
简 繁 English EN 无障碍浏览 无障碍阅读 进入无障碍 无障碍 适老模式 适老版 长者模式 长者版 关怀版 老年版 手机版
移动版 电脑版 智能问答 智能机器人 在线客服 微信扫一扫 扫一扫手机打开当前页 扫一扫在手机打开当前页 扫一扫
微信公众号 微信 新浪微博 微博 QQ空间 腾讯微博 QQ 豆瓣 人人网 更多 首页 网站首页 网站地图 联系我们 关于我们
网站声明 隐私声明 友情链接 登录 搜索 全站搜索 站内搜索 个人中心 用户登录 朗读 语音播报 听全文 上一页 下一页
尾页 末页 上一条 下一条 上一篇 下一篇 没有了 相关链接 相关文章 相关阅读 相关信息 相关新闻 热门推荐 猜你喜欢
写留言 留言 复制链接 点击复制 A+ A-
"""
_SEPARATORS = r"[\s【】\[\]［］（）()|｜>＞»›→<＜«/\\·•:：、,，。.\-—–_+＋×✕丨]"
_WORDS = "|".join(re.escape(word) for word in sorted(_BUTTONS.split(), key=len, reverse=True))
_CONTROLS = re.compile(rf"(?:{_SEPARATORS}|{_WORDS})*+")
_STEP = r"[>＞»›/|→]"
_PATH = re.compile(
    r"\s*(?:(?:您|你)?(?:现在|当前|目前)?(?:的|所在)?(?:的)?位置(?:是|为)?\s*[：:]\s*"
    r"(?:(?:网站)?首页.{0,120}|[^>＞»›→]{1,40}[>＞»›→].{0,120})"
    rf"|(?:网站)?首页\s*(?:{_STEP}[^>＞»›/|→]{{1,40}}){{1,8}}{_STEP}?\s*)"
)
_COUNTED = re.compile(
    r"\s*[【\[（(]?(?:本文|文章|累计|信息|已)?(?:浏览|阅读|点击|访问|查看)(?:次数|人次|人数|量|数|率)?"
    r"[：:]?\s*\d*\s*(?:次|人次)?[】\]）)]?\s*"
)
_OWNER = re.compile(
    r"ICP\s*备|公网安备|网站标识码|版权所有|Copyright|©|All Rights? Reserved|本站已支持IPv6|建议使用.{0,30}浏览器"
    r"|最佳分辨率|浏览器不支持|请开启\s*JavaScript|党政机关\s*网站找错",
    re.IGNORECASE,
)
_HOST = re.compile(r"\s*(?:主办(?:单位)?|承办(?:单位)?|技术支持|网站维护|维护单位|运维单位)\s*[：:]")
_NEIGHBOUR = re.compile(r"\s*(?:上|下)一[篇条个]\s*[：:].*")
_DOCUMENT = re.compile(
    r"索\s*引\s*号|文\s*号|发文|成文|信息名称|主题分类|体裁|有效性|有\s*效\s*期|施行|失效|废止|印发|附\s*件|附\s*表|通知|办法|细则|方案|"
    r"第[一二三四五六七八九十百零\d]+[章节条條]|[（(]?[一二三四五六七八九十]+[、）)]|[〔\[【]20\d\d[〕\]】]"
)
_HAN = re.compile(r"[\u3400-\u9fff]")


def is_control(line: str) -> bool:
    """Whether a line is nothing but buttons, a path to the page, a counter or the like, wherever it stands."""
    if _CONTROLS.fullmatch(line):
        return sum(sign.isalpha() for sign in line) >= 2
    return any(pattern.fullmatch(line) for pattern in (_PATH, _COUNTED, _NEIGHBOUR))


def is_owners(line: str) -> bool:
    """Whether a line names the site's owner and licence, as a foot does."""
    return len(line) < 300 and _OWNER.search(line) is not None


def is_hosts(line: str) -> bool:
    """Whether a line names who runs something: a site at its foot, but an event in a notice."""
    return _HOST.match(line) is not None


def speaks_of_a_document(line: str) -> bool:
    """Whether a line has the words of a document's head, body or end, or is a long sentence."""
    if _DOCUMENT.search(line):
        return True
    return len(_HAN.findall(line)) >= 30 and any(mark in line for mark in "。；，")
