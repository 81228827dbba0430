//! A part of a stored body, checked against the hash of the whole.

use std::{
	io::{self, Read},
	ops::Range,
};

use super::{Object, Objects, BODY, PROOF};
use crate::{
	manifest::Manifest,
	ranges::{Plan, Verified},
	stream::BLOCK_BYTES,
	Error, Result,
};

/// How much is planned at a time, in bytes: a plan takes memory for each part of it.
const STEP: u64 = 4096 * BLOCK_BYTES as u64;

/// The bytes of a body in a range. Nothing else is fetched than these and the hashes that they are checked with.
pub(super) struct Part<'a> {
	objects: &'a Objects,
	manifest: &'a Manifest,
	/// What is still to be planned.
	left: Range<u64>,
	now: Option<Verified<Object>>,
}

impl<'a> Part<'a> {
	/// The bytes `range` of the body of a manifest.
	pub(super) fn new(objects: &'a Objects, manifest: &'a Manifest, range: Range<u64>) -> Self {
		Self { objects, manifest, left: range, now: None }
	}

	fn next(&mut self) -> Result<Option<Verified<Object>>> {
		if self.left.is_empty() {
			return Ok(None);
		}
		let end = self.left.end.min(self.left.start.saturating_add(STEP));
		let plan = Plan::new(self.manifest.body_bytes, self.left.start..end);
		self.left.start = end;
		let hashes =
			self.objects.ranges(PROOF, &plan.proof_ranges()).map_err(|error| match error {
				Error::ReadPath { source, .. } if source.kind() == io::ErrorKind::NotFound => {
					Error::NoProof { dataset: self.objects.path().into() }
				},
				// It is shorter than the one of this body.
				Error::ReadPath { source, .. }
					if matches!(
						source.kind(),
						io::ErrorKind::Other | io::ErrorKind::UnexpectedEof
					) =>
				{
					Error::Proof
				},
				other => other,
			})?;
		let body = self.objects.open_range(BODY, plan.body_range())?;
		plan.check(&self.manifest.body_blake3, &hashes.concat(), body).map(Some)
	}
}

impl Read for Part<'_> {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		loop {
			if let Some(now) = &mut self.now {
				match now.read(buffer)? {
					0 if !buffer.is_empty() => self.now = None,
					count => return Ok(count),
				}
			}
			self.now = self.next().map_err(io::Error::other)?;
			if self.now.is_none() {
				return Ok(0);
			}
		}
	}
}
