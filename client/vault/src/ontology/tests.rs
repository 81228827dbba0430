use std::collections::BTreeSet;

use ownome_primitives::{
	duo::{policy::Diseases, Clause, Permission},
	ConsentClause, ConsentPolicy, MAX_ANCESTRY_PROOFS,
};
use proptest::prelude::*;
use serde_json::{json, Value};

use super::*;

const VERSION: &str = "http://purl.obolibrary.org/obo/mondo/releases/2026-01-06/mondo.owl";
const DIABETES: u32 = 5015;
const TYPE_2: u32 = 5148;
const MODY: u32 = 18911;
const DISEASE: u32 = 1;
const METABOLIC: u32 = 5066;
const ENDOCRINE: u32 = 5151;
const OLD: u32 = 9999;
const LONELY: u32 = 7;

fn iri(class: u32) -> String {
	format!("http://purl.obolibrary.org/obo/MONDO_{class:07}")
}

fn class(number: u32) -> Value {
	json!({ "id": iri(number), "lbl": "a disease", "type": "CLASS", "meta": { "synonyms": [{ "val": "x" }] } })
}

fn edge(narrower: u32, wider: u32) -> Value {
	json!({ "sub": iri(narrower), "pred": "is_a", "obj": iri(wider) })
}

fn graph(nodes: Vec<Value>, edges: Vec<Value>) -> Value {
	json!({ "graphs": [{
		"id": "http://purl.obolibrary.org/obo/mondo.json",
		"meta": { "version": VERSION, "basicPropertyValues": [{ "pred": "x", "val": "y" }] },
		"nodes": nodes,
		"edges": edges,
		"equivalentNodesSets": [],
		"domainRangeAxioms": [],
	}] })
}

fn read(json: impl ToString) -> Result<Release> {
	Release::read(Path::new("mondo.json"), json.to_string().as_bytes())
}

fn release(classes: impl IntoIterator<Item = u32>, edges: &[(u32, u32)]) -> Result<Release> {
	let nodes = classes.into_iter().map(class).collect();
	read(graph(nodes, edges.iter().map(|(narrower, wider)| edge(*narrower, *wider)).collect()))
}

/// With two parents of one class, an obsolete class, a class without edges, and terms and edges of other kinds.
fn small() -> Value {
	let other = "http://purl.obolibrary.org/obo/HP_0000118";
	let mut obsolete = class(OLD);
	obsolete["meta"]["deprecated"] = true.into();
	let nodes = [DISEASE, METABOLIC, ENDOCRINE, DIABETES, TYPE_2, MODY, LONELY].map(class);
	let more = [
		obsolete,
		json!({ "id": other, "type": "CLASS" }),
		json!({ "id": iri(8), "type": "PROPERTY" }),
		json!({ "id": iri(9) }),
		json!({ "id": "http://purl.obolibrary.org/obo/MONDO_12", "type": "INDIVIDUAL" }),
		json!({ "id": "http://purl.obolibrary.org/obo/MONDO_13", "type": "CLASS", "meta": { "deprecated": true } }),
	];
	let is_a = [
		(METABOLIC, DISEASE),
		(ENDOCRINE, DISEASE),
		(DIABETES, METABOLIC),
		(DIABETES, ENDOCRINE),
		(TYPE_2, DIABETES),
		(TYPE_2, DIABETES),
		(MODY, DIABETES),
		(OLD, DISEASE),
		(LONELY, OLD),
		(LONELY, 8),
		(LONELY, 9),
		(LONELY, 10),
	];
	let others = [
		json!({ "sub": iri(LONELY), "pred": "is_a", "obj": other }),
		json!({ "sub": other, "pred": "is_a", "obj": iri(DISEASE) }),
		json!({ "sub": iri(LONELY), "pred": "http://purl.obolibrary.org/obo/RO_0004020", "obj": iri(DISEASE) }),
	];
	let edges = is_a.map(|(narrower, wider)| edge(narrower, wider));
	graph(nodes.into_iter().chain(more).collect(), edges.into_iter().chain(others).collect())
}

fn numbers(release: &Release) -> Vec<(u32, u32)> {
	release
		.pairs()
		.iter()
		.map(|pair| (pair.descendant.0, pair.ancestor.0))
		.collect()
}

