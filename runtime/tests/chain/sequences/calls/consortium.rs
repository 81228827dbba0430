//! Members come and go.

use super::{by, by_root, id, Made, Make};
use crate::sequences::{cast::roles, dice::Dice};
use ownome_primitives::{Application, Profile, Standing};
use ownome_runtime::{AccountId, Runtime};
use pallet_consortium::{Applications, Call, Members, StandingHistory};
use std::collections::BTreeSet;

pub const CALLS: &[(u32, Make)] = &[
	(4, apply),
	(1, withdraw_application),
	(5, admit),
	(1, decline),
	(1, suspend),
	(3, reinstate),
	(2, expel),
	(2, resign),
	(2, amend_profile),
];

/// What `who` states, alone in its institution.
fn application(who: &AccountId) -> Application {
	Application {
		roles: roles(who).iter().copied().collect::<BTreeSet<_>>().try_into().expect("are few"),
		profile: Profile {
			institution: who.to_string().parse().expect("an address is an id"),
			country: "GB".parse().expect("is a country"),
			not_for_profit: true,
		},
		encryption_key: [1; 32],
		credential: [2; 32],
	}
}

fn application_of(who: &AccountId) -> Call<Runtime> {
	let Application { roles, profile, encryption_key, credential } = application(who);
	Call::apply { roles, encryption_key, credential, profile }
}

/// `who` applies and is admitted.
pub fn accreditation(who: AccountId) -> [Made; 2] {
	let (apply, application_hash) = (application_of(&who), application(&who).hash());
	let admit = Call::<Runtime>::admit { who: id(who.clone()), application_hash };
	[by(who, apply), by_root(admit)]
}

fn applicant(dice: &mut Dice) -> AccountId {
	let applicants: Vec<_> = Applications::<Runtime>::iter_keys().collect();
	dice.pick_or(&applicants, Dice::anybody)
}

fn member(dice: &mut Dice, standing: Standing) -> AccountId {
	let members: Vec<_> = Members::<Runtime>::iter()
		.filter(|(_, member)| member.standing == standing)
		.map(|(who, _)| who)
		.collect();
	dice.pick_or(&members, Dice::anybody)
}

/// Root, or somebody who is not.
fn council(dice: &mut Dice, call: Call<Runtime>) -> Made {
	if dice.once_in(16) {
		by(dice.anybody(), call)
	} else {
		by_root(call)
	}
}

fn apply(dice: &mut Dice) -> Made {
	let former: Vec<_> = StandingHistory::<Runtime>::iter_keys()
		.filter(|who| !Members::<Runtime>::contains_key(who))
		.collect();
	let who = dice.pick_or(&former, Dice::anybody);
	let call = application_of(&who);
	by(who, call)
}

fn withdraw_application(dice: &mut Dice) -> Made {
	by(applicant(dice), Call::<Runtime>::withdraw_application {})
}

fn admit(dice: &mut Dice) -> Made {
	let who = applicant(dice);
	let mut application_hash = application(&who).hash();
	application_hash[0] ^= u8::from(dice.once_in(8));
	council(dice, Call::admit { who: id(who), application_hash })
}

fn decline(dice: &mut Dice) -> Made {
	let who = id(applicant(dice));
	council(dice, Call::decline { who })
}

fn suspend(dice: &mut Dice) -> Made {
	let who = id(member(dice, Standing::Good));
	council(dice, Call::suspend { who })
}

fn reinstate(dice: &mut Dice) -> Made {
	let who = id(member(dice, Standing::Suspended));
	council(dice, Call::reinstate { who })
}

fn expel(dice: &mut Dice) -> Made {
	let standing = dice.pick(&[Standing::Good, Standing::Suspended]);
	let who = id(member(dice, standing));
	council(dice, Call::expel { who })
}

/// Sometimes of an institution that others are of, too.
fn amend_profile(dice: &mut Dice) -> Made {
	let who = member(dice, Standing::Good);
	let mut profile = application(&who).profile;
	if dice.once_in(2) {
		profile.institution = "shared".parse().expect("is an id");
	}
	council(dice, Call::amend_profile { who: id(who), profile })
}

fn resign(dice: &mut Dice) -> Made {
	let standing = dice.pick(&[Standing::Good, Standing::Suspended]);
	by(member(dice, standing), Call::<Runtime>::resign {})
}
