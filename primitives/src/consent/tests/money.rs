use super::*;

#[test]
fn nothing_is_earned_before_delivery() {
	assert_eq!(grant(1_000, 20).earned(2_000), 0);
}

#[test]
fn nothing_is_earned_before_the_delivery_is_accepted() {
	let pending = Grant { delivery: delivery(200, Verdict::Pending), ..grant(1_000, 20) };
	assert_eq!(pending.earned(250), 0);
	// Silence confirms, and the time since delivery counts.
	assert_eq!(pending.earned(251), 200 + 800 * 51 / 1_000);

	let at = 210;
	let confirmed = Grant { delivery: delivery(200, Verdict::Confirmed { at }), ..pending };
	assert_eq!(confirmed.earned(210), 200 + 800 * 10 / 1_000);
}

#[test]
fn upfront_part_is_earned_at_delivery_and_the_rest_evenly_until_expiry() {
	let grant = confirmed(1_000, 20, 100);
	assert_eq!(grant.earned(100), 200);
	assert_eq!(grant.earned(600), 600);
	assert_eq!(grant.earned(1_099), 999);
	assert_eq!(grant.earned(1_100), 1_000);
	assert_eq!(grant.earned(Moment::MAX), 1_000);
}

#[test]
fn the_time_before_delivery_is_never_earned_and_goes_back_at_once() {
	let half = confirmed(1_000, 20, 600);
	assert_eq!(half.earned(600), 200);
	assert_eq!(half.earned(Moment::MAX), 600);
	assert_eq!(half.refundable(600), 400);
	let last_moment = confirmed(1_000, 0, 1_099);
	assert_eq!(last_moment.earned(Moment::MAX), 1);
}

#[test]
fn what_the_owner_takes_back_stops_the_clock() {
	for cause in [EndCause::Revoked, EndCause::Erased] {
		let grant = Grant { ended: ended(800, cause), ..confirmed(1_000, 20, 300) };
		assert_eq!(grant.earned(5_000), 600);
		assert_eq!(grant.refundable(800), 400);
	}
}

#[test]
fn who_gives_a_grant_back_keeps_the_key_and_pays_by_time_as_before() {
	for cause in [EndCause::Relinquished, EndCause::GranteeLeft] {
		let open = confirmed(1_000, 20, 300);
		let grant = Grant { ended: ended(301, cause), ..open.clone() };
		for now in [301, 700, 1_100] {
			assert_eq!(grant.money(now), open.money(now));
		}
		// Without the key nothing is owed.
		let undelivered = Grant { delivery: None, ..grant };
		assert_eq!((undelivered.earned(301), undelivered.refundable(301)), (0, 1_000));
	}
}

#[test]
fn an_owner_who_takes_back_before_the_delivery_is_answered_earns_time_only() {
	let waiting = Grant { delivery: delivery(300, Verdict::Pending), ..grant(1_000, 50) };
	let revoked = |at| Grant { ended: ended(at, EndCause::Revoked), ..waiting.clone() };
	assert_eq!((revoked(300).earned(5_000), revoked(300).refundable(300)), (0, 1_000));
	assert_eq!((revoked(350).earned(5_000), revoked(350).refundable(350)), (25, 975));
	// Silence is an answer.
	assert_eq!((revoked(352).earned(5_000), revoked(352).refundable(352)), (526, 474));
	let narrowed = |scope, expires_at| {
		let mut narrowed = waiting.clone();
		let narrowing = Narrowing { at: 350, scope, expires_at };
		narrowed.narrowings.try_push(narrowing).unwrap();
		narrowed
	};
	assert_eq!(narrowed(Scope::Aggregate, 1_100).earned(5_000), 25);
	assert_eq!(narrowed(Scope::Whole, 700).earned(5_000), 200);
	// A false dispute is an answer too.
	let upheld = Verdict::Upheld { dispute: dispute(340), by: 9, at: 500 };
	let upheld = Grant { delivery: delivery(300, upheld), ..revoked(350) };
	assert_eq!(upheld.earned(500), 525);
	// What was paid before stays paid.
	let paid = Grant {
		delivery: delivery(300, Verdict::Confirmed { at: 350 }),
		paid: 525,
		..revoked(350)
	};
	assert_eq!((paid.earned(350), paid.payable(350), paid.refundable(350)), (525, 0, 475));
}

#[test]
fn leaving_open_less_of_the_data_ends_the_earning() {
	let mut grant = confirmed(1_000, 0, 100);
	let narrowing = Narrowing { at: 600, scope: Scope::Aggregate, expires_at: 1_100 };
	grant.narrowings.try_push(narrowing).unwrap();
	assert_eq!((grant.earned(600), grant.earned(Moment::MAX)), (500, 500));
	assert_eq!(grant.refundable(600), 500);
}

