"""The desktop's own message bus on Linux (D-Bus), without waiting for anybody's answer.

A socket in the file system: jeepney speaks over no other kind, so nothing here can reach a network. The connection
stays open, because a desktop forgets the notices of a program that has gone from its bus.
"""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageFlag, MessageType, Parser, new_method_call
from jeepney.bus import get_bus
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import prep_socket
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import Message

    from .whom import Whom

PATIENCE_MILLISECONDS = 3000
"""How long an answer may take before it counts as none."""
HANDSHAKE_SECONDS = 1.0
MOST_AT_ONCE = 16_384  # bytes


class Answer(NamedTuple):
    """What came back, and from whom: a name that no other program ever gets on this bus."""

    body: tuple[Any, ...]
    sender: str


class Heard(NamedTuple):
    """A signal: what somebody tells unasked."""

    member: str
    body: tuple[Any, ...]
    sender: str


class SessionBus(QObject):
    """Calls methods of others; what they answer is handed to `done`, None where no answer came."""

    heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket: Any = None
        self._parser, self._serials = Parser(), count(1)
        self._notifier: QSocketNotifier | None = None
        self._waiting: dict[int, Callable[[Answer | None], None]] = {}
        self._heard: set[Whom] = set()

    def call(
        self,
        whom: Whom,
        method: str,
        signature: str | None,
        body: tuple[Any, ...],
        done: Callable[[Answer | None], None],
        *,
        start_it: bool = False,
    ) -> None:
        """Ask `whom`. A program that is not running is started only where `start_it` is set."""
        address = DBusAddress(whom.path, whom.bus_name, whom.interface or whom.bus_name)
        message = new_method_call(address, method, signature, body)
        if not start_it:
            message.header.flags |= MessageFlag.no_auto_start
        serial = self._send(message)
        if serial is None:
            done(None)
            return
        self._waiting[serial] = done
        QTimer.singleShot(PATIENCE_MILLISECONDS, self, partial(self._hand_over, serial, None))

    def listen(self, whom: Whom) -> None:
        """Hear what `whom` tells unasked."""
        if whom not in self._heard:
            self._heard.add(whom)
            rule = MatchRule(type="signal", interface=whom.interface or whom.bus_name, path=whom.path)
            self._send(message_bus.AddMatch(rule))

    def close(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        self._heard.clear()
        waiting, self._waiting = self._waiting, {}
        for done in waiting.values():
            done(None)

    def _send(self, message: Message) -> int | None:
        """The number under which an answer comes; None where there is no bus."""
        try:
            socket = self._socket or self._open()
            serial = next(self._serials)
            socket.sendall(message.serialise(serial=serial))
        # No address, one of another kind, a refusal, a bus that has ended or takes nothing in.
        except (OSError, KeyError, ValueError, RuntimeError):
            self.close()
            return None
        return serial

    def _open(self) -> Any:
        # Waits for the bus while shaking hands only, and not for long.
        self._socket = socket = prep_socket(get_bus("SESSION"), timeout=HANDSHAKE_SECONDS)
        self._parser, self._serials = Parser(), count(1)
        socket.setblocking(False)
        self._notifier = QSocketNotifier(socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        socket.sendall(message_bus.Hello().serialise(serial=next(self._serials)))
        return socket

    def _read(self, *_: object) -> None:
        try:
            while self._socket is not None:
                data = self._socket.recv(MOST_AT_ONCE)
                if not data:
                    self.close()
                    return
                self._parser.add_data(data)
                while (message := self._parser.get_next_message()) is not None:
                    self._take(message)
        except BlockingIOError:
            return
        except (OSError, ValueError):
            self.close()

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        sender = fields.get(HeaderFields.sender, "")
        kind = message.header.message_type
        if kind is MessageType.signal:
            self.heard.emit(Heard(fields.get(HeaderFields.member, ""), message.body, sender))
        elif kind is MessageType.method_return:
            self._hand_over(fields[HeaderFields.reply_serial], Answer(message.body, sender))
        elif kind is MessageType.error:
            self._hand_over(fields[HeaderFields.reply_serial], None)

    def _hand_over(self, serial: int, answer: Answer | None) -> None:
        done = self._waiting.pop(serial, None)
        if done is not None:
            done(answer)
