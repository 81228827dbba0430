#!/usr/bin/env bash
# Installs what building and running needs, and with `--tests` what the tests need besides.
# Changes nothing where all is there. Other scripts source it.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

RUST=1.95.0
WASM=wasm32v1-none
PACKAGES=(
	ca-certificates clang curl g++ git jq libclang-dev libssl-dev make pkg-config protobuf-compiler
	python3 python3-venv
)

# Installs those of the named Debian or Ubuntu packages that are missing.
setup_packages() {
	local missing=() package root=()
	if ! has apt-get; then
		for package in clang curl g++ git jq llvm-config make pkg-config protoc python3; do
			has "$package" || missing+=("$package")
		done
		((${#missing[@]} == 0)) || die "Install ${missing[*]} (on Debian and Ubuntu this script does it), then run it again."
		return
	fi
	for package in "$@"; do
		[[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
	done
	((${#missing[@]} > 0)) || return 0

	local line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
	if ((EUID != 0)); then
		if has sudo && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
			root=(sudo)
		else
			die "System packages are missing; run as root: $line"
		fi
	fi
	title "System packages: ${missing[*]}"
	retry 3 "${root[@]}" apt-get update -q || die "The package lists cannot be read; when the network is back, run as root: $line"
	retry 3 "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" ||
		die "The system packages cannot be installed; see the lines above, then run as root: $line"
}

rust_is_new_enough() {
	has cargo && has rustc &&
		[[ $(printf '%s\n' "$RUST" "$(rustc -V 2>/dev/null | cut -d ' ' -f 2)" | sort -V | head -n 1) == "$RUST" ]]
}

setup_rust() {
	rust_is_new_enough && return
	local install="curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal --component clippy --component rustfmt --default-toolchain $RUST"
	title "Rust $RUST"
	if has rustup; then
		rustup toolchain install "$RUST" --profile minimal --component clippy --component rustfmt ||
			die "Rust $RUST is needed and rustup cannot download it; when the network is back, run: rustup toolchain install $RUST"
		export RUSTUP_TOOLCHAIN=$RUST
	else
		bash -o pipefail -c "$install --no-modify-path" ||
			die "Rust $RUST is needed and rustup's server cannot be reached; when the network is back, run: $install"
		note "Rust is in ${CARGO_HOME:-$HOME/.cargo}; to use cargo in your own shell: . \"${CARGO_HOME:-$HOME/.cargo}/env\""
	fi
	hash -r
	rust_is_new_enough || die "Rust $RUST is needed, and 'rustc' on the PATH is older: put ${CARGO_HOME:-$HOME/.cargo}/bin first in PATH."
}

# Compiles a program as small as can be for the chain's target, with link-time optimisation as runtimes have it.
wasm_target_works() {
	local folder status=0
	folder=$(mktemp -d)
	cat >"$folder/probe.rs" <<-'RUST'
		#![no_std]
		extern crate alloc;
		struct Nothing;
		unsafe impl core::alloc::GlobalAlloc for Nothing {
			unsafe fn alloc(&self, _: core::alloc::Layout) -> *mut u8 { core::ptr::null_mut() }
			unsafe fn dealloc(&self, _: *mut u8, _: core::alloc::Layout) {}
		}
		#[global_allocator]
		static HEAP: Nothing = Nothing;
		#[panic_handler]
		fn panic(_: &core::panic::PanicInfo) -> ! { loop {} }
		#[no_mangle]
		pub extern "C" fn length(n: usize) -> usize { alloc::vec![0u8; n].len() }
	RUST
	rustc --edition 2021 --target "$WASM" --crate-type cdylib -C opt-level=3 -C lto=fat \
		-o "$folder/probe.wasm" "$folder/probe.rs" >"$folder/log" 2>&1 || status=1
	rm -rf "$folder"
	return "$status"
}

# The sources of the standard library of exactly this compiler, from Debian's backports, which keep several versions
# side by side. Read with an apt configuration of its own: the system's sources stay as they are.
fetch_rust_source() {
	local version=$1 folder=$2 release keyring=/usr/share/keyrings/debian-archive-keyring.gpg mirror package
	# shellcheck source=/dev/null
	release=$(. /etc/os-release 2>/dev/null && echo "${ID:-} ${VERSION_CODENAME:-}")
	if [[ $release != debian\ * ]] || ! has apt-get || [[ ! -e $keyring ]]; then
		note "Only Debian's mirrors have the sources of the standard library, and this is another system."
		return 1
	fi
	# shellcheck disable=SC2016  # apt-get's own placeholders
	mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Identifier: Packages' |
		awk -v release="${release#* }" '$1 == release && $2 == "main" { print $3; exit }')
	[[ -n $mirror ]] || return 1

	mkdir -p "$folder"/{lists,cache}/partial "$folder/cache/archives/partial"
	echo "deb [signed-by=$keyring] $mirror trixie-backports main" >"$folder/sources.list"
	local apt=(
		-o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null
		-o "Dir::State::lists=$folder/lists" -o "Dir::Cache=$folder/cache"
		-o APT::Sandbox::User=root -o Acquire::Languages=none
	)
	retry 3 apt-get "${apt[@]}" -q update || return 1
	package=$(apt-cache "${apt[@]}" madison rust-src | awk -v version="$version+" 'index($3, version) == 1 { print $3; exit }')
	[[ -n $package ]] || { note "Debian has no sources of Rust $version."; return 1; }
	(cd "$folder" && retry 3 apt-get "${apt[@]}" -q download "rust-src=$package" && dpkg -x rust-src_*.deb unpacked)
}

# Builds the target's core and alloc from source, where rustup cannot download them.
build_wasm_target() {
	local version sysroot source target folder library
	version=$(rustc -vV | sed -n 's/^release: //p')
	sysroot=$(rustc --print sysroot)
	source=$sysroot/lib/rustlib/src/rust
	target=$sysroot/lib/rustlib/$WASM/lib
	mkdir -p "$target" 2>/dev/null || true
	[[ -w $target ]] || { note "$sysroot is not writable for this user."; return 1; }

	folder=$1
	if [[ ! -e $source/library/core/src/lib.rs ]]; then
		fetch_rust_source "$version" "$folder" || return 1
		rm -rf "$source" "$source.part"
		mkdir -p "${source%/*}"
		cp -r "$folder/unpacked/usr/src/rustc-$version" "$source.part" && mv "$source.part" "$source" || return 1
	fi
	mkdir -p "$folder/crate/src"
	echo '#![no_std]' >"$folder/crate/src/lib.rs"
	printf '[package]\nname = "probe"\nedition = "2021"\n[workspace]\n' >"$folder/crate/Cargo.toml"
	(
		cd "$folder/crate"
		# Without the bitcode, the runtime's link-time optimisation fails.
		env -u CARGO_ENCODED_RUSTFLAGS RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$folder/target" \
			cargo build --release --target "$WASM" -Z build-std=core,alloc
	) || return 1
	for library in core alloc compiler_builtins; do
		cp "$folder/target/$WASM/release/deps/lib$library"-*.rlib "$target/" || return 1
	done
}

setup_wasm() {
	wasm_target_works && return
	local folder status=0
	title "Target $WASM"
	if has rustup && rustup target add "$WASM" && wasm_target_works; then
		return
	fi
	note "rustup cannot download the target: building it from source."
	folder=$(mktemp -d)
	build_wasm_target "$folder" || status=1
	rm -rf "$folder"
	((status == 0)) && wasm_target_works && return
	die "The target $WASM can neither be downloaded nor built (see above); with a network run: rustup target add $WASM"
}

setup_node() {
	if has apt-get && { ! has node || ! has npm; }; then setup_packages nodejs npm; fi
	has node && has npm || die "The tests need Node.js 18 or later with npm: install both, then run this again."
	local major
	major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
	((major >= 18)) || die "Node.js $(node --version) is too old for the tests: install version 18 or later."
}

# The tools of the field, which have to read what we cut.
setup_hts() {
	if has apt-get && { ! has bcftools || ! has samtools; }; then setup_packages bcftools samtools; fi
	has bcftools && has samtools || die "The tests need bcftools and samtools: install both, then run this again."
}

# setup_python NAME VERSION WHAT PACKAGE: a virtual environment with one package of the Python package index, in $CACHE/NAME-VERSION.
setup_python() {
	local venv=$CACHE/$1-$2
	[[ -e $venv/complete ]] && return
	title "$1 $2, $3"
	rm -rf "$venv"
	python3 -m venv "$venv" || die "Python cannot make a virtual environment: install python3-venv."
	retry 3 "$venv/bin/pip" install -q "$4==$2" ||
		die "$1 $2 cannot be installed from the Python package index: try again when the network is back."
	touch "$venv/complete"
}

# The reference implementation of Crypt4GH, with which ours must agree.
setup_crypt4gh() {
	setup_python crypt4gh 1.8.6 "the reference implementation" crypt4gh
	export OWNOME_CRYPT4GH=$CACHE/crypt4gh-1.8.6/bin/crypt4gh
}

# Models of FHIR R5 by others, which have to read what we write.
setup_fhir() {
	setup_python fhir.resources 8.3.0 "models of FHIR R5" fhir.resources
	export OWNOME_FHIR=$CACHE/fhir.resources-8.3.0/bin/python
}

# A server that does what S3 does, for the tests of stores.
setup_moto() {
	setup_python moto 5.2.3 "a server that does what S3 does" 'moto[server]'
	export OWNOME_MOTO=$CACHE/moto-5.2.3/bin/python
}

setup_packages "${PACKAGES[@]}"
setup_rust
setup_wasm
if [[ ${1:-} == --tests ]]; then
	setup_node
	setup_hts
	setup_crypt4gh
	setup_fhir
	setup_moto
fi
