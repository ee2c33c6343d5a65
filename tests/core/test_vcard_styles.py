"""Address books in the style of the programs people have, each value held against the file.

The files are written for these tests; nobody in them exists, and their numbers are kept for made-up stories.
"""

from pathlib import Path

import pytest

from supportnet_gui.core.exchange.vcard import Card, CardChannel, CardDate, Problem, ProblemCode, read_file
from supportnet_gui.core.model import Kind, Protocol

FILES = Path(__file__).parent.parent / "data" / "vcards"
CALL, EMAIL, OTHER, WEB, ADDRESS = (
    Protocol.CALL,
    Protocol.EMAIL,
    Protocol.OTHER,
    Protocol.WEB,
    Protocol.ADDRESS,
)


def read(name: str) -> tuple[list[Card], list[Problem]]:
    items = list(read_file(FILES / name))
    cards = [item for item in items if isinstance(item, Card)]
    return cards, [item for item in items if isinstance(item, Problem)]


def ways(card: Card) -> list[tuple[Protocol, str, str]]:
    return [(channel.protocol, channel.value, channel.label) for channel in card.channels]


def preferred(card: Card) -> list[str]:
    return [channel.value for channel in card.channels if channel.preferred]


def is_jpeg(photo: bytes | None) -> bool:
    """A whole JPEG: its first and last two bytes are fixed."""
    return photo is not None and len(photo) == 298 and photo[:2] == b"\xff\xd8" and photo[-2:] == b"\xff\xd9"


def is_png(photo: bytes | None) -> bool:
    return photo is not None and len(photo) == 83 and photo[:4] == b"\x89PNG" and photo[-8:-4] == b"IEND"


def test_google() -> None:
    (marisol, mail_only, surgery), problems = read("google.vcf")
    assert (marisol.name, marisol.given, marisol.nickname) == ("Marisol Quintanilla-Bø", "Marisol", "Mari")
    assert marisol.about == "Riverside Seed Library, Volunteers\nCoordinator"
    assert marisol.note == (
        "Likes long walks, not long phone calls.\nThe back gate is usually open; knock first. "
        "Her brother's number is in the other book. 🌱"
    )
    assert marisol.dates == (
        CardDate("birthday", None, 4, 12),
        CardDate("anniversary", 2014, 9, 6),
    )
    assert ways(marisol) == [
        (EMAIL, "marisol.qb@example.com", "home"),
        (EMAIL, "allotment@example.org", "Allotment"),
        (CALL, "+44 7700 900111", "cell"),
        (OTHER, "020 7946 0101", "work, fax"),
        (CALL, "020 7946 0102", "Her sister's flat"),
        (ADDRESS, "7 Larch Row\nHexham NE46 9ZZ\nGB", ""),
        (WEB, "http://seeds.example.org/marisol", "PROFILE"),
    ]
    assert marisol.roles == ()  # the husband named in the card is somebody else
    assert marisol.photo is None
    assert problems == [Problem(29, ProblemCode.PHOTO_LINK, "PHOTO")]
    assert (mail_only.name, mail_only.line) == ("o.bramblewick", 33)
    assert (surgery.name, surgery.kind, surgery.about) == ("Oakfield Surgery", Kind.PERSON, "")
    assert ways(surgery) == [(CALL, "01632 960001", "main")]


def test_apple() -> None:
    (nour, kitchen, rowers), problems = read("apple.vcf")
    assert problems == []
    assert (nour.name, nour.given, nour.nickname) == ("Dr. Nour Liesel Achterberg", "Nour", "Noor")
    assert nour.uid == "6C0F3C2E-5C1B-4B1E-9E0B-1D6B0B6A0001"
    assert nour.about == "Kleine Brug Kliniek"
    assert nour.note == "Calls back after eight."
    assert nour.dates == (CardDate("birthday", None, 2, 29), CardDate("anniversary", 2011, 6, 18))
    assert ways(nour) == [
        (EMAIL, "nour@example.com", "home"),
        (EMAIL, "n.achterberg@example.org", "work"),
        (CALL, "+44 7700 900222", "iphone, cell"),
        (OTHER, "+44 1632 960599", "home, fax"),
        (CALL, "+44 1632 960588", "Boat ⛵"),
        (OTHER, "+44 1632 960577", "HomeFAX"),
        (ADDRESS, "Prinsenkade 9\nachterhuis\nDelft 2611 AB\nNederland", "home"),
        (WEB, "https://nour.example.com", "HomePage"),
        (OTHER, "live:nour.boat", "Skype"),
        (OTHER, "nour_a", "Telegram"),
        (Protocol.WHATSAPP, "+447700900222", ""),
        (WEB, "http://twitter.example.com/nourboat", "twitter"),
    ]
    assert preferred(nour) == [
        "nour@example.com",
        "+44 7700 900222",
        "Prinsenkade 9\nachterhuis\nDelft 2611 AB\nNederland",
        "https://nour.example.com",
        "live:nour.boat",
    ]
    assert is_jpeg(nour.photo)
    assert (kitchen.name, kitchen.kind) == ("Night Kitchen Café", Kind.SERVICE)
    assert (rowers.name, rowers.kind, rowers.channels) == ("Rowing Friends", Kind.GROUP, ())


