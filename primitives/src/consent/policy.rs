//! What an owner says once about all requests.

use super::Terms;
use crate::{
	duo::{Clause, Decision, Flaw},
	verify_inclusion, Balance, BatchProof, BatchRoot, DatasetId, Digest, Moment, Mondo,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_crypto_hashing::blake2_256;
use sp_runtime::BoundedVec;

/// Separates the hashes of policies from every other use of BLAKE2b-256.
const POLICY_DOMAIN: [u8; 15] = *b"ownome/policy/1";

/// The greatest number of clauses in a policy.
pub const MAX_POLICY_CLAUSES: u32 = 8;
/// The greatest number of proofs of ancestry with one offer.
pub const MAX_ANCESTRY_PROOFS: u32 = 8;

/// One of the alternatives of a policy.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ConsentClause {
	/// For what, by the Data Use Ontology.
	pub duo: Clause,
	/// For how long at most, in milliseconds.
	pub longest_period: Moment,
	/// The price from which on a match is consent, in 10^-18 `DATA`. For less the owner is asked.
	pub ask: Balance,
	/// Whether the match alone is consent, so that the owner need not answer.
	pub standing: bool,
	/// Whether an ethics committee has to sign as well.
	pub ethics: bool,
}

/// What an owner consents to: any of the clauses.
pub type Clauses = BoundedVec<ConsentClause, ConstU32<MAX_POLICY_CLAUSES>>;

/// What an owner says once about all requests.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ConsentPolicy {
	/// The alternatives, of which one is enough.
	pub clauses: Clauses,
}

/// For what a policy holds. That of a dataset comes before that of its owner.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum PolicyTarget<AccountId> {
	/// For this dataset, whoever owns it.
	Dataset(DatasetId),
	/// For all datasets of this owner that have no policy of their own.
	AllOf(AccountId),
}

/// Why something is not a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyFlaw {
	/// It has no clause.
	NoClause,
	/// A clause allows no period.
	NoPeriod,
	/// A clause is flawed by the rules of the ontology.
	Duo(Flaw),
}

impl fmt::Display for PolicyFlaw {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoClause => f.write_str("a policy needs at least one clause"),
			Self::NoPeriod => f.write_str("the longest period of a clause must not be zero"),
			Self::Duo(flaw) => flaw.fmt(f),
		}
	}
}

impl core::error::Error for PolicyFlaw {}

/// What a policy says to terms.
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
pub enum Answer {
	/// The owner consents by this clause, and nobody needs to be asked.
	Consent {
		/// The number of the clause, from 0.
		clause: u8,
	},
	/// The owner consents by this clause as soon as an ethics committee has signed.
	ConsentAfterEthics {
		/// The number of the clause, from 0.
		clause: u8,
	},
	/// The owner has to be asked.
	Ask {
		/// Whether an ethics committee has to sign before the owner may approve.
		ethics: bool,
	},
	/// Every clause that would allow the purpose allows only shorter periods.
	TooLong,
	/// No clause allows the purpose.
	Deny,
}

impl ConsentPolicy {
	/// By what it is told whether a policy is still the same: `BLAKE2b-256("ownome/policy/1" ++ SCALE(policy))`.
	pub fn hash(&self) -> Digest {
		(POLICY_DOMAIN, self).using_encoded(blake2_256)
	}

	/// Whether this is a policy that says what it should. The answer to terms is a safe one in any case.
	pub fn check(&self) -> Result<(), PolicyFlaw> {
		if self.clauses.is_empty() {
			return Err(PolicyFlaw::NoClause);
		}
		self.clauses.iter().try_for_each(|clause| {
			if clause.longest_period == 0 {
				return Err(PolicyFlaw::NoPeriod);
			}
			clause.duo.check().map_err(PolicyFlaw::Duo)
		})
	}

