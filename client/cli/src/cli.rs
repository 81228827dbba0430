//! The command line.

mod consent;
mod global;
mod grant;
mod keys;
mod offer;
mod ontology;
mod oversight;
mod owner;
mod permit;
mod registry;
mod values;

use crate::{
	account::Account,
	amount::{Amount, Data},
	scope::ScopeArg,
};
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use ownome_primitives::{
	duo::{Country, Id},
	DatasetId, Moment, ProposalId,
};
use std::path::PathBuf;

pub use consent::{Consent, Export};
pub use global::Global;
pub use grant::{Cut, Delivery, Extract, Fetch, Grant, Narrow, Receipt, Revoke, Whose};
pub use keys::{Keys, Lock};
pub use offer::{Agreed, Changes, Counter, Offer, Proposal, Purpose, Side};
pub use ontology::Ontology;
pub use oversight::{Emergency, Ethics, Scope};
pub use owner::{Behalf, BreakGlass, Door, Policy, Target};
pub use permit::Permit;
pub use registry::{
	Batch, Dataset, Guardian, Key, Packing, Page, Parties, Statement, Subject, Tag, Terms, Transfer,
};
#[cfg(test)]
pub use values::Accesses;
pub use values::{name_of, Allowance, ByteRange, CoinAmount, Format, Hash, Reason, RoleName};

const OVERVIEW: &str = "\
A dataset from encryption to revocation, on a development node (./scripts/run.sh):
  ownome keys generate --out owner
  ownome keys generate --out custodian
  ownome keys generate --out requester
  ownome member apply --roles custodian --key custodian.pub --credential custodian.pub --institution lab-1 --country GB --signer charlie
  ownome member admit charlie --signer alice
  ownome member apply --roles requester --key requester.pub --credential requester.pub --institution institute-1 --country GB --not-for-profit --signer bob
  ownome member admit bob --signer alice
  ownome dataset register genome.vcf --recipient owner.pub --format vcf --custodian charlie --store store --signer ferdie
  ownome offer 0 --purpose DUO:0000042 --period 30d --price 100 --upfront 20 --signer bob
  ownome approve 0 --signer ferdie
  ownome grant deliver 0 --key owner.sec --store store --signer ferdie
  ownome fetch 0 --key requester.sec --store store fetched.vcf --signer bob
  ownome grant confirm 0 --signer bob
  ownome revoke 0 --signer ferdie
Any file will do as genome.vcf, and for trying it out a public key as the accreditation document.

