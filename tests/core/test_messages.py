"""Messages to copy: their words, which one fits, what is filled in, and what is left when no file can be read."""

import re
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core import content
from supportnet_gui.core.content import ContentError, Situation, message_files
from supportnet_gui.core.content.messages import FALLBACK, FALLBACK_TEXT
from supportnet_gui.core.model import Act, Energy, Need
from supportnet_gui.core.paths import resources
from tests.core.never_in_messages import found_in

SITUATIONS = (
    "hello listen company hand now_and_then tell accept_help answer_late cancel thanks old_friend group group_known "
    "online help_line professional appointment heart code_word birthday"
).split()
FILES = sorted((resources() / "messages").glob("*.toml"))
ROOT = Path(__file__).parent.parent.parent
LITTLE, SOME, MORE = Energy

anything = st.sampled_from(
    (
        "",
        " ",
        "{name}",
        "{code_word}",
        "{",
        "}",
        "{{name}}",
        "{0}",
        "%s",
        r"\1",
        "Ann",
        "Jo\nSam",
        "🦊",
        "שלום",
    )
) | st.text(max_size=30)


def english() -> dict[str, message_files.SituationWords]:
    return message_files.read_messages(resources(), "en")


def all_drafts() -> list[tuple[str, message_files.DraftWords]]:
    return [(one.id, draft) for one in english().values() for draft in one.draft]


def first(
    situation: str, act: Act, energy: Energy = LITTLE, need: Need = Need.ANYTHING, word: str = ""
) -> str:
    return content.message(situation, need, energy, act, "Ann", word)


# -- the words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_is_sound(file: Path) -> None:
    assert message_files.read_messages(resources(), file.stem)


def test_there_is_something_for_each_situation_and_energy() -> None:
    assert [one.id for one in content.situations()] == list(english()) == SITUATIONS
    for one in english().values():
        for energy in Energy:
            plain = [d for d in one.draft if energy in d.energy and Act.TEXT in d.act and not d.need]
            assert plain, (one.id, energy)


@pytest.mark.parametrize(("situation", "draft"), all_drafts())
def test_a_message_is_short_and_kind(situation: str, draft: message_files.DraftWords) -> None:
    assert len(draft.text) <= (100 if draft.energy == (LITTLE,) else 220)
    assert found_in(draft.text) == []
    for sentence in re.split(r"(?<=[.?])\s+", draft.text):
        assert len(sentence.split()) <= 20, sentence


def test_titles_are_short_and_kind() -> None:
    for one in content.situations():
        assert len(one.title) <= 45
        assert len(one.when) <= 80
        assert one.when.endswith(".")
        assert found_in(one.title + " " + one.when) == []


def test_no_draft_stands_twice_in_a_situation() -> None:
    for one in english().values():
        texts = [draft.text for draft in one.draft]
        assert len(texts) == len(set(texts)), one.id


@pytest.mark.parametrize(
    "text",
    [
        "I'm such a burden.",
        "Sorry!",
        "My mum",
        "You should call.",
        "Ring 999",
        "Ann \u2014 hi",
        "It's been ages",
    ],
)
def test_a_word_never_used_is_found(text: str) -> None:
    assert found_in(text)


def test_telling_someone_asks_for_nothing_to_be_fixed() -> None:
    assert all("You do not need to fix" in draft.text for draft in english()["tell"].draft)


def test_a_hello_needs_no_answer() -> None:
    for draft in english()["hello"].draft:
        eased = re.search(r"[Nn]o need|fine not to|let it ring", draft.text)
        assert eased or draft.act in {(Act.HEART,), (Act.CODE_WORD,)}, draft.text
        assert "?" not in draft.text


def test_who_was_there_before_is_not_a_newcomer_and_who_has_an_appointment_asks_for_none() -> None:
    for draft in english()["group_known"].draft:
        assert not re.search(r"first|not been|what is it like|about the group", draft.text, re.IGNORECASE)
    for draft in english()["appointment"].draft:
        assert "my appointment" in draft.text
        assert not re.search(r"an appointment", draft.text)


