"""Review: what is said of a proposed change, to whoever proposed it. Floor 5.

A change is tried where nothing can be stolen (`changed`, `read_back`), which leaves `findings`: data from an untrusted run. What reads
it, makes words of it and speaks to GitHub or GitLab with a key uses the standard library alone, so that nothing that the change
brings along runs beside the key.
"""