ACCOUNT is an address (5Grw...), the name of a development account (alice, bob, charlie, dave, eve, ferdie), or an account file of your own.
Amounts are in whole coins with decimals, like 12.5; fees and deposits are paid in OWN, data in DATA.
Each option is looked for on the command line, then in the environment, then in ~/.config/ownome/config.toml: see `ownome config show`.
With --dry-run nothing is sent: the node's runtime tries the transaction, and the answer is what it would do and cost, or the error that it would be.
A store is a folder, s3://bucket/prefix (server and credentials in AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY), or https://host/path to read only.
Errors go to the standard error, with --json as {\"error\": \"...\"}. Exit code: 0 done, 1 failed, 2 wrong usage or settings, 130 or 143 interrupted.
Files are never overwritten.";

/// Own, share and be paid for genomic data.
#[derive(Debug, Parser)]
// No line is broken, so that the examples can be copied.
#[command(name = "ownome", version, about, after_help = OVERVIEW, term_width = 0)]
pub struct Cli {
	/// What holds for every command.
	#[command(flatten)]
	pub global: Global,
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Print what lets a shell complete commands.
	#[command(after_help = "\
Example:
  ownome completions bash
Where the shell looks for it: ~/.local/share/bash-completion/completions/ownome, ~/.config/fish/completions/ownome.fish, or a file _ownome in the $fpath of zsh.")]
	Completions {
		/// For which shell.
		shell: Shell,
	},
	/// Write the manual pages, one for each command, into a new folder.
	#[command(after_help = "Example:\n  ownome manual man1\nThen: man -l man1/ownome.1")]
	Manual {
		/// The folder.
		folder: PathBuf,
	},
	/// Make keys for files and for accounts, keep them, pass them on.
	#[command(subcommand, after_help = "Example:\n  ownome keys generate --out owner")]
	Keys(Keys),
	/// Encrypt a file with Crypt4GH.
	#[command(after_help = "\
Examples:
  ownome encrypt --recipient alice.pub --recipient bob.pub genome.vcf genome.vcf.c4gh
  ownome encrypt --recipient alice.pub --key me.sec genome.vcf genome.vcf.c4gh
  ownome encrypt --recipient ~/.ssh/id_ed25519.pub - genome.vcf.c4gh
  ownome encrypt --recipient alice.pub --header genome.header genome.vcf genome.body")]
	Encrypt {
		/// Public key of somebody who may decrypt the file, of Crypt4GH or an ed25519 key of OpenSSH; may be given several times.
		#[arg(long = "recipient", required = true, value_name = "FILE.pub")]
		recipients: Vec<PathBuf>,
		/// Your private key, so that a recipient can check with --sender that you wrote the file; without it nobody can tell.
		#[arg(long, value_name = "SENDER.sec")]
		key: Option<PathBuf>,
		/// Write the header to a file of its own, or - for the standard output. Followed by OUTPUT it is a Crypt4GH file.
		#[arg(long, value_name = "FILE")]
		header: Option<PathBuf>,
		/// The file to encrypt, or - for the standard input.
		input: PathBuf,
		/// Where to write the encrypted file, or - for the standard output.
		output: PathBuf,
	},
	/// Decrypt a Crypt4GH file.
	#[command(after_help = "\
A Crypt4GH file that was cut at the border of two blocks decrypts without an error, to a part of the data. For the data of a grant use
`ownome fetch`, which notices. What the standard output gets before an error is genuine, and not all: look at the exit code.
Examples:
  ownome decrypt --key alice.sec genome.vcf.c4gh genome.vcf
  ownome decrypt --key alice.sec --sender bob.pub genome.vcf.c4gh genome.vcf
  ownome decrypt --key alice.sec --range 1000000-2000000 genome.vcf.c4gh -
  ownome decrypt --key alice.sec --header genome.header genome.body genome.vcf")]
	Decrypt {
		/// Private key of a recipient, of Crypt4GH or an ed25519 key of OpenSSH.
		#[arg(long, value_name = "FILE.sec")]
		key: PathBuf,
		/// Public key of whoever has to have written the header; the file is refused if it was somebody else.
		#[arg(long, value_name = "SENDER.pub")]
		sender: Option<PathBuf>,
		/// The header, where it is kept apart: INPUT then has the data blocks alone.
		#[arg(long, value_name = "FILE")]
		header: Option<PathBuf>,
		/// Decrypt only a part: bytes from START (counted from 0) up to END, which is left out, or to the end with `START-`. Only the blocks that are needed are read.
		#[arg(long, value_name = "START-END")]
		range: Option<ByteRange>,
		/// The encrypted file, or - for the standard input.
		input: PathBuf,
		/// Where to write the decrypted file, or - for the standard output.
		output: PathBuf,
	},
	/// Copy a Crypt4GH file for other recipients, without encrypting it anew. Whoever is not named again has no access to the copy.
	#[command(after_help = "\
With --range only the blocks that are needed are copied, and an edit list in the header says which of their bytes count. A recipient who
ignores it can read these blocks as a whole, up to 65,535 bytes on either side: to give away not a byte more, use `ownome rekey`.
The data key stays the same: whoever kept it can decrypt the copy. After a revocation, use `ownome rekey`.
With --header only a new header is written, for the data blocks as they are, which are not even read: INPUT may be the old header alone.
Examples:
  ownome rewrap --key alice.sec --recipient carol.pub genome.vcf.c4gh for-carol.c4gh
  ownome rewrap --key alice.sec --recipient carol.pub --range 0-1000000 genome.vcf.c4gh for-carol.c4gh
  ownome rewrap --key alice.sec --recipient carol.pub --header for-carol.header genome.header")]
	Rewrap {
		/// Private key of a recipient of the file.
		#[arg(long, value_name = "FILE.sec")]
		key: PathBuf,
		/// Public key of a recipient of the copy; may be given several times.
		#[arg(long = "recipient", required = true, value_name = "FILE.pub")]
		recipients: Vec<PathBuf>,
		/// Copy only a part: bytes from START (counted from 0) up to END, which is left out, or to the end with `START-`.
		#[arg(long, value_name = "START-END")]
		range: Option<ByteRange>,
		/// Write a new header and nothing else, to this file, or - for the standard output.
		#[arg(long, value_name = "FILE", conflicts_with = "output")]
		header: Option<PathBuf>,
		/// The encrypted file, or - for the standard input.
		input: PathBuf,
		/// Where to write the copy, or - for the standard output.
		#[arg(required_unless_present = "header")]
		output: Option<PathBuf>,
	},
	/// Encrypt a Crypt4GH file anew, under a new data key, so that nobody who kept the old one can decrypt the copy.
	#[command(after_help = "\
Examples:
  ownome rekey --key alice.sec --recipient alice.pub genome.vcf.c4gh genome-2.vcf.c4gh
  ownome rekey --key alice.sec --recipient carol.pub --range 0-1000000 genome.vcf.c4gh for-carol.c4gh")]
	Rekey {
		/// Private key of a recipient of the file.
		#[arg(long, value_name = "FILE.sec")]
		key: PathBuf,
		/// Public key of a recipient of the copy; may be given several times.
		#[arg(long = "recipient", required = true, value_name = "FILE.pub")]
		recipients: Vec<PathBuf>,
		/// Take only a part: bytes from START (counted from 0) up to END, which is left out, or to the end with `START-`.
		#[arg(long, value_name = "START-END")]
		range: Option<ByteRange>,
		/// The encrypted file, or - for the standard input.
		input: PathBuf,
		/// Where to write the copy, or - for the standard output.
		output: PathBuf,
	},
	/// Encrypt a part of a Crypt4GH file, regions of a genome or types of resources, under a new data key. Nothing else of the file is in the new one.
	#[command(after_help = "\
A variant or a read is in if it has at least one position in a region, and what of it tells of other places is taken out or refused; a CRAM becomes a BAM. A Bundle
keeps the resources of the types.
Examples:
  ownome extract --key alice.sec --recipient carol.pub --format vcf --scope regions:chr1:1000-2000,chrX:1-500 genome.vcf.gz.c4gh for-carol.c4gh
  ownome extract --key alice.sec --recipient carol.pub --format bam --scope genes:HGNC:1100 --gene-regions genes.bed reads.bam.c4gh for-carol.c4gh
  ownome extract --key alice.sec --recipient carol.pub --format fhir-bundle --scope resources:Observation record.json.c4gh for-carol.c4gh")]
	Extract(Extract),
	/// Become a member of the consortium, admit members, look at them.
	#[command(subcommand, after_help = "Example:\n  ownome member show bob")]
	Member(Member),
	/// Register datasets, look after them, look at them.
	#[command(subcommand, after_help = "Example:\n  ownome dataset show 0")]
	Dataset(Dataset),
	/// Put many datasets on the chain under one hash, for their owners to claim.
	#[command(subcommand, after_help = "Example:\n  ownome batch build list.csv batch.tree")]
	Batch(Batch),
	/// Let somebody act for you until a date, a parent for a child for example.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome guardian set eve --until 2040-05-17 --signer ferdie"
	)]
	Guardian(Guardian),
	/// Link your accounts, so that only you can see that they are one person's.
	#[command(subcommand, after_help = "Example:\n  ownome subject keygen --out subject.key")]
	Subject(Subject),
	/// Turn terms of ontologies into tags that tell nothing without the consortium's search key.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome tag derive --key search.key --epoch 1 HP:0000118"
	)]
	Tag(Tag),
	/// Say in a signed file what you vouch for, as a laboratory.
	#[command(subcommand, after_help = "Example:\n  ownome statement verify 0 statement.json")]
	Statement(Statement),
	/// Check that the data blocks of a file are the registered ones, byte for byte. Needs no key: nothing is decrypted, and the header, which differs for each recipient, is not checked.
	#[command(
		after_help = "Example:\n  ownome verify body.c4gh --manifest manifest.json --dataset 0"
	)]
	Verify {
		/// The data blocks, with or without the header of a Crypt4GH file in front.
		file: PathBuf,
		/// The manifest.
		#[arg(long, value_name = "FILE.json")]
		manifest: PathBuf,
		/// The number of the dataset.
		#[arg(long, value_name = "N")]
		dataset: DatasetId,
	},
	/// Say once what your data may be used for, look at policies and purposes, decide with them as the chain does.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome policy set policy.json --all --signer ferdie"
	)]
	Policy(Policy),
	/// Write policies, grants and receipts as resources of HL7 FHIR R5, read policies from them.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome consent export --dataset 0 --out consent.json"
	)]
	Consent(Consent),
	/// Prove which diseases are kinds of others, with `mondo.json` of a release of MONDO.
	#[command(subcommand, after_help = "Example:\n  ownome ontology check mondo.json")]
	Ontology(Ontology),
	/// Refuse all offers beforehand, or take them again.
	#[command(subcommand, after_help = "Example:\n  ownome door close --signer ferdie")]
	Door(Door),
	/// Refuse emergency access beforehand, or allow it again.
	#[command(subcommand, after_help = "Example:\n  ownome break-glass refuse --signer ferdie")]
	BreakGlass(BreakGlass),
	/// Offer a price for the use of datasets. The price is held until it is earned or given back.
	#[command(after_help = "\