/// Every two classes have a proof that the chain accepts if they are a pair, and no proof of another pair shows it if they are not.
fn expect_just_the_pairs(release: &Release) {
	let ontology = release.ontology();
	let pairs: BTreeSet<_> = numbers(release).into_iter().collect();
	assert_eq!(ontology.count, pairs.len() as u64);
	for descendant in release.classes() {
		for ancestor in release.classes() {
			let proof = release.prove(*descendant, *ancestor);
			match pairs.contains(&(descendant.0, ancestor.0)) {
				true => {
					let proof = proof.unwrap();
					assert_eq!(
						proof.pair,
						Ancestry { descendant: *descendant, ancestor: *ancestor }
					);
					assert!(ontology.proves(&proof));
				},
				false => {
					assert!(matches!(proof, Err(Error::NotAKindOf { .. })));
					let pair = Ancestry { descendant: *descendant, ancestor: *ancestor };
					for other in release.pairs() {
						let proof = release.prove(other.descendant, other.ancestor).unwrap();
						assert!(!ontology.proves(&AncestryProof { pair, ..proof }));
					}
				},
			}
		}
	}
}

#[test]
fn only_edges_between_classes_that_are_not_obsolete_count() {
	let release = read(small()).unwrap();
	let expected = [
		(DIABETES, DISEASE),
		(DIABETES, METABOLIC),
		(DIABETES, ENDOCRINE),
		(METABOLIC, DISEASE),
		(TYPE_2, DISEASE),
		(TYPE_2, DIABETES),
		(TYPE_2, METABOLIC),
		(TYPE_2, ENDOCRINE),
		(ENDOCRINE, DISEASE),
		(MODY, DISEASE),
		(MODY, DIABETES),
		(MODY, METABOLIC),
		(MODY, ENDOCRINE),
	];
	assert_eq!(numbers(&release), expected);
	assert_eq!(release.version(), VERSION);
	let classes = [DISEASE, LONELY, DIABETES, METABOLIC, TYPE_2, ENDOCRINE, MODY];
	assert!(release.classes().iter().map(|class| class.0).eq(classes));
	expect_just_the_pairs(&release);
}

#[test]
fn what_is_not_there_is_said() {
	let release = read(small()).unwrap();
	for unknown in [OLD, 8, 9, 10, 12, u32::MAX] {
		let error = release.prove(Mondo(unknown), Mondo(DISEASE)).unwrap_err();
		assert!(matches!(error, Error::NoDisease { disease: Mondo(it), .. } if it == unknown));
	}
	let error = release.prove(Mondo(DIABETES), Mondo(TYPE_2)).unwrap_err().to_string();
	assert!(error.contains("MONDO:0005015 is not a kind of MONDO:0005148"), "{error}");
	assert!(release.prove(Mondo(DIABETES), Mondo(DIABETES)).is_err());
}

#[test]
fn the_root_depends_on_nothing_but_the_pairs() {
	let mut turned = small();
	let graph = &mut turned["graphs"][0];
	graph["nodes"].as_array_mut().unwrap().reverse();
	graph["edges"].as_array_mut().unwrap().reverse();
	// What follows from other edges changes nothing.
	graph["edges"].as_array_mut().unwrap().push(edge(TYPE_2, DISEASE));
	let ontology = read(small()).unwrap().ontology();
	assert_eq!(read(&turned).unwrap().ontology(), ontology);
	turned["graphs"][0]["edges"].as_array_mut().unwrap().push(edge(LONELY, DISEASE));
	assert_ne!(read(&turned).unwrap().ontology(), ontology);
}

#[test]
fn the_root_is_that_of_the_documented_tree() {
	// Whoever changes this changes what is on the chain.
	let root = read(small()).unwrap().ontology().root.0;
	assert_eq!(hex::encode(root), ROOT);
}

#[test]
fn a_deep_chain_has_all_its_pairs() {
	let depth = 2000;
	let edges: Vec<_> = (1..=depth).map(|class| (class, class - 1)).collect();
	let release = release(0..=depth, &edges).unwrap();
	assert_eq!(release.ontology().count, u64::from(depth * (depth + 1) / 2));
	let proof = release.prove(Mondo(depth), Mondo(0)).unwrap();
	assert!(release.ontology().proves(&proof));
}

#[test]
fn a_circle_is_refused_by_the_names_of_its_diseases() {
	for (edges, words) in [
		(&[(1, 1)][..], "(MONDO:0000001 is a kind of itself)"),
		(
			&[(4, 3), (3, 2), (2, 3), (2, 1)],
			"(MONDO:0000002, MONDO:0000003 are kinds of each other)",
		),
	] {
		let error = release(1..5, edges).unwrap_err().to_string();
		assert!(error.contains(words), "{error}");
	}
	let ring: Vec<_> = (0..100_000).map(|class| (class, (class + 1) % 100_000)).collect();
	let error = release(0..100_000, &ring).unwrap_err().to_string();
	assert!(error.contains("MONDO:0000007 and 99992 more are kinds of each other"), "{error}");
}

