//! What transactions did, in words.

use super::{
	connection::Config,
	dispatch::explain,
	runtime::runtime::{
		self, balances, consent, consortium, data_registry, data_token,
		runtime_types::bounded_collections::bounded_btree_set::BoundedBTreeSet,
	},
	ChainError,
};
use crate::{
	amount::{Amount, Data, Own},
	cli::{Reason, RoleName},
	output::Hex,
	scope::ScopeArg,
	time::Time,
};
use ownome_primitives::{
	BatchId, DatasetId, EndCause, Evidence, GrantId, Party, PolicyTarget, ProposalId, Role,
};
use serde::Serialize;
use std::fmt;
use subxt::{
	extrinsics::ExtrinsicEvents,
	utils::{AccountId32, Static},
	Metadata,
};

/// Something that a transaction did. In JSON, `event` has the name of the variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "event")]
pub enum ChainEvent {
	/// Somebody asked to be accredited.
	Applied { who: AccountId32, roles: Vec<String> },
	/// An applicant withdrew.
	ApplicationWithdrawn { who: AccountId32 },
	/// An application was turned down.
	Declined { who: AccountId32 },
	/// A member was admitted.
	Admitted { member: AccountId32, roles: Vec<String> },
	/// The consortium vouches for something else about a member.
	ProfileAmended {
		member: AccountId32,
		institution: String,
		country: String,
		not_for_profit: bool,
	},
	/// A member may do nothing until it is reinstated.
	Suspended { member: AccountId32 },
	/// A suspended member may do again what its roles say.
	Reinstated { member: AccountId32 },
	/// The council ended a membership.
	Expelled { who: AccountId32 },
	/// A member left.
	Resigned { who: AccountId32 },
	/// A dataset was registered.
	Registered {
		dataset_id: DatasetId,
		owner: AccountId32,
		payer: AccountId32,
		custodian: AccountId32,
		commitment: Hex,
	},
	/// The dataset that was registered is a new version.
	VersionAdded { dataset_id: DatasetId, predecessor: DatasetId, version: u32 },
	/// The dataset that was registered comes from a batch.
	Claimed { dataset_id: DatasetId, batch_id: BatchId, index: u64 },
	/// An owner said where a dataset lies.
	LocationsSet { dataset_id: DatasetId, count: u32 },
	/// An owner said what a dataset is about.
	TagsSet { dataset_id: DatasetId, epoch: u32, count: u32 },
	/// A member vouched for a dataset.
	Attested { dataset_id: DatasetId, attester: AccountId32, statement: Hex },
	/// A member vouches no more.
	AttestationRetracted { dataset_id: DatasetId, attester: AccountId32 },
	/// An owner offered a title.
	TransferOffered { dataset_id: DatasetId, to: AccountId32 },
	/// The offer of a title was taken back.
	TransferCancelled { dataset_id: DatasetId },
	/// A title changed hands.
	Transferred { dataset_id: DatasetId, from: AccountId32, to: AccountId32 },
	/// Somebody acts for an owner.
	GuardianSet { owner: AccountId32, guardian: AccountId32, until: Time },
	/// Nobody acts for an owner any more.
	HandedOver { owner: AccountId32, guardian: AccountId32 },
	/// A dataset is closed for new grants.
	Sealed { dataset_id: DatasetId },
	/// A dataset was erased.
	Erased { dataset_id: DatasetId },
	/// A batch was anchored.
	BatchAnchored {
		batch_id: BatchId,
		anchored_by: AccountId32,
		custodian: AccountId32,
		root: Hex,
		leaves: u64,
	},
	/// An owner put a subject id on record, or took it off.
	SubjectSet { owner: AccountId32, subject: Option<Hex> },
	/// Somebody made an offer.
	Offered {
		proposal_id: ProposalId,
		dataset_id: DatasetId,
		requester: AccountId32,
		owner: AccountId32,
		price: Amount<Data>,
		terms_hash: Hex,
	},
	/// One of several offers failed.
	OfferFailed { dataset_id: DatasetId, requester: AccountId32, error: String },
	/// Somebody answered an offer with other terms.
	Countered {
		proposal_id: ProposalId,
		by: &'static str,
		round: u8,
		price: Amount<Data>,
		terms_hash: Hex,
	},
	/// An ethics committee signed an offer.
	CoSigned { proposal_id: ProposalId, by: AccountId32, terms_hash: Hex },
	/// A requester withdrew an offer.
	Withdrawn { proposal_id: ProposalId },
	/// An owner rejected an offer.
	Rejected { proposal_id: ProposalId },
	/// An offer was closed to which nobody could agree any more.
	Expired { proposal_id: ProposalId },
	/// Somebody consented.
	Granted {
		grant_id: GrantId,
		proposal_id: Option<ProposalId>,
		dataset_id: DatasetId,
		owner: AccountId32,
		grantee: AccountId32,
		expires_at: Time,
	},
	/// An owner handed the key over.
	Delivered { grant_id: GrantId, header_hash: Hex, confirm_by: Time },
	/// A grantee confirmed that the key opens the data.
	Confirmed { grant_id: GrantId },
	/// A grantee says that the key does not open the data.
	Disputed { grant_id: GrantId, reason: Hex, decide_by: Time },
	/// An auditor decided a dispute.
	Ruled { grant_id: GrantId, by: AccountId32, valid: bool },
	/// A custodian recorded accesses.
	AccessRecorded {
		grant_id: GrantId,
		custodian: AccountId32,
		index: u64,
		count: u32,
		receipt: Hex,
	},
	/// What had been earned was paid.
	Paid {
		grant_id: GrantId,
		to_owner: Amount<Data>,
		to_attester: Amount<Data>,
		to_treasury: Amount<Data>,
	},
	/// What could not be earned any more went back to the grantee.
	Refunded { grant_id: GrantId, amount: Amount<Data> },
	/// All money of a grant has found its place.
	Settled { grant_id: GrantId, paid: Amount<Data>, refunded: Amount<Data> },
	/// A grant ended before its time.
	Ended { grant_id: GrantId, at: Time, cause: &'static str },
	/// An owner leaves open less.
	Narrowed { grant_id: GrantId, scope: String, expires_at: Time },
	/// An owner set a policy.
	PolicySet { target: String, policy: Hex },
	/// A policy was taken off.
	PolicyRemoved { target: String },
	/// An owner refuses all offers, or takes them again.
	DoorSet { owner: AccountId32, closed: bool },
	/// An owner refuses emergency access, or allows it again.
	BreakGlassSet { owner: AccountId32, opted_out: bool },
	/// A clinician opened a dataset in an emergency.
	EmergencyOpened {
		grant_id: GrantId,
		dataset_id: DatasetId,
		owner: AccountId32,
		clinician: AccountId32,
		reason: String,
		review_by: Time,
	},
	/// An ethics committee reviewed an emergency.
	Reviewed { grant_id: GrantId, by: AccountId32, justified: bool },
	/// A clinician was suspended for an emergency.
	Reported { grant_id: GrantId, clinician: AccountId32 },
	/// The diseases of which one is a kind of another were announced.
	OntologyAnnounced { root: Hex, count: u64, from: Time },
	/// No proof of ancestry counts any more.
	OntologyRemoved,
	/// Units of the data token moved, were minted or were burnt.
	TokenTransfer { from: Option<AccountId32>, to: Option<AccountId32>, value: Amount<Data> },
	/// Somebody may spend units of the data token of somebody else.
	TokenApproval { owner: AccountId32, spender: AccountId32, value: Amount<Data> },
	/// Units of the native coin moved.
	CoinTransfer { from: AccountId32, to: AccountId32, amount: Amount<Own> },
}

impl fmt::Display for ChainEvent {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Applied { who, roles } => {
				write!(f, "{who} applied to be {}", roles.join(", "))
			},
			Self::ApplicationWithdrawn { who } => write!(f, "{who} withdrew its application"),
			Self::Declined { who } => write!(f, "the application of {who} was declined"),
			Self::Admitted { member, roles } => {
				write!(f, "{member} was admitted as {}", roles.join(", "))
			},
			Self::ProfileAmended { member, institution, country, not_for_profit } => write!(
				f,
				"the consortium vouches for {member} as of {institution} in {country}, {}",
				if *not_for_profit { "not-for-profit" } else { "for profit" }
			),
			Self::Suspended { member } => write!(f, "{member} was suspended"),
			Self::Reinstated { member } => write!(f, "{member} was reinstated"),
			Self::Expelled { who } => write!(f, "{who} was expelled"),
			Self::Resigned { who } => write!(f, "{who} resigned"),
			Self::Registered { dataset_id, owner, custodian, commitment, .. } => write!(
				f,
				"dataset {dataset_id} with commitment {commitment} was registered by {owner}, stored by {custodian}"
			),
			Self::Attested { dataset_id, attester, .. } => {
				write!(f, "{attester} vouched for dataset {dataset_id}")
			},
			Self::VersionAdded { dataset_id, predecessor, version } => {
				write!(f, "dataset {dataset_id} is version {version}, after dataset {predecessor}")
			},
			Self::Claimed { dataset_id, batch_id, index } => {
				write!(f, "dataset {dataset_id} was number {index} of batch {batch_id}")
			},
			Self::LocationsSet { dataset_id, count: 0 } => {
				write!(f, "dataset {dataset_id} has no locations any more")
			},
			Self::LocationsSet { dataset_id, count } => {
				write!(f, "the number of locations of dataset {dataset_id} is {count}")
			},
			Self::TagsSet { dataset_id, count: 0, .. } => {
				write!(f, "dataset {dataset_id} has no tags any more")
			},
			Self::TagsSet { dataset_id, epoch, count } => {
				write!(f, "the number of tags of dataset {dataset_id} is {count}, of epoch {epoch}")
			},
			Self::AttestationRetracted { dataset_id, attester } => {
				write!(f, "{attester} vouches for dataset {dataset_id} no more")
			},
			Self::TransferOffered { dataset_id, to } => {
				write!(f, "dataset {dataset_id} was offered to {to}")
			},
			Self::TransferCancelled { dataset_id } => {
				write!(f, "dataset {dataset_id} is not offered any more")
			},
			Self::Transferred { dataset_id, from, to } => {
				write!(f, "dataset {dataset_id} went from {from} to {to}")
			},
			Self::GuardianSet { owner, guardian, until } => {
				write!(f, "{guardian} acts for {owner} until {until}")
			},
			Self::HandedOver { owner, guardian } => {
				write!(f, "{guardian} acts for {owner} no more")
			},
			Self::Sealed { dataset_id } => {
				write!(f, "dataset {dataset_id} is closed for new grants")
			},
			Self::Erased { dataset_id } => write!(f, "dataset {dataset_id} was erased"),
			Self::BatchAnchored { batch_id, anchored_by, root, leaves, .. } => {
				write!(f, "batch {batch_id} of {leaves} datasets with root {root} was anchored by {anchored_by}")
			},
			Self::SubjectSet { owner, subject: Some(subject) } => {
				write!(f, "{owner} has the subject id {subject}")
			},
			Self::SubjectSet { owner, subject: None } => {
				write!(f, "{owner} has no subject id any more")
			},
			Self::Offered { proposal_id, dataset_id, requester, price, .. } => {
				write!(f, "offer {proposal_id}: {requester} offered {price} for dataset {dataset_id}")
			},
			Self::Withdrawn { proposal_id } => write!(f, "offer {proposal_id} was withdrawn"),
			Self::Rejected { proposal_id } => write!(f, "offer {proposal_id} was rejected"),
			Self::Granted { grant_id, dataset_id, grantee, expires_at, .. } => {
				write!(f, "grant {grant_id}: {grantee} may read dataset {dataset_id} until {expires_at}")
			},
			Self::OfferFailed { dataset_id, error, .. } => {
				write!(f, "the offer for dataset {dataset_id} failed: {error}")
			},
			Self::Countered { proposal_id, by, price, .. } => {
				write!(f, "offer {proposal_id}: the {by} wants other terms, for {price}")
			},
			Self::CoSigned { proposal_id, by, .. } => write!(f, "offer {proposal_id} was signed by {by}"),
			Self::Expired { proposal_id } => {
				write!(f, "offer {proposal_id} was closed, nobody can agree to it any more")
			},
			Self::Delivered { grant_id, confirm_by, .. } => write!(
				f,
				"the key of grant {grant_id} was delivered, the grantee may dispute it until {confirm_by}"
			),
			Self::Confirmed { grant_id } => {
				write!(f, "the grantee confirmed the key of grant {grant_id}")
			},
			Self::Disputed { grant_id, decide_by, .. } => write!(
				f,
				"the key of grant {grant_id} is disputed, an auditor decides until {decide_by}"
			),
			Self::Ruled { grant_id, by, valid } => {
				let opens = if *valid { "opens" } else { "does not open" };
				write!(f, "{by} decided that the key of grant {grant_id} {opens} the data")
			},
			Self::AccessRecorded { grant_id, index, count: 1, .. } => {
				write!(f, "access {index} under grant {grant_id} was recorded")
			},
			Self::AccessRecorded { grant_id, index, count, .. } => {
				write!(f, "{count} accesses from {index} on under grant {grant_id} were recorded")
			},
			Self::Paid { grant_id, to_owner, to_attester, to_treasury } => write!(
				f,
				"grant {grant_id} paid {to_owner} to the owner, {to_attester} to the attester, {to_treasury} to the treasury"
			),
			Self::Refunded { grant_id, amount } => {
				write!(f, "{amount} of grant {grant_id} went back to the grantee")
			},
			Self::Settled { grant_id, paid, refunded } => {
				write!(f, "grant {grant_id} is settled: {paid} were paid, {refunded} went back to the grantee")
			},
			Self::Ended { grant_id, at, cause } => {
				write!(f, "grant {grant_id} ended at {at}: {cause}")
			},
			Self::Narrowed { grant_id, scope, expires_at } => {
				let scope = if scope == "whole" { "the whole dataset" } else { scope };
				write!(f, "grant {grant_id} leaves open {scope} until {expires_at}")
			},
			Self::PolicySet { target, .. } => write!(f, "the policy for {target} was set"),
			Self::PolicyRemoved { target } => write!(f, "the policy for {target} was taken off"),
			Self::DoorSet { owner, closed } => {
				write!(f, "{owner} {} offers", if *closed { "refuses" } else { "takes" })
			},
			Self::BreakGlassSet { owner, opted_out } => {
				write!(f, "{owner} {} emergency access", if *opted_out { "refuses" } else { "allows" })
			},
			Self::EmergencyOpened { grant_id, dataset_id, clinician, reason, review_by, .. } => write!(
				f,
				"grant {grant_id}: {clinician} opened dataset {dataset_id} in an emergency ({reason}), to be reviewed until {review_by}"
			),
			Self::Reviewed { grant_id, by, justified } => {
				let was = if *justified { "was" } else { "was not" };
				write!(f, "{by} found that the emergency of grant {grant_id} {was} one")
			},
			Self::Reported { grant_id, clinician } => {
				write!(f, "{clinician} was suspended for the emergency of grant {grant_id}")
			},
			Self::OntologyAnnounced { root, count, from } => {
				write!(f, "{count} pairs of diseases count from {from} on, under the root {root}")
			},
			Self::OntologyRemoved => write!(f, "no proof that a disease is a kind of another counts"),
			Self::TokenTransfer { from: Some(from), to: Some(to), value } => {
				write!(f, "{value} went from {from} to {to}")
			},
			Self::TokenTransfer { from: None, to: Some(to), value } => {
				write!(f, "{value} were minted for {to}")
			},
			Self::TokenTransfer { from, to: None, value } => {
				let from = from.map_or_else(|| "nobody".to_owned(), |from| from.to_string());
				write!(f, "{value} of {from} were burnt")
			},
			Self::TokenApproval { owner, spender, value } => {
				write!(f, "{spender} may spend {value} of {owner}")
			},
			Self::CoinTransfer { from, to, amount } => {
				write!(f, "{amount} went from {from} to {to}")
			},
		}
	}
}

