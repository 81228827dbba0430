//! The granted regions, as a cut asks for them.

use std::collections::BTreeMap;

use ownome_primitives::Region;

use super::CutError;
use crate::Result;

/// The granted regions.
#[derive(Debug)]
pub(super) struct Places {
	contigs: BTreeMap<Vec<u8>, Contig>,
}

#[derive(Debug, Default)]
struct Contig {
	/// From the first position to the one after the last, in order, none touching another.
	stretches: Vec<(u64, u64)>,
	known: bool,
}

impl Places {
	/// These regions, in any order.
	pub(super) fn new(regions: &[Region]) -> Self {
		let mut regions: Vec<_> = regions.iter().collect();
		regions.sort();
		let mut contigs = BTreeMap::<_, Contig>::new();
		for region in regions {
			let (start, end) = (u64::from(region.start), u64::from(region.end));
			let stretches = &mut contigs.entry(region.contig.to_vec()).or_default().stretches;
			match stretches.last_mut() {
				Some((_, last)) if start <= *last => *last = end.max(*last),
				_ => stretches.push((start, end)),
			}
		}
		Self { contigs }
	}

	/// Whether something from `start` to before `end` has a position in one of the regions. What has no length counts as one position.
	pub(super) fn meet(&self, contig: &[u8], start: u64, end: u64) -> bool {
		self.contigs.get(contig).is_some_and(|contig| {
			let next = contig.stretches.partition_point(|(_, end)| *end <= start);
			contig.stretches.get(next).is_some_and(|(first, _)| *first < end.max(start + 1))
		})
	}

	/// Whether a position, counted from 0, is in one of the regions.
	pub(super) fn hold(&self, contig: &[u8], position: u64) -> bool {
		self.meet(contig, position, position + 1)
	}

	/// Whether all from `start` to before `end` is in one of the regions, or in some that touch.
	pub(super) fn enclose(&self, contig: &[u8], start: u64, end: u64) -> bool {
		self.contigs.get(contig).is_some_and(|contig| {
			let next = contig.stretches.partition_point(|(_, end)| *end <= start);
			let stretch = contig.stretches.get(next);
			stretch.is_some_and(|(first, last)| *first <= start && end <= *last)
		})
	}

	/// Takes note that the text has this reference sequence.
	pub(super) fn know(&mut self, contig: &[u8]) {
		if let Some(contig) = self.contigs.get_mut(contig) {
			contig.known = true;
		}
	}

	/// Refuses regions on reference sequences that the text does not have.
	pub(super) fn check(&self) -> Result<()> {
		match self.contigs.iter().find(|(_, contig)| !contig.known) {
			Some((name, _)) => {
				Err(CutError::UnknownContig { contig: String::from_utf8_lossy(name).into_owned() }
					.into())
			},
			None => Ok(()),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn places(regions: &[(&str, u32, u32)]) -> Places {
		let region = |&(contig, start, end): &(&str, u32, u32)| Region {
			contig: contig.as_bytes().to_vec().try_into().unwrap(),
			start,
			end,
		};
		Places::new(&regions.iter().map(region).collect::<Vec<_>>())
	}

	#[test]
	fn the_end_is_left_out_on_both_sides() {
		let places = places(&[("a", 10, 20), ("a", 30, 40), ("b", 0, 5)]);
		for (start, end, met) in [
			(0, 10, false),
			(9, 11, true),
			(10, 10, true),
			(19, 20, true),
			(20, 30, false),
			(20, 31, true),
			(0, 100, true),
			(40, 41, false),
		] {
			assert_eq!(places.meet(b"a", start, end), met, "{start}-{end}");
		}
		for (start, end, enclosed) in
			[(10, 20, true), (9, 11, false), (19, 21, false), (15, 35, false), (30, 31, true)]
		{
			assert_eq!(places.enclose(b"a", start, end), enclosed, "{start}-{end}");
		}
		assert!(places.hold(b"b", 0) && !places.hold(b"b", 5) && !places.hold(b"c", 0));
	}

	#[test]
	fn regions_may_overlap_and_come_in_any_order() {
		let places = places(&[("a", 30, 40), ("a", 10, 35), ("a", 12, 13), ("a", 40, 50)]);
		assert_eq!(places.contigs[&b"a"[..]].stretches, [(10, 50)]);
	}
}
