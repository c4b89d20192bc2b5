"""Importers: spreadsheets, calendars and mails become event files. Floor 5.

`delimited`, `workbook` and `calendar` read a file into a `tables.Table` of rows; `candidates` makes an event file of a row and lets
the check judge it; `ledger` knows what was taken over before; `intake` decides what is written; `table` says what became of each
row. `mail` takes the form's mail; `wizard` asks at the terminal.
"""
