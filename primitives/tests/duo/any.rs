//! Any policy and any purpose.

use std::collections::BTreeSet;

use ownome_primitives::{
	duo::{
		purpose::{Kind, Purpose, Sensitivity},
		Clause, Country, Date, Id, Investigation, Modifier, Permission, Policy,
	},
	Mondo,
};
use proptest::{collection, option, prelude::*, sample};

/// A bounded set of so many of these.
fn set<T, S>(
	item: impl Strategy<Value = T>,
	count: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = S>
where
	T: Ord + std::fmt::Debug + Clone + 'static,
	S: TryFrom<BTreeSet<T>> + std::fmt::Debug,
{
	collection::btree_set(item, count).prop_map(|set| set.try_into().ok().unwrap())
}

/// Few of them, so that those of a policy and of a purpose often meet, and the extremes.
pub fn disease() -> impl Strategy<Value = Mondo> {
	sample::select(vec![Mondo(0), Mondo(4992), Mondo(5148), Mondo(8903), Mondo(9_999_999)])
}

fn country() -> impl Strategy<Value = Country> {
	sample::select(vec!["AD", "GB", "SE", "US", "ZW"]).prop_map(|text| text.parse().unwrap())
}

fn id() -> impl Strategy<Value = Id> {
	prop_oneof!["[PIU]-[12]", "[A-Za-z0-9._:/#-]{1,48}"]
		.prop_map(|text: String| text.parse().unwrap())
}

fn permission() -> impl Strategy<Value = Permission> {
	prop_oneof![
		Just(Permission::NoRestriction),
		Just(Permission::Biomedical),
		set(disease(), 1..=5).prop_map(Permission::Disease),
		Just(Permission::Ancestry),
		Just(Permission::General),
	]
}

pub fn modifier() -> impl Strategy<Value = Modifier> {
	let date = prop_oneof![Just(Date(0)), (20_700u32..20_800).prop_map(Date), Just(Date::LAST)];
	prop_oneof![
		set(sample::select(Investigation::ALL.to_vec()), 0..=10)
			.prop_map(Modifier::ResearchSpecific),
		set(country(), 1..=5).prop_map(Modifier::Geography),
		date.prop_map(Modifier::Moratorium),
		prop_oneof![1u16..30, Just(u16::MAX)].prop_map(Modifier::TimeLimit),
		set(id(), 0..=8).prop_map(Modifier::Users),
		set(id(), 0..=8).prop_map(Modifier::Projects),
		set(id(), 0..=8).prop_map(Modifier::Institutions),
		sample::select(vec![
			Modifier::NoMethods,
			Modifier::GeneticStudies,
			Modifier::NotForProfitNonCommercial,
			Modifier::Publication,
			Modifier::Collaboration,
			Modifier::EthicsApproval,
			Modifier::ReturnOfResults,
			Modifier::ClinicalCare,
			Modifier::NoAncestry,
			Modifier::NotForProfit,
			Modifier::NonCommercial,
		]),
	]
}

pub fn clause() -> impl Strategy<Value = Clause> {
	// Mostly few, so that there is something to permit.
	let modifiers = prop_oneof![4 => collection::vec(modifier(), 0..4), 1 => collection::vec(modifier(), 0..30)];
	(permission(), modifiers).prop_map(|(permission, modifiers)| {
		// The last of each term.
		let by_term: std::collections::BTreeMap<_, _> =
			modifiers.into_iter().map(|modifier| (modifier.term(), modifier)).collect();
		let modifiers: BTreeSet<_> = by_term.into_values().collect();
		Clause { permission, modifiers: modifiers.try_into().unwrap() }
	})
}

pub fn policy() -> impl Strategy<Value = Policy> {
	prop_oneof![4 => collection::vec(clause(), 1..=2), 1 => collection::vec(clause(), 3..=8)]
		.prop_map(|clauses| Policy { clauses: clauses.try_into().unwrap() })
}

pub fn purpose() -> impl Strategy<Value = Purpose> {
	let said = || option::weighted(0.8, any::<bool>());
	let kinds: Vec<_> = Kind::all().collect();
	let sensitivities: Vec<_> = Sensitivity::all().collect();
	let research = (option::weighted(0.9, sample::select(kinds)), option::of(disease()), said());
	let profit = (said(), said(), said());
	let agreed = (said(), said(), said(), said());
	let place = (option::of(country()), option::of(1u16..30));
	let who = (option::of(id()), option::of(id()), option::of(id()));
	let sensitive = prop_oneof![3 => set(sample::select(sensitivities.clone()), 0..=0), 1 => set(sample::select(sensitivities), 0..=10)];
	(research, profit, agreed, place, who, sensitive).prop_map(
		|(research, profit, agreed, place, who, sensitive)| Purpose {
			kind: research.0,
			disease: research.1,
			for_profit: profit.0,
			commercial: profit.1,
			not_for_profit_organisation: profit.2,
			country: place.0,
			genetic_study: research.2,
			ethics_approval: agreed.0,
			will_publish: agreed.1,
			will_collaborate: agreed.2,
			will_return_results: agreed.3,
			months: place.1,
			project: who.0,
			institution: who.1,
			user: who.2,
			sensitive,
		},
	)
}