/// What the transaction with these `events` did. Events of the machinery beneath, fees and deposits for example, are left out.
pub fn of(
	events: &ExtrinsicEvents<Config>,
	metadata: &Metadata,
) -> Result<Vec<ChainEvent>, ChainError> {
	let mut found = Vec::new();
	for event in events.iter() {
		let event = event.map_err(ChainError::unknown)?;
		let event = event.decode_as::<runtime::Event>().map_err(ChainError::unknown)?;
		found.extend(readable(event, metadata));
	}
	Ok(found)
}

fn readable(event: runtime::Event, metadata: &Metadata) -> Option<ChainEvent> {
	match event {
		runtime::Event::Consortium(event) => Some(event.into()),
		runtime::Event::DataRegistry(event) => Some(event.into()),
		runtime::Event::Consent(event) => Some(consented(event, metadata)),
		runtime::Event::DataToken(event) => Some(event.into()),
		runtime::Event::Balances(balances::Event::Transfer { from, to, amount }) => {
			Some(ChainEvent::CoinTransfer { from, to, amount: Amount::from_units(amount) })
		},
		_ => None,
	}
}

// Every event of our own pallets is listed, so that a new one does not compile before it has words.

impl From<consortium::Event> for ChainEvent {
	fn from(event: consortium::Event) -> Self {
		use consortium::Event;
		match event {
			Event::Applied { who, roles } => Self::Applied { who, roles: names(roles) },
			Event::ApplicationWithdrawn { who } => Self::ApplicationWithdrawn { who },
			Event::Declined { who } => Self::Declined { who },
			Event::Admitted { member, roles } => Self::Admitted { member, roles: names(roles) },
			Event::ProfileAmended { member, profile } => Self::ProfileAmended {
				member,
				institution: profile.institution.to_string(),
				country: profile.country.to_string(),
				not_for_profit: profile.not_for_profit,
			},
			Event::Suspended { member } => Self::Suspended { member },
			Event::Reinstated { member } => Self::Reinstated { member },
			Event::Expelled { who } => Self::Expelled { who },
			Event::Resigned { who } => Self::Resigned { who },
		}
	}
}