Where the owner's policy consents to the terms, the offer is a grant at once. An offer is public, for ever: the tool asks before it publishes a scope from
which a diagnosis could be guessed, and `ownome scope seal` hides one.
Examples:
  ownome offer 0 --purpose DUO:0000042 --period 30d --price 100 --upfront 20 --signer bob
  ownome offer 0 --purpose DUO:0000007 --disease MONDO:0005148 --for-profit --period 12h --price 0.5 --upfront 0 --signer bob
  ownome offer 0 1 2 --purpose-file purpose.json --scope resources:Observation --period 30d --price 5 --upfront 0 --accesses 10 --signer bob
  ownome offer 0 --purpose DUO:0000042 --period 30d --price 100 --upfront 20 --dry-run --signer bob")]
	Offer(Offer),
	/// Look at offers.
	#[command(subcommand, after_help = "Example:\n  ownome proposal list --owner ferdie")]
	Proposal(Proposal),
	/// Answer an offer with other terms, as the owner or the requester, when it is your turn. The purpose stays.
	#[command(after_help = "\
What is not named stays as it is.
Examples:
  ownome counter 3 --price 150 --period 14d --signer ferdie
  ownome counter 3 --scope aggregate --accesses any --upfront 50 --signer bob")]
	Counter(Counter),
	/// Agree to what the owner asks for in a counter-offer, as the requester.
	#[command(after_help = "Example:\n  ownome accept 3 --signer bob")]
	Accept(Agreed),
	/// Take an offer back, as its requester.
	#[command(after_help = "Example:\n  ownome withdraw 3 --signer bob")]
	Withdraw {
		/// The number of the offer.
		proposal: ProposalId,
	},
	/// Turn an offer down, as the owner of the dataset. Costs nothing.
	#[command(after_help = "Example:\n  ownome reject 3 --signer ferdie")]
	Reject {
		/// The number of the offer.
		proposal: ProposalId,
	},
	/// Accept an offer, as the owner of the dataset.
	#[command(after_help = "Example:\n  ownome approve 3 --signer ferdie")]
	Approve(Agreed),
	/// Close an offer to which nobody can agree any more, and release what is held for it. Anybody may do it.
	#[command(after_help = "Example:\n  ownome expire 3 --signer eve")]
	Expire {
		/// The number of the offer.
		proposal: ProposalId,
	},
	/// Deliver keys, settle accounts, look at grants.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome grant deliver 0 --key owner.sec --store store --signer ferdie"
	)]
	Grant(Grant),
	/// End grants at once, as the owner. Costs nothing, even without any OWN.
	#[command(after_help = "\
