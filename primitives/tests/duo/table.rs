//! What the ontology says, term by term, written from its definitions (`duo.csv`, release 2021-02-23) and from the table "Research Purpose to
//! Query" of its README. P permits, D denies, R refers to the owner.

use ownome_primitives::{
	duo::{
		purpose::{Kind, Purpose, Sensitivity},
		Date, Investigation, Modifier, Permission,
	},
	Mondo,
};

pub use Answer::{D, P, R};

/// What a condition, or a clause, says to a purpose: the worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
	/// Deny.
	D,
	/// Refer.
	R,
	/// Permit.
	P,
}

/// Cancer, which DS names here.
pub const CANCER: Mondo = Mondo(4992);
/// A kind of cancer, which is proven.
pub const LUNG_CANCER: Mondo = Mondo(8903);
/// Of what cancer is a kind, which is proven.
pub const NEOPLASM: Mondo = Mondo(5070);
/// Of which nothing is proven.
pub const DIABETES: Mondo = Mondo(5148);

/// The proofs: `(descendant, ancestor)`.
pub const PROOFS: [(Mondo, Mondo); 2] = [(LUNG_CANCER, CANCER), (CANCER, NEOPLASM)];

/// A kind of use, the disease it is about, and what the permissions alone say to it.
pub struct Use {
	pub kind: Option<Kind>,
	pub disease: Option<Mondo>,
	/// Under NRES, GRU, HMB, DS for cancer, and POA.
	pub answers: [Answer; 5],
	/// The same beside CC.
	pub beside_cc: [Answer; 5],
}

pub fn permissions() -> [Permission; 5] {
	[
		// "there is no restriction on use"
		Permission::NoRestriction,
		// "use is allowed for general research use for any research purpose"
		Permission::General,
		// "use is allowed for health/medical/biomedical purposes; does not include the study of population origins or ancestry"
		Permission::Biomedical,
		// "use is allowed provided it is related to the specified disease"
		Permission::Disease(
			[CANCER]
				.into_iter()
				.collect::<std::collections::BTreeSet<_>>()
				.try_into()
				.unwrap(),
		),
		// "use of the data is limited to the study of population origins or ancestry"
		Permission::Ancestry,
	]
}

const fn research(kind: Kind, disease: Option<Mondo>, answers: [Answer; 5]) -> Use {
	Use { kind: Some(kind), disease, answers, beside_cc: answers }
}

/// Every kind of use, with every relation that its disease can have to the one that DS names.
#[rustfmt::skip]
pub const USES: [Use; 19] = [
	//                                                  NRES GRU HMB DS POA
	// The query is always at the most specific level: general research can be anything, so only data for anything will do.
	research(Kind::General, None,                        [P, P, D, D, D]),
	research(Kind::General, Some(CANCER),                [P, P, D, D, D]),
	// "does not include the study of population origins or ancestry", and is not related to one disease.
	research(Kind::Biomedical, None,                     [P, P, P, D, D]),
	research(Kind::Biomedical, Some(CANCER),             [P, P, P, D, D]),
	// "Any dataset with GRU=true. Any dataset with HMB=true. Any dataset tagged to this disease exactly."
	research(Kind::Disease, Some(CANCER),                [P, P, P, P, D]),
	// "A query for datasets consented for lung cancer research WILL retrieve datasets consented for cancer".
	research(Kind::Disease, Some(LUNG_CANCER),           [P, P, P, P, D]),
	// And the other way round it "WILL NOT".
	research(Kind::Disease, Some(NEOPLASM),              [P, P, P, D, D]),
	// Related to the specified disease or not? Nothing proves it.
	research(Kind::Disease, Some(DIABETES),              [P, P, P, R, D]),
	research(Kind::Disease, None,                        [P, P, P, R, D]),
	// "Study population origins or ancestry: any dataset tagged with GRU", and POA; HMB and with it DS exclude it.
	research(Kind::Ancestry, None,                       [P, P, D, D, P]),
	// "Any dataset where NMDS is false", but POA is "limited to the study of population origins or ancestry".
	research(Kind::Methods, Some(CANCER),                [P, P, P, P, R]),
	research(Kind::Methods, Some(NEOPLASM),              [P, P, P, D, R]),
	research(Kind::Methods, Some(DIABETES),              [P, P, P, R, R]),
	research(Kind::Methods, None,                        [P, P, P, R, R]),
	// The permissions are for research. CC is "allowed for clinical use and care", to which POA is not "limited".
	Use { kind: Some(Kind::ClinicalCare), disease: Some(CANCER),   answers: [P, D, D, D, D], beside_cc: [P, P, P, P, R] },
	Use { kind: Some(Kind::ClinicalCare), disease: Some(NEOPLASM), answers: [P, D, D, D, D], beside_cc: [P, P, P, D, R] },
	Use { kind: Some(Kind::ClinicalCare), disease: None,           answers: [P, D, D, D, D], beside_cc: [P, P, P, R, R] },
	// Controls are sensitive.
	research(Kind::Controls, Some(CANCER),               [R, R, R, R, R]),
	Use { kind: None, disease: None,                     answers: [R, R, R, R, R], beside_cc: [R, R, R, R, R] },
];