#[test]
fn an_earlier_expiry_leaves_less_to_be_earned() {
	let mut grant = confirmed(1_000, 0, 100);
	let narrowing = Narrowing { at: 200, scope: Scope::Whole, expires_at: 600 };
	grant.narrowings.try_push(narrowing).unwrap();
	assert_eq!(grant.earned(Moment::MAX), 500);
	assert_eq!(grant.refundable(200), 500);
}

#[test]
fn the_custodians_word_that_all_accesses_are_used_moves_nothing() {
	let open = confirmed(1_000, 20, 600);
	let exhausted = Grant { ended: ended(700, EndCause::Exhausted), ..open.clone() };
	for now in [600, 700, 800, 1_100] {
		assert_eq!(exhausted.money(now), open.money(now));
	}
}

#[test]
fn a_dispute_freezes_the_money_and_the_ruling_decides() {
	let with = |verdict| Grant { delivery: delivery(200, verdict), ..grant(1_000, 20) };
	let dispute = dispute(240);
	let frozen = with(Verdict::Disputed(dispute));
	assert_eq!((frozen.earned(440), frozen.refundable(440)), (0, 80));

	let mut undecided = with(Verdict::Disputed(dispute));
	assert!(undecided.ripen(441, None, None) && !undecided.ripen(442, None, None));
	assert_eq!(undecided.delivery, delivery(200, Verdict::Undecided(dispute)));
	assert_eq!((undecided.earned(441), undecided.refundable(441)), (0, 1_000));
	let rejected = with(Verdict::Rejected { dispute, by: 9, at: 300 });
	assert_eq!((rejected.earned(5_000), rejected.refundable(300)), (0, 1_000));
	let upheld = with(Verdict::Upheld { dispute, by: 9, at: 300 });
	assert_eq!((upheld.earned(300), upheld.refundable(300)), (280, 80));
}

#[test]
fn an_undelivered_grant_goes_back_when_it_ends() {
	let mut overdue = grant(1_000, 20);
	assert_eq!(overdue.refundable(600), 0);
	assert!(overdue.ripen(601, None, None));
	assert_eq!(overdue.ended, ended(601, EndCause::Undelivered));
	assert_eq!(overdue.refundable(601), 1_000);
	assert!(!overdue.ripen(700, None, None));
}

#[test]
fn the_largest_price_does_not_overflow() {
	assert_eq!(confirmed(Balance::MAX, 0, 100).earned(600), Balance::MAX / 2);
	assert_eq!(confirmed(Balance::MAX, 100, 100).earned(600), Balance::MAX);
}

/// Every settlement leaves in escrow exactly what may still be earned, whatever happens in whatever order.
#[test]
fn price_is_always_held_paid_or_refunded() {
	let verdicts = |at: Moment| {
		let dispute = dispute(at + 10);
		[
			None,
			delivery(at, Verdict::Pending),
			delivery(at, Verdict::Confirmed { at: at + 5 }),
			delivery(at, Verdict::Disputed(dispute)),
			delivery(at, Verdict::Upheld { dispute, by: 9, at: at + 100 }),
			delivery(at, Verdict::Rejected { dispute, by: 9, at: at + 100 }),
		]
	};
	let ends = [
		None,
		ended(330, EndCause::Revoked),
		ended(330, EndCause::Relinquished),
		ended(700, EndCause::GranteeLeft),
		ended(900, EndCause::Exhausted),
	];
	for delivery in [100, 300, 600].into_iter().flat_map(verdicts) {
		for (end, accesses) in ends.iter().flat_map(|end| [(end, None), (end, Some(3))]) {
			if end.is_some_and(|end| delivery.as_ref().is_some_and(|it| it.at > end.at)) {
				continue;
			}
			let mut grant = Grant { delivery: delivery.clone(), ended: *end, ..grant(997, 33) };
			grant.terms.accesses = accesses;
			let from = end.map_or(0, |end| end.at);
			for now in [331, 420, 601, 815, 900, 1_099, 1_100, 5_000]
				.iter()
				.filter(|now| **now >= from)
			{
				grant.ripen(*now, None, None);
				let (payable, refundable) = (grant.payable(*now), grant.refundable(*now));
				grant.paid += payable;
				grant.refunded += refundable;
				assert_eq!(grant.held() + grant.paid + grant.refunded, 997, "{grant:?} {now}");
				assert_eq!(grant.held() + grant.paid, grant.earnable(*now), "{grant:?} {now}");
				assert_eq!(grant.money(*now).payable, 0);
			}
			assert_eq!(grant.held(), 0, "{grant:?}");
		}
	}
}
