//! What is asked for and offered.

use super::Scope;
use crate::{duo::purpose::Purpose, Balance, Digest, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_crypto_hashing::blake2_256;
use sp_runtime::Percent;

/// Separates the hashes of terms from every other use of BLAKE2b-256.
const DOMAIN: [u8; 14] = *b"ownome/terms/1";

/// What a requester asks for and offers in return.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Terms {
	/// What the data are wanted for.
	pub purpose: Purpose,
	/// How much of the dataset is wanted.
	pub scope: Scope,
	/// For how long, in milliseconds from the grant.
	pub period: Moment,
	/// The whole price, in 10^-18 `DATA`.
	pub price: Balance,
	/// The part of the price that is earned when the key is delivered. The rest is spread evenly over the period, and
	/// earned for the time for which the grantee had the key.
	pub upfront: Percent,
	/// How many accesses are wanted, any number if `None`. With the last one the grant ends; the price goes on being earned by time, so that
	/// no custodian's word moves money.
	pub accesses: Option<u32>,
}

impl Terms {
	/// By what an answer names the terms that it answers: `BLAKE2b-256("ownome/terms/1" ++ SCALE(terms))`.
	pub fn hash(&self) -> TermsHash {
		TermsHash((DOMAIN, self).using_encoded(blake2_256))
	}
}

/// The hash of terms, so that nobody agrees to others than those that were read.
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
pub struct TermsHash(pub Digest);
