//! Parts of VCF and BCF, against bcftools.
#![allow(clippy::unwrap_used)]

#[path = "support/parts.rs"]
mod parts;

use std::{
	collections::BTreeSet,
	fmt::Write as _,
	io::{Read as _, Write as _},
};

use ownome_primitives::Region;
use ownome_vault::{
	extract::{CutError, Part},
	Error,
};
use parts::{region, Bench};
use proptest::prelude::*;

const CONTIGS: [(&str, u32); 3] = [("chr1", 200_000), ("chr2", 150_000), ("chrX", 90_000)];
/// The files, with the formats that they have.
const FILES: [(&str, &str); 3] = [("all.vcf", "vcf"), ("all.vcf.gz", "vcf"), ("all.bcf", "bcf")];

const HEADER: &str = "\
##fileformat=VCFv4.3
##fileDate=20251120
##source=the-lab-of-doctor-x
##reference=file:///home/doctor/patient-17.fa
##commandline=\"caller --sample patient-17\"
##FILTER=<ID=PASS,Description=\"All filters passed\">
##FILTER=<ID=q10,Description=\"Low\">
##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">
##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"Kind\">
##INFO=<ID=CHR2,Number=1,Type=String,Description=\"Other\">
##INFO=<ID=SVLEN,Number=.,Type=Integer,Description=\"Length\">
##INFO=<ID=POS2,Number=1,Type=Integer,Description=\"Other\">
##INFO=<ID=END2,Number=1,Type=Integer,Description=\"Other\">
##INFO=<ID=METRANS,Number=4,Type=String,Description=\"Other\">
##INFO=<ID=CPX_INTERVALS,Number=.,Type=String,Description=\"Other\">
##INFO=<ID=SOURCE,Number=1,Type=String,Description=\"Other\">
##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Depth, and a comma\">
##ALT=<ID=DEL,Description=\"Deletion\">
##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">
##FORMAT=<ID=LEN,Number=1,Type=Integer,Description=\"Length of the block\">
##FORMAT=<ID=PGT,Number=1,Type=String,Description=\"Phase\">
##FORMAT=<ID=PID,Number=1,Type=String,Description=\"Phase\">
##FORMAT=<ID=PS,Number=1,Type=Integer,Description=\"Phase\">
##contig=<ID=chr1,length=200000>
##contig=<ID=chr2,length=150000>
##contig=<ID=chrX,length=90000>
##SAMPLE=<ID=s1,Description=\"a diagnosis\">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\ts1\ts2
";

/// A text with variants of all lengths, sorted. `step` varies where they are.
fn variants(step: u32) -> String {
	let mut text = HEADER.to_owned();
	for (contig, length) in CONTIGS {
		for (index, position) in (1..length).step_by(step as usize).enumerate() {
			let (bases, allele, info) = match index % 5 {
				0 => ("A".into(), "G", "DP=12".to_owned()),
				1 => ("ACGT".repeat(40), "A", "DP=70000".to_owned()),
				2 => ("C".into(), "CTTTT,<DEL>", ".".to_owned()),
				3 => ("N".into(), "<DEL>", format!("SVTYPE=DEL;END={}", position + 5 * step)),
				_ => ("T".into(), ".", "DP=3".to_owned()),
			};
			writeln!(
				text,
				"{contig}\t{position}\tid{index}\t{bases}\t{allele}\t30\tPASS\t{info}\tGT\t0|1\t1/1"
			)
			.unwrap();
		}
	}
	text
}

fn cut(format: &str, text: &[u8], part: &Part) -> Result<Vec<u8>, Error> {
	parts::cut(format, text, part, None)
}

fn records(text: &str) -> Vec<String> {
	text.lines().filter(|line| !line.starts_with('#')).map(Into::into).collect()
}

/// What bcftools finds in the regions, in the order of the file.
fn found(bench: &Bench, regions: &[Region]) -> Vec<String> {
	let mut met = BTreeSet::new();
	for region in regions {
		let contig = String::from_utf8(region.contig.to_vec()).unwrap();
		let place = format!("{contig}:{}-{}", region.start + 1, region.end);
		met.extend(records(&bench.run(&format!(
			"bcftools view --no-version -H --regions-overlap 1 -r {place} all.bcf"
		))));
	}
	let all = records(&bench.run("bcftools view --no-version -H all.bcf"));
	all.into_iter().filter(|line| met.contains(line)).collect()
}

/// A text in all the formats, as bcftools writes them.
fn bench(text: &str) -> Bench {
	let bench = bench_without_index(text);
	bench.run("bcftools index all.bcf");
	bench
}

