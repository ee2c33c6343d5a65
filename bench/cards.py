"""An address book of 10,000 made-up people, made once and kept in build/bench/."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from random import Random

from .names import FAMILY, GIVEN, NOTES
from .processes import WORK

CARDS = 10_000
SMALL, LARGE = 96, 1200
"""Sides of photos in pixels: one card in twenty has a small one, one in five hundred a large one."""


def address_book() -> Path:
    """The file, as phones write it: mostly vCard 3.0, some 2.1 in quoted-printable, some 4.0."""
    recipe = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    path = WORK / f"cards-{recipe}.vcf"
    if not path.exists():
        for old in WORK.glob("cards-*.vcf"):
            old.unlink()
        chance = Random(11)
        text = "".join(_card(number, chance) for number in range(CARDS))
        path.write_bytes(text.encode())
    return path


def _card(number: int, chance: Random) -> str:
    given, family = chance.choice(GIVEN), chance.choice(FAMILY)
    version = chance.choices(("3.0", "2.1", "4.0"), (70, 15, 15))[0]
    name, full = f"{family};{given};;;", f"{given} {family} {number}"
    if version == "2.1":
        mark = ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE"
        lines = [f"N{mark}:{_quoted(name)}", f"FN{mark}:{_quoted(full)}"]
        lines += [f"TEL;CELL:{_number(chance)}", f"EMAIL;INTERNET:person{number}@example.org"]
    else:
        lines = [f"N:{name}", f"FN:{full}", f"TEL;TYPE=CELL:{_number(chance)}"]
        lines += [f"EMAIL;TYPE=HOME:person{number}@example.org", f"UID:urn:uuid:made-up-{number}"]
        lines += [f"ADR;TYPE=HOME:;;{chance.randint(1, 99)} Mill Lane;Bristol;;BS1 4DJ;United Kingdom"]
    if chance.random() < 0.4:
        lines.append(
            f"TEL;TYPE=WORK:{_number(chance)}" if version != "2.1" else f"TEL;WORK:{_number(chance)}"
        )
    if chance.random() < 0.3:
        lines.append(f"BDAY:19{chance.randint(40, 99)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")
    if chance.random() < 0.3:
        lines.append(f"ORG:{chance.choice(FAMILY)} and {chance.choice(FAMILY)}")
    if chance.random() < 0.2 and version != "2.1":
        lines.append(f"NOTE:{chance.choice(NOTES)}\\n{chance.choice(NOTES)}".replace(",", "\\,"))
    if version == "3.0" and number % 20 == 0:
        lines.append(_photo(LARGE if number % 500 == 0 else SMALL))
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def _number(chance: Random) -> str:
    return f"+44 1632 {chance.randint(960000, 960999)} {chance.randint(0, 999):03}"


def _quoted(text: str) -> str:
    return "".join(chr(byte) if 32 < byte < 127 and byte != 61 else f"={byte:02X}" for byte in text.encode())


@cache
def _photo(side: int) -> str:
    """A folded PHOTO line: a JPEG of a coloured square with some grain in it."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage

    grain = Random(side).randbytes(side * side * 3)
    image = QImage(grain, side, side, side * 3, QImage.Format.Format_RGB888)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 30)  # type: ignore[call-overload]  # the stubs say bytes, which fail
    encoded = base64.b64encode(data.data()).decode()
    folded = "\r\n ".join(encoded[at : at + 74] for at in range(0, len(encoded), 74))
    return f"PHOTO;ENCODING=b;TYPE=JPEG:{folded}"
