//! What is negotiated.

use super::{ProvenAncestries, Terms};
use crate::{Balance, DatasetId, Digest, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A side of a negotiation.
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
pub enum Party {
	/// The owner of the dataset, or who acts for the owner.
	Owner,
	/// The member that asks.
	Requester,
}

/// Whether an ethics committee has to sign.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Ethics<AccountId> {
	/// It has not.
	NotNeeded,
	/// It has, and nobody has signed these terms.
	Needed,
	/// This member has signed these terms.
	Signed(AccountId),
}

/// A clause of a policy that consents.
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
pub struct Match {
	/// Its number, from 0.
	pub clause: u8,
	/// By [`ConsentPolicy::hash`](super::ConsentPolicy::hash), the policy that it is a clause of.
	pub policy: Digest,
}

/// An offer that waits for an answer.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal<AccountId> {
	/// The dataset asked for.
	pub dataset: DatasetId,
	/// To whom it is addressed: the owner when the offer was made. Nobody else can agree to it.
	pub owner: AccountId,
	/// Who asks, and in whose account the price is held.
	pub requester: AccountId,
	/// What is asked and offered now.
	pub terms: Terms,
	/// Whose answer it waits for.
	pub turn: Party,
	/// How many counter-offers there were.
	pub round: u8,
	/// How much is held for it, in 10^-18 `DATA`: the price, or less when the owner asks for more.
	pub held: Balance,
	/// When the offer was made.
	pub offered_at: Moment,
	/// Until when an answer may come, inclusive.
	pub answer_by: Moment,
	/// Whether an ethics committee has to sign before a grant can come of it.
	pub ethics: Ethics<AccountId>,
	/// What was proven when it was offered: which diseases are kinds of others.
	pub proven: ProvenAncestries,
	/// Who made the owner's last counter-offer: that is the consent if the requester accepts it.
	pub countered_by: Option<AccountId>,
}