fn bench_without_index(text: &str) -> Bench {
	let bench = Bench::new();
	bench.put("all.vcf", text);
	bench.run("bcftools view -Ob -o all.bcf all.vcf");
	bench.run("bcftools view -Oz -o all.vcf.gz all.vcf");
	bench
}

/// What bcftools reads in a part.
fn read(bench: &Bench, file: &str, part: &[u8]) -> String {
	bench.put("part", part);
	let text = bench.run("bcftools view --no-version part");
	assert_eq!(file == "all.vcf", part.starts_with(b"##"), "compressed if it was");
	text
}

#[test]
fn the_records_in_the_regions_are_those_that_bcftools_finds() {
	let bench = bench(&variants(701));
	for regions in [
		vec![region("chr1", 1000, 1001)],
		vec![
			region("chr1", 0, 5000),
			region("chr1", 60_000, 60_100),
			region("chrX", 89_000, 90_000),
		],
		vec![region("chr2", 149_999, u32::MAX)],
		vec![region("chr1", 706, 707), region("chr2", 0, 1)],
	] {
		let expected = found(&bench, &regions);
		let part = Part::Regions(regions);
		for (file, format) in FILES {
			let text = read(&bench, file, &cut(format, &bench.get(file), &part).unwrap());
			assert_eq!(records(&text), expected, "{file} {part:?}");
			for secret in ["doctor", "patient-17", "diagnosis", "20251120", "SAMPLE"] {
				assert!(!text.contains(secret), "{file}: {secret}");
			}
			for needed in ["##FILTER=<ID=q10", "##ALT=<ID=DEL", "##contig=<ID=chr2", "\ts1\ts2\n"] {
				assert!(text.contains(needed), "{file}: {needed}");
			}
		}
	}
}

#[test]
fn where_there_is_nothing_the_part_is_a_file_without_records() {
	let bench = bench(&(HEADER.to_owned() + "chr1\t10\t.\tA\tG\t.\t.\t.\tGT\t0/1\t0/0\n"));
	let part = Part::Regions(vec![region("chr1", 10, 20)]);
	for (file, format) in FILES {
		let cut = cut(format, &bench.get(file), &part).unwrap();
		assert!(records(&read(&bench, file, &cut)).is_empty());
	}
}

