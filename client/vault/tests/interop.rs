//! Against `crypt4gh` of the EGA archive, an independent implementation in Python, in both directions.
//!
//! The variable `OWNOME_CRYPT4GH` names its `crypt4gh` command, installed by
//! `python3 -m venv DIR && DIR/bin/pip install crypt4gh==1.8.6`.
#![allow(clippy::unwrap_used)]

use std::{
	env,
	fs::{self, File},
	path::{Path, PathBuf},
	process::{Command, Stdio},
};

use ownome_vault::{
	edits::{EditList, TO_THE_END},
	files,
	header::{Contents, DataKey},
	keys::{write_pair, KeyFiles, PublicKey, SecretKey},
	stream::{self, Reading, Writing},
	Error,
};
use tempfile::{tempdir, TempDir};
use zeroize::Zeroizing;

const PASSPHRASE: &str = "Ein Genom, 2 Schlüssel";
const SIZES: [usize; 7] = [0, 1, 65535, 65536, 65537, 10 << 20, 3 * 65536 + 1234];

fn tool() -> PathBuf {
	env::var_os("OWNOME_CRYPT4GH").map(PathBuf::from).expect(
		"OWNOME_CRYPT4GH does not name the crypt4gh command: run the tests with scripts/test.sh, which sets it",
	)
}

/// Runs a command and gives its output a place.
fn run(command: &mut Command, input: &Path, output: &Path) {
	let done = command
		.env("C4GH_PASSPHRASE", PASSPHRASE)
		.stdin(File::open(input).unwrap())
		.stdout(File::create(output).unwrap())
		.stderr(Stdio::piped())
		.output()
		.unwrap();
	assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

struct Case {
	folder: TempDir,
}

impl Case {
	fn new() -> Self {
		Self { folder: tempdir().unwrap() }
	}

	fn at(&self, name: &str) -> PathBuf {
		self.folder.path().join(name)
	}

	/// A file that is not there yet, or no more.
	fn fresh(&self, name: &str) -> PathBuf {
		let path = self.at(name);
		if path.exists() {
			fs::remove_file(&path).unwrap();
		}
		path
	}

	/// A text of each size.
	fn texts(&self) -> impl Iterator<Item = (PathBuf, Vec<u8>)> + '_ {
		SIZES.into_iter().map(|size| {
			let text: Vec<u8> = (0..size).map(|i| (i * i / 3) as u8).collect();
			let path = self.at(&format!("{size}.txt"));
			fs::write(&path, &text).unwrap();
			(path, text)
		})
	}

	fn our_keys(&self, name: &str, passphrase: Option<&str>) -> KeyFiles {
		write_pair(&self.at(name), &SecretKey::generate().unwrap(), passphrase).unwrap()
	}

	/// A key pair made by the tool, without its prompt for the passphrase.
	fn their_keys(&self, name: &str, passphrase: Option<&str>) -> KeyFiles {
		const GENERATE: &str = "import sys; from crypt4gh.keys import c4gh; \
			c4gh.generate(sys.argv[1], sys.argv[2], sys.argv[3].encode() or None, b'by the tool')";
		let files = KeyFiles::of(&self.at(name));
		let done = Command::new(tool().with_file_name("python"))
			.args(["-c", GENERATE])
			.args([&files.secret, &files.public])
			.arg(passphrase.unwrap_or_default())
			.output()
			.unwrap();
		assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
		files
	}

	/// Key pairs of all the kinds that the tool reads: locked and open ones of its own, and of OpenSSH.
	fn all_their_keys(&self) -> Vec<KeyFiles> {
		const GENERATE: &str = r#"
import os, sys
from base64 import b64encode
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from crypt4gh.keys import c4gh, get_private_key, kdf

folder, passphrase = sys.argv[1], sys.argv[2].encode()

def write(name, data, mode=0o600):
    with open(os.open(f'{folder}/{name}', os.O_CREAT | os.O_WRONLY, mode), 'wb') as file:
        file.write(data)

for name in kdf.KDFS:
    path = f'{folder}/{name.decode()}'
    c4gh.generate(path + '.open', path + '.pub', None, None)
    secret = get_private_key(path + '.open', None)
    salt_size, rounds = kdf.get_kdf(name)
    salt, nonce = os.urandom(salt_size), os.urandom(12)
    sealed = ChaCha20Poly1305(kdf.derive_key(name, passphrase, salt, rounds)).encrypt(nonce, secret, None)
    strings = [name, rounds.to_bytes(4, 'big') + salt, b'chacha20_poly1305', nonce + sealed]
    inside = b64encode(c4gh.MAGIC_WORD + b''.join(map(c4gh.encode_string, strings)))
    label = b'CRYPT4GH PRIVATE KEY'
    write(f'{name.decode()}.sec', b'-----BEGIN %b-----\n%b\n-----END %b-----\n' % (label, inside, label))

for name, lock in [('ssh', form.NoEncryption()), ('ssh-locked', form.BestAvailableEncryption(passphrase))]:
    key = Ed25519PrivateKey.generate()
    write(f'{name}.sec', key.private_bytes(form.Encoding.PEM, form.PrivateFormat.OpenSSH, lock))
    write(f'{name}.pub', key.public_key().public_bytes(form.Encoding.OpenSSH, form.PublicFormat.OpenSSH))
"#;
		let done = Command::new(tool().with_file_name("python"))
			.args(["-c", GENERATE])
			.arg(self.folder.path())
			.arg(PASSPHRASE)
			.output()
			.unwrap();
		assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
		let names = ["scrypt", "bcrypt", "pbkdf2_hmac_sha256", "ssh", "ssh-locked"];
		let locked = names.map(|name| KeyFiles::of(&self.at(name)));
		[self.their_keys("open", None)].into_iter().chain(locked).collect()
	}
}

