//! What owners consent to.

use super::{Country, Date, Id, Investigation, Mondo, Term};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::{BoundedBTreeSet, BoundedVec};

/// The greatest number of clauses in a policy.
pub const MAX_CLAUSES: u32 = 8;
/// The greatest number of modifiers in a clause: one of each.
pub const MAX_MODIFIERS: u32 = 18;
/// The greatest number of diseases in a permission.
pub const MAX_DISEASES: u32 = 8;
/// The greatest number of countries in a modifier.
pub const MAX_COUNTRIES: u32 = 64;
/// The greatest number of projects, institutions or users in a modifier.
pub const MAX_IDS: u32 = 8;

/// Diseases, of which one is enough.
pub type Diseases = BoundedBTreeSet<Mondo, ConstU32<MAX_DISEASES>>;
/// Types of research, of which one is enough.
pub type Investigations = BoundedBTreeSet<Investigation, ConstU32<10>>;
/// Countries, of which one is enough.
pub type Countries = BoundedBTreeSet<Country, ConstU32<MAX_COUNTRIES>>;
/// Identifiers, of which one is enough.
pub type Ids = BoundedBTreeSet<Id, ConstU32<MAX_IDS>>;
/// Modifiers, all of which must hold.
pub type Modifiers = BoundedBTreeSet<Modifier, ConstU32<MAX_MODIFIERS>>;

/// What the data may be used for: a data use permission, `DUO:0000001`. DS lies within HMB, and HMB within GRU.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Permission {
	/// NRES, "there is no restriction on use": any research, and clinical care.
	#[codec(index = 4)]
	NoRestriction,
	/// HMB, "use is allowed for health/medical/biomedical purposes; does not include the study of population origins or ancestry".
	#[codec(index = 6)]
	Biomedical,
	/// DS, "use is allowed provided it is related to the specified disease".
	#[codec(index = 7)]
	Disease(Diseases),
	/// POA, "use of the data is limited to the study of population origins or ancestry".
	#[codec(index = 11)]
	Ancestry,
	/// GRU, "use is allowed for general research use for any research purpose".
	#[codec(index = 42)]
	General,
}

impl Permission {
	/// The term of the ontology.
	pub fn term(&self) -> Term {
		match self {
			Self::NoRestriction => Term::NoRestriction,
			Self::Biomedical => Term::Biomedical,
			Self::Disease(_) => Term::Disease,
			Self::Ancestry => Term::Ancestry,
			Self::General => Term::General,
		}
	}

	fn check(&self) -> Result<(), Flaw> {
		match self {
			Self::Disease(diseases) if diseases.is_empty() => Err(Flaw::NoValue(Term::Disease)),
			Self::Disease(diseases) if !diseases.iter().all(|disease| disease.is_well_formed()) => {
				Err(Flaw::Malformed(Term::Disease))
			},
			_ => Ok(()),
		}
	}
}

/// An additional condition: a data use modifier, `DUO:0000017`. RS, US, PS and IS have no parameter in the ontology: an empty list
/// is the plain term, on which only the owner can decide.
#[derive(
	Clone,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Modifier {
	/// RS, "use is limited to studies of a certain research type": of one of these.
	#[codec(index = 12)]
	ResearchSpecific(Investigations),
	/// NMDS, "use does not allow methods development research".
	#[codec(index = 15)]
	NoMethods,
	/// GSO, "use is limited to genetic studies only", with or without phenotypes.
	#[codec(index = 16)]
	GeneticStudies,
	/// NPUNCU, "limited to not-for-profit organizations and not-for-profit use, non-commercial use".
	#[codec(index = 18)]
	NotForProfitNonCommercial,
	/// PUB, "requestor agrees to make results [...] available to the larger scientific community".
	#[codec(index = 19)]
	Publication,
	/// COL, "the requestor must agree to collaboration with the primary study investigator(s)". Whom DUO would name here is a person, and a
	/// policy is public: the requester learns it from the owner.
	#[codec(index = 20)]
	Collaboration,
	/// IRB, "the requestor must provide documentation of local IRB/ERB approval".
	#[codec(index = 21)]
	EthicsApproval,
	/// GS, "use is limited to within a specific geographic region": these countries.
	#[codec(index = 22)]
	Geography(Countries),
	/// MOR, "requestor agrees not to publish results of studies until a specific date": this day.
	#[codec(index = 24)]
	Moratorium(Date),
	/// TS, "use is approved for a specific number of months": this many at most.
	#[codec(index = 25)]
	TimeLimit(u16),
	/// US, "use is limited to use by approved users": by one of these.
	#[codec(index = 26)]
	Users(Ids),
	/// PS, "use is limited to use within an approved project": one of these.
	#[codec(index = 27)]
	Projects(Ids),
	/// IS, "use is limited to use within an approved institution": one of these.
	#[codec(index = 28)]
	Institutions(Ids),
	/// RTN, "the requestor must return derived/enriched data to the database/resource".
	#[codec(index = 29)]
	ReturnOfResults,
	/// CC, "use is allowed for clinical use and care". The only modifier that allows more than its clause does without it.
	#[codec(index = 43)]
	ClinicalCare,
	/// NPOA, "use for purposes of population, origin, or ancestry research is prohibited".
	#[codec(index = 44)]
	NoAncestry,
	/// NPU, "use of the data is limited to not-for-profit organizations".
	#[codec(index = 45)]
	NotForProfit,
	/// NCU, non-commercial use only, "limited to not-for-profit use".
	#[codec(index = 46)]
	NonCommercial,
}

