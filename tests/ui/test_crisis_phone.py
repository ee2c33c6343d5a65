"""The pictures a phone reads, decoded from the painted pixels: by a reader of our own, and zbar if there."""

import shutil
import subprocess

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from supportnet_gui import crisis_words
from supportnet_gui.core import content
from supportnet_gui.core.content import ChannelType, Way
from supportnet_gui.ui import theme
from supportnet_gui.ui.crisis.number import Feedback, number_buttons
from supportnet_gui.ui.crisis.phone import NumberOnPhone
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.widgets.buttons import Button
from supportnet_gui.ui.widgets.qr import QrPicture, ShowOnPhone

MASKS = (
    lambda y, x: (y + x) % 2 == 0,
    lambda y, _: y % 2 == 0,
    lambda _, x: x % 3 == 0,
    lambda y, x: (y + x) % 3 == 0,
    lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: y * x % 2 + y * x % 3 == 0,
    lambda y, x: (y * x % 2 + y * x % 3) % 2 == 0,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2 == 0,
)
CODEWORDS = {21: {1: 19, 0: 16, 3: 13, 2: 9}, 25: {1: 34, 0: 28, 3: 22, 2: 16}}
"""How many bytes are data: by the squares on a side, and the level of correction as the code writes it."""
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def modules(image: QImage) -> list[list[bool]]:
    """The dark and light squares of the one code in a picture (ISO/IEC 18004)."""
    dark = [
        (y, x)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 128
    ]
    top, left = min(y for y, _ in dark), min(x for _, x in dark)
    side = max(x for _, x in dark) - left + 1
    first_row = [x for y, x in dark if y == top]
    finder = next(n for n, x in enumerate([*first_row, -1]) if x != left + n)  # seven modules wide
    step = finder / 7
    count = round(side / step)
    inside = [(round((n + 0.5) * step - 0.5)) for n in range(count)]
    return [[image.pixelColor(left + x, top + y).lightness() < 128 for x in inside] for y in inside]


def is_data(y: int, x: int, count: int) -> bool:
    """Whether a square carries data: versions 1 and 2, which these short texts need."""
    finders = (y < 9 and (x < 9 or x >= count - 8)) or (y >= count - 8 and x < 9)
    alignment = count == 25 and 16 <= y <= 20 and 16 <= x <= 20
    return not (finders or alignment or y == 6 or x == 6)


def read(squares: list[list[bool]]) -> str:
    """The text of a code with one block of data."""
    count = len(squares)
    assert count in (21, 25)
    form = [
        *(squares[8][x] for x in (0, 1, 2, 3, 4, 5, 7, 8)),
        *(squares[y][8] for y in (7, 5, 4, 3, 2, 1, 0)),
    ]
    mask = MASKS[(int("".join("01"[bit] for bit in form), 2) ^ 0b101010000010010) >> 10 & 0b111]
    bits, upwards = "", True
    for right in (x for x in range(count - 1, 0, -2)):
        column = right if right > 6 else right - 1
        for y in range(count - 1, -1, -1) if upwards else range(count):
            for x in (column, column - 1):
                if x >= 0 and is_data(y, x, count):
                    bits += "01"[squares[y][x] != mask(y, x)]
        upwards = not upwards
    level = int("".join("01"[bit] for bit in form[:2]), 2) ^ 0b10
    return text_of(bits[: 8 * CODEWORDS[count][level]])


