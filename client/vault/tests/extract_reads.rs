//! Parts of BAM and CRAM, against samtools.
#![allow(clippy::unwrap_used)]

#[path = "support/parts.rs"]
mod parts;

use std::fmt::Write as _;

use ownome_primitives::Region;
use ownome_vault::{
	extract::{CutError, Part},
	Error,
};
use parts::{cut, region, Bench};

const CONTIGS: [(&str, usize); 2] = [("chr1", 60_000), ("chr2", 40_000)];

/// Bases that look like nothing.
fn bases(contig: usize, length: usize) -> String {
	let mut state = 17 + contig as u64;
	let mut next = || {
		state = state
			.wrapping_mul(6_364_136_223_846_793_005)
			.wrapping_add(1_442_695_040_888_963_407);
		char::from(b"ACGT"[(state >> 60) as usize & 3])
	};
	(0..length).map(|_| next()).collect()
}

/// Pairs of reads along both reference sequences, mates here and there, some of them not aligned.
fn reads() -> (String, String) {
	let mut fasta = String::new();
	let mut sam = "@HD\tVN:1.6\tSO:coordinate\n".to_owned();
	for (index, (name, length)) in CONTIGS.iter().enumerate() {
		writeln!(fasta, ">{name}\n{}", bases(index, *length)).unwrap();
		writeln!(sam, "@SQ\tSN:{name}\tLN:{length}\tUR:/home/doctor/x.fa\tAS:toy").unwrap();
	}
	sam += "@RG\tID:g1\tSM:s1\tLB:l1\tPL:ILLUMINA\tDS:patient seventeen\tCN:doctor\n";
	sam += "@PG\tID:bwa\tPN:bwa\tCL:bwa mem patient-17.fq\n@CO\ta diagnosis\n";
	for (index, (name, length)) in CONTIGS.iter().enumerate() {
		let sequence = bases(index, *length);
		for (number, start) in (0..length - 500).step_by(37).enumerate() {
			let read = &sequence[start..start + 100];
			let quality = "I".repeat(100);
			let (next, mate) = match number % 4 {
				0 => ("=", start + 301),
				1 => ("chr1", 1001),
				_ => ("chr2", 2001),
			};
			let (flag, cigar, quality_of_place, read) = match number % 7 {
				5 => (69, "*", 0, read.to_owned()),
				6 => (
					99,
					"50M10D40M10S",
					60,
					format!(
						"{}{}{}",
						&sequence[start..start + 50],
						&sequence[start + 60..start + 100],
						"ACGTACGTAC"
					),
				),
				_ => (99, "100M", 60, read.to_owned()),
			};
			writeln!(
				sam,
				"{name}.{number}\t{flag}\t{name}\t{}\t{quality_of_place}\t{cigar}\t{next}\t{mate}\t400\t{read}\t{quality}\tRG:Z:g1\tSA:Z:chr2,777,+,50M,60,0;\tMC:Z:100M\tMQ:i:60\tPG:Z:bwa\tAS:i:90\tXS:i:7\ttp:A:P\tcs:Z::100\tXB:Z:chr2,888\tXP:Z:chr2,888,+;\tZA:Z:chr2\txx:Z:chr2\tXT:Z:chr2,9\tPS:i:888\tCO:Z:chr2\tOC:Z:10M",
				start + 1,
			)
			.unwrap();
		}
	}
	writeln!(sam, "lost\t4\t*\t0\t0\t*\t*\t0\t0\tACGT\tIIII").unwrap();
	(fasta, sam)
}

fn bench() -> Bench {
	let bench = Bench::new();
	let (fasta, sam) = reads();
	bench.put("ref.fa", fasta);
	bench.put("all.sam", sam);
	bench.run("samtools faidx ref.fa");
	bench.run("samtools sort --no-PG -O bam -o all.bam all.sam");
	bench.run("samtools index all.bam");
	bench.run("samtools view --no-PG -C -T ref.fa -o all.cram all.bam");
	bench
}

