#!/usr/bin/env bash
# check.sh TARGET...: the checks besides the tests, one by one or `all`.
#
#   scripts   the shell scripts parse, and shellcheck, where it is installed, finds nothing
#   fmt       the code is formatted
#   lock      Cargo.lock is complete and holds one release of polkadot-sdk
#   names     no pallet uses what FRAME has deprecated or what leaves storage unbounded
#   clippy    no warning, with the benchmarks and try-runtime compiled in
#   doc       the documentation builds without a warning
#   metadata  the metadata that the clients are built with are those of the runtime
#   bench     each benchmark runs in the mock runtime of its pallet
#   all       all of them
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# The same for clippy and rustdoc, so that they share what they compile.
FEATURES=ownome-runtime/runtime-benchmarks,ownome-runtime/try-runtime

check_scripts() {
	local scripts=(scripts/*.sh .ci/run)
	local script
	for script in "${scripts[@]}"; do
		bash -n "$script" || return 1
	done
	if has shellcheck; then shellcheck -x "${scripts[@]}"; fi
}

check_fmt() {
	cargo fmt --all --check
}

check_lock() {
	local releases
	cargo metadata --locked --format-version 1 >/dev/null || return 1
	releases=$(grep -c '^name = "sp-runtime"$' Cargo.lock) || true
	[[ $releases == 1 ]] || die "Cargo.lock holds $releases versions of sp-runtime instead of one: pin every SDK crate to one release (see Cargo.toml)."
}

check_names() {
	local found
	found=$(grep -nE 'without_storage_info|type RuntimeEvent:|Currency[<,]|::Currency\b|RuntimeDebug|construct_runtime!|ValidateUnsigned|SignedExtension' \
		-r pallets runtime/src primitives --include '*.rs') || return 0
	printf '%s\n' "$found"
	die "The lines above name what FRAME has deprecated: use fungible traits, bounded storage and the current macros."
}

check_clippy() {
	SKIP_WASM_BUILD=1 cargo clippy --release --locked --workspace --all-targets --features "$FEATURES" -- -D warnings
}

check_doc() {
	SKIP_WASM_BUILD=1 RUSTDOCFLAGS='-D warnings' cargo doc --release --locked --workspace --no-deps --features "$FEATURES"
}

check_metadata() {
	local fresh status=0
	build --examples || return 1
	fresh=$(mktemp)
	"$BIN/examples/metadata" >"$fresh" && cmp "$fresh" client/cli/artifacts/ownome.scale || status=1
	rm -f "$fresh"
	((status == 0)) || die "client/cli/artifacts/ownome.scale is not what the runtime says: run '$BIN/examples/metadata > client/cli/artifacts/ownome.scale'."
}

check_bench() {
	SKIP_WASM_BUILD=1 cargo test --release --locked --workspace --lib --features ownome-runtime/runtime-benchmarks bench
}

cd "$ROOT"
(($# > 0)) || die "Say what to check: $(sed -n 's/^#   \([a-z]*\) .*/\1/p' "$ROOT/scripts/check.sh" | paste -sd ' ')"
for target in "$@"; do
	if [[ $target == all ]]; then
		"$ROOT/scripts/check.sh" scripts fmt lock names clippy doc metadata bench
		continue
	fi
	[[ $(type -t "check_$target") == function ]] || die "There is no check '$target': see the top of scripts/check.sh."
	timed "check $target" "check_$target"
done
