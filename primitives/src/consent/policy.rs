//! What an owner says once about all requests.

use super::{Scope, Terms};
use crate::{
	duo::{purpose::Purpose, Clause, Decision, Flaw, Modifier},
	Balance, DatasetId, Digest, Moment, Mondo, Profile,
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

/// A month, the unit of DUO's time limit: the twelfth part of a mean Gregorian year, in milliseconds.
pub const MONTH: Moment = 2_629_746_000;

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
	/// Whether an ethics committee has to sign as well. It has to in any case if the clause asks for ethics approval (IRB).
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
	/// For this dataset, as long as it belongs to the owner who set it.
	Dataset(DatasetId),
	/// For all datasets of this owner that have no policy of their own.
	AllOf(AccountId),
}

/// What an owner refuses beforehand.
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
pub struct Refusals {
	/// All offers.
	pub offers: bool,
	/// Break-glass grants.
	pub emergencies: bool,
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

	/// What the policy says to `terms` at the moment `now`: the best that any clause says. `requester` is what the consortium vouches for
	/// about whoever asks, `proven` says whether it is proven that the first disease is a kind of the second.
	///
	/// Nobody opens a standing clause by a mere word about itself: what a purpose states of institution, country and profit counts if the consortium
	/// vouches for it, and of user and project not at all; then the owner is asked. The use is as long as the period of the terms at least.
	/// Neither consents a clause of which the ontology's rules say that the owner must be asked, nor one to a scope that only the requester can
	/// read. Where it is not certain which clause applies, the ethics committee signs if any of them asks for it.
	pub fn answer(
		&self,
		terms: &Terms,
		requester: Option<&Profile>,
		now: Moment,
		proven: impl Fn(Mondo, Mondo) -> bool,
	) -> Answer {
		let stated = stated(terms);
		let vouched = vouched(&stated, requester);
		(0..)
			.zip(&self.clauses)
			.map(|(number, clause)| {
				let decide = |purpose: &Purpose| clause.duo.evaluate(number, purpose, now, &proven);
				clause.answer(number, terms, decide(&stated), decide(&vouched))
			})
			.reduce(better)
			.map_or(Answer::Deny, |(_, answer)| answer)
	}
}

/// The purpose of the terms, which last for their period at least.
fn stated(terms: &Terms) -> Purpose {
	let months = terms.period.div_ceil(MONTH).try_into().unwrap_or(u16::MAX);
	let purpose = terms.purpose.clone();
	Purpose { months: purpose.months.max(Some(months)), ..purpose }
}

/// What of the purpose does not rest on the requester's word about itself.
fn vouched(purpose: &Purpose, requester: Option<&Profile>) -> Purpose {
	Purpose {
		institution: purpose
			.institution
			.clone()
			.filter(|stated| requester.is_some_and(|it| it.institution == *stated)),
		country: purpose
			.country
			.filter(|stated| requester.is_some_and(|it| it.country == *stated)),
		not_for_profit_organisation: purpose
			.not_for_profit_organisation
			.filter(|stated| requester.is_some_and(|it| it.not_for_profit == *stated)),
		user: None,
		project: None,
		..purpose.clone()
	}
}

impl ConsentClause {
	/// The answer of this clause, and how good it is, by what the ontology's rules say to the purpose as it is stated, and to what of it is
	/// vouched for.
	fn answer(
		&self,
		clause: u8,
		terms: &Terms,
		stated: Decision,
		vouched: Decision,
	) -> (u8, Answer) {
		let ethics = self.ethics || self.duo.modifiers.contains(&Modifier::EthicsApproval);
		let consents =
			self.standing && terms.price >= self.ask && !matches!(terms.scope, Scope::Sealed(_));
		match stated {
			Decision::Deny(_) => (0, Answer::Deny),
			_ if terms.period > self.longest_period => (1, Answer::TooLong),
			Decision::Refer(_) => (2, Answer::Ask { ethics }),
			// It is in doubt what rests on the requester's word alone.
			Decision::Permit if vouched != Decision::Permit => (2, Answer::Ask { ethics }),
			Decision::Permit => match (consents, ethics) {
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
