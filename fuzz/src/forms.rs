//! What people and programs write: manifests, policies and purposes.

use std::{fmt::Debug, path::Path};

use ownome_primitives::duo::{purpose::Purpose, Policy};
use ownome_vault::{
	duo::{Form, FormError},
	manifest::Manifest,
	policy::{read_json, write_json},
};

/// The manifest of a dataset.
pub fn manifest(data: &[u8]) {
	let path = Path::new("manifest.json");
	match Manifest::from_bytes(data, path) {
		Ok(manifest) => {
			let bytes = manifest.to_bytes();
			assert_eq!(Manifest::from_bytes(&bytes, path).unwrap(), manifest);
			assert_eq!(Manifest::from_bytes(&bytes, path).unwrap().to_bytes(), bytes);
		},
		Err(error) => line(&error.to_string()),
	}
}

/// A policy or a purpose, as JSON or as a line of text.
pub fn duo(data: &[u8]) {
	let Ok(text) = std::str::from_utf8(data) else { return };
	form::<Policy>(text);
	form::<Purpose>(text);
}

fn form<T: Form + PartialEq + Debug>(text: &str) {
	for read in [T::from_json, T::from_text] {
		if let Some(form) = said(read(text)) {
			assert_eq!(T::from_json(&form.to_json().to_string()).as_ref(), Ok(&form));
			assert_eq!(T::from_text(&form.to_text()).as_ref(), Ok(&form));
			line(&form.to_text());
		}
	}
}

/// What an owner says about all requests.
pub fn policy(data: &[u8]) {
	let Ok(text) = std::str::from_utf8(data) else { return };
	if let Some(policy) = said(read_json(text)) {
		assert_eq!(read_json(&write_json(&policy).to_string()), Ok(policy));
	}
}

fn said<T>(read: Result<T, FormError>) -> Option<T> {
	read.inspect_err(|error| line(&error.to_string())).ok()
}

/// What is shown in a terminal says nothing to the terminal.
fn line(text: &str) {
	assert!(!text.chars().any(char::is_control), "{text:?}");
}
