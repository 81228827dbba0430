use super::*;

fn pair() -> (SecretKey, PublicKey) {
	let secret = SecretKey::generate().unwrap();
	let public = secret.public();
	(secret, public)
}

/// A header with one packet of any text for `recipient`.
fn header_of(texts: &[&[u8]], recipient: &PublicKey) -> Header {
	let (writer, own) = pair();
	let cipher = Cipher::new(&shared_key(&writer, recipient, recipient, &own).unwrap());
	let mut bytes = MAGIC.to_vec();
	bytes.extend_from_slice(&VERSION.to_le_bytes());
	bytes.extend_from_slice(&(texts.len() as u32).to_le_bytes());
	for text in texts {
		seal_packet(&cipher, &own, text, &mut bytes).unwrap();
	}
	Header::from_bytes(&bytes).unwrap()
}

fn fixed(count: u32) -> Vec<u8> {
	let mut bytes = b"crypt4gh\x01\0\0\0".to_vec();
	bytes.extend_from_slice(&count.to_le_bytes());
	bytes
}

#[test]
fn opens_for_every_recipient_and_nobody_else() {
	let (alice, alice_public) = pair();
	let (bob, bob_public) = pair();
	let (eve, _) = pair();
	let keys = [DataKey::generate().unwrap()];
	let header = Header::new(&keys[0], &[alice_public, bob_public]).unwrap();
	assert_eq!(header.open(&alice).unwrap(), keys);
	assert_eq!(header.open(&bob).unwrap(), keys);
	assert!(matches!(header.open(&eve), Err(Error::NotForThisKey)));
}

#[test]
fn a_packet_has_the_length_of_the_standard() {
	let header = Header::new(&DataKey::generate().unwrap(), &[pair().1]).unwrap();
	assert_eq!(header.as_bytes().len(), 16 + 108);
	assert_eq!(&header.as_bytes()[..24], b"crypt4gh\x01\0\0\0\x01\0\0\0\x6c\0\0\0\0\0\0\0");
}

#[test]
fn rewrap_lets_in_the_new_recipient_only() {
	let (alice, alice_public) = pair();
	let (bob, bob_public) = pair();
	let key = DataKey::generate().unwrap();
	let rewrapped = Header::new(&key, &[alice_public])
		.unwrap()
		.rewrap(&alice, &[bob_public])
		.unwrap();
	assert_eq!(rewrapped.open(&bob).unwrap(), [key]);
	assert!(matches!(rewrapped.open(&alice), Err(Error::NotForThisKey)));
	assert!(matches!(rewrapped.rewrap(&alice, &[alice_public]), Err(Error::NotForThisKey)));
}

#[test]
fn every_data_key_counts_once() {
	let (alice, public) = pair();
	let (first, second) = (DataKey::generate().unwrap(), DataKey::generate().unwrap());
	let texts = [&first, &second, &first].map(data_key_text);
	let header = header_of(&texts.each_ref().map(|text| &text[..]), &public);
	assert_eq!(header.open(&alice).unwrap(), [first, second]);
}

#[test]
fn edit_lists_and_unknown_contents_are_refused() {
	let (alice, public) = pair();
	let key = data_key_text(&DataKey::generate().unwrap());
	let edit_list = [1, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0];
	let mut other_cipher = key.clone();
	other_cipher[4] = 1;
	for (text, what) in [
		(&edit_list[..], "an edit list"),
		(&[7, 0, 0, 0, 1], "an unknown kind of packet"),
		(&other_cipher, "an unknown cipher for the data"),
	] {
		let error = header_of(&[&key[..], text], &public).open(&alice).unwrap_err();
		assert!(
			matches!(error, Error::UnsupportedPacket { what: said } if said == what),
			"{error}"
		);
	}
	for text in [&[][..], &[0, 0, 0, 0, 0], &key[..39]] {
		let header = header_of(&[text], &public);
		assert!(matches!(header.open(&alice), Err(Error::Header { .. })), "{text:?}");
	}
}

