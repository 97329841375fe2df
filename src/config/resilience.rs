//! Settings of rehearsals.

settings! {
    /// What is rehearsed, so that recovery is known and not hoped for.
    Resilience, ResilienceOverrides {
        /// Whether the stack holds experiment templates that make parts of it fail. Nothing fails until one is started.
        drills: bool,
        /// Whether a copy of the database is restored every month, measured and deleted.
        restore_test: bool,
    }
}
