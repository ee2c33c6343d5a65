"""How it might go, and how it went: only for who switched it on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from supportnet_gui.core.model import Energy
from tests.ui.test_today_window import choose, click, keep, opening


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


def test_how_it_might_go_is_off_until_chosen_and_never_with_little_energy(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    choose(qtbot, today, Energy.SOME)
    assert "How might it go?" not in today.texts()
    store.settings.set("ask_how_it_may_go", True)
    today.page.refresh()
    assert "How might it go?" in today.texts()
    choose(qtbot, today, Energy.LITTLE)
    assert "How might it go?" not in today.texts()


def test_a_guess_is_kept_and_asked_about_the_day_after_the_contact(qtbot, look, store, clock, open_page):
    store.settings.set("ask_how_it_may_go", True)
    keep(store, "Amira")
    today = open_page(look, store)
    choose(qtbot, today, Energy.SOME)
    guess = today.ideas.guess
    chips = list(guess.chips.values())
    assert not any(chip.isChecked() for chip in chips)
    click(qtbot, chips[2])
    assert chips[2].isChecked()
    assert "Most times you noted it, it went better than you thought." not in today.texts()
    click(qtbot, today.card.talked_button)
    asked = today.page.how_it_went
    assert not asked.isVisible(), "on the day itself enough was asked"
    clock.move(timedelta(days=1))
    today.page.refresh()
    assert asked.isVisible()
    assert asked.question.text() == "How did it go with Amira?"
    click(qtbot, asked.buttons[next(iter(asked.buttons))])
    assert not asked.isVisible()
    (note,) = store.expectations.all()
    assert (note.expected, note.went) == ("not_well", "warmly")


def test_the_record_is_shown_unasked_only_while_it_is_good(qtbot, look, store, clock, open_page):
    from supportnet_gui.core.model import Expected
    from supportnet_gui.ui.today.guess_notes import GuessNotes

    store.settings.set("ask_how_it_may_go", True)
    (amira,) = keep(store, "Amira")
    for _ in range(3):
        made = store.expectations.expect(amira, Expected.NOT_WELL)
        store.expectations.say_how_it_went(made, Expected.WARMLY)
        clock.move(timedelta(days=20))
    today = open_page(look, store)
    choose(qtbot, today, Energy.SOME)
    better = "Most times you noted it, it went better than you thought."
    assert better in today.texts()
    for _ in range(3):
        made = store.expectations.expect(amira, Expected.WARMLY)
        store.expectations.say_how_it_went(made, Expected.NOT_WELL)
        clock.move(timedelta(days=20))
    choose(qtbot, today, Energy.SOME)
    today.page.refresh()
    assert better not in today.texts()
    dialog = GuessNotes(look, store, today.window)
    qtbot.addWidget(dialog)
    assert len(dialog.rows) == 6
    dialog._remove(store.expectations.all()[0].id)
    assert len(dialog.rows) == 5
