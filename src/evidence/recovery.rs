//! What is lost, and how long it takes, for each kind of failure. See `docs/availability.md`.

use serde::Serialize;

/// One kind of failure.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Recovery {
    /// What fails.
    pub failure: &'static str,
    /// Committed data that is lost, in time.
    pub rpo: &'static str,
    /// How long it takes until payments go on.
    pub rto: &'static str,
    /// Why.
    pub basis: &'static str,
}

/// Every kind of failure that is spoken of.
/// Source: Amazon Aurora User Guide, "Amazon Aurora storage" and "High availability for Amazon Aurora"; "Overview of backing up and
/// restoring an Aurora DB cluster".
pub const RECOVERY: [Recovery; 7] = [
    row(
        "one availability zone",
        "0 for committed transactions",
        "failover typically under 60 s; no SLA",
        "six copies in three zones, four needed to write; a reader in another zone takes over",
    ),
    row("a zone and one more storage node", "0", "read-only until repaired", "three copies are enough to read"),
    row(
        "the writer instance",
        "0; what was not committed is repeated under its idempotency key",
        "as for a zone",
        "a reader of the same class takes over",
    ),
    row(
        "corruption, or a table dropped by mistake",
        "typically under 5 minutes for an active cluster; measured",
        "a restore into a new cluster: tens of minutes to hours",
        "continuous backup to LatestRestorableTime",
    ),
    row(
        "the cluster deleted",
        "everything, unless a snapshot is kept elsewhere",
        "none",
        "the stack can be destroyed without a trace (ALL-3): residual risk to sign",
    ),
    row(
        "the region",
        "outside the scope",
        "outside the scope",
        "residual risk to sign; Aurora Global Database would be the next step",
    ),
    row(
        "a transaction log in S3",
        "0 once acknowledged",
        "none",
        "stored in three zones or more; what a task has not written yet is lost with it",
    ),
];

const fn row(failure: &'static str, rpo: &'static str, rto: &'static str, basis: &'static str) -> Recovery {
    Recovery { failure, rpo, rto, basis }
}
