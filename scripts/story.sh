#!/usr/bin/env bash
# story.sh FOLDER [INPUT]: plays the whole story on the chain behind OWNOME_URL, on INPUT or on an example genome, and
# leaves its files in FOLDER. Every step is seen on the chain; the first one that is not ends the story. run.sh calls it.
#
#   Alice    the council: admits members (sudo on a development chain)
#   Bob      a research institute: makes offers
#   Charlie  a laboratory: vouches for data that it sequenced, and keeps the ciphertext
#   Dave     a stranger
#   Ferdie   the owner
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

WORK=${1:?"story.sh needs a folder for its files."}
INPUT=${2:-}
STORE=$WORK/store
# The consortium's treasury, an account without a key.
TREASURY=5EYCAe5iY1sUuU2y5sfKCoPjWQxbnwqfex66d3Fn5Mw32gEz
PRICE=100
UPFRONT=20
STEP=0
mkdir -p "$WORK"

# --- Telling, and asking the chain ---

step() {
	STEP=$((STEP + 1))
	printf '\n%s%2d. %s%s\n' "$BOLD" "$STEP" "$*" "$PLAIN"
}

fail() {
	die "Step $STEP was not seen on the chain: $*"
}

ok() {
	printf '    %s✓%s %s\n' "$GREEN" "$PLAIN" "$*"
}

own() {
	"$BIN/ownome" "$@"
}

# ask FILTER COMMAND...: one value of an answer.
ask() {
	local filter=$1
	shift
	own --json "$@" | jq -er "$filter"
}

# The last error of the tool.
why() {
	jq -r .error "$WORK/error" 2>/dev/null || cat "$WORK/error"
}

# tell WHO COMMAND...: who does what, without the folder in front of every file.
tell() {
	local who=$1
	shift
	printf '    %s: ownome %s\n' "${who^}" "${*//"$WORK/"/}"
}

# act WHO COMMAND...: sends a transaction as WHO and tells what it did. Its answer stays in ANSWER.
act() {
	local who=$1
	shift
	tell "$who" "$@"
	ANSWER=$(own --json --signer "$who" "$@" 2>"$WORK/error") || fail "$(why)"
	jq -r '
		def shown: if type == "array" then join("+") else . end;
		def time: if .key == "at" or (.key | endswith("_at")) then .value |= (. / 1000 | floor | todate) else . end;
		"    block  #\(.block.number) \(.block.hash), fee \(.fee) OWN",
		(.events[] | "    event  \(.event) " + (del(.event) | to_entries | map(time | "\(.key)=\(.value | shown)") | join(" ")))
	' <<<"$ANSWER" | names
}

# Names instead of the addresses of the cast.
names() {
	sed "$NAMES"
}

# of EVENT FIELD: a field of the one event of that name in ANSWER.
of() {
	jq -er --arg event "$1" ".events | map(select(.event == \$event)) | if length == 1 then .[0].$2 else empty end" <<<"$ANSWER" ||
		fail "there is not one event $1 with $2."
}

# What the Paid event in ANSWER adds to what everybody was paid.
OWNER_PAID=''
ATTESTER_PAID=''
TREASURY_PAID=''
paid() {
	OWNER_PAID=${OWNER_PAID:+$OWNER_PAID + }$(of Paid to_owner)
	ATTESTER_PAID=${ATTESTER_PAID:+$ATTESTER_PAID + }$(of Paid to_attester)
	TREASURY_PAID=${TREASURY_PAID:+$TREASURY_PAID + }$(of Paid to_treasury)
	PAID="$OWNER_PAID + $ATTESTER_PAID + $TREASURY_PAID"
}

# refused WHO WORDS COMMAND...: the command of WHO must fail, with a sentence that has WORDS.
refused() {
	local who=$1 words=$2
	shift 2
	tell "$who" "$@"
	! own --json --signer "$who" "$@" >/dev/null 2>"$WORK/error" || fail "it was not refused."
	grep -qE "$words" "$WORK/error" || fail "it was refused, but not for '$words': $(why)"
	ok "refused: $(why | names)"
}

# is WHAT FOUND EXPECTED
is() {
	[[ $2 == "$3" ]] || fail "$1 is $2 instead of $3."
	ok "$1 is $2"
}

# holds WHAT EQUATION: an equation of amounts, reckoned exactly.
holds() {
	python3 - "$2" <<-'PYTHON' || fail "$1: $2 does not hold."
		import re, sys
		from fractions import Fraction
		sys.exit(not eval(re.sub(r"[0-9.]+", lambda number: f"Fraction('{number[0]}')", sys.argv[1])))
	PYTHON
	ok "$1: $2"
}

