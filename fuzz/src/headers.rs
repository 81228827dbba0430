//! Headers: as they stand in a file, and what stands in their packets.

use arbitrary::{Arbitrary, Unstructured};
use ownome_vault::{
	edits::EditList,
	header::{Contents, Header},
	keys::PublicKey,
	Error,
};

use super::{
	model::{self, Number},
	sealed::{counted, data_key, edit_list, header as header_of, packet_of, reader, Writer},
};

/// The beginning of a file.
pub fn header(data: &[u8]) {
	let mut rest = data;
	let Ok(header) = Header::read(&mut rest) else { return };
	let bytes = &data[..data.len() - rest.len()];
	assert_eq!(header.as_bytes(), bytes);
	assert_eq!(Header::from_bytes(bytes).unwrap(), header);
	assert_eq!(Header::from_bytes(data).is_ok(), rest.is_empty());
	if let Ok(contents) = header.contents(reader(), None) {
		sealed_again(&contents);
	}
}

/// What a packet says.
#[derive(Arbitrary, Debug)]
enum Text<'a> {
	DataKey { key: u8, padding: &'a [u8] },
	EditList { lengths: Vec<Number>, padding: &'a [u8] },
	Any(&'a [u8]),
}

#[derive(Arbitrary, Debug)]
enum Packet<'a> {
	For { writer: u8, text: Text<'a> },
	Other { method: u32, inside: &'a [u8] },
}

/// The packets of a header.
pub fn packets(data: &[u8]) {
	let packets = Vec::<Packet>::arbitrary_take_rest(Unstructured::new(data)).unwrap_or_default();
	let bytes: Vec<_> = packets.iter().map(Packet::bytes).collect();
	let Ok(header) = Header::from_bytes(&header_of(&bytes)) else { return };
	if let Ok(contents) = header.contents(reader(), None) {
		sealed_again(&contents);
	}
	let sender = PublicKey::from(Writer::number(0).public());
	match header.contents(reader(), Some(&sender)) {
		Ok(contents) => {
			let own: Vec<_> = packets
				.iter()
				.filter(|packet| packet.is_by(*sender.as_bytes()))
				.map(Packet::bytes)
				.collect();
			let own = Header::from_bytes(&header_of(&own)).unwrap();
			assert_eq!(own.contents(reader(), None).unwrap(), contents);
		},
		Err(error) => assert!(!error.to_string().is_empty()),
	}
}

impl Packet<'_> {
	fn bytes(&self) -> Vec<u8> {
		match self {
			Self::For { writer, text } => Writer::number(*writer).packet(&text.bytes()),
			Self::Other { method, inside } => packet_of(*method, inside),
		}
	}

	fn is_by(&self, sender: [u8; 32]) -> bool {
		matches!(self, Self::For { writer, .. } if Writer::number(*writer).public() == sender)
	}
}

impl Text<'_> {
	fn bytes(&self) -> Vec<u8> {
		match self {
			Self::DataKey { key, padding } => [&data_key(&[*key; 32]), *padding].concat(),
			Self::EditList { lengths, padding } => {
				let lengths: Vec<u64> = lengths.iter().map(|number| number.value()).collect();
				[&edit_list(&lengths), *padding].concat()
			},
			Self::Any(text) => text.to_vec(),
		}
	}
}

#[derive(Arbitrary, Debug)]
struct Edits<'a> {
	lengths: Vec<Number>,
	/// How many lengths there are said to be, if it is not as many as there are.
	count: Option<u16>,
	ranges: Vec<(Number, Number)>,
	padding: &'a [u8],
}

/// An edit list, which is what the standard says it is, and any range of what it delivers.
pub fn edits(data: &[u8]) {
	let Ok(input) = Edits::arbitrary_take_rest(Unstructured::new(data)) else { return };
	let bytes: Vec<u8> =
		input.lengths.iter().flat_map(|number| number.value().to_le_bytes()).collect();
	let bytes = [&bytes, input.padding].concat();
	let count = input.count.map_or(input.lengths.len(), Into::into);
	let lengths = bytes.as_chunks::<8>().0.get(..count);
	let packets = [data_key(&[0; 32]), counted(count as u32, &bytes)]
		.map(|text| Writer::number(0).packet(&text));
	let header = Header::from_bytes(&header_of(&packets)).unwrap();
	let (lengths, contents) = match (lengths, header.contents(reader(), None)) {
		(Some(lengths), Ok(contents)) => (lengths, contents),
		(None, Err(Error::Header { .. })) => return,
		(lengths, contents) => panic!("{lengths:?} {contents:?}"),
	};
	let lengths: Vec<u64> = lengths.iter().map(|length| u64::from_le_bytes(*length)).collect();
	let mut parts = model::parts(&lengths);
	assert_eq!(contents.edits.parts(), parts);
	assert_eq!(header.open(reader()).is_ok(), contents.edits.is_everything());
	let mut edits = contents.edits;
	for range in input.ranges.into_iter().map(model::range) {
		edits = edits.narrowed(&range);
		parts = model::narrowed(&parts, &range);
		assert_eq!(edits.parts(), parts);
		assert_eq!(EditList::new(parts.clone()), edits);
	}
	sealed_again(&Contents { keys: contents.keys, edits });
}

/// What a header says can be said again, to the same reader.
fn sealed_again(contents: &Contents) {
	assert!(!contents.keys.is_empty());
	match contents.seal(&[reader().public()], None) {
		Ok(again) => assert_eq!(again.contents(reader(), None).unwrap(), *contents),
		Err(error) => assert!(matches!(error, Error::HeaderTooLarge { .. }), "{error}"),
	}
}
