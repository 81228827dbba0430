//! The parameters of terms as words, which both forms share.

use std::{collections::BTreeSet, fmt::Display, str::FromStr};

use jiff::civil;
use ownome_primitives::duo::{
	Clause, Country, Date, Malformed, Modifier, Permission, Policy, Term,
};

use super::FormError;

/// What a term carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
	/// Nothing.
	Plain,
	/// A whole number.
	Number,
	/// One word.
	Word,
	/// One or more words.
	Words,
	/// One or more words, or nothing.
	OptionalWords,
}

/// What a term carries.
pub fn shape(term: Term) -> Shape {
	match term {
		Term::TimeLimit => Shape::Number,
		Term::Moratorium => Shape::Word,
		Term::Disease | Term::Geography => Shape::Words,
		Term::ResearchSpecific | Term::Users | Term::Projects | Term::Institutions => {
			Shape::OptionalWords
		},
		_ => Shape::Plain,
	}
}

/// A term and the words of its parameter.
#[derive(Clone, Debug)]
pub struct Words {
	/// The term.
	pub term: Term,
	/// Its parameter, where it has one.
	pub words: Option<Vec<String>>,
}

/// A clause in words.
#[derive(Clone, Debug)]
pub struct ClauseWords {
	/// The permission.
	pub permission: Words,
	/// The modifiers.
	pub modifiers: Vec<Words>,
}

impl From<&Clause> for ClauseWords {
	fn from(clause: &Clause) -> Self {
		let words = match &clause.permission {
			Permission::Disease(diseases) => Some(written(diseases.iter())),
			_ => None,
		};
		Self {
			permission: Words { term: clause.permission.term(), words },
			modifiers: clause.modifiers.iter().map(Words::from).collect(),
		}
	}
}

impl From<&Modifier> for Words {
	fn from(modifier: &Modifier) -> Self {
		let words = match modifier {
			Modifier::ResearchSpecific(classes) => Some(written(classes.iter())),
			Modifier::Geography(countries) => Some(written(countries.iter())),
			Modifier::Moratorium(date) => Some(vec![date_text(*date)]),
			Modifier::TimeLimit(months) => Some(vec![months.to_string()]),
			Modifier::Users(ids) | Modifier::Projects(ids) | Modifier::Institutions(ids) => {
				Some(written(ids.iter()))
			},
			_ => None,
		};
		let words = words.filter(|words| !words.is_empty());
		Self { term: modifier.term(), words }
	}
}

/// The policy with these clauses.
pub fn policy(clauses: Vec<ClauseWords>) -> Result<Policy, FormError> {
	let read = |(number, clause)| self::clause(&format!("clauses[{number}]"), clause);
	let clauses = clauses.into_iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
	let policy = Policy {
		clauses: clauses
			.try_into()
			.map_err(|_| FormError::at("clauses", "a policy has room for 8 of them"))?,
	};
	policy.check().map_err(|flaw| FormError::at("clauses", flaw))?;
	Ok(policy)
}

fn clause(place: &str, words: ClauseWords) -> Result<Clause, FormError> {
	let permission = permission(place, words.permission)?;
	let mut modifiers = BTreeSet::new();
	let mut terms = BTreeSet::new();
	for (number, words) in words.modifiers.into_iter().enumerate() {
		let place = format!("{place}.modifiers[{number}]");
		let term = words.term;
		if !terms.insert(term) {
			let reason = format!("{term} ({}) may stand in a clause only once", term.label());
			return Err(FormError::at(place, reason));
		}
		modifiers.insert(modifier(&place, words)?);
	}
	// There are no more terms than that.
	let modifiers = modifiers
		.try_into()
		.map_err(|_| FormError::at(place, "there are too many modifiers"))?;
	Ok(Clause { permission, modifiers })
}

fn permission(place: &str, given: Words) -> Result<Permission, FormError> {
	let disease = format!("{place}.disease");
	Ok(match given.term {
		Term::Disease => Permission::Disease(parameter(&disease, &given)?),
		term => {
			nothing(&disease, &given)?;
			match term {
				Term::NoRestriction => Permission::NoRestriction,
				Term::Biomedical => Permission::Biomedical,
				Term::Ancestry => Permission::Ancestry,
				Term::General => Permission::General,
				_ => {
					let reason = format!(
						"{term} ({}) is a modifier, use DUO:0000004, DUO:0000006, DUO:0000007, DUO:0000011 or DUO:0000042",
						term.label()
					);
					return Err(FormError::at(format!("{place}.permission"), reason));
				},
			}
		},
	})
}