# access WHO [--at TIME]: whether WHO may read the dataset.
access() { ask 'if .permitted then "permitted" else "denied" end' access "$DATASET" "$@"; }
token() { ask ".$2" token balance "$1"; }
coin() { ask ".$2" coin balance "$1"; }

balances() {
	local who
	for who in "$@"; do
		printf '    %-8s %s OWN free, %s held; %s DATA free, %s held\n' "${who^}" \
			"$(coin "$who" free)" "$(coin "$who" held)" "$(token "$who" free)" "$(token "$who" held)"
	done
}

format_of() {
	case ${1,,} in
		*.vcf | *.vcf.gz | *.vcf.bgz) echo vcf ;;
		*.bcf) echo bcf ;;
		*.bam) echo bam ;;
		*.cram) echo cram ;;
		*.fq | *.fastq | *.fq.gz | *.fastq.gz) echo fastq ;;
		*.dcm) echo imaging ;;
		*) echo other ;;
	esac
}

NAMES=''
for who in alice bob charlie dave ferdie; do
	NAMES+="s/$(ask .account token balance "$who")/${who^}/g;"
done
NAMES+="s/$TREASURY/the treasury/g"

# --- The story ---

step "The genome"
if [[ -z $INPUT ]]; then
	INPUT=$WORK/genome.vcf
	"$BIN/ownome-example-genome" "$INPUT" || fail "the example genome cannot be written."
	ok "$(grep -vc '^#' "$INPUT") variants of nobody, made by ownome-example-genome"
fi
ok "$INPUT, $(stat -c %s "$INPUT") bytes"
BOB_AT_FIRST=$(token bob free)
CHARLIE_AT_FIRST=$(token charlie free)
FERDIE_AT_FIRST=$(token ferdie free)
TREASURY_AT_FIRST=$(token "$TREASURY" free)

step "Owner, institute, laboratory and stranger make their keys"
for who in ferdie bob charlie dave; do
	own keys generate --out "$WORK/$who" --no-passphrase >/dev/null || fail "${who^} has no keys."
	ok "${who^}: $(grep -v -- '-----' "$WORK/$who.pub")"
done

step "The institute and the laboratory apply, and the council admits them"
echo 'Accreditation of the institute' >"$WORK/bob.accreditation"
echo 'Accreditation of the laboratory' >"$WORK/charlie.accreditation"
act bob member apply --roles requester --key "$WORK/bob.pub" --credential "$WORK/bob.accreditation" \
	--institution institute-1 --country GB --not-for-profit
act charlie member apply --roles attester,custodian --key "$WORK/charlie.pub" --credential "$WORK/charlie.accreditation" \
	--institution laboratory-1 --country GB
act alice member admit bob
act alice member admit charlie
is "Bob's accreditation" "$(ask '.roles | join(",")' member show bob)" requester
is "Charlie's accreditation" "$(ask '.roles | join(",")' member show charlie)" attester,custodian
is "Bob's institution, which the council vouches for" \
	"$(ask '[.institution, .country, .not_for_profit] | join(" ")' member show bob)" 'institute-1 GB true'
balances bob charlie

step "The owner encrypts the genome, gives it to the custodian and registers it"
act ferdie dataset register "$INPUT" --recipient "$WORK/ferdie.pub" --format "$(format_of "$INPUT")" \
	--custodian charlie --attester charlie --store "$STORE"
DATASET=$(of Registered dataset_id)
COMMITMENT=$(of Registered commitment)
is "the commitment of dataset $DATASET" "$(ask .commitment dataset show "$DATASET")" "$COMMITMENT"
balances ferdie

step "The laboratory vouches for it"
tell charlie statement create "$DATASET" --origin saliva --instrument 'NovaSeq X' --pipeline 'sarek 3.4' --out "$WORK/statement.json"
own --json --signer charlie statement create "$DATASET" --origin saliva --instrument 'NovaSeq X' --pipeline 'sarek 3.4' \
	--out "$WORK/statement.json" >/dev/null 2>"$WORK/error" || fail "$(why)"
act charlie dataset attest "$DATASET" --statement "$WORK/statement.json"
is "the attester by the statement" "$(ask .attester statement verify "$DATASET" "$WORK/statement.json" | names)" Charlie
is "the dataset vouched for" "$(of Attested dataset_id)" "$DATASET"

step "A stranger makes an offer"
refused dave NotRequester offer "$DATASET" --purpose DUO:0000042 --period 30d --price 1 --upfront 0
is "what is held of Dave's" "$(token dave held)" 0