fn public(files: &KeyFiles) -> PublicKey {
	PublicKey::read(&files.public).unwrap()
}

fn secret(files: &KeyFiles) -> SecretKey {
	SecretKey::read(&files.secret, || Ok(Zeroizing::new(PASSPHRASE.into()))).unwrap()
}

#[test]
fn they_read_what_we_write() {
	let case = Case::new();
	let readers = [
		case.our_keys("ours", None),
		case.our_keys("ours-locked", Some(PASSPHRASE)),
		case.their_keys("theirs", None),
		case.their_keys("theirs-locked", Some(PASSPHRASE)),
	];
	let recipients = readers.each_ref().map(public);
	let back = case.at("back");
	for (path, text) in case.texts() {
		let file = case.fresh("file");
		files::encrypt(&path, &file, &recipients).unwrap();
		for reader in &readers {
			run(Command::new(tool()).arg("decrypt").arg("--sk").arg(&reader.secret), &file, &back);
			assert!(fs::read(&back).unwrap() == text, "{path:?} {reader:?}");
		}
	}
}

#[test]
fn we_read_what_they_write() {
	let case = Case::new();
	let readers = [
		case.our_keys("ours", None),
		case.our_keys("ours-locked", Some(PASSPHRASE)),
		case.their_keys("theirs", None),
		case.their_keys("theirs-locked", Some(PASSPHRASE)),
	];
	let file = case.at("file");
	for (path, text) in case.texts() {
		let mut command = Command::new(tool());
		command.arg("encrypt");
		for reader in &readers {
			command.arg("--recipient_pk").arg(&reader.public);
		}
		run(&mut command, &path, &file);
		for reader in &readers {
			let back = case.fresh("back");
			files::decrypt(&file, &back, &secret(reader)).unwrap();
			assert!(fs::read(&back).unwrap() == text, "{path:?} {reader:?}");
		}
	}
}

