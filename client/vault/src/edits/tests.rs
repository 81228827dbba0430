use proptest::prelude::*;

use super::*;

/// The algorithm of the standard, word for word.
fn applied(lengths: &[u64], input: &[u8]) -> Vec<u8> {
	let part = |from: u64, to: u64| {
		let inside = |position: u64| position.min(input.len() as u64) as usize;
		&input[inside(from)..inside(to)]
	};
	if lengths.is_empty() {
		return input.to_vec();
	}
	let mut lengths = lengths.iter();
	let (mut output, mut position) = (Vec::new(), 0);
	while let Some(discard) = lengths.next() {
		position += discard;
		match lengths.next() {
			None => output.extend_from_slice(part(position, u64::MAX)),
			Some(keep) => {
				output.extend_from_slice(part(position, position + keep));
				position += keep;
			},
		}
	}
	output
}

fn packet(lengths: &[u64]) -> Vec<u8> {
	let mut bytes = (lengths.len() as u32).to_le_bytes().to_vec();
	bytes.extend(lengths.iter().flat_map(|length| length.to_le_bytes()));
	bytes
}

fn lengths(edits: &EditList) -> Vec<u64> {
	let bytes = edits.to_bytes();
	let lengths = bytes[4..].as_chunks::<8>().0;
	assert_eq!(bytes[..4], (lengths.len() as u32).to_le_bytes());
	lengths.iter().map(|length| u64::from_le_bytes(*length)).collect()
}

/// What our side makes of a list.
fn ours(edits: &EditList, input: &[u8]) -> Vec<u8> {
	let parts = edits.within(0..input.len() as u64);
	parts.flat_map(|part| input[part].to_vec()).collect()
}

fn text(length: u64) -> Vec<u8> {
	(0..length).map(|i| (i % 251) as u8 ^ (i / 65536) as u8).collect()
}

#[test]
fn the_example_of_the_standard() {
	let edits = EditList::new([0..7853, 145_110..453_039, 5_485_074..5_485_112]);
	assert_eq!(edits.blocks(), [0..1, 2..7, 83..84]);
	assert_eq!(lengths(&edits.packed()), [0, 7853, 71721, 307_929, 51299, 38]);
}

#[test]
fn everything_and_nothing_have_lists_too() {
	assert_eq!(lengths(&EditList::everything()), [0]);
	assert!(EditList::from_bytes(&packet(&[0])).unwrap().is_everything());
	assert!(EditList::from_bytes(&packet(&[])).unwrap().is_everything());
	let nothing = EditList::new(iter::once(5..5));
	assert_eq!(lengths(&nothing), [0, 0]);
	assert_eq!(nothing.blocks(), []);
	assert_eq!(EditList::from_bytes(&packet(&[0, 0])).unwrap(), nothing);
	assert!(!nothing.is_everything());
}

#[test]
fn padding_behind_a_list_is_passed_over_and_a_list_that_is_cut_is_refused() {
	let bytes = packet(&[3, 4, 5]);
	let edits = EditList::from_bytes(&bytes).unwrap();
	assert_eq!(edits.parts(), [3..7, 12..TO_THE_END]);
	assert_eq!(EditList::from_bytes(&[&bytes[..], &[0; 9]].concat()).unwrap(), edits);
	for length in 0..bytes.len() {
		let cut = EditList::from_bytes(&bytes[..length]);
		assert!(matches!(cut, Err(Error::Header { .. })), "{length}");
	}
	let mut hostile = bytes;
	hostile[..4].copy_from_slice(&u32::MAX.to_le_bytes());
	assert!(EditList::from_bytes(&hostile).is_err());
}

#[test]
fn lengths_beyond_all_numbers_are_beyond_the_end() {
	let edits = EditList::from_bytes(&packet(&[1, u64::MAX, u64::MAX, 7])).unwrap();
	assert_eq!(edits, EditList::new(iter::once(1..TO_THE_END)));
	assert_eq!(ours(&edits, b"abc"), b"bc");
	let far = EditList::from_bytes(&packet(&[u64::MAX - 1, u64::MAX])).unwrap();
	assert_eq!(ours(&far, b"abc"), b"");
	assert_eq!(far.packed().blocks().len(), 1);
	assert_eq!(far.narrowed(&(5..TO_THE_END)).parts(), []);
}

proptest! {
	#[test]
	fn a_list_does_what_the_standard_says(list in prop::collection::vec(0u64..20, 0..9)) {
		let input = text(80);
		let edits = EditList::from_bytes(&packet(&list)).unwrap();
		prop_assert_eq!(ours(&edits, &input), applied(&list, &input));
		prop_assert_eq!(applied(&lengths(&edits), &input), applied(&list, &input));
		prop_assert_eq!(EditList::from_bytes(&edits.to_bytes()).unwrap(), edits);
	}

	#[test]
	fn a_part_of_the_parts_is_a_part_of_what_they_deliver(
		list in prop::collection::vec(0u64..20, 0..9),
		start in 0u64..100,
		length in 0u64..100,
		open in any::<bool>(),
	) {
		let input = text(80);
		let edits = EditList::from_bytes(&packet(&list)).unwrap();
		let whole = ours(&edits, &input);
		let end = if open { TO_THE_END } else { start + length };
		let inside = |position: u64| position.min(whole.len() as u64) as usize;
		let expected = &whole[inside(start)..inside(end)];
		prop_assert_eq!(&ours(&edits.narrowed(&(start..end)), &input), expected);
	}

	#[test]
	fn parts_are_pieced_together_in_order(
		parts in prop::collection::vec((0u64..90, 0u64..30), 0..6),
		at in 0u64..80,
		length in 0u64..80,
	) {
		let edits = EditList::new(parts.iter().map(|(start, length)| *start..start + length));
		let counts = |i: u64| parts.iter().any(|(start, length)| (*start..start + length).contains(&i));
		let end = (at + length).min(80);
		let expected: Vec<u64> = (at.min(end)..end).filter(|i| counts(*i)).collect();
		let found: Vec<u64> = edits
			.within(at.min(end)..end)
			.flatten()
			.map(|i| at + i as u64)
			.collect();
		prop_assert_eq!(found, expected);
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn without_the_blocks_that_are_not_needed_it_is_the_same(
		list in prop::collection::vec(0u64..150_000, 0..9),
	) {
		let input = text(9 * BLOCK + 77);
		let edits = EditList::from_bytes(&packet(&list)).unwrap();
		let blocks: Vec<&[u8]> = input.chunks(BLOCK_TEXT_BYTES).collect();
		let needed = edits.blocks();
		let left: Vec<&[u8]> = (0..blocks.len())
			.filter(|i| needed.iter().any(|run| run.contains(&(*i as u64))))
			.map(|i| blocks[i])
			.collect();
		prop_assert!(ours(&edits.packed(), &left.concat()) == applied(&list, &input));
		let useful = |block: &u64| edits.within(block * BLOCK..(block + 1) * BLOCK).next().is_some();
		prop_assert!((0..10).filter(|i| needed.iter().any(|run| run.contains(i))).all(|i| useful(&i)));
	}
}
