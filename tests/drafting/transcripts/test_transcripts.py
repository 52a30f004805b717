"""A conversation taken along: every quotation with its number, its words, its place and its document's hash."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from app.assembly import Workspace
from drafting.answer import Sentence
from drafting.conversation import Conversation, Reply
from drafting.transcripts.markdown import markdown
from drafting.transcripts.plain_text import plain_text
from drafting.transcripts.transcript import WRITTEN, Transcript, spans, transcript
from drafting.transcripts.word import word_file

QUESTIONS = ("智能工厂对设备运维有什么要求", "那未来工厂呢", "评上省级智能工厂能拿多少补贴")


@pytest.fixture(scope="module")
def replies(founding: Workspace) -> list[tuple[Reply, str]]:
    conversation, found = Conversation(), []
    for question in QUESTIONS:
        reply = founding.conversing.find(question, conversation)
        conversation = reply.conversation
        found.append((reply, f"状态：{reply.answer.status}"))
    return found


@pytest.fixture(scope="module")
def taken(founding: Workspace, replies: list[tuple[Reply, str]]) -> Transcript:
    return transcript(replies, founding.shelf.documents)


def test_every_citation_is_numbered_and_stands_with_its_place(founding: Workspace, taken: Transcript) -> None:
    entry = taken.entries[0]
    assert [one.number for one in entry.quotations] == list(range(1, len(entry.quotations) + 1))
    for one in entry.quotations:
        clause = founding.shelf.by_id[one.id]
        source = next(document.text for document in founding.documents if document.meta.id == clause.document)
        assert source[one.start : one.end] == clause.text and one.text == (clause.plain or clause.text)
        assert f"{one.start}–{one.end}" in one.where and one.id in one.where
    known = {one.number for one in entry.quotations}
    assert entry.said[0].rests_on and all(set(said.rests_on) <= known for said in entry.said)


def test_the_model_s_sentence_says_that_it_is_one(founding: Workspace, replies: list[tuple[Reply, str]]) -> None:
    reply, status = replies[0]
    sentence = Sentence("模型的话。", "generated", (reply.answer.citations[1].id,))
    written = replace(reply, answer=replace(reply.answer, generated=(sentence,)))
    text = plain_text(transcript([(written, status)], founding.shelf.documents))
    assert f"模型的话。{WRITTEN}[2]" in text


def test_the_text_holds_question_status_conclusion_quotations_and_hashes(
    founding: Workspace, taken: Transcript
) -> None:
    text = plain_text(taken)
    assert all(f"问：{question}" in text for question in QUESTIONS)
    assert "接上一问，按“未来工厂对设备运维有什么要求”理解。" in text
    assert "答（状态：refused）" in text
    assert founding.shelf.documents["zj-graded"].sha256 in text
    assert "推定（非官方，文本未写明）" in text
    assert text.count("“应实现设备联网") == 2  # of the first question, and as the base of the second


def test_the_word_document_opens_and_says_the_same(taken: Transcript) -> None:
    document = Document(BytesIO(word_file(taken)))
    shown = [one.text for one in document.paragraphs]
    for entry in taken.entries:
        assert entry.question in shown and entry.status in shown
        assert all(f"{said.text}{spans(said.rests_on)}" in shown for said in entry.said)
        for one in entry.quotations:
            assert f"[{one.number}] {one.force}{one.label}“{one.text}”" in shown and f"—— {one.where}" in shown
    assert all(source in shown for source in taken.sources)


def test_words_render_as_they_are(founding: Workspace) -> None:
    reply = founding.conversing.find("<b>![x](http://a)</b> 设备运维", Conversation())
    taken = transcript([(reply, "状态")], founding.shelf.documents)
    text = markdown(taken)
    assert "![x](" not in text and "<b>" not in text
    assert re.sub(r"\\(.)", r"\1", text).count("<b>![x](http://a)</b> 设备运维") >= 1
    shown = [one.text for one in Document(BytesIO(word_file(taken))).paragraphs]
    assert "<b>![x](http://a)</b> 设备运维" in shown
