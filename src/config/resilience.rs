//! Settings of the RPO probe, the restore test and the drills.

use super::RowsQuery;

settings! {
    /// What is tested regularly, so that recovery is known to work.
    Resilience, ResilienceOverrides {
        /// Whether the stack has experiment templates that make parts of it fail. Nothing fails
        /// until one is started.
        drills: bool,
        /// Whether a copy of the database is restored every month, measured and deleted.
        restore_test: bool,
        /// The query that counts the rows of that copy; needs an instance class with the Data API,
        /// which db.t classes do not have. The default counts every row below the schema `payments`
        /// and has 45 seconds for it: a large database needs a cheaper query.
        restored_rows_query: RowsQuery,
    }
}
