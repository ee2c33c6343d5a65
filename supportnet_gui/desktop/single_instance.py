"""One window for each data folder: a second start brings the first one forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject

from ..core.paths import Places, make_private_folder

if TYPE_CHECKING:
    from collections.abc import Callable

WAIT_MILLISECONDS = 1500


class SingleInstance(QObject):
    """Holds the folder's window lock, and listens for later starts. Local sockets only: nothing on any network."""

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock: QLockFile | None = None
        self._places = places
        self._wanted: Callable[[str], None] | None = None

    @property
    def _name(self) -> str:
        """A name for the local socket that says nothing about the folder."""
        from PySide6.QtCore import QCryptographicHash

        algorithm = QCryptographicHash.Algorithm.Sha256
        digest = bytes(QCryptographicHash.hash(str(self._places.root).encode(), algorithm).data()).hex()
        return f"supportnet-{digest[:24]}"

    def claim(self) -> bool:
        """Whether this is the folder's only window. A folder that cannot be written to has no lock to hold."""
        try:
            make_private_folder(self._places.root)
        except OSError:
            return True
        self._lock = QLockFile(str(self._places.lock))
        # A lock is never too old: only its owner's end frees it.
        self._lock.setStaleLockTime(0)
        if self._lock.tryLock(0):
            self._places.lock.chmod(0o600)
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def raise_first(self, page: str) -> bool:
        """Ask the window that is open to come forward, showing `page`; whether it heard."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT_MILLISECONDS):
            return False
        socket.write(f"{page}\n".encode())
        sent = socket.waitForBytesWritten(WAIT_MILLISECONDS)
        socket.disconnectFromServer()
        return bool(sent)

    def listen(self, wanted: Callable[[str], None]) -> None:
        """Call `wanted` with a page's name when the app is started again."""
        from PySide6.QtNetwork import QLocalServer

        self._wanted = wanted
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # What a killed window left behind would be in the way; the lock says that nobody is using it.
        QLocalServer.removeServer(self._name)
        self._server.newConnection.connect(self._connected)
        self._server.listen(self._name)

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket.waitForReadyRead(200) or socket.bytesAvailable():
            page = bytes(socket.readAll().data()).decode("ascii", "ignore").strip()[:20]
        else:
            page = ""
        socket.disconnectFromServer()
        socket.deleteLater()
        if self._wanted is not None:
            self._wanted(page)
