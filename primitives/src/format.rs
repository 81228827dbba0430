//! The names of data formats, which manifests, statements and the command line write.

use crate::DataFormat;

impl DataFormat {
	/// All formats.
	pub const ALL: [Self; 10] = [
		Self::Vcf,
		Self::Bcf,
		Self::Bam,
		Self::Cram,
		Self::Fastq,
		Self::FhirBundle,
		Self::Phenopacket,
		Self::Imaging,
		Self::WearableStream,
		Self::Other,
	];

	/// Its name: lower case letters and dashes.
	pub fn name(self) -> &'static str {
		match self {
			Self::Vcf => "vcf",
			Self::Bcf => "bcf",
			Self::Bam => "bam",
			Self::Cram => "cram",
			Self::Fastq => "fastq",
			Self::FhirBundle => "fhir-bundle",
			Self::Phenopacket => "phenopacket",
			Self::Imaging => "imaging",
			Self::WearableStream => "wearable-stream",
			Self::Other => "other",
		}
	}

	/// The format of this name.
	pub fn from_name(name: &str) -> Option<Self> {
		Self::ALL.into_iter().find(|format| format.name() == name)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	#[test]
	fn every_format_has_a_name_of_its_own() {
		for (code, format) in DataFormat::ALL.into_iter().enumerate() {
			assert_eq!(format.encode(), [code as u8], "the list has every format at its place");
			assert_eq!(DataFormat::from_name(format.name()), Some(format));
		}
		assert_eq!(DataFormat::from_name("VCF"), None);
	}
}
