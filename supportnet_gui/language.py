"""The language of words and dates. English is the language of the source; its plurals are made here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


class EnglishPlurals(QTranslator):
    """Turns "%n day(s)" into "%n day" or "%n days"; Qt fills in the number."""

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, n: int = -1) -> str:
        if n < 0 or "(s)" not in text:
            return text  # An empty answer would be taken for the translation.
        return text.replace("(s)", "" if n == 1 else "s")

    def isEmpty(self) -> bool:
        return False


def install(app: QCoreApplication) -> None:
    """Speak English to this application, with dates as the language writes them."""
    translator = EnglishPlurals(app)
    app.installTranslator(translator)
    system = QLocale.system()
    if system.language() is not QLocale.Language.English:
        # English words with the habits of where the computer is; where it says nothing, a clock of 24 hours.
        named = system.language() is not QLocale.Language.C
        country = system.territory() if named else QLocale.Country.UnitedKingdom
        QLocale.setDefault(QLocale(QLocale.Language.English, country))