def test_outlook() -> None:
    (zoe,), problems = read("outlook.vcf")
    assert problems == []
    # Outlook writes commas as they are: nothing after one may be lost.
    assert (zoe.name, zoe.given, zoe.nickname) == ("Ms. Zoë Lefèvre, RN", "Zoë", "Zo")
    assert zoe.about == "Société des Jardins, Lyon, Accueil\nNurse, nights\nNursing"
    assert zoe.note == "Prefers mornings, then a walk.\nAsk about the café – she’s kind.\nEND of note"
    assert zoe.dates == (CardDate("birthday", 1979, 5, 23), CardDate("anniversary", 2006, 7, 15))
    assert ways(zoe) == [
        (CALL, "(555) 010-1111", "work"),
        (CALL, "(555) 010-2222", "home"),
        (CALL, "(555) 010-3333", "cell"),
        (OTHER, "(555) 010-4444", "work, fax"),
        (OTHER, "(555) 010-5555", "pager"),
        (CALL, "(555) 010-6666", "callback"),
        (ADDRESS, "Building 4\n12 rue des Lilas, bâtiment C\nLyon, Rhône 69001\nFrance", "work"),
        (WEB, "http://jardins.example.org", "work"),
        (EMAIL, "zoe@example.org", ""),
        (OTHER, "zoe.im@example.org", "IM"),
    ]
    assert is_jpeg(zoe.photo)


def test_android() -> None:
    (olena, number_only), problems = read("android.vcf")
    assert problems == []
    assert (olena.name, olena.given, olena.nickname) == ("Олена Ковальчук", "Олена", "Оленка")
    assert olena.note == "Любить чай; не любить поспіх.\nДзвонити після шостої 🙂"
    assert olena.dates == (CardDate("birthday", 1991, 8, 24), CardDate("anniversary", 2015, 5, 30))
    assert ways(olena) == [
        (CALL, "+44 7700 900333", "cell"),
        (CALL, "01632960302", "home"),
        (CALL, "01632960303", "дача"),
        (CALL, "01632960304", "workshop"),
        (EMAIL, "olena@example.com", "home"),
        (ADDRESS, "вул. Садова, 5\nЛьвів 79000\nУкраїна", "home"),
        (OTHER, "olena.k", "Skype"),
    ]
    assert preferred(olena) == ["+44 7700 900333"]
    assert is_jpeg(olena.photo)
    assert number_only.name == "+447700900399"


def test_thunderbird() -> None:
    (ciaran,), problems = read("thunderbird.vcf")
    assert problems == []
    assert (ciaran.name, ciaran.given, ciaran.nickname) == ("Ciarán Ó Súilleabháin", "Ciarán", "Ciar")
    assert ciaran.uid == "7a8c1e2c-0000-4000-8000-00000000beef"
    assert ciaran.about == "Boatbuilder\nCox\nCurrach Co; Op, Yard"
    assert ciaran.note == "Backslash \\ comma , semicolon ; newline\nColon: kept"
    assert ciaran.dates == (CardDate("birthday", None, 2, 3), CardDate("anniversary", 2003, 10, None))
    assert ways(ciaran) == [
        (EMAIL, "second@example.com", ""),
        (EMAIL, "first@example.com", ""),
        (ADDRESS, "Unit 3, Quay House\nGalway H91 X0X0\nIreland", "home"),
        (CALL, "+353 20 913 0101", "cell"),
        (CALL, "+353-20-913-0102 ext. 7", "work"),
        (CALL, "+353 20 913 0103", "home"),
        (WEB, "https://boats.example.ie/ciar,an", "work"),
        (OTHER, "gopher://old.example.ie", ""),
        (OTHER, "u/ciaran:example.org", "matrix"),
    ]
    assert preferred(ciaran) == ["first@example.com", "+353-20-913-0102 ext. 7"]
    assert is_png(ciaran.photo)