#[test]
fn a_file_cannot_ask_for_more_than_the_memory_there_is() {
	let edges: Vec<_> = (1..10_000).map(|class| (class, class - 1)).collect();
	let error = release(0..10_000, &edges).unwrap_err().to_string();
	assert!(error.contains("it has more than 4194304 pairs"), "{error}");
}

#[test]
fn what_is_no_release_is_refused() {
	let good = small();
	let changed = |change: &dyn Fn(&mut Value)| {
		let mut graphs = good.clone();
		change(&mut graphs);
		graphs.to_string()
	};
	let id = |id: &str| {
		let node = json!({ "id": id, "type": "CLASS" });
		changed(&|it| it["graphs"][0]["nodes"].as_array_mut().unwrap().push(node.clone()))
	};
	let class = "a class of MONDO does not have seven digits";
	let version = "its version does not begin with";
	for (file, reason) in [
		(String::new(), "EOF"),
		("format-version: 1.2\n[Term]\nid: MONDO:0000001\n".into(), "expected"),
		("[".repeat(100_000), "invalid type"),
		(format!("{{\"x\":{}", "[".repeat(100_000)), "EOF"),
		("{}".into(), "missing field `graphs`"),
		(json!({ "graphs": [] }).to_string(), "it has 0 graphs"),
		(
			changed(&|it| it["graphs"] = json!([it["graphs"][0], it["graphs"][0]])),
			"it has 2 graphs",
		),
		(changed(&|it| it["graphs"][0]["nodes"] = 1.into()), "invalid type"),
		(changed(&|it| it["graphs"][0]["nodes"][0]["id"] = 1.into()), "expected an id"),
		(changed(&|it| it["graphs"][0]["edges"] = json!([{ "sub": iri(1) }])), "missing field"),
		(changed(&|it| it["graphs"][0]["edges"] = json!([])), "no class is a kind of another"),
		(changed(&|it| it["graphs"][0]["meta"] = json!({})), "missing field `version`"),
		(changed(&|it| it["graphs"][0]["meta"]["version"] = "x".into()), version),
		(
			changed(&|it| {
				it["graphs"][0]["meta"]["version"] = format!("{VERSION}\u{1b}[2J").into()
			}),
			version,
		),
		(changed(&|it| it["graphs"][0]["meta"]["version"] = VERSION.repeat(9).into()), version),
		(id("http://purl.obolibrary.org/obo/MONDO_00051480"), class),
		(id("http://purl.obolibrary.org/obo/MONDO_+005148"), class),
		(id("http://purl.obolibrary.org/obo/MONDO_"), class),
		(id(&format!("http://purl.obolibrary.org/obo/MONDO_{}", "9".repeat(1_000_000))), class),
		(format!("{good} {good}"), "trailing characters"),
	] {
		let error = read(file).unwrap_err().to_string();
		assert!(error.contains(reason) && error.contains("mondo.json"), "{reason}: {error}");
	}
}

#[test]
fn a_file_that_does_not_end_is_not_read_to_its_end() {
	let endless = std::io::repeat(b' ');
	let error = Release::read(Path::new("mondo.json"), endless).unwrap_err().to_string();
	assert!(error.contains("it has 1073741824 bytes or more"), "{error}");
}

fn diseases(numbers: &[u32]) -> Diseases {
	Diseases::try_from(numbers.iter().copied().map(Mondo).collect::<BTreeSet<_>>()).unwrap()
}

