//! The one error type of the crate.

use std::{
	io,
	path::{Path, PathBuf},
};

use ownome_primitives::Mondo;

use crate::{duo::FormError, extract::CutError, fhir::Finding, files::STANDARD};

/// The result of everything in this crate that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, and what to do about it. No variant carries a secret.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
	/// The disk is full.
	#[error("The disk is full: free some space for {} and run the command again.", .path.display())]
	DiskFull {
		/// The file or folder that was being written.
		path: PathBuf,
	},
	/// A file or folder could not be read.
	#[error("Could not read {}, check that it exists and that you may read it: {source}.", .path.display())]
	ReadPath {
		/// The file or folder.
		path: PathBuf,
		/// The answer of the operating system.
		source: io::Error,
	},
	/// A file or folder could not be written.
	#[error("Could not write {}, check that its folder exists and that you may write there: {source}.", .path.display())]
	WritePath {
		/// The file or folder.
		path: PathBuf,
		/// The answer of the operating system.
		source: io::Error,
	},
	/// The input of a stream failed.
	#[error("The input could not be read, check it and run the command again: {0}.")]
	Read(#[source] io::Error),
	/// The output of a stream failed.
	#[error("The output could not be written, check it and run the command again: {0}.")]
	Write(#[source] io::Error),
	/// The name is taken by something which must not be replaced.
	#[error("{} exists already: choose another name, or move it away first.", .path.display())]
	Exists {
		/// The name that is taken.
		path: PathBuf,
	},
	/// Bytes, or the hashes to check them with, do not belong to the body.
	#[error("The data, or the proof file beside them, are not the registered ones: ask the custodian for an intact copy.")]
	Proof,
	/// Somebody wanted the work to end.
	#[error("The work was interrupted: nothing was left behind, run the command again.")]
	Interrupted,
	/// The operating system gave no random bytes.
	#[error("The operating system gives no random bytes: nothing was written, try again later.")]
	Random,
	/// A key file is not one of the kind that is needed.
	#[error("{} is not a {kind} key ({reason}): give the file which the key generation wrote.", .path.display())]
	KeyFile {
		/// The key file.
		path: PathBuf,
		/// What key it should be, `Crypt4GH public` for example.
		kind: &'static str,
		/// What is wrong with it.
		reason: &'static str,
	},
	/// A private key is in something else than a file.
	#[error("{} is not a file: give the file with the key.", .path.display())]
	NotAFile {
		/// What was given.
		path: PathBuf,
	},
	/// There is no folder for a new file.
	#[error("There is no folder {}: make it, or write {} to another one.", .folder.display(), .path.display())]
	NoFolder {
		/// The folder.
		folder: PathBuf,
		/// The file or folder that was to be written.
		path: PathBuf,
	},
	/// A private key is not private.
	#[error("The private key {} can be read by others: run `chmod 600 {}`.", .path.display(), .path.display())]
	KeyExposed {
		/// The key file.
		path: PathBuf,
	},
	/// A private key is locked in a way which this crate does not know.
	#[error("{} is locked with {method}, which is not supported: lock it again with scrypt, or generate a new key.", .path.display())]
	KeyLock {
		/// The key file.
		path: PathBuf,
		/// The name of the key derivation function or the cipher.
		method: String,
	},
	/// The passphrase does not open the private key.
	#[error("The passphrase does not open {}: type it again.", .path.display())]
	Passphrase {
		/// The key file.
		path: PathBuf,
	},
	/// The passphrase could not be asked for.
	#[error("The passphrase of {} could not be read, run the command in a terminal: {source}.", .path.display())]
	NoPassphrase {
		/// The key file.
		path: PathBuf,
		/// Why not.
		source: io::Error,
	},
	/// An empty passphrase protects nothing.
	#[error("The passphrase is empty: type one, or ask for a key without a passphrase.")]
	EmptyPassphrase,
	/// Nobody could open what would be written.
	#[error("No recipient is given: name at least one public key.")]
	NoRecipient,
	/// More packets than a header may have.
	#[error("A header has room for {max} packets: name fewer recipients.")]
	TooManyRecipients {
		/// The greatest number of packets.
		max: usize,
	},
	/// More bytes than a header may have.
	#[error("The header would be larger than {max} bytes: name fewer recipients, or fewer parts of the file.")]
	HeaderTooLarge {
		/// The greatest length in bytes.
		max: usize,
	},
	/// The public key is one of the few points with which no secret can be shared.
	#[error("{key} is not a usable public key: ask its holder for another one.")]
	WeakPublicKey {
		/// The public key in hex.
		key: String,
	},
	/// The file does not begin with a header of Crypt4GH.
	#[error("This is not a Crypt4GH file of version 1 ({reason}): check the name of the file.")]
	Header {
		/// What is wrong with it.
		reason: &'static str,
	},
	/// No packet of the header is for the key.
	#[error("The header was not made for this private key: use the key it was made for, or ask the owner for access.")]
	NotForThisKey,
	/// The packets for the key were written by somebody else.
	#[error("The header was not written by the given sender: do not trust the file, or check the sender's public key.")]
	OtherSender,
	/// The packet opens, and says something that this crate does not do.
	#[error(
		"The header asks for {what}, which is not supported: ask its writer for a file without it."
	)]
	UnsupportedPacket {
		/// What it asks for.
		what: &'static str,
	},
	/// A data block is not what was encrypted.
	#[error("Data block {index} does not decrypt: the file is damaged, cut short or changed, get it again.")]
	Block {
		/// The number of the block, counted from 0.
		index: u64,
	},
	/// The manifest is not a manifest.
	#[error("{} is not a dataset manifest of version 1 ({reason}): get the dataset again from its custodian.", .path.display())]
	Manifest {
		/// The manifest.
		path: PathBuf,
		/// What is wrong with it.
		reason: String,
	},
	/// The name of a format is not a plain word.
	#[error("'{0}' is not the name of a format: use up to 32 lower case letters, digits and dashes, for example vcf.")]
	FormatName(String),
	/// The file is not in the form that it should be in.
	#[error("{} is not a {name}: {error}.", .path.display())]
	Form {
		/// The file.
		path: PathBuf,
		/// What it should be.
		name: &'static str,
		/// What is wrong with it, and where.
		error: FormError,
	},
	/// A `Consent` of FHIR says what a policy cannot, and a policy without it would allow more.
	#[error("{} cannot be read as a policy, which would allow more than it: {}.", .path.display(), join(.findings))]
	NotExpressed {
		/// The file.
		path: PathBuf,
		/// What a policy cannot say, and where it stands.
		findings: Vec<Finding>,
	},
	/// The name says no place where a store can be.
	#[error("{} is not the name of a store ({reason}): give a folder, s3://bucket/prefix, or https://host/path to read only.", .name.display())]
	StoreName {
		/// The name.
		name: PathBuf,
		/// What is wrong with it.
		reason: &'static str,
	},
	/// Something was to be written where one can only read.
	#[error("{} can only be read: write to the folder or the bucket behind it.", .path.display())]
	StoreReadOnly {
		/// The store, or what was to be written there.
		path: PathBuf,
	},
	/// The server of a store was not reached, or did not do what it was asked.
	#[error("There is no usable answer about {} ({reason}): check the address, the network and the AWS_ variables, and run the command again.", .path.display())]
	StoreAnswer {
		/// What it was asked about.
		path: PathBuf,
		/// What it said, or why it said nothing.
		reason: String,
	},
	/// The store holds no such dataset.
	#[error("The store {} holds no dataset {commitment}: check the name of the store, or ask the custodian for the dataset.", .store.display())]
	NoDataset {
		/// The name of the store.
		store: PathBuf,
		/// The commitment in hex.
		commitment: String,
	},
	/// A part of a dataset cannot be checked without the rest.
	#[error("{} has no proof file, with which a part can be checked: ask the custodian to make it with `ownome dataset prove`, or get the whole.", .dataset.display())]
	NoProof {
		/// The dataset in its store.
		dataset: PathBuf,
	},
	/// The manifest in the store is not the one committed to.
	#[error("The manifest stored for dataset {commitment} is not the one the owner committed to: refuse this copy and ask the custodian for another.")]
	WrongManifest {
		/// The commitment in hex.
		commitment: String,
	},
	/// Somebody registered a seal whose manifest is another's.
	#[error("The manifest of dataset {commitment} names another owner than the account in whose name it is registered: it was copied, so refuse this dataset.")]
	CopiedManifest {
		/// The commitment in hex.
		commitment: String,
	},
	/// The body in the store is not the one of the manifest.
	#[error("The data stored for dataset {commitment} are not the data its manifest names: refuse this copy and ask the custodian for another.")]
	WrongBody {
		/// The commitment in hex.
		commitment: String,
	},
	/// The header that was delivered opens, but its data key is that of another file.
	#[error("The delivered header does not fit the data of dataset {commitment}: ask the owner to revoke the grant, which gives back what is not earned yet, and make a new offer.")]
	WrongHeader {
		/// The commitment in hex.
		commitment: String,
	},
	/// No data key in the owner's header in the store is that of the body.
	#[error("The owner's header stored for dataset {commitment} does not fit its data: refuse this copy and ask the custodian for another.")]
	WrongOwnerHeader {
		/// The commitment in hex.
		commitment: String,
	},
	/// The file is not the one that the manifest describes.
	#[error("{} is not the file of this manifest ({reason}): get the dataset again from its custodian.", .path.display())]
	WrongFile {
		/// The file.
		path: PathBuf,
		/// What does not fit.
		reason: String,
	},
	/// The file is not encrypted.
	#[error("{} is as long as the data before encryption: give the encrypted file, body.c4gh in the store of the custodian.", .path.display())]
	PlainFile {
		/// The file.
		path: PathBuf,
	},
	/// A batch of nothing.
	#[error("The batch is empty: give at least one dataset.")]
	EmptyBatch,
	/// More than one batch can hold.
	#[error("A batch has room for {max} datasets: make several batches.")]
	BatchTooLarge {
		/// The greatest number of datasets.
		max: u64,
	},
	/// The file is no batch tree, or not a whole one.
	#[error("{} is not a whole batch tree of version 1 ({reason}): build it again from the same list.", .path.display())]
	BatchFile {
		/// The tree.
		path: PathBuf,
		/// What is wrong with it.
		reason: &'static str,
	},
	/// The batch is smaller.
	#[error("The batch has {count} datasets, counted from 0: give a number below that.")]
	NoLeaf {
		/// How many datasets it has.
		count: u64,
	},
	/// The file proves nothing.
	#[error("{} does not prove that a dataset is in a batch ({reason}): ask the institution for the proof again.", .path.display())]
	BatchProof {
		/// The file of the proof.
		path: PathBuf,
		/// What is wrong with it.
		reason: String,
	},
	/// The text is no term of an ontology that is known here.
	#[error("{hint}.")]
	Term {
		/// What it should look like.
		hint: &'static str,
	},
	/// The file is no release of MONDO that can be used.
	#[error("{} is not a release of MONDO as OBO Graphs ({reason}): get mondo.json of a release from its publisher.", .path.display())]
	OntologyFile {
		/// The file.
		path: PathBuf,
		/// What is wrong with it.
		reason: String,
	},
	/// The release does not have this disease, or not any more.
	#[error("The release {version} has no class {disease} that is not obsolete: look the disease up at https://mondo.monarchinitiative.org.")]
	NoDisease {
		/// The disease.
		disease: Mondo,
		/// The release.
		version: String,
	},
	/// A proof of something that is not so.
	#[error("In the release {version}, {descendant} is not a kind of {ancestor}: name the narrower disease first, or another one.")]
	NotAKindOf {
		/// The disease that would be the narrower one.
		descendant: Mondo,
		/// The disease that would be the wider one.
		ancestor: Mondo,
		/// The release.
		version: String,
	},
	/// More terms than the chain takes for one dataset.
	#[error("A dataset has room for {max} tags: give fewer terms.")]
	TooManyTerms {
		/// The greatest number of tags.
		max: u32,
	},
	/// A part of a text cannot be cut out.
	#[error(transparent)]
	Cut(#[from] CutError),
	/// What was delivered for a grant is not there.
	#[error("There is no {}, which was delivered for grant {grant}: ask the custodian for it, or the owner.", .path.display())]
	NoExtract {
		/// What is missing.
		path: PathBuf,
		/// The number of the grant.
		grant: u64,
	},
	/// What is stored for a grant is not what its owner delivered.
	#[error("The extract stored for grant {grant} is not the one that its owner delivered: refuse this copy and ask the custodian for another.")]
	WrongExtract {
		/// The number of the grant.
		grant: u64,
	},
	/// What the owner delivered for a grant is for another one, or for other parts.
	#[error("The extract delivered for grant {grant} was made for something else ({reason}): dispute the delivery with `ownome grant dispute`.")]
	OtherExtract {
		/// The number of the grant.
		grant: u64,
		/// What is different.
		reason: &'static str,
	},
	/// A field of a statement cannot be used.
	#[error("The {field} of a statement is a line of 1 to {max} bytes: write it so.")]
	StatementText {
		/// What it says.
		field: &'static str,
		/// The greatest length in bytes.
		max: usize,
	},
	/// The file is no statement.
	#[error("{} is not a signed statement of version 1 ({reason}): get the file that `ownome statement create` wrote.", .path.display())]
	Statement {
		/// The statement.
		path: PathBuf,
		/// What is wrong with it.
		reason: String,
	},
}

