//! How much of a dataset is asked for or open.

use crate::Digest;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::BoundedVec;

/// The greatest number of regions in a scope.
pub const MAX_REGIONS: u32 = 16;
/// The greatest number of genes in a scope.
pub const MAX_GENES: u32 = 32;
/// The greatest number of resource types in a scope.
pub const MAX_RESOURCES: u32 = 16;

/// The name of a reference sequence, `chr1` for example, in printable ASCII without spaces.
pub type Contig = BoundedVec<u8, ConstU32<32>>;

/// The name of a FHIR resource type, `Observation` for example: letters of ASCII, the first one a capital.
pub type ResourceType = BoundedVec<u8, ConstU32<40>>;

/// A stretch of a reference sequence.
#[derive(
	Clone,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Region {
	/// On which reference sequence.
	pub contig: Contig,
	/// The first position, counted from 0.
	pub start: u32,
	/// The position after the last one.
	pub end: u32,
}

impl Region {
	fn is_well_formed(&self) -> bool {
		self.start < self.end
			&& !self.contig.is_empty()
			&& self.contig.iter().all(u8::is_ascii_graphic)
	}

	fn includes(&self, other: &Self) -> bool {
		self.contig == other.contig && self.start <= other.start && other.end <= self.end
	}

	/// Whether `next` may stand after this one in a canonical list: later, and neither overlapping nor touching.
	fn is_apart_from(&self, next: &Self) -> bool {
		self.contig < next.contig || (self.contig == next.contig && self.end < next.start)
	}
}

/// Regions in the order of contig and position, none of which overlaps or touches another.
pub type Regions = BoundedVec<Region, ConstU32<MAX_REGIONS>>;

/// Numbers of genes in the HGNC's nomenclature, `1100` for `HGNC:1100` (BRCA1), in increasing order.
pub type Genes = BoundedVec<u32, ConstU32<MAX_GENES>>;

/// FHIR resource types, in alphabetical order.
pub type Resources = BoundedVec<ResourceType, ConstU32<MAX_RESOURCES>>;

/// How much of a dataset is asked for or open.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Scope {
	/// All of it.
	Whole,
	/// These regions of the genome.
	Regions(Regions),
	/// These genes.
	Genes(Genes),
	/// Resources of these types.
	Resources(Resources),
	/// Nothing but numbers over many people.
	Aggregate,
	/// What only the two parties know: the hash of a salted description that they exchanged off chain.
	Sealed(Digest),
}

impl Scope {
	/// Whether it is in the one form in which each scope is written: lists are not empty and strictly in order, names and
	/// stretches are what they should be.
	pub fn is_canonical(&self) -> bool {
		match self {
			Self::Whole | Self::Aggregate | Self::Sealed(_) => true,
			Self::Regions(regions) => {
				!regions.is_empty()
					&& regions.iter().all(Region::is_well_formed)
					&& in_order(regions, Region::is_apart_from)
			},
			Self::Genes(genes) => !genes.is_empty() && in_order(genes, |one, next| one < next),
			Self::Resources(types) => {
				!types.is_empty()
					&& types.iter().all(is_resource_type)
					&& in_order(types, |one, next| one < next)
			},
		}
	}

	/// Whether `what` is part of this scope. Of canonical scopes only; scopes of different kinds cannot be compared, and so the answer is no,
	/// but for the whole dataset, of which everything is part.
	pub fn includes(&self, what: &Self) -> bool {
		match (self, what) {
			(Self::Whole, _) | (Self::Aggregate, Self::Aggregate) => true,
			(Self::Regions(all), Self::Regions(some)) => {
				some.iter().all(|one| all.iter().any(|region| region.includes(one)))
			},
			(Self::Genes(all), Self::Genes(some)) => some.iter().all(|one| all.contains(one)),
			(Self::Resources(all), Self::Resources(some)) => {
				some.iter().all(|one| all.contains(one))
			},
			(Self::Sealed(one), Self::Sealed(other)) => one == other,
			_ => false,
		}
	}
}

fn is_resource_type(name: &ResourceType) -> bool {
	name.first().is_some_and(u8::is_ascii_uppercase) && name.iter().all(u8::is_ascii_alphabetic)
}

fn in_order<T>(items: &[T], follows: impl Fn(&T, &T) -> bool) -> bool {
	items.iter().zip(items.iter().skip(1)).all(|(one, next)| follows(one, next))
}
