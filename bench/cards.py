"""An address book of 10,000 made-up people, made once and kept in build/bench/."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from random import Random

from .names import FAMILY, GIVEN, NOTES
from .processes import WORK

CARDS = 10_000
PHOTO_BYTES = 3_000
PHOTO_SHARE = 0.05


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
        lines.append(f"TEL;TYPE=WORK:{_number(chance)}" if version != "2.1" else f"TEL;WORK:{_number(chance)}")
    if chance.random() < 0.3:
        lines.append(f"BDAY:19{chance.randint(40, 99)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")
    if chance.random() < 0.3:
        lines.append(f"ORG:{chance.choice(FAMILY)} and {chance.choice(FAMILY)}")
    if chance.random() < 0.2 and version != "2.1":
        lines.append(f"NOTE:{chance.choice(NOTES)}\\n{chance.choice(NOTES)}".replace(",", "\\,"))
    if chance.random() < PHOTO_SHARE and version == "3.0":
        lines.append(_photo(chance))
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def _number(chance: Random) -> str:
    return f"+44 1632 {chance.randint(960000, 960999)} {chance.randint(0, 999):03}"


def _quoted(text: str) -> str:
    return "".join(
        chr(byte) if 32 < byte < 127 and byte != 61 else f"={byte:02X}" for byte in text.encode()
    )


def _photo(chance: Random) -> str:
    """The bytes of a picture that is none: what reads cards only decodes them."""
    encoded = base64.b64encode(b"\xff\xd8\xff\xe0" + chance.randbytes(PHOTO_BYTES)).decode()
    return "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join(encoded[at : at + 74] for at in range(0, len(encoded), 74))
