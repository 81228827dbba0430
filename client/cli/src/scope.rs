//! Scopes as people write them: `whole`, `aggregate`, `regions:chr1:1000-2000,chrX:1-500`, `genes:HGNC:1100`,
//! `resources:Observation,Condition` or `sealed:0x...`.
//!
//! People count the positions of a reference sequence from 1 and mean both ends; the chain counts from 0 and leaves the end out. What is
//! written in any order, twice or in pieces becomes the one form that the chain has for it.

use crate::{cli::Hash, output::Hex};
use ownome_primitives::{
	Contig, Region, ResourceType, Scope, MAX_GENES, MAX_REGIONS, MAX_RESOURCES,
};
use std::{fmt, str::FromStr};

/// A scope given as an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeArg(pub Scope);

/// Why a text is not a scope.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScopeError {
	/// Not one of the kinds.
	#[error(
		"write whole, aggregate, regions:chr1:1000-2000, genes:HGNC:1100, resources:Observation or sealed:0x...; several regions, genes or \
		 resource types are separated by commas"
	)]
	UnknownKind,
	/// Not a region.
	#[error("'{0}' is no region: write NAME:FIRST-LAST, for example chr1:1000-2000, counted from 1 with both ends")]
	Region(String),
	/// Not a gene.
	#[error(
		"'{0}' is no gene: write its number in the HGNC's nomenclature, for example HGNC:1100"
	)]
	Gene(String),
	/// Not a type of resource.
	#[error("'{0}' is no type of FHIR resource: write its name, for example Observation")]
	Resource(String),
	/// Not a hash.
	#[error("write sealed: and the hash of the description, 0x and 64 hex digits, as `ownome scope seal` shows it")]
	Sealed,
	/// More than the chain takes.
	#[error("a scope has room for {max} {what}: name fewer, or make a second offer")]
	TooMany {
		/// How many there may be.
		max: u32,
		/// Of what.
		what: &'static str,
	},
}

impl FromStr for ScopeArg {
	type Err = ScopeError;

	fn from_str(text: &str) -> Result<Self, ScopeError> {
		let scope = match text.split_once(':') {
			None if text == "whole" => Scope::Whole,
			None if text == "aggregate" => Scope::Aggregate,
			Some(("regions", list)) => regions(list)?,
			Some(("genes", list)) => genes(list)?,
			Some(("resources", list)) => resources(list)?,
			Some(("sealed", hash)) => {
				Scope::Sealed(hash.parse::<Hash>().map_err(|_| ScopeError::Sealed)?.0)
			},
			_ => return Err(ScopeError::UnknownKind),
		};
		Ok(Self(scope))
	}
}

fn regions(list: &str) -> Result<Scope, ScopeError> {
	let mut named = list.split(',').map(region).collect::<Result<Vec<_>, _>>()?;
	named.sort();
	let mut joined: Vec<Region> = Vec::with_capacity(named.len());
	for next in named {
		match joined.last_mut() {
			Some(last) if last.contig == next.contig && next.start <= last.end => {
				last.end = last.end.max(next.end);
			},
			_ => joined.push(next),
		}
	}
	let too_many = ScopeError::TooMany { max: MAX_REGIONS, what: "regions" };
	joined.try_into().map(Scope::Regions).map_err(|_| too_many)
}

fn region(text: &str) -> Result<Region, ScopeError> {
	let read = || {
		// The names of some sequences, those of HLA for example, have colons of their own.
		let (contig, places) = text.rsplit_once(':')?;
		let (first, last) = places.split_once('-')?;
		let (first, end) = (number(first)?, number(last)?);
		let contig = Contig::try_from(contig.as_bytes().to_vec()).ok()?;
		let named = !contig.is_empty() && contig.iter().all(u8::is_ascii_graphic);
		(named && first <= end).then_some(Region { contig, start: first.checked_sub(1)?, end })
	};
	read().ok_or_else(|| ScopeError::Region(text.into()))
}

