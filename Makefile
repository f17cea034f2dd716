# Two commands do everything: make demo, make test. The others are their parts.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
MODEL := models/multilingual-e5-small/onnx/model.onnx.sha256

.PHONY: demo test app check messages clean

demo: $(READY) $(MODEL) ## set everything up and walk the example from exports to documents
	$(BIN)/osallisuus demo

test: $(READY) $(MODEL) ## everything CI runs
	PYTHON=$(PYTHON) sh .ci/system-packages test
	$(MAKE) check
	$(BIN)/python -m pytest -n 3 --dist loadfile

app: $(READY) $(MODEL) ## serve the apps on 127.0.0.1
	$(BIN)/osallisuus app

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

messages: $(READY) ## collect messages from the code, then compile the translations
	$(BIN)/pybabel -q extract -k N_ -k _ -k ngettext:1,2 --no-location --sort-output --omit-header -o .venv/toolkit.pot toolkit
	for l in fi sv; do $(BIN)/pybabel -q update --no-fuzzy-matching --ignore-pot-creation-date -w 100 \
	  -D toolkit -l $$l -i .venv/toolkit.pot -d toolkit/resources/locale; done
	$(BIN)/pybabel -q compile -D toolkit -d toolkit/resources/locale

$(READY): pyproject.toml constraints.txt .ci/system-packages
	PYTHON=$(PYTHON) sh .ci/system-packages run
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@

# Without it the toolkit runs, on the slow model: a failure here does not stop the others.
$(MODEL): $(READY) $(wildcard toolkit/encoders/*e5*.py)
	-$(BIN)/python -m toolkit.encoders.build_e5

clean: ## forget the environment and what the example made
	rm -rf .venv models/multilingual-e5-small models/.multilingual-e5-small-* workshops/esimerkki/workshop.db* workshops/esimerkki/published workshops/esimerkki/.cache
