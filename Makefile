# Rejoinder: `make up` serves the story, `make test` runs every test.
# Both set up their own environment in .venv, from hash-pinned requirements.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: up demo test soak bench bench-maps

up: .venv/ready
	@$(BIN)/rejoinder up

demo: .venv/ready
	@$(BIN)/rejoinder demo

test: .venv/ready-dev
	@$(BIN)/python -m tests.browser
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadscope --no-loadscope-reorder

# Kill the loader and the server ten times each in the middle of a load.
soak: .venv/ready-dev
	@$(BIN)/python -m tests.soak 10

# Measure archives of up to a million statements against bare Bolt, neomodel, the Query API and
# @neo4j/graphql, into bench/RESULTS.md. OPTIONS="--quick" is a smaller one.
bench: .venv/ready-dev .venv/bench-archives/ready bench/archives/graphql/node_modules/.package-lock.json
	@$(BIN)/python -m bench.archives $(OPTIONS)

# Measure the maps against pyvis as it comes and neo4j-viz, into bench/MAPS.md: some 25 minutes.
bench-maps: .venv/ready-dev .venv/bench-maps/ready
	@$(BIN)/python -m tests.browser
	@$(BIN)/python -m bench.maps

.venv/ready: requirements.txt pyproject.toml
	@echo "Setting up the environment in .venv ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rejoinder needs Python 3.11 or newer: name one, as in make up PYTHON=python3.12")'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt node_modules/.package-lock.json
	@echo "Setting up what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# What checks the scripts and styles of the maps; nothing of it is in the product.
node_modules/.package-lock.json: package-lock.json
	@command -v npm >/dev/null || { echo "Tests of the maps need Node 20 or newer, with npm"; exit 1; }
	@npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
	@touch $@

# neo4j-viz is under the GPL: it has an environment of its own and only ever hands over a file.
.venv/bench-maps/ready: bench/maps/requirements.txt | .venv/ready
	@echo "Setting up neo4j-viz, to compare with ..."
	@$(PYTHON) -m venv .venv/bench-maps
	@.venv/bench-maps/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/maps/requirements.txt
	@touch $@

# neomodel wants an older driver than ours: it has an environment of its own.
.venv/bench-archives/ready: bench/archives/requirements.txt | .venv/ready
	@echo "Setting up neomodel, to compare with ..."
	@$(PYTHON) -m venv .venv/bench-archives
	@.venv/bench-archives/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/archives/requirements.txt
	@touch $@

bench/archives/graphql/node_modules/.package-lock.json: bench/archives/graphql/package-lock.json
	@echo "Setting up @neo4j/graphql, to compare with ..."
	@cd bench/archives/graphql && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
	@touch $@
