//! Everything that talks to a node.

pub mod calls;
mod connection;
mod consents;
mod dispatch;
mod dry_run;
mod error;
mod events;
mod runtime;
mod signer;
mod spoken;
mod state;
mod submit;

pub use connection::{Block, Chain};
pub use consents::{all, GrantsOf, OffersOf, Part};
pub use dry_run::DryRun;
pub use error::ChainError;
pub use events::{cause_name, ChainEvent};
pub use signer::{Keypair, SignerSource};
pub use state::State;
pub use submit::{Inclusion, Wait};
