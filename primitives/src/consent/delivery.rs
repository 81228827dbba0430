//! The handing over of a key, as fair as it can be made.

use crate::{Digest, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The grantee says that the key packet does not open the data.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Dispute {
	/// When it was raised.
	pub at: Moment,
	/// Hash of the salted statement of what is wrong.
	pub reason: Digest,
	/// Until when an auditor may decide, inclusive. Without a decision the delivery counts as rejected.
	pub decide_by: Moment,
}

/// What became of a delivery.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Verdict<AccountId> {
	/// The grantee has not said anything. Past the deadline that is consent.
	Pending,
	/// The grantee confirmed.
	Confirmed {
		/// When.
		at: Moment,
	},
	/// The grantee disputes it, and an auditor is to decide.
	Disputed(Dispute),
	/// The grantee disputed it, and no auditor decided in time.
	Undecided(Dispute),
	/// An auditor found that the packet opens the data: the dispute was false.
	Upheld {
		/// The dispute.
		dispute: Dispute,
		/// Who decided.
		by: AccountId,
		/// When.
		at: Moment,
	},
	/// An auditor found that the packet does not open the data.
	Rejected {
		/// The dispute.
		dispute: Dispute,
		/// Who decided.
		by: AccountId,
		/// When.
		at: Moment,
	},
}

/// The key was handed over.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Delivery<AccountId> {
	/// When.
	pub at: Moment,
	/// BLAKE2b-256 of the Crypt4GH header written for the grantee's key; the header itself travels off chain.
	pub header_hash: Digest,
	/// Until when the grantee may confirm or dispute, inclusive.
	pub confirm_by: Moment,
	/// What became of it.
	pub verdict: Verdict<AccountId>,
}

/// What a delivery is worth at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryState {
	/// It may still be disputed: nothing is earned yet.
	Waiting,
	/// It is accepted, by word, by silence or by ruling: it earns.
	Accepted,
	/// It is disputed and not decided: the money is frozen.
	Frozen,
	/// It was rejected, or not decided in time: it never earns.
	Refused,
}

/// The disputes of a grantee, so that anybody sees how it uses them.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct DisputeRecord {
	/// How many it raised.
	pub raised: u32,
	/// Of how many an auditor found that they were false.
	pub dismissed: u32,
	/// Of how many nobody decided in time, so that everything went back.
	pub undecided: u32,
}

impl<AccountId> Delivery<AccountId> {
	/// What the delivery is worth at the moment `now`.
	pub fn state(&self, now: Moment) -> DeliveryState {
		match &self.verdict {
			Verdict::Pending if now <= self.confirm_by => DeliveryState::Waiting,
			Verdict::Disputed(dispute) if now <= dispute.decide_by => DeliveryState::Frozen,
			Verdict::Disputed(_) | Verdict::Undecided(_) | Verdict::Rejected { .. } => {
				DeliveryState::Refused
			},
			Verdict::Pending | Verdict::Confirmed { .. } | Verdict::Upheld { .. } => {
				DeliveryState::Accepted
			},
		}
	}

	/// When the grantee said what it thinks of the delivery: confirmed, disputed, or let the time for that pass.
	pub fn answered_at(&self) -> Moment {
		match &self.verdict {
			Verdict::Pending => self.confirm_by.saturating_add(1),
			Verdict::Confirmed { at } => *at,
			Verdict::Disputed(dispute)
			| Verdict::Undecided(dispute)
			| Verdict::Upheld { dispute, .. }
			| Verdict::Rejected { dispute, .. } => dispute.at,
		}
	}

	/// Since when the grantee has been disputing the delivery at the moment `at`. Who says that nothing can be read is not let in meanwhile.
	pub fn disputed_since(&self, at: Moment) -> Option<Moment> {
		let (dispute, decided_at) = match &self.verdict {
			Verdict::Pending | Verdict::Confirmed { .. } => return None,
			Verdict::Disputed(dispute) | Verdict::Undecided(dispute) => (dispute, None),
			Verdict::Upheld { dispute, at, .. } | Verdict::Rejected { dispute, at, .. } => {
				(dispute, Some(*at))
			},
		};
		let open = dispute.at <= at && decided_at.is_none_or(|decided| at < decided);
		open.then_some(dispute.at)
	}
}