With --grantee all grants to one account end that run, 50 with one signature; run it again if it is interrupted, and it goes on.
Examples:
  ownome revoke 0 --signer ferdie
  ownome revoke 0 1 2 --signer ferdie
  ownome revoke --grantee bob --signer ferdie")]
	Revoke(Revoke),
	/// Get the data of a grant, as its grantee: asks the chain, verifies what is stored, decrypts.
	#[command(after_help = "\
With --range only the encrypted blocks of these bytes are read, with the hashes that show that they are the registered ones.
Examples:
  ownome fetch 0 --key requester.sec --store store fetched.vcf --signer bob
  ownome fetch 0 --key requester.sec --store https://data.lab.example/store --range 0-1048576 start.vcf --signer bob")]
	Fetch(Fetch),
	/// Record accesses, look at what was recorded.
	#[command(subcommand, after_help = "Example:\n  ownome receipt list 0")]
	Receipt(Receipt),
	/// Ask whether somebody may read a dataset, or a part of it, now or at another time. The answer is no failure: the exit code is 0.
	#[command(
		after_help = "Examples:\n  ownome access 0 bob\n  ownome access 0 bob --at 1763632800000\n  ownome access 0 bob --scope regions:chr1:1000-2000"
	)]
	Access {
		/// The number of the dataset.
		dataset: DatasetId,
		/// Who would read it.
		account: Account,
		/// When, in Unix milliseconds; now if it is left out.
		#[arg(long, value_name = "MS")]
		at: Option<Moment>,
		/// How much of it, as for `ownome offer`; the whole if it is left out.
		#[arg(long, value_name = "SCOPE")]
		scope: Option<ScopeArg>,
	},
	/// Show everything that happened to a dataset and the consents for it, in order: who did what when.
	#[command(after_help = "\
