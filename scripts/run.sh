#!/usr/bin/env bash
# Sets everything up, builds, starts a development chain, plays the story on it and leaves the chain running.
#
#   --once         end after the story; exit status 0 only if every step was seen on the chain
#   --input FILE   play it on this file (VCF, BAM, any) instead of the example genome
#   --port N       port for JSON-RPC, 9944 if not given
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

ONCE=''
INPUT=''
PORT=9944
METRICS=9615

while (($# > 0)); do
	case $1 in
		--once) ONCE=1 ;;
		--input) (($# > 1)) || die "--input needs the name of a file."; INPUT=$2; shift ;;
		--port) (($# > 1)) || die "--port needs a number."; PORT=$2; shift ;;
		-h | --help) sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" && exit ;;
		*) die "run.sh does not know '$1': it takes --once, --input FILE and --port N." ;;
	esac
	shift
done

if [[ -n $INPUT ]]; then
	[[ -e $INPUT ]] || die "There is no file '$INPUT': name an existing one with --input."
	[[ -f $INPUT && -r $INPUT && -s $INPUT ]] || die "'$INPUT' is empty, not readable or not a file: name another with --input."
	INPUT=$(realpath "$INPUT")
fi
[[ $PORT =~ ^[1-9][0-9]{0,4}$ ]] && ((PORT < 65536)) || die "'$PORT' is no port: give a number from 1 to 65535 with --port."

ensure_port_is_free() {
	! port_in_use "$PORT" || die "Port $PORT is in use by another program: stop it, or choose another port with --port N."
}

ensure_port_is_free
# shellcheck source=scripts/setup.sh
. "$ROOT/scripts/setup.sh"
timed "Building (the first time takes about 20 minutes)" build
ensure_port_is_free
! port_in_use "$METRICS" || METRICS=$(free_port)

mkdir -p "$ROOT/.local"
WORK=$(mktemp -d "$ROOT/.local/run.XXXXXX")
NODE=''

clean_up() {
	local status=$?
	trap '' INT TERM
	if [[ -n $NODE ]] && kill "$NODE" 2>/dev/null; then
		for _ in {1..100}; do kill -0 "$NODE" 2>/dev/null || break; sleep 0.1; done
		kill -9 "$NODE" 2>/dev/null || true
		wait "$NODE" 2>/dev/null || true
	fi
	if ((status == 0)); then
		rm -rf "$WORK"
	else
		echo "What the node said and the files of the story are in $WORK" >&2
	fi
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The answer of the node to a JSON-RPC method without parameters; nothing while there is none.
ask() {
	curl -sf --max-time 2 -H 'Content-Type: application/json' \
		-d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\"}" "http://127.0.0.1:$PORT" | jq -er .result
}

start_node() {
	local deadline=$((SECONDS + 60))
	"$BIN/ownome-node" --dev --base-path "$WORK/chain" --rpc-port "$PORT" --prometheus-port "$METRICS" \
		--listen-addr /ip4/127.0.0.1/tcp/0 --no-telemetry >"$WORK/node.log" 2>&1 &
	NODE=$!
	until ask system_chain >"$WORK/chain-name"; do
		if ! kill -0 "$NODE" 2>/dev/null; then
			tail -n 5 "$WORK/node.log" >&2
			die "The node ended instead of starting; its last lines are above."
		fi
		((SECONDS < deadline)) || die "The node has not answered on port $PORT within a minute: see $WORK/node.log."
		sleep 0.2
	done
	note "$(cat "$WORK/chain-name") answers on port $PORT."
}

timed "Starting a chain of one validator on ParityDB" start_node
export OWNOME_URL=ws://127.0.0.1:$PORT
timed "The story" "$ROOT/scripts/story.sh" "$WORK/story" "$INPUT"
[[ -z $ONCE ]] || exit 0

cat <<END

The chain goes on; stop it with Ctrl-C.
  JSON-RPC      $OWNOME_URL
  Block browser https://polkadot.js.org/apps/?rpc=ws%3A%2F%2F127.0.0.1%3A$PORT#/explorer
  Metrics       http://127.0.0.1:$METRICS/metrics
  Tool          $BIN/ownome --url $OWNOME_URL chain info
  Files         $WORK
END
trap 'echo; echo "The chain has stopped, and its files are gone."; exit 0' INT TERM HUP
wait "$NODE" || true
NODE=''
die "The node ended by itself: see $WORK/node.log."