#[test]
fn an_offer_gets_one_proof_for_each_clause_that_needs_one() {
	let release = read(small()).unwrap();
	let pairs = |disease, lists: &[&[u32]]| -> Vec<_> {
		let lists: Vec<_> = lists.iter().map(|list| diseases(list)).collect();
		let proofs = proofs_for(&release, Mondo(disease), &lists);
		assert!(proofs.iter().all(|proof| release.ontology().proves(proof)));
		proofs
			.iter()
			.map(|proof| (proof.pair.descendant.0, proof.pair.ancestor.0))
			.collect()
	};
	assert_eq!(pairs(TYPE_2, &[&[DIABETES]]), [(TYPE_2, DIABETES)]);
	assert_eq!(pairs(TYPE_2, &[&[DIABETES, ENDOCRINE]]), [(TYPE_2, DIABETES)]);
	assert_eq!(pairs(TYPE_2, &[&[MODY, ENDOCRINE]]), [(TYPE_2, ENDOCRINE)]);
	assert_eq!(
		pairs(TYPE_2, &[&[ENDOCRINE], &[TYPE_2], &[METABOLIC], &[METABOLIC, ENDOCRINE]]),
		[(TYPE_2, METABOLIC), (TYPE_2, ENDOCRINE)]
	);
	// One that serves both lists, also if another one in each of them would do.
	assert_eq!(
		pairs(TYPE_2, &[&[DISEASE, ENDOCRINE], &[METABOLIC, ENDOCRINE]]),
		[(TYPE_2, ENDOCRINE)]
	);
	// It is one of those named, or wider, or something else, or not there.
	for (disease, list) in [
		(TYPE_2, &[TYPE_2, DIABETES][..]),
		(DIABETES, &[TYPE_2]),
		(MODY, &[TYPE_2]),
		(LONELY, &[DISEASE]),
		(OLD, &[DISEASE]),
		(10, &[DISEASE]),
	] {
		assert_eq!(pairs(disease, &[list]), [], "{disease}");
	}
}

#[test]
fn an_offer_gets_no_more_proofs_than_it_has_room_for_and_those_that_serve_most() {
	let last = MAX_ANCESTRY_PROOFS + 1;
	let edges: Vec<_> = (1..=last).map(|wider| (0, wider)).collect();
	let release = release(0..=last, &edges).unwrap();
	let mut lists: Vec<_> = (1..=last).map(|wider| diseases(&[wider])).collect();
	lists.push(diseases(&[last]));
	let proofs = proofs_for(&release, Mondo(0), &lists);
	assert_eq!(proofs.len(), MAX_ANCESTRY_PROOFS as usize);
	assert_eq!(proofs[0].pair.ancestor, Mondo(last));
}

#[test]
fn the_diseases_of_a_policy_are_those_of_its_clauses() {
	let clause = |permission| ConsentClause {
		duo: Clause { permission, modifiers: Default::default() },
		longest_period: 1,
		ask: 0,
		standing: true,
		ethics: false,
	};
	let lists = [diseases(&[TYPE_2]), diseases(&[DIABETES, MODY])];
	let [one, other] = lists.clone().map(|list| clause(Permission::Disease(list)));
	let policy = ConsentPolicy {
		clauses: vec![one, clause(Permission::General), other].try_into().unwrap(),
	};
	assert!(diseases_of(&policy).eq(&lists));
}

/// The ancestors of each class by following every edge until nothing is new.
fn naive_closure(edges: &BTreeSet<(u32, u32)>) -> BTreeSet<(u32, u32)> {
	let mut pairs = edges.clone();
	loop {
		let longer: BTreeSet<_> = pairs
			.iter()
			.flat_map(|(low, middle)| {
				edges.range((*middle, 0)..=(*middle, u32::MAX)).map(|(_, high)| (*low, *high))
			})
			.filter(|pair| !pairs.contains(pair))
			.collect();
		if longer.is_empty() {
			return pairs;
		}
		pairs.extend(longer);
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn the_pairs_are_those_of_the_naive_closure(
		edges in prop::collection::btree_set((0u32..24, 0u32..24), 1..60),
		names in Just((0..24u32).map(|class| class * 7919 % 9_999_991).collect::<Vec<_>>()).prop_shuffle(),
	) {
		// An edge from a later to an earlier class makes no circle.
		let edges: BTreeSet<_> = edges.into_iter().filter(|(low, high)| low > high)
			.map(|(low, high)| (names[low as usize], names[high as usize])).collect();
		prop_assume!(!edges.is_empty());
		let listed: Vec<_> = edges.iter().copied().collect();
		let release = release(names, &listed).unwrap();
		prop_assert!(numbers(&release).into_iter().eq(naive_closure(&edges)));
		expect_just_the_pairs(&release);
	}

	#[test]
	fn a_circle_is_found_wherever_it_is(
		edges in prop::collection::btree_set((0u32..12, 0u32..12), 1..40),
	) {
		let listed: Vec<_> = edges.iter().copied().collect();
		let closure = naive_closure(&edges);
		let circular = closure.iter().any(|(low, high)| low == high);
		prop_assert_eq!(release(0..12, &listed).is_err(), circular);
	}
}

/// Computed by other code from the definition in RFC 9162.
const ROOT: &str = "585975c5b1528da4245d08d30e1f86f6d0c07c0ce0196dbf868392916edd2758";
