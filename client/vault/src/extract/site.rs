//! Where a variant is, and what it tells of other places.

use super::{places::Places, CutError};
use crate::Result;

/// Where a variant is.
pub(super) struct Site<'a> {
	pub(super) contig: &'a [u8],
	/// The first position, counted from 0.
	pub(super) start: u64,
	/// The position after the last one.
	pub(super) end: u64,
}

/// Refuses a record that names a place outside of the regions: the mate of a breakend, or another reference sequence in `CHR2`, where some
/// callers write it.
pub(super) fn check_elsewhere<'a>(
	places: &Places,
	site: &Site<'_>,
	mut alleles: impl Iterator<Item = &'a [u8]>,
	other_contig: Option<&[u8]>,
	number: u64,
) -> Result<()> {
	let elsewhere = CutError::Elsewhere { number };
	let mut named = other_contig.filter(|contig| *contig != site.contig);
	if !alleles.all(|allele| match mate(allele) {
		Mate::None => true,
		Mate::At(contig, position) => {
			named = named.filter(|named| *named != contig);
			places.hold(contig, position)
		},
		Mate::Unreadable => false,
	}) {
		return Err(elsewhere.into());
	}
	match named {
		Some(_) => Err(elsewhere.into()),
		None => Ok(()),
	}
}

enum Mate<'a> {
	None,
	/// The reference sequence, and the position counted from 0.
	At(&'a [u8], u64),
	Unreadable,
}

/// The other end of an allele that is a breakend: `G]17:198982]`.
fn mate(allele: &[u8]) -> Mate<'_> {
	let mut parts = allele.split(|byte| matches!(byte, b'[' | b']'));
	let (Some(_), Some(place)) = (parts.next(), parts.next()) else { return Mate::None };
	let read = || {
		let colon = place.iter().rposition(|byte| *byte == b':')?;
		let (contig, position) = (place.get(..colon)?, place.get(colon + 1..)?);
		let position: u64 = std::str::from_utf8(position).ok()?.parse().ok()?;
		Some(Mate::At(contig, position.saturating_sub(1)))
	};
	read().unwrap_or(Mate::Unreadable)
}