With --json each entry is an object on a line of its own. Transfers of the title, and attestations that were retracted, are in the events of their blocks only.
Examples:
  ownome audit 0
  ownome audit 0 --json")]
	Audit {
		/// The number of the dataset.
		dataset: DatasetId,
	},
	/// Sign offers and review emergencies, as an ethics committee.
	#[command(subcommand, after_help = "Example:\n  ownome ethics list")]
	Ethics(Ethics),
	/// Open a dataset in an emergency, report emergencies that were none.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome emergency open 0 --reason life-threatening --justification polytrauma --signer dave"
	)]
	Emergency(Emergency),
	/// Describe a scope that only the two parties know.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome scope seal genes:HGNC:1100 --out scope.json"
	)]
	Scope(Scope),
	/// The data token DATA.
	#[command(subcommand, after_help = "Example:\n  ownome token balance bob")]
	Token(Token),
	/// The native coin OWN.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome coin transfer ferdie 12.5 --signer bob"
	)]
	Coin(Coin),
	/// The chain itself.
	#[command(subcommand, after_help = "Example:\n  ownome chain info")]
	Chain(Chain),
	/// Your settings.
	#[command(subcommand, after_help = "Example:\n  ownome config show")]
	Config(Config),
}

impl Command {
	/// Whether it sends a transaction if all goes well.
	pub fn sends(&self) -> bool {
		match self {
			Self::Completions { .. }
			| Self::Manual { .. }
			| Self::Keys(_)
			| Self::Encrypt { .. }
			| Self::Decrypt { .. }
			| Self::Rewrap { .. }
			| Self::Rekey { .. }
			| Self::Extract(_)
			| Self::Tag(_)
			| Self::Statement(_)
			| Self::Verify { .. }
			| Self::Consent(_)
			| Self::Proposal(_)
			| Self::Fetch { .. }
			| Self::Access { .. }
			| Self::Audit { .. }
			| Self::Scope(_)
			| Self::Chain(_)
			| Self::Config(_) => false,
			Self::Door(_)
			| Self::BreakGlass(_)
			| Self::Offer(_)
			| Self::Counter(_)
			| Self::Accept(_)
			| Self::Withdraw { .. }
			| Self::Reject { .. }
			| Self::Approve(_)
			| Self::Expire { .. }
			| Self::Revoke(_)
			| Self::Emergency(_) => true,
			Self::Member(command) => {
				!matches!(command, Member::Application { .. } | Member::Show { .. })
			},
			Self::Dataset(command) => !matches!(
				command,
				Dataset::SignRegistration { .. }
					| Dataset::Prove { .. }
					| Dataset::Show { .. }
					| Dataset::List { .. }
					| Dataset::Find { .. }
					| Dataset::Lineage { .. }
			),
			Self::Batch(command) => {
				matches!(command, Batch::Anchor { .. } | Batch::Claim { .. })
			},
			Self::Guardian(command) => !matches!(command, Guardian::Show { .. }),
			Self::Subject(command) => matches!(command, Subject::Set { .. } | Subject::Clear),
			Self::Policy(command) => {
				matches!(command, Policy::Set { .. } | Policy::Remove { .. })
			},
			Self::Ontology(command) => matches!(command, Ontology::Set { .. }),
			Self::Grant(command) => {
				!matches!(command, Grant::Show { .. } | Grant::List { .. } | Grant::Money { .. })
			},
			Self::Receipt(command) => {
				matches!(command, Receipt::Record { .. } | Receipt::Batch { .. })
			},
			Self::Ethics(command) => !matches!(command, Ethics::List),
			Self::Token(command) => !matches!(
				command,
				Token::Balance { .. }
					| Token::Allowance { .. }
					| Token::Info | Token::Permit(Permit::Sign { .. })
			),
			Self::Coin(command) => matches!(command, Coin::Transfer { .. }),
		}
	}
}