#[test]
fn every_kind_of_key_opens_on_both_sides() {
	let case = Case::new();
	let readers = case.all_their_keys();
	assert_eq!(readers.len(), 6);
	let recipients: Vec<_> = readers.iter().map(public).collect();
	let (path, text) = case.texts().last().unwrap();
	let (ours, theirs, back) = (case.at("ours"), case.at("theirs"), case.at("back"));
	files::encrypt(&path, &ours, &recipients).unwrap();
	let mut command = Command::new(tool());
	command.arg("encrypt");
	for reader in &readers {
		command.arg("--recipient_pk").arg(&reader.public);
	}
	run(&mut command, &path, &theirs);
	for reader in &readers {
		assert_eq!(secret(reader).public(), public(reader), "{reader:?}");
		run(Command::new(tool()).arg("decrypt").arg("--sk").arg(&reader.secret), &ours, &back);
		assert!(fs::read(&back).unwrap() == text, "{reader:?}");
		let back = case.fresh("back");
		files::decrypt(&theirs, &back, &secret(reader)).unwrap();
		assert!(fs::read(&back).unwrap() == text, "{reader:?}");
	}
}

#[test]
fn each_reads_what_the_other_has_rewrapped() {
	let case = Case::new();
	let readers = case.all_their_keys();
	let owner = case.our_keys("ours", Some(PASSPHRASE));
	let recipients: Vec<_> = readers.iter().map(public).collect();
	let back = case.at("back");
	for ((path, text), reader) in case.texts().zip(readers.iter().cycle()) {
		let [first, second, third] = ["first", "second", "third"].map(|name| case.fresh(name));
		files::encrypt(&path, &first, &[public(&owner)]).unwrap();
		files::rewrap(&first, &second, &secret(&owner), &recipients).unwrap();
		run(Command::new(tool()).arg("decrypt").arg("--sk").arg(&reader.secret), &second, &back);
		assert!(fs::read(&back).unwrap() == text, "{path:?} {reader:?}");

		let mut reencrypt = Command::new(tool());
		reencrypt.arg("reencrypt").arg("--sk").arg(&reader.secret);
		for recipient in readers.iter().chain([&owner]) {
			reencrypt.arg("--recipient_pk").arg(&recipient.public);
		}
		run(&mut reencrypt, &second, &third);
		for reader in [reader, &owner] {
			let back = case.fresh("back");
			files::decrypt(&third, &back, &secret(reader)).unwrap();
			assert!(fs::read(&back).unwrap() == text, "{path:?} {reader:?}");
		}
	}
}

/// What the tool delivers for a range. Its help says that the end is left out, and it leaves out one byte more.
fn theirs(text: &[u8], start: usize, end: usize) -> &[u8] {
	&text[start..(end - 1).min(text.len())]
}

const RANGES: [(usize, usize); 6] =
	[(0, 5), (10, 70_000), (65535, 65538), (65536, 131_073), (131_072, 150_000), (70_000, 999_999)];

#[test]
fn we_read_edit_lists_of_the_tool() {
	let case = Case::new();
	let ours = case.our_keys("ours", None);
	let (path, text) = case.texts().last().unwrap();
	let (file, cut) = (case.at("file"), case.at("part"));
	files::encrypt(&path, &file, &[public(&ours)]).unwrap();
	for (start, end) in RANGES {
		let mut rearrange = Command::new(tool());
		rearrange.arg("rearrange").arg("--sk").arg(&ours.secret);
		run(rearrange.arg("--range").arg(format!("{start}-{end}")), &file, &cut);
		let back = case.fresh("back");
		files::decrypt(&cut, &back, &secret(&ours)).unwrap();
		assert!(fs::read(&back).unwrap() == theirs(&text, start, end), "{start}-{end}");
	}
}