# -- which one fits ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("need", "energy", "act"), tuple(product(Need, Energy, Act)))
def test_there_is_a_fit_for_everything(need: Need, energy: Energy, act: Act) -> None:
    for situation in SITUATIONS:
        for word in ("", "kiwi"):
            found = content.messages(situation, need, energy, act, "Ann", word)
            assert found[0] == content.message(situation, need, energy, act, "Ann", word)
            assert len(found) == len(set(found))
            assert all(text.strip() and not re.search(r"[{}]", text) for text in found)
            assert word or not any("kiwi" in text for text in found)


def test_the_energy_there_is_chooses_the_length() -> None:
    for one in english().values():
        found = [first(one.id, Act.TEXT, energy, word="kiwi") for energy in Energy]
        assert [len(text) for text in found] == sorted(len(text) for text in found), one.id
        for energy, text in zip(Energy, found, strict=True):
            meant = [content.fill_message(d.text, "Ann", "kiwi") for d in one.draft if energy in d.energy]
            assert text in meant, (one.id, energy)


def test_where_nothing_is_said_for_an_energy_less_is_asked() -> None:
    assert (
        first("thanks", Act.TEXT, MORE, Need.HAND) == "Hi Ann, thank you for the hand. It made my day easier."
    )
    own_energy = {d.text: d.energy[0] for d in english()["company"].draft if d.act == (Act.TEXT,)}
    texts = content.messages("company", Need.ANYTHING, SOME, Act.TEXT, "{name}")
    assert [own_energy[text] for text in texts] == [SOME, SOME, LITTLE, LITTLE, MORE]


def test_a_step_of_an_act_is_of_that_act() -> None:
    assert first("listen", Act.HEART) == "♥ Hard day here. No need to answer."
    assert first("hello", Act.HEART) == first("heart", Act.TEXT) == "♥"
    assert first("hand", Act.CODE_WORD, word="kiwi") == first("code_word", Act.TEXT, word="kiwi") == "kiwi"
    assert first("company", Act.CALL).startswith("Could you call me")
    for one in english().values():
        for act in {act for draft in one.draft for act in draft.act}:
            of_that_act = {content.fill_message(d.text, "Ann", "kiwi") for d in one.draft if act in d.act}
            assert first(one.id, act, word="kiwi") in of_that_act, (one.id, act)


def test_a_text_never_asks_for_more_than_a_text() -> None:
    for one in english().values():
        asks_more = {draft.text for draft in one.draft if Act.TEXT not in draft.act}
        assert asks_more.isdisjoint(
            content.messages(one.id, Need.ANYTHING, LITTLE, Act.TEXT, "{name}", "{code_word}")
        )


def test_without_a_code_word_it_is_a_few_words_instead() -> None:
    assert first("hello", Act.CODE_WORD, word="  ") == first("hello", Act.TEXT)
    assert first("code_word", Act.CODE_WORD) == first("hello", Act.TEXT)


def test_what_was_given_chooses_the_thanks() -> None:
    thanks = {need: content.messages("thanks", need, SOME, Act.TEXT, "Ann") for need in Need}
    assert thanks[Need.LISTENS][0] == "Hi Ann, thank you for listening. It helped to say it."
    assert thanks[Need.HAND][0] == "Hi Ann, thank you for the hand. It made my day easier."
    assert not any("listening" in text for text in thanks[Need.HAND])
    assert set(thanks[Need.ANYTHING]) >= set(thanks[Need.LISTENS]) | set(thanks[Need.COMPANY])


def test_what_nobody_has_heard_of_is_a_hello() -> None:
    for situation in ("", "nonsense", "HELLO"):
        assert first(situation, Act.TEXT) == first("hello", Act.TEXT)


# -- filling in ----------------------------------------------------------------------------------------------


