//! Settings of the function that validates payments.

use super::Within;

keywords! {
    /// Processor the function is built for. Source: AWS Lambda API, `CreateFunction`,
    /// `Architectures`.
    Architecture {
        /// What is built into paytf.
        X86_64 = "x86_64",
        /// Graviton; its package is given with `--validator-zip`.
        Arm64 = "arm64",
    }
}

settings! {
    /// The function that validates payments.
    Validation, ValidationOverrides {
        /// Processor.
        architecture: Architecture,
        /// Memory in MB. Source: AWS Lambda API, `CreateFunction`, `MemorySize`.
        memory_mb: Within<128, 10_240>,
        /// Timeout in seconds. Source: AWS Lambda API, `CreateFunction`, `Timeout`.
        timeout_seconds: Within<1, 900>,
        /// Instances kept warm; left out, none.
        provisioned_concurrency: Option<Within<1, 1_000>>,
    }
}