impl From<data_registry::Event> for ChainEvent {
	fn from(event: data_registry::Event) -> Self {
		use data_registry::Event;
		match event {
			Event::Registered { dataset_id, owner, payer, custodian, commitment } => {
				let commitment = Hex(commitment.0 .0);
				Self::Registered { dataset_id, owner, payer, custodian, commitment }
			},
			Event::VersionAdded { dataset_id, predecessor, version } => {
				Self::VersionAdded { dataset_id, predecessor, version }
			},
			Event::Claimed { dataset_id, batch_id, index } => {
				Self::Claimed { dataset_id, batch_id, index }
			},
			Event::LocationsSet { dataset_id, count } => Self::LocationsSet { dataset_id, count },
			Event::TagsSet { dataset_id, epoch, count } => {
				Self::TagsSet { dataset_id, epoch, count }
			},
			Event::Attested { dataset_id, attester, statement } => {
				Self::Attested { dataset_id, attester, statement: Hex(statement) }
			},
			Event::AttestationRetracted { dataset_id, attester } => {
				Self::AttestationRetracted { dataset_id, attester }
			},
			Event::TransferOffered { dataset_id, to } => Self::TransferOffered { dataset_id, to },
			Event::TransferCancelled { dataset_id } => Self::TransferCancelled { dataset_id },
			Event::Transferred { dataset_id, from, to } => {
				Self::Transferred { dataset_id, from, to }
			},
			Event::GuardianSet { owner, guardian, until } => {
				Self::GuardianSet { owner, guardian, until: Time(until) }
			},
			Event::HandedOver { owner, guardian } => Self::HandedOver { owner, guardian },
			Event::Sealed { dataset_id } => Self::Sealed { dataset_id },
			Event::Erased { dataset_id } => Self::Erased { dataset_id },
			Event::BatchAnchored { batch_id, anchored_by, custodian, root, leaves } => {
				let root = Hex(root.0 .0);
				Self::BatchAnchored { batch_id, anchored_by, custodian, root, leaves }
			},
			Event::SubjectSet { owner, subject } => {
				Self::SubjectSet { owner, subject: subject.map(|found| Hex(found.0 .0)) }
			},
		}
	}
}