@given(name=anything, word=anything, act=st.sampled_from(Act), situation=st.sampled_from(SITUATIONS))
def test_names_and_words_are_filled_in_as_they_are(name: str, word: str, act: Act, situation: str) -> None:
    texts = content.messages(situation, Need.ANYTHING, MORE, act, name, word)
    marks = ("\ue000", "\ue001")
    if not name.strip() or not word.strip() or set(marks) & set(name + word):
        assert all(text.strip() for text in texts)
        return
    marked = content.messages(situation, Need.ANYTHING, MORE, act, *marks)
    expected = [
        "".join({marks[0]: name.strip(), marks[1]: word.strip()}.get(c, c) for c in text) for text in marked
    ]
    assert list(texts) == list(dict.fromkeys(expected))


@given(text=anything, name=anything, word=anything)
def test_filling_in_leaves_the_rest_alone(text: str, name: str, word: str) -> None:
    if "{name}" not in text and "{code_word}" not in text:
        assert content.fill_message(text, name, word) == text


def test_what_is_filled_in_is_never_looked_at_again() -> None:
    assert content.fill_message("{name}: {code_word}", "{code_word}", "{name}") == "{code_word}: {name}"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Hi {name}, are you about?", "Hi, are you about?"),
        ("Thank you, {name}.", "Thank you."),
        ("Happy birthday, {name} ♥", "Happy birthday ♥"),
        ("{name}, are you about?", "Are you about?"),
        ("Hi.\n{name}: élan?", "Hi.\nÉlan?"),
        ("{name}", ""),
        ("{code_word} today, {name}.", "today."),
        ("Hello\n{name}\nhow are you?", "Hello\nHow are you?"),
    ],
)
def test_with_nobodys_name_the_words_still_read_well(draft: str, expected: str) -> None:
    assert content.fill_message(draft, " ") == expected


def test_every_draft_reads_well_with_nobodys_name() -> None:
    for _, draft in all_drafts():
        text = content.fill_message(draft.text, "", "kiwi")
        assert not re.search(r"\s[,.?]|,[.?]|  |^\W", text.replace("♥", "x")), text
        assert text == text.strip()


@pytest.mark.parametrize(
    ("kept", "called"),
    [
        ("Aoife Ní Bhriain", "Aoife"),
        ("  Ann  ", "Ann"),
        ("Sam (work)", "Sam"),
        ("Jean-Luc Picard", "Jean-Luc"),
        ("D'Arcy Jones", "D'Arcy"),
        ("山田 太郎", "山田"),
        *(
            (kept, kept)
            for kept in ("", "Dr Patel", "dr. Patel", "Aunt Jo", "J. Smith", "J Smith", "Smith, Jo")
        ),
        *(
            (kept, kept)
            for kept in ("Jo and Sam", "Jo & Sam", "The Murphys", "My neighbour", "🦊 Foxy", "{name} x")
        ),
    ],
)
def test_a_person_is_called_by_a_first_name_where_that_is_sure(kept: str, called: str) -> None:
    assert content.first_name(kept) == called


def test_own_words_come_first_and_each_once() -> None:
    shipped = content.messages("hello", Need.ANYTHING, LITTLE, Act.TEXT, "Ann")
    own = ["Alright {name}?", FALLBACK_TEXT, "{code_word} again"]
    assert content.own_first(own, shipped, "Ann")[:3] == ("Alright Ann?", shipped[0], shipped[1])
    assert content.own_first(own, shipped, "Ann", "kiwi")[2] == "kiwi again"
    assert content.own_first([], shipped, "Ann") == shipped


# -- files that are missing, damaged or in part -----------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(resources() / "messages", tmp_path / "messages")
    return tmp_path


def in_folder(folder: Path, situation: str = "listen", language: str = "en") -> str:
    return content.message(situation, Need.LISTENS, SOME, Act.TEXT, "Ann", "", language, folder)


