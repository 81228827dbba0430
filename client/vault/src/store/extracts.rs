//! What is delivered for grants that open a part of a dataset.

use std::{
	io::{self, Read},
	path::{Path, PathBuf},
	slice,
};

use super::{read_blocks, StoredDataset};
use crate::{
	extract::{Cutting, ExtractManifest, Part, MAX_EXTRACT_MANIFEST_BYTES},
	files::{self, Access},
	hashing::Hashing,
	header::{DataKey, Header, MAX_HEADER_BYTES},
	keys::{PublicKey, SecretKey},
	stream, Error, Result,
};

const EXTRACTS: &str = "extracts";

/// For which grant an extract is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtractOf<'a> {
	/// The number of the grant.
	pub grant: u64,
	/// The scope of the grant, as the chain has it, in words.
	pub scope: &'a str,
}

/// An extract that was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredExtract {
	/// What the chain gets.
	pub delivered: [u8; 32],
	/// The hash of its header.
	header: [u8; 32],
}

/// How an owner makes an extract.
#[derive(Clone, Copy, Debug)]
pub struct Extracting<'a> {
	/// The private key of the owner.
	pub secret: &'a SecretKey,
	/// The account that registered the dataset.
	pub registrant: &'a [u8; 32],
	/// Which part.
	pub part: &'a Part,
	/// The reference of a CRAM.
	pub reference: Option<&'a Path>,
}

/// What a grantee wants of what was delivered.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
	/// The private key of the grantee.
	pub secret: &'a SecretKey,
	/// Which part.
	pub part: &'a Part,
	/// The reference of a CRAM, of which only a part is wanted.
	pub reference: Option<&'a Path>,
	/// The file to write.
	pub text: &'a Path,
}

/// Decrypts data blocks with the keys that are there.
type Decrypt<'a> = dyn FnMut(&[DataKey], &mut (dyn Read + Send)) -> Result<()> + 'a;

impl Wanted<'_> {
	/// Writes the file, if `read` gives all blocks of a text of this format to what it gets, and finds them right.
	pub(super) fn write(
		&self,
		format: &str,
		read: impl FnOnce(&mut Decrypt<'_>) -> Result<()>,
	) -> Result<String> {
		let cutting = Cutting { format, part: self.part, reference: self.reference };
		let format = cutting.format_of_part()?.to_owned();
		files::create(self.text, Access::Private, |output| {
			read(&mut |keys, blocks| match self.part {
				Part::Everything => stream::decrypt_body(keys, blocks, &mut *output),
				_ => cutting.through(
					|text| stream::decrypt_body(keys, blocks, text),
					|mut part| io::copy(&mut part, &mut *output).map(drop).map_err(Error::Write),
				)?,
			})
		})?;
		Ok(format)
	}
}

impl StoredDataset {
	/// Makes the extract of a grant for `reader`, under a data key of its own. As for
	/// [`StoredDataset::header_for`], the whole body is read, and the part is cut from what the account registered only.
	///
	/// # Errors
	/// As [`StoredDataset::header_for`], [`Error::Cut`], and those of writing.
	pub fn add_extract(
		&self,
		of: ExtractOf<'_>,
		reader: &PublicKey,
		making: &Extracting<'_>,
	) -> Result<StoredExtract> {
		self.objects.expect_writable()?;
		let manifest = self.manifest_of(making.registrant)?;
		let cutting =
			Cutting { format: &manifest.format, part: making.part, reference: making.reference };
		let format = cutting.format_of_part()?;
		let data_key = DataKey::generate()?;
		let header = Header::new(&data_key, &[*reader])?;
		let body = body_name(&header.hash());

		let mut made = None;
		let opened = self.open_body(making.secret, &manifest, |key, blocks| {
			let digest = self.objects.write(&body, Access::Shared, |file| {
				cutting.through(
					|text| stream::decrypt_body(slice::from_ref(key), blocks, text),
					|part| {
						let mut written = Hashing::new(file);
						stream::encrypt_body(&data_key, part, &mut written)?;
						Ok(written.digest())
					},
				)?
			});
			match digest {
				Err(error @ (Error::Block { .. } | Error::Read(_) | Error::Interrupted)) => {
					Err(error)
				},
				// Whether these are the data at all is said first.
				other => {
					made = Some(other);
					Ok(())
				},
			}
		});
		let stored = opened.and_then(|_| {
			let digest = made.take().unwrap_or(Err(Error::Interrupted))?;
			self.put_extract(of, format, &header, digest)
		});
		stored.inspect_err(|_| {
			// Where it was not made, there is nothing to remove.
			let _ = self.objects.delete(&body);
		})
	}