step "The institute offers $PRICE DATA for research on diabetes, $UPFRONT % at delivery, for 30 days"
act bob offer "$DATASET" --purpose DUO:0000007 --disease MONDO:0005148 --period 30d --price "$PRICE" --upfront "$UPFRONT"
PROPOSAL=$(of Offered proposal_id)
is "what is held of Bob's" "$(token bob held)" "$PRICE"
is "access before the owner's consent" "$(access bob)" denied
balances bob

step "The owner approves"
act ferdie approve "$PROPOSAL"
GRANT=$(of Granted grant_id)
is "access before the key is delivered" "$(access bob)" denied

step "The owner makes the genome readable for the institute"
act ferdie grant deliver "$GRANT" --key "$WORK/ferdie.sec" --store "$STORE"
DELIVERED_AT=$(ask .delivered_at grant show "$GRANT")
is "access with the key" "$(access bob)" permitted
is "what was paid" "$(ask .paid grant show "$GRANT")" 0

step "The institute fetches the genome"
tell bob fetch "$GRANT" --key "$WORK/bob.sec" --store "$STORE" "$WORK/fetched"
own --json --signer bob fetch "$GRANT" --key "$WORK/bob.sec" --store "$STORE" "$WORK/fetched" >/dev/null 2>"$WORK/error" || fail "$(why)"
cmp "$INPUT" "$WORK/fetched" || fail "what was fetched is not what was registered."
ok "what Bob reads is Ferdie's genome, byte by byte"

step "The institute confirms the key, and the owner is paid the part for that"
act bob grant confirm "$GRANT"
paid
holds "paid with the confirmation" "$PAID >= $PRICE * $UPFRONT / 100"
balances ferdie bob charlie

step "Somebody flips one byte of the stored ciphertext"
cp -r "$STORE" "$WORK/tampered"
python3 - "$WORK/tampered"/*/body.c4gh <<-'PYTHON'
	import sys
	with open(sys.argv[1], "r+b") as body:
	    middle = body.seek(0, 2) // 2
	    body.seek(middle)
	    byte = body.read(1)[0]
	    body.seek(middle)
	    body.write(bytes([byte ^ 1]))
PYTHON
refused bob "${COMMITMENT#0x}" fetch "$GRANT" --key "$WORK/bob.sec" --store "$WORK/tampered" "$WORK/forged"
[[ ! -e $WORK/forged ]] || fail "a file was written all the same."

step "The stranger asks for the genome"
is "access of a stranger" "$(access dave)" denied
refused dave "was given to" fetch "$GRANT" --key "$WORK/dave.sec" --store "$STORE" "$WORK/stolen"
[[ ! -e $WORK/stolen ]] || fail "a file was written all the same."

step "The custodian records the access"
act charlie receipt record "$GRANT" --store "$STORE"
is "the number of recorded accesses" "$(ask .accesses grant show "$GRANT")" 1

step "Time has passed, and what was earned is settled"
act bob grant settle "$GRANT"
paid
holds "paid so far" "$(ask .paid grant show "$GRANT") == $PAID"
balances ferdie bob charlie

step "The owner sends all his OWN away"
act ferdie coin transfer alice all
is "Ferdie's free OWN" "$(coin ferdie free)" 0

step "The owner revokes, with no OWN and for no fee"
act ferdie revoke "$GRANT"
is "the fee" "$(jq -r .fee <<<"$ANSWER")" 0
is "Ferdie's free OWN" "$(coin ferdie free)" 0
paid
SETTLED=$(of Settled paid)
REFUNDED=$(of Settled refunded)
balances ferdie bob charlie

step "The institute asks once more"
is "access after the revocation" "$(access bob)" denied
refused bob 'revoked' fetch "$GRANT" --key "$WORK/bob.sec" --store "$STORE" "$WORK/again"
[[ ! -e $WORK/again ]] || fail "a file was written all the same."
is "access as it was when the key had been delivered" "$(access bob --at "$DELIVERED_AT")" permitted

step "The money, to the last of 10^18 parts"
is "what is held of Bob's" "$(token bob held)" 0
holds "the price is paid or refunded" "$PRICE == $SETTLED + $REFUNDED"
holds "what was paid" "$SETTLED == $PAID"
holds "Bob spent what was paid" "$BOB_AT_FIRST - $(token bob free) == $SETTLED"
holds "Ferdie has his part" "$(token ferdie free) - $FERDIE_AT_FIRST == $OWNER_PAID"
holds "Charlie has its part" "$(token charlie free) - $CHARLIE_AT_FIRST == $ATTESTER_PAID"
holds "the treasury has its part" "$(token "$TREASURY" free) - $TREASURY_AT_FIRST == $TREASURY_PAID"

printf '\n%sAll %d steps of the story were seen on the chain.%s\n' "$BOLD" "$STEP" "$PLAIN"
