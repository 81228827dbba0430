//! What requesters state.

use super::{Country, Id, Malformed, Mondo};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::BoundedBTreeSet;

/// The kind of use. A purpose always names the most specific one that covers all of it: what is stated as general research can be
/// any research, and data for less do not serve it.
#[derive(
	Clone,
	Copy,
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
pub enum Kind {
	/// Research of any kind.
	General,
	/// Health, medical or biomedical research.
	Biomedical,
	/// Research on one disease.
	Disease,
	/// The study of population origins or ancestry.
	Ancestry,
	/// The development of methods, algorithms, software or analytical tools.
	Methods,
	/// Clinical use and care. No research.
	ClinicalCare,
	/// The data are to be the reference or control in a study of something else.
	Controls,
}

/// The names of the kinds.
const KINDS: [(Kind, &str); 7] = [
	(Kind::General, "general"),
	(Kind::Biomedical, "biomedical"),
	(Kind::Disease, "disease"),
	(Kind::Ancestry, "ancestry"),
	(Kind::Methods, "methods"),
	(Kind::ClinicalCare, "clinical-care"),
	(Kind::Controls, "controls"),
];

impl Kind {
	/// All kinds.
	pub fn all() -> impl Iterator<Item = Self> {
		KINDS.into_iter().map(|(kind, _)| kind)
	}
}

impl fmt::Display for Kind {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		KINDS
			.iter()
			.filter(|(kind, _)| kind == self)
			.try_for_each(|(_, name)| f.write_str(name))
	}
}

impl FromStr for Kind {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		KINDS
			.into_iter()
			.find(|(_, name)| *name == text)
			.map(|(kind, _)| kind)
			.ok_or(Malformed(
				"use general, biomedical, disease, ancestry, methods, clinical-care or controls",
			))
	}
}

/// What makes a purpose sensitive: the cases in which the GA4GH's matching algorithm (DUOS) leaves the decision to people.
#[derive(
	Clone,
	Copy,
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
pub enum Sensitivity {
	/// The study is about children.
	Paediatric,
	/// The study is about one gender.
	Gender,
	/// The study is about a specific population.
	Population,
	/// The study is about people who need protection, such as prisoners or pregnant women.
	VulnerableGroups,
	/// The study is about illegal behaviour.
	IllegalBehaviour,
	/// The study is about sexually transmitted diseases.
	SexualDiseases,
	/// The study is about traits like intelligence or attention.
	PsychologicalTraits,
	/// The study is about something that stigmatises people.
	StigmatisingDiseases,
	/// The study correlates genes with something that is no matter of health.
	NotHealth,
	/// The data are also to be used as controls.
	Controls,
}

/// The names of the sensitivities.
const SENSITIVITIES: [(Sensitivity, &str); 10] = [
	(Sensitivity::Paediatric, "paediatric"),
	(Sensitivity::Gender, "gender"),
	(Sensitivity::Population, "population"),
	(Sensitivity::VulnerableGroups, "vulnerable-groups"),
	(Sensitivity::IllegalBehaviour, "illegal-behaviour"),
	(Sensitivity::SexualDiseases, "sexual-diseases"),
	(Sensitivity::PsychologicalTraits, "psychological-traits"),
	(Sensitivity::StigmatisingDiseases, "stigmatising-diseases"),
	(Sensitivity::NotHealth, "not-health"),
	(Sensitivity::Controls, "controls"),
];

impl Sensitivity {
	/// All sensitivities.
	pub fn all() -> impl Iterator<Item = Self> {
		SENSITIVITIES.into_iter().map(|(sensitivity, _)| sensitivity)
	}
}

impl fmt::Display for Sensitivity {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let mut found = SENSITIVITIES.iter().filter(|(sensitivity, _)| sensitivity == self);
		found.try_for_each(|(_, name)| f.write_str(name))
	}
}

impl FromStr for Sensitivity {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		let mut names = SENSITIVITIES.into_iter();
		names.find(|(_, name)| *name == text).map(|(sensitivity, _)| sensitivity).ok_or(Malformed(
			"use paediatric, gender, population, vulnerable-groups, illegal-behaviour, sexual-diseases, psychological-traits, \
			 stigmatising-diseases, not-health or controls",
		))
	}
}

/// What makes a purpose sensitive.
pub type Sensitivities = BoundedBTreeSet<Sensitivity, ConstU32<10>>;

/// What a requester states about the use. What it leaves out is unknown.
#[derive(
	Clone,
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
pub struct Purpose {
	/// The kind of use.
	pub kind: Option<Kind>,
	/// Which disease a use of the kinds disease, methods and clinical care is about. The other kinds are about no particular one.
	pub disease: Option<Mondo>,
	/// Whether the use is to make profit.
	pub for_profit: Option<bool>,
	/// Whether the use is commercial, such as for a product or a service.
	pub commercial: Option<bool>,
	/// Whether the requester is a not-for-profit organisation.
	pub not_for_profit_organisation: Option<bool>,
	/// Where the data are to be used.
	pub country: Option<Country>,
	/// Whether genotypes are studied, with or without phenotypes.
	pub genetic_study: Option<bool>,
	/// Whether the local ethics committee has approved the use.
	pub ethics_approval: Option<bool>,
	/// Whether the results are to be published.
	pub will_publish: Option<bool>,
	/// Whether the requester agrees to work together with the investigators of the primary study.
	pub will_collaborate: Option<bool>,
	/// Whether the requester agrees to return derived data.
	pub will_return_results: Option<bool>,
	/// For how many months the data are to be used.
	pub months: Option<u16>,
	/// For which project.
	pub project: Option<Id>,
	/// By which institution.
	pub institution: Option<Id>,
	/// By which user.
	pub user: Option<Id>,
	/// What makes the use sensitive. Never unknown: what is not listed is stated not to be the case, as in DUOS.
	pub sensitive: Sensitivities,
}