def test_nextcloud() -> None:
    (rana, mosaics, lantern), problems = read("nextcloud.vcf")
    assert (rana.name, rana.given) == ("رنا الحداد", "رنا")
    assert rana.note == "خالتي, تحب القهوة"
    assert ways(rana) == [
        (ADDRESS, "PO 12\nشارع النخيل ٤\nعمّان 11118\nالأردن", "home"),
        (EMAIL, "rana@example.com", "home"),
        (CALL, "+44 1632 960444", "home"),
        (CALL, "+44 7700 900444", "cell"),
        (Protocol.SIGNAL, "+44 7700 900444", ""),
        (OTHER, "rana@chat.example.org", "xmpp"),
        (OTHER, "@rana@social.example.org", "mastodon"),
    ]
    assert is_png(rana.photo)
    assert (mosaics.name, mosaics.kind) == ("Thursday Mosaics", Kind.GROUP)
    assert (lantern.name, lantern.kind, lantern.dates, lantern.photo) == (
        "Lantern House Drop-in",
        Kind.SERVICE,
        (),
        None,
    )
    assert problems == [
        Problem(36, ProblemCode.BAD_DATE, "BDAY"),
        Problem(37, ProblemCode.PHOTO_LINK, "PHOTO"),
    ]


def test_damaged_cards_are_reported_and_the_others_come_in() -> None:
    cards, problems = read("damaged.vcf")
    assert [(card.line, card.name, [channel.value for channel in card.channels]) for card in cards] == [
        (1, "Whole Before", ["01632 960301"]),
        (7, "Broken Photo", ["01632 960302"]),
        (19, "With Assistant", ["01632 960303"]),
        (30, "Without End", ["01632 960304"]),
        (38, '<b>Whole</b> <img src="x"> After', ["01632 960305"]),
    ]
    assert problems == [
        Problem(6, ProblemCode.BAD_CARD),
        Problem(10, ProblemCode.BAD_PHOTO, "PHOTO"),
        Problem(13, ProblemCode.UNREADABLE_LINE),
        Problem(15, ProblemCode.NO_NAME),
        Problem(23, ProblemCode.NESTED_CARD, "AGENT"),
        Problem(30, ProblemCode.NO_END),
        Problem(34, ProblemCode.UNREADABLE_LINE),
        Problem(37, ProblemCode.BAD_DATE, "BDAY"),
    ]


@pytest.mark.parametrize("name", sorted(file.name for file in FILES.glob("*.vcf")))
def test_the_same_file_gives_the_same_uids(name: str) -> None:
    first, _ = read(name)
    again, _ = read(name)
    assert [card.uid for card in first] == [card.uid for card in again]
    assert len({card.uid for card in first}) == len(first)


@pytest.mark.parametrize("name", sorted(file.name for file in FILES.glob("*.vcf")))
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_line_ends_change_nothing(name: str, line_end: bytes, tmp_path: Path) -> None:
    data = (FILES / name).read_bytes().replace(b"\r\n", b"\n")
    copy = tmp_path / name
    copy.write_bytes(data.replace(b"\n", line_end))
    assert list(read_file(copy)) == list(read_file(FILES / name))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["google.vcf", "apple.vcf", "nextcloud.vcf", "thunderbird.vcf"])
def test_the_encoding_of_the_file_changes_nothing(name: str, encoding: str, tmp_path: Path) -> None:
    copy = tmp_path / name
    copy.write_bytes((FILES / name).read_bytes().decode("utf-8").encode(encoding))
    assert list(read_file(copy)) == list(read_file(FILES / name))


def test_several_files_put_together_keep_every_card(tmp_path: Path) -> None:
    together = tmp_path / "all.vcf"
    names = ("apple.vcf", "google.vcf", "android.vcf")
    together.write_bytes(b"".join(b"\xef\xbb\xbf" + (FILES / name).read_bytes() for name in names))
    cards = [item for item in read_file(together) if isinstance(item, Card)]
    assert [card.name for card in cards] == [card.name for name in names for card in read(name)[0]]


def test_a_channel_is_a_plain_record() -> None:
    (zoe,), _ = read("outlook.vcf")
    assert zoe.channels[0] == CardChannel(CALL, "(555) 010-1111", "work", preferred=False)
