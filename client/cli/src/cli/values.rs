//! Words that the command line understands.

use crate::amount::{Amount, AmountError, Data, Own};
use clap::ValueEnum;
use ownome_primitives::{Balance, DataFormat, EmergencyReason, Role};
use ownome_vault::edits::TO_THE_END;
use serde::{de::Error as _, Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, ops::Range, str::FromStr};

/// How much `OWN` to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoinAmount {
	/// Everything that is free.
	All,
	/// So much.
	Exactly(Amount<Own>),
}

impl FromStr for CoinAmount {
	type Err = AmountError;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		match text {
			"all" => Ok(Self::All),
			amount => amount.parse().map(Self::Exactly),
		}
	}
}

/// How many accesses to agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accesses(pub Option<u32>);

impl FromStr for Accesses {
	type Err = &'static str;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		match (text, text.parse()) {
			("any", _) => Ok(Self(None)),
			(_, Ok(number)) if number > 0 => Ok(Self(Some(number))),
			_ => Err("write a whole number above zero, or `any`"),
		}
	}
}

/// A part of a text, `START-END` or `START-`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByteRange(pub Range<u64>);

impl FromStr for ByteRange {
	type Err = &'static str;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		const HINT: &str = "write START-END, for example 0-1000 for the first 1000 bytes, or START- for all from there on";
		let number = |digits: &str| match digits.bytes().all(|digit| digit.is_ascii_digit()) {
			true => digits.parse::<u64>().map_err(|_| HINT),
			false => Err(HINT),
		};
		let (start, end) = text.split_once('-').ok_or(HINT)?;
		let end = if end.is_empty() { TO_THE_END } else { number(end)? };
		let range = number(start)?..end;
		match range.is_empty() {
			true => Err("the end is the first byte that is left out, so it has to be greater than the start"),
			false => Ok(Self(range)),
		}
	}
}

/// 32 bytes, written as 0x and 64 hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

/// A text is not a hash.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("write 0x and 64 hex digits")]
pub struct NotAHash;

impl FromStr for Hash {
	type Err = NotAHash;

	fn from_str(text: &str) -> Result<Self, NotAHash> {
		let mut bytes = [0; 32];
		let digits = text.strip_prefix("0x").ok_or(NotAHash)?;
		hex::decode_to_slice(digits, &mut bytes).map_err(|_| NotAHash)?;
		Ok(Self(bytes))
	}
}

/// The format of data before encryption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
	/// Variant Call Format, plain or block-gzipped
	Vcf,
	/// Binary VCF
	Bcf,
	/// Binary alignment map
	Bam,
	/// Reference-compressed alignments
	Cram,
	/// Raw reads
	Fastq,
	/// HL7 FHIR bundle
	FhirBundle,
	/// GA4GH Phenopacket
	Phenopacket,
	/// Medical imaging
	Imaging,
	/// A stream recorded by a wearable
	WearableStream,
	/// Anything else
	Other,
}

impl Format {
	/// Its name on the command line and in manifests.
	pub fn name(self) -> &'static str {
		DataFormat::from(self).name()
	}
}

impl From<Format> for DataFormat {
	fn from(format: Format) -> Self {
		match format {
			Format::Vcf => Self::Vcf,
			Format::Bcf => Self::Bcf,
			Format::Bam => Self::Bam,
			Format::Cram => Self::Cram,
			Format::Fastq => Self::Fastq,
			Format::FhirBundle => Self::FhirBundle,
			Format::Phenopacket => Self::Phenopacket,
			Format::Imaging => Self::Imaging,
			Format::WearableStream => Self::WearableStream,
			Format::Other => Self::Other,
		}
	}
}

impl From<DataFormat> for Format {
	fn from(format: DataFormat) -> Self {
		match format {
			DataFormat::Vcf => Self::Vcf,
			DataFormat::Bcf => Self::Bcf,
			DataFormat::Bam => Self::Bam,
			DataFormat::Cram => Self::Cram,
			DataFormat::Fastq => Self::Fastq,
			DataFormat::FhirBundle => Self::FhirBundle,
			DataFormat::Phenopacket => Self::Phenopacket,
			DataFormat::Imaging => Self::Imaging,
			DataFormat::WearableStream => Self::WearableStream,
			DataFormat::Other => Self::Other,
		}
	}
}

/// What a member is accredited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RoleName {
	/// May make offers for data
	Requester,
	/// May vouch for data that it produced
	Attester,
	/// Stores ciphertext and reports accesses
	Custodian,
	/// Co-signs where a policy asks for it
	Ethics,
	/// May open an emergency grant
	Clinician,
	/// Runs a validator
	Validator,
	/// Decides disputes between others
	Auditor,
}

impl RoleName {
	/// The name on the command line.
	pub fn name(self) -> String {
		name_of(&self)
	}
}

impl From<Role> for RoleName {
	fn from(role: Role) -> Self {
		match role {
			Role::Requester => Self::Requester,
			Role::Attester => Self::Attester,
			Role::Custodian => Self::Custodian,
			Role::Ethics => Self::Ethics,
			Role::Clinician => Self::Clinician,
			Role::Validator => Self::Validator,
			Role::Auditor => Self::Auditor,
		}
	}
}

