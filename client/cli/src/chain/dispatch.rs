//! Why the chain refused a call, in words.

use super::{runtime::runtime, ChainError};
use runtime::{
	runtime_types::{
		sp_arithmetic::ArithmeticError,
		sp_runtime::{ModuleError, TokenError},
	},
	DispatchError,
};
use subxt::Metadata;

/// The errors by which pallets say that somebody lacks a role.
const NOT_ACCREDITED: [&str; 6] =
	["NotRequester", "NotEthics", "NotAuditor", "NotClinician", "NotAttester", "MayNotAnchor"];

/// What it means that a call failed.
pub fn failure(error: &DispatchError, metadata: &Metadata) -> ChainError {
	let reason = explain(error, metadata);
	match error {
		DispatchError::Module(error)
			if named(error, metadata)
				.is_some_and(|(_, name, _)| NOT_ACCREDITED.contains(&name)) =>
		{
			ChainError::NotAccredited(reason)
		},
		_ => ChainError::Failed(reason),
	}
}

/// The pallet of an error, the name of the error, and what the pallet says of it.
fn named<'a>(error: &ModuleError, metadata: &'a Metadata) -> Option<(&'a str, &'a str, String)> {
	let pallet = metadata.pallet_by_error_index(error.index)?;
	let variant = pallet.error_variant_by_index(error.error[0])?;
	Some((pallet.name(), &variant.name, variant.docs.join(" ")))
}

/// The reason in words: those that the pallet itself ships in the metadata, wherever there are some.
pub fn explain(error: &DispatchError, metadata: &Metadata) -> String {
	match error {
		DispatchError::Module(error) => match named(error, metadata) {
			Some((pallet, name, docs)) => sentence(pallet, name, &docs),
			None => "The chain refused the call for a reason that its metadata do not name.".into(),
		},
		DispatchError::Token(error) => token(error).into(),
		DispatchError::Arithmetic(error) => arithmetic(error).into(),
		DispatchError::BadOrigin => {
			"This account may not do that: sign as the account that may.".into()
		},
		other => format!("The chain refused the call: {other:?}."),
	}
}

const TOO_LITTLE: &str =
	"The account has too little for this: see what is free with `ownome token balance` and `ownome coin balance`.";

fn token(error: &TokenError) -> &'static str {
	match error {
		TokenError::FundsUnavailable => TOO_LITTLE,
		TokenError::OnlyProvider | TokenError::NotExpendable => {
			"The account would be left with less than an account must have: send less, or all of its OWN."
		},
		TokenError::BelowMinimum => {
			"The receiving account would have less than an account must have: send more."
		},
		TokenError::CannotCreate | TokenError::CannotCreateHold => {
			"The account does not exist yet: send it some OWN first."
		},
		TokenError::UnknownAsset => "The chain does not know this token: send DATA or OWN.",
		TokenError::Frozen => "What the account has is frozen for now: wait until it is free again.",
		TokenError::Unsupported => "The token cannot do this: send it with `ownome token transfer`.",
		TokenError::Blocked => "The account takes nothing in: send it to another one.",
	}
}

fn arithmetic(error: &ArithmeticError) -> &'static str {
	match error {
		ArithmeticError::Underflow => TOO_LITTLE,
		ArithmeticError::Overflow => "The amount is more than there can be: give a smaller one.",
		ArithmeticError::DivisionByZero => {
			"The chain would have to divide by zero: give an amount above zero."
		},
	}
}

/// The words of a pallet, with the name of the error for those who look it up.
fn sentence(pallet: &str, error: &str, docs: &str) -> String {
	match docs.trim().trim_end_matches('.') {
		"" => format!("The chain refused the call: {pallet}.{error}."),
		docs => format!("{docs} ({pallet}.{error})."),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn too_little_reads_the_same_whichever_way_the_chain_finds_out() {
		assert_eq!(arithmetic(&ArithmeticError::Underflow), token(&TokenError::FundsUnavailable));
		assert!(token(&TokenError::BelowMinimum).contains("send more"));
		assert!(token(&TokenError::NotExpendable).contains("send less"));
	}

	#[test]
	fn the_words_of_the_pallet_come_first() {
		assert_eq!(
			sentence("Consent", "NotOwner", " Only the owner may do this: sign as the owner."),
			"Only the owner may do this: sign as the owner (Consent.NotOwner)."
		);
		assert_eq!(sentence("Sudo", "X", ""), "The chain refused the call: Sudo.X.");
	}
}
