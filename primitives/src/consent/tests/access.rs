use super::*;
use crate::Standing;

const ID: u64 = 7;

fn permitted(until: Moment) -> Access {
	Access::Permitted { grant: ID, until }
}

fn denied(denial: Denial) -> Access {
	Access::Denied(denial)
}

/// What a grant says at moments of its life, when the clock shows `now`.
struct Row {
	name: &'static str,
	grant: Grant<u64>,
	now: Moment,
	erased_at: Option<Moment>,
	left_at: Option<Moment>,
	answers: Vec<(Moment, Access)>,
}

use alloc::{vec, vec::Vec};

fn narrowed(at: Moment, scope: Scope, expires_at: Moment) -> Grant<u64> {
	let mut grant = confirmed(0, 0, 100);
	grant.narrowings.try_push(Narrowing { at, scope, expires_at }).unwrap();
	grant
}

fn emergency() -> Grant<u64> {
	let basis = Basis::Emergency(Emergency {
		reason: EmergencyReason::LifeThreatening,
		justification: [0; 32],
		review_by: 600,
		review: Review::Pending,
	});
	Grant { basis, ..grant(0, 0) }
}

fn ended_at(at: Moment, cause: EndCause) -> Access {
	denied(Denial::Ended { grant: ID, ended: Ended { at, cause } })
}