def text_of(bits: str) -> str:
    def take(length: int) -> int:
        nonlocal bits
        value, bits = int(bits[:length], 2), bits[length:]
        return value

    found, mode = "", take(4)
    while mode:
        if mode == 0b0100:
            found += bytes(take(8) for _ in range(take(8))).decode(errors="replace")
        elif mode == 0b0010:
            length = take(9)
            for _ in range(length // 2):
                pair = take(11)
                found += ALPHANUMERIC[pair // 45] + ALPHANUMERIC[pair % 45]
            found += ALPHANUMERIC[take(6)] if length % 2 else ""
        elif mode == 0b0001:
            length = take(10)
            while length:
                part = min(length, 3)
                found += str(take((0, 4, 7, 10)[part])).zfill(part)
                length -= part
        mode = take(4) if len(bits) >= 4 else 0
    return found


EVERY_WAY = {
    (way.types, way.number, way.keyword): (place, way)
    for place in (*content.countries(), *content.GB_NATIONS)
    for line in content.panel(place[:2], place if "-" in place else None).lines
    for way in line.ways
    if ChannelType.WHATSAPP not in way.types
}


@pytest.mark.parametrize("key", EVERY_WAY, ids=lambda key: f"{key[0][0]} {key[1]}")
def test_a_phone_reads_what_is_shown(qtbot, look, key, tmp_path):
    place, way = EVERY_WAY[key]
    channel = way.channels[0]
    dialog = NumberOnPhone(look, way, place, None)
    qtbot.addWidget(dialog)
    image = dialog.picture.grab().toImage()
    digits = "".join(letter for letter in channel.value if letter.isdigit())
    call = channel.type is ChannelType.CALL
    word = f":{channel.keyword}" if channel.keyword else ""
    expected = f"tel:{digits}" if call else f"SMSTO:{digits}{word}"
    assert read(modules(image)) == expected
    if reader := shutil.which("zbarimg"):
        image.save(str(tmp_path / "code.png"))
        command = [reader, "--quiet", "--raw", str(tmp_path / "code.png")]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == expected
    assert dialog.picture.accessibleName().endswith(content.spoken(channel.value))
    assert ("calls" if call else "texts") in dialog.picture.accessibleName()
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(channel.value in text for text in labels)
    assert any(text.startswith(f"{place}.") for text in labels)


def test_a_number_that_takes_both_shows_one_picture_at_a_time(qtbot, look):
    _, way = EVERY_WAY[(ChannelType.CALL, ChannelType.TEXT), "988", None]
    window = QWidget()
    qtbot.addWidget(window)
    dialog = NumberOnPhone(look, way, "United States", window)
    dialog.open()
    for payload, turn in (("SMSTO:988", "Text instead"), ("tel:988", "Call instead")):
        next(one for one in dialog.findChildren(Button) if one.text() == turn).click()
        dialog = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, NumberOnPhone) and w.isVisible()
        )
        assert read(modules(dialog.picture.grab().toImage())) == payload
        assert len(dialog.findChildren(QrPicture)) == 1
    dialog.accept()


@pytest.mark.parametrize("key", EVERY_WAY, ids=lambda key: f"{key[0][0]} {key[1]}")
def test_at_double_size_all_of_it_is_seen_and_the_code_still_read(qtbot, qapp, key):
    large = Look(text_size=200)
    theme.apply(qapp, large)
    place, way = EVERY_WAY[key]
    dialog = NumberOnPhone(large, way, place, None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.height() <= dialog.screen().availableGeometry().height() - 60
    area = dialog.findChildren(QScrollArea)[0]
    assert area.verticalScrollBar().maximum() == 0
    labels = [label for label in area.findChildren(QLabel) if label.text()]
    number = next(label for label in labels if label.text() == crisis_words.line(Way(way.channels[:1])))
    sentence = next(label for label in labels if label.text().startswith(f"{place}."))
    tops = [widget.mapTo(dialog, QPoint(0, 0)).y() for widget in (number, sentence, dialog.picture)]
    assert tops == sorted(tops)
    assert dialog.picture.width() == dialog.picture.height() >= 160
    digits = "".join(letter for letter in way.number if letter.isdigit())
    assert digits in read(modules(dialog.picture.grab().toImage()))


def test_a_long_text_gets_a_code_that_is_not_too_fine(qtbot, qapp):
    large = Look(text_size=200)
    theme.apply(qapp, large)
    sentence = "Would you have time for a walk and a cup of tea with me some day this week, if you like? " * 4
    dialog = ShowOnPhone(large, f"SMSTO:0123:{sentence}", "0123", sentence, "QR code", None)
    qtbot.addWidget(dialog)
    count = dialog.picture.least() // 3
    assert count > 160 // 3
    assert dialog.picture.width() >= 3 * count


def test_the_reader_sees_one_changed_square(qtbot, look):
    """So it can tell a wrong code from a right one."""
    place, way = EVERY_WAY[(ChannelType.CALL, ChannelType.TEXT), "988", None]
    dialog = NumberOnPhone(look, way, place, None)
    qtbot.addWidget(dialog)
    squares = modules(dialog.picture.grab().toImage())
    assert read(squares) == "tel:988"
    squares[-7][-1] = not squares[-7][-1]
    assert read(squares) != "tel:988"


def test_the_button_opens_the_picture_and_closing_it_leaves_nothing(qtbot, look):
    place, way = EVERY_WAY[(ChannelType.TEXT,), "741741", "HOME"]
    feedback = Feedback(look)
    qtbot.addWidget(feedback)
    buttons = number_buttons(look, way, place, feedback)
    for one in buttons:
        qtbot.addWidget(one)
    show = buttons[-1]
    assert show.accessibleName() == "Show on phone: Text HOME to 7 4 1 7 4 1"
    show.click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, NumberOnPhone) and w.isVisible())
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()


def test_a_number_that_needs_the_internet_has_no_picture(qtbot, look):
    line = content.panel("ZA").find("za-sadag-cipla")
    assert line is not None
    way = next(way for way in line.ways if way.types == (ChannelType.WHATSAPP,))
    feedback = Feedback(look)
    qtbot.addWidget(feedback)
    buttons = number_buttons(look, way, "South Africa", feedback)
    for one in buttons:
        qtbot.addWidget(one)
    assert [one.text() for one in buttons] == ["Copy number"]