/// Become a member of the consortium, admit members, look at them.
#[derive(Debug, Subcommand)]
pub enum Member {
	/// Ask to be admitted.
	#[command(
		after_help = "Example:\n  ownome member apply --roles requester --key requester.pub --credential accreditation.pdf --institution https://ror.org/013meh722 --country GB --not-for-profit --signer bob"
	)]
	Apply {
		/// What to be accredited for, separated by commas.
		#[arg(long, required = true, value_delimiter = ',', value_name = "ROLES")]
		roles: Vec<RoleName>,
		/// Public key for which owners will make the data readable.
		#[arg(long, value_name = "FILE.pub")]
		key: PathBuf,
		/// The accreditation document, of which only a hash goes to the chain.
		#[arg(long, value_name = "FILE")]
		credential: PathBuf,
		#[command(flatten)]
		profile: ProfileArgs,
	},
	/// Show an application that waits for a decision, and its hash.
	#[command(after_help = "Example:\n  ownome member application bob")]
	Application {
		/// The applicant.
		account: Account,
	},
	/// Admit an applicant, as the sudo key of a development chain, and show what it is admitted with.
	#[command(after_help = "Example:\n  ownome member admit bob --signer alice")]
	Admit {
		/// The applicant.
		account: Account,
		/// Hash of the application that was read before, so that no other one is admitted; that of the application as it stands if there is none.
		#[arg(long, value_name = "HASH")]
		application: Option<Hash>,
	},
	/// Vouch for something else about a member, as the sudo key of a development chain.
	#[command(
		after_help = "Example:\n  ownome member amend bob --institution https://ror.org/013meh722 --country SE --signer alice"
	)]
	Amend {
		/// The member.
		account: Account,
		#[command(flatten)]
		profile: ProfileArgs,
	},
	/// Take from a member what it may do, until it is reinstated, as the sudo key of a development chain.
	#[command(after_help = "Example:\n  ownome member suspend bob --signer alice")]
	Suspend {
		/// The member.
		account: Account,
	},
	/// Let a suspended member do again what its roles say, as the sudo key of a development chain.
	#[command(after_help = "Example:\n  ownome member reinstate bob --signer alice")]
	Reinstate {
		/// The member.
		account: Account,
	},
	/// End a membership, and with it all grants to the member, as the sudo key of a development chain.
	#[command(after_help = "Example:\n  ownome member expel bob --signer alice")]
	Expel {
		/// The member.
		account: Account,
	},
	/// Leave the consortium. All grants to you end for good; what was agreed for those whose key you have goes on being paid.
	#[command(after_help = "Example:\n  ownome member resign --signer bob")]
	Resign,
	/// Show a member.
	#[command(after_help = "Example:\n  ownome member show bob")]
	Show {
		/// The member.
		account: Account,
	},
}

/// What the consortium is to vouch for about a member.
#[derive(Debug, Args)]
pub struct ProfileArgs {
	/// The institution of the member, by an identifier that everybody knows, like its ROR id.
	#[arg(long, value_name = "ID")]
	pub institution: Id,
	/// Where the institution is, and where it uses data: two letters of ISO 3166-1.
	#[arg(long, value_name = "CC")]
	pub country: Country,
	/// The institution is a not-for-profit organisation.
	#[arg(long)]
	pub not_for_profit: bool,
}

