//! The contigs of GRCh38 (UCSC names, as in the analysis sets).

/// A chromosome.
pub struct Contig {
	/// The name.
	pub name: &'static str,
	/// The length in bases.
	pub length: u64,
	/// How many copies the sample has: 46,XY. The regions that X and Y share are not told apart.
	pub copies: u8,
}

const fn contig(name: &'static str, length: u64, copies: u8) -> Contig {
	Contig { name, length, copies }
}

/// In the order of the file.
pub const CONTIGS: [Contig; 25] = [
	contig("chr1", 248_956_422, 2),
	contig("chr2", 242_193_529, 2),
	contig("chr3", 198_295_559, 2),
	contig("chr4", 190_214_555, 2),
	contig("chr5", 181_538_259, 2),
	contig("chr6", 170_805_979, 2),
	contig("chr7", 159_345_973, 2),
	contig("chr8", 145_138_636, 2),
	contig("chr9", 138_394_717, 2),
	contig("chr10", 133_797_422, 2),
	contig("chr11", 135_086_622, 2),
	contig("chr12", 133_275_309, 2),
	contig("chr13", 114_364_328, 2),
	contig("chr14", 107_043_718, 2),
	contig("chr15", 101_991_189, 2),
	contig("chr16", 90_338_345, 2),
	contig("chr17", 83_257_441, 2),
	contig("chr18", 80_373_285, 2),
	contig("chr19", 58_617_616, 2),
	contig("chr20", 64_444_167, 2),
	contig("chr21", 46_709_983, 2),
	contig("chr22", 50_818_468, 2),
	contig("chrX", 156_040_895, 1),
	contig("chrY", 57_227_415, 1),
	contig("chrM", 16_569, 1),
];

/// The length of the genome in bases.
pub const GENOME_LENGTH: u64 = {
	let mut sum = 0;
	let mut index = 0;
	while index < CONTIGS.len() {
		sum += CONTIGS[index].length;
		index += 1;
	}
	sum
};
