# The programme of the Interkulturelle Woche. `make help` lists what can be made.
# Needs python3 (3.11 or later, with venv), make and git; everything else goes into .venv/.

EVENTS  ?= events
OUTPUT  ?= output
SITEURL ?=
PORT    ?= 8000
PYTHON  ?= python3
TARGET  ?=
BRANCH  ?=
REMOTE  ?= origin
SAMPLE  ?=
PREVIOUS ?=
FORMAT  ?=
BASE    ?=
REPORT  ?=
HOST    ?=

VENV := .venv
BIN  := $(VENV)/bin
IKW  := $(BIN)/ikw
UV   := $(BIN)/uv
READY := $(VENV)/.ready
READY_TO_TEST := $(VENV)/.ready-to-test
SITE := --events "$(EVENTS)" --output "$(OUTPUT)" $(if $(SITEURL),--siteurl "$(SITEURL)")

# Python may keep our modules compiled (in __pycache__): without that each start compiles seventy of them.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := all
.PHONY: all site booklet poster leaflet event-poster notice errata large serve check review preview comment release publish servers help clean lock messages bench lint golden test test-fast test-setup screenshots
.DELETE_ON_ERROR:

all: $(READY)  ## everything: the web site and the booklet
	@$(IKW) site --booklet $(SITE)

site: $(READY)  ## the web site in output/ (EVENTS=dir OUTPUT=dir SITEURL=https://… for another programme)
	@$(IKW) site $(SITE)

booklet: $(READY)  ## the booklet in every language: to read, for the print shop, for the office's printer
	@$(IKW) booklet $(SITE)

PRINT := --events "$(EVENTS)"

poster: $(READY)  ## the poster of all days on A3, in every language, in print/
	@$(IKW) print poster $(PRINT)

leaflet: $(READY)  ## the leaflet of a municipality, in print/ (MUNICIPALITY=bebra)
	@$(IKW) print leaflet "$(MUNICIPALITY)" $(PRINT)

event-poster: $(READY)  ## the poster of an event, in print/ (EVENT=hof-auf)
	@$(IKW) print event "$(EVENT)" $(PRINT)

notice: $(READY)  ## the notice of an event that has changed, in print/ (EVENT=…)
	@$(IKW) print notice "$(EVENT)" $(PRINT)

errata: $(READY)  ## what is otherwise than in the printed booklet, in print/
	@$(IKW) print errata $(PRINT)

large: $(READY)  ## the booklet in large print and Easy Language, in print/
	@$(IKW) print large $(PRINT)

serve: $(READY)  ## the web site at http://localhost:8000, rebuilt and reloaded at every save (PORT=…)
	@$(IKW) serve $(SITE) --port $(PORT)

check: $(READY)  ## only check the data (FORMAT=json, github or gitlab, REPORT=file; BASE=origin/main: what changed since comes first)
	@$(IKW) check --events "$(EVENTS)" --format "$(or $(FORMAT),text)" --base "$(BASE)" $(if $(REPORT),> "$(REPORT)")

review: $(READY)  ## what is to be told of a change since BASE (origin/main): findings/
	@$(IKW) review --events "$(EVENTS)" --base "$(or $(BASE),origin/main)" --to findings

preview: $(READY_TO_TEST)  ## pictures of what changed since BASE (origin/main), with the whole site: preview/index.html
	@$(BIN)/python tests/setup_judges.py chromium poppler-utils fonts-noto-core
	@PYTHONPATH=tests $(BIN)/python tests/preview.py --events "$(EVENTS)" --base "$(or $(BASE),origin/main)"

comment:  ## write what `make review` found under a pull request; only CI has the key (HOST=github or gitlab)
	@PYTHONPATH=plugins $(PYTHON) -m ikw.review.$(or $(HOST),github)

# What goes live is built from publishconf.py into a folder of its own, so that `make serve` never stands in the way.
PUBLISHED := --settings publishconf.py $(if $(SITEURL),--siteurl "$(SITEURL)")
PUBLISH_OUTPUT ?= .publish
PUBLIC  ?= public

# A site speaks from the day it goes live (contacts expire with an edition): publishing is where the clock is read, by the day.
release publish: export SOURCE_DATE_EPOCH ?= $(shell $(PYTHON) -c 'import time; print(int(time.time() // 86400 * 86400))')

release: $(READY)  ## what goes live, in public/: built from publishconf.py, checked, packed (SAMPLE=yes for a sample)
	@$(IKW) site --booklet --events "$(EVENTS)" --output "$(PUBLISH_OUTPUT)" $(PUBLISHED)
	@$(IKW) release --events "$(EVENTS)" --output "$(PUBLISH_OUTPUT)" $(PUBLISHED) --to "$(PUBLIC)" $(if $(filter yes,$(SAMPLE)),--sample)

publish: $(if $(PREVIOUS),$(READY),release)  ## take it live: TARGET=user@host:/srv/ikw or BRANCH=gh-pages; PREVIOUS=1 goes back one
	@$(IKW) publish "$(PUBLIC)" --target "$(TARGET)" --branch "$(BRANCH)" --remote "$(REMOTE)" $(if $(PREVIOUS),--previous)

servers: $(READY)  ## configurations of nginx and Caddy in deploy/, for the host in publishconf.py
	@$(IKW) servers --settings publishconf.py

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

# On every core, each file of tests on one of them; what measures time runs alone, after all others.
PYTEST := $(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

test: test-setup  ## all tests, with the judges they need (some twelve minutes on two cores)
	@$(PYTEST) -m "not alone"
	@$(BIN)/pytest -m alone
	@$(MAKE) -s lint

test-fast: $(READY_TO_TEST)  ## the tests that need no built site and no browser (under one minute)
	@$(PYTEST) -m "not slow"

lint: $(READY_TO_TEST)  ## ruff, mypy --strict and the floors of the house
	@$(BIN)/ruff check plugins tests pelicanconf.py publishconf.py
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

messages: $(READY)  ## the words of the site: bring the catalogs in theme/translations up to date
	@$(IKW) messages

golden: $(READY_TO_TEST)  ## write the expected results in tests/golden anew; read the diff before you commit it
	@IKW_GOLDEN=write $(BIN)/pytest -m "not slow" tests || true
	@git diff --stat tests/golden tests/zoo

bench: $(READY_TO_TEST)  ## our own times and memory: booklets; sites of 70, 500 and 5 000 events, cold and with one title edited
	@$(BIN)/python tests/bench.py

test-setup: $(READY_TO_TEST)  ## what the judges need: Chromium, Java, Node packages, khal
	@$(BIN)/python tests/setup_judges.py

screenshots: test-setup  ## the pictures in docs/screenshots, of pages and booklets
	@$(BIN)/python tests/screenshots.py

lock: $(READY)  ## choose the newest libraries and lock them with their hashes; read the diff, then make test
	@for extra in "" "--extra dev"; do \
	  $(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-annotate --no-header --no-emit-index-url \
	    --python-version 3.11 $$extra pyproject.toml -o requirements$${extra:+-dev}.lock; done

clean:  ## throw away what was built (not .venv)
	rm -rf "$(OUTPUT)" .cache

# A stamp on the lock file: when nothing changed, set-up costs nothing.
$(READY): requirements.lock requirements-uv.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(UV) || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	@$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	@$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --no-deps -e .
	@rm -f $(READY_TO_TEST); touch $@

$(READY_TO_TEST): $(READY) requirements-dev.lock
	@$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@
