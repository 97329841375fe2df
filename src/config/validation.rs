//! Settings of the function that validates payments.

use super::Within;

settings! {
    /// The function that validates payments.
    Validation, ValidationOverrides {
        /// Memory in MB; 128 to 10,240. Source: AWS Lambda API, `CreateFunction`, `MemorySize`.
        memory_mb: Within<128, 10_240>,
        /// Longest run in seconds; 1 to 900. Source: AWS Lambda API, `CreateFunction`, `Timeout`.
        timeout_seconds: Within<1, 900>,
        /// Instances kept warm; left out, none.
        provisioned_concurrency: Option<Within<1, 1_000>>,
    }
}