/// What samtools finds aligned in the regions.
fn found(bench: &Bench, regions: &[Region]) -> Vec<Vec<String>> {
	let places: Vec<_> = regions
		.iter()
		.map(|it| format!("{}:{}-{}", String::from_utf8_lossy(&it.contig), it.start + 1, it.end))
		.collect();
	fields(&bench.run(&format!("samtools view -M -F 4 all.bam {}", places.join(" "))))
}

fn fields(sam: &str) -> Vec<Vec<String>> {
	let reads = sam.lines().filter(|line| !line.starts_with('@'));
	reads.map(|line| line.split('\t').map(Into::into).collect()).collect()
}

fn part_of(bench: &Bench, format: &str, regions: &[Region]) -> String {
	let reference = bench.at("ref.fa");
	let all = bench.get(&format!("all.{format}"));
	let part = cut(format, &all, &Part::Regions(regions.to_vec()), Some(&reference)).unwrap();
	bench.put("part.bam", part);
	bench.run("samtools quickcheck part.bam");
	bench.run("samtools index part.bam");
	bench.run("samtools view --no-PG -h part.bam")
}

#[test]
fn the_reads_in_the_regions_are_those_that_samtools_finds() {
	let bench = bench();
	for regions in [
		vec![region("chr1", 1000, 1001)],
		vec![
			region("chr1", 5000, 9000),
			region("chr1", 20_000, 20_050),
			region("chr2", 1990, 2100),
		],
		vec![region("chr2", 39_000, 50_000)],
	] {
		let expected = found(&bench, &regions);
		assert!(!expected.is_empty());
		for format in ["bam", "cram"] {
			let text = part_of(&bench, format, &regions);
			let part = fields(&text);
			assert_eq!(part.len(), expected.len(), "{format}");
			for (mine, theirs) in part.iter().zip(&expected) {
				assert_eq!(mine[0], theirs[0]);
				assert_eq!(mine[2..6], theirs[2..6], "{format}");
				assert_eq!(mine[9..11], theirs[9..11], "{format}");
				for tag in ["RG:Z:g1", "AS:i:90", "XS:i:7", "tp:A:P", "cs:Z::100"] {
					assert!(mine.iter().any(|field| field == tag), "{format}: {tag}");
				}
				for tag in ["XB", "XP", "ZA", "xx", "XT", "PS", "CO", "OC"] {
					assert!(
						!mine[11..].iter().any(|field| field.starts_with(tag)),
						"{format}: {tag}"
					);
				}
				mate_is_here_or_nowhere(mine, theirs, &regions);
			}
			for secret in ["doctor", "patient", "diagnosis", "@PG", "@CO", "SA:Z", "PG:Z"] {
				assert!(!text.contains(secret), "{format}: {secret}");
			}
			assert!(
				text.contains("@RG\tID:g1\tSM:s1\tLB:l1\tPL:ILLUMINA\n") || text.contains("SM:s1")
			);
			assert!(text.contains("SO:coordinate") && text.contains("AS:toy"));
		}
	}
}

fn mate_is_here_or_nowhere(mine: &[String], theirs: &[String], regions: &[Region]) {
	let contig = if theirs[6] == "=" { &theirs[2] } else { &theirs[6] };
	let position = theirs[7].parse::<u32>().unwrap() - 1;
	let here = regions.iter().any(|region| {
		*region.contig == *contig.as_bytes() && (region.start..region.end).contains(&position)
	});
	let tells = mine.iter().any(|field| field.starts_with("MC:Z") || field.starts_with("MQ:i"));
	match here {
		true => {
			assert_eq!((&mine[1], &mine[6..9]), (&theirs[1], &theirs[6..9]));
			assert!(tells);
		},
		false => {
			assert_eq!(mine[6..9], ["*", "0", "0"]);
			assert_eq!(mine[1].parse::<u16>().unwrap() & (0x2 | 0x20), 0);
			assert!(!tells);
		},
	}
}

#[test]
fn the_parts_of_all_reference_sequences_are_all_aligned_reads() {
	let bench = bench();
	for format in ["bam", "cram"] {
		let of = |contig| fields(&part_of(&bench, format, &[region(contig, 0, u32::MAX)]));
		let names: Vec<_> = CONTIGS
			.iter()
			.flat_map(|(name, _)| of(name))
			.map(|read| read[0].clone())
			.collect();
		let all = fields(&bench.run("samtools view -F 4 all.bam"));
		assert_eq!(names, all.into_iter().map(|read| read[0].clone()).collect::<Vec<_>>());
	}
}

