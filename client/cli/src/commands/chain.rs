//! `ownome chain`.

use crate::{
	cli::{Chain, Global},
	output::Report,
	time::Time,
};

/// Shows which chain the node runs and how far it is.
pub async fn run(global: &Global, command: Chain) -> anyhow::Result<Report> {
	let Chain::Info = command;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let (best, finalized) = (state.block(), chain.finalized().await?);
	Report::new()
		.field("url", chain.url())?
		.field("chain", chain.name().await?)?
		.field("node_version", chain.node_version().await?)?
		.field("spec_version", state.spec_version())?
		.pair("genesis", chain.genesis_hash(), format!("{:?}", chain.genesis_hash()))?
		.field("best", best)?
		.field("finalized", finalized)?
		.field("time", Time(state.now().await?))
}
