//! Assertions about one applied stack: all of them are tried, and the failures reported together.

use super::aws::Aws;
use anyhow::Result;

/// A sentence about the stack, and the function that finds out whether it is true.
pub struct Assertion {
    /// The name of the function, which is the sentence.
    pub sentence: &'static str,
    /// Asks AWS.
    pub holds: fn(&Aws) -> Result<()>,
}

/// Lists functions as assertions; one that is not listed is dead code, so none is forgotten.
macro_rules! assertions {
    ($($function:ident),* $(,)?) => {
        &[
            $(
                $crate::emulator::life::assertion::Assertion {
                    sentence: stringify!($function), holds: $function
                }
            ),
            *
        ]
    };
}
pub(crate) use assertions;

/// Tries every assertion of every tier.
///
/// # Panics
/// With a list of those that do not hold.
#[expect(clippy::print_stdout, reason = "what was proved is the test's output")]
pub fn assert_all(aws: &Aws, tiers: &[(&str, &[Assertion])]) {
    let mut failures = vec![];
    for (tier, assertions) in tiers {
        for Assertion { sentence, holds } in *assertions {
            match holds(aws) {
                Ok(()) => println!("{tier}: {sentence}"),
                Err(error) => failures.push(format!("{tier}: {sentence}: {error:#}")),
            }
        }
    }
    let tried: usize = tiers.iter().map(|(_, assertions)| assertions.len()).sum();
    assert!(
        failures.is_empty(),
        "{} of {tried} assertions do not hold:\n{}",
        failures.len(),
        failures.join("\n")
    );
    println!("{tried} assertions hold");
}