	/// Stores what belongs to a body. The manifest comes last: with it, there is an extract.
	fn put_extract(
		&self,
		of: ExtractOf<'_>,
		format: &str,
		header: &Header,
		body: (u64, [u8; 32]),
	) -> Result<StoredExtract> {
		let manifest = ExtractManifest::new(of.grant, of.scope, format, header, body)?;
		let bytes = manifest.to_bytes();
		let delivered = ExtractManifest::delivered_as(&bytes);
		let name = header_name(&header.hash());
		self.objects.create(&name, header.as_bytes(), Access::Shared)?;
		self.objects
			.create(&manifest_name(&delivered), &bytes, Access::Shared)
			.inspect_err(|_| {
				// The error that counts is the one above.
				let _ = self.objects.delete(&name);
			})?;
		Ok(StoredExtract { delivered, header: manifest.header })
	}

	/// The name of an extract in the store; where that is a folder, the path of its manifest.
	pub fn extract_path(&self, delivered: &[u8; 32]) -> PathBuf {
		self.objects.path_of(&manifest_name(delivered))
	}

	/// Removes an extract, also while work is being interrupted.
	///
	/// # Errors
	/// Those of removing.
	pub fn remove_extract(&self, extract: &StoredExtract) -> Result<()> {
		let StoredExtract { delivered, header } = extract;
		let names = [manifest_name(delivered), header_name(header), body_name(header)];
		names.iter().try_for_each(|name| self.objects.delete(name))
	}

	/// Decrypts the extract of a grant, or a part of it, into a file, which is written only if everything is as its owner delivered it:
	/// `delivered` is what the chain has. Nothing else of the dataset is read. Gives the format of what is written.
	///
	/// # Errors
	/// [`Error::NoExtract`], [`Error::WrongExtract`], [`Error::OtherExtract`], [`Error::NotForThisKey`], [`Error::UnsupportedPacket`],
	/// [`Error::Cut`], [`Error::Exists`], [`Error::ReadPath`], [`Error::WritePath`], [`Error::DiskFull`] and [`Error::Interrupted`].
	pub fn fetch_extract(
		&self,
		delivered: &[u8; 32],
		of: ExtractOf<'_>,
		wanted: &Wanted<'_>,
	) -> Result<String> {
		let ExtractOf { grant, scope } = of;
		let manifest = self.extract_manifest(delivered, grant)?;
		let other = |reason| Error::OtherExtract { grant, reason };
		if manifest.grant != grant {
			return Err(other("it names another grant"));
		}
		if manifest.scope != scope {
			return Err(other("it names another scope"));
		}
		let wrong = || Error::WrongExtract { grant };
		let bytes = self.objects.read(&header_name(&manifest.header), MAX_HEADER_BYTES)?;
		let header = Header::from_bytes(&bytes).map_err(|_| wrong())?;
		if header.hash() != manifest.header {
			return Err(wrong());
		}
		let keys = header.open(wanted.secret)?;
		wanted.write(&manifest.format, |decrypt| {
			let digest = (manifest.body_bytes, manifest.body_blake3);
			let name = body_name(&manifest.header);
			read_blocks(&self.objects, &name, digest, wrong, |body| decrypt(&keys, body))?
				.ok_or_else(|| other("its header does not open its data"))
		})
	}

	/// The manifest of what was delivered, byte for byte.
	fn extract_manifest(&self, delivered: &[u8; 32], grant: u64) -> Result<ExtractManifest> {
		let name = manifest_name(delivered);
		let bytes = match self.objects.read(&name, MAX_EXTRACT_MANIFEST_BYTES) {
			Err(Error::ReadPath { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
				return Err(Error::NoExtract { path: self.objects.path_of(&name), grant });
			},
			other => other?,
		};
		if ExtractManifest::delivered_as(&bytes) != *delivered {
			return Err(Error::WrongExtract { grant });
		}
		let reason = "its manifest is none of version 1";
		ExtractManifest::from_bytes(&bytes).ok_or(Error::OtherExtract { grant, reason })
	}
}

fn manifest_name(delivered: &[u8; 32]) -> String {
	format!("{EXTRACTS}/{}.json", hex::encode(delivered))
}

fn header_name(header: &[u8; 32]) -> String {
	format!("{EXTRACTS}/{}.c4gh-header", hex::encode(header))
}

fn body_name(header: &[u8; 32]) -> String {
	format!("{EXTRACTS}/{}.c4gh-body", hex::encode(header))
}
