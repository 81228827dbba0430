//! The text of the file, line by line.

use std::io::{self, Write};

use crate::{
	buffered,
	contigs::{Contig, CONTIGS, GENOME_LENGTH},
	random::Random,
};

/// The most variants that a file may have: twice those of a real genome, and far enough from each other.
pub const MAX_RECORDS: u64 = 10_000_000;

/// The longest insertion or deletion in bases.
const MAX_INDEL: u64 = 12;
const BASES: [u8; 4] = *b"ACGT";
/// The share of variants of one base, and of changes between A and G or C and T among them, in percent.
const SNV_PERCENT: u64 = 88;
const TRANSITION_PERCENT: u64 = 67;
/// The share of variants on both copies of a chromosome, in percent.
const HOMOZYGOUS_PERCENT: u64 = 38;

const HEADER_START: &str = "\
##fileformat=VCFv4.3
##source=ownome-example-genome (synthetic, the reference bases too; no data of a person)
##reference=GRCh38
";
const HEADER_END: &str = "\
##FILTER=<ID=PASS,Description=\"All filters passed\">
##INFO=<ID=AC,Number=A,Type=Integer,Description=\"Allele count in genotypes\">
##INFO=<ID=AN,Number=1,Type=Integer,Description=\"Total number of alleles in called genotypes\">
##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Read depth\">
##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">
##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Read depth of each allele\">
##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"Read depth\">
##FORMAT=<ID=GQ,Number=1,Type=Integer,Description=\"Genotype quality\">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tSAMPLE
";

/// Writes the genome of a seed with so many variants, sorted, and spread over the contigs by length.
pub fn write(out: impl Write, records: u64, seed: u64) -> io::Result<()> {
	buffered(out, |out| {
		out.write_all(HEADER_START.as_bytes())?;
		for Contig { name, length, .. } in &CONTIGS {
			writeln!(out, "##contig=<ID={name},length={length},assembly=GRCh38>")?;
		}
		out.write_all(HEADER_END.as_bytes())?;

		let mut random = Random::new(seed);
		let (mut bases, mut written) = (0, 0);
		for contig in &CONTIGS {
			bases += contig.length;
			// Rounding the sum, not the parts, gives `records` in the end.
			let due = (u128::from(records) * u128::from(bases) / u128::from(GENOME_LENGTH)) as u64;
			write_contig(out, contig, due - written, &mut random)?;
			written = due;
		}
		Ok(())
	})
}

/// One variant in each of `count` equal stretches, which keeps them sorted and apart.
fn write_contig(
	out: &mut impl Write,
	contig: &Contig,
	count: u64,
	random: &mut Random,
) -> io::Result<()> {
	for index in 0..count {
		let stretch = contig.length / count;
		let position = 1 + index * stretch + random.below(stretch - MAX_INDEL);
		write_record(out, contig, position, random)?;
	}
	Ok(())
}

fn write_record(
	out: &mut impl Write,
	contig: &Contig,
	position: u64,
	random: &mut Random,
) -> io::Result<()> {
	let (reference, alternative) = alleles(random);
	let depth = 18 + random.below(13) + random.below(13);
	let (genotype, count, alternative_depth) = match contig.copies {
		1 => ("1", 1, depth),
		_ if random.percent(HOMOZYGOUS_PERCENT) => ("1/1", 2, depth),
		_ => ("0/1", 1, depth * (35 + random.below(31)) / 100),
	};
	let quality = 30 + random.below(70);
	writeln!(
		out,
		"{}\t{position}\t.\t{reference}\t{alternative}\t{}\tPASS\tAC={count};AN={};DP={depth}\t\
		GT:AD:DP:GQ\t{genotype}:{},{alternative_depth}:{depth}:{quality}",
		contig.name,
		quality * 10,
		contig.copies,
		depth - alternative_depth,
	)
}

/// A reference allele and another one.
fn alleles(random: &mut Random) -> (String, String) {
	let first = random.below(4) as usize;
	if random.percent(SNV_PERCENT) {
		// In the order ACGT the partner of a transition is two places away.
		let step = if random.percent(TRANSITION_PERCENT) { 2 } else { 1 + 2 * random.below(2) };
		let second = (first + step as usize) % 4;
		return (char::from(BASES[first]).into(), char::from(BASES[second]).into());
	}
	let short = String::from(char::from(BASES[first]));
	let mut long = short.clone();
	// Short ones are much more frequent than long ones.
	while (long.len() as u64) <= MAX_INDEL {
		long.push(char::from(BASES[random.below(4) as usize]));
		if random.percent(55) {
			break;
		}
	}
	if random.percent(50) {
		(short, long)
	} else {
		(long, short)
	}
}

#[cfg(test)]
mod tests;
