"""Values: what stands behind the colon of a field, read by the kind of the field. Floor 1.

`scalars` reads single values; `reader` walks the fields of a file by their table; `places`, `occurrences` and `events` add the
kinds that only an event file has. `known` is what ids may name, `lines` how values look in messages, `misnamed` which field was meant,
`collector` where faults gather.
"""
