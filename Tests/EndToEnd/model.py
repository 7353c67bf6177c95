# SPDX-License-Identifier: MIT
"""A model that says what it is told to: the Messages API on loopback, played from a script.

The client sends the whole conversation with every request, so the place in the script is the number of
assistant messages in it: a request that is repeated gets the same turn again.
"""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Union


@dataclass(frozen=True)
class Call:
    """One tool call of the model."""

    tool: str
    arguments: dict[str, Any]
    identity: str = field(default_factory=lambda: f"toolu_{uuid.uuid4().hex[:24]}")


def bash(command: str) -> Call:
    """A call of the Bash tool."""
    return Call("Bash", {"command": command, "description": "A scripted command"})


Turn = Union[str, Call, tuple[Call, ...], Callable[[], Call]]
"""Words, a call, calls at once, or a call made by a function that does something else first."""


@dataclass(frozen=True)
class Told:
    """What the model was told about one of its calls."""

    text: str
    failed: bool


def plain_text(content: Any) -> str:
    """The text of a message or of a tool result, which is a string or a list of blocks."""
    if isinstance(content, str):
        return content
    return "\n".join(block["text"] for block in content if block.get("type") == "text")


def content_blocks(turn: Turn) -> list[dict[str, Any]]:
    """A turn in the form of the API."""
    if isinstance(turn, str):
        return [{"type": "text", "text": turn}]
    if callable(turn):
        turn = turn()
    calls = turn if isinstance(turn, tuple) else (turn,)
    return [{"type": "tool_use", "id": c.identity, "name": c.tool, "input": c.arguments} for c in calls]


def streamed(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The events by which the API streams a message, each block in one piece."""
    yield {"type": "message_start", "message": {**message, "content": [], "stop_reason": None}}
    for index, block in enumerate(message["content"]):
        if block["type"] == "text":
            start = {**block, "text": ""}
            delta = {"type": "text_delta", "text": block["text"]}
        else:
            start = {**block, "input": {}}
            delta = {"type": "input_json_delta", "partial_json": json.dumps(block["input"])}
        yield {"type": "content_block_start", "index": index, "content_block": start}
        yield {"type": "content_block_delta", "index": index, "delta": delta}
        yield {"type": "content_block_stop", "index": index}
    stop = {"stop_reason": message["stop_reason"], "stop_sequence": None}
    yield {"type": "message_delta", "delta": stop, "usage": message["usage"]}
    yield {"type": "message_stop"}


class Model:
    """The scripted model and the server it speaks through."""

    def __init__(self) -> None:
        self.told: dict[str, Told] = {}
        self._script: list[Turn] = []
        self._spoken = 0
        self._agents: dict[str, list[Turn]] = {}
        self._heard: list[bytes] = []
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def will_say(self, turns: Iterable[Turn]) -> None:
        """Continue the script of the main conversation; what was never asked for is dropped."""
        with self._lock:
            del self._script[self._spoken :]
            self._script.extend(turns)

    def agent_will_say(self, prompt: str, turns: Iterable[Turn]) -> None:
        """Give the sub-agent that is started with this prompt a script of its own."""
        self._agents[prompt] = list(turns)

    def has_heard(self, text: str) -> bool:
        """Whether the text was in anything that the client sent."""
        return any(text.encode() in request for request in self._heard)

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The message that answers one request; a request without tools is the client's own errand."""
        messages = request["messages"]
        turn: Turn = "ok"
        if request.get("tools"):
            with self._lock:
                self._note_results(messages)
                turn = self._turn(messages)
        blocks = content_blocks(turn)
        return {
            "id": f"msg_{uuid.uuid4().hex[:24]}",
            "type": "message",
            "role": "assistant",
            "model": request["model"],
            "content": blocks,
            "stop_reason": "tool_use" if blocks[0]["type"] == "tool_use" else "end_turn",
            "stop_sequence": None,
            "usage": {"input_tokens": 1, "output_tokens": 1},
        }

    def _turn(self, messages: list[dict[str, Any]]) -> Turn:
        place = sum(message["role"] == "assistant" for message in messages)
        opening = plain_text(messages[0]["content"])
        for prompt, script in self._agents.items():
            if prompt in opening:
                return script[place] if place < len(script) else "done"
        self._spoken = max(self._spoken, place + 1)
        return self._script[place] if place < len(self._script) else "done"

    def _note_results(self, messages: list[dict[str, Any]]) -> None:
        for message in messages:
            if isinstance(message["content"], str):
                continue
            for block in message["content"]:
                if block["type"] == "tool_result":
                    told = Told(plain_text(block.get("content", "")), bool(block.get("is_error")))
                    self.told.setdefault(block["tool_use_id"], told)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        model = self

        class Handler(BaseHTTPRequestHandler):
            """The end points that the client uses; everything else is not found."""

            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *arguments: object) -> None:
                """Say nothing: the scenarios report."""

            def do_HEAD(self) -> None:
                self._send(200, "application/json", b"")

            def do_GET(self) -> None:
                self._send(404, "application/json", b'{"type":"error"}')

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                path = self.path.partition("?")[0]
                if path == "/v1/messages/count_tokens":
                    self._send(200, "application/json", b'{"input_tokens":1}')
                elif path == "/v1/messages":
                    model._heard.append(body)
                    request = json.loads(body)
                    message = model._answer(request)
                    if request.get("stream"):
                        events = (f"event: {e['type']}\ndata: {json.dumps(e)}\n\n" for e in streamed(message))
                        self._send(200, "text/event-stream", "".join(events).encode())
                    else:
                        self._send(200, "application/json", json.dumps(message).encode())
                else:
                    self.do_GET()

            def _send(self, status: int, kind: str, body: bytes) -> None:
                self.send_response(status)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        return Handler