impl Modifier {
	/// The term of the ontology.
	pub fn term(&self) -> Term {
		match self {
			Self::ResearchSpecific(_) => Term::ResearchSpecific,
			Self::NoMethods => Term::NoMethods,
			Self::GeneticStudies => Term::GeneticStudies,
			Self::NotForProfitNonCommercial => Term::NotForProfitNonCommercial,
			Self::Publication => Term::Publication,
			Self::Collaboration => Term::Collaboration,
			Self::EthicsApproval => Term::EthicsApproval,
			Self::Geography(_) => Term::Geography,
			Self::Moratorium(_) => Term::Moratorium,
			Self::TimeLimit(_) => Term::TimeLimit,
			Self::Users(_) => Term::Users,
			Self::Projects(_) => Term::Projects,
			Self::Institutions(_) => Term::Institutions,
			Self::ReturnOfResults => Term::ReturnOfResults,
			Self::ClinicalCare => Term::ClinicalCare,
			Self::NoAncestry => Term::NoAncestry,
			Self::NotForProfit => Term::NotForProfit,
			Self::NonCommercial => Term::NonCommercial,
		}
	}

	fn check(&self) -> Result<(), Flaw> {
		let stated = match self {
			Self::Geography(countries) => !countries.is_empty(),
			Self::TimeLimit(months) => *months > 0,
			_ => true,
		};
		let well_formed = match self {
			Self::Geography(countries) => countries.iter().all(|country| country.is_well_formed()),
			Self::Moratorium(date) => date.is_well_formed(),
			Self::Users(ids) | Self::Projects(ids) | Self::Institutions(ids) => {
				ids.iter().all(Id::is_well_formed)
			},
			_ => true,
		};
		match (stated, well_formed) {
			(false, _) => Err(Flaw::NoValue(self.term())),
			(_, false) => Err(Flaw::Malformed(self.term())),
			_ => Ok(()),
		}
	}
}

/// A permission and what else must hold.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Clause {
	/// What the data may be used for.
	pub permission: Permission,
	/// Under which conditions, at most one of each term.
	pub modifiers: Modifiers,
}

impl Clause {
	/// Whether this is a clause that says what it should. The decision on a purpose is a safe one in any case.
	pub fn check(&self) -> Result<(), Flaw> {
		self.permission.check()?;
		self.modifiers.iter().try_for_each(Modifier::check)?;
		// The set is in the order of the terms.
		let next = self.modifiers.iter().skip(1);
		match self.modifiers.iter().zip(next).find(|(one, next)| one.term() == next.term()) {
			Some((one, _)) => Err(Flaw::Repeated(one.term())),
			None => Ok(()),
		}
	}
}

/// What an owner consents to: any of the clauses.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Policy {
	/// The clauses, of which one is enough.
	pub clauses: BoundedVec<Clause, ConstU32<MAX_CLAUSES>>,
}

impl Policy {
	/// Whether this is a policy that says what it should. The decision on a purpose is a safe one in any case.
	pub fn check(&self) -> Result<(), Flaw> {
		if self.clauses.is_empty() {
			return Err(Flaw::NoClause);
		}
		self.clauses.iter().try_for_each(Clause::check)
	}
}

/// Why something is not a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
	/// It has no clause.
	NoClause,
	/// The term needs a parameter that is missing.
	NoValue(Term),
	/// The term stands in the same clause twice.
	Repeated(Term),
	/// The parameter of the term is not of its form.
	Malformed(Term),
}

