"""Translate: from event files to translators and back. Floor 5.

`work` reads what is to be translated, `status` counts it, `export` hands it out as a gettext .po, `intake` takes that in again,
`stamp` notes that a translation fits, `edit` changes a translation's file, `sources` notes it for what stands in data files;
`catalog` is the home of .po. `commands` are what `ikw translate` calls.
"""
