"""Files in and out: address books, calendars, archives. No database, no screen."""