fn genes(list: &str) -> Result<Scope, ScopeError> {
	let gene = |text: &str| {
		let found = text.strip_prefix("HGNC:").and_then(number).filter(|gene| *gene > 0);
		found.ok_or_else(|| ScopeError::Gene(text.into()))
	};
	let mut named = list.split(',').map(gene).collect::<Result<Vec<_>, _>>()?;
	named.sort_unstable();
	named.dedup();
	let too_many = ScopeError::TooMany { max: MAX_GENES, what: "genes" };
	named.try_into().map(Scope::Genes).map_err(|_| too_many)
}

fn resources(list: &str) -> Result<Scope, ScopeError> {
	let resource = |text: &str| {
		let letters = text.bytes().all(|byte| byte.is_ascii_alphabetic())
			&& text.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
		let name = ResourceType::try_from(text.as_bytes().to_vec()).ok().filter(|_| letters);
		name.ok_or_else(|| ScopeError::Resource(text.into()))
	};
	let mut named = list.split(',').map(resource).collect::<Result<Vec<_>, _>>()?;
	named.sort();
	named.dedup();
	let too_many = ScopeError::TooMany { max: MAX_RESOURCES, what: "types of resources" };
	named.try_into().map(Scope::Resources).map_err(|_| too_many)
}

fn number(digits: &str) -> Option<u32> {
	let digits = Some(digits).filter(|it| it.bytes().all(|byte| byte.is_ascii_digit()))?;
	digits.parse().ok()
}

impl fmt::Display for ScopeArg {
	/// As it is written.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let list = |kind: &str, names: Vec<String>| format!("{kind}:{}", names.join(","));
		let text = match &self.0 {
			Scope::Whole => "whole".into(),
			Scope::Aggregate => "aggregate".into(),
			Scope::Regions(regions) => list("regions", regions.iter().map(region_name).collect()),
			Scope::Genes(genes) => {
				list("genes", genes.iter().map(|gene| format!("HGNC:{gene}")).collect())
			},
			Scope::Resources(types) => list("resources", types.iter().map(|it| name(it)).collect()),
			Scope::Sealed(hash) => format!("sealed:{}", Hex(*hash)),
		};
		f.write_str(&text)
	}
}

fn region_name(region: &Region) -> String {
	format!("{}:{}-{}", name(&region.contig), region.start.saturating_add(1), region.end)
}

fn name(bytes: &[u8]) -> String {
	String::from_utf8_lossy(bytes).into_owned()
}

/// A scope in words.
pub fn in_words(scope: &Scope) -> String {
	match scope {
		Scope::Whole => "the whole dataset".into(),
		Scope::Aggregate => "nothing but numbers over many people".into(),
		Scope::Sealed(_) => format!("what only the two parties know ({})", ScopeArg(scope.clone())),
		listed => ScopeArg(listed.clone()).to_string(),
	}
}

