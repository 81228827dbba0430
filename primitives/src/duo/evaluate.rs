//! Whether a policy allows a purpose.
//!
//! The rules are those of the GA4GH's matching algorithm as DUOS has it (`DataBiosphere/consent`, `DataUseMatchCasesV4.java`),
//! on the definitions of DUO 2021-02-23. Where these leave something open, the answer is to refer to the owner.

use super::{
	policy::{Ids, Investigations},
	purpose::{Field, Kind, Purpose, Sensitivity},
	Cause, Clause, Date, Decision, Id, Investigation, Modifier, Mondo, Permission, Policy, Reason,
};
use crate::Moment;
use alloc::vec::Vec;

/// Whether the policy allows the purpose at the moment `now`: the best that any of its clauses says. Permit if one permits,
/// else refer if one refers, else deny.
///
/// `proven(descendant, ancestor)` says whether it is proven that the first disease is a kind of the second; `|_, _| false`
/// where there are no proofs.
pub fn evaluate(
	policy: &Policy,
	purpose: &Purpose,
	now: Moment,
	proven: impl Fn(Mondo, Mondo) -> bool,
) -> Decision {
	let nothing = Decision::Deny(Default::default());
	(0..).zip(&policy.clauses).fold(nothing, |decision, (number, clause)| {
		decision.or(clause.evaluate(number, purpose, now, &proven))
	})
}

impl Clause {
	/// Whether this clause, with its `number` in the policy, allows the purpose: see [`evaluate`].
	pub fn evaluate(
		&self,
		number: u8,
		purpose: &Purpose,
		now: Moment,
		proven: impl Fn(Mondo, Mondo) -> bool,
	) -> Decision {
		let care = self.modifiers.contains(&Modifier::ClinicalCare);
		let permission = self
			.permission
			.cause(purpose, care, proven)
			.map(|cause| (Some(self.permission.term()), cause));
		let modifiers = self.modifiers.iter().flat_map(|modifier| {
			let term = Some(modifier.term());
			modifier.causes(purpose, now).into_iter().map(move |cause| (term, cause))
		});
		let sensitive = is_sensitive(purpose).then_some((None, Cause::Sensitive));
		permission
			.into_iter()
			.chain(modifiers)
			.chain(sensitive)
			.fold(Decision::Permit, |decision, (term, cause)| {
				decision.and(Reason { clause: number, term, cause })
			})
	}
}

/// Whether only people should decide on the purpose, whatever the policy allows.
fn is_sensitive(purpose: &Purpose) -> bool {
	purpose.kind == Some(Kind::Controls) || !purpose.sensitive.is_empty()
}

impl Permission {
	/// What speaks against the purpose. `care` is whether CC stands beside the permission.
	fn cause(
		&self,
		purpose: &Purpose,
		care: bool,
		proven: impl Fn(Mondo, Mondo) -> bool,
	) -> Option<Cause> {
		let Some(kind) = purpose.kind else { return Some(Cause::Unknown(Field::Kind)) };
		match (self, kind) {
			// Which research the controls are for is for the owner to look at, as with every sensitive purpose.
			(_, Kind::Controls) | (Self::NoRestriction, _) => None,
			// Clinical care is no research: only CC allows it.
			(_, Kind::ClinicalCare) if !care => Some(Cause::Unmet(Field::Kind)),
			(Self::General, _) => None,
			(
				Self::Biomedical,
				Kind::Biomedical | Kind::Disease | Kind::Methods | Kind::ClinicalCare,
			) => None,
			(Self::Disease(diseases), Kind::Disease | Kind::Methods | Kind::ClinicalCare) => {
				let Some(disease) = purpose.disease else {
					return Some(Cause::Unknown(Field::Disease));
				};
				if diseases.iter().any(|named| *named == disease || proven(disease, *named)) {
					None
				} else if diseases.iter().all(|named| proven(*named, disease)) {
					// Cancer is not lung cancer.
					Some(Cause::Unmet(Field::Disease))
				} else {
					Some(Cause::Unproven)
				}
			},
			(Self::Ancestry, Kind::Ancestry) => None,
			// DUOS lets methods development pass here, DUO limits the use to the study of ancestry. And beside CC, POA contradicts itself.
			(Self::Ancestry, Kind::Methods | Kind::ClinicalCare) => {
				Some(Cause::Unclear(Field::Kind))
			},
			_ => Some(Cause::Unmet(Field::Kind)),
		}
	}
}

impl Modifier {
	/// What speaks against the purpose.
	fn causes(&self, purpose: &Purpose, now: Moment) -> Vec<Cause> {
		let organisation = || {
			let field = Field::NotForProfitOrganisation;
			is(true, purpose.not_for_profit_organisation, field)
		};
		let no_profit = || is(false, purpose.for_profit, Field::ForProfit);
		let not_commercial = || is(false, purpose.commercial, Field::Commercial);
		let causes = match self {
			// DUO speaks of the organisation alone; DUOS denies every use for profit.
			Self::NotForProfit => [organisation(), no_profit(), None],
			// DUO's label speaks of commerce, its definition of profit.
			Self::NonCommercial => [not_commercial(), no_profit(), None],
			Self::NotForProfitNonCommercial => [organisation(), no_profit(), not_commercial()],
			other => [other.cause(purpose, now), None, None],
		};
		causes.into_iter().flatten().collect()
	}

