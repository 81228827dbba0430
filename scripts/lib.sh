# What the scripts of this folder share. Sourced, never run.
# shellcheck shell=bash disable=SC2034

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# What is downloaded or made once for all checkouts.
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/ownome
TOOLS=$CACHE/tools

CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}
[[ $CARGO_TARGET_DIR == /* ]] || CARGO_TARGET_DIR=$PWD/$CARGO_TARGET_DIR
export CARGO_TARGET_DIR
export PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
BIN=$CARGO_TARGET_DIR/release

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
	BOLD=$'\e[1m' GREEN=$'\e[32m' RED=$'\e[31m' DIM=$'\e[2m' PLAIN=$'\e[0m'
else
	BOLD='' GREEN='' RED='' DIM='' PLAIN=''
fi

# Ends with one sentence that says what to do.
die() {
	printf '%serror:%s %s\n' "$RED" "$PLAIN" "$*" >&2
	exit 1
}

title() {
	printf '%s== %s%s\n' "$BOLD" "$*" "$PLAIN"
}

note() {
	printf '%s%s%s\n' "$DIM" "$*" "$PLAIN"
}

has() {
	command -v "$1" >/dev/null 2>&1
}

# retry TIMES COMMAND...: for downloads, which may fail once and work a little later.
retry() {
	local left=$1
	shift
	until "$@"; do
		((--left > 0)) || return 1
		note "'$*' did not work: trying again in 5 s."
		sleep 5
	done
}

# timed TITLE COMMAND...: runs it under a title and says how long it took.
timed() {
	local name=$1 start=$SECONDS status=0
	shift
	title "$name"
	"$@" || status=$?
	local took=$((SECONDS - start))
	((status == 0)) || printf '%s: failed after %d min %02d s\n' "$name" $((took / 60)) $((took % 60)) >&2
	((status != 0)) || note "$name: done in $((took / 60)) min $((took % 60)) s"
	return "$status"
}

port_in_use() {
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port() {
	python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# cargo, in the folder where it finds .cargo/config.toml.
run_cargo() {
	(cd "$ROOT" && cargo "$@")
}

# install_tool NAME VERSION: a program of the Rust package index.
install_tool() {
	[[ $("$TOOLS/bin/$1" --version 2>/dev/null) == *" $2" ]] && return
	env -u CARGO_TARGET_DIR cargo install --locked --root "$TOOLS" --version "$2" "$1"
}

# The one way of building: everything at once, so that running and testing share every artefact.
build() {
	run_cargo build --release --locked --workspace "$@"
}
