//! What a policy tells about its owner.

use ownome_primitives::duo::{Clause, Investigation, Modifier, Permission, Policy};

/// What anybody could guess about the owner from the clauses, which are public on the chain, with what to use instead.
pub fn exposure(policy: &Policy) -> Vec<String> {
	(0..)
		.zip(&policy.clauses)
		.flat_map(|(number, clause)| hints(number, clause))
		.collect()
}

fn hints(number: u8, clause: &Clause) -> Vec<String> {
	let disease = matches!(clause.permission, Permission::Disease(_)).then(|| {
		format!("clause {number} names a disease, and everybody can read it: HMB or GRU names none")
	});
	let group = clause.modifiers.iter().any(|modifier| match modifier {
		Modifier::ResearchSpecific(classes) => classes.iter().any(|class| {
			use Investigation::{AgeCategory, GenderCategory, Population};
			matches!(class, AgeCategory | GenderCategory | Population)
		}),
		_ => false,
	});
	let group = group.then(|| {
		format!("clause {number} is about an age, a gender or a population, and everybody can read it: leave RS out")
	});
	disease.into_iter().chain(group).collect()
}