impl fmt::Display for Flaw {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoClause => f.write_str("a policy needs at least one clause"),
			Self::NoValue(term) => write!(f, "{term} ({}) needs a value", term.label()),
			Self::Repeated(term) => {
				write!(f, "{term} ({}) may stand in a clause only once", term.label())
			},
			Self::Malformed(term) => {
				write!(f, "{term} ({}) has a value that is not of its form", term.label())
			},
		}
	}
}

impl core::error::Error for Flaw {}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::duo::{evaluate, purpose::Purpose, Decision};
	use alloc::{collections::BTreeSet, vec::Vec};

	fn set<T: Ord, S: TryFrom<BTreeSet<T>>>(items: impl IntoIterator<Item = T>) -> S {
		items.into_iter().collect::<BTreeSet<_>>().try_into().ok().unwrap()
	}

	fn policy(permission: Permission, modifiers: impl IntoIterator<Item = Modifier>) -> Policy {
		let clause = Clause { permission, modifiers: set(modifiers) };
		Policy { clauses: Vec::from([clause]).try_into().unwrap() }
	}

	/// What is stored of a value that no text stands for.
	fn raw<T: Decode>(bytes: &[u8]) -> T {
		T::decode(&mut &bytes[..]).unwrap()
	}

	#[test]
	fn the_number_in_scale_is_that_of_the_term() {
		for (permission, term) in [
			(Permission::NoRestriction, Term::NoRestriction),
			(Permission::Biomedical, Term::Biomedical),
			(Permission::Disease(set([])), Term::Disease),
			(Permission::Ancestry, Term::Ancestry),
			(Permission::General, Term::General),
		] {
			assert_eq!(permission.term(), term);
			assert_eq!(permission.encode().first(), Some(&term.number()));
		}
		for number in Term::ALL.into_iter().skip(5).map(Term::number) {
			// Enough zeros for any parameter.
			let modifier: Modifier = raw(&[number, 0, 0, 0, 0]);
			assert_eq!(modifier.term().number(), number);
		}
	}

	#[test]
	fn every_flaw_is_found() {
		let general = |modifiers: &[Modifier]| policy(Permission::General, modifiers.to_vec());
		let odd_country: Country = raw(b"gb");
		let odd_id: Id = raw(&[4, b' ']);
		for (policy, flaw) in [
			(Policy { clauses: Default::default() }, Flaw::NoClause),
			(policy(Permission::Disease(set([])), []), Flaw::NoValue(Term::Disease)),
			(
				policy(Permission::Disease(set([Mondo(10_000_000)])), []),
				Flaw::Malformed(Term::Disease),
			),
			(general(&[Modifier::Geography(set([]))]), Flaw::NoValue(Term::Geography)),
			(general(&[Modifier::Geography(set([odd_country]))]), Flaw::Malformed(Term::Geography)),
			(general(&[Modifier::TimeLimit(0)]), Flaw::NoValue(Term::TimeLimit)),
			(
				general(&[Modifier::Moratorium(Date(Date::LAST.0 + 1))]),
				Flaw::Malformed(Term::Moratorium),
			),
			(general(&[Modifier::Users(set([odd_id.clone()]))]), Flaw::Malformed(Term::Users)),
			(
				general(&[Modifier::Projects(set([odd_id.clone()]))]),
				Flaw::Malformed(Term::Projects),
			),
			(
				general(&[Modifier::Institutions(set([odd_id]))]),
				Flaw::Malformed(Term::Institutions),
			),
			(
				general(&[Modifier::TimeLimit(6), Modifier::NoMethods, Modifier::TimeLimit(12)]),
				Flaw::Repeated(Term::TimeLimit),
			),
		] {
			assert_eq!(policy.check(), Err(flaw));
			// Even so, nothing is permitted that a clause without the flaw would not permit.
			let decision = evaluate(&policy, &Purpose::default(), 0, |_, _| false);
			assert_ne!(decision, Decision::Permit);
		}
	}

	#[test]
	fn the_stricter_of_two_equal_terms_holds() {
		let policy = policy(Permission::NoRestriction, [6, 12].map(Modifier::TimeLimit));
		let months = |months| Purpose {
			kind: Some(crate::duo::purpose::Kind::General),
			months: Some(months),
			..Default::default()
		};
		assert_eq!(evaluate(&policy, &months(6), 0, |_, _| false), Decision::Permit);
		assert_eq!(evaluate(&policy, &months(7), 0, |_, _| false).code(), "deny");
	}
}