fn consented(event: consent::Event, metadata: &Metadata) -> ChainEvent {
	use consent::Event;
	match event {
		Event::Offered { proposal_id, dataset_id, requester, owner, price, terms_hash } => {
			let (price, terms_hash) = (Amount::from_units(price), Hex(terms_hash.0 .0));
			ChainEvent::Offered { proposal_id, dataset_id, requester, owner, price, terms_hash }
		},
		Event::OfferFailed { dataset_id, requester, error } => {
			ChainEvent::OfferFailed { dataset_id, requester, error: explain(&error, metadata) }
		},
		Event::Countered { proposal_id, by, round, price, terms_hash } => {
			let by = match by.0 {
				Party::Owner => "owner",
				Party::Requester => "requester",
			};
			let (price, terms_hash) = (Amount::from_units(price), Hex(terms_hash.0 .0));
			ChainEvent::Countered { proposal_id, by, round, price, terms_hash }
		},
		Event::CoSigned { proposal_id, by, terms_hash } => {
			let terms_hash = Hex(terms_hash.0 .0);
			ChainEvent::CoSigned { proposal_id, by, terms_hash }
		},
		Event::Withdrawn { proposal_id } => ChainEvent::Withdrawn { proposal_id },
		Event::Rejected { proposal_id } => ChainEvent::Rejected { proposal_id },
		Event::Expired { proposal_id } => ChainEvent::Expired { proposal_id },
		Event::Granted { grant_id, proposal_id, dataset_id, owner, grantee, expires_at } => {
			let expires_at = Time(expires_at);
			ChainEvent::Granted { grant_id, proposal_id, dataset_id, owner, grantee, expires_at }
		},
		Event::Delivered { grant_id, header_hash, confirm_by } => {
			let (header_hash, confirm_by) = (Hex(header_hash), Time(confirm_by));
			ChainEvent::Delivered { grant_id, header_hash, confirm_by }
		},
		Event::Confirmed { grant_id } => ChainEvent::Confirmed { grant_id },
		Event::Disputed { grant_id, reason, decide_by } => {
			ChainEvent::Disputed { grant_id, reason: Hex(reason), decide_by: Time(decide_by) }
		},
		Event::Ruled { grant_id, by, valid } => ChainEvent::Ruled { grant_id, by, valid },
		Event::AccessRecorded { grant_id, custodian, index, evidence } => {
			let count = evidence.0.count();
			let receipt = Hex(match evidence.0 {
				Evidence::Record(digest) => digest,
				Evidence::Batch { root, .. } => root.0,
			});
			ChainEvent::AccessRecorded { grant_id, custodian, index, count, receipt }
		},
		Event::Paid { grant_id, to_owner, to_attester, to_treasury } => ChainEvent::Paid {
			grant_id,
			to_owner: Amount::from_units(to_owner),
			to_attester: Amount::from_units(to_attester),
			to_treasury: Amount::from_units(to_treasury),
		},
		Event::Refunded { grant_id, amount } => {
			ChainEvent::Refunded { grant_id, amount: Amount::from_units(amount) }
		},
		Event::Settled { grant_id, paid, refunded } => ChainEvent::Settled {
			grant_id,
			paid: Amount::from_units(paid),
			refunded: Amount::from_units(refunded),
		},
		Event::Ended { grant_id, at, cause } => {
			ChainEvent::Ended { grant_id, at: Time(at), cause: cause_name(cause.0) }
		},
		Event::Narrowed { grant_id, scope, expires_at } => {
			let (scope, expires_at) = (ScopeArg(scope.0).to_string(), Time(expires_at));
			ChainEvent::Narrowed { grant_id, scope, expires_at }
		},
		Event::PolicySet { target, policy } => {
			ChainEvent::PolicySet { target: target_name(target.0), policy: Hex(policy) }
		},
		Event::PolicyRemoved { target } => {
			ChainEvent::PolicyRemoved { target: target_name(target.0) }
		},
		Event::DoorSet { owner, closed } => ChainEvent::DoorSet { owner, closed },
		Event::BreakGlassSet { owner, opted_out } => ChainEvent::BreakGlassSet { owner, opted_out },
		Event::EmergencyOpened { grant_id, dataset_id, owner, clinician, reason, review_by } => {
			let (reason, review_by) = (Reason::from(reason.0).name(), Time(review_by));
			ChainEvent::EmergencyOpened {
				grant_id,
				dataset_id,
				owner,
				clinician,
				reason,
				review_by,
			}
		},
		Event::Reviewed { grant_id, by, justified } => {
			ChainEvent::Reviewed { grant_id, by, justified }
		},
		Event::Reported { grant_id, clinician } => ChainEvent::Reported { grant_id, clinician },
		Event::OntologyAnnounced { root, count, from } => {
			ChainEvent::OntologyAnnounced { root: Hex(root.0 .0), count, from: Time(from) }
		},
		Event::OntologyRemoved => ChainEvent::OntologyRemoved,
	}
}

