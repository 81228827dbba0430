#!/usr/bin/env bash
# bench.sh weights: measures the calls of our pallets on this machine and writes pallets/*/src/weights.rs.
# bench.sh batch: measures how long the tree over 1,000,000 datasets takes, and the proof of one of them.
# bench.sh reads: measures reads of the registry among 1,000 and among 1,000,000 datasets.
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

BENCHER=0.28.0
TOOLS=$CACHE/tools
WASM_FILE=$BIN/wbuild/ownome-runtime/ownome_runtime.compact.compressed.wasm

install_bencher() {
	[[ $("$TOOLS/bin/frame-omni-bencher" --version 2>/dev/null) == *" $BENCHER" ]] && return
	env -u CARGO_TARGET_DIR cargo install --locked --root "$TOOLS" --version "$BENCHER" frame-omni-bencher
}

build_runtime() {
	build --lib --features ownome-runtime/runtime-benchmarks
}

weights() {
	local pallet output
	timed "Installing frame-omni-bencher $BENCHER" install_bencher
	timed "Building the runtime with its benchmarks" build_runtime
	for pallet in "$ROOT"/pallets/*/; do
		pallet=$(basename "$pallet")
		output=$ROOT/pallets/$pallet/src/weights.rs
		timed "Measuring pallet-$pallet" "$TOOLS/bin/frame-omni-bencher" v1 benchmark pallet \
			--runtime "$WASM_FILE" --genesis-builder runtime --pallet "pallet_${pallet//-/_}" --extrinsic '*' \
			--template "$ROOT/scripts/weights-template.hbs" --output "$output.new" --quiet
		rustfmt --config-path "$ROOT/rustfmt.toml" "$output.new"
		mv "$output.new" "$output"
	done
}

batch() {
	timed "Measuring the tree of a batch" run_cargo bench --locked --workspace --bench batch
}

reads() {
	timed "Measuring reads of the registry" run_cargo bench --locked --workspace --bench reads
}

case ${1:-} in
	weights) weights ;;
	batch) batch ;;
	reads) reads ;;
	*) die "Say what to measure: bench.sh weights, bench.sh batch or bench.sh reads" ;;
esac
