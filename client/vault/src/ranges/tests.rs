use std::{io::Read, ops::Range};

use bao_tree::{io::outboard::PostOrderMemOutboard, BlockSize};
use proptest::prelude::*;

use super::*;
use crate::{
	header::DataKey,
	stream::{blocks_of, decrypt_blocks, encrypt_body, BLOCK_TEXT_BYTES},
};

const GROUP: usize = GROUP_BYTES as usize;

fn body(bytes: usize) -> Vec<u8> {
	(0..bytes as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

/// Hash and proof of a body that comes in pieces.
fn prove(body: &[u8], piece: usize) -> ([u8; 32], Vec<u8>) {
	let mut proof = Vec::new();
	let mut prover = Prover::new(&mut proof);
	body.chunks(piece).for_each(|piece| prover.update(piece).unwrap());
	let (bytes, root) = prover.finish().unwrap();
	assert_eq!(bytes, body.len() as u64);
	(root, proof)
}

fn at(bytes: &[u8], range: &Range<u64>) -> Vec<u8> {
	bytes[range.start as usize..range.end as usize].to_vec()
}

/// The range of a body as somebody gets it who reads no more than the plan says.
fn verified(
	root: &[u8; 32],
	proof: &[u8],
	body: &[u8],
	range: Range<u64>,
) -> crate::Result<Vec<u8>> {
	let plan = Plan::new(body.len() as u64, range);
	let hashes: Vec<_> = plan.proof_ranges().iter().flat_map(|place| at(proof, place)).collect();
	let mut read = Vec::new();
	plan.check(root, &hashes, &at(body, &plan.body_range())[..])?
		.read_to_end(&mut read)
		.map_err(crate::Error::Read)?;
	Ok(read)
}

/// Lengths around those at which the tree gets another shape.
fn lengths() -> Vec<usize> {
	let around = |groups: usize| [groups * GROUP - 1, groups * GROUP, groups * GROUP + 1];
	let shapes = [1, 2, 3, 4, 5, 7, 8, 9, 11, 16, 31, 33];
	[0, 1, 1023, 1024, 1025]
		.into_iter()
		.chain(shapes.into_iter().flat_map(around))
		.collect()
}

#[test]
fn the_hash_is_that_of_blake3_and_the_proof_that_of_bao_tree() {
	for bytes in lengths() {
		let body = body(bytes);
		let (root, proof) = prove(&body, 700);
		assert_eq!(root, *blake3::hash(&body).as_bytes(), "{bytes}");
		let theirs = PostOrderMemOutboard::create(&body, BlockSize::from_chunk_log(1));
		assert_eq!(proof, theirs.data, "{bytes}");
		assert_eq!(proof.len() as u64, proof_bytes(bytes as u64), "{bytes}");
		assert_eq!(prove(&body, 5000), (root, proof), "{bytes}");
	}
}

#[test]
fn each_range_of_each_shape_is_read_as_it_is() {
	for bytes in lengths() {
		let body = body(bytes);
		let (root, proof) = prove(&body, GROUP);
		let places: Vec<u64> =
			(0..=bytes).step_by(1023).chain([1, bytes]).map(|place| place as u64).collect();
		for start in &places {
			for end in &places {
				let range = *start..(*end).min(bytes as u64);
				let expected = if range.is_empty() { Vec::new() } else { at(&body, &range) };
				assert!(
					verified(&root, &proof, &body, range.clone()).unwrap() == expected,
					"{bytes} {range:?}"
				);
			}
		}
	}
}

#[test]
fn ranges_end_with_the_body() {
	let body = body(3 * GROUP);
	let (root, proof) = prove(&body, GROUP);
	assert_eq!(verified(&root, &proof, &body, 5000..u64::MAX).unwrap(), body[5000..]);
	assert!(verified(&root, &proof, &body, u64::MAX - 1..u64::MAX).unwrap().is_empty());
}

#[test]
fn ranges_longer_than_what_is_held_at_once_are_read_as_they_are() {
	let body = body((9 << 20) + 77);
	let (root, proof) = prove(&body, 1 << 20);
	let range = 1234..body.len() as u64 - 1;
	assert!(verified(&root, &proof, &body, range.clone()).unwrap() == at(&body, &range));
	assert!(verified(&root, &proof, &body, 0..u64::MAX).unwrap() == body);
}

#[test]
fn a_changed_byte_is_found_where_it_is_read_and_before_it_is_given_out() {
	let genuine = body(13 * GROUP + 5);
	let (root, proof) = prove(&genuine, GROUP);
	let range = 3000..9000;
	let needed = Plan::new(genuine.len() as u64, range.clone()).body_range();
	for place in (0..genuine.len()).step_by(97) {
		let mut changed = genuine.clone();
		changed[place] ^= 4;
		let read = verified(&root, &proof, &changed, range.clone());
		match needed.contains(&(place as u64)) {
			true => assert!(read.is_err(), "{place}"),
			false => assert!(read.unwrap() == at(&genuine, &range), "{place}"),
		}
	}
	let mut changed = genuine.clone();
	changed[8999] ^= 1;
	let plan = Plan::new(changed.len() as u64, range.clone());
	let hashes: Vec<_> = plan.proof_ranges().iter().flat_map(|place| at(&proof, place)).collect();
	let mut read = Vec::new();
	let ended = plan
		.check(&root, &hashes, &at(&changed, &plan.body_range())[..])
		.unwrap()
		.read_to_end(&mut read);
	assert_eq!(ended.unwrap_err().kind(), std::io::ErrorKind::InvalidData);
	assert_eq!(read, at(&genuine, &(3000..read.len() as u64 + 3000)));
	assert!(read.len() < 6000);
}

#[test]
fn a_body_that_is_cut_or_gives_no_more_is_refused() {
	let genuine = body(5 * GROUP);
	let (root, proof) = prove(&genuine, GROUP);
	let plan = Plan::new(genuine.len() as u64, 0..u64::MAX);
	let hashes: Vec<_> = plan.proof_ranges().iter().flat_map(|place| at(&proof, place)).collect();
	let mut cut = plan.check(&root, &hashes, &genuine[..4 * GROUP]).unwrap();
	assert!(cut.read_to_end(&mut Vec::new()).is_err());
}

#[test]
fn a_changed_proof_checks_nothing() {
	let genuine = body(13 * GROUP + 5);
	let (root, proof) = prove(&genuine, GROUP);
	let range = 3000..9000;
	let needed = Plan::new(genuine.len() as u64, range.clone()).proof_ranges();
	for place in 0..proof.len() {
		let mut changed = proof.clone();
		changed[place] ^= 1;
		let read = verified(&root, &changed, &genuine, range.clone());
		let counts = needed.iter().any(|needed| needed.contains(&(place as u64)));
		assert_eq!(read.is_err(), counts, "{place}");
	}
	let plan = Plan::new(genuine.len() as u64, range);
	assert!(matches!(plan.check(&root, &proof[..64], &[][..]), Err(crate::Error::Proof)));
	assert!(matches!(plan.check(&root, &proof[1..], &[][..]), Err(crate::Error::Proof)));
}

#[test]
fn blocks_decrypt_to_the_bytes_that_were_asked_for() {
	let key = DataKey::generate().unwrap();
	let text = body(3 * BLOCK_TEXT_BYTES + 100);
	let mut body = Vec::new();
	encrypt_body(&key, &text[..], &mut body).unwrap();
	for range in [0..1, 65_535..65_537, 70_000..150_000, 196_608..u64::MAX, 500_000..600_000, 7..7]
	{
		let blocks = blocks_of(&range, body.len() as u64);
		let mut opened = Vec::new();
		decrypt_blocks(
			std::slice::from_ref(&key),
			range.clone(),
			&at(&body, &blocks)[..],
			&mut opened,
		)
		.unwrap();
		let end = range.end.min(text.len() as u64);
		let expected = at(&text, &(range.start.min(end)..end));
		assert!(opened == expected, "{range:?}");
	}
}

/// 1 MiB of 10 GiB takes at most 1.07 MiB, wherever it begins.
#[test]
fn a_range_costs_little_more_than_itself() {
	const MIB: u64 = 1 << 20;
	let text = 10 << 30;
	let blocks = text / BLOCK_TEXT_BYTES as u64;
	let body_bytes = text + blocks * 28;
	let mut worst = 0;
	for i in 0..20_000 {
		let start = (i * 524_287 + i) % (text - MIB);
		let plan = Plan::new(body_bytes, blocks_of(&(start..start + MIB), body_bytes));
		let body = plan.body_range();
		let proof = plan.proof_ranges().len() as u64 * 64;
		worst = worst.max(body.end - body.start + proof);
	}
	assert!(worst <= MIB * 107 / 100, "{worst}");
}

proptest! {
	#[test]
	fn any_range_of_any_body_is_read_as_it_is(
		bytes in 0usize..100_000, start in 0u64..100_000, length in 0u64..100_000, piece in 1usize..9000,
	) {
		let body = body(bytes);
		let (root, proof) = prove(&body, piece);
		let range = start.min(bytes as u64)..(start + length).min(bytes as u64);
		prop_assert!(verified(&root, &proof, &body, range.clone()).unwrap() == at(&body, &range));
	}
}