/// Why a grant ended, as a word or two.
pub fn cause_name(cause: EndCause) -> &'static str {
	match cause {
		EndCause::Revoked => "revoked",
		EndCause::Relinquished => "relinquished",
		EndCause::Undelivered => "undelivered",
		EndCause::Erased => "erased",
		EndCause::Exhausted => "exhausted",
		EndCause::DeliveryRejected => "delivery rejected",
		EndCause::Undecided => "undecided",
		EndCause::Unjustified => "unjustified",
		EndCause::GranteeLeft => "grantee left",
	}
}

fn target_name(target: PolicyTarget<AccountId32>) -> String {
	match target {
		PolicyTarget::Dataset(id) => format!("dataset {id}"),
		PolicyTarget::AllOf(owner) => format!("all datasets of {owner}"),
	}
}

impl From<data_token::Event> for ChainEvent {
	fn from(event: data_token::Event) -> Self {
		use data_token::Event;
		match event {
			Event::Transfer { from, to, value } => {
				Self::TokenTransfer { from, to, value: Amount::from_units(value) }
			},
			Event::Approval { owner, spender, value } => {
				Self::TokenApproval { owner, spender, value: Amount::from_units(value) }
			},
		}
	}
}

fn names(roles: BoundedBTreeSet<Static<Role>>) -> Vec<String> {
	roles.0.into_iter().map(|role| RoleName::from(role.0).name()).collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn events_carry_amounts_times_and_names_in_json() {
		let settled = ChainEvent::Settled {
			grant_id: 3,
			paid: Amount::from_units(1),
			refunded: Amount::from_units(10u128.pow(18)),
		};
		assert_eq!(
			serde_json::to_value(settled).unwrap(),
			serde_json::json!({
				"event": "Settled", "grant_id": 3, "paid": "0.000000000000000001", "refunded": "1"
			})
		);
	}

	#[test]
	fn events_are_sentences_for_people() {
		let at = Time(1_763_632_800_000);
		let revoked = ChainEvent::Ended { grant_id: 3, at, cause: "revoked" };
		assert_eq!(revoked.to_string(), "grant 3 ended at 2025-11-20T10:00:00Z: revoked");
		let account = AccountId32([1; 32]);
		let minted = ChainEvent::TokenTransfer {
			from: None,
			to: Some(account),
			value: Amount::from_units(5 * 10u128.pow(17)),
		};
		assert_eq!(minted.to_string(), format!("0.5 DATA were minted for {account}"));
	}
}
