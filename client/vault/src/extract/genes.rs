//! Where genes are, from a table that the owner gives.

use std::{collections::BTreeSet, path::Path};

use ownome_primitives::{Contig, Region};

use crate::{
	duo::{read_as, FormError},
	Result,
};

const NAME: &str = "table of genes";
/// A table of all genes has some 3 MB.
const MAX_BYTES: u64 = 64 << 20;

/// The regions of `genes`, given by their numbers in the HGNC's nomenclature, according to a BED file: on each line the reference
/// sequence, the first position counted from 0, the position after the last one, and `HGNC:` with the number. A gene may have several lines.
///
/// # Errors
/// [`crate::Error::ReadPath`], and [`crate::Error::Form`] for what is no such table, or one in which a gene is missing.
pub fn regions_of(genes: &[u32], bed: &Path) -> Result<Vec<Region>> {
	read_as(bed, NAME, MAX_BYTES, |text| {
		let mut missing: BTreeSet<u32> = genes.iter().copied().collect();
		let mut regions = Vec::new();
		for (index, line) in text.lines().enumerate() {
			let words = ["#", "track ", "browser "];
			if line.trim().is_empty() || words.iter().any(|word| line.starts_with(word)) {
				continue;
			}
			let (gene, region) = parse(line).ok_or_else(|| {
				let form = "write contig, start, end and HGNC:NUMBER, separated by tabs";
				FormError::at(format!("line {}", index + 1), form)
			})?;
			if genes.contains(&gene) {
				missing.remove(&gene);
				regions.push(region);
			}
		}
		match missing.first() {
			Some(gene) => Err(FormError::whole(format!("it does not say where HGNC:{gene} is"))),
			None => Ok(regions),
		}
	})
}

fn parse(line: &str) -> Option<(u32, Region)> {
	let mut fields = line.split('\t');
	let contig = Contig::try_from(fields.next()?.as_bytes().to_vec()).ok()?;
	let (start, end) = (fields.next()?.parse().ok()?, fields.next()?.trim().parse().ok()?);
	let gene = fields.next()?.trim().strip_prefix("HGNC:")?.parse().ok()?;
	let region = Region { contig, start, end };
	(start < end && !region.contig.is_empty()).then_some((gene, region))
}
