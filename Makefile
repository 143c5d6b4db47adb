# make audit and make test are all that a fresh machine with the Swift toolchain needs.
SHELL = /bin/bash
.SHELLFLAGS = -o pipefail -c
.PHONY: setup audit test test-clients bench sanitize planted lint format docs attacker attack

NEEDS = swift run --quiet -c release --scratch-path .build-rel needs

setup:
	@bash .ci/setup

# Both cycles of the sample borough, from files to a workspace and a page for each catchment.
audit: setup
	@mkdir -p out
	@echo "Building (some minutes the first time), then both cycles of geodata/audit.yml"
	@$(NEEDS) audit geodata/audit.yml --workspace out/sample.gpkg --reports out/reports --cycle 2024-25
	@$(NEEDS) audit geodata/audit.yml --workspace out/sample.gpkg --reports out/reports --cycle 2025-26
	@echo "The workspace is out/sample.gpkg (QGIS opens it); the pages are in out/reports:"
	@ls out/reports

# The tests and the program as a debug build, once; release builds are made by audit, bench and attack alone. Some five
# processor minutes to build, ten to run.
test: setup
	@swift build --build-tests --quiet
	@swift test --skip-build --disable-xctest 2>&1 | grep --line-buffered -v '^◇ '

# Programs that we did not write (ogrinfo, QGIS, geopandas, openpyxl, frictionless, PostGIS, axe-core, pikepdf) read what we write.
test-clients: setup
	@bash .ci/test-clients

bench: setup
	@swift build --quiet -c release --scratch-path .build-rel --product needs
	@python3 Sources/needs-bench/peers/borough.py .build-rel/release/needs
	@swift build --quiet -c release --scratch-path .build-rel --product needs-bench
	@bash Sources/needs-bench/bench.sh .build-rel/release/needs-bench out/bench

# The join, the tally and the scanner of tables under the address and the thread sanitizer: some ten minutes. Leaks are
# not looked for, as Foundation keeps what it read of a file.
SANITIZED = 'SpatialJoinTests\.(AreaIndex|Orientation|Overlay)|TallyTests|DelimitedTable'
sanitize: setup
	@for kind in address thread; do \
	  swift build --build-tests --sanitize=$$kind --scratch-path .build-$$kind 2>&1 | { grep -E 'error:' || true; }; \
	  echo "$$kind sanitizer:"; \
	  ASAN_OPTIONS=detect_leaks=0 swift test --skip-build --disable-xctest --sanitize=$$kind --scratch-path .build-$$kind \
	    --filter $(SANITIZED) 2>&1 | grep -v '^◇ ' || exit 1; \
	done

# Planted truths held against findings: make planted GENERATOR=plant.py SEEDS="1 200"
planted: setup
	@swift build --quiet -c release --scratch-path .build-rel --product needs
	@python3 Sources/needs-bench/peers/planted.py $(GENERATOR) .build-rel/release/needs $(SEEDS)

lint:
	swift format lint --strict -r Sources Tests Package.swift
	@bash .ci/lint

format:
	swift format -i -r Sources Tests Package.swift

# The rooms' documentation, warnings as errors; the plugin is fetched for this alone.
docs:
	@for room in Geometry Geodata Statistics Evidence Audit; do \
	  NEEDS_DOCS=1 swift package --scratch-path .build-docs generate-documentation --target $$room --warnings-as-errors || exit 1; \
	done

# Python with HiGHS and GEOS, for the tests that attack releases; they are skipped without it.
attacker: .venv/attacker/done
.venv/attacker/done: Tests/Attacker/requirements.txt
	@python3 -m venv .venv/attacker
	@.venv/attacker/bin/pip install --quiet --no-compile --disable-pip-version-check -r Tests/Attacker/requirements.txt
	@touch $@

# Every hidden cell of releases: of the sample and Sunderland under every profile; of 300 made-up boroughs, with protection
# and without; of 60 of them with each part of the protection left out alone. Nine minutes of one core after the build.
attack: setup attacker
	@swift build -c release --scratch-path .build-rel --product needs
	@.venv/attacker/bin/python Tests/Attacker/profiles.py .build-rel/release/needs out/profiles $(or $(NEEDS_SHARED_DATA),../shared/data)
	@.venv/attacker/bin/python Tests/Attacker/boroughs.py .build-rel/release/needs 300 out/boroughs
	@.venv/attacker/bin/python Tests/Attacker/ablation.py .build-rel/release/needs 1 60 out/boroughs