/// What everybody could guess about the owner from a scope, which is public on the chain, with what to use instead.
pub fn exposure(scope: &Scope) -> Option<&'static str> {
	match scope {
		Scope::Regions(_) => Some("the scope names regions of the genome, from which a diagnosis may be guessed, and everybody can read it: `ownome scope seal` hides them"),
		Scope::Genes(_) => Some("the scope names genes, from which a diagnosis may be guessed, and everybody can read it: `ownome scope seal` hides them"),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn read(text: &str) -> Scope {
		let scope = text.parse::<ScopeArg>().unwrap_or_else(|error| panic!("{text}: {error}")).0;
		assert!(scope.is_canonical(), "{text}");
		scope
	}

	fn region(contig: &str, start: u32, end: u32) -> Region {
		Region { contig: contig.as_bytes().to_vec().try_into().unwrap(), start, end }
	}

	#[test]
	fn what_is_shown_is_what_can_be_written() {
		let sealed = format!("sealed:0x{}", "ab".repeat(32));
		for text in [
			"whole",
			"aggregate",
			"regions:chr1:1-1",
			"regions:HLA*01:01:01:01:1-100,chr1:1000-2000,chrX:1-4294967295",
			"genes:HGNC:1100,HGNC:1101",
			"resources:Condition,Observation",
			&sealed,
		] {
			assert_eq!(ScopeArg(read(text)).to_string(), text);
		}
	}

	#[test]
	fn people_count_from_1_with_both_ends() {
		let one = vec![region("chr1", 999, 2000)];
		assert_eq!(read("regions:chr1:1000-2000"), Scope::Regions(one.try_into().unwrap()));
		let first = vec![region("chr1", 0, 1)];
		assert_eq!(read("regions:chr1:1-1"), Scope::Regions(first.try_into().unwrap()));
	}

	#[test]
	fn any_order_and_any_pieces_become_the_one_form() {
		for (written, same) in [
			("regions:chr2:5-9,chr1:7-8", "regions:chr1:7-8,chr2:5-9"),
			("regions:chr1:1-10,chr1:11-20", "regions:chr1:1-20"),
			("regions:chr1:1-100,chr1:5-6,chr1:90-120", "regions:chr1:1-120"),
			("regions:chr1:1-10,chr1:12-20", "regions:chr1:1-10,chr1:12-20"),
			("regions:chr1:1-10,chr2:1-10", "regions:chr1:1-10,chr2:1-10"),
			("genes:HGNC:7,HGNC:5,HGNC:7", "genes:HGNC:5,HGNC:7"),
			("resources:Patient,Condition,Patient", "resources:Condition,Patient"),
		] {
			assert_eq!(ScopeArg(read(written)).to_string(), same, "{written}");
		}
	}

	#[test]
	fn what_is_no_scope_is_told_by_its_part() {
		for text in ["", "Whole", "whole:", "all", "gene:HGNC:1", "aggregate:1", "regions"] {
			assert_eq!(text.parse::<ScopeArg>(), Err(ScopeError::UnknownKind), "{text:?}");
		}
		for part in [
			"",
			"chr1",
			"chr1:",
			"chr1:5",
			"chr1:0-5",
			"chr1:6-5",
			"chr1:1-4294967296",
			":1-5",
			"chr1:+1-5",
			"chr 1:1-5",
			"chr1:1-5-9",
			"chr1:1-",
			"chr1:-5",
		] {
			let text = format!("regions:chrX:1-2,{part}");
			assert_eq!(text.parse::<ScopeArg>(), Err(ScopeError::Region(part.into())), "{part:?}");
		}
		for part in ["", "1100", "HGNC:", "HGNC:BRCA1", "HGNC:-1", "HGNC:0", "hgnc:1100"] {
			let text = format!("genes:{part}");
			assert_eq!(text.parse::<ScopeArg>(), Err(ScopeError::Gene(part.into())), "{part:?}");
		}
		let long = "O".repeat(41);
		for part in ["", "observation", "Obser vation", "Observation2", &long] {
			let text = format!("resources:{part}");
			assert_eq!(
				text.parse::<ScopeArg>(),
				Err(ScopeError::Resource(part.into())),
				"{part:?}"
			);
		}
		for text in ["sealed:", "sealed:0x12", "sealed:secret"] {
			assert_eq!(text.parse::<ScopeArg>(), Err(ScopeError::Sealed), "{text:?}");
		}
	}

	#[test]
	fn as_many_as_the_chain_takes_and_no_more() {
		let list = |max: u32, what: &'static str, item: &dyn Fn(u32) -> String| {
			let text = |count| (0..count).map(item).collect::<Vec<_>>().join(",");
			let kind = what.split(' ').next_back().unwrap();
			read(&format!("{kind}:{}", text(max)));
			let refused = format!("{kind}:{}", text(max + 1)).parse::<ScopeArg>();
			assert_eq!(refused, Err(ScopeError::TooMany { max, what }));
		};
		list(16, "regions", &|number| format!("chr1:{}-{}", number * 10 + 1, number * 10 + 2));
		list(32, "genes", &|number| format!("HGNC:{}", number + 1));
		list(16, "types of resources", &|number| {
			format!("Type{}", char::from(b'a' + u8::try_from(number).unwrap()))
		});
	}

	#[test]
	fn only_what_points_to_a_place_in_the_genome_is_warned_of() {
		assert!(exposure(&read("genes:HGNC:1100")).is_some());
		assert!(exposure(&read("regions:chr1:1-2")).is_some());
		for text in ["whole", "aggregate", "resources:Observation"] {
			assert_eq!(exposure(&read(text)), None, "{text}");
		}
	}
}
