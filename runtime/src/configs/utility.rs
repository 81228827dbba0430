//! Ways to act together or for another.

use crate::{
	constants::deposit, Balance, Balances, OriginCaller, Runtime, RuntimeCall, RuntimeEvent, System,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{ConstU32, InstanceFilter},
};
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	// One entry of 88 bytes; each signatory adds its account.
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	// One entry of 8 bytes; each proxy adds its account, type and delay.
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	pub const ProxyDepositFactor: Balance = deposit(0, 37);
	// One entry of 8 bytes; each announcement adds account, call hash and height.
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	pub const AnnouncementDepositFactor: Balance = deposit(0, 68);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
	type BlockNumberProvider = System;
}

/// What a delegate may do for an account.
#[derive(
	Copy,
	Clone,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	Any,
	/// An owner's decisions: approve, reject, revoke, and deliver keys.
	Consent,
	/// Deliver keys for grants that the owner made, and nothing else.
	KeyDelivery,
	/// An owner's paperwork: register datasets and versions, claim them from batches, say where they lie and how they are found.
	Registry,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		use pallet_consent::Call;
		use pallet_data_registry::Call as Registry;
		match self {
			Self::Any => true,
			Self::Consent => matches!(
				call,
				RuntimeCall::Consent(
					Call::approve { .. }
						| Call::reject { .. }
						| Call::revoke { .. }
						| Call::deliver { .. }
				)
			),
			Self::KeyDelivery => matches!(call, RuntimeCall::Consent(Call::deliver { .. })),
			Self::Registry => matches!(
				call,
				RuntimeCall::DataRegistry(
					Registry::register { .. }
						| Registry::register_many { .. }
						| Registry::new_version { .. }
						| Registry::set_locations { .. }
						| Registry::set_tags { .. }
						| Registry::claim_from_batch { .. }
				)
			),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match self {
			Self::Any => true,
			Self::Consent => matches!(other, Self::Consent | Self::KeyDelivery),
			Self::KeyDelivery | Self::Registry => self == other,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}
