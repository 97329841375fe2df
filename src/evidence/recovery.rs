//! What AWS documents for each kind of failure. A row is shown only if the requirements that it
//! depends on are met.

use schemars::JsonSchema;
use serde::Serialize;

use super::{RequirementEvidence, Verdict};

/// One kind of failure.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Recovery {
    /// What fails.
    pub failure: &'static str,
    /// Committed data that is lost, in time.
    pub rpo: &'static str,
    /// How long it takes until payments go on.
    pub rto: &'static str,
    /// Why.
    pub basis: &'static str,
    /// The requirements that it rests on.
    pub rests_on: &'static [&'static str],
}

/// Every kind of failure that the evidence covers. Source: Amazon Aurora User Guide, "Amazon Aurora
/// storage" and "High availability for Amazon Aurora"; "Overview of backing up and restoring an
/// Aurora DB cluster".
const RECOVERY: [Recovery; 4] = [
    row(
        "one availability zone",
        "0 for committed transactions",
        "failover typically under 60 s; no SLA",
        "six copies in three zones, four needed to write; a reader in another zone takes over",
        &["DB-1", "DB-2", "ALL-5"],
    ),
    row(
        "the writer instance",
        "0 for committed transactions",
        "as for a zone",
        "a reader of the same class takes over",
        &["DB-1", "DB-2"],
    ),
    row(
        "corruption, or a table dropped by mistake",
        "typically under 5 minutes for an active cluster; measured in operation",
        "a restore into a new cluster: tens of minutes to hours",
        "continuous backup to LatestRestorableTime",
        &["DB-3"],
    ),
    row(
        "the region",
        "everything since the last copy elsewhere: there is none",
        "open",
        "one region is what was required: residual risk to sign",
        &["ALL-1"],
    ),
];

const fn row(
    failure: &'static str,
    rpo: &'static str,
    rto: &'static str,
    basis: &'static str,
    rests_on: &'static [&'static str],
) -> Recovery {
    Recovery { failure, rpo, rto, basis, rests_on }
}

/// The rows whose requirements are met.
pub fn shown(requirements: &[RequirementEvidence]) -> Vec<&'static Recovery> {
    let is_met =
        |id: &&str| requirements.iter().any(|it| it.id == *id && it.verdict == Verdict::Met);
    RECOVERY.iter().filter(|row| row.rests_on.iter().all(is_met)).collect()
}