#[test]
fn they_read_edit_lists_of_ours() {
	let case = Case::new();
	let (ours, reader) = (case.our_keys("ours", None), case.their_keys("theirs", None));
	let (path, text) = case.texts().last().unwrap();
	let (file, back) = (case.at("file"), case.at("back"));
	files::encrypt(&path, &file, &[public(&ours)]).unwrap();
	let key = secret(&ours);
	for (start, end) in RANGES.into_iter().chain([(3, usize::MAX), (140_000, usize::MAX)]) {
		let cut = case.fresh("part");
		let reading = Reading { range: start as u64..end as u64, ..Reading::from(&key) };
		files::rewrap(&file, &cut, reading, &[public(&reader)]).unwrap();
		run(Command::new(tool()).arg("decrypt").arg("--sk").arg(&reader.secret), &cut, &back);
		assert!(fs::read(&back).unwrap() == text[start..end.min(text.len())], "{start}-{end}");
	}
	// A list of several parts, with blocks between them that nobody needs.
	let parts = EditList::new([1..5, 66_000..67_000, 190_000..TO_THE_END]);
	let data_key = DataKey::generate().unwrap();
	let contents = Contents { keys: vec![data_key.clone()], edits: parts.clone() };
	let mut bytes = contents.seal(&[public(&ours)], None).unwrap().as_bytes().to_vec();
	stream::encrypt_body(&data_key, &text[..], &mut bytes).unwrap();
	fs::write(case.fresh("file"), bytes).unwrap();
	let cut = case.fresh("part");
	files::rewrap(&file, &cut, &key, &[public(&reader)]).unwrap();
	run(Command::new(tool()).arg("decrypt").arg("--sk").arg(&reader.secret), &cut, &back);
	let expected = [&text[1..5], &text[66_000..67_000], &text[190_000..]].concat();
	assert!(fs::read(&back).unwrap() == expected);
}

/// Puts an edit list of any lengths into the header of a file, with the functions of the tool.
fn with_their_edit_list(file: &Path, edited: &Path, reader: &KeyFiles, lengths: &[u64]) {
	const EDIT: &str = r"
import sys
from crypt4gh import header
from crypt4gh.keys import get_private_key, get_public_key

keys = [(0, get_private_key(sys.argv[1], None), get_public_key(sys.argv[2]))]
packets = list(header.parse(sys.stdin.buffer))
edits = header.make_packet_data_edit_list(map(int, sys.argv[3:]))
sys.stdout.buffer.write(header.serialize(packets + list(header.encrypt(edits, keys))))
sys.stdout.buffer.write(sys.stdin.buffer.read())
";
	let mut edit = Command::new(tool().with_file_name("python"));
	edit.args(["-c", EDIT]).args([&reader.secret, &reader.public]);
	run(edit.args(lengths.iter().map(u64::to_string)), file, edited);
}

#[test]
fn an_edit_list_of_several_parts_is_the_same_wherever_it_goes() {
	let case = Case::new();
	let (ours, theirs) = (case.our_keys("ours", None), case.their_keys("theirs", None));
	let (path, text) = case.texts().last().unwrap();
	let [file, edited, rewrapped] = ["file", "edited", "rewrapped"].map(|name| case.at(name));
	run(Command::new(tool()).arg("encrypt").arg("--recipient_pk").arg(&ours.public), &path, &file);
	for (lengths, parts) in [
		(
			&[1, 4, 65_995, 1_000, 123_000][..],
			&[(1, 5), (66_000, 67_000), (190_000, text.len())][..],
		),
		(&[65_536, 65_536], &[(65_536, 131_072)]),
		(&[0, 10, 0, 10, 190_000], &[(0, 20), (190_020, text.len())]),
		(&[500_000, 3], &[]),
		(&[], &[(0, text.len())]),
	] {
		let expected: Vec<u8> =
			parts.iter().flat_map(|(start, end)| text[*start..*end].to_vec()).collect();
		with_their_edit_list(&file, &edited, &ours, lengths);
		let back = case.fresh("back");
		files::decrypt(&edited, &back, &secret(&ours)).unwrap();
		assert!(fs::read(&back).unwrap() == expected, "{lengths:?}");

		// From them to us, from us to them, and with their header back to us.
		let copy = case.fresh("copy");
		files::rewrap(&edited, &copy, &secret(&ours), &[public(&theirs)]).unwrap();
		let decrypt = || {
			let mut decrypt = Command::new(tool());
			decrypt.arg("decrypt").arg("--sk").arg(&theirs.secret);
			decrypt
		};
		run(&mut decrypt(), &copy, &back);
		assert!(fs::read(&back).unwrap() == expected, "{lengths:?}");
		let mut reencrypt = Command::new(tool());
		reencrypt.arg("reencrypt").arg("--sk").arg(&theirs.secret);
		run(reencrypt.arg("--recipient_pk").arg(&ours.public), &copy, &rewrapped);
		let back = case.fresh("back");
		files::decrypt(&rewrapped, &back, &secret(&ours)).unwrap();
		assert!(fs::read(&back).unwrap() == expected, "{lengths:?}");
		let anew = case.fresh("anew");
		files::rekey(&edited, &anew, &secret(&ours), &[public(&theirs)]).unwrap();
		run(&mut decrypt(), &anew, &back);
		assert!(fs::read(&back).unwrap() == expected, "{lengths:?}");
	}
}