#[test]
fn an_edit_list_goes_with_the_key() {
	let (alice, public) = pair();
	let (bob, bobs) = pair();
	let key = DataKey::generate().unwrap();
	let contents = Contents { keys: vec![key.clone()], edits: EditList::new([5..8, 9..20]) };
	// Nobody gets it twice.
	let header = contents.seal(&[public, bobs, public], None).unwrap();
	assert_eq!(header.packets().count(), 4);
	assert_eq!(header.contents(&alice, None).unwrap(), contents);
	let rewrapped = header.rewrap(&bob, &[public]).unwrap();
	assert_eq!(rewrapped.contents(&alice, None).unwrap(), contents);
	let open = header.open(&alice).unwrap_err();
	assert!(matches!(open, Error::UnsupportedPacket { what: "an edit list" }));

	let twice = edit_list_text(&contents.edits);
	let header = header_of(&[&data_key_text(&key), &twice, &twice], &public);
	assert!(matches!(header.contents(&alice, None), Err(Error::Header { .. })));
	// An edit list alone opens nothing.
	let header = header_of(&[&twice], &public);
	assert!(matches!(header.contents(&alice, None), Err(Error::NotForThisKey)));
}

#[test]
fn padding_behind_a_data_key_is_passed_over() {
	let (alice, public) = pair();
	let key = DataKey::generate().unwrap();
	let padded = [&data_key_text(&key)[..], &[0; 100]].concat();
	assert_eq!(header_of(&[&padded], &public).open(&alice).unwrap(), [key]);
}

#[test]
fn a_sender_who_is_named_must_have_written_the_packets() {
	let (alice, public) = pair();
	let (sender, senders) = pair();
	let (_, others) = pair();
	let key = DataKey::generate().unwrap();
	let contents = Contents { keys: vec![key.clone()], edits: EditList::everything() };
	let header = contents.seal(&[public], Some(&sender)).unwrap();
	assert_eq!(header.contents(&alice, Some(&senders)).unwrap(), contents);
	assert_eq!(header.contents(&alice, None).unwrap(), contents);
	for (secret, named) in [(&alice, others), (&alice, public)] {
		let refused = header.contents(secret, Some(&named));
		assert!(matches!(refused, Err(Error::OtherSender)), "{refused:?}");
	}
	let nobody = Header::new(&key, &[public]).unwrap();
	assert!(matches!(nobody.contents(&alice, Some(&senders)), Err(Error::OtherSender)));
	let (eve, _) = pair();
	assert!(matches!(nobody.contents(&eve, Some(&senders)), Err(Error::NotForThisKey)));

	// What somebody else has added does not count: neither a key nor an edit list.
	let added = Contents {
		keys: vec![DataKey::generate().unwrap()],
		edits: EditList::new(std::iter::once(0..1)),
	};
	let added = added.seal(&[public], None).unwrap();
	let mut both = fixed(3);
	both.extend_from_slice(&added.as_bytes()[FIXED_BYTES..]);
	both.extend_from_slice(&header.as_bytes()[FIXED_BYTES..]);
	let both = Header::from_bytes(&both).unwrap();
	assert_eq!(both.contents(&alice, Some(&senders)).unwrap(), contents);
}

#[test]
fn a_flipped_bit_anywhere_is_noticed() {
	let (alice, public) = pair();
	let header = Header::new(&DataKey::generate().unwrap(), &[public]).unwrap();
	for index in 0..header.as_bytes().len() {
		let mut bytes = header.as_bytes().to_vec();
		bytes[index] ^= 1;
		// The top bit of an X25519 public key has no meaning, the lowest bit always has.
		assert!(
			Header::from_bytes(&bytes).and_then(|header| header.open(&alice)).is_err(),
			"{index}"
		);
	}
}

#[test]
fn packets_of_other_methods_are_passed_over() {
	let (alice, public) = pair();
	let key = DataKey::generate().unwrap();
	let ours = Header::new(&key, &[public]).unwrap();
	let mut bytes = fixed(3);
	bytes.extend_from_slice(&[9, 0, 0, 0, 1, 0, 0, 0, 5]);
	bytes.extend_from_slice(&[8, 0, 0, 0, 0, 0, 0, 0]);
	bytes.extend_from_slice(&ours.as_bytes()[FIXED_BYTES..]);
	assert_eq!(Header::from_bytes(&bytes).unwrap().open(&alice).unwrap(), [key]);
}

