"""The command chat: questions one after the other, each read together with those before."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Any, TextIO

import typer
from rich.console import Console
from rich.text import Text

from app.assembly import Workspace
from app.console import (
    LAYER_ERRORS,
    PARTLY,
    DataOption,
    JsonOption,
    LangOption,
    fail,
    open_workspace,
    out,
    print_json,
)
from app.labels import Language
from app.limits import DocumentOption, TierOption, require_document, tier_code
from app.printing import answer_panel, written_sentences
from app.questions import checked
from app.writers import writer_of
from drafting.answering import Limits
from drafting.bundled_model import Generators
from drafting.conversation import Conversation, Reply

HELP = """直接提问；可以接着上一问省略着问，例如：
  智能工厂对设备运维有什么要求
  那未来工厂呢 · 再往上一级呢 · 计划调度呢 · 有几条 · 其中有宜的吗 · 出处呢 · 换成浦江的 · 英文的呢
  其他文件有类似的吗 · 哪一种适合链主企业（列出几种之后）· 提到了哪些系统（问过某一条之后）
/new   开始新的对话    /help  显示本说明    /quit  结束（Ctrl+D、Ctrl+C 也可以）"""
WELCOME = "工标对话：可以追问。/help 看用法，/quit 结束。"
FAREWELL = "对话结束。"
PROMPT = "问> "
_NEW, _HELP, _QUIT = "/new", "/help", ("/quit", "/exit", "/q")


def chat(
    document: DocumentOption = None,
    tier: TierOption = None,
    generator: Annotated[str | None, typer.Option("--generator", help="与 ask 相同，none 为不写作")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "zh",
) -> int:
    """连续问答：追问会承接上一问；也可以从管道逐行读入问题。"""
    workspace = open_workspace(data, generator=generator)
    require_document(workspace, document)
    tier = tier_code(workspace, tier, document)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # the check of a question says what is wrong
    try:
        talk = Talk(workspace, writer_of(workspace), Limits(document, tier) if document or tier else None, lang)
        return talk.with_a_person() if sys.stdin.isatty() and not as_json else talk.from_lines(sys.stdin, as_json)
    finally:
        workspace.close()


class Talk:
    """One conversation at the terminal or through a pipe.

    Args:
        workspace: What is asked.
        generator: Writes the sentences.
        limits: Limits set beside every question.
        language: The language of the labels.
    """

    def __init__(
        self, workspace: Workspace, generator: Generators, limits: Limits | None, language: Language = "zh"
    ) -> None:
        self._workspace = workspace
        self._generator = generator
        self._limits = limits
        self._language: Language = language
        self._conversation = Conversation()

    def with_a_person(self, read: Callable[[str], str] = input) -> int:
        """Prompt for questions until the person ends it; returns the exit status."""
        with suppress(ModuleNotFoundError):  # line editing, where the system has it
            import_module("readline")
        console = out()
        console.print(WELCOME, style="dim")
        try:
            for line in _prompted(read):
                if line in _QUIT:
                    break
                if not self._commanded(line, console):
                    self._answer_at_once(line, console)
        except (EOFError, KeyboardInterrupt):
            console.print()
        console.print(FAREWELL, style="dim")
        return 0

    def from_lines(self, source: TextIO, as_json: bool) -> int:
        """Answer a question a line; returns the exit status: 0, or 3 where a line failed."""
        failed = False
        for line in (one.strip() for one in source):
            if line in _QUIT:
                break
            if not line or line == _HELP:
                continue
            if line == _NEW:
                self._conversation = Conversation()
                continue
            try:
                reply = self._workspace.conversing.ask(checked(line), self._conversation, self._generator, self._limits)
            except LAYER_ERRORS as error:
                failed = True
                self._say_failure(line, error, as_json)
                continue
            self._conversation = reply.conversation
            self._show_whole(reply, as_json)
        return PARTLY if failed else 0

    def _commanded(self, line: str, console: Console) -> bool:
        """Whether a line is a command or blank; it is done then."""
        if line == _NEW:
            self._conversation = Conversation()
            console.print("新的对话。", style="dim")
        elif line.startswith("/"):
            console.print(HELP, markup=False)
        return not line or line.startswith("/")

    def _answer_at_once(self, question: str, console: Console) -> None:
        """Show the quotations as soon as they are found, the model's sentence once it is written and verified."""
        conversing = self._workspace.conversing
        try:
            found = conversing.find(checked(question), self._conversation, self._limits)
            self._conversation = found.conversation
            if found.turn.relation != "alone":
                console.print(Text(f"→ {found.turn.understood_as}", style="dim"))
            console.print(answer_panel(found.answer, self._language))
            if not (self._generator.ready() and found.answer.summarise):
                return
            with console.status("模型正在撰写并核对…"):
                written = conversing.write(found, self._generator)
            console.print(written_sentences(written.answer, self._language))
        except LAYER_ERRORS as error:
            fail(error)

    def _show_whole(self, reply: Reply, as_json: bool) -> None:
        if as_json:
            print_json(reply.to_json())
        else:
            console = out()
            console.print(Text(f"{PROMPT}{reply.turn.question}", style="bold"))
            console.print(answer_panel(reply.answer, self._language))
        sys.stdout.flush()

    def _say_failure(self, question: str, error: Exception, as_json: bool) -> None:
        if as_json:
            print_json({"question": _printable(question), "error": str(error)})
        else:
            fail(error)


def _prompted(read: Callable[[str], str]) -> Iterator[str]:
    while True:
        yield read(PROMPT).strip()


def _printable(text: str) -> str:
    """Text that can be written, whatever bytes it came from."""
    return text.encode("utf-8", "replace").decode("utf-8")


COMMANDS: dict[str, Callable[..., Any]] = {"chat": chat}