#[test]
fn the_parts_of_all_reference_sequences_make_the_whole() {
	let bench = bench(&variants(509));
	for (file, format) in FILES {
		let all = bench.get(file);
		let of = |contig| {
			let part = Part::Regions(vec![region(contig, 0, u32::MAX)]);
			records(&read(&bench, file, &cut(format, &all, &part).unwrap()))
		};
		let parts: Vec<_> = CONTIGS.iter().flat_map(|(contig, _)| of(contig)).collect();
		assert_eq!(parts, records(&bench.run(&format!("bcftools view {file}"))), "{file}");
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Two parts that meet at a position share the records that reach across it, and nothing is in neither.
	#[test]
	fn two_parts_that_meet_make_the_whole(step in 90u32..4000, at in 1u32..200_000) {
		let text = variants(step);
		let of = |regions| {
			let part = cut("vcf", text.as_bytes(), &Part::Regions(regions)).unwrap();
			records(&String::from_utf8(part).unwrap()).into_iter().collect::<BTreeSet<_>>()
		};
		let left = of(vec![region("chr1", 0, at)]);
		let right = of(vec![region("chr1", at, u32::MAX)]);
		let whole = of(vec![region("chr1", 0, u32::MAX)]);
		prop_assert_eq!(left.union(&right).cloned().collect::<BTreeSet<_>>(), whole);
		for record in left.intersection(&right) {
			let mut fields = record.split('\t');
			let start: u32 = fields.nth(1).unwrap().parse().unwrap();
			prop_assert!(start <= at);
		}
		for record in right.difference(&left) {
			prop_assert!(record.split('\t').nth(1).unwrap().parse::<u32>().unwrap() > at);
		}
	}
}

fn refused(format: &str, text: &[u8], regions: Vec<Region>) -> CutError {
	match cut(format, text, &Part::Regions(regions)) {
		Err(Error::Cut(error)) => error,
		other => panic!("{format}: {other:?}"),
	}
}

#[test]
fn a_rearrangement_with_a_place_outside_is_refused() {
	let breakend = |allele: &str, info: &str| {
		HEADER.to_owned()
			+ "chr1\t10\t.\tA\tG\t.\t.\t.\tGT\t0/1\t0/0\n"
			+ &format!("chr1\t20\t.\tA\t{allele}\t.\t.\t{info}\tGT\t0/1\t0/0\n")
	};
	let here = || vec![region("chr1", 0, 100)];
	let both = || vec![region("chr1", 0, 100), region("chr2", 499, 500)];
	for (allele, info) in [
		("A]chr2:500]", "SVTYPE=BND"),
		("[chr2:500[A", "SVTYPE=BND"),
		("A[chr1:5000[", "SVTYPE=BND"),
		("C,A]chr2:500]", "SVTYPE=BND"),
		("<BND>", "SVTYPE=BND;CHR2=chr2;END=500"),
		("A]chr1:30]", "SVTYPE=BND;CHR2=chr2"),
		("<BND>", "CHR2=chr2"),
		("<BND>", "CHR2=chr1;POS2=5000"),
		("<BND>", "POS2=5000"),
		("<CPX>", "END=30;END2=5000"),
		("<BND>", "CHR2=chr2;END=30"),
		("<BND>", "CHR2=chr2;POS2=30"),
		("<INS>", "METRANS=chr2,500,600,+"),
		("<INS>", "METRANS=chr2"),
		("<CPX>", "CPX_INTERVALS=DEL_chr1:20-30,INV_chr1:5000-6000"),
		("<CPX>", "CPX_INTERVALS=somewhere"),
		("<CPX>", "SOURCE=DUP_chr2:500-600"),
	] {
		let bench = bench(&breakend(allele, info));
		for (file, format) in FILES {
			let all = bench.get(file);
			assert_eq!(
				refused(format, &all, here()),
				CutError::Elsewhere { number: 2 },
				"{allele}"
			);
			// Outside of the regions it tells nothing.
			let part = cut(format, &all, &Part::Regions(vec![region("chr1", 0, 10)])).unwrap();
			assert_eq!(records(&read(&bench, file, &part)).len(), 1);
		}
	}
	for (allele, info) in [
		("A]chr2:500]", "SVTYPE=BND;CHR2=chr2"),
		("A.", "SVTYPE=BND"),
		("A]chr1:30]", "SVTYPE=BND;CHR2=chr1"),
		("<BND>", "CHR2=chr2;END=500"),
		("<BND>", "CHR2=chr2;END=21;POS2=500"),
		("<BND>", "CHR2=chr1;POS2=90"),
		("<INS>", "METRANS=chr2,500,500,+"),
		("<INS>", "METRANS=.,.,.,."),
		("<DEL>", "END=30;CHR2=.;POS2=.;SOURCE=."),
		("<CPX>", "END=5000;CPX_INTERVALS=DEL_chr1:20-30,INV_chr1:200-5000"),
		("<CPX>", "SOURCE=caller"),
		("C", "END=."),
	] {
		let bench = bench(&breakend(allele, info));
		for (file, format) in FILES {
			let all = bench.get(file);
			let part = cut(format, &all, &Part::Regions(both())).unwrap();
			assert_eq!(records(&read(&bench, file, &part)).len(), 2, "{allele}");
		}
	}
}

#[test]
fn what_cannot_be_cut_is_refused_with_what_to_do() {
	let bench = bench(&variants(5000));
	let anywhere = || vec![region("chr1", 0, 1000)];
	for (file, format) in FILES {
		let all = bench.get(file);
		let error = refused(format, &all, vec![region("1", 0, 1000)]);
		assert_eq!(error, CutError::UnknownContig { contig: "1".into() });
		let names = |error: CutError| {
			assert!(
				matches!(error, CutError::Malformed { .. } | CutError::Record { .. }),
				"{file}: {error:?}"
			);
		};
		for other in ["some text", "", "\x1f\u{8b}"] {
			names(refused(format, other.as_bytes(), anywhere()));
		}
		if file != "all.vcf" {
			names(refused(format, &all[..all.len() / 2], anywhere()));
		}
	}
	names_the_line("chr1\t1\t.\tA", &bench);
	names_the_line("chr1\tx\t.\tA\tC\t.\t.\t.", &bench);
	names_the_line("chr1\t1\t.\tA\tC\t.\t.\tEND=y", &bench);
	for format in ["fhir-bundle", "fastq", "other"] {
		let error = refused(format, b"x", anywhere());
		assert!(error.to_string().contains("vcf, bcf, bam and cram"), "{error}");
	}
}

fn names_the_line(line: &str, bench: &Bench) {
	let text = String::from_utf8(bench.get("all.vcf")).unwrap();
	let count = records(&text).len() as u64;
	let error = refused("vcf", (text + line).as_bytes(), vec![region("chr1", 0, 1)]);
	assert!(matches!(error, CutError::Record { number, .. } if number == count + 1), "{error:?}");
}

#[test]
fn lengths_of_alleles_and_of_blocks_count_where_there_is_no_end() {
	let header = HEADER.replace("VCFv4.3", "VCFv4.5");
	for (line, met) in [
		("chr1\t10\t.\tA\t<DEL>\t.\t.\tSVLEN=100\tGT\t0/1\t0/0", true),
		("chr1\t10\t.\tA\t<DEL>\t.\t.\tSVLEN=-100\tGT\t0/1\t0/0", true),
		// The position is the one before the event.
		("chr1\t10\t.\tA\t<DEL>\t.\t.\tSVLEN=71\tGT\t0/1\t0/0", true),
		("chr1\t10\t.\tA\t<DEL>\t.\t.\tSVLEN=70\tGT\t0/1\t0/0", false),
		("chr1\t10\t.\tA\t<DEL>\t.\t.\tSVLEN=100;END=.\tGT\t0/1\t0/0", true),
		("chr1\t10\t.\tA\t<INS>\t.\t.\tSVLEN=100\tGT\t0/1\t0/0", false),
		("chr1\t10\t.\tA\t<INS>,<DUP>\t.\t.\tSVLEN=100,90\tGT\t0/1\t0/0", true),
		("chr1\t10\t.\tA\tC,<DUP>\t.\t.\tSVLEN=.,5\tGT\t0/1\t0/0", false),
		("chr1\t10\t.\tA\t<*>\t.\t.\t.\tGT:LEN\t0/0:40\t0/0:100", true),
		("chr1\t10\t.\tA\t<*>\t.\t.\t.\tGT:LEN\t0/0:.\t0/0", false),
		("chr1\t0\t.\tN\t<DEL>\t.\t.\tEND=100\tGT\t0/1\t0/0", true),
		// The end is on the other reference sequence.
		("chr1\t10\t.\tN\t<BND>\t.\t.\tCHR2=chr2;END=100\tGT\t0/1\t0/0", false),
	] {
		let bench = bench_without_index(&format!("{header}{line}\n"));
		let part = Part::Regions(vec![region("chr1", 80, 90)]);
		for (file, format) in FILES {
			let mut all = bench.get(file);
			if format == "bcf" {
				all = with_short_lengths(&all);
			}
			let text = read(&bench, file, &cut(format, &all, &part).unwrap());
			assert_eq!(records(&text).len(), usize::from(met), "{file}: {line}");
		}
	}
}

/// The BCF of a single record, with the length that tools write which do not know of `SVLEN` and `LEN`: that of the bases.
fn with_short_lengths(bcf: &[u8]) -> Vec<u8> {
	let mut plain = Vec::new();
	noodles::bgzf::io::Reader::new(bcf).read_to_end(&mut plain).unwrap();
	let header = u32::from_le_bytes(plain[5..9].try_into().unwrap()) as usize;
	let length = 9 + header + 8 + 8;
	plain[length..length + 4].copy_from_slice(&1u32.to_le_bytes());
	let mut compressed = noodles::bgzf::io::Writer::new(Vec::new());
	compressed.write_all(&plain).unwrap();
	compressed.finish().unwrap()
}

#[test]
fn a_haplotype_is_not_named_by_a_variant_outside() {
	let text = HEADER.to_owned()
		+ "chr1\t20\t.\tA\tG\t.\t.\tDP=1\tGT:PGT:PID\t0|1:0|1:5000_A_T\t0|1:0|1:20_A_G\n"
		+ "chr1\t30\t.\tA\tG\t.\t.\t.\tGT:PID:PS\t0|1:.:5000\t0|1:some_place:20\n"
		+ "chr1\t40\t.\tA\tG\t.\t.\t.\tGT:PID\t0|1:20_A_G\t0|1\n";
	let bench = bench(&text);
	let part = Part::Regions(vec![region("chr1", 0, 100)]);
	for (file, format) in FILES {
		let text = read(&bench, file, &cut(format, &bench.get(file), &part).unwrap());
		let samples: Vec<_> = records(&text)
			.iter()
			.map(|line| line.splitn(10, '\t').last().unwrap().to_owned())
			.collect();
		assert_eq!(
			samples,
			["0|1:0|1:.\t0|1:0|1:20_A_G", "0|1:.:5000\t0|1:.:20", "0|1:20_A_G\t0|1:."],
			"{file}"
		);
	}
}
