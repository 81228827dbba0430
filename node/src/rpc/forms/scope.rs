//! Scopes: `"whole"`, `"aggregate"`, `{"regions": ["chr1:100-200"]}`, `{"genes": [1100]}`, `{"resources": ["Observation"]}` or
//! `{"sealed": "0x…"}`.
//!
//! Regions are written as geneticists write them: the first and the last position, counted from 1. The chain counts from 0 and names the
//! position after the last one. Lists may come in any order, with what is there twice or overlaps; the chain knows one form of each scope.

use super::Text;
use ownome_primitives::{duo::Malformed, Region, Regions, ResourceType, Resources, Scope};
use serde::{Deserialize, Serialize};
use sp_core::{Get, H256};
use sp_runtime::BoundedVec;
use std::{collections::BTreeSet, fmt, str::FromStr};

/// How much of a dataset is asked for or open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct ScopeForm(pub Scope);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Parts {
	Whole,
	Aggregate,
	Regions(BTreeSet<Text<Stretch>>),
	Genes(BTreeSet<u32>),
	Resources(BTreeSet<Text<TypeName>>),
	Sealed(H256),
}

impl TryFrom<Parts> for ScopeForm {
	type Error = String;

	fn try_from(parts: Parts) -> Result<Self, String> {
		Ok(Self(match parts {
			Parts::Whole => Scope::Whole,
			Parts::Aggregate => Scope::Aggregate,
			Parts::Regions(stretches) => {
				let regions = joined(stretches.into_iter().map(|text| text.0 .0));
				Scope::Regions(listed("regions that do not touch", regions)?)
			},
			Parts::Genes(numbers) => Scope::Genes(listed("genes", numbers)?),
			Parts::Resources(names) => {
				let names = names.into_iter().map(|text| text.0 .0);
				Scope::Resources(listed("resource types", names)?)
			},
			Parts::Sealed(hash) => Scope::Sealed(hash.0),
		}))
	}
}

impl From<ScopeForm> for Parts {
	fn from(ScopeForm(scope): ScopeForm) -> Self {
		match scope {
			Scope::Whole => Self::Whole,
			Scope::Aggregate => Self::Aggregate,
			Scope::Regions(regions) => {
				Self::Regions(regions.into_iter().map(Stretch).map(Text).collect())
			},
			Scope::Genes(numbers) => Self::Genes(numbers.into_iter().collect()),
			Scope::Resources(names) => {
				Self::Resources(names.into_iter().map(TypeName).map(Text).collect())
			},
			Scope::Sealed(hash) => Self::Sealed(hash.into()),
		}
	}
}

/// A list that is not empty and not too long.
fn listed<T, S: Get<u32>>(
	what: &str,
	items: impl IntoIterator<Item = T>,
) -> Result<BoundedVec<T, S>, String> {
	let items: Vec<_> = items.into_iter().collect();
	let found = items.len();
	BoundedVec::try_from(items)
		.ok()
		.filter(|items| !items.is_empty())
		.ok_or_else(|| format!("a scope names 1 to {} {what}, not {found}", S::get()))
}

/// The same stretches, given in their order, none of which overlaps or touches another.
fn joined(regions: impl IntoIterator<Item = Region>) -> Vec<Region> {
	let mut apart: Vec<Region> = Vec::new();
	for next in regions {
		match apart.last_mut() {
			Some(last) if last.contig == next.contig && next.start <= last.end => {
				last.end = last.end.max(next.end);
			},
			_ => apart.push(next),
		}
	}
	apart
}

/// A region in words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch(Region);

impl fmt::Display for Stretch {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Region { contig, start, end } = &self.0;
		write!(f, "{}:{}-{end}", String::from_utf8_lossy(contig), start.saturating_add(1))
	}
}

impl FromStr for Stretch {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		let region = || {
			let (contig, positions) = text.rsplit_once(':')?;
			let (first, last) = positions.split_once('-')?;
			let contig = contig.as_bytes().to_vec().try_into().ok()?;
			let region =
				Region { contig, start: position(first)?.checked_sub(1)?, end: position(last)? };
			// Of one region this says that it is well formed.
			let alone = Regions::truncate_from(vec![region.clone()]);
			Scope::Regions(alone).is_canonical().then_some(Self(region))
		};
		region().ok_or(Malformed(
			"use a region like chr1:100-200, the first and the last position counted from 1",
		))
	}
}

