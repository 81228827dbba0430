//! The types of research that the ontology tells apart.

use super::{term::number_in, Malformed};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

/// A type of research: the parameter of RS, "use is limited to studies of a certain research type". DUO does not say how to name the type
/// (its issue 100 is open), but it has classes of investigations itself, and these are taken here.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[repr(u8)]
pub enum Investigation {
	/// `DUO:0000031`, method development.
	MethodDevelopment = 31,
	/// `DUO:0000032`, population research.
	Population = 32,
	/// `DUO:0000033`, ancestry research.
	Ancestry = 33,
	/// `DUO:0000034`, age category research.
	AgeCategory = 34,
	/// `DUO:0000035`, gender category research.
	GenderCategory = 35,
	/// `DUO:0000036`, research control.
	Control = 36,
	/// `DUO:0000037`, biomedical research.
	Biomedical = 37,
	/// `DUO:0000038`, genetic research.
	Genetic = 38,
	/// `DUO:0000039`, drug development research.
	DrugDevelopment = 39,
	/// `DUO:0000040`, disease category research.
	DiseaseCategory = 40,
}

impl Investigation {
	/// All of them, in the order of their numbers.
	pub const ALL: [Self; 10] = [
		Self::MethodDevelopment,
		Self::Population,
		Self::Ancestry,
		Self::AgeCategory,
		Self::GenderCategory,
		Self::Control,
		Self::Biomedical,
		Self::Genetic,
		Self::DrugDevelopment,
		Self::DiseaseCategory,
	];

	/// The number of the class in the ontology.
	pub fn number(self) -> u8 {
		self as u8
	}
}

impl fmt::Display for Investigation {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "DUO:{:07}", self.number())
	}
}

impl FromStr for Investigation {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		number_in(text)
			.and_then(|number| Self::ALL.into_iter().find(|class| class.number() == number))
			.ok_or(Malformed(
				"use a type of research from DUO:0000031 to DUO:0000040, for example DUO:0000038 for genetic research",
			))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::string::ToString;

	#[test]
	fn codes_lead_back_to_their_class() {
		for class in Investigation::ALL {
			assert_eq!(class.to_string().parse(), Ok(class));
			assert_eq!(class.encode(), [class.number()]);
		}
		for text in ["DUO:0000030", "DUO:0000041", "DUO:38", "genetic", ""] {
			assert!(text.parse::<Investigation>().is_err(), "{text}");
		}
	}
}
