# The only entrance: `make help` lists what can be asked.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Debian packages: what the program links with, then what its tests drive it with.
BUILD_PACKAGES := libncurses-dev libsodium-dev libexpat1-dev libutf8proc-dev pkg-config
TEST_PACKAGES := tmux strace python3-nacl python3-jsonschema

.PHONY: help setup setup-test data goldens pictures schemas regels build run test check format mutants bench clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

# Installs what lacks where that is allowed; else says the one line to type and stops.
define install
	@lacking=""; for package in $(1); do \
	  [[ "$$(dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null)" == "install ok installed" ]] || lacking+=" $$package"; \
	done; \
	if [[ -n "$$lacking" ]]; then \
	  if [[ "$$(id -u)" == 0 ]]; then \
	    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$lacking; } >&2; \
	  else \
	    echo "Er ontbreken pakketten. Typ eerst: sudo apt-get install$$lacking" >&2; exit 1; \
	  fi; \
	fi; \
	command -v swift >/dev/null || { echo "Swift 6.2 of nieuwer ontbreekt; zie README.md." >&2; exit 1; }
endef

setup:
	$(call install,$(BUILD_PACKAGES))

setup-test:
	$(call install,$(BUILD_PACKAGES) $(TEST_PACKAGES))

data: ## list the files of Data/ that are built into the program
	@Sources/CReferenceData/embed

goldens: ## write the pictures of the screens anew; look at each that differs before you keep it
	PASSEND_GOLDENS=1 swift test --filter 'GoldenTests|ReadmeTests'

pictures: setup-test data ## take the manual's pictures anew from the real program, in a terminal
	swift build --build-tests
	PASSEND_GOLDENS=write swift test --skip-build --filter EndToEndTests.manual

schemas: setup data ## write docs/schema anew from the declared fields
	PASSEND_SCHRIJF_SCHEMAS=1 swift test --filter DossierSchemaTests

regels: setup data ## write docs/regels.md and the marks in docs/dekking.md anew from Data/regels
	PASSEND_SCHRIJF_REGELS=1 swift test --filter RuleDocumentTests

build: setup data ## the program, for use
	@swift build -c release --product passend >&2

run: build ## open the practice school (plain text where stdout is no terminal)
	@"$$(swift build -c release --show-bin-path)/passend" --oefen

test: setup-test data ## every test, those in a real terminal included
	swift build --build-tests
	PASSEND_HEEL=1 swift test --skip-build

check: setup data ## lint that bites, import and token arrows, mutants that apply, no warnings
	swift format lint --strict --recursive Package.swift Sources Tests
	Tests/House/plant
	Tests/Mutants/run --check
	swift build --build-tests
	PASSEND_HEEL=1 swift test --skip-build --filter 'HouseTests|RuleDocumentTests'

format: ## write every source the way the lint wants it
	swift format --in-place --recursive Package.swift Sources Tests

mutants: setup-test ## break the rules on purpose; every break must make a test fail
	Tests/Mutants/run

bench: setup data ## measure, side by side with peers and a C baseline
	swift build -c release --product passend >&2
	swift build -c release --package-path Tests/Benchmarks >&2
	cc -O2 -o .build/commit_baseline Tests/Benchmarks/commit_baseline.c
	/usr/bin/python3 Tests/Benchmarks/meet.py "$$(swift build -c release --show-bin-path)/passend" \
	  "$$(swift build -c release --package-path Tests/Benchmarks --show-bin-path)/Meetbank" .build/commit_baseline

clean: ## remove what was built
	rm -rf .build .build-* Tests/Benchmarks/.build
