//! The armour of key files: base64 between a BEGIN and an END line.

use base64::{prelude::BASE64_STANDARD, Engine};
use zeroize::Zeroizing;

/// The armoured text of `bytes`.
pub(super) fn encode(label: &str, bytes: &[u8]) -> Zeroizing<String> {
	let body = Zeroizing::new(BASE64_STANDARD.encode(bytes));
	// Its length is known before it is made, so that no copy is left behind when the text grows.
	let parts = ["-----BEGIN ", label, "-----\n", &body, "\n-----END ", label, "-----\n"];
	Zeroizing::new(parts.concat())
}

/// The label of an armoured text, one of `labels`, and the bytes in it, or what is wrong with it.
pub(super) fn decode<'a>(
	labels: &[&'a str],
	text: &str,
) -> Result<(&'a str, Zeroizing<Vec<u8>>), &'static str> {
	let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
	let first = lines.next().unwrap_or_default();
	let label = labels
		.iter()
		.find(|label| first == format!("-----BEGIN {label}-----"))
		.ok_or("its first line is another one")?;
	let end = format!("-----END {label}-----");
	// Room for everything, so that no copy is left behind when the text grows.
	let mut body = Zeroizing::new(String::with_capacity(text.len()));
	loop {
		match lines.next() {
			Some(line) if line == end => break,
			Some(line) => body.push_str(line),
			None => return Err("its last line is missing"),
		}
	}
	if lines.next().is_some() {
		return Err("something follows its last line");
	}
	BASE64_STANDARD
		.decode(body.as_bytes())
		.map(|bytes| (*label, Zeroizing::new(bytes)))
		.map_err(|_| "its text is not base64")
}