/// What a modifier says to a purpose.
pub enum Says {
	/// The same for every kind.
	Always(Answer),
	/// By the kind: general, biomedical, disease, ancestry, methods, clinical care, controls, unknown.
	ByKind([Answer; 8]),
}

/// What one more statement in the purpose does under a modifier.
pub struct Case {
	pub modifier: Modifier,
	/// Adds to a purpose that says nothing but its kind and disease.
	pub stated: fn(&mut Purpose),
	pub says: Says,
}

/// The moment at which the table holds: 2026-11-20T12:00:00Z.
pub const NOW: u64 = 1_795_176_000_000;
const TODAY: Date = Date(20_777);
const TOMORROW: Date = Date(20_778);

const fn case(modifier: Modifier, stated: fn(&mut Purpose), answer: Answer) -> Case {
	Case { modifier, stated, says: Says::Always(answer) }
}

const fn by_kind(modifier: Modifier, answers: [Answer; 8]) -> Case {
	Case { modifier, stated: |_| {}, says: Says::ByKind(answers) }
}

fn set<T: Ord, S: TryFrom<std::collections::BTreeSet<T>>>(items: impl IntoIterator<Item = T>) -> S {
	items
		.into_iter()
		.collect::<std::collections::BTreeSet<_>>()
		.try_into()
		.ok()
		.unwrap()
}

fn ids<S: TryFrom<std::collections::BTreeSet<ownome_primitives::duo::Id>>>(ids: &[&str]) -> S {
	set(ids.iter().map(|id| id.parse().unwrap()))
}

fn sensitive(purpose: &mut Purpose, sensitivity: Sensitivity) {
	purpose.sensitive = set([sensitivity]);
}