	/// What the policy says to `terms` at the moment `now`: the best that any clause says. `proven` says whether it is proven that the first
	/// disease is a kind of the second.
	///
	/// A clause of which the ontology's rules say that the owner must be asked never consents by itself. Where it is not certain which clause
	/// applies, the ethics committee signs if any of them asks for it.
	pub fn answer(
		&self,
		terms: &Terms,
		now: Moment,
		proven: impl Fn(Mondo, Mondo) -> bool,
	) -> Answer {
		(0..)
			.zip(&self.clauses)
			.map(|(number, clause)| clause.answer(number, terms, now, &proven))
			.reduce(better)
			.map_or(Answer::Deny, |(_, answer)| answer)
	}
}

impl ConsentClause {
	/// The answer of this clause, and how good it is.
	fn answer(
		&self,
		number: u8,
		terms: &Terms,
		now: Moment,
		proven: impl Fn(Mondo, Mondo) -> bool,
	) -> (u8, Answer) {
		let clause = number;
		match self.duo.evaluate(number, &terms.purpose, now, proven) {
			Decision::Deny(_) => (0, Answer::Deny),
			_ if terms.period > self.longest_period => (1, Answer::TooLong),
			Decision::Refer(_) => (2, Answer::Ask { ethics: self.ethics }),
			Decision::Permit => match (self.standing && terms.price >= self.ask, self.ethics) {
				(true, false) => (6, Answer::Consent { clause }),
				(true, true) => (5, Answer::ConsentAfterEthics { clause }),
				(false, ethics) => (if ethics { 3 } else { 4 }, Answer::Ask { ethics }),
			},
		}
	}
}

/// The better of two answers. Of two clauses that may or may not apply, the stricter one.
fn better(one: (u8, Answer), other: (u8, Answer)) -> (u8, Answer) {
	match (one, other) {
		((2, Answer::Ask { ethics: one }), (2, Answer::Ask { ethics: other })) => {
			(2, Answer::Ask { ethics: one || other })
		},
		(one, other) if other.0 > one.0 => other,
		(one, _) => one,
	}
}

/// One disease is a kind of another: `descendant` is below `ancestor` in the is-a closure of MONDO.
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
pub struct Ancestry {
	/// The narrower disease.
	pub descendant: Mondo,
	/// The wider disease.
	pub ancestor: Mondo,
}

/// What the consortium has put on record of MONDO: the root over all pairs of its is-a closure.
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
pub struct Ontology {
	/// The root over the leaves, by [`ancestry_leaf`], in a tree as that of batches.
	pub root: BatchRoot,
	/// How many pairs there are.
	pub count: u64,
}

/// That a pair is in the ontology.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AncestryProof {
	/// The pair.
	pub pair: Ancestry,
	/// Its place among all pairs, from 0.
	pub index: u64,
	/// The hashes beside its way to the root.
	pub proof: BatchProof,
}

/// Proofs that come with an offer.
pub type AncestryProofs = BoundedVec<AncestryProof, ConstU32<MAX_ANCESTRY_PROOFS>>;

/// Separates the leaves of the ontology from every other use of BLAKE2b-256.
const LEAF_DOMAIN: [u8; 14] = *b"ownome/mondo/1";
/// What stands before a leaf.
const LEAF: u8 = 0;

/// The hash of pair number `index` of `count`: `BLAKE2b-256(0x00 ++ "ownome/mondo/1" ++ SCALE(index, count, descendant, ancestor))`, the first two as
/// `u64` and the others as `u32`.
pub fn ancestry_leaf(index: u64, count: u64, pair: &Ancestry) -> Digest {
	(LEAF, LEAF_DOMAIN, index, count, pair).using_encoded(blake2_256)
}

impl Ontology {
	/// Whether the proof shows that its pair is in this ontology.
	pub fn proves(&self, proof: &AncestryProof) -> bool {
		let leaf = ancestry_leaf(proof.index, self.count, &proof.pair);
		verify_inclusion(&self.root, proof.index, self.count, leaf, &proof.proof)
	}
}