impl Purpose {
	/// Whether this is a purpose that says what it should, or else what does not. The decision on it is a safe one in any case.
	pub fn check(&self) -> Result<(), Field> {
		let malformed = |id: &Option<Id>| id.as_ref().is_some_and(|id| !id.is_well_formed());
		let flaws = [
			(Field::Disease, self.disease.is_some_and(|disease| !disease.is_well_formed())),
			(Field::Country, self.country.is_some_and(|country| !country.is_well_formed())),
			(Field::Months, self.months == Some(0)),
			(Field::Project, malformed(&self.project)),
			(Field::Institution, malformed(&self.institution)),
			(Field::User, malformed(&self.user)),
		];
		match flaws.into_iter().find(|(_, flawed)| *flawed) {
			Some((field, _)) => Err(field),
			None => Ok(()),
		}
	}
}

/// A field of a [`Purpose`].
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
pub enum Field {
	/// [`Purpose::kind`].
	Kind,
	/// [`Purpose::disease`].
	Disease,
	/// [`Purpose::for_profit`].
	ForProfit,
	/// [`Purpose::commercial`].
	Commercial,
	/// [`Purpose::not_for_profit_organisation`].
	NotForProfitOrganisation,
	/// [`Purpose::country`].
	Country,
	/// [`Purpose::genetic_study`].
	GeneticStudy,
	/// [`Purpose::ethics_approval`].
	EthicsApproval,
	/// [`Purpose::will_publish`].
	WillPublish,
	/// [`Purpose::will_collaborate`].
	WillCollaborate,
	/// [`Purpose::will_return_results`].
	WillReturnResults,
	/// [`Purpose::months`].
	Months,
	/// [`Purpose::project`].
	Project,
	/// [`Purpose::institution`].
	Institution,
	/// [`Purpose::user`].
	User,
	/// [`Purpose::sensitive`].
	Sensitive,
}

impl Field {
	/// All fields, in the order in which they are written.
	pub const ALL: [Self; 16] = [
		Self::Kind,
		Self::Disease,
		Self::ForProfit,
		Self::Commercial,
		Self::NotForProfitOrganisation,
		Self::Country,
		Self::GeneticStudy,
		Self::EthicsApproval,
		Self::WillPublish,
		Self::WillCollaborate,
		Self::WillReturnResults,
		Self::Months,
		Self::Project,
		Self::Institution,
		Self::User,
		Self::Sensitive,
	];

	/// Its name in the text and JSON forms.
	pub fn name(self) -> &'static str {
		match self {
			Self::Kind => "kind",
			Self::Disease => "disease",
			Self::ForProfit => "for_profit",
			Self::Commercial => "commercial",
			Self::NotForProfitOrganisation => "not_for_profit_organisation",
			Self::Country => "country",
			Self::GeneticStudy => "genetic_study",
			Self::EthicsApproval => "ethics_approval",
			Self::WillPublish => "will_publish",
			Self::WillCollaborate => "will_collaborate",
			Self::WillReturnResults => "will_return_results",
			Self::Months => "months",
			Self::Project => "project",
			Self::Institution => "institution",
			Self::User => "user",
			Self::Sensitive => "sensitive",
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::string::ToString;

	#[test]
	fn names_lead_back_to_what_they_name() {
		for kind in Kind::all() {
			assert_eq!(kind.to_string().parse(), Ok(kind));
		}
		for sensitivity in Sensitivity::all() {
			assert_eq!(sensitivity.to_string().parse(), Ok(sensitivity));
			assert!("x".parse::<Sensitivity>().unwrap_err().0.contains(&sensitivity.to_string()));
		}
		assert!("General".parse::<Kind>().is_err());
		assert!("".parse::<Sensitivity>().is_err());
	}

	#[test]
	fn every_flaw_is_found() {
		let odd_id = || Id::decode(&mut &[0u8][..]).ok();
		let odd_country = Country::decode(&mut &b"g1"[..]).ok();
		let good = Purpose::default();
		assert_eq!(good.check(), Ok(()));
		for (purpose, field) in [
			(Purpose { disease: Some(Mondo(u32::MAX)), ..good.clone() }, Field::Disease),
			(Purpose { country: odd_country, ..good.clone() }, Field::Country),
			(Purpose { months: Some(0), ..good.clone() }, Field::Months),
			(Purpose { project: odd_id(), ..good.clone() }, Field::Project),
			(Purpose { institution: odd_id(), ..good.clone() }, Field::Institution),
			(Purpose { user: odd_id(), ..good.clone() }, Field::User),
		] {
			assert_eq!(purpose.check(), Err(field));
		}
	}
}
