//! Writes the metadata of this runtime to standard output, in the form that `subxt` reads.

use std::io::Write;

fn main() -> std::io::Result<()> {
	let metadata = ownome_runtime::Runtime::metadata_at_version(15)
		.ok_or_else(|| std::io::Error::other("the runtime has no metadata of version 15"))?;
	std::io::stdout().write_all(&metadata)
}
