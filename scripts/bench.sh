#!/usr/bin/env bash
# bench.sh weights: measures the calls of our pallets on this machine and writes pallets/*/src/weights.rs.
# bench.sh batch: measures how long the tree over 1,000,000 datasets takes, and the proof of one of them.
# bench.sh reads: measures reads of the registry among 1,000 and among 1,000,000 datasets.
# bench.sh vault: measures encryption and decryption beside the cipher itself and the reference implementation.
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

# The speed of a benchmark in MiB/s: criterion keeps nanoseconds, and the bytes that they were for.
speed() {
	local folder=$CARGO_TARGET_DIR/criterion/$1/new
	jq -n --slurpfile time "$folder/estimates.json" --slurpfile bench "$folder/benchmark.json" \
		'$bench[0].throughput.Bytes / $time[0].median.point_estimate * 1e9 / 1048576'
}

# figure TEXT SPEED OVER [TARGET]: a line with a ratio and what it should be at least.
figure() {
	awk -v text="$1" -v speed="$2" -v over="$3" -v target="${4:-}" 'BEGIN {
		printf "%-46s %6.0f MiB/s %6.2f", text, speed, speed / over
		print target ? sprintf("  (at least %.2f)", target) : ""
	}'
}

# The most memory that a command had at any time, in MiB.
peak_memory() {
	python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' "$@"
}

vault_memory() {
	local folder encrypt decrypt rekey ownome=$BIN/ownome
	folder=$(mktemp -d)
	truncate -s 1G "$folder/text"
	cd "$folder"
	"$ownome" keys generate --no-passphrase --out me >/dev/null
	encrypt=$(peak_memory "$ownome" encrypt --recipient me.pub text file)
	decrypt=$(peak_memory "$ownome" decrypt --key me.sec file back)
	rekey=$(peak_memory "$ownome" rekey --key me.sec --recipient me.pub file anew)
	cd "$ROOT"
	rm -rf "$folder"
	echo "Peak memory for 1 GiB, in MiB (at most 32): encrypt $encrypt, decrypt $decrypt, rekey $rekey"
}

vault() {
	setup_crypt4gh
	timed "Building" build
	timed "Measuring the vault" run_cargo bench --locked --workspace --bench crypt4gh
	vault_figures
	vault_memory
}

vault_figures() {
	local way raw raw_all one all stream copy file tool
	echo
	for way in encrypt decrypt; do
		raw=$(speed "$way/cipher alone") raw_all=$(speed "$way/cipher alone, all cores")
		one=$(speed "$way/one core") all=$(speed "$way/all cores") stream=$(speed "$way/stream")
		copy=$(speed "$way/plain copy") file=$(speed "$way/file to file") tool=$(speed "$way/reference implementation")
		figure "$way: the cipher alone, all cores, over one" "$raw_all" "$raw"
		figure "$way: in memory, one core, over the cipher" "$one" "$raw" 0.90
		figure "$way: in memory, all cores, over the cipher" "$all" "$raw" 1.80
		figure "$way: stream, all cores, over the cipher" "$stream" "$raw"
		figure "$way: file to file, over the cipher" "$file" "$raw" 0.75
		figure "$way: file to file, over a plain copy" "$file" "$copy"
		figure "$way: file to file, over crypt4gh 1.8.6" "$file" "$tool" 4
		figure "$way: in memory, over crypt4gh 1.8.6" "$all" "$tool" 4
	done
	jq -r '"Rewriting the header of a 10 GiB file takes \(.median.point_estimate / 1e3 | round) µs (at most 50,000)."' \
		"$CARGO_TARGET_DIR/criterion/header of 10 GiB/new/estimates.json"
}

case ${1:-} in
	weights) weights ;;
	batch) batch ;;
	reads) reads ;;
	vault) vault ;;
	*) die "Say what to measure: bench.sh weights, bench.sh batch, bench.sh reads or bench.sh vault" ;;
esac
