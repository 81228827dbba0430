use crate::{Region, Scope};
use alloc::vec::Vec;

fn region(contig: &str, start: u32, end: u32) -> Region {
	Region { contig: contig.as_bytes().to_vec().try_into().unwrap(), start, end }
}

fn regions(list: &[(&str, u32, u32)]) -> Scope {
	let list: Vec<_> =
		list.iter().map(|(contig, start, end)| region(contig, *start, *end)).collect();
	Scope::Regions(list.try_into().unwrap())
}

fn genes(list: &[u32]) -> Scope {
	Scope::Genes(list.to_vec().try_into().unwrap())
}

fn resources(list: &[&str]) -> Scope {
	let list: Vec<_> =
		list.iter().map(|name| name.as_bytes().to_vec().try_into().unwrap()).collect();
	Scope::Resources(list.try_into().unwrap())
}

#[test]
fn each_scope_is_written_in_one_form_only() {
	for scope in [
		Scope::Whole,
		Scope::Aggregate,
		Scope::Sealed([1; 32]),
		regions(&[("chr1", 0, 1)]),
		regions(&[("chr1", 0, 10), ("chr1", 11, 20), ("chr2", 0, 5)]),
		genes(&[1_100, 1_101]),
		resources(&["Condition", "Observation"]),
	] {
		assert!(scope.is_canonical(), "{scope:?}");
	}
	for scope in [
		regions(&[]),
		regions(&[("chr1", 5, 5)]),
		regions(&[("chr1", 6, 5)]),
		regions(&[("", 0, 1)]),
		regions(&[("chr 1", 0, 1)]),
		regions(&[("chr1\n", 0, 1)]),
		regions(&[("chr2", 0, 1), ("chr1", 0, 1)]),
		// Overlapping, touching, twice.
		regions(&[("chr1", 0, 10), ("chr1", 9, 20)]),
		regions(&[("chr1", 0, 10), ("chr1", 10, 20)]),
		regions(&[("chr1", 0, 10), ("chr1", 0, 10)]),
		genes(&[]),
		genes(&[2, 1]),
		genes(&[1, 1]),
		resources(&[]),
		resources(&["Observation", "Condition"]),
		resources(&["Condition", "Condition"]),
		resources(&["condition"]),
		resources(&["Condition2"]),
		resources(&[""]),
	] {
		assert!(!scope.is_canonical(), "{scope:?}");
	}
}

#[test]
fn what_is_part_of_what() {
	let chr1 = regions(&[("chr1", 10, 20), ("chr1", 30, 40)]);
	let all = [
		Scope::Whole,
		Scope::Aggregate,
		Scope::Sealed([1; 32]),
		Scope::Sealed([2; 32]),
		chr1.clone(),
		genes(&[1, 2, 3]),
		resources(&["Condition", "Observation"]),
	];
	for (i, one) in all.iter().enumerate() {
		for (j, other) in all.iter().enumerate() {
			assert_eq!(one.includes(other), i == 0 || i == j, "{one:?} {other:?}");
		}
	}
	for part in [
		regions(&[("chr1", 10, 20)]),
		regions(&[("chr1", 11, 12), ("chr1", 14, 20), ("chr1", 30, 31)]),
	] {
		assert!(chr1.includes(&part) && !part.includes(&chr1), "{part:?}");
	}
	for beyond in [
		regions(&[("chr1", 9, 20)]),
		regions(&[("chr1", 10, 21)]),
		regions(&[("chr1", 10, 40)]),
		regions(&[("chr2", 10, 20)]),
		regions(&[("chr1", 10, 20), ("chr1", 50, 51)]),
	] {
		assert!(!chr1.includes(&beyond), "{beyond:?}");
	}
	assert!(genes(&[1, 2, 3]).includes(&genes(&[1, 3])));
	assert!(!genes(&[1, 2, 3]).includes(&genes(&[3, 4])));
	let both = resources(&["Condition", "Observation"]);
	assert!(both.includes(&resources(&["Observation"])));
	assert!(!resources(&["Observation"]).includes(&both));
}
