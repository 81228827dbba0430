//! Which part of a dataset a scope is, and `ownome extract`.

use super::{
	crypt::written,
	keys::{read_public, read_secret},
	progress,
	scope::described,
};
use crate::{
	cli::{Cut, Extract, Global},
	output::{Hex, Report},
	scope::ScopeArg,
};
use anyhow::{bail, ensure, Context};
use ownome_primitives::Scope;
use ownome_vault::{
	extract::{regions_of, Cutting, Part},
	files,
	stream::Reading,
};

/// The part that a scope is, with what the user gives to tell.
pub fn of(scope: &Scope, cut: &Cut) -> anyhow::Result<Part> {
	Ok(match scope {
		Scope::Whole => Part::Everything,
		Scope::Regions(regions) => Part::Regions(regions.to_vec()),
		Scope::Resources(types) => Part::Resources(types.to_vec()),
		Scope::Genes(genes) => {
			let bed = cut.gene_regions.as_deref().context(
				"This tool does not know where genes are: give their regions on the reference of the data with --gene-regions, or agree on regions.",
			)?;
			Part::Regions(regions_of(genes, bed)?)
		},
		Scope::Aggregate => bail!(
			"A scope of numbers over many people opens no data: there is nothing to take out of this dataset for it."
		),
		Scope::Sealed(hash) => {
			let file = cut.scope_file.as_deref().context(
				"The scope is sealed, and only the two parties know what it is: give its description with --scope-file.",
			)?;
			let (sealed, description) = described(file)?;
			ensure!(
				sealed == *hash,
				"{} describes another scope than the sealed one: give the file with the hash {}.",
				file.display(),
				Hex(*hash)
			);
			match description.parse() {
				Ok(ScopeArg(Scope::Sealed(_))) | Err(_) => bail!(
					"The description in {} is no scope that this tool can cut: agree on one like regions:chr1:1000-2000 or resources:Observation.",
					file.display()
				),
				Ok(ScopeArg(scope)) => of(&scope, cut)?,
			}
		},
	})
}

/// Encrypts a part of a file for others.
pub fn extract(global: &Global, extract: &Extract) -> anyhow::Result<Report> {
	let Extract { key, recipients, format, scope, cut, input, output } = extract;
	let part = of(&scope.0, cut)?;
	let secret = read_secret(key)?;
	let recipients = read_public(recipients)?;
	let cutting =
		Cutting { format: format.name(), part: &part, reference: cut.reference.as_deref() };
	let format = cutting.format_of_part()?;
	progress::during(global, "Extracting from", input, || {
		files::extract(input, output, Reading::from(&secret), &cutting, &recipients)
	})?;
	let report = written(output)?;
	match output.as_os_str() == files::STANDARD {
		true => Ok(report),
		false => report.field("format", format),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::commands::scope;

	fn scope(text: &str) -> Scope {
		text.parse::<ScopeArg>().unwrap().0
	}

	fn cut() -> Cut {
		Cut { scope_file: None, gene_regions: None, reference: None }
	}

	fn refused(scope: &Scope, cut: &Cut) -> String {
		of(scope, cut).unwrap_err().to_string()
	}

	#[test]
	fn regions_and_resources_are_parts_as_they_are() {
		for (text, count) in [("regions:chr1:1-10,chr2:5-6", 2), ("resources:Patient", 1)] {
			let found = match of(&scope(text), &cut()).unwrap() {
				Part::Regions(regions) => regions.len(),
				Part::Resources(types) => types.len(),
				Part::Everything => panic!("{text} is not everything"),
			};
			assert_eq!(found, count);
		}
		assert_eq!(of(&scope("whole"), &cut()).unwrap(), Part::Everything);
		assert!(refused(&scope("aggregate"), &cut()).contains("opens no data"));
	}

	#[test]
	fn genes_are_where_the_table_says() {
		let folder = tempfile::tempdir().unwrap();
		let bed = folder.path().join("genes.bed");
		let table = "# where\nchr17\t43044294\t43125364\tHGNC:1100\nchr13\t32315507\t32400268\tHGNC:1101\n\nchr17\t1\t2\tHGNC:1100\textra\n";
		std::fs::write(&bed, table).unwrap();
		let genes = scope("genes:HGNC:1100");
		assert!(refused(&genes, &cut()).contains("--gene-regions"));
		let cut = Cut { gene_regions: Some(bed.clone()), ..cut() };
		let Part::Regions(regions) = of(&genes, &cut).unwrap() else { panic!("no regions") };
		let found: Vec<_> = regions.iter().map(|it| (&it.contig[..], it.start, it.end)).collect();
		assert_eq!(found, [(&b"chr17"[..], 43_044_294, 43_125_364), (&b"chr17"[..], 1, 2)]);
		let error = refused(&scope("genes:HGNC:1100,HGNC:9"), &cut);
		assert!(error.contains("HGNC:9"), "{error}");
		for line in ["chr1\t5\t5\tHGNC:1", "chr1 5 6 HGNC:1", "chr1\t5\t6\tBRCA1", "\t5\t6\tHGNC:1"]
		{
			std::fs::write(&bed, format!("{table}{line}\n")).unwrap();
			assert!(refused(&genes, &cut).contains("line 6"), "{line}");
		}
	}

	#[test]
	fn a_sealed_scope_is_what_its_own_description_says() {
		let folder = tempfile::tempdir().unwrap();
		let sealed = |text: &str, name: &str| {
			let out = folder.path().join(name);
			let seal = crate::cli::Scope::Seal { description: text.into(), out: out.clone() };
			scope::run(seal).unwrap();
			let (hash, _) = described(&out).unwrap();
			(Scope::Sealed(hash), Cut { scope_file: Some(out), ..cut() })
		};
		let (scope, given) = sealed("resources:Observation", "one.json");
		assert!(refused(&scope, &cut()).contains("--scope-file"));
		assert!(matches!(of(&scope, &given).unwrap(), Part::Resources(types) if types.len() == 1));
		let (other, other_given) = sealed("resources:Observation", "two.json");
		assert!(refused(&scope, &other_given).contains("describes another scope"));
		assert!(refused(&other, &given).contains("describes another scope"));
		for (text, name) in
			[("the exome", "three.json"), (&ScopeArg(scope).to_string(), "four.json")]
		{
			let (scope, given) = sealed(text, name);
			assert!(refused(&scope, &given).contains("no scope that this tool can cut"), "{text}");
		}
	}
}