/// The data token DATA.
#[derive(Debug, Subcommand)]
pub enum Token {
	/// Show what an account has.
	#[command(after_help = "Example:\n  ownome token balance bob")]
	Balance {
		/// The account.
		account: Account,
	},
	/// Send DATA.
	#[command(after_help = "Example:\n  ownome token transfer ferdie 12.5 --signer bob")]
	Transfer {
		/// To whom.
		to: Account,
		/// How much.
		amount: Amount<Data>,
	},
	/// Let an account spend some of your DATA, in place of what it might spend before; 0 takes it back.
	#[command(after_help = "\
Examples:
  ownome token approve charlie 50 --signer bob
  ownome token approve charlie unlimited --signer bob")]
	Approve {
		/// Who may spend them.
		spender: Account,
		/// How much, or `unlimited`.
		amount: Allowance,
	},
	/// Show how much of an account's DATA another account may spend.
	#[command(after_help = "Example:\n  ownome token allowance bob charlie")]
	Allowance {
		/// Whose they are.
		owner: Account,
		/// Who may spend them.
		spender: Account,
	},
	/// Send DATA of somebody who has let you.
	#[command(
		after_help = "Example:\n  ownome token transfer-from bob ferdie 12.5 --signer charlie"
	)]
	TransferFrom {
		/// Whose they are.
		from: Account,
		/// To whom.
		to: Account,
		/// How much.
		amount: Amount<Data>,
	},
	/// Let an account spend your DATA by a signature, which anybody may bring to the chain and pay for.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome token permit send permit.json --signer charlie"
	)]
	Permit(Permit),
	/// Destroy DATA for good.
	#[command(after_help = "Example:\n  ownome token burn 1 --yes --signer bob")]
	Burn {
		/// How much.
		amount: Amount<Data>,
		/// Whose, if they are of somebody who has let you spend them.
		#[arg(long, value_name = "ACCOUNT")]
		from: Option<Account>,
	},
	/// Show name, symbol, supply and cap.
	#[command(after_help = "Example:\n  ownome token info")]
	Info,
}

/// The native coin OWN.
#[derive(Debug, Subcommand)]
pub enum Coin {
	/// Show what an account has.
	#[command(after_help = "Example:\n  ownome coin balance bob")]
	Balance {
		/// The account.
		account: Account,
	},
	/// Send OWN.
	#[command(
		after_help = "Examples:\n  ownome coin transfer ferdie 12.5 --signer bob\n  ownome coin transfer ferdie all --signer bob"
	)]
	Transfer {
		/// To whom.
		to: Account,
		/// How much, or `all` that can be sent.
		amount: CoinAmount,
	},
}

/// Your settings.
#[derive(Debug, Subcommand)]
pub enum Config {
	/// Show which settings hold now, and where each of them was said.
	#[command(after_help = "\
Example:
  ownome config show
The file ~/.config/ownome/config.toml may look like this, where paths begin at its folder or at ~:
  url = \"wss://node.example\"
  signer = \"~/me.account\"
  wait = \"finalized\"
  json = false
  store = \"/srv/store\"
  key = \"~/me.sec\"")]
	Show,
}

/// The chain itself.
#[derive(Debug, Subcommand)]
pub enum Chain {
	/// Show which chain the node runs and how far it is.
	#[command(after_help = "Example:\n  ownome chain info --url ws://127.0.0.1:9944")]
	Info,
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_definitions_are_consistent() {
		Cli::command().debug_assert();
	}

	/// All examples in the help.
	fn all_examples() -> Vec<String> {
		fn examples(command: &clap::Command, found: &mut Vec<String>) {
			if let Some(help) = command.get_after_help() {
				let text = help.to_string();
				let lines = text.lines().map(str::trim);
				found.extend(lines.filter(|line| line.starts_with("ownome ")).map(str::to_owned));
			}
			command.get_subcommands().for_each(|command| examples(command, found));
		}
		let mut found = Vec::new();
		examples(&Cli::command(), &mut found);
		found
	}

	#[test]
	fn every_example_in_the_help_is_a_command() {
		let found = all_examples();
		assert!(found.len() > 20, "{found:?}");
		for example in found {
			if let Err(error) = Cli::try_parse_from(example.split_whitespace()) {
				panic!("{example}: {error}");
			}
		}
	}

	#[test]
	fn every_help_page_has_an_example_of_its_own() {
		fn check(command: &clap::Command, path: &str) {
			let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
			let example = |line: &str| line.trim().starts_with(path);
			assert!(help.lines().any(example), "the help of {path} has no example");
			for below in command.get_subcommands() {
				check(below, &format!("{path} {}", below.get_name()));
			}
		}
		check(&Cli::command(), "ownome");
	}

	#[test]
	fn what_sends_is_what_somebody_signs_for_in_its_examples() {
		/// These sign something else than a transaction, or only say who is asking.
		const OFF_CHAIN: [&str; 4] = [
			"ownome fetch",
			"ownome statement create",
			"ownome dataset sign-registration",
			"ownome token permit sign",
		];
		for example in all_examples() {
			let command = Cli::try_parse_from(example.split_whitespace()).unwrap().command;
			let signed = example.contains("--signer")
				&& !OFF_CHAIN.iter().any(|command| example.starts_with(command));
			assert_eq!(command.sends(), signed, "{example}");
		}
	}
}