fn truth_table() -> Vec<Row> {
	let early = denied(Denial::NotYetGranted { grant: ID, from: 100 });
	let expired = |at| denied(Denial::Expired { grant: ID, at });
	let out_of_scope = denied(Denial::OutOfScope { grant: ID });
	let undelivered = denied(Denial::NotDelivered { grant: ID });
	let disputed = |since| denied(Denial::Disputed { grant: ID, since });
	let row = |name, grant, now, answers| Row {
		name,
		grant,
		now,
		erased_at: None,
		left_at: None,
		answers,
	};
	let ended = |at, cause| Grant { ended: ended(at, cause), ..confirmed(0, 0, 100) };
	let with = |verdict| Grant { delivery: delivery(200, verdict), ..grant(0, 0) };
	let dispute = dispute(240);
	let mut rows = vec![
		row(
			"running",
			confirmed(0, 0, 100),
			2_000,
			vec![
				(0, early),
				(99, early),
				(100, permitted(1_100)),
				(1_099, permitted(1_100)),
				(1_100, expired(1_100)),
				(Moment::MAX, expired(1_100)),
			],
		),
		row(
			"before the deadline of delivery",
			grant(0, 0),
			600,
			vec![(99, early), (100, undelivered), (600, undelivered)],
		),
		row(
			"delivered late",
			confirmed(0, 0, 300),
			2_000,
			vec![(100, undelivered), (299, undelivered), (300, permitted(1_100))],
		),
		row(
			"in an emergency",
			emergency(),
			600,
			vec![(99, early), (100, permitted(1_100)), (1_100, expired(1_100))],
		),
		row(
			"not delivered in time",
			grant(0, 0),
			700,
			vec![
				(99, early),
				(600, undelivered),
				(601, ended_at(601, EndCause::Undelivered)),
				(1_100, ended_at(601, EndCause::Undelivered)),
			],
		),
		row(
			"waiting for the confirmation",
			with(Verdict::Pending),
			230,
			vec![(200, permitted(1_100)), (230, permitted(1_100))],
		),
		row(
			"disputed",
			with(Verdict::Disputed(dispute)),
			440,
			vec![(239, permitted(1_100)), (240, disputed(240)), (440, disputed(240))],
		),
		row(
			"not decided in time",
			with(Verdict::Disputed(dispute)),
			441,
			vec![
				(239, permitted(441)),
				(240, disputed(240)),
				(440, disputed(240)),
				(441, ended_at(441, EndCause::Undecided)),
			],
		),
		row(
			"upheld",
			with(Verdict::Upheld { dispute, by: 9, at: 300 }),
			2_000,
			vec![
				(239, permitted(1_100)),
				(240, disputed(240)),
				(299, disputed(240)),
				(300, permitted(1_100)),
				(1_100, expired(1_100)),
			],
		),
		row(
			"rejected",
			Grant {
				ended: super::ended(300, EndCause::DeliveryRejected),
				..with(Verdict::Rejected { dispute, by: 9, at: 300 })
			},
			2_000,
			vec![
				(239, permitted(300)),
				(240, disputed(240)),
				(299, disputed(240)),
				(300, ended_at(300, EndCause::DeliveryRejected)),
			],
		),
		row(
			"narrowed scope",
			narrowed(300, Scope::Aggregate, 1_100),
			2_000,
			vec![
				(299, permitted(1_100)),
				(300, out_of_scope),
				(1_099, out_of_scope),
				(1_100, expired(1_100)),
			],
		),
		row(
			"narrowed period",
			narrowed(300, Scope::Whole, 500),
			2_000,
			vec![
				(299, permitted(500)),
				(499, permitted(500)),
				(500, expired(500)),
				(1_099, expired(500)),
			],
		),
		Row {
			erased_at: Some(500),
			..row(
				"erased",
				confirmed(0, 0, 100),
				2_000,
				vec![
					(499, permitted(500)),
					(500, ended_at(500, EndCause::Erased)),
					(1_100, ended_at(500, EndCause::Erased)),
				],
			)
		},
		Row {
			erased_at: Some(500),
			..row(
				"erased after its end",
				ended(400, EndCause::Revoked),
				2_000,
				vec![(399, permitted(400)), (500, ended_at(400, EndCause::Revoked))],
			)
		},
		Row {
			erased_at: Some(500),
			..row(
				"erased before the deadline of delivery",
				grant(0, 0),
				2_000,
				vec![(499, undelivered), (700, ended_at(500, EndCause::Erased))],
			)
		},
		Row {
			left_at: Some(500),
			..row(
				"the grantee left",
				confirmed(0, 0, 100),
				2_000,
				vec![
					(499, permitted(500)),
					(500, ended_at(500, EndCause::GranteeLeft)),
					(1_100, ended_at(500, EndCause::GranteeLeft)),
				],
			)
		},
		Row {
			left_at: Some(500),
			erased_at: Some(600),
			..row(
				"the grantee left before it was erased",
				confirmed(0, 0, 100),
				2_000,
				vec![(499, permitted(500)), (600, ended_at(500, EndCause::GranteeLeft))],
			)
		},
		Row {
			erased_at: Some(1_100),
			..row(
				"erased after expiry",
				confirmed(0, 0, 100),
				2_000,
				vec![(1_099, permitted(1_100)), (1_100, expired(1_100))],
			)
		},
	];
	for cause in
		[EndCause::Revoked, EndCause::Relinquished, EndCause::Exhausted, EndCause::Unjustified]
	{
		rows.push(row(
			"ended early",
			ended(500, cause),
			2_000,
			vec![
				(99, early),
				(100, permitted(500)),
				(499, permitted(500)),
				(500, ended_at(500, cause)),
				(1_100, ended_at(500, cause)),
			],
		));
	}
	rows
}

#[test]
fn each_grant_says_what_the_table_says() {
	for Row { name, mut grant, now, erased_at, left_at, answers } in truth_table() {
		grant.ripen(now, erased_at, left_at);
		for (at, expected) in answers {
			assert_eq!(grant.access(ID, at, &Scope::Whole), expected, "{name} at {at}");
		}
	}
}