#[test]
fn a_cram_is_read_with_its_reference_only() {
	let bench = bench();
	let all = bench.get("all.cram");
	let part = Part::Regions(vec![region("chr1", 0, 10)]);
	let refused = |reference: Option<&str>| {
		let reference = reference.map(|name| bench.at(name));
		match cut("cram", &all, &part, reference.as_deref()) {
			Err(Error::Cut(error)) => error,
			other => panic!("{other:?}"),
		}
	};
	assert_eq!(refused(None), CutError::NoReference);
	for (name, fasta) in [
		("short.fa", ">chr1\nACGT\n>chr2\nACGT\n".to_owned()),
		("other.fa", format!(">chr1\n{}\n>chr2\n{}\n", bases(5, 60_000), bases(6, 40_000))),
		("names.fa", format!(">1\n{}\n>2\n{}\n", bases(0, 60_000), bases(1, 40_000))),
	] {
		bench.put(name, fasta);
		bench.run(&format!("samtools faidx {name}"));
		assert_eq!(refused(Some(name)), CutError::WrongReference, "{name}");
	}
	let missing = cut("cram", &all, &part, Some(&bench.at("none.fa")));
	assert!(matches!(missing, Err(Error::ReadPath { .. })));
}

/// A slice with reads on several reference sequences has no checksum of its own.
#[test]
fn another_reference_is_found_out_in_slices_over_several_sequences() {
	let bench = bench();
	bench.run("samtools view --no-PG -C -T ref.fa --output-fmt-option multi_seq_per_slice=1 -o many.cram all.bam");
	let all = bench.get("many.cram");
	let regions = vec![region("chr2", 1990, 2100)];
	let part = Part::Regions(regions.clone());
	bench.put("part.bam", cut("cram", &all, &part, Some(&bench.at("ref.fa"))).unwrap());
	assert_eq!(fields(&bench.run("samtools view part.bam")).len(), found(&bench, &regions).len());
	bench.put("other.fa", format!(">chr1\n{}\n>chr2\n{}\n", bases(5, 60_000), bases(6, 40_000)));
	bench.run("samtools faidx other.fa");
	assert!(matches!(
		cut("cram", &all, &part, Some(&bench.at("other.fa"))),
		Err(Error::Cut(CutError::WrongReference))
	));
}

#[test]
fn a_cram_with_its_reference_inside_needs_no_other() {
	let bench = bench();
	bench.run(
		"samtools view --no-PG -C -T ref.fa --output-fmt-option embed_ref=1 -o in.cram all.bam",
	);
	let regions = vec![region("chr2", 1990, 2100)];
	let part = cut("cram", &bench.get("in.cram"), &Part::Regions(regions.clone()), None);
	bench.put("part.bam", part.unwrap());
	let part = fields(&bench.run("samtools view part.bam"));
	let expected = found(&bench, &regions);
	assert_eq!(part.len(), expected.len());
	assert!(part.iter().zip(&expected).all(|(mine, theirs)| mine[9..11] == theirs[9..11]));
}

#[test]
fn what_cannot_be_cut_is_refused_with_what_to_do() {
	let bench = bench();
	for format in ["bam", "cram"] {
		let all = bench.get(&format!("all.{format}"));
		let refused = |bytes: &[u8], contig| {
			let part = Part::Regions(vec![region(contig, 0, 50_000)]);
			match cut(format, bytes, &part, Some(&bench.at("ref.fa"))) {
				Err(Error::Cut(error)) => error,
				other => panic!("{format}: {other:?}"),
			}
		};
		assert_eq!(refused(&all, "1"), CutError::UnknownContig { contig: "1".into() });
		for bytes in [b"", &b"some text"[..], &all[..all.len() / 2]] {
			let error = refused(bytes, "chr1");
			assert!(!matches!(error, CutError::UnknownContig { .. }), "{format}: {error:?}");
		}
	}
}