	/// What speaks against the purpose, for the modifiers that are one condition.
	fn cause(&self, purpose: &Purpose, now: Moment) -> Option<Cause> {
		match self {
			Self::ResearchSpecific(classes) => research(classes, purpose),
			Self::NoMethods => is_not(Kind::Methods, purpose.kind),
			Self::NoAncestry => is_not(Kind::Ancestry, purpose.kind),
			Self::GeneticStudies => is(true, purpose.genetic_study, Field::GeneticStudy),
			Self::Publication => is(true, purpose.will_publish, Field::WillPublish),
			Self::Collaboration => is(true, purpose.will_collaborate, Field::WillCollaborate),
			Self::EthicsApproval => is(true, purpose.ethics_approval, Field::EthicsApproval),
			Self::ReturnOfResults => {
				is(true, purpose.will_return_results, Field::WillReturnResults)
			},
			Self::Geography(countries) => match purpose.country {
				None => Some(Cause::Unknown(Field::Country)),
				Some(country) if countries.contains(&country) => None,
				Some(_) => Some(Cause::Unmet(Field::Country)),
			},
			Self::Moratorium(until) => moratorium(*until, purpose.will_publish, now),
			Self::TimeLimit(limit) => match purpose.months {
				None => Some(Cause::Unknown(Field::Months)),
				Some(months) => (months > *limit).then_some(Cause::Unmet(Field::Months)),
			},
			Self::Users(approved) => is_approved(approved, &purpose.user, Field::User),
			Self::Projects(approved) => is_approved(approved, &purpose.project, Field::Project),
			Self::Institutions(approved) => {
				is_approved(approved, &purpose.institution, Field::Institution)
			},
			// This allows, see `Permission::cause`; the others are in `causes`.
			Self::ClinicalCare
			| Self::NotForProfit
			| Self::NonCommercial
			| Self::NotForProfitNonCommercial => None,
		}
	}
}

/// The field has to say just this.
fn is(wanted: bool, stated: Option<bool>, field: Field) -> Option<Cause> {
	match stated {
		None => Some(Cause::Unknown(field)),
		Some(stated) => (stated != wanted).then_some(Cause::Unmet(field)),
	}
}

/// The use must not be of this kind. General research may be of any.
fn is_not(excluded: Kind, stated: Option<Kind>) -> Option<Cause> {
	match stated {
		None => Some(Cause::Unknown(Field::Kind)),
		Some(Kind::General) => Some(Cause::Unclear(Field::Kind)),
		Some(kind) => (kind == excluded).then_some(Cause::Unmet(Field::Kind)),
	}
}

/// The field has to name one of these.
fn is_approved(approved: &Ids, stated: &Option<Id>, field: Field) -> Option<Cause> {
	match stated {
		_ if approved.is_empty() => Some(Cause::Unstated),
		None => Some(Cause::Unknown(field)),
		Some(stated) => (!approved.contains(stated)).then_some(Cause::Unmet(field)),
	}
}

/// Nothing may be published before the day. Who publishes may wait until then, or not: that is to be asked.
fn moratorium(until: Date, will_publish: Option<bool>, now: Moment) -> Option<Cause> {
	match will_publish {
		_ if now >= until.begin() => None,
		None => Some(Cause::Unknown(Field::WillPublish)),
		Some(publishes) => publishes.then_some(Cause::Unclear(Field::WillPublish)),
	}
}

/// The use has to be research of one of these types.
fn research(classes: &Investigations, purpose: &Purpose) -> Option<Cause> {
	let causes: Vec<_> =
		classes.iter().map(|class| belongs(*class, purpose)).collect::<Option<_>>()?;
	let doubt = causes.iter().find(|cause| !matches!(cause, Cause::Unmet(_)));
	Some(*doubt.or(causes.first()).unwrap_or(&Cause::Unstated))
}

/// What speaks against the purpose being research of this type.
fn belongs(class: Investigation, purpose: &Purpose) -> Option<Cause> {
	let of_kind = |kinds: &[Kind]| match purpose.kind {
		None => Some(Cause::Unknown(Field::Kind)),
		// It may be of this type or of another.
		Some(Kind::General) => Some(Cause::Unclear(Field::Kind)),
		Some(kind) => (!kinds.contains(&kind)).then_some(Cause::Unmet(Field::Kind)),
	};
	// Only what is sensitive about age, gender and population is stated.
	let about = |sensitivity| {
		let stated = purpose.sensitive.contains(&sensitivity);
		(!stated).then_some(Cause::Unclear(Field::Sensitive))
	};
	match class {
		Investigation::MethodDevelopment => of_kind(&[Kind::Methods]),
		Investigation::Ancestry => of_kind(&[Kind::Ancestry]),
		Investigation::Control => of_kind(&[Kind::Controls]),
		Investigation::Biomedical => of_kind(&[Kind::Biomedical, Kind::Disease]),
		Investigation::DiseaseCategory => of_kind(&[Kind::Disease]),
		Investigation::Genetic => is(true, purpose.genetic_study, Field::GeneticStudy),
		Investigation::AgeCategory => about(Sensitivity::Paediatric),
		Investigation::GenderCategory => about(Sensitivity::Gender),
		Investigation::Population => about(Sensitivity::Population),
		// A purpose does not state this.
		Investigation::DrugDevelopment => Some(Cause::Unstated),
	}
}
