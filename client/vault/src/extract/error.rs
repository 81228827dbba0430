//! Why a text cannot be cut.

/// Why a part of a text cannot be cut out. No variant carries anything of the text but the name of a type of resource.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CutError {
	/// Nobody knows how to cut this format, or not into such parts.
	#[error("Data of the format '{format}' cannot be cut into {parts}: {known}.")]
	Format {
		/// The format.
		format: String,
		/// What the parts are.
		parts: &'static str,
		/// For which formats it can be done.
		known: &'static str,
	},
	/// The text is not in the format.
	#[error("The data are not of the format '{format}' ({reason}): register them anew with the format that they have.")]
	Malformed {
		/// The format.
		format: &'static str,
		/// What is wrong.
		reason: &'static str,
	},
	/// The text is not what its format says.
	#[error(
		"The data cannot be read as '{format}': register data that other tools can read as well."
	)]
	Damaged {
		/// The format.
		format: String,
	},
	/// One of the records cannot be read.
	#[error("Record {number} of the data cannot be read as {format} ({reason}): register data that other tools can read as well.")]
	Record {
		/// The number of the record, counted from 1.
		number: u64,
		/// The format.
		format: &'static str,
		/// What is wrong.
		reason: &'static str,
	},
	/// A granted region is on a reference sequence that the text does not have.
	#[error("The data know no reference sequence '{contig}': name it as they do ('chr1' and '1' are two names), with new terms.")]
	UnknownContig {
		/// Its name.
		contig: String,
	},
	/// A record that is granted tells something about a place that is not.
	#[error("Record {number} of the data is in a granted region and names a place outside of them, the other end of a rearrangement: grant that place too, or regions without this record.")]
	Elsewhere {
		/// The number of the record, counted from 1.
		number: u64,
	},
	/// The text stands on a reference that is not in it.
	#[error("This CRAM needs the reference to which its reads were aligned: give it as FASTA, with its index FILE.fai beside it, with --reference.")]
	NoReference,
	/// The reference is not the one of the text.
	#[error("The reference does not have the sequences to which the reads were aligned: give that FASTA with --reference, with its index FILE.fai beside it.")]
	WrongReference,
	/// A resource that is granted has one inside which is not.
	#[error("A resource in entry {number} contains another of the type {resource_type}, which is not granted and cannot be taken out: grant this type too, or register the data without it.")]
	Nested {
		/// The number of the entry, counted from 1.
		number: u64,
		/// The type of what is inside.
		resource_type: String,
	},
	/// An entry says by a search which resource it is about.
	#[error("Entry {number} of the Bundle names a resource by what is in it, in a search: register the resources in a Bundle of the type 'collection'.")]
	Search {
		/// The number of the entry, counted from 1.
		number: u64,
	},
	/// Another kind of bundle than those that are lists.
	#[error("A Bundle of the type '{bundle_type}' is a whole that cannot be cut: register its resources in one of the type 'collection'.")]
	Bundle {
		/// The type.
		bundle_type: String,
	},
}