#[test]
fn hostile_lengths_are_refused_and_cost_no_memory() {
	let packet = |count: u32, length: u32| {
		let mut bytes = fixed(count);
		bytes.extend_from_slice(&length.to_le_bytes());
		bytes
	};
	for bytes in [
		fixed(0),
		fixed(u32::MAX),
		fixed(MAX_PACKETS as u32 + 1),
		packet(1, 0),
		packet(1, 7),
		packet(1, u32::MAX),
		packet(1, MAX_HEADER_BYTES as u32),
		packet(MAX_PACKETS as u32, 500_000),
	] {
		let error = Header::read(&bytes[..]).unwrap_err();
		assert!(matches!(error, Error::Header { .. }), "{error}");
	}
	// An endless input is not read to its end.
	let endless = packet(1024, 65536).into_iter().chain(std::iter::repeat(1));
	struct Bytes<I>(I);
	impl<I: Iterator<Item = u8>> Read for Bytes<I> {
		fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
			Ok(buffer.iter_mut().zip(&mut self.0).map(|(to, from)| *to = from).count())
		}
	}
	assert!(matches!(Header::read(Bytes(endless)), Err(Error::Header { .. })));
}

#[test]
fn more_packets_than_allowed_are_refused() {
	let packets = |count: usize| {
		let mut bytes = fixed(count as u32);
		bytes.extend([8, 0, 0, 0, 0, 0, 0, 0].repeat(count));
		Header::from_bytes(&bytes)
	};
	assert!(packets(MAX_PACKETS).is_ok());
	assert!(matches!(packets(MAX_PACKETS + 1), Err(Error::Header { .. })));
}

#[test]
fn other_files_are_refused() {
	let header = Header::new(&DataKey::generate().unwrap(), &[pair().1]).unwrap();
	let bytes = header.as_bytes();
	for length in 0..bytes.len() {
		assert!(matches!(Header::read(&bytes[..length]), Err(Error::Header { .. })), "{length}");
	}
	let mut version_two = bytes.to_vec();
	version_two[8] = 2;
	assert!(matches!(Header::read(&version_two[..]), Err(Error::Header { .. })));
	assert!(matches!(Header::read(&b"##fileformat=VCFv4.3\n"[..]), Err(Error::Header { .. })));
	let followed = [bytes, b"x"].concat();
	assert!(matches!(Header::from_bytes(&followed), Err(Error::Header { .. })));
}

#[test]
fn recipients_are_checked() {
	let key = DataKey::generate().unwrap();
	assert!(matches!(Header::new(&key, &[]), Err(Error::NoRecipient)));
	let crowd: Vec<_> = (0..=MAX_PACKETS).map(|_| pair().1).collect();
	assert!(matches!(Header::new(&key, &crowd), Err(Error::TooManyRecipients { .. })));
	assert!(Header::new(&key, &crowd[1..]).is_ok());
	let parts = EditList::new((0..20_000).map(|i| 2 * i..2 * i + 1));
	let contents = Contents { keys: vec![key.clone()], edits: parts };
	assert!(contents.seal(&crowd[..1], None).is_ok());
	assert!(matches!(contents.seal(&crowd[..4], None), Err(Error::HeaderTooLarge { .. })));
	let weak = PublicKey::from([0; 32]);
	assert!(matches!(Header::new(&key, &[weak]), Err(Error::WeakPublicKey { .. })));
}

#[test]
fn a_packet_of_a_weak_writer_is_passed_over() {
	let (alice, public) = pair();
	let mut bytes = Header::new(&DataKey::generate().unwrap(), &[public]).unwrap().bytes;
	bytes[24..56].fill(0);
	assert!(matches!(Header::from_bytes(&bytes).unwrap().open(&alice), Err(Error::NotForThisKey)));
}

#[test]
fn debug_does_not_show_the_data_key() {
	assert_eq!(format!("{:?}", DataKey([7; 32])), "DataKey(..)");
}