@pytest.mark.parametrize("damage", ["gone", "empty", "bytes", "folder", "no situation"])
def test_a_hello_is_there_without_the_file(folder: Path, damage: str) -> None:
    file = folder / "messages" / "en.toml"
    file.unlink()
    if damage == "empty":
        file.touch()
    elif damage == "bytes":
        file.write_bytes(bytes(range(256)))
    elif damage == "folder":
        file.mkdir()
    elif damage == "no situation":
        file.write_text("situation = []", encoding="utf-8")
    assert in_folder(folder) == "Hi Ann, just saying hello. No need to answer."
    assert content.situations("en", folder) == (FALLBACK,)
    if damage != "no situation":
        with pytest.raises(ContentError) as caught:
            message_files.read_messages(folder, "en")
        assert caught.value.file == "messages/en.toml"


@given(st.binary(max_size=300))
def test_whatever_a_file_holds_there_is_a_hello(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    folder = tmp_path_factory.mktemp("resources")
    (folder / "messages").mkdir()
    (folder / "messages" / "en.toml").write_bytes(junk)
    assert in_folder(folder) == "Hi Ann, just saying hello. No need to answer."


def test_the_hello_kept_for_the_worst_case_is_the_one_in_the_file() -> None:
    hello = english()["hello"]
    assert hello.shown == FALLBACK
    assert hello.draft[0].text == FALLBACK_TEXT


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('id = "listen"', 'id = "hello"', "situation[1].id: stands twice"),
        ('id = "listen"', 'id = ""', "situation[1].id: is empty"),
        ('title = "Asking for a listening ear"', 'title = ""', "situation[1].title"),
        ('title = "Asking for a listening ear"', "", "situation[1]"),
        ("when =", "wen =", "situation[0]"),
        ('energy = ["little"]', 'energi = ["little"]', "situation[0].draft[0]"),
        ('energy = ["little"]', 'energy = ["lots"]', "situation[0].draft[0].energy[0]"),
        ('energy = ["little"]', "energy = []", "situation[0].draft[0].energy: is empty"),
        ('act = ["heart"]', "act = []", "situation[0].draft[5].act: is empty"),
        ("Hi {name}, just", "Hi {nmae}, just", "situation[0].draft[0].text"),
        ("Hi {name}, just", "Hi {name.x}, just", "situation[0].draft[0].text"),
        ("Hi {name}, just", "Hi {{name}, just", "situation[0].draft[0].text"),
        ('"♥"', '" "', "situation[0].draft[5].text: is empty"),
        ('"♥"', "5", "situation[0].draft[5].text"),
        ("[[situation]]", "[[situation", "line"),
    ],
)
def test_a_fault_names_its_file_and_place(folder: Path, old: str, new: str, where: str) -> None:
    file = folder / "messages" / "en.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        message_files.read_messages(folder, "en")
    assert caught.value.file == "messages/en.toml"
    assert where in str(caught.value)
    assert in_folder(folder).startswith("Hi Ann, just saying hello")


def test_another_language_is_a_file_and_may_be_in_part(folder: Path) -> None:
    welsh = (
        '[[situation]]\nid = "hello"\ntitle = "Helo"\nwhen = "Helo."\ndraft = [{ text = "Helo {name}." }]\n'
    )
    (folder / "messages" / "cy.toml").write_text(welsh, encoding="utf-8")
    assert in_folder(folder, "hello", "cy") == "Helo Ann."
    assert (
        in_folder(folder, "listen", "cy") == in_folder(folder, "listen") == in_folder(folder, "listen", "xx")
    )
    assert content.situations("cy", folder)[:2] == (
        Situation("hello", "Helo", "Helo."),
        content.situations()[1],
    )
    (folder / "messages" / "en.toml").unlink()
    message_files.read_messages.cache_clear()
    assert in_folder(folder, "listen", "cy") == "Helo Ann."


def test_nothing_is_read_before_a_message_is_wanted() -> None:
    code = (
        "import sys; from supportnet_gui.core import content; "
        "assert not [n for n in sys.modules if n.endswith(('message_files', 'content.files')) or n == 'tomllib']; "
        "content.situations(); assert 'supportnet_gui.core.content.message_files' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