/// Digits and nothing else.
fn position(text: &str) -> Option<u32> {
	let plain = text.bytes().all(|byte| byte.is_ascii_digit());
	plain.then(|| text.parse().ok()).flatten()
}

/// The name of a FHIR resource type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct TypeName(ResourceType);

impl fmt::Display for TypeName {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&String::from_utf8_lossy(&self.0))
	}
}

impl FromStr for TypeName {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		let name = ResourceType::try_from(text.as_bytes().to_vec()).ok();
		// Of one name this says that it is well formed.
		let is_name = |name: &ResourceType| {
			Scope::Resources(Resources::truncate_from(vec![name.clone()])).is_canonical()
		};
		name.filter(is_name)
			.map(Self)
			.ok_or(Malformed("use the name of a FHIR resource type like Observation"))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::Genes;
	use serde_json::{from_value, json, Value};

	fn read(form: Value) -> Result<Scope, String> {
		from_value::<ScopeForm>(form)
			.map(|form| form.0)
			.map_err(|error| error.to_string())
	}

	fn region(contig: &str, start: u32, end: u32) -> Region {
		Region { contig: contig.as_bytes().to_vec().try_into().unwrap(), start, end }
	}

	#[test]
	fn every_scope_is_written_as_it_is_read() {
		for form in [
			json!("whole"),
			json!("aggregate"),
			json!({ "regions": ["HLA-A*01:01:1-1", "chr1:1-100", "chr1:102-4294967295", "chr2:5-6"] }),
			json!({ "genes": [5, 1100] }),
			json!({ "resources": ["Condition", "Observation"] }),
			json!({ "sealed": format!("0x{}", "ab".repeat(32)) }),
		] {
			let scope = read(form.clone()).unwrap();
			assert!(scope.is_canonical(), "{form}");
			assert_eq!(json!(ScopeForm(scope)), form);
		}
	}

	#[test]
	fn positions_are_counted_from_1_and_the_last_one_is_included() {
		let expected = Regions::truncate_from(vec![region("chr1", 99, 200)]);
		assert_eq!(read(json!({ "regions": ["chr1:100-200"] })), Ok(Scope::Regions(expected)));
	}

	#[test]
	fn lists_are_put_into_the_form_of_the_chain() {
		let given = json!({ "regions": ["chr2:5-6", "chr1:50-60", "chr1:10-20", "chr1:21-55", "chr1:12-13", "chr1:62-63"] });
		let expected = vec![region("chr1", 9, 60), region("chr1", 61, 63), region("chr2", 4, 6)];
		assert_eq!(read(given), Ok(Scope::Regions(Regions::truncate_from(expected))));
		let expected = Scope::Genes(Genes::truncate_from(vec![5, 1100]));
		assert_eq!(read(json!({ "genes": [1100, 5, 1100] })), Ok(expected));
		assert!(read(json!({ "resources": ["Patient", "Condition"] })).unwrap().is_canonical());
	}

	#[test]
	fn what_is_no_scope_is_told_in_a_sentence() {
		let region = "use a region like chr1:100-200";
		let genes: Vec<u32> = (1..=33).collect();
		for (form, says) in [
			(json!("all"), "unknown variant `all`, expected one of `whole`"),
			(json!({ "regions": ["chr1"] }), region),
			(json!({ "regions": ["chr1:100"] }), region),
			(json!({ "regions": ["chr1:0-100"] }), region),
			(json!({ "regions": ["chr1:200-100"] }), region),
			(json!({ "regions": ["chr1:+1-100"] }), region),
			(json!({ "regions": [":1-100"] }), region),
			(json!({ "regions": ["chr 1:1-100"] }), region),
			(json!({ "regions": ["chr1:1-4294967296"] }), region),
			(json!({ "regions": [] }), "a scope names 1 to 16 regions that do not touch, not 0"),
			(json!({ "genes": genes }), "a scope names 1 to 32 genes, not 33"),
			(json!({ "genes": ["BRCA1"] }), "expected u32"),
			(json!({ "resources": ["observation"] }), "use the name of a FHIR resource type"),
			(json!({ "resources": ["Obs-1"] }), "not 'Obs-1'"),
			(json!({ "sealed": "0x00" }), "invalid length"),
		] {
			let error = read(form.clone()).unwrap_err();
			assert!(error.contains(says), "{form}: {error}");
		}
	}
}