/// Every modifier with every answer it can give.
#[rustfmt::skip]
pub fn cases() -> Vec<Case> {
	let rs = |classes: &[Investigation]| Modifier::ResearchSpecific(set(classes.iter().copied()));
	let gs = || Modifier::Geography(set(["GB", "SE"].map(|country| country.parse().unwrap())));
	vec![
		// RS: "use is limited to studies of a certain research type". Which types is ours: the ontology's own classes of investigations.
		case(rs(&[]), |_| {}, R),
		//                                          gen bio dis anc met cli con unknown
		by_kind(rs(&[Investigation::MethodDevelopment]), [R, D, D, D, P, D, D, R]),
		by_kind(rs(&[Investigation::Ancestry]),          [R, D, D, P, D, D, D, R]),
		by_kind(rs(&[Investigation::Control]),           [R, D, D, D, D, D, P, R]),
		by_kind(rs(&[Investigation::Biomedical]),        [R, P, P, D, D, D, D, R]),
		by_kind(rs(&[Investigation::DiseaseCategory]),   [R, D, P, D, D, D, D, R]),
		by_kind(rs(&[Investigation::Ancestry, Investigation::DiseaseCategory]), [R, D, P, P, D, D, D, R]),
		by_kind(rs(&[Investigation::Ancestry, Investigation::DrugDevelopment]), [R, R, R, P, R, R, R, R]),
		case(rs(&[Investigation::DrugDevelopment]), |_| {}, R),
		case(rs(&[Investigation::Genetic]), |purpose| purpose.genetic_study = Some(true), P),
		case(rs(&[Investigation::Genetic]), |purpose| purpose.genetic_study = Some(false), D),
		case(rs(&[Investigation::Genetic]), |_| {}, R),
		// Age, gender and population are sensitive where they are stated, so the owner is asked in any case.
		case(rs(&[Investigation::AgeCategory]), |_| {}, R),
		case(rs(&[Investigation::AgeCategory]), |purpose| sensitive(purpose, Sensitivity::Paediatric), R),
		case(rs(&[Investigation::GenderCategory]), |_| {}, R),
		case(rs(&[Investigation::GenderCategory]), |purpose| sensitive(purpose, Sensitivity::Gender), R),
		case(rs(&[Investigation::Population]), |_| {}, R),
		case(rs(&[Investigation::Population]), |purpose| sensitive(purpose, Sensitivity::Population), R),
		// NMDS: "use does not allow methods development research". General research may contain it.
		by_kind(Modifier::NoMethods,  [R, P, P, P, D, P, P, R]),
		// GSO: "limited to genetic studies only (i.e., studies that include genotype research alone or both genotype and phenotype research [...])"
		case(Modifier::GeneticStudies, |purpose| purpose.genetic_study = Some(true), P),
		case(Modifier::GeneticStudies, |purpose| purpose.genetic_study = Some(false), D),
		case(Modifier::GeneticStudies, |_| {}, R),
		// NPUNCU: "limited to not-for-profit organizations and not-for-profit use, non-commercial use"
		case(Modifier::NotForProfitNonCommercial, |purpose| profit(purpose, Some(true), Some(false), Some(false)), P),
		case(Modifier::NotForProfitNonCommercial, |purpose| profit(purpose, Some(false), Some(false), Some(false)), D),
		case(Modifier::NotForProfitNonCommercial, |purpose| profit(purpose, Some(true), Some(true), Some(false)), D),
		case(Modifier::NotForProfitNonCommercial, |purpose| profit(purpose, Some(true), Some(false), Some(true)), D),
		case(Modifier::NotForProfitNonCommercial, |purpose| profit(purpose, None, Some(false), Some(false)), R),
		case(Modifier::NotForProfitNonCommercial, |purpose| profit(purpose, Some(true), None, Some(false)), R),
		case(Modifier::NotForProfitNonCommercial, |purpose| profit(purpose, Some(true), Some(false), None), R),
		case(Modifier::NotForProfitNonCommercial, |purpose| profit(purpose, Some(false), None, None), D),
		// PUB: "requestor agrees to make results of studies using the data available to the larger scientific community"
		case(Modifier::Publication, |purpose| purpose.will_publish = Some(true), P),
		case(Modifier::Publication, |purpose| purpose.will_publish = Some(false), D),
		case(Modifier::Publication, |_| {}, R),
		// COL: "the requestor must agree to collaboration with the primary study investigator(s)"
		case(Modifier::Collaboration, |purpose| purpose.will_collaborate = Some(true), P),
		case(Modifier::Collaboration, |purpose| purpose.will_collaborate = Some(false), D),
		case(Modifier::Collaboration, |_| {}, R),
		// IRB: "the requestor must provide documentation of local IRB/ERB approval"
		case(Modifier::EthicsApproval, |purpose| purpose.ethics_approval = Some(true), P),
		case(Modifier::EthicsApproval, |purpose| purpose.ethics_approval = Some(false), D),
		case(Modifier::EthicsApproval, |_| {}, R),
		// GS: "use is limited to within a specific geographic region"
		case(gs(), |purpose| purpose.country = "GB".parse().ok(), P),
		case(gs(), |purpose| purpose.country = "SE".parse().ok(), P),
		case(gs(), |purpose| purpose.country = "US".parse().ok(), D),
		case(gs(), |_| {}, R),
		// MOR: "requestor agrees not to publish results of studies until a specific date"
		case(Modifier::Moratorium(TODAY), |purpose| purpose.will_publish = Some(true), P),
		case(Modifier::Moratorium(TODAY), |_| {}, P),
		case(Modifier::Moratorium(TOMORROW), |purpose| purpose.will_publish = Some(false), P),
		case(Modifier::Moratorium(TOMORROW), |purpose| purpose.will_publish = Some(true), R),
		case(Modifier::Moratorium(TOMORROW), |_| {}, R),
		// TS: "use is approved for a specific number of months"
		case(Modifier::TimeLimit(12), |purpose| purpose.months = Some(1), P),
		case(Modifier::TimeLimit(12), |purpose| purpose.months = Some(12), P),
		case(Modifier::TimeLimit(12), |purpose| purpose.months = Some(13), D),
		case(Modifier::TimeLimit(12), |_| {}, R),
		// US: "use is limited to use by approved users". How they are named is ours.
		case(Modifier::Users(ids(&["U-1", "U-2"])), |purpose| purpose.user = "U-2".parse().ok(), P),
		case(Modifier::Users(ids(&["U-1", "U-2"])), |purpose| purpose.user = "U-3".parse().ok(), D),
		case(Modifier::Users(ids(&["U-1", "U-2"])), |_| {}, R),
		case(Modifier::Users(ids(&[])), |purpose| purpose.user = "U-1".parse().ok(), R),
		// PS: "use is limited to use within an approved project". How it is named is ours.
		case(Modifier::Projects(ids(&["P-1"])), |purpose| purpose.project = "P-1".parse().ok(), P),
		case(Modifier::Projects(ids(&["P-1"])), |purpose| purpose.project = "P-2".parse().ok(), D),
		case(Modifier::Projects(ids(&["P-1"])), |_| {}, R),
		case(Modifier::Projects(ids(&[])), |purpose| purpose.project = "P-1".parse().ok(), R),
		// IS: "use is limited to use within an approved institution". How it is named is ours.
		case(Modifier::Institutions(ids(&["I-1"])), |purpose| purpose.institution = "I-1".parse().ok(), P),
		case(Modifier::Institutions(ids(&["I-1"])), |purpose| purpose.institution = "I-2".parse().ok(), D),
		case(Modifier::Institutions(ids(&["I-1"])), |_| {}, R),
		case(Modifier::Institutions(ids(&[])), |purpose| purpose.institution = "I-1".parse().ok(), R),
		// RTN: "the requestor must return derived/enriched data to the database/resource"
		case(Modifier::ReturnOfResults, |purpose| purpose.will_return_results = Some(true), P),
		case(Modifier::ReturnOfResults, |purpose| purpose.will_return_results = Some(false), D),
		case(Modifier::ReturnOfResults, |_| {}, R),
		// CC: "use is allowed for clinical use and care": see `Use::beside_cc`.
		case(Modifier::ClinicalCare, |_| {}, P),
		// NPOA: "use for purposes of population, origin, or ancestry research is prohibited". General research may contain it.
		by_kind(Modifier::NoAncestry, [R, P, P, D, P, P, P, R]),
		// NPU: "limited to not-for-profit organizations"; DUOS: "The For-Profit Research Purpose does not match".
		case(Modifier::NotForProfit, |purpose| profit(purpose, Some(true), Some(false), None), P),
		case(Modifier::NotForProfit, |purpose| profit(purpose, Some(true), Some(false), Some(true)), P),
		case(Modifier::NotForProfit, |purpose| profit(purpose, Some(false), Some(false), None), D),
		case(Modifier::NotForProfit, |purpose| profit(purpose, Some(true), Some(true), None), D),
		case(Modifier::NotForProfit, |purpose| profit(purpose, None, Some(false), None), R),
		case(Modifier::NotForProfit, |purpose| profit(purpose, Some(true), None, None), R),
		// NCU: "non-commercial use only [...] limited to not-for-profit use", by whatever organisation.
		case(Modifier::NonCommercial, |purpose| profit(purpose, None, Some(false), Some(false)), P),
		case(Modifier::NonCommercial, |purpose| profit(purpose, Some(false), Some(false), Some(false)), P),
		case(Modifier::NonCommercial, |purpose| profit(purpose, None, Some(true), Some(false)), D),
		case(Modifier::NonCommercial, |purpose| profit(purpose, None, Some(false), Some(true)), D),
		case(Modifier::NonCommercial, |purpose| profit(purpose, None, None, Some(false)), R),
		case(Modifier::NonCommercial, |purpose| profit(purpose, None, Some(false), None), R),
	]
}

fn profit(
	purpose: &mut Purpose,
	organisation: Option<bool>,
	for_profit: Option<bool>,
	commercial: Option<bool>,
) {
	purpose.not_for_profit_organisation = organisation;
	purpose.for_profit = for_profit;
	purpose.commercial = commercial;
}
