"""Commands: what `ikw` can do, one module for each kind of work. Floor 5; `cli` lists them, text goes to the terminal here only."""
