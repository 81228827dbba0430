#!/usr/bin/env bash
# fuzz.sh [TARGET [SECONDS]]: feeds the vault with what no friend would write: each target, or the named one, for 600 seconds or
# as many as are given. It ends at the first finding, with the path of the input.
# fuzz.sh keep: adds what was found worth keeping to fuzz/corpus, and leaves out there what is not worth it any more.
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

CARGO_FUZZ=0.13.2
SECONDS_EACH=600
# What the fuzzer has come upon so far; fuzz/corpus holds as little of it as covers as much.
FOUND=$CARGO_TARGET_DIR/fuzz/corpus
KEPT=$ROOT/fuzz/corpus
# No input may take that long, or make the vault ask for so much memory at a time. Threads that are about to end look like leaks.
LIMITS=(-timeout=30 -malloc_limit_mb=64 -detect_leaks=0)

export PATH=$TOOLS/bin:$PATH
# The sanitizer is there in every toolchain, but its option is not for the stable ones.
export RUSTC_BOOTSTRAP=1

fuzz() {
	run_cargo fuzz "$1" --target-dir "$CARGO_TARGET_DIR/fuzz" "${@:2}"
}

targets() {
	local path
	for path in "$ROOT"/fuzz/targets/*.rs; do
		basename "$path" .rs
	done
}

run_target() {
	local target=$1 seconds=$2 artifacts=$ROOT/fuzz/artifacts/$1 before
	mkdir -p "$FOUND/$target" "$artifacts"
	before=$(mktemp)
	fuzz run "$target" "$FOUND/$target" "$KEPT/$target" -- "${LIMITS[@]}" \
		-max_total_time="$seconds" -print_final_stats=1 && rm "$before" && return
	find "$artifacts" -type f -newer "$before" >&2
	rm "$before"
	return 1
}

keep() {
	local target smallest
	for target in $(targets); do
		mkdir -p "$FOUND/$target"
		smallest=$(mktemp -d)
		cp "$KEPT/$target"/* "$smallest"
		find "$FOUND/$target" -type f -exec cp -t "$smallest" {} +
		# What does the same only more often is nothing new.
		timed "Keeping what covers $target" fuzz cmin "$target" "$smallest" -- "${LIMITS[@]}" -use_counters=0
		rm -rf "${KEPT:?}/$target"
		mv "$smallest" "$KEPT/$target"
		chmod 755 "$KEPT/$target"
	done
	du -sh --apparent-size "$KEPT"
}

timed "Installing cargo-fuzz $CARGO_FUZZ" install_tool cargo-fuzz "$CARGO_FUZZ"
timed "Building the targets" fuzz build
case ${1:-all} in
	keep) keep ;;
	all)
		for target in $(targets); do
			timed "Fuzzing $target" run_target "$target" "$SECONDS_EACH" || die "The vault fails at an input of the target $target: see the path above."
		done
		;;
	*)
		[[ -e $ROOT/fuzz/targets/$1.rs ]] || die "There is no target '$1': name one of $(targets | paste -sd ' '), or none for all of them."
		timed "Fuzzing $1" run_target "$1" "${2:-$SECONDS_EACH}" || die "The vault fails at an input of the target $1: see the path above."
		;;
esac
