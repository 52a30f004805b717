"""Large texts in the shapes that make careless code slow: reading them must take time in step with their length."""

from __future__ import annotations

from collections.abc import Iterator

from evals.hardness.hard_input import HardInput, bare_text

MEBIBYTE = 1024 * 1024
_KIND = "text, large"
_ARTICLE = (
    "第{n}条 申报企业应当具备以下条件：（一）设备联网率不低于{n}%；（二）宜建设MES系统；（三）近三年无重大事故。\n"
)
_SHORT = ("一", "（一）", "1.", "应", "第一条", "企业", "表1", "附件", "30%", "：", "。")
_UNITS = {
    "digits": "1", "commas": "1,", "blanks": " ", "wide": "\u3000", "tabs": "\t", "breaks": "\u2028",
    "blank-lines": "\n",
    "brackets": "（", "closing": "）", "books": "《", "quotes": "“", "labels": "一、", "items": "（一）",
    "numbers": "1.",
    "articles": "第一条 ", "chapters": "第一章\n", "annexes": "附件1\n", "dots": "…", "points": ".", "dashes": "—",
    "hyphen": "-",
    "shall": "应", "tier": "先进级、", "tiers": "先进级应建设。", "percent": "不低于30%", "money": "500万元",
    "dates": "2025年1月1日",
    "years": "〔2025〕", "repeals": "《办法》同时废止", "names": "省智能工厂管理办法", "titles": "关于印发《",
    "han": "工",
    "numerals": "一二三", "spaced": "3 0 ", "colon": "条件：", "notes": "[note:1]", "residue": "[bookmark: ",
    "urls": "http://a.",
    "marks": "# ", "stars": "*", "pipes": "|", "cells": "甲\t", "slash": "/", "ticks": "√\t", "equals": "=",
    "semicolon": "；",
    "contents": "总则…1\n", "heads": "一、总则\n", "sections": "4.1.1 设备\n", "lines": "企业应联网\n",
    "pairs": "甲\t乙\n",
    "rows": "1\t设备\t应联网\t宜联网\n", "forms": "企业名称：\n", "pages": "— 1 —\n",
    "signs": "某省工业和信息化厅\n2025年1月1日\n",
}  # fmt: skip


def large_texts() -> Iterator[HardInput]:
    """One text a shape, and each shape that repeats one piece at a tenth of a mebibyte."""
    articles = "".join(_ARTICLE.format(n=n) for n in range(1, 8_000))
    yield _large("articles", articles)
    yield _large("articles on one line", articles.replace("\n", ""))
    yield _large("articles in blanks", articles.replace("\n", "\n\n"))
    yield bare_text(_KIND, "short lines", "\n".join(_SHORT[n % len(_SHORT)] + str(n) for n in range(50_000)))
    yield bare_text(_KIND, "equal short lines", "\n".join(_SHORT[n % len(_SHORT)] for n in range(50_000)))
    yield bare_text(_KIND, "long line", ("申报企业应建设智能工厂，设备联网率不低于30%，" * 5_000)[:100_000])
    rows = "".join(f"{n}\t设备{n % 50}\t应联网{n}台；\t不低于{n}%\n" for n in range(30_000))
    yield _large("table", "序号\t要素\t先进级\t卓越级\n" + rows)
    yield _large("one cell a line", "".join(f"要素{n}\n\t应联网\n" for n in range(60_000)))
    yield _large("wide row", "\t".join(f"应联网{n}%" for n in range(60_000)))
    yield _large("breaks in a cell", "要素\t条件\n设备\t" + "\u2028".join(f"{n}.应联网" for n in range(60_000)))
    yield _large("many tables", "".join(f"一、条件{n}\n序号\t要素\t条件\n1\t设备\t应联网\n\n" for n in range(20_000)))
    for name, piece in _UNITS.items():
        yield bare_text("text, one piece", name, piece * (MEBIBYTE // 10 // len(piece.encode())))


def _large(name: str, text: str) -> HardInput:
    """About a mebibyte of it, ended at a whole line where it has lines."""
    while len(text.encode()) < MEBIBYTE:
        text += text
    cut = text.encode()[:MEBIBYTE].decode("utf-8", "ignore")
    return bare_text(_KIND, name, cut)
