//! Where the ciphertext of a dataset lies.

use sp_core::ConstU32;
use sp_runtime::BoundedVec;

/// How many places one dataset or batch names at most.
pub const MAX_LOCATIONS: u32 = 8;

/// How many bytes the name of one place has at most.
pub const MAX_LOCATION_LEN: u32 = 256;

/// A DRS URI or the key of an object in the custodian's store.
pub type Location = BoundedVec<u8, ConstU32<MAX_LOCATION_LEN>>;

/// The places of one dataset or batch.
pub type Locations = BoundedVec<Location, ConstU32<MAX_LOCATIONS>>;

/// Whether `location` can be a DRS URI or an object key: printable ASCII without spaces, and not empty.
pub fn is_location(location: &[u8]) -> bool {
	!location.is_empty() && location.iter().all(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_location_is_printable_ascii_without_spaces() {
		for location in ["drs://custodian.example/7f3a", "store/07/body.c4gh", "!", "~"] {
			assert!(is_location(location.as_bytes()), "{location}");
		}
		for location in ["", " ", "a b", "a\n", "a\0", "\u{7f}", "caf\u{e9}"] {
			assert!(!is_location(location.as_bytes()), "{location:?}");
		}
	}
}