fn join(findings: &[Finding]) -> String {
	findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl Error {
	/// `source` happened while `path` was read. A reader that knows more says it by an error of this crate inside.
	pub(crate) fn read(path: &Path, source: io::Error) -> Self {
		match source.downcast() {
			Ok(error) => error,
			Err(source) => Self::ReadPath { path: path.into(), source },
		}
	}

	/// `source` happened while `path` was written.
	pub(crate) fn write(path: &Path, source: io::Error) -> Self {
		match source.kind() {
			io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
				Self::DiskFull { path: path.into() }
			},
			io::ErrorKind::AlreadyExists => Self::Exists { path: path.into() },
			// An error with something inside comes with the name of a temporary file, of which nobody has heard.
			kind if source.get_ref().is_some() => {
				Self::WritePath { path: path.into(), source: kind.into() }
			},
			_ => Self::WritePath { path: path.into(), source },
		}
	}

	/// Names the files behind the two ends of a stream. The standard input and output have no name.
	pub(crate) fn between(self, input: &Path, output: &Path) -> Self {
		let named = |path: &Path| path != Path::new(STANDARD);
		match self {
			Self::Read(source) if named(input) => Self::read(input, source),
			Self::Write(source) if named(output) => Self::write(output, source),
			other => other,
		}
	}
}
