//! The inputs of the encryption tier.

use super::environment::Environment;
use crate::tiers::encryption::Inputs;
use terraform::wire;

impl Environment<'_> {
    pub fn encryption_inputs(&self) -> Inputs {
        wire!(Inputs { environment_suffix: &self.suffix, account_id: &self.account_id })
    }
}