#[test]
fn ranges_are_the_same_but_for_the_byte_that_the_tool_leaves_out() {
	let case = Case::new();
	let ours = case.our_keys("ours", None);
	let (path, text) = case.texts().last().unwrap();
	let (file, back) = (case.at("file"), case.at("back"));
	files::encrypt(&path, &file, &[public(&ours)]).unwrap();
	let key = secret(&ours);
	// From the second block on, the tool passes over the start of a range twice when it decrypts.
	for (start, end) in RANGES.into_iter().filter(|(start, _)| *start < 65536) {
		let mut command = Command::new(tool());
		command.arg("decrypt").arg("--sk").arg(&ours.secret);
		run(command.arg("--range").arg(format!("{start}-{end}")), &file, &back);
		assert!(fs::read(&back).unwrap() == theirs(&text, start, end), "{start}-{end}");
		let back = case.fresh("back");
		let reading = Reading { range: start as u64..end as u64, ..Reading::from(&key) };
		files::decrypt(&file, &back, reading).unwrap();
		assert!(fs::read(&back).unwrap() == text[start..end.min(text.len())], "{start}-{end}");
	}
}

#[test]
fn senders_with_keys_of_every_kind_are_named_and_checked_on_both_sides() {
	let case = Case::new();
	let ours = case.our_keys("ours", None);
	let (path, text) = case.texts().last().unwrap();
	let (recipients, key) = ([public(&ours)], secret(&ours));
	let back = case.at("back");
	for sender in case.all_their_keys() {
		let file = case.fresh("file");
		let writer = secret(&sender);
		let writing = Writing { recipients: &recipients, writer: Some(&writer) };
		files::encrypt(&path, &file, writing).unwrap();
		let mut decrypt = Command::new(tool());
		decrypt.arg("decrypt").arg("--sk").arg(&ours.secret);
		run(decrypt.arg("--sender_pk").arg(&sender.public), &file, &back);
		assert!(fs::read(&back).unwrap() == text, "{sender:?}");

		let mut encrypt = Command::new(tool());
		encrypt.arg("encrypt").arg("--sk").arg(&sender.secret);
		run(encrypt.arg("--recipient_pk").arg(&ours.public), &path, &file);
		let back = case.fresh("back");
		let (writer, another) = (writer.public(), public(&ours));
		let reading = Reading { sender: Some(&writer), ..Reading::from(&key) };
		files::decrypt(&file, &back, reading.clone()).unwrap();
		assert!(fs::read(&back).unwrap() == text, "{sender:?}");
		let reading = Reading { sender: Some(&another), ..reading };
		let refused = files::decrypt(&file, &case.at("not"), reading);
		assert!(matches!(refused, Err(Error::OtherSender)), "{refused:?}");
	}
}

#[test]
fn they_read_what_we_have_encrypted_anew() {
	let case = Case::new();
	let (ours, reader) = (case.our_keys("ours", None), case.their_keys("theirs", None));
	let back = case.at("back");
	for (path, text) in case.texts() {
		let (file, copy) = (case.fresh("file"), case.fresh("copy"));
		files::encrypt(&path, &file, &[public(&ours)]).unwrap();
		files::rekey(&file, &copy, &secret(&ours), &[public(&reader)]).unwrap();
		run(Command::new(tool()).arg("decrypt").arg("--sk").arg(&reader.secret), &copy, &back);
		assert!(fs::read(&back).unwrap() == text, "{path:?}");
	}
}