fn modifier(place: &str, given: Words) -> Result<Modifier, FormError> {
	let value = &format!("{place}.value");
	Ok(match given.term {
		Term::ResearchSpecific => Modifier::ResearchSpecific(optional(value, &given)?),
		Term::Geography => {
			let countries: BTreeSet<IsoCountry> = parameter(value, &given)?;
			let countries = countries.into_iter().map(|country| country.0).collect();
			Modifier::Geography(bounded(value, countries)?)
		},
		Term::Moratorium => Modifier::Moratorium(one::<IsoDate>(value, &given)?.0),
		Term::TimeLimit => Modifier::TimeLimit(one::<Months>(value, &given)?.0),
		Term::Users => Modifier::Users(optional(value, &given)?),
		Term::Projects => Modifier::Projects(optional(value, &given)?),
		Term::Institutions => Modifier::Institutions(optional(value, &given)?),
		term => {
			nothing(value, &given)?;
			match term {
				Term::NoMethods => Modifier::NoMethods,
				Term::GeneticStudies => Modifier::GeneticStudies,
				Term::NotForProfitNonCommercial => Modifier::NotForProfitNonCommercial,
				Term::Publication => Modifier::Publication,
				Term::Collaboration => Modifier::Collaboration,
				Term::EthicsApproval => Modifier::EthicsApproval,
				Term::ReturnOfResults => Modifier::ReturnOfResults,
				Term::ClinicalCare => Modifier::ClinicalCare,
				Term::NoAncestry => Modifier::NoAncestry,
				Term::NotForProfit => Modifier::NotForProfit,
				Term::NonCommercial => Modifier::NonCommercial,
				_ => {
					let reason =
						format!("{term} ({}) is a permission, not a modifier", term.label());
					return Err(FormError::at(format!("{place}.code"), reason));
				},
			}
		},
	})
}

/// The words of a parameter that has to be there.
fn parameter<T, S>(place: &str, given: &Words) -> Result<S, FormError>
where
	T: FromStr<Err = Malformed> + Ord,
	S: TryFrom<BTreeSet<T>>,
{
	match given.words.as_deref() {
		None | Some([]) => {
			let reason = format!("{} ({}) needs a value", given.term, given.term.label());
			Err(FormError::at(place, reason))
		},
		Some(words) => {
			let values = words.iter().map(|word| parse(place, word)).collect::<Result<_, _>>()?;
			bounded(place, values)
		},
	}
}

/// The words of a parameter that may be missing, for which the set is empty.
fn optional<T, S>(place: &str, given: &Words) -> Result<S, FormError>
where
	T: FromStr<Err = Malformed> + Ord,
	S: TryFrom<BTreeSet<T>> + Default,
{
	match given.words {
		None => Ok(S::default()),
		Some(_) => parameter(place, given),
	}
}

/// The one word of a parameter.
fn one<T: FromStr<Err = Malformed>>(place: &str, given: &Words) -> Result<T, FormError> {
	match given.words.as_deref() {
		Some([word]) => parse(place, word),
		_ => {
			let reason = format!("{} ({}) needs one value", given.term, given.term.label());
			Err(FormError::at(place, reason))
		},
	}
}

/// A term without a parameter.
fn nothing(place: &str, given: &Words) -> Result<(), FormError> {
	match given.words {
		None => Ok(()),
		Some(_) => {
			let reason = format!("{} ({}) takes no value", given.term, given.term.label());
			Err(FormError::at(place, reason))
		},
	}
}

fn bounded<T, S: TryFrom<BTreeSet<T>>>(place: &str, values: BTreeSet<T>) -> Result<S, FormError> {
	values.try_into().map_err(|_| FormError::at(place, "the list is too long"))
}

fn parse<T: FromStr<Err = Malformed>>(place: &str, word: &str) -> Result<T, FormError> {
	word.parse().map_err(|hint| FormError::at(place, misread(word, hint)))
}

/// What to write instead of a word.
pub fn misread(word: &str, hint: Malformed) -> String {
	format!("{hint}, not '{}'", word.escape_debug())
}

fn written<T: Display>(values: impl Iterator<Item = T>) -> Vec<String> {
	values.map(|value| value.to_string()).collect()
}

/// A country that ISO 3166-1 knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IsoCountry(pub Country);

impl FromStr for IsoCountry {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		let country = text.parse()?;
		match iso3166_static::Alpha2::try_from(text) {
			Ok(_) => Ok(Self(country)),
			Err(_) => Err(Malformed("use a country of ISO 3166-1, for example GB")),
		}
	}
}

impl Display for IsoCountry {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		self.0.fmt(f)
	}
}

/// A whole number of months above zero.
struct Months(u16);

impl FromStr for Months {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		let months = text.parse().ok().filter(|months| *months > 0);
		months
			.map(Self)
			.ok_or(Malformed("use a whole number of months from 1 to 65535"))
	}
}

/// The first day of the calendar of [`Date`].
const EPOCH: civil::Date = civil::date(1970, 1, 1);

/// A day of the calendar in ISO 8601.
struct IsoDate(Date);

impl FromStr for IsoDate {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		// ISO 8601 has other ways to write a day, and more than days.
		let plain = text.len() == "2027-01-31".len();
		let day = text.parse::<civil::Date>().ok().filter(|_| plain);
		day.and_then(|day| u32::try_from(day.duration_since(EPOCH).as_hours() / 24).ok())
			.map(|days| Self(Date(days)))
			.ok_or(Malformed("use a day of the calendar, for example 2027-01-31"))
	}
}

/// A day in ISO 8601.
fn date_text(date: Date) -> String {
	let span = jiff::Span::new().try_days(date.0);
	match span.and_then(|span| EPOCH.checked_add(span)) {
		Ok(day) => day.to_string(),
		// A day that no policy without a flaw has.
		Err(_) => format!("day {}", date.0),
	}
}
