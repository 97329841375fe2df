//! Settings of rehearsals.

use super::RowsQuery;

settings! {
    /// What is rehearsed, so that recovery is known and not hoped for.
    Resilience, ResilienceOverrides {
        /// Whether the stack holds experiment templates that make parts of it fail. Nothing fails until one is started.
        drills: bool,
        /// Whether a copy of the database is restored every month, measured and deleted.
        restore_test: bool,
        /// What counts the rows of that copy; needs an instance class with the Data API, which db.t classes do not have. The default
        /// counts every row below the schema `payments` and has 45 seconds for it: a large database takes one that asks less.
        restored_rows_query: RowsQuery,
    }
}
