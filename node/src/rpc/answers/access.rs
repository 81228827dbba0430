//! What was allowed at any moment.

use super::names;
use ownome_primitives::{Access, Denial, GrantId, Moment};
use serde::Serialize;

/// Whether somebody may read a dataset at a moment: `permitted`, and what that follows from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum AccessAnswer {
	/// Yes.
	Permitted {
		/// `true`.
		permitted: bool,
		/// The grant that allows it.
		grant: GrantId,
		/// As far as is known now, until this moment.
		until: Moment,
	},
	/// No: the last grant ended before its time.
	Ended {
		/// `false`.
		permitted: bool,
		/// Why it ended: `revoked`, `relinquished`, `undelivered`, `erased`, `exhausted`, `deliveryRejected`, `undecided`, `unjustified` or
		/// `granteeLeft`.
		reason: &'static str,
		/// The grant.
		grant: GrantId,
		/// When it ended.
		at: Moment,
	},
	/// No, for another reason.
	Denied {
		/// `false`.
		permitted: bool,
		/// Why not.
		#[serde(flatten)]
		denial: DenialAnswer,
	},
}

/// Why an access is denied: `reason`, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "camelCase")]
pub enum DenialAnswer {
	/// There has never been a grant for this dataset and grantee.
	NoGrant,
	/// The first grant came later.
	NotYetGranted {
		/// The grant.
		grant: GrantId,
		/// When it was made.
		from: Moment,
	},
	/// The last grant ran out.
	Expired {
		/// The grant.
		grant: GrantId,
		/// When.
		at: Moment,
	},
	/// The key had not been delivered.
	NotDelivered {
		/// The grant.
		grant: GrantId,
	},
	/// The grantee says that the key does not open the data, and nobody had decided on that.
	Disputed {
		/// The grant.
		grant: GrantId,
		/// Since when.
		since: Moment,
	},
	/// The grant opens less than was asked for.
	OutOfScope {
		/// The grant.
		grant: GrantId,
	},
	/// The grantee was not a member in good standing.
	NotInStanding {
		/// `suspended`, `expelled` or `resigned`; `null` if it had never been a member.
		standing: Option<&'static str>,
	},
}

impl From<Access> for AccessAnswer {
	fn from(access: Access) -> Self {
		let denied = |denial| Self::Denied { permitted: false, denial };
		match access {
			Access::Permitted { grant, until } => Self::Permitted { permitted: true, grant, until },
			Access::Denied(denial) => match denial {
				Denial::Ended { grant, ended } => Self::Ended {
					permitted: false,
					reason: names::end_cause(ended.cause),
					grant,
					at: ended.at,
				},
				Denial::NoGrant => denied(DenialAnswer::NoGrant),
				Denial::NotYetGranted { grant, from } => {
					denied(DenialAnswer::NotYetGranted { grant, from })
				},
				Denial::Expired { grant, at } => denied(DenialAnswer::Expired { grant, at }),
				Denial::NotDelivered { grant } => denied(DenialAnswer::NotDelivered { grant }),
				Denial::Disputed { grant, since } => {
					denied(DenialAnswer::Disputed { grant, since })
				},
				Denial::OutOfScope { grant } => denied(DenialAnswer::OutOfScope { grant }),
				Denial::Standing(standing) => {
					let standing = standing.map(names::standing);
					denied(DenialAnswer::NotInStanding { standing })
				},
			},
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::{EndCause, Ended, Standing};
	use serde_json::{json, Value};

	fn access(access: Access) -> Value {
		json!(AccessAnswer::from(access))
	}

	#[test]
	fn permission_names_the_grant() {
		assert_eq!(
			access(Access::Permitted { grant: 3, until: 1_793_000_000_000 }),
			json!({ "permitted": true, "grant": 3, "until": 1_793_000_000_000u64 })
		);
	}

	#[test]
	fn every_denial_names_its_reason() {
		for (denial, expected) in [
			(Denial::NoGrant, json!({ "permitted": false, "reason": "noGrant" })),
			(
				Denial::NotYetGranted { grant: 3, from: 5 },
				json!({ "permitted": false, "reason": "notYetGranted", "grant": 3, "from": 5 }),
			),
			(
				Denial::Expired { grant: 3, at: 5 },
				json!({ "permitted": false, "reason": "expired", "grant": 3, "at": 5 }),
			),
			(
				Denial::NotDelivered { grant: 3 },
				json!({ "permitted": false, "reason": "notDelivered", "grant": 3 }),
			),
			(
				Denial::Disputed { grant: 3, since: 5 },
				json!({ "permitted": false, "reason": "disputed", "grant": 3, "since": 5 }),
			),
			(
				Denial::OutOfScope { grant: 3 },
				json!({ "permitted": false, "reason": "outOfScope", "grant": 3 }),
			),
			(
				Denial::Standing(Some(Standing::Suspended)),
				json!({ "permitted": false, "reason": "notInStanding", "standing": "suspended" }),
			),
			(
				Denial::Standing(Some(Standing::Expelled)),
				json!({ "permitted": false, "reason": "notInStanding", "standing": "expelled" }),
			),
			(
				Denial::Standing(Some(Standing::Resigned)),
				json!({ "permitted": false, "reason": "notInStanding", "standing": "resigned" }),
			),
			(
				Denial::Standing(None),
				json!({ "permitted": false, "reason": "notInStanding", "standing": null }),
			),
		] {
			assert_eq!(access(Access::Denied(denial)), expected);
		}
	}

	#[test]
	fn every_early_end_names_its_cause() {
		for (cause, reason) in [
			(EndCause::Revoked, "revoked"),
			(EndCause::Relinquished, "relinquished"),
			(EndCause::Undelivered, "undelivered"),
			(EndCause::Erased, "erased"),
			(EndCause::Exhausted, "exhausted"),
			(EndCause::DeliveryRejected, "deliveryRejected"),
			(EndCause::Undecided, "undecided"),
			(EndCause::Unjustified, "unjustified"),
			(EndCause::GranteeLeft, "granteeLeft"),
		] {
			let denial = Denial::Ended { grant: 3, ended: Ended { at: 5, cause } };
			assert_eq!(
				access(Access::Denied(denial)),
				json!({ "permitted": false, "reason": reason, "grant": 3, "at": 5 })
			);
		}
	}
}