#[test]
fn what_was_answered_once_is_never_taken_back() {
	for Row { name, grant, now, erased_at, left_at, .. } in truth_table() {
		let seen_from = |clock: Moment, at| {
			let mut grant = grant.clone();
			let known = |at: Option<Moment>| at.filter(|at| *at <= clock);
			grant.ripen(clock, known(erased_at), known(left_at));
			matches!(grant.access(ID, at, &Scope::Whole), Access::Permitted { .. })
		};
		for at in (90..=now.min(1_200)).step_by(5).chain([240, 299, 300, 441, 601]) {
			for clock in [at, at + 1, at + 150, at + 2_000] {
				assert_eq!(seen_from(clock, at), seen_from(at, at), "{name} at {at} from {clock}");
			}
		}
	}
}

#[test]
fn only_what_is_in_scope_is_open() {
	let genes = |list: &[u32]| Scope::Genes(list.to_vec().try_into().unwrap());
	let mut grant = confirmed(0, 0, 100);
	grant.terms.scope = genes(&[1, 2, 3]);
	let narrowing = Narrowing { at: 300, scope: genes(&[1]), expires_at: 1_100 };
	grant.narrowings.try_push(narrowing).unwrap();
	for (at, what, open) in [
		(200, genes(&[1, 3]), true),
		(200, genes(&[4]), false),
		(200, Scope::Whole, false),
		(200, Scope::Aggregate, false),
		(300, genes(&[1]), true),
		(300, genes(&[1, 3]), false),
		(299, genes(&[1, 3]), true),
		// What is no scope is in none.
		(200, genes(&[]), false),
		(200, genes(&[3, 1]), false),
	] {
		let answer = grant.access(ID, at, &what);
		assert_eq!(matches!(answer, Access::Permitted { .. }), open, "{what:?} at {at}");
	}
}

#[test]
fn narrower_is_less_in_scope_or_time_and_in_neither_more() {
	let grant = confirmed(0, 0, 100);
	for (scope, expires_at, narrower) in [
		(Scope::Aggregate, 1_100, true),
		(Scope::Whole, 1_099, true),
		(Scope::Aggregate, 600, true),
		(Scope::Whole, 1_100, false),
		(Scope::Aggregate, 1_101, false),
		(Scope::Whole, 500, false),
		(Scope::Whole, 501, true),
	] {
		assert_eq!(grant.is_narrower(500, &scope, expires_at), narrower, "{scope:?} {expires_at}");
	}
	let narrowed = narrowed(300, Scope::Aggregate, 900);
	assert!(!narrowed.is_narrower(500, &Scope::Whole, 800));
	assert!(!narrowed.is_narrower(500, &Scope::Aggregate, 1_000));
	assert!(narrowed.is_narrower(500, &Scope::Aggregate, 899));
}

#[test]
fn only_members_in_good_standing_may_read() {
	let open = permitted(1_100);
	assert_eq!(open.with_standing(Some(Standing::Good)), open);
	for standing in
		[None, Some(Standing::Suspended), Some(Standing::Expelled), Some(Standing::Resigned)]
	{
		assert_eq!(open.with_standing(standing), denied(Denial::Standing(standing)));
	}
	let none = denied(Denial::NoGrant);
	assert_eq!(none.with_standing(None), none);
}

#[test]
fn of_several_grants_the_most_telling_answers() {
	let ended = Ended { at: 1, cause: EndCause::Revoked };
	let best_first = [
		Access::Permitted { grant: 0, until: 20 },
		Access::Permitted { grant: 9, until: 10 },
		denied(Denial::OutOfScope { grant: 0 }),
		denied(Denial::Disputed { grant: 9, since: 5 }),
		denied(Denial::NotDelivered { grant: 9 }),
		denied(Denial::Ended { grant: 8, ended }),
		denied(Denial::Expired { grant: 7, at: 5 }),
		denied(Denial::NotYetGranted { grant: 1, from: 5 }),
		denied(Denial::NotYetGranted { grant: 2, from: 6 }),
		denied(Denial::NoGrant),
	];
	assert!(best_first.is_sorted_by(|one, next| one.rank() > next.rank()));
}
