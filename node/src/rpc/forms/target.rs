//! For what a policy holds: `{"dataset": 7}` or `{"allOf": "5G…"}`.

use super::Address;
use ownome_primitives::{DatasetId, PolicyTarget};
use ownome_runtime::AccountId;
use serde::{Deserialize, Serialize};

/// For what a policy holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetForm {
	/// For this dataset.
	Dataset(DatasetId),
	/// For all datasets of this owner that have no policy of their own.
	AllOf(Address),
}

impl From<TargetForm> for PolicyTarget<AccountId> {
	fn from(form: TargetForm) -> Self {
		match form {
			TargetForm::Dataset(id) => Self::Dataset(id),
			TargetForm::AllOf(owner) => Self::AllOf(owner.0),
		}
	}
}

impl From<PolicyTarget<AccountId>> for TargetForm {
	fn from(target: PolicyTarget<AccountId>) -> Self {
		match target {
			PolicyTarget::Dataset(id) => Self::Dataset(id),
			PolicyTarget::AllOf(owner) => Self::AllOf(Address(owner)),
		}
	}
}
