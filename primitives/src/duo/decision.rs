//! What a policy says to a purpose.

use super::{purpose::Field, Term};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::BoundedVec;

/// Why a condition is not met, or not known to be.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Cause {
	/// The purpose states what the term does not allow. The only cause that denies.
	Unmet(Field),
	/// The purpose does not say what the term turns on.
	Unknown(Field),
	/// What the purpose states may or may not be what the term allows.
	Unclear(Field),
	/// The disease is none of those named, and nothing proves that it is a kind of one of them.
	Unproven,
	/// The term has no parameter that could be compared.
	Unstated,
	/// The purpose is sensitive.
	Sensitive,
}

impl Cause {
	/// A word for it that stays the same, for programs.
	pub fn code(self) -> &'static str {
		match self {
			Self::Unmet(_) => "unmet",
			Self::Unknown(_) => "unknown",
			Self::Unclear(_) => "unclear",
			Self::Unproven => "unproven",
			Self::Unstated => "unstated",
			Self::Sensitive => "sensitive",
		}
	}

	/// The field of the purpose that it is about.
	pub fn field(self) -> Option<Field> {
		match self {
			Self::Unmet(field) | Self::Unknown(field) | Self::Unclear(field) => Some(field),
			Self::Unproven => Some(Field::Disease),
			Self::Sensitive => Some(Field::Sensitive),
			Self::Unstated => None,
		}
	}
}

impl fmt::Display for Cause {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Unmet(field) => {
				write!(f, "what the purpose says as {} is not allowed", field.name())
			},
			Self::Unknown(field) => write!(f, "the purpose does not say {}", field.name()),
			Self::Unclear(field) => {
				write!(f, "what the purpose says as {} may go beyond what is allowed", field.name())
			},
			Self::Unproven => f.write_str(
				"the disease is none of those named, and nothing proves that it is a kind of one",
			),
			Self::Unstated => f.write_str("the clause leaves this to the owner"),
			Self::Sensitive => f.write_str("a sensitive purpose is left to the owner"),
		}
	}
}

/// A condition that is not met, or not known to be.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Reason {
	/// The number of the clause in the policy, from 0.
	pub clause: u8,
	/// The term in the clause; none where the reason is the purpose alone.
	pub term: Option<Term>,
	/// Why.
	pub cause: Cause,
}

impl fmt::Display for Reason {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "clause {}: ", self.clause)?;
		if let Some(term) = self.term {
			write!(f, "{term} ({}): ", term.label())?;
		}
		self.cause.fmt(f)
	}
}

/// The greatest number of reasons for a decision. Each of the 8 clauses has up to 23: its permission, the sensitivity of the purpose, and its
/// modifiers, of which NPU and NCU are two conditions each, NPUNCU is three, CC none, and each other one.
pub const MAX_REASONS: u32 = 184;

/// Reasons for a decision, those of the first clause first.
pub type Reasons = BoundedVec<Reason, ConstU32<MAX_REASONS>>;

/// What a policy says to a purpose.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Decision {
	/// The owner consents to this.
	Permit,
	/// The owner does not consent to this: the conditions that are not met.
	Deny(Reasons),
	/// The owner has to be asked: the conditions that may or may not be met.
	Refer(Reasons),
}

impl Decision {
	/// A word for it that stays the same, for programs.
	pub fn code(&self) -> &'static str {
		match self {
			Self::Permit => "permit",
			Self::Deny(_) => "deny",
			Self::Refer(_) => "refer",
		}
	}

	/// The reasons, of which a permission needs none.
	pub fn reasons(&self) -> &[Reason] {
		match self {
			Self::Permit => &[],
			Self::Deny(reasons) | Self::Refer(reasons) => reasons,
		}
	}

	/// The decision of a clause after one more of its conditions: the worse of the two, with the reasons for it.
	pub(super) fn and(self, reason: Reason) -> Self {
		match (self, reason.cause) {
			(Self::Deny(reasons), Cause::Unmet(_)) => Self::Deny(with(reasons, [reason])),
			(Self::Permit | Self::Refer(_), Cause::Unmet(_)) => {
				Self::Deny(with(Reasons::new(), [reason]))
			},
			(Self::Permit, _) => Self::Refer(with(Reasons::new(), [reason])),
			(Self::Refer(reasons), _) => Self::Refer(with(reasons, [reason])),
			(denied, _) => denied,
		}
	}

	/// The decision of two alternatives: the better of the two, with the reasons for it.
	pub fn or(self, other: Self) -> Self {
		match (self, other) {
			(Self::Permit, _) | (_, Self::Permit) => Self::Permit,
			(Self::Refer(one), Self::Refer(other)) => Self::Refer(with(one, other)),
			(Self::Refer(reasons), _) | (_, Self::Refer(reasons)) => Self::Refer(reasons),
			(Self::Deny(one), Self::Deny(other)) => Self::Deny(with(one, other)),
		}
	}
}

/// As many of the reasons as there is room for. For the clauses of a policy that has no flaw that is all of them.
fn with(mut reasons: Reasons, more: impl IntoIterator<Item = Reason>) -> Reasons {
	for reason in more {
		if reasons.try_push(reason).is_err() {
			break;
		}
	}
	reasons
}
