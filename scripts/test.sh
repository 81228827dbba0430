#!/usr/bin/env bash
# Passes all tests: unit, mock runtime, property and end to end. The last line counts them.
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" --tests

LOG=$(mktemp)
trap 'rm -f "$LOG"' EXIT
PASSED=0
FAILED=0

# The sum of the numbers that a pattern with one group finds in the log.
count() {
	sed -nE "s/$1/\1/p" "$LOG" | awk '{ sum += $1 } END { print sum + 0 }'
}

# part TITLE PASSED-PATTERN FAILED-PATTERN COMMAND...: runs it and adds what it counted.
# A part that fails without counting a failure, by not compiling for example, counts as one.
part() {
	local name=$1 passed=$2 failed=$3 status=0
	shift 3
	timed "$name" "$@" 2>&1 | tee "$LOG" || status=1
	passed=$(count "$passed")
	failed=$(count "$failed")
	((status == 0 || failed > 0)) || failed=1
	PASSED=$((PASSED + passed))
	FAILED=$((FAILED + failed))
}

rust_tests() {
	run_cargo test --release --locked --workspace --no-fail-fast
}

polkadot_js_tests() {
	cd "$ROOT/e2e"
	if [[ ! node_modules/.package-lock.json -nt package-lock.json ]]; then
		retry 3 npm ci --no-audit --no-fund || die "The npm packages cannot be installed: try again when the network is back."
	fi
	npm test
}

story() {
	"$ROOT/scripts/run.sh" --once --port "$(free_port)" && echo "1 passed"
}

# The binaries first: tests of the clients start the node.
if ! timed "Building" build; then
	echo "0 passed, 1 failed"
	exit 1
fi
part "Rust tests" '^test result: .* ([0-9]+) passed.*' '^test result: .* ([0-9]+) failed.*' rust_tests
part "Tests with polkadot.js" '^[^ ]+ pass ([0-9]+)$' '^[^ ]+ fail ([0-9]+)$' polkadot_js_tests
part "The story" '^([0-9]+) passed$' '^([0-9]+) failed$' story

echo
echo "$PASSED passed, $FAILED failed"
((FAILED == 0))
