"""Paper: what is printed, set from the same views as the pages. Floor 4: it yields files and writes none.

Each outside library has one home here: Typst `typesetting`, pikepdf `sheets`, segno `codes`. The templates are `theme/paper/`.
"""