impl From<RoleName> for Role {
	fn from(name: RoleName) -> Self {
		match name {
			RoleName::Requester => Self::Requester,
			RoleName::Attester => Self::Attester,
			RoleName::Custodian => Self::Custodian,
			RoleName::Ethics => Self::Ethics,
			RoleName::Clinician => Self::Clinician,
			RoleName::Validator => Self::Validator,
			RoleName::Auditor => Self::Auditor,
		}
	}
}

/// Why a clinician opens a dataset without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Reason {
	/// The patient is unconscious or otherwise unable to answer
	PatientUnableToConsent,
	/// The patient's life is at risk
	LifeThreatening,
	/// A medicine must be chosen that could harm this patient
	DrugSafety,
	/// A danger to others' health
	PublicHealth,
}

impl Reason {
	/// The name on the command line.
	pub fn name(self) -> String {
		name_of(&self)
	}
}

impl From<EmergencyReason> for Reason {
	fn from(reason: EmergencyReason) -> Self {
		match reason {
			EmergencyReason::PatientUnableToConsent => Self::PatientUnableToConsent,
			EmergencyReason::LifeThreatening => Self::LifeThreatening,
			EmergencyReason::DrugSafety => Self::DrugSafety,
			EmergencyReason::PublicHealth => Self::PublicHealth,
		}
	}
}

impl From<Reason> for EmergencyReason {
	fn from(reason: Reason) -> Self {
		match reason {
			Reason::PatientUnableToConsent => Self::PatientUnableToConsent,
			Reason::LifeThreatening => Self::LifeThreatening,
			Reason::DrugSafety => Self::DrugSafety,
			Reason::PublicHealth => Self::PublicHealth,
		}
	}
}

/// The name of a value on the command line.
pub fn name_of(value: &impl ValueEnum) -> String {
	value
		.to_possible_value()
		.map(|value| value.get_name().to_owned())
		.unwrap_or_default()
}

/// How an allowance is written that spending does not lower.
const UNLIMITED: &str = "unlimited";

/// How much somebody may spend, in 10^-18 `DATA`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance(pub Balance);

impl FromStr for Allowance {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		if text == UNLIMITED {
			return Ok(Self(Balance::MAX));
		}
		match text.parse::<Amount<Data>>() {
			Ok(amount) => Ok(Self(amount.units())),
			Err(error) => Err(format!("{error}, or unlimited")),
		}
	}
}

impl fmt::Display for Allowance {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self.0 {
			Balance::MAX => f.write_str(UNLIMITED),
			units => Amount::<Data>::from_units(units).fmt(f),
		}
	}
}

impl Serialize for Allowance {
	/// As a text, the same that can be given as an argument.
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		match self.0 {
			Balance::MAX => serializer.serialize_str(UNLIMITED),
			units => Amount::<Data>::from_units(units).serialize(serializer),
		}
	}
}

impl<'de> Deserialize<'de> for Allowance {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn names_are_the_same_there_and_back() {
		for reason in Reason::value_variants() {
			assert_eq!(Reason::from(EmergencyReason::from(*reason)), *reason);
			assert!(!reason.name().is_empty());
		}
		for format in Format::value_variants() {
			assert_eq!(Format::from(DataFormat::from(*format)), *format);
			assert_eq!(name_of(format), format.name());
		}
		for role in RoleName::value_variants() {
			assert_eq!(RoleName::from(Role::from(*role)), *role);
			assert!(!role.name().is_empty());
		}
	}

	#[test]
	fn accesses_are_counted_or_not() {
		assert_eq!("1".parse(), Ok(Accesses(Some(1))));
		assert_eq!("any".parse(), Ok(Accesses(None)));
		for wrong in ["0", "", "-1", "4294967296", "none"] {
			assert!(wrong.parse::<Accesses>().is_err(), "{wrong}");
		}
	}

	#[test]
	fn ranges_end_before_their_end() {
		assert_eq!("0-1".parse(), Ok(ByteRange(0..1)));
		assert_eq!("65536-131072".parse(), Ok(ByteRange(65536..131_072)));
		assert_eq!("7-".parse(), Ok(ByteRange(7..TO_THE_END)));
		for wrong in [
			"",
			"-",
			"-5",
			"5",
			"5-5",
			"6-5",
			"1-2-3",
			"+1-2",
			"1-+2",
			"a-b",
			"0-99999999999999999999",
		] {
			assert!(wrong.parse::<ByteRange>().is_err(), "{wrong}");
		}
	}

	#[test]
	fn hashes_have_64_digits() {
		let digits = "ab".repeat(32);
		assert_eq!(format!("0x{digits}").parse(), Ok(Hash([0xab; 32])));
		for wrong in [&digits, &format!("0x{digits}00"), "0x", "0xzz"] {
			assert_eq!(wrong.parse::<Hash>(), Err(NotAHash), "{wrong}");
		}
	}

	#[test]
	fn all_coins_can_be_asked_for() {
		assert_eq!("all".parse(), Ok(CoinAmount::All));
		assert_eq!("1".parse(), Ok(CoinAmount::Exactly(Amount::from_units(10u128.pow(12)))));
		assert!("everything".parse::<CoinAmount>().is_err());
	}
}
