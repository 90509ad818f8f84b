"""The prompt of ``rejoinder cypher``: statements typed one after another."""

import asyncio
import os
import signal
from collections.abc import Coroutine
from pathlib import Path
from types import FrameType
from typing import Any

from platformdirs import user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import has_focus
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.lexers import PygmentsLexer

from api.replies import Form, cell, run
from api.suggestions import COMMANDS, Suggestions
from api.terminal import output, say, table
from cypher import StatementError
from cypher.scripts import read
from graph.errors import BadRequest, RejoinderError
from graph.owner import Owner, settled
from graph.terms import Terms

__all__ = ["Prompt", "history_file"]


def history_file() -> Path:
    """Return where the prompt keeps what was typed."""
    return user_state_path("rejoinder") / "cypher_history"


class Prompt:
    """A conversation with the graph, until Ctrl-D or ``:quit``.

    What is typed may be a whole script, as when a file is pasted; parameters that it sets stay
    set. Errors are told and do not end it; Ctrl-C ends the statement that runs.
    """

    def __init__(self, owner: Owner, terms: Terms, form: Form, params: dict[str, object]) -> None:
        self._owner, self._params = owner, params
        self._form: Form = form
        self._suggestions = Suggestions(terms, params)

    async def talk(self, history: Path) -> None:
        """Read statements and answer them."""
        session: PromptSession[str] = PromptSession(
            "cypher (write)> " if self._owner.write else "cypher> ",
            lexer=PygmentsLexer.from_filename("typed.cypher"),  # rich brings Pygments
            completer=self._suggestions,
            complete_while_typing=True,
            history=_history(history),
            multiline=True,
            prompt_continuation=lambda width, _line, _wrapped: " " * width,
            key_bindings=_keys(),
        )
        say("A statement ends in a semicolon. :help lists the commands, Ctrl-D leaves.")
        while True:
            try:
                text = (await session.prompt_async()).strip()
            except KeyboardInterrupt:
                continue  # what was begun is dropped
            except EOFError:
                return
            if text.rstrip(";") in (":quit", ":exit"):
                return
            try:
                await self._answer(text)
            except RejoinderError as error:
                say(str(error))

    async def _answer(self, text: str) -> None:
        command = text.rstrip("; ")
        if command == ":help":
            rows = [{"Command": name, "Meaning": each} for name, each in COMMANDS.items()]
            output().print(table("", rows))
        elif command == ":params":
            self._show_params()
        elif command.startswith(":") and command.split()[0] not in COMMANDS:
            there = ", ".join(COMMANDS)
            raise BadRequest(f"{command.split()[0]} is no command; there are: {there}.")
        else:
            await self._run(text)

    async def _run(self, text: str) -> None:
        try:
            script = read(text, self._params)
        except StatementError as error:
            raise BadRequest(str(error)) from error
        self._params.clear()
        self._params.update(script.params)
        steps = settled(script, {}, "set it first, with :param {name} => ...;")
        await _until_interrupted(run(self._owner, steps, self._form))

    def _show_params(self) -> None:
        if not self._params:
            say("No parameter is set. Set one with :param name => value;")
            return
        rows = [{"Parameter": name, "Value": cell(each)} for name, each in self._params.items()]
        output().print(table("", rows))


def _history(file: Path) -> History:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
        file.chmod(0o600)
    except OSError as error:
        say(f"What is typed is forgotten at the end: {file} cannot be written ({error.strerror}).")
        return InMemoryHistory()
    return FileHistory(str(file))


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter", filter=has_focus(DEFAULT_BUFFER))
    def enter(event: KeyPressEvent) -> None:  # pyright: ignore[reportUnusedFunction]
        buffer = event.current_buffer
        if buffer.complete_state and buffer.complete_state.current_completion:
            buffer.complete_state = None  # the word is taken, the statement goes on
        elif _whole(buffer.text.strip()):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    return keys


def _whole(text: str) -> bool:
    """Return whether `text` is ready to be sent: a statement with its semicolon, or a command."""
    command = text.startswith(":") and text.splitlines()[-1].startswith(":")
    return not text or command or text.endswith(";")


async def _until_interrupted(work: Coroutine[Any, Any, None]) -> None:
    """Do `work`; Ctrl-C cancels it and nothing else."""
    task, loop = asyncio.ensure_future(work), asyncio.get_running_loop()

    def stop(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(task.cancel)

    before = signal.signal(signal.SIGINT, stop)
    try:
        await asyncio.wait([task])
    finally:
        signal.signal(signal.SIGINT, before)
        task.cancel()
    if task.cancelled():
        say("Cancelled: the server was told to stop.")
    else:
        task.result()
