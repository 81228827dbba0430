//! Calls as they are told to people and programs: what they are named, what they say of themselves, and what goes along with them.

use scale_info::{TypeDef, TypeDefPrimitive};
use serde_json::{Map, Value};
use std::fmt;
use subxt::{
	ext::scale_value::{scale::decode_as_type, Composite, Primitive, Value as Scale, ValueDef},
	utils::AccountId32,
	Metadata,
};

/// A call in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
	/// The pallet and the call.
	pub name: String,
	/// What goes along with it, by name.
	pub arguments: Value,
	/// What it does, as its pallet tells it in the metadata.
	pub effect: String,
	/// Whether root does it, on the word of the sudo key.
	pub by_sudo: bool,
}

impl fmt::Display for Spoken {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{} {}", self.name, self.arguments)
	}
}

/// The call with these bytes, if the metadata know it.
pub fn of(bytes: &[u8], metadata: &Metadata) -> Option<Spoken> {
	let id = metadata.outer_enums().call_enum_ty();
	let call = decode_as_type(&mut &*bytes, id, metadata.types()).ok()?;
	spoken(&call, metadata)
}

fn spoken(call: &Scale<u32>, metadata: &Metadata) -> Option<Spoken> {
	let ValueDef::Variant(pallet) = &call.value else { return None };
	let inner = pallet.values.values().next()?;
	let ValueDef::Variant(variant) = &inner.value else { return None };
	if pallet.name == "Sudo" {
		// What counts is what root is to do.
		let inner = variant.values.values().next()?;
		return Some(Spoken { by_sudo: true, ..spoken(inner, metadata)? });
	}
	let docs = metadata
		.pallet_by_name(&pallet.name)?
		.call_variant_by_name(&variant.name)?
		.docs
		.join(" ");
	Some(Spoken {
		name: format!("{}.{}", pallet.name, variant.name),
		arguments: fields(&variant.values, metadata),
		effect: first_sentence(&docs),
		by_sudo: false,
	})
}

/// The first sentence of a text.
fn first_sentence(text: &str) -> String {
	let text = text.trim();
	match text.split_once(". ") {
		Some((first, _)) => format!("{first}."),
		None => text.into(),
	}
}

fn fields(composite: &Composite<u32>, metadata: &Metadata) -> Value {
	match composite {
		Composite::Named(named) => {
			let fields = named.iter().map(|(name, value)| (name.clone(), json(value, metadata)));
			fields.collect::<Map<_, _>>().into()
		},
		Composite::Unnamed(unnamed) => match unnamed.as_slice() {
			[] => Value::Null,
			// What is only wrapped.
			[one] => json(one, metadata),
			several => list(several, metadata),
		},
	}
}

/// A value as JSON: accounts as addresses, bytes as a text if they are one and in hex otherwise, great numbers as texts.
fn json(value: &Scale<u32>, metadata: &Metadata) -> Value {
	let found = metadata.types().resolve(value.context);
	let named = |name: &str| {
		found
			.and_then(|found| found.path.segments.last())
			.is_some_and(|last| last == name)
	};
	match &value.value {
		ValueDef::Composite(inner) => match found.map(|found| &found.type_def) {
			Some(TypeDef::Sequence(_) | TypeDef::Array(_)) => {
				list(&inner.values().cloned().collect::<Vec<_>>(), metadata)
			},
			_ if named("AccountId32") => account(inner, metadata).map_or(Value::Null, Value::from),
			_ => fields(inner, metadata),
		},
		// Ways to name something that is told without them.
		ValueDef::Variant(inner) if named("Option") || named("MultiAddress") => {
			fields(&inner.values, metadata)
		},
		ValueDef::Variant(variant) if variant.values.is_empty() => variant.name.clone().into(),
		ValueDef::Variant(variant) => {
			Map::from_iter([(variant.name.clone(), fields(&variant.values, metadata))]).into()
		},
		ValueDef::BitSequence(bits) => bits.iter().map(Value::from).collect(),
		ValueDef::Primitive(primitive) => match primitive {
			Primitive::Bool(yes) => (*yes).into(),
			Primitive::Char(one) => one.to_string().into(),
			Primitive::String(text) => text.clone().into(),
			Primitive::U128(number) => {
				u64::try_from(*number).map_or_else(|_| number.to_string().into(), Value::from)
			},
			Primitive::I128(number) => {
				i64::try_from(*number).map_or_else(|_| number.to_string().into(), Value::from)
			},
			Primitive::U256(bytes) | Primitive::I256(bytes) => in_hex(bytes).into(),
		},
	}
}

/// Bytes, or a list of anything else.
fn list(values: &[Scale<u32>], metadata: &Metadata) -> Value {
	match bytes(values, metadata) {
		Some(bytes) if !bytes.is_empty() => match bytes.iter().all(u8::is_ascii_graphic) {
			true => String::from_utf8_lossy(&bytes).into(),
			false => in_hex(&bytes).into(),
		},
		_ => values.iter().map(|value| json(value, metadata)).collect(),
	}
}

/// The address of an account.
fn account(wrapped: &Composite<u32>, metadata: &Metadata) -> Option<String> {
	let ValueDef::Composite(inner) = &wrapped.values().next()?.value else { return None };
	let bytes = bytes(&inner.values().cloned().collect::<Vec<_>>(), metadata)?;
	Some(AccountId32(bytes.try_into().ok()?).to_string())
}

/// Values that are nothing but bytes. Numbers that take more in SCALE are none, however small they are.
fn bytes(values: &[Scale<u32>], metadata: &Metadata) -> Option<Vec<u8>> {
	let byte = |value: &Scale<u32>| match (
		&value.value,
		&metadata.types().resolve(value.context)?.type_def,
	) {
		(ValueDef::Primitive(Primitive::U128(byte)), TypeDef::Primitive(TypeDefPrimitive::U8)) => {
			u8::try_from(*byte).ok()
		},
		_ => None,
	};
	values.iter().map(byte).collect()
}

fn in_hex(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}
