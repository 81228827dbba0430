use std::collections::BTreeSet;

use super::*;

fn text(records: u64, seed: u64) -> String {
	let mut bytes = Vec::new();
	write(&mut bytes, records, seed).unwrap();
	String::from_utf8(bytes).unwrap()
}

fn lines(text: &str) -> (Vec<&str>, Vec<Vec<&str>>) {
	let (header, records): (Vec<_>, Vec<_>) = text.lines().partition(|line| line.starts_with('#'));
	(header, records.into_iter().map(|line| line.split('\t').collect()).collect())
}

#[test]
fn the_header_comes_first_and_declares_what_is_used() {
	let text = text(500, 1);
	let (header, records) = lines(&text);
	assert_eq!(header[0], "##fileformat=VCFv4.3");
	assert!(text.lines().take(header.len()).all(|line| line.starts_with('#')));
	assert_eq!(header.iter().filter(|line| line.starts_with("##contig=<ID=chr")).count(), 25);
	assert!(header.contains(&"##contig=<ID=chr1,length=248956422,assembly=GRCh38>"));
	assert_eq!(header.last().unwrap().split('\t').count(), 10);
	let declared = |kind: &str, id: &str| {
		assert!(header.iter().any(|line| line.starts_with(&format!("##{kind}=<ID={id},"))), "{id}");
	};
	for record in &records {
		declared("FILTER", record[6]);
		record[7]
			.split(';')
			.for_each(|field| declared("INFO", field.split_once('=').unwrap().0));
		record[8].split(':').for_each(|id| declared("FORMAT", id));
	}
}

#[test]
fn there_are_as_many_records_as_asked_for() {
	for records in [1, 2, 24, 20_000] {
		assert_eq!(lines(&text(records, 3)).1.len() as u64, records);
	}
}

#[test]
fn records_are_sorted_unique_apart_and_within_their_contig() {
	let text = text(50_000, 7);
	let (_, records) = lines(&text);
	let place = |record: &[&str]| -> (usize, u64) {
		let contig = CONTIGS.iter().position(|contig| contig.name == record[0]).unwrap();
		(contig, record[1].parse().unwrap())
	};
	for record in &records {
		let (contig, position) = place(record);
		assert!(position >= 1 && position + record[3].len() as u64 - 1 <= CONTIGS[contig].length);
	}
	for pair in records.windows(2) {
		let (before, after) = (place(&pair[0]), place(&pair[1]));
		assert!((before.0, before.1 + pair[0][3].len() as u64 - 1) < after, "{pair:?}");
	}
	let contigs: BTreeSet<_> = records.iter().map(|record| record[0]).collect();
	assert!(contigs.len() >= 24);
}

#[test]
fn the_greatest_file_has_room_on_every_contig() {
	for contig in &CONTIGS {
		let count = MAX_RECORDS * contig.length / GENOME_LENGTH + 1;
		assert!(contig.length / count > 2 * MAX_INDEL, "{}", contig.name);
	}
}

#[test]
fn alleles_and_samples_are_plausible() {
	let text = text(20_000, 1);
	let (_, records) = lines(&text);
	let mut snvs = 0;
	for record in &records {
		let (reference, alternative) = (record[3], record[4]);
		assert_ne!(reference, alternative);
		assert!(format!("{reference}{alternative}").bytes().all(|base| BASES.contains(&base)));
		match (reference.len(), alternative.len()) {
			(1, 1) => snvs += 1,
			(one, other) => {
				assert!(one == 1 || other == 1);
				assert_eq!(reference.as_bytes()[0], alternative.as_bytes()[0]);
				assert!(one.max(other) as u64 <= MAX_INDEL + 1);
			},
		}
		let sample: Vec<_> = record[9].split(':').collect();
		let haploid = ["chrX", "chrY", "chrM"].contains(&record[0]);
		assert_eq!(sample[0].len(), if haploid { 1 } else { 3 });
		let depths: Vec<u64> = sample[1].split(',').map(|depth| depth.parse().unwrap()).collect();
		assert_eq!(depths.iter().sum::<u64>().to_string(), sample[2]);
		let (count, copies) = (sample[0].matches('1').count(), if haploid { 1 } else { 2 });
		assert_eq!(record[7], format!("AC={count};AN={copies};DP={}", sample[2]));
	}
	assert!((16_000..19_000).contains(&snvs), "{snvs}");
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
	assert_eq!(text(3000, 5), text(3000, 5));
	assert_ne!(text(3000, 5), text(3000, 6));
	// The bytes are part of what others build on: a change here is a change of the example.
	let text = text(20_000, 1);
	let (_, records) = lines(&text);
	assert_eq!(
		records[0].join(" "),
		"chr1 87493 . GC G 850 PASS AC=2;AN=2;DP=35 GT:AD:DP:GQ 1/1:0,35:35:85"
	);
	assert_eq!(
		records[19_999].join(" "),
		"chrM 7657 . C A 380 PASS AC=1;AN=1;DP=39 GT:AD:DP:GQ 1:0,39:39:38"
	);
}
