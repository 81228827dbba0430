//! What transactions did, in words.

use super::{
	connection::Config,
	runtime::runtime::{
		self, balances, consent, consortium, data_registry, data_token,
		runtime_types::bounded_collections::bounded_btree_set::BoundedBTreeSet,
	},
	ChainError,
};
use crate::{
	amount::{Amount, Data, Own},
	cli::RoleName,
	output::Hex,
	time::Time,
};
use ownome_primitives::{BatchId, DatasetId, GrantId, ProposalId, Role};
use serde::Serialize;
use std::fmt;
use subxt::{
	extrinsics::ExtrinsicEvents,
	utils::{AccountId32, Static},
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
	},
	/// A requester withdrew an offer.
	Withdrawn { proposal_id: ProposalId },
	/// An owner rejected an offer.
	Rejected { proposal_id: ProposalId },
	/// An owner consented.
	Granted {
		grant_id: GrantId,
		proposal_id: ProposalId,
		dataset_id: DatasetId,
		owner: AccountId32,
		grantee: AccountId32,
		expires_at: Time,
	},
	/// An owner handed the key over.
	Delivered { grant_id: GrantId, header_hash: Hex },
	/// A custodian recorded an access.
	AccessRecorded { grant_id: GrantId, custodian: AccountId32, index: u32, receipt: Hex },
	/// What had been earned was paid.
	Paid {
		grant_id: GrantId,
		to_owner: Amount<Data>,
		to_attester: Amount<Data>,
		to_treasury: Amount<Data>,
	},
	/// An owner revoked a grant.
	Revoked { grant_id: GrantId, at: Time },
	/// A grant ended because the key was not delivered in time.
	Lapsed { grant_id: GrantId, at: Time },
	/// All money of a grant has found its place.
	Settled { grant_id: GrantId, paid: Amount<Data>, refunded: Amount<Data> },
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
			Self::Delivered { grant_id, .. } => {
				write!(f, "the key of grant {grant_id} was delivered")
			},
			Self::AccessRecorded { grant_id, index, .. } => {
				write!(f, "access {index} under grant {grant_id} was recorded")
			},
			Self::Paid { grant_id, to_owner, to_attester, to_treasury } => write!(
				f,
				"grant {grant_id} paid {to_owner} to the owner, {to_attester} to the attester, {to_treasury} to the treasury"
			),
			Self::Revoked { grant_id, at } => write!(f, "grant {grant_id} was revoked at {at}"),
			Self::Lapsed { grant_id, at } => {
				write!(f, "grant {grant_id} lapsed at {at}, because its key was not delivered in time")
			},
			Self::Settled { grant_id, paid, refunded } => {
				write!(f, "grant {grant_id} is settled: {paid} were paid, {refunded} went back to the grantee")
			},
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
pub fn of(events: &ExtrinsicEvents<Config>) -> Result<Vec<ChainEvent>, ChainError> {
	let mut found = Vec::new();
	for event in events.iter() {
		let event = event.map_err(ChainError::unknown)?;
		let event = event.decode_as::<runtime::Event>().map_err(ChainError::unknown)?;
		found.extend(readable(event));
	}
	Ok(found)
}

fn readable(event: runtime::Event) -> Option<ChainEvent> {
	match event {
		runtime::Event::Consortium(event) => Some(event.into()),
		runtime::Event::DataRegistry(event) => Some(event.into()),
		runtime::Event::Consent(event) => Some(event.into()),
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

impl From<consent::Event> for ChainEvent {
	fn from(event: consent::Event) -> Self {
		use consent::Event;
		match event {
			Event::Offered { proposal_id, dataset_id, requester, owner, price } => {
				let price = Amount::from_units(price);
				Self::Offered { proposal_id, dataset_id, requester, owner, price }
			},
			Event::Withdrawn { proposal_id } => Self::Withdrawn { proposal_id },
			Event::Rejected { proposal_id } => Self::Rejected { proposal_id },
			Event::Granted { grant_id, proposal_id, dataset_id, owner, grantee, expires_at } => {
				let expires_at = Time(expires_at);
				Self::Granted { grant_id, proposal_id, dataset_id, owner, grantee, expires_at }
			},
			Event::Delivered { grant_id, header_hash } => {
				Self::Delivered { grant_id, header_hash: Hex(header_hash) }
			},
			Event::AccessRecorded { grant_id, custodian, index, receipt } => {
				Self::AccessRecorded { grant_id, custodian, index, receipt: Hex(receipt) }
			},
			Event::Paid { grant_id, to_owner, to_attester, to_treasury } => Self::Paid {
				grant_id,
				to_owner: Amount::from_units(to_owner),
				to_attester: Amount::from_units(to_attester),
				to_treasury: Amount::from_units(to_treasury),
			},
			Event::Revoked { grant_id, at } => Self::Revoked { grant_id, at: Time(at) },
			Event::Lapsed { grant_id, at } => Self::Lapsed { grant_id, at: Time(at) },
			Event::Settled { grant_id, paid, refunded } => Self::Settled {
				grant_id,
				paid: Amount::from_units(paid),
				refunded: Amount::from_units(refunded),
			},
		}
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
		let revoked = ChainEvent::Revoked { grant_id: 3, at: Time(1_763_632_800_000) };
		assert_eq!(revoked.to_string(), "grant 3 was revoked at 2025-11-20T10:00:00Z");
		let account = AccountId32([1; 32]);
		let minted = ChainEvent::TokenTransfer {
			from: None,
			to: Some(account),
			value: Amount::from_units(5 * 10u128.pow(17)),
		};
		assert_eq!(minted.to_string(), format!("0.5 DATA were minted for {account}"));
	}
}
