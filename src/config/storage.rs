//! Settings of the transaction log buckets.

use super::Within;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What becomes of transaction logs as they age, in days. A `lifecycle` table in a file replaces
/// the profile's, so a transition left out does not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Lifecycle {
    /// To STANDARD_IA; not before day 30. Source: S3 User Guide, "Transitioning objects using
    /// Amazon S3 Lifecycle".
    pub standard_ia_days: Option<Within<30, 36_500>>,
    /// To GLACIER_IR.
    pub glacier_ir_days: Option<Within<1, 36_500>>,
    /// To DEEP_ARCHIVE.
    pub deep_archive_days: Option<Within<1, 36_500>>,
    /// Deleted.
    pub expire_days: Within<1, 36_500>,
    /// Overwritten and deleted versions are removed after so many days.
    pub noncurrent_days: Within<1, 36_500>,
    /// Uploads not completed are aborted after so many days.
    pub abort_multipart_days: Within<1, 36_500>,
}

impl Lifecycle {
    /// The steps that happen, in the order they must: the key, the storage class (none for
    /// deletion) and the day.
    pub fn steps(&self) -> impl Iterator<Item = (&'static str, Option<&'static str>, u32)> {
        [
            ("standard_ia_days", Some("STANDARD_IA"), self.standard_ia_days.map(Within::get)),
            ("glacier_ir_days", Some("GLACIER_IR"), self.glacier_ir_days.map(Within::get)),
            ("deep_archive_days", Some("DEEP_ARCHIVE"), self.deep_archive_days.map(Within::get)),
            ("expire_days", None, Some(self.expire_days.get())),
        ]
        .into_iter()
        .filter_map(|(key, class, day)| Some((key, class, day?)))
    }
}

settings! {
    /// The buckets of transaction logs.
    Storage, StorageOverrides {
        /// Ageing.
        lifecycle: Lifecycle,
    }
}
