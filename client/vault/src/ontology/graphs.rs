//! Reads what counts of a release in OBO Graphs JSON.
//!
//! Of its formats, MONDO is read in this one. Only a handful of fields count, and JSON is read by its fields: whatever else is in the file is skipped
//! while it is read, so that the memory needed is that of the ids and not that of 100 MB of synonyms and definitions. The readers of OBO and
//! OWL files build the whole ontology first. A class is written as a full IRI here, too, so that nothing hangs on prefixes that the file defines.

use std::{
	io::{BufReader, Read},
	path::Path,
};

use petgraph::prelude::DiGraphMap;
use serde::{de, Deserialize, Deserializer};

use crate::{error::plain, Error, Result};

/// The greatest length of a release in bytes: ten times that of MONDO.
pub const MAX_RELEASE_BYTES: u64 = 1 << 30;
/// The releases of MONDO.
const RELEASES: &str = "http://purl.obolibrary.org/obo/mondo/releases/";
/// The greatest length of the IRI of a release.
const MAX_VERSION: usize = 128;
/// What stands before the seven digits of a class of MONDO.
const CLASS: &str = "http://purl.obolibrary.org/obo/MONDO_";
/// How many bytes are read at a time.
const BUFFER: usize = 1 << 20;

/// What counts of a release.
#[derive(Debug)]
pub(super) struct Graph {
	/// The IRI of the release.
	pub(super) version: String,
	/// The numbers of the classes that are not obsolete, and the edges from a narrower to a wider one.
	pub(super) is_a: DiGraphMap<u32, ()>,
}

/// Reads a release. The `path` is for errors.
pub(super) fn read(path: &Path, json: impl Read) -> Result<Graph> {
	let malformed = |reason| Error::OntologyFile { path: path.into(), reason };
	let mut json = BufReader::with_capacity(BUFFER, json.take(MAX_RELEASE_BYTES));
	let document: Result<Document, _> = serde_json::from_reader(&mut json);
	if json.get_ref().limit() == 0 {
		return Err(malformed(format!("it has {MAX_RELEASE_BYTES} bytes or more")));
	}
	let document = document.map_err(|error| match error.is_io() {
		true => Error::read(path, error.into()),
		false => malformed(plain(&error.to_string())),
	})?;
	let [graph] = <[_; 1]>::try_from(document.graphs)
		.map_err(|graphs| malformed(format!("it has {} graphs", graphs.len())))?;
	graph.check().map_err(malformed)
}

#[derive(Deserialize)]
struct Document {
	graphs: Vec<GraphForm>,
}

#[derive(Deserialize)]
struct GraphForm {
	meta: GraphMeta,
	nodes: Vec<Node>,
	edges: Vec<Edge>,
}

#[derive(Deserialize)]
struct GraphMeta {
	version: String,
}

#[derive(Deserialize)]
struct Node {
	id: Id,
	#[serde(rename = "type", default)]
	kind: Kind,
	#[serde(default)]
	meta: NodeMeta,
}

#[derive(Default, Deserialize)]
struct NodeMeta {
	#[serde(default)]
	deprecated: bool,
}

#[derive(Deserialize)]
struct Edge {
	sub: Id,
	pred: Predicate,
	obj: Id,
}

#[derive(Default, Deserialize)]
enum Kind {
	#[serde(rename = "CLASS")]
	Class,
	#[default]
	#[serde(other)]
	Other,
}

#[derive(Deserialize)]
enum Predicate {
	#[serde(rename = "is_a")]
	IsA,
	#[serde(other)]
	Other,
}

/// The id of a node, without its text.
#[derive(Clone, Copy)]
enum Id {
	/// A class of MONDO.
	Mondo(u32),
	/// Begins like a class of MONDO, and does not go on with seven digits.
	Malformed,
	/// Of another ontology.
	Other,
}

impl<'de> Deserialize<'de> for Id {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		struct Visitor;
		impl de::Visitor<'_> for Visitor {
			type Value = Id;

			fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
				f.write_str("an id")
			}

			fn visit_str<E>(self, text: &str) -> Result<Id, E> {
				let Some(digits) = text.strip_prefix(CLASS) else { return Ok(Id::Other) };
				let plain = digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
				let number = plain.then(|| digits.parse().ok()).flatten();
				Ok(number.map_or(Id::Malformed, Id::Mondo))
			}
		}
		deserializer.deserialize_str(Visitor)
	}
}

impl GraphForm {
	/// What counts of it, or what is wrong with it.
	fn check(self) -> Result<Graph, String> {
		let version = self.meta.version;
		let plain =
			version.len() <= MAX_VERSION && version.bytes().all(|byte| byte.is_ascii_graphic());
		if !plain || !version.starts_with(RELEASES) {
			return Err(format!("its version does not begin with {RELEASES}"));
		}
		let mut is_a = DiGraphMap::new();
		let mut obsolete = Vec::new();
		for node in self.nodes {
			match (node.kind, node.id) {
				(Kind::Class, Id::Mondo(class)) if node.meta.deprecated => obsolete.push(class),
				(Kind::Class, Id::Mondo(class)) => {
					is_a.add_node(class);
				},
				(Kind::Class, Id::Malformed) if !node.meta.deprecated => {
					return Err("a class of MONDO does not have seven digits".into());
				},
				_ => {},
			}
		}
		for class in obsolete {
			is_a.remove_node(class);
		}
		for edge in self.edges {
			match edge {
				Edge { sub: Id::Mondo(narrower), pred: Predicate::IsA, obj: Id::Mondo(wider) }
					if is_a.contains_node(narrower) && is_a.contains_node(wider) =>
				{
					is_a.add_edge(narrower, wider, ());
				},
				_ => {},
			}
		}
		Ok(Graph { version, is_a })
	}
}
